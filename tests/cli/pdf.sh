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

# The picture of the first page of $work/plain.pdf without layer $1 (or none), as $work/$2.png.
draw_without() {
    LC_ALL=C awk -v name="  /Name ($1)" '/^[0-9]+ 0 obj$/ { number = $1 }
        $0 == name { layer = number } / \/Type \/OCG$/ && number == layer { print number }' \
        "$work/plain.pdf" >"$work/number"
    LC_ALL=C sed "s,/Name (Streekkaart),& /OFF [ $(sed 's/$/ 0 R/' "$work/number") ]," "$work/plain.pdf" |
        fix-qdf >"$work/off.pdf" 2>"$work/fixing"
    [ -z "$1" ] || [ "$(wc -l <"$work/number")" -eq 1 ] || fail "not one layer $1"
    pdftocairo -r 150 -png -singlefile "$work/off.pdf" "$work/$2" || fail "no picture without $1"
}

# The share of pixels, in thousandths of a percent, that differ.
difference() {
    "$PNG_COMPARE" "$1" "$2" 100 "$3" | awk '{ print int($1 * 1000 + .5) }'
}

# What mupdf draws of PDF $1 within layer $2, as $work/$3.within, and otherwise, as $work/$3.beside.
trace_layer() {
    mutool trace "$1" 2>/dev/null | sed 1d | awk -v opening="<layer name=\"$2\"/>" \
        -v within="$work/$3.within" -v beside="$work/$3.beside" 'BEGIN { printf "" >within }
        $0 == opening && !inside { inside = 1; depth = 0 }
        inside && /^<layer / { depth++ }
        { print >(inside ? within : beside) }
        inside && /^<end_layer\/>/ && --depth == 0 { inside = 0 }'
}

# By mupdf nothing of layer $1 is drawn in $work/off.pdf, and all that $work/plain.pdf draws besides.
expect_only_layer_off() {
    trace_layer "$work/plain.pdf" "$1" on
    trace_layer "$work/off.pdf" "$1" off
    ! grep -qE '<(fill|stroke)_' "$work/off.within" || fail "$1 is drawn when it is off"
    cmp -s "$work/on.beside" "$work/off.beside" || fail "$1 took something else with it"
}

# Each layer of PDF $1 that shows anything makes a difference when it is switched off, and what is left is what is left of the SVG
# $2 without it, nearly as near as the whole ones are. Prints how many layers show anything.
expect_each_layer_to_go_alone() {
    qpdf --qdf --object-streams=disable "$1" "$work/plain.pdf"
    draw_without "" whole
    rsvg-convert -d 150 -p 150 "$2" -o "$work/all.png"
    usual=$(difference "$work/all.png" "$work/whole.png" 2)
    seen=0
    sed -n 's/.*<g id="\(layer-[^"]*\)".* inkscape:label="\([^"]*\)".*/\1 \2/p' "$2" >"$work/layers"
    while read -r layer label; do
        draw_without "$label" without
        expect_only_layer_off "$label"
        sed "s/id=\"$layer\"/& display=\"none\"/" "$2" >"$work/without.svg"
        rsvg-convert -d 150 -p 150 "$work/without.svg" -o "$work/expected.png"
        if [ "$(difference "$work/all.png" "$work/expected.png" 0)" -gt 0 ]; then
            [ "$(difference "$work/whole.png" "$work/without.png" 0)" -gt 0 ] ||
                fail "$1: $label: nothing is missing"
            grep -qE '<(fill|stroke)_' "$work/on.within" || fail "$1: $label: nothing is in it"
            seen=$((seen + 1))
        fi
        off=$(difference "$work/expected.png" "$work/without.png" 2)
        [ "$off" -le $((usual + 150)) ] || fail "$1 without $label: $off, with it: $usual"
    done <"$work/layers"
    echo "$seen"
}

test_a_layer_that_is_switched_off_is_all_that_is_missing() {
    expect_each_layer_to_go_alone "$figure.pdf" "$figure.svg" >"$work/count" || exit 1
    [ "$(cat "$work/count")" -ge 15 ] || fail "$(cat "$work/count") layers"
    run annex --format pdf,svg --out layered
    sheet=$project/layered/annex/${figure##*/}
    expect_each_layer_to_go_alone "$sheet.pdf" "$sheet.svg" >"$work/count" || exit 1
    [ "$(cat "$work/count")" -ge 15 ] || fail "$(cat "$work/count") layers of the sheet"
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

# The SVG says which metres a place in points stands for: a matrix of ground to page.
test_the_corners_of_the_map_lie_where_the_svg_says() {
    gdalinfo "$figure.pdf" 2>/dev/null >"$work/info"
    {
        sed -n 's/^Origin = (\(.*\),\(.*\))$/\1 \2/p' "$work/info"
        sed -n 's/^Pixel Size = (\(.*\),\(.*\))$/\1 \2/p' "$work/info"
        sed -n 's/^Size is \(.*\), \(.*\)$/\1 \2/p' "$work/info"
        pdfinfo "$figure.pdf" | sed -n 's/^Page size: *\(.*\) x \(.*\) pts.*/\1 \2/p'
        sed -n 's/.*svg:transform="matrix(\([^)]*\))".*/\1/p' "$figure.svg"
        sed -n 's/.*<clipPath.*<rect x="\(.*\)" y="\(.*\)" width="\(.*\)" height="\(.*\)".*/\1 \2 \3 \4/p' \
            "$figure.svg"
    } | tr '\n' ' ' >"$work/numbers"
    [ "$(wc -w <"$work/numbers")" -eq 18 ] || fail "$(cat "$work/numbers")"
    # origin, pixel, pixels, page, matrix a b c d e f, frame
    awk '{
        for (i = 0; i < 4; i++) {
            x = $15 + (i % 2) * $17; y = $16 + int(i / 2) * $18
            east = $1 + x * $5 / $7 * $3; north = $2 + y * $6 / $8 * $4
            dx = east - (x - $13) / $9; dy = north - (y - $14) / $12
            if (dx * dx + dy * dy > 25) print "corner", i, dx, dy
        } }' "$work/numbers" >"$work/off"
    [ ! -s "$work/off" ] || fail "$(cat "$work/off")"
    # The corners of the frame by themselves, to 5 m: gdalinfo tells them as the neat line.
    sed -n 's/^ *NEATLINE=POLYGON ((\(.*\)))$/\1/p' "$work/info" | tr ',' '\n' >"$work/corners"
    [ "$(wc -l <"$work/corners")" -ge 4 ] || fail "no frame"
    awk 'NR == FNR { x0 = ($15 - $13) / $9; x1 = ($15 + $17 - $13) / $9
                     y0 = ($16 - $14) / $12; y1 = ($16 + $18 - $14) / $12; next }
         function off(v, a, b) { a -= v; b -= v; a = a < 0 ? -a : a; b = b < 0 ? -b : b; return a < b ? a : b }
         { if (off($1, x0, x1) > 5 || off($2, y0, y1) > 5) print }' "$work/numbers" "$work/corners" >"$work/off"
    [ ! -s "$work/off" ] || fail "$(cat "$work/off")"
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
