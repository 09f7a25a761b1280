# What the programs that figures are opened in make of the SVG: Inkscape, Chromium, LibreOffice and
# librsvg.
. "$(dirname "$0")/lib.sh"

figures=$(shortly "13 42 52" "13 24 30 42 52 54")
dpi=254 # ten pixels a millimetre

# One drawing for all tests.
work=$TEST_OUT/figures
rm -rf "$work"
mkdir -p "$work"
copy_project
# shellcheck disable=SC2086 # one word a figure
run figure $figures --format svg,png --dpi $dpi --quiet
expect_status 0
out=$project/out

draw_with_inkscape() {
    inkscape --export-type=png --export-dpi=$dpi --export-filename="$2" "$1" 2>/dev/null
}

draw_with_librsvg() {
    rsvg-convert --dpi-x $dpi --dpi-y $dpi --output "$2" "$1"
}

# A window of CSS pixels, 96 an inch, rounded up to whole ones: more than the page, cut by the
# comparison. FONTCONFIG_FILE passes through.
draw_with_chromium() {
    size=$(sed -n 's/.* width="\([0-9.]*\)mm" height="\([0-9.]*\)mm".*/\1 \2/p' "$1" | head -n 1 |
        awk '{printf "%d,%d", $1 / 25.4 * 96 + 1, $2 / 25.4 * 96 + 1}')
    HOME=$work chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync \
        --hide-scrollbars --user-data-dir="$work/chromium" --window-size="$size" \
        --force-device-scale-factor="$(awk "BEGIN {print $dpi / 96}")" \
        --screenshot="$2" "file://$1" >"$work/log" 2>&1
}

# Programs fit the page into whole pixels, each in its own way. $4: how many hundredths may differ.
expect_same_picture() {
    "$PNG_COMPARE" "$2" "$3" "${4:-1}" 2 >"$work/share" 2>&1 || fail "$1: $(cat "$work/share")"
}

# Draws figure $2 with program $1 and compares it with the PNG.
expect_program_agrees() {
    for svg in "$out/fig-$2-"*.svg; do
        "draw_with_$1" "$svg" "$work/$1.png" || fail "$1 cannot draw $svg: $(cat "$work/log")"
        expect_same_picture "$1, figure $2" "${svg%.svg}.png" "$work/$1.png" "${3:-1}"
    done
}

test_inkscape_shows_the_picture_of_the_png() {
    for figure in $figures; do expect_program_agrees inkscape "$figure"; done
}

test_librsvg_shows_the_picture_of_the_png() {
    for figure in $figures; do expect_program_agrees librsvg "$figure"; done
}

test_chromium_shows_the_picture_of_the_png() {
    for figure in $figures; do expect_program_agrees chromium "$figure"; done
}

# LibreOffice draws no stroke of a text: halos are missing, which is what differs, and on the large letters of
# this style more than on those of the study (study.libreoffice). Above the letters, or without the colours, it would be a tenth
# and more.
test_libreoffice_shows_the_picture_of_the_png() {
    for figure in $(shortly "42" "13 42"); do expect_program_agrees libreoffice "$figure" 5; done
}

test_every_target_shows_the_picture_of_the_png() {
    png=$(echo "$out"/fig-42-*.png)
    for target in illustrator web outlined office; do
        run figure 42 --format svg --out "$work/$target" --svg-target $target
        expect_status 0
        svg=$(echo "$work/$target"/fig-42-*.svg)
        for program in inkscape librsvg chromium; do
            "draw_with_$program" "$svg" "$work/$program.png" || fail "$program cannot draw it"
            expect_same_picture "$program, $target" "$png" "$work/$program.png"
        done
    done
}

# A computer that has only fonts of another family shows what the file itself brings.
test_the_web_and_outlined_targets_do_not_need_the_font() {
    folder=$(dirname "$(fc-match -f '%{file}' 'DejaVu Sans')")
    echo "<fontconfig><dir>$folder</dir><cachedir>$work/cache</cachedir></fontconfig>" \
        >"$work/fonts.conf"
    FONTCONFIG_FILE=$work/fonts.conf fc-list >"$work/fonts"
    [ -s "$work/fonts" ] || fail "no font at all"
    ! grep -q Lato "$work/fonts" || fail "Lato is there"
    png=$(echo "$out"/fig-42-*.png)
    for target in web outlined; do
        run figure 42 --format svg --out "$work/$target" --svg-target $target
        svg=$(echo "$work/$target"/fig-42-*.svg)
        (
            FONTCONFIG_FILE=$work/fonts.conf
            export FONTCONFIG_FILE
            draw_with_chromium "$svg" "$work/drawn.png"
        ) || fail "chromium cannot draw it"
        expect_same_picture "chromium without the font, $target" "$png" "$work/drawn.png"
    done
}

test_inkscape_lists_every_layer_and_every_feature_by_its_id() {
    svg=$(echo "$out"/fig-13-*.svg)
    inkscape --query-all "$svg" 2>/dev/null | cut -d, -f1 | sort -u >"$work/listed"
    grep -o '<g id="[^"]*"' "$svg" | cut -d'"' -f2 | sort >"$work/ids"
    [ "$(wc -l <"$work/ids")" -gt 100 ] || fail "only $(wc -l <"$work/ids") groups"
    comm -23 "$work/ids" "$work/listed" >"$work/missing"
    [ ! -s "$work/missing" ] || fail "not listed: $(head -n 5 "$work/missing")"
    grep -o '"id": "antwerpen-[^"]*"' "$project/layers/logistiek.geojson" | cut -d'"' -f4 \
        >"$work/features"
    [ "$(wc -l <"$work/features")" -eq 19 ] || fail "not all features of figure 13"
    while read -r id; do
        grep -qxF "$id" "$work/listed" || fail "not listed: $id"
    done <"$work/features"
}

test_what_a_designer_moves_in_inkscape_is_told_by_diff() {
    svg=$(echo "$out"/fig-13-*.svg)
    inkscape --actions="select-by-id:antwerpen-logistiek-havencentrum-lillo;\
transform-translate:10,0;export-filename:$work/moved.svg;export-do" "$svg" 2>"$work/log" ||
        fail "$(cat "$work/log")"
    run diff "$svg" "$work/moved.svg"
    expect_status 1
    # Ten of Inkscape's pixels, 96 an inch.
    [ "$(cat "$work/stdout")" = 'point "Havencentrum Lillo" moved 2.65 mm' ] ||
        fail "$(cat "$work/stdout")"
}

run_tests
