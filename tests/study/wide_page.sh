# On a page wider than the style's, nothing overlaps or is missing either; scripts/test.sh --long
# looks at all figures, else at the most crowded.
. "$(dirname "$0")/../cli/lib.sh"

test_nothing_overlaps_or_is_missing_on_a_wider_page() {
    copy_project
    printf '%s\n' '{ "extends": "study",' \
        '  "page": { "width": "190 mm", "overview_width": "277 mm" } }' >"$project/styles/wide.json"
    if [ -n "${SK_LONG:-}" ]; then
        run_all_figures --format svg --out figures --style wide
    else
        run figure 13 24 40 47 53 --format svg --out figures --style wide
    fi
    expect_status 0
    expect_faultless "$project/figures" "$(shortly 5 45)"
}

run_tests
