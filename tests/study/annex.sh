# The annex of the report, whole: every figure, every row, and no complaint.
. "$(dirname "$0")/../cli/lib.sh"

test_the_shipped_project_has_no_fault() {
    copy_project
    run check
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "$(cat "$work/stderr")"
}

test_the_annex_has_every_figure_and_every_row_and_is_small() {
    copy_project
    run annex --format pdf
    expect_status 0
    [ "$(figure_count)" -eq 45 ] || fail "$(figure_count) figures"
    [ "$(find "$project/out" -maxdepth 1 -name 'fig-*.pdf' | wc -l)" -eq 45 ] || fail "not 45 figures"
    expect_every_row_in_its_sheet "$project/out/annex" 39 4
    [ "$(wc -c <"$project/out/annex.pdf")" -lt 12000000 ] || fail "$(wc -c <"$project/out/annex.pdf") bytes"
}

run_tests
