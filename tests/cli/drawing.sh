# What the drawing commands write, and that they write it the same each time.
. "$(dirname "$0")/lib.sh"

names_in() {
    (cd "$1" && files_in . | sort)
}

expect_same_files() {
    [ -n "$(names_in "$1")" ] || fail "nothing in $1"
    [ "$(names_in "$1")" = "$(names_in "$2")" ] || fail "$1 and $2 hold other files"
    for name in $(names_in "$1"); do
        cmp -s "$1/$name" "$2/$name" || fail "$name differs between $1 and $2"
    done
}

test_a_figure_is_written_in_the_three_formats_under_its_name() {
    copy_project
    run figure 13 --list
    expect_status 0
    for format in pdf png svg; do
        expect_file "$project/out/fig-13-antwerpen-logistiek.$format"
        grep -qx "out/fig-13-antwerpen-logistiek.$format" "$work/stdout" || fail "not named: $format"
    done
    [ "$(names_in "$project/out" | wc -l)" -eq 3 ] || fail "$(names_in "$project/out")"
    expect_whole_files_in "$project/out"
}

test_a_province_and_a_sector_stand_for_their_figures() {
    copy_project
    run province antwerpen --format svg --out province
    expect_status 0
    [ "$(find "$project/province" -name 'fig-*-antwerpen-*.svg' | wc -l)" -eq 7 ] ||
        fail "$(names_in "$project/province")"
    run sector diamant --format svg --out sector
    expect_status 0
    [ "$(names_in "$project/sector")" = ./fig-21-antwerpen-diamant.svg ] ||
        fail "$(names_in "$project/sector")"
}

test_two_runs_give_the_same_bytes_with_any_number_of_jobs() {
    copy_project
    run figure 13 14 16 --out one --jobs 1
    cp "$work/stderr" "$work/said"
    sleep 1 # so that a time of day in a file would show
    run figure 16 13 14 13 --out two --jobs 2
    cmp "$work/said" "$work/stderr" || fail "other messages"
    [ "$(names_in "$project/one" | wc -l)" -eq 9 ] || fail "$(names_in "$project/one")"
    expect_same_files "$project/one" "$project/two"
}

test_the_date_in_a_file_is_that_of_source_date_epoch() {
    copy_project
    SOURCE_DATE_EPOCH=981173106
    export SOURCE_DATE_EPOCH
    run figure 16 --out one
    run figure 16 --out two
    expect_same_files "$project/one" "$project/two"
    pdfinfo -isodates "$project/one/fig-16-antwerpen-zorg.pdf" >"$work/info"
    grep -q '^CreationDate: *2001-02-03T04:05:06' "$work/info" || fail "$(cat "$work/info")"
}

test_the_locale_does_not_change_a_figure() {
    copy_project
    run figure 13 --out one
    LC_ALL=nl_BE.UTF-8
    LOCPATH=$LOCALES
    ASAN_OPTIONS=$ASAN_OPTIONS:symbolize=1 # a leak of LOCPATH's is let pass by a function's name
    export LC_ALL LOCPATH
    [ "$(locale decimal_point)" = , ] || fail "the locale is not there"
    run figure 13 --out two
    expect_same_files "$project/one" "$project/two"
}

test_quiet_says_nothing_when_all_is_well() {
    copy_project
    run figure 21 --format svg --quiet
    expect_status 0
    [ ! -s "$work/stdout" ] || fail "$(cat "$work/stdout")"
}

test_json_names_the_files_and_the_findings() {
    copy_project
    run figure 21 --format pdf,svg --json
    expect_status 0
    for text in '"figure": 21' '"out/fig-21-antwerpen-diamant.pdf"' \
        '"out/fig-21-antwerpen-diamant.svg"' '"event": "summary"'; do
        grep -qF "$text" "$work/stdout" || fail "not in the JSON: $text"
    done
}

test_the_list_counts_what_stands_on_each_map() {
    copy_project
    run list
    expect_status 0
    points=$(grep -c '"kind": "point"' "$project/layers/diamant.geojson")
    zones=$(grep -c '"kind": "zone"' "$project/layers/diamant.geojson")
    grep -Eq "^ *21 +antwerpen +diamant +$points +$zones +" "$work/stdout" || fail "figure 21"
    grep -Eq '^resoc:kempen +27 ' "$work/stdout" || fail "RESOC Kempen"
    run list --json
    expect_status 0
    grep -qF '"reference": "resoc:kempen"' "$work/stdout" || fail "RESOC Kempen in JSON"
}

test_an_overview_of_all_sectors_is_drawn_of_resocs_and_of_provinces() {
    copy_project
    run figure 11 12 --format svg
    expect_status 0
    grep -q 'id="resoc-kempen-logistiek"' "$project/out/fig-11-vlaanderen-resocs.svg" ||
        fail "no choice of RESOC Kempen"
    grep -q 'id="province-limburg-bouw"' "$project/out/fig-12-vlaanderen-provincies.svg" ||
        fail "no choice of Limburg"
}

test_an_overview_without_any_choices_says_so() {
    copy_project
    sed -i '2,$d' "$project/layers/presence.csv"
    run figure 11
    expect_status 1
    expect_message layers/figures.csv "figure 11"
}

run_tests
