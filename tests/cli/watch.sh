#!/bin/sh
# A project that is watched: what a save touches is drawn, and nothing else; a fault is told, and waited for.
. "$(dirname "$0")/lib.sh"

error_lines() {
    [ "$(grep -c -e "$2" "$work/stderr")" -ge "$1" ]
}

test_a_save_draws_just_what_it_touches() {
    copy_project
    start_watch 13 21 --format svg
    grep -q '^2 figures drawn' "$work/said" || fail "$(cat "$work/said")"
    save Vrachthaven
    wait_until said_lines 1 '^1 figure drawn, 1 unchanged'
    grep -q "^$logistics has changed" "$work/said" || fail "not told: $(cat "$work/said")"
    grep -q Vrachthaven "$project"/out/fig-13-*.svg || fail "not drawn anew"
    [ ! -e "$project/out/annex" ] || fail "sheets of figures that are named"
    damage "$project/$logistics" 51.1352 51.1312 # a corner of a zone
    wait_until said_lines 2 '^1 figure drawn, 1 unchanged'
    expect_end TERM 143
    run figure 13 21 --format svg --out "$work/anew"
    expect_same_files "$project/out" "$work/anew" "another drawing than one run makes"
}

test_without_names_the_annex_is_kept_up() {
    copy_small_project 13 21
    start_watch --format svg
    expect_file "$project/out/index.html"
    cp "$project/out/index.html" "$work/index.html"
    save Vrachthaven
    wait_until said_lines 1 '^1 figure drawn, 1 unchanged.*index.html'
    ls "$project"/out/annex/fig-13-*.svg >"$work/none" || fail "no sheet"
    ! cmp -s "$project/out/index.html" "$work/index.html" || fail "the gallery is the old one"
    save Binnenhaven
    wait_until said_lines 2 ' has changed$'
    expect_end INT 130 # in the middle of a drawing
    expect_whole_files_in "$project/out/annex"
}

test_its_own_files_and_strangers_do_not_wake_it() {
    copy_project
    start_watch 13 --format svg --out .
    : >"$project/notes.txt"
    : >"$project/layers/.logistiek.geojson.swp"
    save Vrachthaven
    wait_until said_lines 2 '^1 figure drawn'
    [ "$(grep -c ' has changed' "$work/said")" -eq 1 ] || fail "woken by more: $(cat "$work/said")"
    expect_end TERM 143
}

test_a_broken_file_is_told_once_and_drawn_when_mended() {
    copy_project
    start_watch 13 21 --format svg
    cp "$project"/out/fig-13-*.svg "$work/good.svg"
    head -c 300 "$PROJECT_DIR/$logistics" >"$project/$logistics"
    wait_until error_lines 1 "^$logistics"
    wait_until said_lines 1 '^0 figures drawn, 1 unchanged, 1 not drawn'
    cmp -s "$project"/out/fig-13-*.svg "$work/good.svg" || fail "the last good drawing is gone"
    told=$(wc -l <"$work/stderr")
    head -c 300 "$PROJECT_DIR/$logistics" >"$project/$logistics"
    wait_until said_lines 2 '^0 figures drawn, 1 unchanged, 1 not drawn'
    [ "$(wc -l <"$work/stderr")" -eq "$told" ] || fail "told again: $(cat "$work/stderr")"
    save Vrachthaven
    wait_until said_lines 1 '^1 figure drawn, 1 unchanged, in out; nothing to mend'
    grep -q Vrachthaven "$project"/out/fig-13-*.svg || fail "not drawn when mended"
    head -c 300 "$PROJECT_DIR/$logistics" >"$project/$logistics"
    wait_until error_lines 2 "^$logistics"
    expect_end TERM 143
}

test_it_begins_with_a_broken_file() {
    copy_project
    head -c 20 "$PROJECT_DIR/project.json" >"$project/project.json"
    start_watch 13 --format svg
    error_lines 1 '^project.json' || fail "not told"
    cat "$PROJECT_DIR/project.json" >"$project/project.json"
    wait_until said_lines 1 '^1 figure drawn'
    expect_end TERM 143
}

test_a_new_name_and_a_file_that_was_gone_are_saves() {
    copy_project
    start_watch 13 --format svg
    save Vrachthaven
    wait_until said_lines 2 '^1 figure drawn'
    sed 's/Vrachthaven/Binnenhaven/' "$project/$logistics" >"$work/new"
    mv "$work/new" "$project/$logistics"
    wait_until said_lines 3 '^1 figure drawn'
    grep -q Binnenhaven "$project"/out/fig-13-*.svg || fail "not drawn after a rename"
    rm "$project/$logistics"
    wait_until said_lines 4 '^1 figure drawn' # what other files have of it
    save Overslag
    wait_until said_lines 5 '^1 figure drawn'
    grep -q Overslag "$project"/out/fig-13-*.svg || fail "not drawn when it was back"
    expect_end TERM 143
}

test_a_file_that_its_editor_keeps_open_is_drawn() {
    copy_project
    start_watch 13 --format svg
    sed '0,/"name": "[^"]*"/s//"name": "Vrachthaven"/' "$PROJECT_DIR/$logistics" >"$work/layer"
    exec 3<>"$project/$logistics"
    cat "$work/layer" >&3
    wait_until said_lines 1 "^$logistics has changed"
    exec 3>&-
    expect_end TERM 143
}

test_a_folder_that_was_replaced_is_watched() {
    copy_project
    start_watch 13 --format svg
    mv "$project/layers" "$project/aside"
    wait_until error_lines 1 'layers'
    cp -r "$project/aside" "$project/layers"
    wait_until said_lines 1 '^0 figures drawn, 1 unchanged, in out; nothing to mend'
    save Vrachthaven
    wait_until said_lines 2 '^1 figure drawn'
    expect_end TERM 143
}

test_files_saved_together_and_those_that_options_name_are_drawn() {
    copy_project
    cp -r "$project/styles" "$work/styles"
    style=$(find "$work/styles" -maxdepth 1 -name '*.json' | sort | head -n 1)
    start_watch 13 21 --format svg --style "$style"
    cp "$style" "$work/copy"
    cat "$work/copy" >"$style"
    wait_until said_lines 1 '^0 figures drawn, 2 unchanged'
    for file in "$project"/layers/*.geojson; do cat "$file" >"$work/copy" && cat "$work/copy" >"$file"; done
    wait_until said_lines 1 'more have changed$'
    expect_end TERM 143
}

test_what_is_asked_for_wrongly_is_not_waited_for() {
    copy_project
    run watch 99
    expect_status 2
    expect_message '"99"'
    run watch 13 --force
    expect_status 2
    expect_message --force
    mkdir "$project/symbols"
    run watch --out symbols/out
    expect_status 2
    expect_message --out symbols
}

run_tests
