# Names and remarks in more languages than the catalogue's, in columns such as name_fr; and figures
# that are asked for in any of them. Figure 21 has the table that a test writes as its sector's.
. "$(dirname "$0")/lib.sh"

# A table with a point, a zone and a link, the last without a French name.
write_table() {
    cat <<'CSV'
id,province,kind,name,name_fr,remark,remark_fr,wkt
p1,antwerpen,point,Museum,Le musée,bij het plein,près de la place,POINT(4.41 51.215)
z1,antwerpen,zone,Wijk,Le quartier,,,"POLYGON((4.6 51.2,4.8 51.2,4.8 51.3,4.6 51.3,4.6 51.2))"
p2,antwerpen,point,Beurs,,,,POINT(4.9 51.1)
CSV
}

# The project with just figure 21, and the table in format $1.
take_table() {
    [ -n "${project:-}" ] || copy_small_project 21
    rm -f "$project"/layers/diamant.*
    if [ "$1" = csv ]; then
        write_table >"$project/layers/diamant.csv"
    else
        write_table >"$work/table.csv"
        "$TEST_TOOLS/table_as" "$work/table.csv" "$project/layers/diamant.$1" || fail "no table as $1"
    fi
}

expect_in() {
    file=$1
    shift
    for text in "$@"; do grep -qF -e "$text" "$file" || fail "not in $file: $text"; done
}

expect_not_in() {
    file=$1
    shift
    for text in "$@"; do ! grep -qF -e "$text" "$file" || fail "in $file: $text"; done
}

test_names_are_taken_from_the_column_of_the_language_in_every_format() {
    for format in csv geojson xlsx ods gpkg fgb; do
        take_table $format
        rm -rf "$project/out"
        run figure 21 --lang fr --format svg
        expect_status 0
        [ ! -s "$work/stderr" ] || fail "$format is not read in silence"
        expect_in "$project"/out/*.svg '<title>Le musée' '<title>Le quartier' '<title>Beurs'
        expect_not_in "$project"/out/*.svg Museum '>Wijk'
        rm -rf "$project/out"
        run figure 21 --lang en --format svg
        expect_in "$project"/out/*.svg '<title>Museum' '<title>Wijk' '<title>Beurs'
        expect_not_in "$project"/out/*.svg 'Le musée'
    done
}

test_remarks_are_on_the_sheet_in_the_language() {
    take_table csv
    run annex --lang fr --format svg
    expect_status 0
    expect_in "$project"/out/annex/*.svg 'près de'
    expect_not_in "$project"/out/annex/*.svg 'bij het'
    rm -rf "$project/out"
    run annex --format svg
    expect_in "$project"/out/annex/*.svg 'bij het'
}

test_a_column_may_have_a_colon_or_a_hyphen_and_capitals() {
    for spelling in name:fr name-fr NAME_FR; do
        take_table csv
        sed -i "1s/name_fr/$spelling/" "$project/layers/diamant.csv"
        rm -rf "$project/out"
        run figure 21 --lang fr --format svg
        expect_status 0
        [ ! -s "$work/stderr" ] || fail "$spelling is not read in silence"
        expect_in "$project"/out/*.svg '<title>Le musée'
    done
}

test_a_column_of_a_language_that_the_project_lacks_is_told() {
    take_table csv
    sed -i '1s/name_fr/name_de/' "$project/layers/diamant.csv"
    run check
    expect_message layers/diamant.csv '"name_de"' 'no language "de"' name_nl name_fr name_en \
        words.de project.json styles/languages/de.json
    [ "$(wc -l <"$work/stderr")" -eq 1 ] || fail "not one message"
}

test_a_slip_in_the_name_of_a_column_is_told_with_the_one_that_is_meant() {
    for slip in nmae_fr naam_fr name_f namefr; do
        take_table csv
        sed -i "1s/name_fr/$slip/" "$project/layers/diamant.csv"
        run check
        expect_message layers/diamant.csv "\"$slip\"" 'did you mean "name_fr"?'
    done
    take_table csv
    sed -i '1s/remark_fr/remrk_fr/' "$project/layers/diamant.csv"
    run check
    expect_message layers/diamant.csv '"remrk_fr"' 'did you mean "remark_fr"?'
    take_table csv
    sed -i '1s/remark_fr/name:fr/' "$project/layers/diamant.csv"
    run check
    expect_status 1
    expect_message layers/diamant.csv '"name:fr" stands twice' 'keep one'
}

test_a_cell_in_another_language_is_held_to_what_a_text_is() {
    take_table csv
    sed -i 's/Le musée/#REF!/' "$project/layers/diamant.csv"
    run check
    expect_status 1
    expect_message layers/diamant.csv:2: p1 name_fr '#REF!'
}

test_an_export_keeps_the_languages() {
    for format in gpkg xlsx ods; do
        take_table csv
        run catalogue export --to "$work/catalogue.$format"
        expect_status 0
        rm -rf "$project/out"
        run figure 21 --lang fr --format svg --catalogue "$work/catalogue.$format"
        expect_status 0
        expect_in "$project"/out/*.svg '<title>Le musée'
    done
}

test_a_sector_has_its_name_from_a_column_before_the_words_of_the_project() {
    copy_small_project 21
    damage "$project/project.json" '"diamant": "Diamant",' ''
    run check
    expect_status 1
    expect_message project.json words.fr.names.sector.diamant missing
    sed -i -e '1s/$/,name_fr/' -e 's/^diamant,.*/&,Le diamant/' \
        -e '/^diamant,/!{1!s/$/,/}' "$project/layers/sectors.csv"
    run check
    expect_status 0
    run figure 21 --lang fr --format svg
    expect_status 0
    expect_in "$project"/out/*.svg 'le diamant'
    damage "$project/project.json" '"logistiek": "Logistique",' \
        '"logistiek": "Logistique", "diamant": "Diamants",'
    run check
    expect_message project.json words.fr.names.sector.diamant '"Diamants" is not used' 'Le diamant'
}

test_a_figure_may_have_its_title_and_caption_in_columns() {
    copy_small_project 21
    sed -i -e '1s/$/,title_fr,caption_fr/' -e '2s/$/,Les pierres,Les pierres d’Anvers/' \
        "$project/layers/figures.csv"
    run figure "Les pierres d’Anvers" --lang fr --format svg
    expect_status 0
    expect_in "$project"/out/*.svg 'Les pierres d’Anvers'
    run figure "les pierres" --format svg
    expect_status 0
}

test_a_town_has_the_name_that_one_table_gives_it_wherever_it_stands() {
    copy_small_project 24
    damage "$project/layers/places.geojson" '"name": "Rijsel"' '"name": "Rijsel", "name_fr": "Lille"'
    run figure 24 --format svg --report "$work/nl.json" --out "$work/nl"
    expect_status 0
    run figure 24 --lang fr --format svg --report "$work/fr.json" --out "$work/fr"
    expect_status 0
    in_nl=$(grep -c '"text": "Rijsel"' "$work/nl.json")
    [ "$in_nl" -gt 0 ] || fail "no Rijsel"
    [ "$in_nl" -eq "$(grep -c '"text": "Lille"' "$work/fr.json")" ] || fail "not as often"
    expect_not_in "$work/fr.json" '"text": "Rijsel"'
}

test_figures_are_asked_for_in_any_language() {
    copy_small_project 13 14
    for name in Logistique Logistics Logistiek logistiek; do
        rm -rf "$project/out"
        run sector "$name" --format svg
        expect_status 0
        [ "$(find "$project/out" -name 'fig-13-*' | wc -l)" -eq 1 ] || fail "not drawn: $name"
    done
    for name in Anvers Antwerp antwerpen; do
        rm -rf "$project/out"
        run province "$name" --format svg
        expect_status 0
        [ "$(find "$project/out" -name '*.svg' | wc -l)" -eq 2 ] || fail "not drawn: $name"
    done
    for name in "Logistique, province d’Anvers" "Logistics, province of Antwerp" Logistique; do
        rm -rf "$project/out"
        run figure "$name" --format svg
        expect_status 0
        [ "$(find "$project/out" -name 'fig-13-*' | wc -l)" -eq 1 ] || fail "not drawn: $name"
    done
    run sector Logistiqeu
    expect_status 2
    expect_message Logistiqeu 'did you mean "Logistique"?'
    run sector Logistiek --lang fr --format svg
    expect_status 0
}

# All files of folder $1, a line each, but what lies in another.
files_of() {
    (cd "$1" && find . -type f ! -path './.streekkaart/*' | sort)
}

test_two_languages_lie_in_one_folder() {
    copy_small_project 21
    run annex --caption latex
    expect_status 0
    cp -r "$project/out" "$work/alone"
    run annex --lang fr --caption latex
    expect_status 0
    for file in fig-21-antwerpen-diamant-fr.pdf annex/fig-21-antwerpen-diamant-fr.svg annex-fr.pdf \
        index-fr.html captions-fr.tex; do
        expect_file "$project/out/$file"
    done
    expect_in "$project/out/captions-fr.tex" fig-21-antwerpen-diamant-fr
    expect_in "$project/out/index-fr.html" fig-21-antwerpen-diamant-fr annex-fr.pdf
    [ "$(files_of "$project/out" | wc -l)" -eq $((2 * $(files_of "$work/alone" | wc -l))) ] ||
        fail "not twice as many: $(files_of "$project/out")"
    files_of "$work/alone" | while read -r file; do
        cmp "$work/alone/$file" "$project/out/$file" || fail "another $file"
    done
}

test_the_catalogues_own_language_has_no_mark_and_a_project_may_place_it() {
    copy_small_project 21
    run figure 21 --lang nl --format svg
    expect_file "$project/out/fig-21-antwerpen-diamant.svg"
    damage "$project/project.json" 'fig-{figure}-' 'fig-{figure}-{language}-'
    run figure 21 --format svg
    expect_file "$project/out/fig-21-nl-antwerpen-diamant.svg"
    run figure 21 --lang fr --format svg
    expect_file "$project/out/fig-21-fr-antwerpen-diamant.svg"
    run figure fig-21-fr-antwerpen-diamant.svg --format svg
    expect_status 0
}

test_an_edited_figure_is_imported_in_its_language() {
    copy_small_project 21
    run figure 21 --lang fr --format svg
    sed 's/<\/svg>/<!-- -->&/' "$project/out/fig-21-antwerpen-diamant-fr.svg" >"$work/edited.svg"
    run pins import --lang fr "$work/edited.svg"
    expect_status 0
}

run_tests
