# A good figure is not replaced by a worse one, and a drawing checks what it draws.
. "$(dirname "$0")/lib.sh"

sector=layers/logistiek.geojson
map=out/fig-13-antwerpen-logistiek.svg

# The project with the map of figure 13 as it should be, kept as $work/good.svg.
draw_good() {
    copy_small_project 13 14
    run figure 13 --format svg
    expect_status 0
    cp "$project/$map" "$work/good.svg"
}

expect_good_map() {
    cmp "$project/$map" "$work/good.svg" || fail "the good map was replaced"
}

test_a_map_whose_catalogue_is_cut_in_half_stays_and_is_called_stale() {
    draw_good
    head -c 3000 "$PROJECT_DIR/$sector" >"$project/$sector"
    for options in '' --force; do
        # shellcheck disable=SC2086 # none, or one word
        run figure 13 --format svg $options
        expect_status 1
        expect_message "$sector" "figure 13" stale
        expect_good_map
    done
}

test_a_map_that_would_lack_a_feature_stays_unless_it_is_forced() {
    draw_good
    damage "$project/$sector" '"kind": "point"' '"kind": "pont"'
    run figure 13 --format svg
    expect_status 1
    expect_message "$sector:" pont
    expect_message "$sector:" "figure 13" stale --force
    expect_good_map
    run figure 13 --format svg --force
    expect_status 1
    if cmp -s "$project/$map" "$work/good.svg"; then fail "not drawn"; fi
}

test_a_map_that_lacks_a_feature_is_drawn_where_there_is_none_yet() {
    copy_small_project 13
    damage "$project/$sector" '"kind": "point"' '"kind": "pont"'
    run figure 13 --format svg
    expect_status 1
    expect_file "$project/$map"
}

test_a_fault_in_another_sector_holds_nothing_back() {
    draw_good
    damage "$project/layers/chemie-life-sciences.geojson" '"kind": "point"' '"kind": "pont"'
    run figure 13 --format svg
    expect_status 1
    expect_message layers/chemie-life-sciences.geojson: pont
    [ "$(wc -l <"$work/stderr")" -eq 1 ] || fail "more than one message"
}

test_an_annex_that_would_lack_a_figure_is_not_bound_anew() {
    copy_small_project 13 14
    run annex --format pdf
    expect_status 0
    cp "$project/out/annex.pdf" "$project/out/index.html" "$work"
    head -c 3000 "$PROJECT_DIR/$sector" >"$project/$sector"
    run annex --format pdf
    expect_status 1
    expect_message "annex" "not written"
    cmp "$project/out/annex.pdf" "$work/annex.pdf" || fail "the annex was replaced"
    cmp "$project/out/index.html" "$work/index.html" || fail "the index was replaced"
}

test_a_figure_that_has_nothing_to_show_any_more_is_called_stale() {
    copy_small_project 13 14
    run sector logistiek --format svg
    expect_status 0
    rm "$project/$sector"
    grep -v ^logistiek, "$PROJECT_DIR/layers/presence.csv" >"$project/layers/presence.csv"
    run sector logistiek --format svg
    expect_status 1
    expect_message out "figure 13" stale
}

test_a_drawing_says_what_check_says_and_draws_the_rest() {
    copy_small_project 13 14
    damage "$project/$sector" '"place": "Antwerpen"' '"place": "Mol"'
    run check
    expect_status 1
    expect_message "$sector:" "outside Mol"
    cp "$work/stderr" "$work/check"
    for command in 'figure 13' annex; do
        # shellcheck disable=SC2086 # one word a word
        run $command --format svg
        expect_status 1
        grep -v ': warning: on figure ' "$work/stderr" >"$work/drawing" # those of the layout
        cmp "$work/drawing" "$work/check" || fail "other messages than check"
        expect_file "$project/$map"
    done
    run figure 14 --format svg
    expect_status 0
}

test_a_number_used_twice_is_told_by_a_drawing() {
    copy_small_project 13
    damage "$project/$sector" '"number": 2' '"number": 1'
    run figure 13 --format svg
    expect_status 1
    expect_message "$sector:" "number 1 is used twice"
    expect_file "$project/$map"
}

test_nothing_is_drawn_at_the_first_error_when_that_is_wanted() {
    copy_small_project 13 14
    damage "$project/$sector" '"place": "Antwerpen"' '"place": "Mol"'
    run annex --format svg --keep-going=no
    expect_status 1
    expect_message "outside Mol"
    expect_no_figure_in "$project/out"
    run annex --format svg --keep-going=maybe
    expect_status 2
    expect_message --keep-going
}

run_tests
