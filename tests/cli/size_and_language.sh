# Pages of any size, and words in any language, from the command line to the file.
. "$(dirname "$0")/lib.sh"

# The page of PDF $1 is $2 wide and $3 high, in points, to a hundredth.
expect_page() {
    pdfinfo "$1" >"$work/info"
    grep -q "^Page size: *$2 x $3 pts" "$work/info" || fail "$(grep 'Page size' "$work/info")"
}

# What is read, on one line and with plain spaces.
plain() {
    tr '\n' ' ' | sed 's/\xc2\xa0/ /g'
}

# The text of PDF $1.
text_of() {
    pdftotext "$1" - | plain
}

expect_text() {
    for words in "$@"; do
        grep -qF -e "$words" "$work/text" || fail "not in the text: $words"
    done
}

expect_no_text() {
    for words in "$@"; do
        ! grep -qF -e "$words" "$work/text" || fail "in the text: $words"
    done
}

dutch_furniture() {
    sed -n '/^    "nl": {/,/^    }/s/^ *"source_line": "\(.*\)",*$/\1/p' "$project/project.json"
    sed -n 's/^ *"\(chosen_by\|points\|symbols\|infrastructural\|organisational\)": "\(.*\)",*$/\2/p' \
        "$project/styles/languages/nl.json" | sed 's/ *{sector}.*//' | grep -v -x -e Punten -e Zones
}

test_a_named_sheet_lies_or_stands_as_the_map_needs() {
    copy_project
    run figure 13 24 --size A3 --format pdf
    expect_status 0
    expect_page "$project/out/fig-13-antwerpen-logistiek.pdf" 1190.55 841.89
    expect_page "$project/out/fig-24-west-vlaanderen-logistiek.pdf" 841.89 1190.55
}

test_an_orientation_is_kept() {
    copy_project
    run figure 13 --size a4-portrait --format pdf
    expect_page "$project/out/fig-13-antwerpen-logistiek.pdf" 595.276 841.89
    run figure 24 --size A4-landscape --format pdf
    expect_page "$project/out/fig-24-west-vlaanderen-logistiek.pdf" 841.89 595.276
}

test_a_page_of_any_measure_is_exact_in_each_format() {
    copy_project
    run figure 46 --size 180x120mm --dpi 254
    expect_status 0
    expect_page "$project/out/fig-46-limburg-logistiek.pdf" 510.236 340.157
    grep -q '<svg [^>]*width="180mm" height="120mm"' "$project/out/fig-46-limburg-logistiek.svg" ||
        fail "$(grep -o '<svg [^>]*' "$project/out/fig-46-limburg-logistiek.svg")"
    # the width and height in a PNG's header: 1800 by 1200 pixels
    od -An -tx1 -j16 -N8 "$project/out/fig-46-limburg-logistiek.png" | tr -d ' ' >"$work/pixels"
    grep -qx 00000708000004b0 "$work/pixels" || fail "$(cat "$work/pixels")"
}

test_a_width_alone_leaves_the_height_to_the_map() {
    copy_project
    run figure 21 --size 20cm --format pdf
    expect_status 0
    pdfinfo "$project/out/fig-21-antwerpen-diamant.pdf" | grep -q '^Page size: *566.929 x' ||
        fail "another width"
}

test_a_page_too_small_is_refused_with_one_that_will_do() {
    copy_project
    run figure 13 --size 40x40mm --format pdf
    expect_status 2
    expect_message "figure 13" 40x40mm "give --size"
    expect_no_figure_in "$project/out"
    enough=$(sed -n 's/.*give --size \([0-9x]*mm\) or more.*/\1/p' "$work/stderr")
    run figure 13 --size "$enough" --format pdf
    expect_file "$project/out/fig-13-antwerpen-logistiek.pdf"
}

test_a_size_that_is_none_is_refused_with_examples() {
    copy_project
    for size in A33 180x120 12 mm -5mm 0x0mm; do
        run figure 13 --size="$size"
        expect_status 2
        expect_message --size "\"$size\"" A4-landscape 180x120mm
    done
    [ ! -e "$project/out" ] || fail "an output folder was made"
}

test_the_furniture_speaks_french_and_english() {
    copy_project
    run figure 13 --lang nl --format pdf --out nl
    text_of "$project/nl/fig-13-antwerpen-logistiek.pdf" >"$work/text"
    expect_text 'Speerpuntsector logistiek in' 'provincie Antwerpen' 'RESOC Kempen' 'Tekens'
    run figure 13 --lang fr --format pdf,svg --out fr
    expect_status 0
    text_of "$project/fr/fig-13-antwerpen-logistiek-fr.pdf" >"$work/text"
    expect_text 'Secteur de pointe « logistique » dans' 'province d’Anvers' 'RESOC Campine' 'Acteurs' 'Symboles' \
        'Source : pactes' 'Haven van Antwerpen'
    dutch_furniture >"$work/dutch"
    [ "$(wc -l <"$work/dutch")" -ge 5 ] || fail "$(cat "$work/dutch")"
    while read -r words; do expect_no_text "$words"; done <"$work/dutch"
    expect_no_text 'RESOC Kempen' 'Bron:'
    grep -q 'xml:lang="fr"' "$project/fr/fig-13-antwerpen-logistiek-fr.svg" || fail "not fr in the SVG"
    grep -q 'Légende' "$project/fr/fig-13-antwerpen-logistiek-fr.svg" || fail "no French layer"
    ! grep -q 'Gemeentegrenzen' "$project/fr/fig-13-antwerpen-logistiek-fr.svg" || fail "Dutch layer"
    run figure 13 --lang en --format pdf --out en
    text_of "$project/en/fig-13-antwerpen-logistiek-en.pdf" >"$work/text"
    expect_text 'Spearhead sector logistics in' 'province of Antwerp' 'Infrastructural link' 'Source: regional'
    while read -r words; do expect_no_text "$words"; done <"$work/dutch"
}

test_the_titles_of_the_files_are_in_the_language_and_their_names_end_in_it() {
    copy_project
    run figure 11 12 13 52 --lang fr --format svg
    expect_status 0
    for file in fig-11-vlaanderen-resocs fig-12-vlaanderen-provincies fig-13-antwerpen-logistiek \
        fig-52-vlaanderen-logistiek; do
        expect_file "$project/out/$file-fr.svg"
        grep -o '<title [^<]*' "$project/out/$file-fr.svg" | head -n 1
    done | plain >"$work/text"
    expect_text 'Secteurs de pointe des RESOC' 'Secteurs de pointe des provinces' \
        'Logistique, province d’Anvers' 'Vue d’ensemble : Logistique, Flandre'
}

test_a_style_may_choose_the_language_and_show_the_title() {
    copy_project
    echo '{ "extends": "study", "language": "en", "title": { "shown": true } }' \
        >"$project/styles/titled.json"
    run figure 13 --style titled --format pdf
    expect_status 0
    text_of "$project/out/fig-13-antwerpen-logistiek-en.pdf" >"$work/text"
    expect_text 'Figure 13: Logistics, province of Antwerp'
    run figure 13 --format pdf
    text_of "$project/out/fig-13-antwerpen-logistiek.pdf" >"$work/text"
    expect_no_text 'Figuur 13'
}

test_a_style_that_only_shows_the_title_gives_the_study_with_a_title() {
    copy_project
    echo '{ "extends": "study", "title": { "shown": true } }' >"$project/styles/titled.json"
    run figure 13 --style titled --format pdf
    expect_status 0
    text_of "$project/out/fig-13-antwerpen-logistiek.pdf" >"$work/text"
    expect_text 'Figuur 13: Logistiek in Provincie Antwerpen' 'Speerpuntsector logistiek in'
}

test_an_unknown_language_is_refused_with_those_there_are() {
    copy_project
    run figure 13 --lang de
    expect_status 2
    expect_message --lang '"de"' 'en, fr, nl'
    [ ! -e "$project/out" ] || fail "an output folder was made"
}

test_check_finds_a_missing_word_and_a_missing_name_in_any_language() {
    copy_project
    run check
    expect_status 0
    damage "$project/styles/languages/en.json" '"zone": "Zone",' ''
    damage "$project/project.json" '"zorg": "Soins.*",' ''
    damage "$project/styles/languages/nl.json" '"infrastructural"' '"infrastrctural"'
    run check
    expect_status 1
    expect_message styles/languages/en.json legend.zone missing
    expect_message project.json words.fr.names.sector.zorg missing
    expect_message styles/languages/nl.json: legend.infrastrctural '"legend.infrastructural"'
    expect_message styles/languages/nl.json legend.infrastructural missing
}

test_a_figure_is_not_drawn_without_all_its_words_but_is_without_a_name() {
    copy_project
    damage "$project/styles/languages/en.json" '"zone": "Zone",' ''
    run figure 13 --lang en
    expect_status 1
    expect_message styles/languages/en.json legend.zone
    expect_no_figure_in "$project/out"
    damage "$project/project.json" '"kempen": "RESOC Campine",' ''
    run figure 13 --lang fr --format pdf
    expect_status 1
    expect_message project.json words.fr.names.resoc.kempen
    text_of "$project/out/fig-13-antwerpen-logistiek-fr.pdf" >"$work/text"
    expect_text 'RESOC Kempen' 'Secteur de pointe « logistique » dans'
}

run_tests
