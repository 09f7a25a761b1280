# The project's own symbols for points: symbols/NAME.svg, in one colour. Figure 21 has the points.
. "$(dirname "$0")/lib.sh"

# The project with just figure 21, and in it a point with symbol $1.
take_point() {
    [ -n "${project:-}" ] || copy_small_project 21
    rm -f "$project"/layers/diamant.*
    mkdir -p "$project/symbols"
    printf 'id,province,kind,name,symbol,wkt\np1,antwerpen,point,Museum,%s,POINT(4.9 51.1)\n' "$1" \
        >"$project/layers/diamant.csv"
}

# A symbol of what is inside, in an svg element with attributes $2.
write_symbol() {
    printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" %s>%s</svg>\n' "${2:-}" "$1" \
        >"$project/symbols/tower.svg"
}

tower='<path d="M4 22L12 2L20 22Z"/>'

# Drawing and check say of the symbol: $1, with remedy $2.
expect_refused() {
    rm -rf "$project/out"
    run check
    expect_status 1
    expect_message symbols/tower.svg: "$1" "$2"
    run figure 21 --format svg
    expect_status 1
    expect_message symbols/tower.svg: "$1" "$2"
    [ "$(grep -c 'symbols/tower.svg' "$work/stderr")" -eq 1 ] || fail "not told once"
}

test_a_symbol_is_the_same_picture_in_all_formats() {
    take_point tower
    write_symbol "$tower"
    run figure 21 --dpi 150 --format svg,png,pdf
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "not in silence"
    file=$project/out/fig-21-antwerpen-diamant
    grep -q 'class="marker-symbol"' "$file.svg" || fail "no symbol in the SVG"
    ! grep -q 'class="marker-dot"' "$file.svg" || fail "a dot, too"
    rsvg-convert -d 150 -p 150 -o "$work/svg.png" "$file.svg"
    pdftocairo -r 150 -png -singlefile "$file.pdf" "$work/pdf"
    "$PNG_COMPARE" "$file.png" "$work/svg.png" || fail "the SVG is another picture"
    "$PNG_COMPARE" "$file.png" "$work/pdf.png" || fail "the PDF is another picture"
    # another symbol is another picture
    write_symbol '<circle cx="12" cy="12" r="9"/>'
    run figure 21 --format svg --out "$work/other"
    ! cmp -s "$file.svg" "$work/other/fig-21-antwerpen-diamant.svg" || fail "the same"
}

test_shapes_groups_and_transforms_are_read_wherever_they_stand() {
    take_point tower
    write_symbol "$tower"
    run figure 21 --format svg
    cp "$project"/out/*.svg "$work/plain.svg"
    for drawing in '<g transform="translate(100 50) scale(3)"><path d="M4 22L12 2L20 22Z"/></g>' \
        '<polygon points="4,22 12,2 20,22"/>' \
        '<defs/><title>tower</title><path style="fill:#c8102e" d="m4 22l8-20l8 20z"/>' \
        '<style>.a{fill:red}</style><path class="a" d="M4 22L12 2L20 22Z"/><path fill="none" d="M0 0H24V24H0z"/>'; do
        write_symbol "$drawing"
        run figure 21 --format svg
        expect_status 0
        cmp "$work/plain.svg" "$project"/out/*.svg || fail "another picture: $drawing"
    done
}

test_a_symbol_with_a_script_is_refused() {
    take_point tower
    write_symbol "$tower<script>alert(1)</script>"
    expect_refused 'holds a script' 'take the script out'
    write_symbol "$tower" 'onload="alert(1)"'
    expect_refused 'holds a script' 'take the script out'
}

test_a_symbol_that_refers_outside_is_refused() {
    take_point tower
    for drawing in '<image href="http://example.org/a.png"/>' '<use href="other.svg#a"/>' \
        '<style>@import "a.css";</style>' '<path d="M0 0H9V9z" style="fill:url(a.svg#b)"/>'; do
        write_symbol "$tower$drawing"
        expect_refused 'outside itself' 'take the reference out'
    done
    printf '<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY e SYSTEM "/etc/hostname">]>\n%s\n' \
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M4 22L12 2L20 22Z"/><title>&e;</title></svg>' \
        >"$project/symbols/tower.svg"
    expect_refused 'outside itself' 'take the reference out'
}

test_a_symbol_without_a_shape_is_refused() {
    take_point tower
    for drawing in '' '<g/>' '<path d="M4 4"/>' '<path d="M4 4L9 9"/>' '<path d="M1 1L5 1L9 1z"/>' \
        '<path display="none" d="M4 22L12 2L20 22Z"/>'; do
        write_symbol "$drawing"
        expect_refused 'no shape' 'draw a filled shape'
    done
}

test_a_symbol_of_too_many_points_is_refused() {
    take_point tower
    write_symbol "<path d=\"M0 0$(for i in $(seq 1001); do echo "L$i $((i * i % 97))"; done)z\"/>"
    expect_refused 'more than 1000 points' 'simplify'
}

test_a_symbol_of_several_colours_is_refused() {
    take_point tower
    for drawing in '<path fill="#f00" d="M0 0H9V9z"/>' '<path fill="url(#a)" d="M0 0H9V9z"/>'; do
        write_symbol "$tower$drawing"
        expect_refused 'several colours' 'one colour'
    done
}

test_a_symbol_with_lines_or_texts_is_refused() {
    take_point tower
    write_symbol '<path d="M4 22L12 2L20 22Z" fill="none" stroke="#000"/>'
    expect_refused 'has lines' 'Stroke to Path'
    write_symbol "$tower<text>A</text>"
    expect_refused 'no outline' 'Object to Path'
}

test_what_is_no_svg_is_refused() {
    take_point tower
    echo 'not an SVG' >"$project/symbols/tower.svg"
    expect_refused 'no SVG' 'save it as SVG'
    write_symbol '<path d="M4 22L12 2L20 22Z"'
    expect_refused 'no SVG' 'save it as SVG'
}

test_a_symbol_that_is_not_there_is_told_with_the_nearest() {
    take_point towr
    write_symbol "$tower"
    run check
    expect_status 1
    expect_message layers/diamant.csv:2: p1 '"towr"' 'did you mean "tower"?'
    take_point ../../etc/passwd
    run check
    expect_status 1
    expect_message layers/diamant.csv:2: p1 'no symbol' "just the file's name"
}

test_a_point_with_a_number_has_no_symbol() {
    take_point tower
    write_symbol "$tower"
    sed -i -e '1s/symbol/number,symbol/' -e '2s/Museum,/Museum,1,/' "$project/layers/diamant.csv"
    run check
    expect_status 1
    expect_message layers/diamant.csv:2: p1 'without a number' 'leave it empty'
}

run_tests
