# The files of figure 13, as a printer, a designer and a web page get them.
. "$(dirname "$0")/lib.sh"

# One drawing for all tests.
work=$TEST_OUT/figure
rm -rf "$work"
mkdir -p "$work"
copy_project
run figure 13
expect_status 0
figure=$project/out/fig-13-antwerpen-logistiek

# Big-endian 32-bit number at byte $2 of file $1.
number_at() {
    od -An -tu1 -j "$2" -N 4 "$1" | awk '{print (($1 * 256 + $2) * 256 + $3) * 256 + $4}'
}

test_the_pdf_embeds_a_subset_of_each_font() {
    pdffonts "$figure.pdf" >"$work/fonts"
    [ "$(tail -n +3 "$work/fonts" | wc -l)" -gt 0 ] || fail "no fonts"
    # The columns emb, sub and uni stand before the two of the object.
    tail -n +3 "$work/fonts" | awk '$(NF-4) != "yes" || $(NF-3) != "yes" || !/Lato/ {exit 1}' ||
        fail "$(cat "$work/fonts")"
}

test_the_pdf_holds_no_image() {
    [ "$(pdfimages -list "$figure.pdf" | tail -n +3 | wc -l)" -eq 0 ] ||
        fail "$(pdfimages -list "$figure.pdf")"
}

test_the_pdf_is_one_page_of_the_styles_width_with_title_and_author() {
    pdfinfo "$figure.pdf" >"$work/info"
    grep -Eq '^Pages: +1$' "$work/info" || fail "$(cat "$work/info")"
    grep -Eq '^Page size: +453\.5[0-9]* x ' "$work/info" || fail "$(cat "$work/info")"
    grep -Eq '^Title: +.*Logistiek' "$work/info" || fail "$(cat "$work/info")"
    grep -Eq '^Author: +.' "$work/info" || fail "$(cat "$work/info")"
}

test_the_text_of_the_pdf_can_be_searched() {
    pdftotext "$figure.pdf" "$work/text"
    for text in "Speerpuntsector logistiek in" "Vlaams Instituut voor de Logistiek"; do
        grep -qF "$text" "$work/text" || fail "not found: $text"
    done
}

test_the_png_has_the_pages_size_at_its_resolution() {
    # 160 mm at 300 dpi, and 300 dpi as pixels a metre in the pHYs chunk.
    [ "$(number_at "$figure.png" 16)" -eq 1890 ] || fail "width $(number_at "$figure.png" 16)"
    at=$(LC_ALL=C grep -abo pHYs "$figure.png" | head -n 1 | cut -d: -f1)
    [ "$(number_at "$figure.png" $((at + 4)))" -eq 11811 ] || fail "resolution"
    run figure 13 --format png --dpi 150 --out half
    [ "$(number_at "$project/half/fig-13-antwerpen-logistiek.png" 16)" -eq 945 ] || fail "half"
}

test_the_svg_is_xml_with_named_layers_and_text() {
    xmllint --noout --nonet "$figure.svg" || fail "no XML"
    layers=$(grep -o 'inkscape:groupmode="layer"' "$figure.svg" | wc -l)
    [ "$layers" -ge 8 ] || fail "$layers layers"
    [ "$(grep -o 'inkscape:label="[^"]' "$figure.svg" | wc -l)" -ge "$layers" ] || fail "no names"
    grep -q 'width="160mm"' "$figure.svg" || fail "not of true size"
    grep -q '<text' "$figure.svg" || fail "no text"
    [ "$(grep -o ' id="[^"]*"' "$figure.svg" | wc -l)" -gt 100 ] || fail "hardly any ids"
    ! grep -qE '<symbol|<glyph|<image' "$figure.svg" || fail "outlines or images"
    ids=$(grep -o ' id="[^"]*"' "$figure.svg" | sort | uniq -d)
    [ -z "$ids" ] || fail "twice: $ids"
}

test_the_three_formats_are_the_same_picture() {
    pdftoppm -r 300 -png -singlefile "$figure.pdf" "$work/pdf"
    rsvg-convert --dpi-x 300 --dpi-y 300 "$figure.svg" -o "$work/svg.png"
    for drawn in pdf svg; do
        "$PNG_COMPARE" "$figure.png" "$work/$drawn.png" >"$work/$drawn" 2>&1 ||
            fail "$drawn: $(cat "$work/$drawn")"
    done
}

test_every_feature_of_the_catalogue_stands_in_the_svg() {
    sed -n 's/.*"id": "\(antwerpen-[^"]*\)".*/\1/p' "$project/layers/logistiek.geojson" >"$work/ids"
    [ "$(wc -l <"$work/ids")" -eq 19 ] || fail "not the features of figure 13"
    while read -r id; do
        grep -qF "data-feature=\"$id\"" "$figure.svg" || fail "not on the map: $id"
    done <"$work/ids"
}

run_tests
