# The PDF of figures and sheets, as those get it who search it, switch its layers, lay it over other
# maps or send it to a printer; seen with programs that are not ours.
. "$(dirname "$0")/lib.sh"

# One drawing for all tests: figures of each kind, and two sheets.
work=$TEST_OUT/pdf
rm -rf "$work"
mkdir -p "$work"
: >"$work/stderr"
copy_small_project 11 13 24 42 44 52
run figure 11 13 24 42 44 52 --dpi 150
expect_status 0
out=$project/out
figure=$out/fig-13-antwerpen-logistiek

text_by_mupdf() {
    mutool draw -q -F text "$1" 2>/dev/null
}

# The words of the SVG within $1, a line each.
words_of_svg() {
    xmllint --xpath "$1//*[local-name()='tspan']/text()" "$figure.svg"
}

test_each_town_is_found_once_in_what_is_searched() {
    words_of_svg "" >"$work/words"
    words_of_svg "//*[@id='layer-towns']" >"$work/towns"
    pdftotext -raw "$figure.pdf" "$work/poppler"
    text_by_mupdf "$figure.pdf" >"$work/mupdf"
    looked=0
    sort -u "$work/towns" >"$work/each"
    while read -r town; do
        # not those that stand in the legend, too
        [ "$(grep -cw -e "$town" "$work/words")" -eq "$(grep -cx -e "$town" "$work/towns")" ] || continue
        for program in poppler mupdf; do
            [ "$(grep -ow -e "$town" "$work/$program" | wc -l)" -eq 1 ] ||
                fail "$town as $program finds it"
        done
        looked=$((looked + 1))
    done <"$work/each"
    [ "$looked" -ge 6 ] || fail "$looked towns"
}

test_a_figure_is_small_and_sound() {
    for pdf in "$out"/fig-*.pdf; do
        [ "$(wc -c <"$pdf")" -lt 250000 ] || fail "$pdf: $(wc -c <"$pdf") bytes"
        qpdf --check "$pdf" >"$work/check" 2>&1 || fail "$(cat "$work/check")"
    done
    [ "$(wc -c <"$figure.pdf")" -lt 150000 ] || fail "$(wc -c <"$figure.pdf") bytes"
}

# The picture of $1 with program $2, as $work/drawn.png. Edges as smooth as Cairo's: Ghostscript draws
# finer than asked for and takes the mean.
draw_by() {
    case $2 in
    poppler) pdftocairo -r 150 -png -singlefile "$1" "$work/drawn" ;;
    mupdf) mutool draw -q -r 150 -o "$work/drawn.png" "$1" 2>/dev/null ;;
    ghostscript)
        gs -q -dNOPAUSE -dBATCH -sDEVICE=png16m -r1200 -dDownScaleFactor=8 -o "$work/drawn.png" "$1"
        ;;
    esac
}

test_programs_draw_the_picture_of_the_png() {
    compared=0
    for pdf in "$out"/fig-*.pdf; do
        for program in poppler mupdf ghostscript; do
            draw_by "$pdf" $program || fail "$program cannot draw $pdf"
            "$PNG_COMPARE" "${pdf%.pdf}.png" "$work/drawn.png" 1 2 >"$work/compared" 2>&1 ||
                fail "$pdf by $program: $(cat "$work/compared")"
            compared=$((compared + 1))
        done
    done
    [ "$compared" -eq 18 ] || fail "$compared pictures"
}

test_the_layers_are_those_of_the_svg() {
    grep -o 'inkscape:label="[^"]*"' "$figure.svg" | sed 's/.*="\(.*\)"/\1/; s/ /_/g' |
        sort >"$work/svg"
    [ "$(wc -l <"$work/svg")" -ge 8 ] || fail "$(cat "$work/svg")"
    gdalinfo -mdd LAYERS "$figure.pdf" 2>/dev/null | sed -n 's/^ *LAYER_[0-9]*_NAME=//p' | sort \
        >"$work/gdal"
    diff "$work/svg" "$work/gdal" >"$work/diff" || fail "$(cat "$work/diff")"
    for number in $(mutool show "$figure.pdf" trailer/Root/OCProperties/OCGs |
        grep -o '[0-9]* 0 R' | cut -d' ' -f1); do
        mutool show "$figure.pdf" "$number" | sed -n 's/.*\/Name (\(.*\))$/\1/p'
    done >"$work/mupdf"
    [ "$(wc -l <"$work/mupdf")" -ge 8 ] || fail "mutool: $(cat "$work/mupdf")"
}

# The picture of the figure's PDF without layer $1, by GDAL, as $work/without.png.
draw_without() {
    gdal_translate -q -of PNG -oo "LAYERS_OFF=$1" -oo DPI=150 "$figure.pdf" "$work/without.png" \
        2>/dev/null || fail "gdal cannot draw it without $1"
}

test_a_layer_that_is_switched_off_is_all_that_is_missing() {
    for layer in names towns links; do
        label=$(grep -o "id=\"layer-$layer\" [^>]*" "$figure.svg" |
            sed 's/.*inkscape:label="\([^"]*\)".*/\1/')
        [ -n "$label" ] || fail "no layer $layer"
        draw_without "$label"
        "$PNG_COMPARE" "$figure.png" "$work/without.png" 0.2 2 >"$work/compared" &&
            fail "$label: nothing is missing"
        sed "s/id=\"layer-$layer\"/& display=\"none\"/" "$figure.svg" >"$work/without.svg"
        rsvg-convert -d 150 -p 150 "$work/without.svg" -o "$work/expected.png"
        "$PNG_COMPARE" "$work/expected.png" "$work/without.png" 1.5 2 >"$work/compared" ||
            fail "without $label: $(cat "$work/compared")"
    done
}

test_the_map_lies_where_its_towns_are() {
    gdalinfo "$figure.pdf" >"$work/info" 2>/dev/null
    grep -q 'ID\["EPSG",31370\]\]' "$work/info" || fail "$(cat "$work/info")"
    sed -n 's/^Origin = (\(.*\),\(.*\))$/\1 \2/p; s/^Pixel Size = (\(.*\),\(.*\))$/\1 \2/p
        s/^Size is \(.*\), \(.*\)$/\1 \2/p' "$work/info" | tr '\n' ' ' >"$work/place"
    [ "$(wc -w <"$work/place")" -eq 6 ] || fail "no place: $(cat "$work/info")"
    page=$(pdfinfo "$figure.pdf" | sed -n 's/^Page size: *\(.*\) x \(.*\) pts.*/\1 \2/p')
    looked=0
    for town in turnhout herentals mol; do
        at="//*[@id='town-$town']/*[local-name()='circle']"
        x=$(xmllint --xpath "string($at/@cx)" "$figure.svg")
        y=$(xmllint --xpath "string($at/@cy)" "$figure.svg")
        there=$(sed -n "s/.*\"town-$town\".*\"coordinates\":\[\([0-9.]*\),\([0-9.]*\)\].*/\1 \2/p" \
            "$project/layers/context.geojson" |
            gdaltransform -s_srs EPSG:4326 -t_srs EPSG:31370 -output_xy)
        # wide high east north step_x step_y, page_x page_y, true_x true_y, x y in points
        off=$(echo "$(cat "$work/place") $page $there $x $y" | awk '{
            x = $3 + $11 * $1 / $7 * $5 - $9; y = $4 + $12 * $2 / $8 * $6 - $10
            print sqrt(x * x + y * y)
        }')
        awk -v off="$off" 'BEGIN { exit off > 5 }' || fail "$town: $off m from $there"
        [ -n "$x" ] && looked=$((looked + 1))
    done
    [ "$looked" -eq 3 ] || fail "$looked towns"
}

test_each_run_gives_the_same_bytes() {
    run figure 13 --format pdf --out again
    cmp "$figure.pdf" "$project/again/${figure##*/}.pdf" || fail "they differ"
}

test_a_sheet_is_read_out_as_a_heading_a_picture_and_a_table() {
    run annex --format pdf,png --dpi 150 --out sheets
    for sheet in "$project"/sheets/annex/fig-13*.pdf "$project"/sheets/annex/fig-42*.pdf; do
        pdfinfo -struct "$sheet" >"$work/tree"
        for part in Figure H1 Table TR TH TD; do
            grep -q "^ *$part\\b" "$work/tree" || fail "$sheet: no $part"
        done
        for program in poppler mupdf ghostscript; do
            qpdf "$sheet" --pages . 1 -- "$work/first.pdf"
            draw_by "$work/first.pdf" $program
            "$PNG_COMPARE" "${sheet%.pdf}.png" "$work/drawn.png" 1 2 >"$work/compared" 2>&1 ||
                fail "$sheet by $program: $(cat "$work/compared")"
        done
    done
}

run_tests
