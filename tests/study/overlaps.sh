# What a careful reader would mark on a figure of the report, looked for in the SVG's own geometry:
# names, markers, leaders and furniture on top of each other, things out of the frame, features that
# are missing.
. "$(dirname "$0")/../cli/lib.sh"

test_nothing_overlaps_or_is_missing_on_any_figure_of_the_report() {
    copy_project
    run_all_figures --format svg --out figures --report report.json
    expect_status 0
    expect_faultless "$project/figures" 45
    expect_nothing_far_off "$project/report.json" 500
}

test_nothing_overlaps_or_is_missing_on_any_figure_on_a_wider_page() {
    copy_project
    printf '%s\n' '{ "extends": "study",' \
        '  "page": { "width": "190 mm", "overview_width": "277 mm" } }' >"$project/styles/wide.json"
    run_all_figures --format svg --out figures --style wide
    expect_status 0
    expect_faultless "$project/figures" 45
}

run_tests
