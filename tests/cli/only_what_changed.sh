# What is drawn again, and what is not: after any change the files, what is said and the exit status
# are those of a run that draws all, and files that nothing has changed in are not touched.
. "$(dirname "$0")/lib.sh"

options="--format pdf,svg"

# One that another program drew is not as this one would draw it.
rm -rf "$TEST_OUT/annex"

# The annex of figures 12, 14, 21 and 54, drawn once for all tests of the script. Nothing stands on
# the maps, so that sheets show those of their figures.
draw_annex() {
    drawn=$TEST_OUT/annex
    if [ ! -d "$drawn" ]; then
        copy_small_project 12 14 21 54
        sed -i 's/"place": "emptiest"/"place": "outside"/' "$project/styles/study.json"
        # shellcheck disable=SC2086 # words
        run annex $options
        expect_status 0
        mv "$project" "$drawn"
    fi
    project=$work/project
    cp -a "$drawn" "$project"
}

# Each file in out/, with its time and number.
snapshot() {
    (cd "$project/out" && find . -type f ! -path './.streekkaart/*' -printf '%P %T@ %i\n') | sort
}

# What changed between two snapshots, as words: "14" for a file of figure 14, "annex/14" for one of its
# sheet, "annex.pdf". The gallery's pictures go with their figures.
words_of() {
    sed -e '/^gallery\//d' -e 's/ .*//' -e 's/fig-\([0-9]*\)-.*/\1/' | sort -u | tr '\n' ' '
}

# The run draws just $1; then all is as if it had been drawn by force. More options may follow.
expect_drawn() {
    wanted=$1
    shift
    snapshot >"$work/before"
    # shellcheck disable=SC2086 # words
    run annex $options --dry-run "$@"
    sed -e '$d' -e 's|^out/||' -e 's/:.*//' "$work/stdout" | words_of >"$work/planned"
    snapshot | diff "$work/before" - || fail "a dry run has written"
    # shellcheck disable=SC2086 # words
    run annex $options "$@"
    incremental=$status
    cp "$work/stderr" "$work/said"
    snapshot | comm -13 "$work/before" - | words_of | sed 's/index.html //' >"$work/written"
    [ "$(cat "$work/written")" = "${wanted:+$wanted }" ] || fail "drew: $(cat "$work/written")"
    cmp "$work/written" "$work/planned" || fail "planned: $(cat "$work/planned")"
    rm -rf "$project/fresh"
    # shellcheck disable=SC2086 # words
    run annex $options --out fresh "$@"
    expect_status "$incremental"
    diff -r -x .streekkaart "$project/fresh" "$project/out" || fail "not as a full run draws it"
    sed 's|fresh|out|g' "$work/stderr" | diff - "$work/said" || fail "something else was said"
}

everything="12 14 21 54 annex.pdf annex/12 annex/14 annex/21 annex/54"
sector="14 54 annex.pdf annex/14 annex/54"

test_nothing_is_drawn_when_nothing_changed() {
    draw_annex
    expect_drawn ""
    run annex --format pdf,svg --dry-run
    grep -qx '0 of 21 would be drawn' "$work/stdout" || fail "$(cat "$work/stdout")"
}

test_force_draws_all() {
    draw_annex
    snapshot >"$work/before"
    run annex --format pdf,svg --force
    expect_status 0
    [ "$(snapshot | comm -12 "$work/before" - | words_of)" = "index.html " ] || fail "kept some"
}

test_a_remark_is_on_the_sheets_alone() {
    draw_annex
    damage "$project/layers/chemie-life-sciences.geojson" '"remark": "' '&Nieuw: '
    expect_drawn "annex.pdf annex/14 annex/54"
}

test_a_name_is_on_its_maps_and_their_sheets() {
    draw_annex
    damage "$project/layers/chemie-life-sciences.geojson" '"name": "' '&Nieuw '
    expect_drawn "$sector"
}

test_a_source_is_in_the_files_of_maps_too() {
    draw_annex
    damage "$project/layers/chemie-life-sciences.geojson" '"source": "' '&Nieuw '
    expect_drawn "$sector"
}

test_a_point_that_moves_is_on_its_maps_and_their_sheets() {
    draw_annex
    damage "$project/layers/chemie-life-sciences.geojson" '"coordinates": \[4\.[0-9]*' '"coordinates": [4.5'
    expect_drawn "$sector"
}

test_a_feature_that_is_gone_is_gone_from_its_maps() {
    draw_annex
    awk '/^    {/ { n++ } n != 1 { print }' "$project/layers/chemie-life-sciences.geojson" >"$work/fewer"
    cp "$work/fewer" "$project/layers/chemie-life-sciences.geojson"
    expect_drawn "$sector"
}

test_a_place_that_a_link_leads_to_is_on_its_maps() {
    draw_annex
    grep -q 'place:waaslandhaven' "$project/layers/chemie-life-sciences.geojson" || fail "no link"
    sed -i '/"id": "waaslandhaven"/,/coordinates/s/"coordinates": \[[0-9.]*/"coordinates": [4.2/' \
        "$project/layers/places.geojson"
    expect_drawn "$sector"
}

test_an_actor_is_on_the_maps_that_list_it_and_on_the_overview() {
    draw_annex
    damage "$project/layers/presence.csv" '^diamant,antwerpen,resoc:antwerpen,false' \
        'diamant,antwerpen,resoc:antwerpen,true'
    expect_drawn "12 21 annex.pdf annex/12 annex/21"
}

test_a_title_is_on_its_figure_alone() {
    draw_annex
    damage "$project/layers/figures.csv" ',Diamant,' ',Diamanten,'
    expect_drawn "21 annex.pdf annex/21"
}

test_a_sector_is_on_its_maps_and_the_overview() {
    draw_annex
    damage "$project/layers/sectors.csv" '^diamant,Diamant' 'diamant,Diamanten'
    expect_drawn "12 21 annex.pdf annex/12 annex/21"
}

test_a_town_is_on_every_map() {
    draw_annex
    damage "$project/layers/context.geojson" '"name":"Turnhout"' '"name":"Turnhouts"'
    expect_drawn "$everything"
}

test_a_pin_is_on_its_figure_alone() {
    draw_annex
    printf '{ "figures": { "21": {\n  "legend": { "dx": 5, "dy": 5 }\n} } }\n' \
        >"$project/layers/pins.json"
    expect_drawn "21 annex.pdf annex/21"
}

test_a_pin_of_a_sheet_is_on_the_sheet_alone() {
    draw_annex
    printf '{ "figures": { "21-sheet": {\n  "legend": { "dx": 5, "dy": 5 }\n} } }\n' \
        >"$project/layers/pins.json"
    expect_drawn "annex.pdf annex/21"
}

test_a_style_is_on_every_map() {
    draw_annex
    damage "$project/styles/study.json" '"sea": "#......"' '"sea": "#ccddee"'
    expect_drawn "$everything"
}

test_how_a_style_is_written_changes_nothing() {
    draw_annex
    echo >>"$project/styles/study.json"
    expect_drawn ""
}

test_a_word_is_on_every_map() {
    draw_annex
    damage "$project/styles/languages/nl.json" '"Zones"' '"Zonen"'
    expect_drawn "$everything"
}

test_a_border_is_on_every_map() {
    draw_annex
    sqlite3 "$project/boundaries/regions.gpkg" \
        "DROP TRIGGER IF EXISTS rtree_province_geom_update1; UPDATE province SET name = 'Antwerpe' WHERE name LIKE '%Antwerpen%'" ||
        fail "no province to rename"
    expect_drawn "$everything"
}

# Beside the first one: neither makes the other's files stale.
test_a_further_language_is_another_annex() {
    draw_annex
    snapshot >"$work/before"
    # shellcheck disable=SC2086 # words
    run annex $options --lang fr
    expect_status 0
    snapshot | comm -13 "$work/before" - | words_of >"$work/written"
    [ "$(cat "$work/written")" = "$(echo "$everything" | sed 's/annex.pdf/annex-fr.pdf/') index-fr.html " ] ||
        fail "drew: $(cat "$work/written")"
    for language in nl fr; do
        # shellcheck disable=SC2086 # words
        run annex $options --lang "$language" --dry-run
        grep -qx '0 of 21 would be drawn' "$work/stdout" || fail "$language: $(cat "$work/stdout")"
    done
}

test_an_option_concerns_its_format_alone() {
    draw_annex
    # shellcheck disable=SC2086 # words
    run annex $options --svg-target web --dry-run
    [ "$(grep -c '\.svg: it was drawn with other options$' "$work/stdout")" -eq 8 ] ||
        fail "$(cat "$work/stdout")"
    grep -qx '8 of 21 would be drawn' "$work/stdout" || fail "$(cat "$work/stdout")"
    run annex --format png --dpi 40 --dry-run
    grep -qx '8 of 12 would be drawn' "$work/stdout" || fail "$(cat "$work/stdout")"
}

test_a_file_that_somebody_changed_or_took_away_is_drawn_again() {
    draw_annex
    echo >>"$project/out/fig-21-antwerpen-diamant.pdf"
    rm "$project/out/annex/fig-14-antwerpen-chemie-life-sciences.svg"
    touch "$project/out/annex.pdf"
    echo mine >"$project/out/mine.svg"
    expect_file "$project/out/mine.svg"
    mv "$project/out/mine.svg" "$work/mine.svg"
    expect_drawn "21 annex.pdf annex/14"
}

test_a_designers_work_is_kept_and_told_of_once() {
    draw_annex
    sed -i 's/<svg /<svg data-mine="yes" /' "$project/out/fig-21-antwerpen-diamant.svg"
    run annex --format pdf,svg
    expect_status 0
    expect_message "kept as out/fig-21-antwerpen-diamant.edited.svg"
    run annex --format pdf,svg
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "told again"
    grep -q data-mine "$project/out/fig-21-antwerpen-diamant.edited.svg" || fail "it is lost"
}

test_what_is_wrong_is_said_though_nothing_is_drawn() {
    draw_annex
    damage "$project/layers/diamant.geojson" '"name": "provincie' '"name": "\\u4e2d provincie'
    expect_drawn "21 annex.pdf annex/21"
    expect_status 1
    expect_drawn ""
    expect_status 1
    expect_message "lacks letters"
    sed -i '1s/$/\n\n/' "$project/layers/diamant.geojson"
    expect_drawn "21 annex/21"
    expect_message "diamant.geojson:"
}

test_a_record_of_no_use_has_all_drawn() {
    draw_annex
    record=$project/out/.streekkaart/record.json
    cp "$record" "$work/record"
    for damage in 's/"form": 1/"form": 2/' 20,\$d 's/"program": "./&f/' 1,\$d; do
        sed "$damage" "$work/record" >"$record"
        run annex --format pdf,svg --dry-run
        grep -qx '21 of 21 would be drawn' "$work/stdout" || fail "$damage: $(tail -n 1 "$work/stdout")"
    done
    expect_drawn "$everything"
}

# What a remark is about stands on the map as before, which is not decided anew.
test_a_map_that_was_kept_is_shown_again() {
    draw_annex
    maps=$(cd "$project/out/.streekkaart" && ls ./*.map)
    [ "$(echo "$maps" | wc -l)" = 4 ] || fail "kept: $maps"
    damage "$project/layers/chemie-life-sciences.geojson" '"remark": "' '&Nieuw: '
    expect_drawn "annex.pdf annex/14 annex/54"
}

test_a_map_of_no_use_is_composed_again() {
    draw_annex
    damage "$project/layers/chemie-life-sciences.geojson" '"remark": "' '&Nieuw: '
    head -c 5000 "$project/out/.streekkaart"/fig-14-*.map >"$work/map"
    cp "$work/map" "$(ls "$project/out/.streekkaart"/fig-14-*.map)"
    cp "$project/out/.streekkaart"/fig-21-*.map "$(ls "$project/out/.streekkaart"/fig-54-*.map)"
    expect_drawn "annex.pdf annex/14 annex/54"
}

test_pages_of_no_use_are_composed_again() {
    draw_annex
    damage "$project/layers/diamant.geojson" '"remark": "' '&Nieuw: '
    pages=$project/out/.streekkaart/fig-14-antwerpen-chemie-life-sciences.pages
    expect_file "$pages"
    head -c 5000 "$pages" >"$work/pages"
    cp "$work/pages" "$pages"
    rm "$project/out/.streekkaart"/fig-54-*.pages
    cp "$project/out/.streekkaart"/fig-21-*.pages "$project/out/.streekkaart"/fig-54-x.pages
    expect_drawn "annex.pdf annex/21"
}

test_the_record_may_be_no_link() {
    copy_small_project 21
    mkdir "$project/out" "$work/elsewhere"
    ln -s "$work/elsewhere" "$project/out/.streekkaart"
    run annex --format svg
    expect_status 3
    expect_message out/.streekkaart "a symbolic link"
    [ -z "$(ls -A "$work/elsewhere")" ] || fail "it was followed"
}

test_a_killed_run_leaves_nothing_that_passes_for_new() {
    draw_annex
    damage "$project/layers/chemie-life-sciences.geojson" '"name": "' '&Nieuw '
    for delay in 0.3 0.6 1.2; do
        (cd "$project" && exec "$STREEKKAART" annex --format pdf,svg --quiet) 2>"$work/none" &
        child=$!
        sleep "$delay"
        kill -KILL "$child" 2>"$work/none"
        wait "$child" 2>"$work/none" || true
    done
    # shellcheck disable=SC2086 # words
    run annex $options
    expect_status 0
    run annex --format pdf,svg --out fresh
    diff -r -x .streekkaart "$project/fresh" "$project/out" || fail "not as a full run draws it"
    cp "$drawn/layers/chemie-life-sciences.geojson" "$project/layers"
    expect_drawn "$sector"
}

test_two_runs_of_different_options_leave_what_the_last_one_drew() {
    draw_annex
    (cd "$project" && exec "$STREEKKAART" annex --format svg --svg-target web --quiet) &
    child=$!
    run annex --format svg --svg-target web --quiet
    expect_status 0
    wait "$child" || fail "the other run failed"
    run annex --format svg --svg-target web --dry-run
    grep -qx '0 of 12 would be drawn' "$work/stdout" || fail "$(cat "$work/stdout")"
    expect_drawn "12 14 21 54 annex/12 annex/14 annex/21 annex/54"
}

test_the_annex_draws_sheets_of_just_what_is_named() {
    copy_small_project 12 14 21 54
    run annex 21 --format svg
    expect_status 0
    [ "$(find "$project/out" -name '*.svg' | wc -l)" -eq 2 ] || fail "not a figure and its sheet"
    [ ! -e "$project/out/index.html" ] || fail "an index of a part"
    run annex diamant 54 --format svg --dry-run
    grep -qx '3 of 6 would be drawn' "$work/stdout" || fail "$(cat "$work/stdout")"
    run annex Antwerpen --format svg --dry-run
    grep -qx '3 of 6 would be drawn' "$work/stdout" || fail "$(cat "$work/stdout")"
    run annex antwerpe --format svg
    expect_status 2
    expect_message antwerpe
}

test_make_draws_when_an_input_changes_and_only_then() {
    copy_small_project 21
    cat >"$project/Makefile" <<'END'
out/fig-21-antwerpen-diamant.svg:
	"$(STREEKKAART)" figure 21 --format svg --depfile $@.d && touch $@
-include out/fig-21-antwerpen-diamant.svg.d
END
    export STREEKKAART
    for input in none layers/diamant.geojson styles/study.json project.json boundaries/regions.gpkg; do
        [ $input = none ] || { sleep 0.02 && touch "$project/$input"; }
        make -C "$project" -q && fail "$input: not out of date"
        make -C "$project" >"$work/made" 2>&1 || fail "$(cat "$work/made")"
        make -C "$project" -q || fail "$input: not up to date"
    done
    sleep 0.02
    cp "$project/layers/diamant.geojson" "$project/layers/another.geojson"
    make -C "$project" -q && fail "another layer is not noticed"
    run figure 21 --depfile out/list
    expect_status 2
    expect_message --depfile ".d"
    run figure 21 --depfile layers/list.d
    expect_status 2
}

run_tests
