# What a careful reader would mark on a figure, looked for in the SVG's own geometry: names, markers,
# leaders and furniture on top of each other, things out of the frame, features that are missing; and
# that it is found where it is.
. "$(dirname "$0")/lib.sh"

test_nothing_overlaps_or_is_missing_on_any_figure() {
    copy_project
    run_all_figures --format svg --out figures --report report.json
    expect_status 0
    expect_faultless "$project/figures" "$(figure_count)"
    expect_nothing_far_off "$project/report.json" 250
}

test_an_overlap_is_found_where_there_is_one() {
    copy_project
    run figure 21 --format svg --out moved
    expect_status 0
    expect_faultless "$project/moved" 1
    # One name to where another stands.
    figure=$project/moved/fig-21-antwerpen-diamant.svg
    place=$(sed -n '/id="town-turnhout-name"/,/<\/g>/s/.*<tspan \(x="[^"]*" y="[^"]*"\).*/\1/p' "$figure" | tail -n 1)
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
