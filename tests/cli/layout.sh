# The layout report, and the pins that are made from it.
. "$(dirname "$0")/lib.sh"

# The line of the report about the item with this role and id.
item() {
    grep -F "{\"role\": \"$1\", \"id\": \"$2\"," "$3" >"$work/item" || fail "not in the report: $2"
    cat "$work/item"
}

# The `offset` of that line, as a pin: {"dx": 1.5, "dy": -2}.
offset() {
    sed -n 's/.*"offset": \({[^}]*}\).*/\1/p' "$work/item"
}

pin() {
    printf '{ "figures": { "%s": {\n  "%s": %s\n} } }\n' "$1" "$2" "$3" >"$project/layers/pins.json"
}

test_the_report_tells_what_stands_where_and_what_was_left_out() {
    copy_project
    run figure 13 --format svg --report report.json --list
    expect_status 0
    report=$project/report.json
    item marker antwerpen-logistiek-havencentrum-lillo "$report" >"$work/line"
    for text in '"box": {' '"anchor": {' '"offset": {' '"displacement": ' '"outline": [{'; do
        grep -qF "$text" "$work/item" || fail "no $text"
    done
    item label antwerpen-logistiek-haven-van-antwerpen-zone-label "$report" >"$work/zone"
    item furniture legend "$report" >"$work/legend"
    grep -qF '"overlaps": []' "$report" || fail "overlaps: $(grep -F '{"a":' "$report")"
    grep -F '"reason": "rank"' "$report" | grep -qF '"role": "town"' || fail "no town left out"
    grep -qx report.json "$work/stdout" || fail "the report is not named"
}

test_the_report_is_the_same_to_the_byte_with_any_number_of_jobs() {
    figures="11 24 39 42 47 53"
    # shellcheck disable=SC2086 # one word a figure
    copy_small_project $figures
    # shellcheck disable=SC2086
    run figure $figures --format svg --out one --jobs 1 --report one.json
    expect_status 0
    # shellcheck disable=SC2086
    run figure $figures --format svg --out two --jobs 3 --report two.json
    cmp "$project/one.json" "$project/two.json" || fail "the reports differ"
    count=$(grep -c '^      "figure": ' "$project/one.json")
    [ "$count" -eq 6 ] || fail "$count figures"
    for svg in "$project"/one/*.svg; do
        cmp "$svg" "$project/two/${svg##*/}" || fail "the drawings differ"
    done
}

test_a_report_that_cannot_be_written_is_an_error() {
    copy_project
    mkdir "$project/report.json"
    run figure 21 --format svg --report report.json
    expect_status 3
    expect_message report.json
    expect_nothing_unfinished_in "$project"
}

test_a_pin_copied_from_the_report_changes_nothing() {
    copy_project
    run figure 13 --format svg --out free --report free.json
    for id in antwerpen-logistiek-haven-van-antwerpen-zone-label town-lier-name; do
        grep -F "\"id\": \"$id\"," "$project/free.json" >"$work/item"
        pin 13 "$id" "$(offset)"
        run figure 13 --format svg --out pinned --report pinned.json
        expect_status 0
        sed 's/"pinned": false/"pinned": true/' "$work/item" >"$work/expected"
        grep -F "\"id\": \"$id\"," "$project/pinned.json" | cmp - "$work/expected" || fail "$id"
    done
}

test_a_pinned_name_stands_where_the_pin_says_and_the_others_keep_clear_of_it() {
    copy_project
    id=antwerpen-logistiek-hoogstraten-zone-label
    pin 13 "$id" '{"dx": 20.5, "dy": 6}'
    run figure 13 --format svg --report report.json
    expect_status 0
    item label "$id" "$project/report.json" >"$work/line"
    grep -qF '"offset": {"dx": 20.5, "dy": 6}' "$work/item" || fail "$(offset)"
    grep -qF '"overlaps": []' "$project/report.json" || fail "overlaps"
}

test_a_pinned_marker_stands_at_the_end_of_a_leader() {
    copy_project
    id=antwerpen-logistiek-havencentrum-lillo
    pin 13 "$id" '{"dx": -5, "dy": -4}'
    run figure 13 --format svg --report report.json
    expect_status 0
    item marker "$id" "$project/report.json" >"$work/line"
    grep -qF '"offset": {"dx": -5, "dy": -4}' "$work/item" || fail "$(offset)"
    grep -qF '"displacement": 6.403' "$work/item" || fail "$(cat "$work/item")"
    item leader "$id-leader" "$project/report.json" >"$work/line"
    grep -qF '"overlaps": []' "$project/report.json" || fail "overlaps"
}

test_a_pin_that_puts_one_thing_on_another_is_told() {
    copy_project
    pin 13 inset '{"dx": 5, "dy": 5}, "legend": {"dx": 2, "dy": 2}'
    run figure 13 --format svg --report report.json
    expect_status 0
    grep -qF '{"a": "legend", "b": "inset"}' "$project/report.json" || fail "nothing overlaps"
    expect_message layers/figures.csv "warning: on figure 13 legend overlaps inset" "pins.json"
}

test_a_pin_off_the_map_is_an_error_and_the_figure_is_drawn_without_it() {
    copy_project
    pin 13 antwerpen-logistiek-havencentrum-lillo '{"dx": -150, "dy": 0}'
    run figure 13 --format svg
    expect_status 1
    expect_message layers/pins.json:2 antwerpen-logistiek-havencentrum-lillo "outside the map"
    expect_file "$project/out/fig-13-antwerpen-logistiek.svg"
}

test_check_tells_of_a_pin_whose_feature_no_longer_exists() {
    copy_project
    pin 13 antwerpen-logistiek-haven-van-gisteren-label '{"dx": 1, "dy": 1}'
    run check
    expect_status 1
    expect_message layers/pins.json:2 antwerpen-logistiek-haven-van-gisteren-label "figure 13"
}

run_tests
