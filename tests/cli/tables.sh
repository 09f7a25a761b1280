# Tables and layers as people have them: what Excel, LibreOffice, QGIS, pandas and R write is read as
# it is meant, or is an error that says where and why. tests/data/cases/ has a small input each; it
# takes the place of the file of the sector that figure 21 shows.
. "$(dirname "$0")/lib.sh"

cases=$(dirname "$0")/../data/cases

# Has the project's sector come from tests/data/cases/$1/.
take_case() {
    copy_small_project 21
    rm "$project/layers/diamant.geojson"
    cp "$cases/$1"/diamant.* "$project/layers/"
}

# Draws figure 21 of case $1; the report is $work/r.json.
draw_case() {
    take_case "$1"
    run figure 21 --format svg --report "$work/r.json"
}

# The names of things that are drawn, a line each, in the order of their ids.
drawn() {
    grep -o '"role": "\(marker\|label\)", "id": "[^"]*", "feature": "[^"]*", "text": "[^"]*"' \
        "$work/r.json" | sed 's/.*"feature": "\([^"]*\)", "text": "\([^"]*\)"/\1 \2/' |
        grep -v '^resoc:\|^antwerpen ' | sort >"$work/drawn"
    cat "$work/drawn"
}

# Case $1 is drawn without a word, and what the rest names is drawn, all of it.
expect_drawn() {
    draw_case "$1"
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "$1 is not read in silence"
    shift
    for thing in "$@"; do drawn | grep -qxF -e "$thing" || fail "not drawn: $thing, but $(drawn)"; done
}

# The names that the SVG holds.
expect_title() {
    grep -qF -e "<title>$1</title>" "$project"/out/*.svg || fail "no title $1"
}

# One line, and only one beside what says that the figure is not drawn.
expect_one_message() {
    expect_status 1
    expect_message "$@"
    [ "$(grep -vc 'for want of this' "$work/stderr")" -eq 1 ] || fail "not one message"
}

test_numbers_are_numbers_however_json_has_them() {
    expect_drawn number-types "p1 1" "p2 2" "p3 3" "p4 4"
}

test_a_csv_may_have_tabs() {
    expect_drawn csv-tab "p1 1"
}

test_a_csv_may_name_its_separator() {
    expect_drawn csv-sep-line "p1 1"
}

test_longitude_goes_by_many_names() {
    expect_drawn csv-lng-column "p1 1"
    for name in long longitude LON x; do
        rm -rf "$project"
        take_case csv-lng-column
        sed -i "1s/lng/$name/" "$project/layers/diamant.csv"
        run check
        expect_status 0
    done
}

test_a_longitude_under_another_name_is_asked_for_once() {
    take_case csv-lng-column
    sed -i -e '1s/lng/longtitude/' -e '2p' "$project/layers/diamant.csv"
    run check
    expect_message layers/diamant.csv: '"lon" is missing' 'rename "longtitude"'
    [ "$(wc -l <"$work/stderr")" -eq 1 ] || fail "more than one message"
}

test_lines_may_end_as_on_an_old_macintosh() {
    expect_drawn csv-cr-only "p1 1" "p2 2"
}

test_a_number_may_have_a_fraction_of_nothing() {
    expect_drawn csv-float-number "p1 1" "p2 2"
}

test_hard_blanks_around_cells_are_blanks() {
    expect_drawn csv-nbsp "p1 1"
    # narrow, thin, ideographic, without a width
    for blank in '\o342\o200\o257' '\o342\o200\o211' '\o343\o200\o200' '\o357\o273\o277'; do
        rm -rf "$project"
        take_case csv-nbsp
        sed -i "s/antwerpen/$blank&$blank/" "$project/layers/diamant.csv"
        run check
        expect_status 0
    done
}

test_a_decimal_comma_is_read_where_semicolons_separate() {
    take_case csv-lng-column
    sed -i '2s/4.41;51.215/4,41;51,215/' "$project/layers/diamant.csv"
    run figure 21 --format svg --report "$work/r.json"
    expect_status 0
    drawn | grep -qx "p1 1" || fail "not drawn"
}

test_a_column_that_stands_twice_is_an_error() {
    draw_case csv-dup-columns
    expect_one_message layers/diamant.csv: '"name" stands twice'
    expect_no_figure_in "$project/out"

    printf 'id,province,kind,name,Name\np1,antwerpen,point,a,b\n' >"$project/layers/diamant.csv"
    run check
    expect_status 1
    expect_message layers/diamant.csv: stands twice
}

test_an_error_of_a_spreadsheet_is_named_with_row_and_column() {
    draw_case xlsx-error-in-name
    expect_status 1
    expect_message layers/diamant.xlsx:2: p1 "column E" "#N/A"
    expect_message layers/diamant.xlsx:3: z1 "column E" "#REF!"
    if grep -q '#N/A\|#REF!' "$project"/out/*.svg; then fail "an error is drawn"; fi
    for error in '#DIV/0!' '#WAARDE!' 'Err:502'; do
        printf 'id,province,kind,name,wkt\np1,antwerpen,point,%s,POINT(4.4 51.2)\n' "$error" \
            >"$project/layers/diamant.csv"
        rm -f "$project/layers/diamant.xlsx"
        run check
        expect_status 1
        expect_message layers/diamant.csv:2: p1 name "$error"
    done
}

test_a_title_above_the_names_is_told_once() {
    draw_case xlsx-title-row
    expect_one_message layers/diamant.xlsx:1: "first row must hold the names" "row 3"
}

test_texts_in_many_styles_are_whole() {
    expect_drawn xlsx-rich-text "p1 1"
    expect_title Diamantmuseum
}

test_line_ends_in_cells_are_blanks() {
    expect_drawn xlsx-linebreak-cell "z1 Zone naam"
    expect_title "Museum plein"
    expect_title "Beurs hal"
    expect_drawn_again ods-tab-in-cell "Museum plein zuid"
}

# A second case in one test.
expect_drawn_again() {
    rm -rf "$project"
    expect_drawn "$1"
    expect_title "$2"
}

test_numbers_in_ids_have_neither_fraction_nor_exponent() {
    expect_drawn xlsx-boolean-and-bigid "20130001 1" "1000000000000000 2" "p3 3"
}

test_coordinates_may_have_an_exponent() {
    expect_drawn xlsx-scientific-coordinate "p1 1"
}

test_blanks_around_cells_of_a_spreadsheet_are_blanks() {
    expect_drawn xlsx-cell-blanks "p1 1" "z1 Zone"
}

test_a_sheet_with_its_names_only_is_an_empty_table() {
    expect_drawn xlsx-header-only
}

test_a_comment_is_no_part_of_its_cell() {
    expect_drawn ods-cell-comment "p1 1"
    expect_title Museum
}

test_empty_rows_with_a_format_are_no_rows() {
    expect_drawn ods-formatted-to-row-20000 "p1 1"
}

test_what_qgis_keeps_in_a_geopackage_is_passed_over() {
    expect_drawn gpkg-second-style-layer "p1 1" "p2 2"
}

test_a_ring_that_is_left_open_is_closed() {
    expect_drawn unclosed-ring "z1 Open"
}

test_a_format_that_is_not_read_is_named_with_those_that_are() {
    draw_case xls-old
    expect_one_message layers/diamant.xls: .xlsx .ods .csv .gpkg .geojson
    for ending in numbers txt kml; do
        mv "$project"/layers/diamant.* "$project/layers/diamant.$ending"
        run check
        expect_status 1
        expect_message "layers/diamant.$ending" .csv
    done
    : >"$project/layers/notes.txt"
    rm "$project/layers/diamant.kml"
    run check
    expect_status 0
}

test_a_list_in_a_format_that_is_not_read_is_told_once() {
    copy_small_project 21
    mv "$project/layers/places.geojson" "$project/layers/places.kml"
    run check
    expect_status 1
    expect_message layers/places.kml "can't be read"
    if grep -q "no such file" "$work/stderr"; then fail "told twice"; fi
}

test_text_that_is_not_in_utf_8_is_named_with_its_line() {
    draw_case geojson-latin1
    expect_one_message layers/diamant.geojson:2: UTF-8
}

test_a_nul_in_a_text_is_named_with_its_line() {
    draw_case geojson-nul
    expect_one_message layers/diamant.geojson:2: NUL
}

# An empty context and an empty list of presence, in each format that is written.
test_what_is_exported_empty_is_read_again() {
    copy_small_project 21
    echo '{"type":"FeatureCollection","features":[]}' >"$project/layers/context.geojson"
    sed -i '2,$d' "$project/layers/presence.csv"
    run check
    expect_status 0
    for format in gpkg xlsx ods; do
        run catalogue export --to "$work/all.$format"
        expect_status 0
        run check --catalogue "$work/all.$format"
        expect_status 0
        [ ! -s "$work/stderr" ] || fail "$format is not read in silence"
    done
}

run_tests
