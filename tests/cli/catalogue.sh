# The catalogue as one file, and the figures that are drawn from it.
. "$(dirname "$0")/lib.sh"

export_catalogue() {
    copy_project
    catalogue=$work/$1
    run catalogue export --to "$catalogue"
    expect_status 0
    expect_file "$catalogue"
}

# Figure 13 drawn from file $1 has the bytes that it has when drawn from layers/.
expect_same_figure_13() {
    run figure 13 --out "$work/from-layers"
    expect_status 0
    rm "$project"/layers/*
    run figure 13 --catalogue "$1" --out "$work/from-file"
    expect_status 0
    [ "$(files_in "$work/from-file" | wc -l)" -eq 3 ] || fail "not three files"
    expect_same_files "$work/from-layers" "$work/from-file"
}

test_figure_13_drawn_from_a_geopackage_has_the_same_bytes() {
    export_catalogue catalogue.gpkg
    expect_same_figure_13 "$catalogue"
}

test_figure_13_drawn_from_an_excel_file_has_the_same_bytes() {
    export_catalogue catalogue.xlsx
    expect_same_figure_13 "$catalogue"
}

test_figure_13_drawn_from_an_opendocument_sheet_has_the_same_bytes() {
    export_catalogue catalogue.ods
    expect_same_figure_13 "$catalogue"
}

test_list_and_check_find_the_same_in_an_exported_file() {
    export_catalogue catalogue.xlsx
    run list
    mv "$work/stdout" "$work/list"
    run check
    expect_status 0
    mv "$work/stdout" "$work/check"
    run list --catalogue "$catalogue"
    diff "$work/list" "$work/stdout" >&2 || fail "another list"
    run check --catalogue "$catalogue"
    expect_status 0
    diff "$work/check" "$work/stdout" >&2 || fail "another check"
}

test_the_same_catalogue_gives_the_same_file() {
    for name in catalogue.gpkg catalogue.xlsx catalogue.ods; do
        [ -n "${project:-}" ] || copy_project
        run catalogue export --to "$work/first-$name"
        run catalogue export --to "$work/$name"
        cmp "$work/first-$name" "$work/$name" || fail "$name differs"
    done
}

test_a_file_is_replaced_only_by_force() {
    export_catalogue catalogue.gpkg
    echo mine >"$catalogue"
    run catalogue export --to "$catalogue"
    expect_status 2
    expect_message --to "is there already" --force
    [ "$(cat "$catalogue")" = mine ] || fail "replaced"
    run catalogue export --to "$catalogue" --force
    expect_status 0
    [ "$(wc -c <"$catalogue")" -gt 1000 ] || fail "not replaced"
}

test_a_catalogue_with_a_fault_is_not_exported() {
    copy_project
    damage "$project/layers/zorg.geojson" '"kind": "point"' '"kind": "pont"'
    run catalogue export --to "$work/catalogue.xlsx"
    expect_status 1
    expect_message zorg.geojson: "unknown kind" point
    expect_message catalogue.xlsx "not written"
    [ ! -e "$work/catalogue.xlsx" ] || fail "written all the same"
}

test_a_full_disk_leaves_no_file() {
    copy_project
    (
        # A limit on a file's size, in blocks of 512 bytes, stands for a full disk.
        trap '' XFSZ
        ulimit -f 40
        run catalogue export --to "$work/catalogue.gpkg"
        expect_status 3
        expect_message catalogue.gpkg "cannot write"
    ) || exit 1
    [ -z "$(find "$work" -name 'catalogue.gpkg*')" ] || fail "left behind"
}

test_usage_is_explained() {
    copy_project
    run catalogue export
    expect_status 2
    expect_message --to "is missing" catalogue.xlsx
    run catalogue import --to "$work/catalogue.xlsx"
    expect_status 2
    expect_message "cannot do" "catalogue export --to FILE"
    run catalogue export --to "$work/catalogue.doc"
    expect_status 2
    expect_message catalogue.doc .gpkg .xlsx .ods
}

test_a_damaged_file_is_named_and_nothing_is_drawn() {
    export_catalogue catalogue.xlsx
    head -c 20000 "$catalogue" >"$work/half.xlsx"
    run figure 13 --catalogue "$work/half.xlsx"
    expect_status 1
    expect_message half.xlsx XLSX "take a whole copy"
    expect_no_figure_in "$project/out"
}

run_tests
