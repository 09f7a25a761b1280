# The annex of the report, whole: every figure, every row, no complaint, and nothing that a careful
# reader would mark: names, markers, leaders and furniture on top of each other, things out of the
# frame, features that are missing.
. "$(dirname "$0")/../cli/lib.sh"

# One drawing for all tests.
work=$TEST_OUT/annex
rm -rf "$work"
mkdir -p "$work"
: >"$work/stderr"
copy_project
run annex --format pdf,svg --report report.json
expect_status 0
out=$project/out

test_the_shipped_project_has_no_fault() {
    run check
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "$(cat "$work/stderr")"
}

test_the_annex_has_every_figure_and_every_row_and_is_small() {
    [ "$(figure_count)" -eq 45 ] || fail "$(figure_count) figures"
    [ "$(find "$out" -maxdepth 1 -name 'fig-*.pdf' | wc -l)" -eq 45 ] || fail "not 45 figures"
    expect_every_row_in_its_sheet "$out/annex" 39 4
    [ "$(wc -c <"$out/annex.pdf")" -lt 12000000 ] || fail "$(wc -c <"$out/annex.pdf") bytes"
}

test_nothing_overlaps_or_is_missing_on_any_figure() {
    mkdir "$work/figures"
    cp "$out"/fig-*.svg "$work/figures"
    expect_faultless "$work/figures" 45
    expect_nothing_far_off "$project/report.json" 500
}

run_tests
