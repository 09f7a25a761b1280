# A wrong command line ends with exit status 2, draws nothing, and says what was meant.
. "$(dirname "$0")/lib.sh"

expect_usage_error() {
    expect_status 2
    expect_message "$@"
    [ ! -s "$work/stdout" ] || fail "something on standard output"
    [ ! -e "$project/out" ] || fail "an output folder was made"
}

test_an_unknown_command_is_answered_with_the_nearest() {
    copy_project
    run sektor logistiek
    expect_usage_error sektor '"sector"'
}

test_no_command_points_to_the_help() {
    copy_project
    run
    expect_usage_error --help
}

test_an_unknown_option_is_answered_with_the_nearest() {
    copy_project
    run figure 13 --fromat pdf
    expect_usage_error --fromat '"--format"'
}

test_an_option_of_another_command_is_refused() {
    copy_project
    run list --dpi 300
    expect_usage_error --dpi list
}

test_an_option_without_its_value_is_refused() {
    copy_project
    run figure 13 --dpi
    expect_usage_error --dpi
}

test_a_value_out_of_range_is_refused_with_the_range() {
    copy_project
    for option in --dpi=0 --dpi=99999 --dpi=x --jobs=0 --jobs=1.5 --jobs=; do
        run figure 13 "$option"
        expect_usage_error "${option%%=*}" "from"
    done
}

test_an_unknown_format_is_answered_with_the_nearest() {
    copy_project
    run figure 13 --format pdf,pgn
    expect_usage_error --format pgn '"png"'
}

test_an_unknown_figure_sector_or_province_is_refused() {
    copy_project
    run figure 13 99
    expect_usage_error '"99"'
    run figure x
    expect_usage_error '"x"'
    run sector logistik
    expect_usage_error '"logistik"' '"logistiek"'
    run province limbrug
    expect_usage_error '"limbrug"' '"limburg"'
}

test_boundaries_can_only_be_built() {
    copy_project
    run boundaries bild source.gpkg
    expect_usage_error bild "boundaries build SOURCE"
    run boundaries build
    expect_usage_error "boundaries build SOURCE"
}

test_a_project_that_is_no_folder_is_refused() {
    copy_project
    run list --project "$work/nowhere"
    expect_usage_error --project "$work/nowhere"
}

test_both_spellings_of_an_option_and_any_place_for_it_are_understood() {
    copy_project
    run --format=svg figure --out here 13
    expect_status 0
    expect_file "$project/here/fig-13-antwerpen-logistiek.svg"
    run figure --format svg --out=there -- 13
    expect_status 0
    cmp "$project/here/fig-13-antwerpen-logistiek.svg" \
        "$project/there/fig-13-antwerpen-logistiek.svg" || fail "another figure"
}

test_help_begins_with_examples_and_lists_every_command() {
    copy_project
    run --help
    expect_status 0
    [ "$(head -n 1 "$work/stdout")" = Examples ] || fail "no examples first"
    for command in figure sector province overview annex list check boundaries; do
        grep -q "^  $command " "$work/stdout" || fail "not in the help: $command"
        "$STREEKKAART" "$command" --help | grep -q "streekkaart $command" || fail "no help: $command"
    done
    [ ! -s "$work/stderr" ] || fail "something on standard error"
}

test_help_is_found_by_every_word_for_it() {
    copy_project
    run --help
    cp "$work/stdout" "$work/help"
    run figure --help
    cp "$work/stdout" "$work/help-of-figure"
    cmp -s "$work/help" "$work/help-of-figure" && fail "the help of a command is that of all"
    for words in -h help; do
        run $words
        expect_status 0
        cmp "$work/stdout" "$work/help" || fail "$words: another help"
    done
    for words in "figure -h" "-h figure" "help figure"; do
        # shellcheck disable=SC2086 # one word an argument
        run $words
        expect_status 0
        cmp "$work/stdout" "$work/help-of-figure" || fail "$words: another help"
    done
    run help figur
    expect_usage_error '"figure"'
    run help figure list
    expect_usage_error '"list"'
    run -x
    expect_usage_error -x
}

test_version_is_one_line() {
    copy_project
    for words in --version -V version; do
        run $words
        expect_status 0
        grep -qx 'streekkaart [0-9.]*' "$work/stdout" || fail "$words: $(cat "$work/stdout")"
        [ "$(wc -l <"$work/stdout")" -eq 1 ] || fail "$words: more than a line"
    done
}

test_the_manual_has_known_forms() {
    copy_project
    run manual mann
    expect_usage_error '"man"'
    run manual man figur
    expect_usage_error '"figure"'
    run manual bash figure
    expect_usage_error '"figure"'
}

# Which figures are drawn, by number, in one line; a wrong page stops them before they are.
expect_figures() {
    expected=$1
    shift
    run "$@" --format svg --json
    expect_status 0
    [ "$(sed -n 's/.*"figure": \([0-9]*\).*/\1/p' "$work/stdout" | tr '\n' ' ')" = "$expected " ] ||
        fail "$*: $(grep '"figure"' "$work/stdout") instead of $expected"
}

test_figures_are_named_by_ranges_lists_captions_and_files() {
    copy_small_project 38 39 51
    expect_figures "38 39" figure 38–42
    expect_figures "39 51" figure 51,39 39
    expect_figures "38 51" figure out/fig-51-limburg-landbouw.svg \
        "toerisme in provincie oost-vlaanderen"
    run figure 39-38
    expect_status 2
    expect_message '"39-38"' '"38-39"'
    for operand in 40-50 38,99 '38,' fig-99-x.svg 38-x; do
        run figure "$operand"
        expect_status 2
        expect_message "no figure for"
    done
    run figure "Textiel in Provincie Oost-Vlanderen"
    expect_status 2
    expect_message '"Textiel in Provincie Oost-Vlaanderen"'
}

test_sectors_and_provinces_are_named_as_they_are_shown() {
    copy_small_project 38 39 51
    expect_figures "38 51" sector "landbouw  EN agro industrie" Toerisme
    expect_figures 51 sector "Land- en tuinbouw"
    expect_figures "38 39" province "Oost Vlaanderen"
    run sector "Landbouw en argo-industrie"
    expect_status 2
    expect_message '"Landbouw en agro-industrie"'
    run province "Oost-Vlanderen"
    expect_status 2
    expect_message '"Oost-Vlaanderen"'
}

test_a_size_that_is_nearly_a_name_is_answered_with_it() {
    copy_project
    run figure 13 --size Leter
    expect_usage_error --size '"letter"'
    run figure 13 --size A4-lanscape
    expect_usage_error --size '"a4-landscape"'
    run figure 13 --size 180
    expect_usage_error --size 160mm
}

# An option that would do nothing is a mistake: nothing is drawn.
test_an_option_without_what_it_is_for_is_refused() {
    copy_project
    while IFS='|' read -r options option remedy; do
        # shellcheck disable=SC2086 # one word an option
        run figure 13 --out none $options
        expect_status 2
        expect_message "$option: " "$remedy"
        [ "$(wc -l <"$work/stderr")" -eq 1 ] || fail "$options: more is said"
        expect_no_figure_in "$project/none"
    done <<END
--format pdf,svg --palette|--palette|add png to --format
--format svg --world-file|--world-file|add png to --format
--format png --svg-target web|--svg-target|add svg to --format
--format svg --print press.icc|--print|add pdf to --format
--format png --archive|--archive|add pdf to --format
--bleed 3mm|--bleed|add --print
--bleed 0mm|--bleed|add --print
--marks|--marks|add --print
--archive --print press.icc|--archive|draw twice
END
}

run_tests
