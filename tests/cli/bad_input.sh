# What is wrong with a project is said with its file and its feature or line, and nothing
# half-written is left behind.
. "$(dirname "$0")/lib.sh"

sector=layers/logistiek.geojson

# The id of the first feature of the sector; its line begins what is written about it.
first_feature() {
    sed -n 's/.*"id": "\(.*\)",*$/\1/p' "$project/$sector" | head -n 1
}

test_a_missing_boundary_set_is_named() {
    copy_project
    rm "$project/boundaries/regions.gpkg"
    run figure 13
    expect_status 1
    expect_message boundaries/regions
    expect_no_figure_in "$project/out"
}

test_a_missing_list_of_figures_is_named() {
    copy_project
    rm "$project/layers/figures.csv"
    run figure 13
    expect_status 1
    expect_message layers/figures
    expect_no_figure_in "$project/out"
}

test_a_missing_style_is_named() {
    copy_project
    run figure 13 --style fancy
    expect_status 1
    expect_message styles/fancy.json
    expect_no_figure_in "$project/out"
}

test_a_geojson_cut_in_half_is_named_with_its_line() {
    copy_project
    head -c "$(($(wc -c <"$PROJECT_DIR/$sector") / 2))" "$PROJECT_DIR/$sector" >"$project/$sector"
    run figure 13 --format svg
    expect_status 1
    expect_message "$sector:"
    expect_no_figure_in "$project/out"
    run check
    expect_status 1
    expect_message "$sector:"
}

test_a_boundary_set_cut_in_half_is_named() {
    copy_project
    set_file=boundaries/regions.gpkg
    head -c "$(($(wc -c <"$PROJECT_DIR/$set_file") / 2))" "$PROJECT_DIR/$set_file" \
        >"$project/$set_file"
    run figure 13
    expect_status 1
    expect_message "$set_file"
    expect_no_figure_in "$project/out"
}

test_a_coordinate_that_is_not_a_number_is_named_with_its_feature() {
    for word in '"abc"' null NaN; do
        rm -rf "$work/project"
        copy_project
        damage "$project/$sector" '"coordinates": \[[0-9.]*,' "\"coordinates\": [$word,"
        run figure 13 --format svg
        expect_status 1
        expect_message "$sector:" "$(first_feature)"
        expect_whole_files_in "$project/out"
    done
}

test_an_unknown_reference_is_named_with_its_feature() {
    copy_project
    damage "$project/$sector" '"from": "resoc:kempen"' '"from": "resoc:kempn"'
    run figure 13 --format svg
    expect_status 1
    expect_message "$sector:" antwerpen-logistiek resoc:kempn
    expect_whole_files_in "$project/out"
}

test_an_unknown_sector_in_the_list_of_figures_is_named_with_its_line() {
    copy_small_project 13 14
    damage "$project/layers/figures.csv" ',logistiek,' ',logistik,'
    run annex --format svg --jobs 2
    expect_status 1
    expect_message layers/figures.csv: logistik
    expect_file "$project/out/fig-14-antwerpen-chemie-life-sciences.svg"
}

test_an_unknown_crs_in_a_style_is_named_with_its_line() {
    copy_project
    damage "$project/styles/study.json" 'EPSG:31370' 'EPSG:999999'
    run figure 13
    expect_status 1
    expect_message styles/study.json:2: crs
    expect_no_figure_in "$project/out"
}

test_an_unknown_crs_in_a_layer_is_named() {
    copy_project
    damage "$project/$sector" '"type": "FeatureCollection",' \
        '"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:999999"}},'
    run check
    expect_status 1
    expect_message "$sector" crs
}

test_a_mistyped_key_in_a_style_is_named_with_its_line_and_the_nearest() {
    copy_project
    damage "$project/styles/study.json" '"diameter"' '"diametre"'
    run figure 13
    expect_status 1
    expect_message styles/study.json: diametre diameter
    expect_no_figure_in "$project/out"
    run check
    expect_status 1
    expect_message styles/study.json: diametre diameter
}

test_a_style_that_is_no_json_is_named_with_its_line() {
    copy_project
    damage "$project/styles/study.json" '^  "author"' '  author'
    run figure 13
    expect_status 1
    expect_message styles/study.json:
    expect_no_figure_in "$project/out"
}

test_a_font_that_is_not_installed_is_an_error_with_its_package() {
    copy_project
    damage "$project/styles/study.json" '"family": "Lato", "package": "fonts-lato"' \
        '"family": "No Such Font", "package": "fonts-none"'
    run figure 13 14
    expect_status 3
    expect_message "No Such Font" fonts-none
    expect_no_figure_in "$project/out"
}

test_a_point_in_another_municipality_is_found_by_check() {
    copy_project
    run check
    expect_status 0
    damage "$project/$sector" '"place": "Antwerpen"' '"place": "Mol"'
    run check
    expect_status 1
    expect_message "$sector:" "$(first_feature)" Mol
}

test_an_output_folder_below_a_file_is_said_once() {
    copy_project
    : >"$work/file"
    run figure 13 14 --out "$work/file/out"
    expect_status 3
    expect_message "$work/file/out"
    [ "$(wc -l <"$work/stderr")" -eq 1 ] || fail "more than one line"
}

test_a_disk_without_room_leaves_no_part_and_keeps_the_last_whole_file() {
    copy_project
    mkdir "$project/out"
    echo "last" >"$project/out/fig-13-antwerpen-logistiek.png"
    # A limit on a file's size, in blocks of 512 bytes, stands for a full disk.
    status=0
    (
        trap '' XFSZ
        ulimit -f 32
        cd "$project" && "$STREEKKAART" figure 13 --format png
    ) >"$work/stdout" 2>"$work/stderr" || status=$?
    expect_status 3
    expect_message out/fig-13-antwerpen-logistiek.png
    [ "$(cat "$project/out/fig-13-antwerpen-logistiek.png")" = last ] || fail "the file changed"
    [ "$(files_in "$project/out" | wc -l)" -eq 1 ] || fail "a part was left behind"
}

test_a_missing_boundary_source_is_named_and_the_set_kept() {
    copy_project
    run boundaries build nowhere.gpkg
    expect_status 1
    expect_message nowhere.gpkg
    cmp "$project/boundaries/regions.gpkg" "$PROJECT_DIR/boundaries/regions.gpkg" ||
        fail "the set changed"
}

test_a_result_that_reaches_no_reader_is_a_failure() {
    [ -c /dev/full ] || fail "there is no /dev/full"
    copy_project
    status=0
    (cd "$project" && "$STREEKKAART" list) >/dev/full 2>"$work/stderr" || status=$?
    expect_status 3
    expect_message "standard output"
}

run_tests
