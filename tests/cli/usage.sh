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

test_version_is_one_line() {
    copy_project
    run --version
    expect_status 0
    grep -qx 'streekkaart [0-9.]*' "$work/stdout" || fail "$(cat "$work/stdout")"
}

run_tests
