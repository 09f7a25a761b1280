# The gallery as its readers use it: with mouse, keys and fingers, by ear, on paper, without a script,
# and always without a network. tests/tools/viewers/use_gallery.js has what each of them does.
. "$(dirname "$0")/lib.sh"
: "${HOUSE:?}" "${VIEWERS:?}"

rm -rf "$TEST_OUT/drawn"

# Four figures and their gallery, drawn once, with a name that has accents; the page is $page.
draw_gallery() {
    drawn=$TEST_OUT/drawn
    if [ ! -d "$drawn" ]; then
        copy_small_project 12 13 21 44
        damage "$project/layers/diamant.geojson" '"name": "provincie Antwerpen"' \
            '"name": "Pâtisserie Zoë"'
        run annex --format svg
        expect_status 0
        mv "$project" "$drawn"
    fi
    page=$drawn/out/index.html
}

# Does what scenario $1 says, with the gallery.
use_gallery() {
    draw_gallery
    has_viewers || return 0
    HOME=$work NODE_PATH=$VIEWERS/node_modules node "$HOUSE/tests/tools/viewers/use_gallery.js" \
        "$page" "$1" >"$work/log" 2>&1 || fail "$1: $(head -n 40 "$work/log")"
}

test_figures_are_found_by_region_sector_and_name_whatever_the_accents() {
    use_gallery filter
}

test_keys_open_leaf_zoom_and_close() {
    use_gallery keys
}

test_a_feature_and_its_row_light_up_together() {
    use_gallery view
}

test_a_map_is_zoomed_by_the_wheel_and_dragged() {
    use_gallery pan
}

test_a_phone_shows_all_of_it() {
    use_gallery phone
}

test_no_rule_of_accessibility_is_broken() {
    use_gallery accessible
}

test_without_a_script_all_figures_are_there_with_their_files() {
    use_gallery plain
}

test_on_paper_it_is_a_contact_sheet() {
    use_gallery paper
}

test_the_alternative_text_says_what_a_map_shows() {
    draw_gallery
    grep 'src="gallery/fig-13-' "$page" | sed 's/.* alt="\([^"]*\)".*/\1/' >"$work/text"
    for part in "Figuur 13: Logistiek in Provincie Antwerpen. Speerpuntsector logistiek in (4): \
provincie Antwerpen; RESOC Kempen" "Actoren - Punten (5): Haven van Antwerpen; Vlaams Instituut" \
        "Zones (8): " "Verbindingen (6): "; do
        grep -qF -e "$part" "$work/text" || fail "not in: $(cat "$work/text")"
    done
}

test_a_picture_is_small() {
    draw_gallery
    [ "$(find "$drawn/out/gallery" -name '*.png' -size -24k | wc -l)" -eq 4 ] ||
        fail "$(ls -l "$drawn/out/gallery")"
}

test_it_speaks_the_language_of_the_figures() {
    copy_small_project 21
    run annex --format svg --lang fr
    expect_status 0
    grep -q '<html lang="fr">' "$project/out/index-fr.html" || fail "another language"
    grep -q '>Chercher par région, secteur ou nom<' "$project/out/index-fr.html" || fail "no French"
    ! grep -qE '\{(gallery|annex)\.' "$project/out/index-fr.html" || fail "a word is missing"
}

test_a_figure_that_cannot_be_drawn_has_no_picture() {
    copy_small_project 21 44
    mkdir -p "$project/out/gallery/fig-21-antwerpen-diamant.png"
    run annex --format svg
    expect_status 3
    expect_message "gallery/fig-21-antwerpen-diamant.png" "a folder"
}

run_tests || exit 1
expect_viewers
