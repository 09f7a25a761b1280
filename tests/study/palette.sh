# The colours of the shipped styles: whether what must be told apart is, and whether the figures of
# docs/palette.md are still theirs.
. "$(dirname "$0")/../cli/lib.sh"

pairs=$HOUSE/tests/study/palette.txt

# Judges the styles of project $1, the rest of the arguments: $status, $work/tables, $work/stderr.
judge() {
    folder=$1
    shift
    status=0
    "$TEST_TOOLS/palette_table" "$folder" "$pairs" "$@" >"$work/tables" 2>"$work/stderr" || status=$?
}

# A figure $1 in style $2 as bitmap; every colour of it, with its share, in $work/shares.
draw() {
    run figure "$1" --style "styles/$2.json" --format png
    expect_status 0
    "$TEST_TOOLS/colour_shares" "$project"/out/fig-"$1"-*.png 0 >"$work/shares"
    [ -s "$work/shares" ] || fail "no colours on figure $1"
}

test_the_page_of_the_palette_is_that_of_the_styles() {
    judge "$PROJECT_DIR" study print-grey dark
    expect_status 0
    sed '1,/^<!-- What follows/d' "$HOUSE/docs/palette.md" >"$work/page"
    diff "$work/page" "$work/tables" >"$work/stderr" || fail "run scripts/palette.sh"
}

test_every_style_is_on_the_page() {
    for style in "$PROJECT_DIR"/styles/*.json; do
        name=$(basename "$style" .json)
        grep -q "told apart: \`$name\`" "$HOUSE/docs/palette.md" || fail "not on the page: $name"
    done
}

test_hatching_too_near_to_the_tint_is_found() {
    copy_project
    echo '{ "extends": "study", "zone": { "hatch": { "colour": "#d9b45c" } } }' \
        >"$project/styles/pale.json"
    judge "$project" pale
    expect_status 1
    expect_message "pale: nothing tells zone.hatch from chosen.part_fill"
}

test_a_dash_is_no_reason_where_there_is_none() {
    copy_project
    echo '{ "extends": "study", "border": { "smallest": { "dash": [] } } }' \
        >"$project/styles/solid.json"
    judge "$project" solid
    expect_status 1
    expect_message "solid: nothing tells base.canal from border.smallest"
}

test_letters_that_cannot_be_read_are_found() {
    copy_project
    echo '{ "extends": "study", "town": { "name": { "colour": "#777777" } } }' \
        >"$project/styles/faint.json"
    judge "$project" faint
    expect_status 1
    expect_message "faint: town.name: contrast"
}

# A map, and an overview of all sectors.
test_the_grey_style_has_no_hue_on_any_pixel() {
    copy_small_project 13 11
    for figure in 13 11; do
        draw "$figure" print-grey
        awk '$2 != $3 || $3 != $4' "$work/shares" >"$work/hues"
        [ ! -s "$work/hues" ] || fail "figure $figure has hues: $(head -n 3 "$work/hues")"
    done
}

# Dark is a colour whose parts are all below 128.
test_the_dark_style_is_dark_but_for_what_it_shows() {
    copy_small_project 13 11
    for figure in 13 11; do
        draw "$figure" dark
        awk '$2 < 128 && $3 < 128 && $4 < 128 { dark += $1 }
             $2 > 230 && $3 > 230 && $4 > 230 { light += $1 }
             END { if (dark < 85 || light < 0.5 || light > 8) print dark, light }' \
            "$work/shares" >"$work/wrong"
        [ ! -s "$work/wrong" ] || fail "figure $figure, dark and light: $(cat "$work/wrong")"
    done
}

run_tests
