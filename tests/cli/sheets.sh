# The annex sheets, the bound annex and the page to leaf through them, as a reader gets them.
. "$(dirname "$0")/lib.sh"

# One drawing for all tests.
work=$TEST_OUT/annex
rm -rf "$work"
mkdir -p "$work"
: >"$work/stderr"
copy_small_project 11 13 14 24 39 42 44 47 52
run annex --format pdf,svg --report report.json
expect_status 0
out=$project/out
figures=$(figure_count)

test_every_row_of_the_catalogue_stands_in_its_sheet() {
    expect_every_row_in_its_sheet "$out/annex" 7 1
}

test_every_figure_has_a_sheet_and_further_pages_are_numbered() {
    [ "$(find "$out" -maxdepth 1 -name 'fig-*.pdf' | wc -l)" -eq "$figures" ] || fail "not all figures"
    for figure in "$out"/fig-*.pdf; do
        sheet=$out/annex/$(basename "$figure" .pdf)
        pages=$(pdfinfo "$sheet.pdf" | sed -n 's/^Pages: *//p')
        expect_file "$sheet.svg"
        for page in $(seq 2 "$pages"); do expect_file "$sheet-$page.svg"; done
        [ ! -e "$sheet-$((pages + 1)).svg" ] || fail "a page too many: $sheet"
    done
}

# In millimetres, from the corner of the first page: the SVG has points.
test_the_report_says_where_the_map_of_each_sheet_stands() {
    sed -n '/^  "sheets": \[/,$p' "$project/report.json" |
        sed -n 's/^ *"figure": \([0-9]*\),/\1/p; s/^ *"frame": {\(.*\)},/\1/p' |
        paste - - | sed 's/[",a-z:]//g' >"$work/frames"
    [ "$(wc -l <"$work/frames")" -eq "$figures" ] || fail "$(cat "$work/frames")"
    while read -r number x y width height; do
        svg=$(find "$out/annex" -name "fig-$number-*[a-z].svg")
        sed -n '/ id="frame"/,/<\/g>/s/.* d="m\([0-9.]*\) \([0-9.]*\) \([0-9.]*\) 0 0 \([0-9.]*\).*/\1 \2 \3 \4/p' \
            "$svg" | awk -v x="$x" -v y="$y" -v width="$width" -v height="$height" '
                function off(points, mm) { mm -= points * 25.4 / 72; return mm > 0.01 || mm < -0.01 }
                { n++ } off($1, x) || off($2, y) || off($3, width) || off($4, height) { n = 9 }
                END { exit n != 1 }' || fail "$svg: $x $y $width $height"
    done <"$work/frames"
    sed -n '/^  "sheets": \[/,$p' "$project/report.json" | grep -c '"role": "marker"' >"$work/count"
    [ "$(cat "$work/count")" -ge 20 ] || fail "no markers on sheets"
}

test_the_annex_binds_all_sheets_with_fonts_once_and_is_small() {
    total=0
    for sheet in "$out"/annex/*.pdf; do
        total=$((total + $(pdfinfo "$sheet" | sed -n 's/^Pages: *//p')))
    done
    pages=$(pdfinfo "$out/annex.pdf" | sed -n 's/^Pages: *//p')
    [ "$pages" -eq $((total + 1)) ] || fail "$pages pages for $total and the contents"
    [ "$(wc -c <"$out/annex.pdf")" -lt 800000 ] || fail "$(wc -c <"$out/annex.pdf") bytes"
    pdffonts "$out/annex.pdf" | tail -n +3 >"$work/fonts"
    awk '$(NF-4) != "yes" || $(NF-3) != "yes" {exit 1}' "$work/fonts" || fail "$(cat "$work/fonts")"
    sed 's/^[A-Z]*+//; s/ .*//' "$work/fonts" | sort | uniq -d >"$work/twice"
    [ ! -s "$work/twice" ] || fail "embedded twice: $(cat "$work/twice")"
    qpdf --check "$out/annex.pdf" >"$work/check" 2>&1 || fail "$(cat "$work/check")"
}

test_the_contents_lead_to_every_sheet() {
    pdfinfo -dests "$out/annex.pdf" >"$work/dests"
    pdftohtml -xml -i -stdout -hidden "$out/annex.pdf" >"$work/xml" 2>/dev/null
    first=$(pdftotext -f 1 -l 1 -layout "$out/annex.pdf" -)
    echo "$first" | sed -n 's/^ *\([0-9][0-9]\) .* \([0-9]*\)$/\1 \2/p' >"$work/contents"
    [ "$(wc -l <"$work/contents")" -eq "$figures" ] || fail "$(cat "$work/contents")"
    while read -r number page; do
        # The contents are one page, so that page 1 is the second of the file.
        grep -Eq "^ *$((page + 1)) .*\"fig-$number\"" "$work/dests" || fail "figure $number"
        grep -q "<a href=\"[^\"]*#$((page + 1))\">" "$work/xml" || fail "no link to $number"
    done <"$work/contents"
    qpdf --json --json-key=qpdf "$out/annex.pdf" >"$work/json" 2>/dev/null ||
        fail "qpdf cannot read it"
    links=$(grep -c '"/Subtype": "/Link"' "$work/json")
    [ "$links" -ge "$figures" ] || fail "$links links"
}

test_bookmarks_stand_by_province_and_sector() {
    qpdf --json --json-key=outlines "$out/annex.pdf" >"$work/json" 2>/dev/null
    # Indented by depth: the entries of the first level are those whose indent is the least.
    grep '"title":' "$work/json" | sed 's/^\( *\)"title": "\(.*\)",*$/\1|\2/' >"$work/titles"
    least=$(sed 's/|.*//' "$work/titles" | awk '{print length($0)}' | sort -n | head -n 1)
    awk -F'|' -v least="$least" 'length($1) == least {print $2}' "$work/titles" | sort >"$work/top"
    printf '%s\n' Inhoud 'Provincie Antwerpen' 'Provincie Limburg' 'Provincie Oost-Vlaanderen' \
        'Provincie Vlaams-Brabant' 'Provincie West-Vlaanderen' Vlaanderen | sort >"$work/expected"
    cmp -s "$work/top" "$work/expected" || fail "$(cat "$work/top")"
    [ "$(wc -l <"$work/titles")" -eq $((figures + 7)) ] || fail "$(wc -l <"$work/titles") bookmarks"
}

test_pages_are_labelled_as_they_are_numbered() {
    qpdf --json --json-key=pagelabels "$out/annex.pdf" >"$work/json" 2>/dev/null
    tr -d ' \n' <"$work/json" >"$work/flat"
    grep -qF '"index":0,"label":{' "$work/flat" || fail "$(cat "$work/flat")"
    grep -qF '"/P":"u:i"' "$work/flat" || fail "no Roman number: $(cat "$work/flat")"
    grep -qF '"index":1,"label":{"/S":"/D"' "$work/flat" || fail "not from 1: $(cat "$work/flat")"
}

test_the_page_to_leaf_through_links_to_what_is_there() {
    xmllint --html --noout "$out/index.html" 2>"$work/html" || fail "no HTML"
    grep -o 'href="[^"]*"\|src="[^"]*"' "$out/index.html" | sed 's/.*="//; s/"//' | sort -u \
        >"$work/links"
    [ "$(wc -l <"$work/links")" -gt $((4 * figures)) ] || fail "$(wc -l <"$work/links") links"
    while read -r link; do expect_file "$out/$link"; done <"$work/links"
    for file in "$out"/annex.pdf "$out"/fig-*.pdf; do
        grep -qx "$(basename "$file")" "$work/links" || fail "no link to $file"
    done
}

test_two_runs_bind_the_same_bytes() {
    copy_small_project 12 19 44
    run annex --format pdf --out one --quiet
    expect_status 0
    run annex --format pdf --jobs 1 --out two --quiet
    expect_status 0
    cmp "$project/one/annex.pdf" "$project/two/annex.pdf" || fail "annex.pdf differs"
    for sheet in "$project"/one/annex/*.pdf; do
        cmp "$sheet" "$project/two/annex/$(basename "$sheet")" || fail "$sheet differs"
    done
}

test_a_sheet_that_became_shorter_leaves_no_page_of_before() {
    copy_small_project 13 21
    mkdir -p "$project/short/annex"
    echo old >"$project/short/annex/fig-21-antwerpen-diamant-2.svg"
    run annex --format svg --out short --quiet
    expect_file "$project/short/annex/fig-21-antwerpen-diamant.svg"
    [ ! -e "$project/short/annex/fig-21-antwerpen-diamant-2.svg" ] || fail "the old page is there"
    [ ! -e "$project/short/annex.pdf" ] || fail "a PDF that was not asked for"
}

test_json_names_the_sheets_and_the_annex() {
    copy_small_project 13 21
    run annex --format svg --out json --json
    expect_status 0
    for text in '"json/annex/fig-13-antwerpen-logistiek-2.svg"' '"json/index.html"'; do
        grep -qF "$text" "$work/stdout" || fail "not in the JSON: $text"
    done
}

run_tests
