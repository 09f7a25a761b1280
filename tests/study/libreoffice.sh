# What LibreOffice makes of the SVG of figures of the study: it draws no halos, and sets letters a hair
# closer, but nothing is where it is not in the PNG.
. "$(dirname "$0")/../cli/lib.sh"

test_libreoffice_shows_the_picture_of_the_png() {
    copy_project
    run figure 13 24 30 42 52 54 --format svg,png --dpi 254 --quiet
    expect_status 0
    compared=0
    for svg in "$project"/out/fig-*.svg; do
        draw_with_libreoffice "$svg" "$work/drawn.png" || fail "no picture: $(cat "$work/log")"
        "$PNG_COMPARE" "${svg%.svg}.png" "$work/drawn.png" 2 2 >"$work/share" 2>&1 ||
            fail "$svg: $(cat "$work/share")"
        compared=$((compared + 1))
    done
    [ "$compared" -eq 6 ] || fail "$compared figures"
}

run_tests
