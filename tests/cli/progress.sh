# What a run that draws tells while it works and at its end, to a log and to a program.
. "$(dirname "$0")/lib.sh"

figures="12 13 14"

# File $1 of the project ends in the middle, so that nothing of it can be drawn.
break_in_half() {
    head -c 300 "$project/$1" >"$work/half"
    mv "$work/half" "$project/$1"
}

# Each line is one JSON object.
expect_events() {
    [ -s "$work/stdout" ] || fail "no event"
    expect_json_lines
    ! grep -v '^{"event": "[a-z ]*", .*}$' "$work/stdout" || fail "no event"
}

# The names of the events in their order, on one line.
events() {
    sed 's/^{"event": "\([a-z ]*\)".*/\1/' "$work/stdout" | tr '\n' ' '
}

test_a_log_gets_a_summary_and_no_paths() {
    copy_project
    # shellcheck disable=SC2086 # words
    run figure $figures --format svg
    expect_status 0
    [ "$(cat "$work/stdout")" = "3 figures drawn, 0 unchanged, in out; nothing to mend" ] ||
        fail "$(cat "$work/stdout")"
    rm "$project"/out/fig-13-*.svg
    # shellcheck disable=SC2086
    run figure $figures --format svg
    [ "$(cat "$work/stdout")" = "1 figure drawn, 2 unchanged, in out; nothing to mend" ] ||
        fail "$(cat "$work/stdout")"
    [ ! -s "$work/stderr" ] || fail "something on standard error"
}

test_the_summary_counts_what_is_wrong_and_what_has_no_file() {
    copy_project
    break_in_half layers/diamant.geojson
    run figure 13 21 --format svg
    expect_status 1
    grep -q '^1 figure drawn, 0 unchanged, 1 not drawn, in out; [1-9][0-9]* error' "$work/stdout" ||
        fail "$(cat "$work/stdout")"
}

test_a_log_of_many_figures_gets_a_line_for_ten() {
    copy_project
    run_all_figures --format svg
    count=$(figure_count)
    [ "$count" -gt 20 ] || fail "only $count figures"
    for done in 10 20; do
        [ "$(grep -cx "$done of $count figures" "$work/stdout")" -eq 1 ] || fail "$(cat "$work/stdout")"
    done
    [ "$(wc -l <"$work/stdout")" -eq $(((count - 1) / 10 + 1)) ] || fail "$(cat "$work/stdout")"
    run_all_figures --format svg
    grep -qx "0 figures drawn, $count unchanged, in out; [0-9]* warnings" "$work/stdout" ||
        fail "$(cat "$work/stdout")"
}

test_list_prints_the_paths_and_nothing_else() {
    copy_small_project 13 21
    run annex --format svg --list --report report.json
    expect_status 0
    (cd "$project" && find out report.json -type f ! -path '*/.streekkaart/*') | sort >"$work/there"
    [ "$(wc -l <"$work/there")" -gt 8 ] || fail "$(cat "$work/there")"
    sort "$work/stdout" | diff "$work/there" - || fail "other paths"
    expect_message "2 figures drawn, 0 unchanged, in out; also out/index.html, report.json; "
    run annex --format svg --list --quiet
    expect_file "$work/stdout"
    [ ! -s "$work/stderr" ] || fail "it is not quiet"
}

test_json_is_an_event_a_line() {
    copy_project
    break_in_half layers/diamant.geojson
    run figure 13 21 14 --format svg --json
    expect_status 1
    expect_events
    case $(events) in
    *finding\ *start\ figure\ figure\ summary\ ) ;;
    *) fail "$(events)" ;;
    esac
    for text in '"event": "start", "figures": 2, "to_draw": 2, "folder": "out"' \
        '"figure": 13, "name": "fig-13-antwerpen-logistiek", "state": "drawn", "drawn": ["out/fig-13-antwerpen-logistiek.svg"], "unchanged": []' \
        '"event": "finding", "severity": "error", "file": "layers/diamant.geojson", ' \
        '"drawn": 2, "unchanged": 0, "not_drawn": 1, ' '"status": 1}'; do
        grep -qF "$text" "$work/stdout" || fail "no $text: $(cat "$work/stdout")"
    done
    [ "$(grep -c '"event": "finding"' "$work/stdout")" -eq "$(wc -l <"$work/stderr")" ] ||
        fail "other findings than on standard error"
    run figure 13 --format svg --json
    grep -qF '"state": "unchanged", "drawn": [], "unchanged": ["out/fig-13-antwerpen-logistiek.svg"]' \
        "$work/stdout" || fail "$(cat "$work/stdout")"
}

test_json_of_an_annex_and_of_a_dry_run() {
    copy_small_project 13 21
    run annex --format svg --dry-run --json
    expect_events
    would=$(grep -c '"event": "would draw"' "$work/stdout")
    [ "$would" -gt 3 ] || fail "$(cat "$work/stdout")"
    grep -qF "\"would_draw\": $would}" "$work/stdout" || fail "another sum"
    run annex --format svg --json
    expect_events
    grep -qF '{"event": "file", "path": "out/index.html"}' "$work/stdout" || fail "no gallery"
    [ "$(events)" = "start figure figure file summary " ] || fail "$(events)"
}

test_json_ends_with_a_summary_however_the_run_ends() {
    copy_project
    run figure 99 --json
    expect_status 2
    expect_events
    [ "$(events)" = "finding summary " ] || fail "$(events)"
    rm "$project/boundaries/regions.gpkg"
    run figure 13 --json
    expect_status 1
    expect_events
    case $(events) in
    finding*summary\ ) ;;
    *) fail "$(events)" ;;
    esac
}

run_tests
