# What `list` says of each map, held against the rows of the study's annex tables, counted by hand
# in tests/study/annex-counts.csv.
. "$(dirname "$0")/../cli/lib.sh"

expected=$PROJECT_DIR/tests/study/annex-counts.csv

# The JSON list with one line for each object that begins with the key $1, as $work/objects.
list_objects() {
    project=$PROJECT_DIR
    run list --json
    expect_status 0
    tr -d ' \n' <"$work/stdout" | sed "s/{\"$1\":/\n&/g" | grep "^{\"$1\":" >"$work/objects"
}

test_each_map_counts_what_its_annex_table_holds() {
    list_objects figure
    tail -n +2 "$expected" >"$work/expected"
    [ "$(wc -l <"$work/expected")" -eq 39 ] || fail "not 39 maps"
    while IFS=, read -r figure points zones links presence; do
        line=$(grep "^{\"figure\":$figure," "$work/objects") || fail "figure $figure is not listed"
        echo "$line" | grep -q "\"points\":$points,\"zones\":$zones,\"links\":$links," ||
            fail "figure $figure is not $points, $zones, $links: $line"
        actors=$(echo "$line" | sed 's/.*"actors":\[\([^]]*\)\].*/\1/' | tr ',' '\n' | grep -c .)
        [ "$actors" -eq "$presence" ] || fail "figure $figure: $actors actors, not $presence"
    done <"$work/expected"
}

test_all_figures_and_sectors_are_listed() {
    list_objects figure
    [ "$(wc -l <"$work/objects")" -eq 45 ] || fail "$(wc -l <"$work/objects") figures"
    tr -d ' \n' <"$work/stdout" | grep -o '"sectors":\[{.*' | grep -o '{"slug":"[^"]*","name"' |
        sort -u >"$work/sectors"
    [ "$(tail -n +2 "$PROJECT_DIR/layers/sectors.csv" | wc -l)" -eq 18 ] || fail "sectors.csv"
    [ "$(grep -c . "$work/sectors")" -ge 18 ] || fail "$(cat "$work/sectors")"
}

run_tests
