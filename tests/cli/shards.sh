# An annex that several machines draw in parts, and one binds: the same files, to the byte, as one run
# makes, and what is said of a part that is missing, unfinished or made of something else.
. "$(dirname "$0")/lib.sh"

options="--format pdf,svg"

# Figures 12, 14, 21 and 54, and as whole/ what one run makes of them, once for all tests of the script.
rm -rf "$TEST_OUT/whole"
make_project() {
    drawn=$TEST_OUT/whole
    if [ ! -d "$drawn" ]; then
        copy_small_project 12 14 21 54
        annex --out whole
        expect_status 0
        mv "$project" "$drawn"
    fi
    project=$work/project
    cp -a "$drawn" "$project"
}

annex() {
    # shellcheck disable=SC2086 # words
    run annex $options "$@"
}

# Both parts into folder $1, or into folders of their own, part-1 and part-2.
draw_parts() {
    for part in 1 2; do
        annex --shard "$part/2" --out "${1:-part-$part}"
        expect_status 0
    done
}

expect_as_one_run() {
    annex --bind "$@"
    expect_status 0
    expect_same_files "$project/whole" "$project/out"
    [ "$(files_in "$project/out" | wc -l)" -eq 28 ] || fail "$(files_in "$project/out" | wc -l) files"
    annex --dry-run
    grep -qx '0 of 21 would be drawn' "$work/stdout" || fail "after it: $(tail -n 1 "$work/stdout")"
}

# Each file of the figures in the folder, with its time and number.
snapshot() {
    files_in "$project/$1" | sort | xargs stat -c '%n %Y %y %i'
}

test_parts_in_folders_of_their_own_are_bound_to_what_one_run_makes() {
    make_project
    draw_parts
    both=$(for part in 1 2; do files_in "$project/part-$part" | sed 's|.*/part-[12]/||'; done)
    [ -z "$(echo "$both" | sort | uniq -d)" ] || fail "drawn twice: $(echo "$both" | sort | uniq -d)"
    for part in 1 2; do
        [ "$(find "$project/part-$part" -name 'fig-*.pdf' | wc -l)" -eq 4 ] || fail "not half of it"
    done
    expect_as_one_run part-1 part-2
}

test_parts_that_share_a_folder_are_bound_to_what_one_run_makes() {
    make_project
    for part in 1 2; do
        (cd "$project" && exec "$STREEKKAART" annex --format pdf,svg --quiet --shard $part/2) &
        eval "child_$part=$!"
    done
    # shellcheck disable=SC2154 # set by eval
    wait "$child_1" || fail "part 1 failed"
    # shellcheck disable=SC2154 # likewise
    wait "$child_2" || fail "part 2 failed"
    expect_as_one_run
}

# A copy has other times, as by scp; and lies elsewhere.
test_copies_of_parts_are_as_good() {
    make_project
    draw_parts
    mkdir "$project/gathered"
    cp -r "$project/part-2" "$project/gathered/two"
    rm -r "$project/part-2"
    expect_as_one_run "$project/part-1" gathered/two
}

# A sheet has two pages, and the remark is on one of them: the other one's SVG is not copied.
test_only_what_changed_is_drawn_and_copied() {
    make_project
    draw_parts
    annex --bind part-1 part-2
    expect_status 0
    damage "$project/layers/chemie-life-sciences.geojson" '"remark": "' '&Nieuw: '
    annex --out whole
    expect_status 0
    for folder in part-1 part-2 out; do snapshot $folder >"$work/$folder"; done
    draw_parts
    annex --bind part-1 part-2
    expect_status 0
    for folder in part-1 part-2 out; do
        snapshot $folder | comm -13 "$work/$folder" - | sed 's/ .*//'
    done | sed "s|$project/||; s|fig-\([0-9]*\)-.*|\1|" | sort | uniq -c | sed 's/^ *//' | tr '\n' ' ' \
        >"$work/written"
    [ "$(sed 's|part-[12]|part|g' "$work/written")" = \
        "1 out/annex.pdf 2 out/annex/14 2 out/annex/54 1 out/index.html 3 part/annex/54 3 part/annex/14 " ] ||
        fail "wrote: $(cat "$work/written")"
    expect_same_files "$project/whole" "$project/out"
}

test_a_part_is_drawn_once_as_long_as_nothing_changes() {
    make_project
    draw_parts out
    snapshot out >"$work/before"
    draw_parts out
    snapshot out | diff "$work/before" - || fail "drawn again"
    annex --shard 2/2 --dry-run
    grep -qx '0 of 10 would be drawn' "$work/stdout" || fail "$(cat "$work/stdout")"
}

# The annex is drawn in more parts than last time, in the same folder.
test_another_division_takes_the_place_of_the_former() {
    make_project
    draw_parts out
    for part in 1 2 3; do annex --shard $part/3; done
    expect_as_one_run
    draw_parts out
    expect_as_one_run
}

expect_refused() {
    rm -rf "$project/out"
    annex --bind "$@"
    expect_status 1
    [ ! -e "$project/out/annex.pdf" ] || fail "bound"
    [ ! -e "$project/out" ] || expect_no_figure_in "$project/out"
}

test_a_part_that_is_missing_is_named() {
    make_project
    draw_parts
    expect_refused part-2
    expect_message "part 1 of 2 is missing" "--shard 1/2"
    expect_refused part-1 whole
    expect_message whole: "no part of an annex lies there"
    annex --shard 2/3 --out part-2
    expect_refused part-1 part-2
    expect_message part-2: "part 2 of 2 is missing" "of 3"
    cp -r "$project/part-1" "$project/again"
    annex --shard 2/2 --out part-2
    expect_refused part-1 part-2 again
    expect_message again: "part 1 of 2 is in part-1, too"
}

test_a_part_that_was_interrupted_is_named() {
    make_project
    annex --shard 1/2 --out part-1
    (cd "$project" && exec "$STREEKKAART" annex --format pdf,svg --quiet --shard 2/2 --out part-2) \
        2>"$work/none" &
    child=$!
    while [ ! -d "$project/part-2/.streekkaart/part-2" ]; do sleep 0.01; done
    kill -KILL "$child"
    wait "$child" 2>"$work/none" || true
    expect_refused part-1 part-2
    expect_message part-2: "part 2 of 2 was not drawn to its end"
    annex --shard 2/2 --out part-2
    expect_status 0
    expect_as_one_run part-1 part-2
}

test_a_part_of_other_inputs_options_or_program_is_named() {
    make_project
    draw_parts
    cp "$project/layers/diamant.geojson" "$work/diamant.geojson"
    damage "$project/layers/diamant.geojson" '"remark": "' '&Nieuw: '
    expect_refused part-1 part-2
    expect_message part-2: annex/fig-21- "part 2 of 2" "features that it shows have changed" "1 more"
    cp "$work/diamant.geojson" "$project/layers/diamant.geojson"
    options="--format pdf,svg,png --dpi 40" expect_refused part-1 part-2
    expect_message part-1: "part 1 of 2" "it has not been drawn yet" "the options of this run"
    options="--format svg --svg-target web" expect_refused part-1 part-2
    expect_message part-1: "it was drawn with other options"
    sed -i 's/"program": "./&0/; s/\("program": "[0-9a-f]\{16\}\)[0-9a-f]/\1/' \
        "$project/part-1/.streekkaart/part-1/record.json"
    expect_refused part-1 part-2
    expect_message part-1: "the program, a library or the font is another"
    annex --shard 1/2 --out part-1
    expect_as_one_run part-1 part-2
}

test_a_file_of_a_part_that_is_damaged_is_named() {
    make_project
    draw_parts
    sheet=$(basename "$project"/part-1/annex/fig-12-*.pdf)
    echo >>"$project/part-1/annex/$sheet"
    expect_refused part-1 part-2
    expect_message part-1: "annex/$sheet" "changed since it was drawn"
    rm "$project/part-1/annex/$sheet"
    expect_refused part-1 part-2
    expect_message part-1: "annex/$sheet" "not there any more"
}

test_a_designers_work_is_kept_when_parts_are_gathered() {
    make_project
    draw_parts
    annex --bind part-1 part-2
    sed -i 's/<svg /<svg data-mine="yes" /' "$project"/out/fig-21-*.svg
    annex --bind part-1 part-2
    expect_status 0
    expect_message "kept as out/fig-21-antwerpen-diamant.edited.svg"
    grep -q data-mine "$project/out/fig-21-antwerpen-diamant.edited.svg" || fail "it is lost"
}

# Bound by who has none of the pages that were kept for it.
test_sheets_that_cannot_be_read_back_are_composed_again() {
    make_project
    draw_parts
    rm "$project/part-1/.streekkaart"/*.pages
    for file in "$project/part-2/.streekkaart"/*.pages; do echo damage >"$file"; done
    expect_as_one_run part-1 part-2
}

test_what_is_wrong_is_said_by_who_draws_and_by_who_binds() {
    make_project
    damage "$project/layers/diamant.geojson" '"name": "provincie' '"name": "\\u4e2d provincie'
    annex --out whole
    expect_status 1
    sed 's/whole/out/' "$work/stderr" >"$work/said"
    annex --shard 1/2
    expect_status 0
    annex --shard 2/2
    expect_status 1
    expect_message "lacks letters"
    annex --bind
    expect_status 1
    diff "$work/said" "$work/stderr" || fail "something else was said"
    expect_same_files "$project/whole" "$project/out"
}

expect_no_part() {
    run annex --format svg "$@"
    expect_status 2
}

test_a_part_that_there_cannot_be_is_refused() {
    make_project
    for part in 3/2 0/2 0/0 1/0; do
        expect_no_part --shard $part
        expect_message --shard "there is no part ${part%/*} of ${part#*/}"
    done
    for part in 2 /2 2/ 1/2/3 -1/2 +1/2 1.5/2 "1 /2" 1/99999999 a/b ""; do
        expect_no_part "--shard=$part"
        expect_message --shard "cannot be used" "2/3"
    done
    expect_no_part --shard 1/5
    expect_message --shard "4 figures: too few for 5 parts"
    expect_no_part 21 --shard 1/2
    expect_message --shard '"21" names some'
    expect_no_part --shard 1/2 --bind
    expect_message --shard "bind when all parts are drawn"
    expect_no_part --shard 1/2 --caption latex
    expect_message --caption --bind
    run figure 21 --shard 1/2
    expect_status 2
    expect_message --shard 'not an option of "figure"'
    [ ! -e "$project/out" ] || fail "something was drawn"
    annex --bind
    expect_status 1
    expect_message "out:" "no part of an annex lies there"
}

run_tests
