# What a careful reader would mark on a figure, looked for in the SVG's own geometry: names, markers,
# leaders and furniture on top of each other, things out of the frame, features that are missing.
. "$(dirname "$0")/lib.sh"
: "${SVG_OVERLAPS:?}"

expect_faultless() {
    "$SVG_OVERLAPS" "$project" "$1"/*.svg >"$work/faults" || fail "$(head -n 20 "$work/faults")"
}

expect_fault() {
    if "$SVG_OVERLAPS" "$project" "$1"/*.svg >"$work/faults"; then fail "found nothing"; fi
    grep -qF -e "$2" "$work/faults" || fail "found only: $(cat "$work/faults")"
}

# Markers and names stand at most 12 mm from their place or from what they name.
expect_nothing_far_off() {
    grep -o '"id": "[^"]*"\|"displacement": [0-9.]*' "$1" |
        awk '/"id"/ { id = $2 } /displacement/ { n++; if ($2 > 12) print id, $2 }
             END { if (n < 500) print "only", n, "displacements" }' >"$work/far"
    [ ! -s "$work/far" ] || fail "too far off: $(cat "$work/far")"
}

test_nothing_overlaps_or_is_missing_on_any_figure_of_the_report() {
    copy_project
    run_all_figures --format svg --out figures --report report.json
    expect_status 0
    expect_faultless "$project/figures"
    expect_nothing_far_off "$project/report.json"
}

test_nothing_overlaps_or_is_missing_on_any_figure_on_a_wider_page() {
    copy_project
    printf '%s\n' '{ "extends": "study",' \
        '  "page": { "width": "190 mm", "overview_width": "277 mm" } }' >"$project/styles/wide.json"
    run_all_figures --format svg --out figures --style wide
    expect_status 0
    expect_faultless "$project/figures"
}

test_an_overlap_is_found_where_there_is_one() {
    copy_project
    run figure 21 --format svg --out moved
    expect_status 0
    expect_faultless "$project/moved"
    # One name to where another stands.
    figure=$project/moved/fig-21-antwerpen-diamant.svg
    place=$(sed -n '/id="town-turnhout-name"/,/<\/g>/s/.*<tspan \(x="[^"]*" y="[^"]*"\).*/\1/p' "$figure")
    [ -n "$place" ] || fail "no place of Turnhout"
    sed -i '/id="town-herentals-name"/,/<\/g>/s/<tspan x="[^"]*" y="[^"]*"/<tspan '"$place"'/' "$figure"
    expect_fault "$project/moved" "overlap: town-turnhout-name and town-herentals-name"
    run figure 21 --format svg --out moved
    sed -i '/id="town-herentals-name"/,/<\/g>/s/<tspan x="[^"]*"/<tspan x="9999"/' "$figure"
    expect_fault "$project/moved" "out of the frame or the page: town-herentals-name"
}

test_a_missing_feature_is_found() {
    copy_project
    run figure 16 --format svg --out less
    expect_status 0
    feature=$(sed -n 's/.*data-feature="\([^"]*\)" data-role="marker".*/\1/p' \
        "$project/less/fig-16-antwerpen-zorg.svg" | head -n 1)
    [ -n "$feature" ] || fail "no marker"
    sed -i "s/data-feature=\"$feature\"//" "$project/less/fig-16-antwerpen-zorg.svg"
    expect_fault "$project/less" "missing: $feature"
}

run_tests
