# What LibreOffice makes of the SVG of figures of the study: it draws no halos, and sets letters closer, but
# nothing is where it is not in the PNG. At twenty pixels a millimetre, and a fifth of a millimetre around:
# with half of the pixels it is how a hatch is smoothed that differs most, since all of its lines go alike
# through their pixels, and otherwise so in each of two programs.
. "$(dirname "$0")/../cli/lib.sh"

test_libreoffice_shows_the_picture_of_the_png() {
    copy_project
    run figure 13 26 30 42 52 54 --format svg,png --dpi 508 --quiet
    expect_status 0
    compared=0
    for svg in "$project"/out/fig-*.svg; do
        draw_with_libreoffice "$svg" "$work/drawn.png" || fail "no picture: $(cat "$work/log")"
        "$PNG_COMPARE" "${svg%.svg}.png" "$work/drawn.png" 1.5 4 >"$work/share" 2>&1 ||
            fail "$svg: $(cat "$work/share")"
        compared=$((compared + 1))
    done
    [ "$compared" -eq 6 ] || fail "$compared figures"
}

run_tests
