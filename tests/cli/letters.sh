# Letters that the style's font lacks are told with their feature, and no other font is drawn; blanks
# and marks that show nothing are no fault.
. "$(dirname "$0")/lib.sh"

sector=layers/logistiek.geojson

# The sector's first name on figure 13 becomes $1; its feature's id is kept as $id.
rename_first() {
    copy_project
    id=$(sed -n 's/.*"id": "\(antwerpen-.*\)",*$/\1/p' "$project/$sector" | head -n 1)
    damage "$project/$sector" '"name": "[^"]*"' "\"name\": \"$1\""
}

fonts_of() {
    pdffonts "$1" | sed -n '3,$s/^[A-Z]*+\([A-Za-z]*\).*/\1/p' | sort -u
}

test_letters_that_the_font_lacks_are_named_with_file_line_and_feature() {
    for name in '北京 Haven' 'مركز' 'ประเทศไทย' '💎 Diamant'; do
        rm -rf "$work/project"
        rename_first "$name"
        run figure 13 --format svg
        expect_status 1
        expect_message "$sector:" "$id" "Lato lacks" "U+"
        expect_file "$project/out/fig-13-antwerpen-logistiek.svg"
    done
    told=$(grep -c 'U+1F48E' "$work/stderr")
    [ "$told" -eq 1 ] || fail "told $told times"
}

test_no_letter_is_drawn_in_a_font_that_the_style_does_not_name() {
    rename_first 'Київ Αθήνα Łódź'
    run figure 13 --format pdf
    expect_status 0
    fonts_of "$project"/out/fig-13-*.pdf >"$work/fonts"
    [ -s "$work/fonts" ] || fail "no fonts"
    ! grep -v '^Lato' "$work/fonts" || fail "another font: $(cat "$work/fonts")"
}

test_blanks_and_marks_that_show_nothing_are_no_fault() {
    # soft hyphen, no-break blanks, thin blank, zero width, firm hyphen, direction marks, BOM
    name=$(printf 'A\302\255B c\302\240d\342\200\257e\342\200\211f\342\200\213g\342\200\221h\342\200\216i\342\200\252j\342\200\254k\342\200\215l\357\273\277')
    rename_first "$name"
    run figure 13 --format svg,pdf
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "$(cat "$work/stderr")"
    fonts_of "$project"/out/fig-13-*.pdf >"$work/fonts"
    [ -s "$work/fonts" ] || fail "no fonts"
    ! grep -v '^Lato' "$work/fonts" || fail "another font: $(cat "$work/fonts")"
}

run_tests
