# Figures of several sectors and of a group of regions: 60 is of two sectors, 61 of two provinces.
. "$(dirname "$0")/lib.sh"

copy_project_with_both() {
    copy_small_project 15 16 17 45
    sed -i 's/"key": { "used": false/"key": { "used": true/' "$project/styles/study.json"
    cat >>"$project/layers/figures.csv" <<'END'
60,map,antwerpen,zorg; bouw,,Zorg en bouw,Zorg en bouw in Antwerpen
61,map,"[""antwerpen"", ""limburg""]",cleantech,,Cleantech,Cleantech in Antwerpen en Limburg
END
    of_sectors=fig-60-antwerpen-zorg-bouw
    of_regions=fig-61-antwerpen-limburg-cleantech
}

# The figures that were drawn, by their numbers: $1.
expect_figures() {
    sed 's|.*/fig-\([0-9]*\)-.*|\1|' "$work/stdout" | sort -u | tr '\n' ' ' >"$work/numbers"
    [ "$(cat "$work/numbers")" = "$1 " ] || fail "drew: $(cat "$work/numbers")"
}

test_both_are_drawn_in_three_formats_without_a_finding() {
    copy_project_with_both
    run check
    expect_status 0
    run figure 60 61
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "it says something"
    expect_whole_files_in "$project/out"
    for format in pdf png svg; do
        for name in $of_sectors $of_regions; do expect_file "$project/out/$name.$format"; done
    done
    expect_faultless "$project/out" 2
    svg=$project/out/$of_sectors.svg
    for part in legend-sector-zorg legend-sector-bouw legend-chosen-zorg; do
        grep -q "id=\"$part\"" "$svg" || fail "no $part"
    done
    [ "$(grep -o 'class="marker-sector[0-9]*' "$svg" | sort -u | wc -l)" -eq 2 ] ||
        fail "not two colours of discs"
    for number in 1 2 3 4 5 6 7; do
        [ "$(grep -o "class=\"marker-[a-z-]*number\"[^>]*><tspan[^>]*>$number<" "$svg" | wc -l)" -eq 2 ] ||
            fail "number $number does not stand once on the map and once in the legend"
    done
    svg=$project/out/$of_regions.svg
    for part in home/antwerpen home/limburg elsewhere/vlaams-brabant; do
        grep -q "id=\"$(echo $part | tr / -)\"" "$svg" || fail "no $part"
    done
    [ "$(grep -c 'class="inset-home' "$svg")" -eq 2 ] || fail "not both provinces in the inset"
    ! grep -q 'marker-sector' "$svg" || fail "colours where there is one sector"
}

test_each_of_their_sectors_and_regions_and_their_names_find_them() {
    copy_project_with_both
    run sector bouw --format svg --list
    expect_figures '17 60'
    run sector Zorg --format svg --list
    expect_figures '16 60'
    run province limburg --format svg --list
    expect_figures '45 61'
    run figure 'Zorg en bouw' "$of_regions.pdf" --format svg --list
    expect_figures '60 61'
    run list --json
    bare <"$work/stdout" >"$work/bare"
    grep -qF '"province":["antwerpen","limburg"],"sector":"cleantech"' "$work/bare" &&
        grep -qF '"province":"antwerpen","sector":["zorg","bouw"]' "$work/bare" ||
        fail "not in the list"
}

test_a_spreadsheet_and_geojson_tell_the_same() {
    copy_project_with_both
    run figure 60 61 --format svg
    run catalogue export --to "$work/catalogue.xlsx"
    expect_status 0
    run figure 60 61 --format svg --catalogue "$work/catalogue.xlsx" --out "$work/sheets"
    expect_status 0
    expect_same_files "$project/out" "$work/sheets"
    cat >"$project/layers/figures.geojson" <<'END'
{ "type": "FeatureCollection", "features": [
{ "type": "Feature", "geometry": null, "properties": { "figure": 60, "kind": "map", "province": "antwerpen",
  "sector": ["zorg", "bouw"], "title": "Zorg en bouw", "caption": "Zorg en bouw in Antwerpen" } },
{ "type": "Feature", "geometry": null, "properties": { "figure": 61, "kind": "map",
  "province": ["antwerpen", "limburg"], "sector": "cleantech", "title": "Cleantech",
  "caption": "Cleantech in Antwerpen en Limburg" } } ] }
END
    rm "$project/layers/figures.csv"
    run figure 60 61 --format svg --out "$work/geojson"
    expect_status 0
    expect_same_files "$project/out" "$work/geojson"
}

test_sheets_contents_and_gallery_name_all_of_them() {
    copy_project_with_both
    sed -i '/^1[5-7],/d; /^45,/d' "$project/layers/figures.csv"
    run annex --lang fr
    expect_status 0
    pdftotext -layout "$project/out/annex-fr.pdf" "$work/text"
    for text in 'Soins et santé et construction' 'Soins et santé – ' 'Construction – ' 'Province d’Anvers et' 'Limbourg'; do
        grep -qF "$text" "$work/text" || fail "not in the annex: $text"
    done
    page=$project/out/index-fr.html
    grep -q '<h2>Province d’Anvers et de Limbourg</h2>' "$page" || fail "no heading in the gallery"
    grep 'alt="[^"]*Soins et santé et construction' "$page" | grep -q 'Construction – ' ||
        fail "no sectors in the alternative text"
}

test_what_changes_in_one_of_the_sectors_draws_the_figure_anew() {
    copy_project_with_both
    run figure 16 17 60 --format svg
    damage "$project/layers/zorg.geojson" '"name": "' '"name": "Nieuw '
    run figure 16 17 60 --format svg --dry-run
    grep -q 'fig-60-.*features' "$work/stdout" || fail "60 is kept: $(cat "$work/stdout")"
    ! grep -q 'fig-17-' "$work/stdout" || fail "17 is drawn"
    run figure 16 17 60 --format svg
    damage "$project/layers/figures.csv" 'zorg; bouw' 'bouw; zorg'
    run figure 16 17 60 --format svg --dry-run
    grep -q 'fig-60-' "$work/stdout" || fail "the order says nothing"
}

test_pins_hold_what_is_of_any_of_the_sectors_and_nothing_else() {
    copy_project_with_both
    id_of() { sed -n 's/.*"id": "\([^"]*\)".*/\1/p' "$project/layers/$1.geojson" | head -n 1; } # a point
    for sector in zorg bouw; do
        printf '{"figures": {"60": {"%s": {"dx": 3, "dy": 3}}}}\n' "$(id_of $sector)" >"$project/layers/pins.json"
        run check
        expect_status 0
    done
    printf '{"figures": {"60": {"%s": {"dx": 3, "dy": 3}}}}\n' "$(id_of cleantech)" >"$project/layers/pins.json"
    run check
    expect_status 1
    expect_message layers/pins.json 'figure 60'
}

test_a_sector_without_anything_is_told() {
    copy_project_with_both
    rm "$project/layers/zorg.geojson"
    sed -i '/^zorg,/d' "$project/layers/presence.csv"
    run check
    expect_message 'layers/figures.csv' 'figure 60' 'nothing to draw yet on the map of zorg in antwerpen'
}

run_tests
