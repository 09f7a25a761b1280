# The picture that pdf.js and pdfium, which are what browsers have, make of PDFs: six figures and two
# sheets, which cli.pdf has drawn.
. "$(dirname "$0")/lib.sh"

drawn=$TEST_OUT/../cli.pdf/pdf/project
work=$TEST_OUT/pictures
rm -rf "$work"
mkdir -p "$work"
pictures=$work

# Both programs draw $2 files of folder $1.
expect_pictures_of_the_png() {
    compared=0
    for png in "$1"/fig-*[a-z].png; do
        name=$(basename "${png%.png}")
        for program in pdfjs pdfium; do
            "$PNG_COMPARE" "$png" "$pictures/$name.$program.png" 1 2 >"$work/compared" 2>&1 ||
                fail "$name by $program: $(cat "$work/compared")"
            compared=$((compared + 1))
        done
    done
    [ "$compared" -eq $((2 * $2)) ] || fail "$compared pictures"
}

test_figures_are_the_picture_of_the_png() {
    run_viewers "$pictures" 150 "$drawn"/out/fig-*.pdf
    expect_pictures_of_the_png "$drawn/out" 6
}

test_sheets_are_the_picture_of_the_png() {
    run_viewers "$pictures" 150 "$drawn"/sheets/annex/fig-13*.pdf "$drawn"/sheets/annex/fig-42*.pdf
    mkdir "$work/sheets"
    cp "$drawn"/sheets/annex/fig-13*[a-z].png "$drawn"/sheets/annex/fig-42*[a-z].png "$work/sheets"
    expect_pictures_of_the_png "$work/sheets" 2
}

expect_viewers
run_tests
