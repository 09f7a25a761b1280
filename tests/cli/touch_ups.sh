# Touch-ups of a figure in one program or another: what was moved comes back, all else is told, and what
# nobody touched is not. The programs that Debian has are tried themselves; of the others
# tests/data/programs does to a file what is known that they do.
. "$(dirname "$0")/lib.sh"

figure=fig-13-antwerpen-logistiek
programs=$HOUSE/tests/data/programs

save_with_itself() { cp "$1" "$2"; }
save_with_inkscape() { inkscape --export-plain-svg --export-filename="$2" "$1" 2>"$work/log"; }
save_with_scour() { scour -q -i "$1" -o "$2" >"$work/log"; }
save_with_scour_without_ids() {
    scour -q --enable-viewboxing --enable-id-stripping --enable-comment-stripping --shorten-ids \
        --remove-metadata --remove-titles --remove-descriptions --indent=none -i "$1" -o "$2" \
        >"$work/log"
}
# svgo is none of Debian's: where scripts/install-viewers.sh has not fetched it, what is known of it is done
# instead.
svgo=$VIEWERS/node_modules/.bin/svgo
save_with_svgo() {
    if [ -e "$svgo" ]; then
        "$svgo" "$1" -o "$2" >"$work/log"
    else
        xsltproc "$programs/svgo.xsl" "$1" >"$2"
    fi
}
# To a tenth of a point, 0.035 mm: curves become arcs whose radii are rounded as well.
save_with_svgo_rounded() { "$svgo" --precision 1 "$1" -o "$2" >"$work/log"; }
# Fewer digits than the drawing has: all of it stands a hair elsewhere.
save_with_scour_rounded() { scour -q --set-precision=4 -i "$1" -o "$2" >"$work/log"; }
save_with_illustrator() { xsltproc "$programs/illustrator.xsl" "$1" >"$2"; }
save_with_ids_only() { xsltproc "$programs/ids_only.xsl" "$1" >"$2"; }

all_programs() {
    echo itself inkscape scour scour_rounded scour_without_ids svgo illustrator ids_only
    [ ! -e "$svgo" ] || echo svgo_rounded
}

# What is told of $1, imported against the drawing: a line each, without the file's name.
import_edited() {
    rm -f "$project/layers/pins.json"
    run pins import "$1" --drawn "out/$figure.svg"
    sed 's/^[^:]*: warning: //' "$work/stderr" >"$work/told"
    grep '^kept' "$work/stdout" >>"$work/told"
}

test_no_program_changes_anything_by_saving() {
    copy_drawn_project
    for program in $(all_programs); do
        "save_with_$program" "$project/out/$figure.svg" "$project/saved.svg" ||
            fail "$program: $(cat "$work/log")"
        import_edited saved.svg
        expect_status 0
        [ ! -s "$work/told" ] || fail "$program: $(cat "$work/told")"
    done
}

# A change of each kind by the designer, and its outcome. Where a program bakes moves into the
# coordinates, or not, the outcome is the same.
outcomes() {
    cat <<'END'
moved a marker|kept: point "Havencentrum Lillo" moved 3.8
moved a name|kept: town "Turnhout" moved 4.2
recoloured a class|not kept: all of .zone: fill is #ff0000 instead of #8fcdc2
recoloured one thing|not kept: town "Tilburg" is drawn otherwise: fill is #ff0000
hid a layer|not kept: layer "Gemeentegrenzen" is hidden
hid a thing|not kept: "Nete" is hidden
faded a thing|not kept: "Zeekanaal Brussel-Schelde" has an opacity of 0.30
renamed a layer|not kept: layer "Verbindingen" is now called "Pijlen"
threw a thing away|not kept: "E314" is gone
copied a thing|not kept: town "Hoogstraten" is there twice
wrote a text|not kept: the text "Nieuw" is new
reworded a name|not kept: town "Diest" reads "DIEST" instead of "Diest"
made a text a shape|not kept: town "Bergen op Zoom" has shapes for letters now
reordered a thing|not kept: zone "Hoogstraten-zone" lies elsewhere in the stack
made two lines one|not kept: name "Zone Mechelen" breaks its lines elsewhere
released a clip|not kept: layer "Wegen en waterwegen" is not clipped any more
clipped a name|not kept: name "ENA-netwerk (zone rond Geel)" is clipped now
took a halo away|not kept: town "Mol" has no halo any more
END
}

# The outcomes of program $1 that differ: it may leave away what is hidden, or all ids.
but_of() {
    case $1 in
    svgo_rounded) sed 's/moved 3.8/moved 3.79/' | but_of svgo ;;
    svgo) sed 's/|not kept: layer "Gemeentegrenzen" is hidden/|not kept: layer "Gemeentegrenzen" is gone/
               s/|not kept: "Nete" is hidden/|not kept: "Nete" is gone/' ;;
    scour_without_ids) sed '/^renamed a layer/d' ;;
    *) cat ;;
    esac
}

test_each_change_in_each_program_is_kept_or_told_and_nothing_else() {
    copy_drawn_project
    for transforms in yes no; do
        xsltproc --stringparam transforms $transforms "$programs/changes.xsl" \
            "$project/out/$figure.svg" | sed 's/\(fill[:=]"*\)#8fcdc2/\1#ff0000/g' \
            >"$work/$transforms.svg"
    done
    for program in $(all_programs); do
        case $program in
        itself | inkscape | scour) ways="yes no" ;;
        illustrator) ways=yes ;;
        *) ways=no ;;
        esac
        for transforms in $ways; do
            "save_with_$program" "$work/$transforms.svg" "$project/saved.svg" ||
                fail "$program: $(cat "$work/log")"
            import_edited saved.svg
            expect_status 1
            outcomes | but_of "$program" >"$work/outcomes"
            while IFS='|' read -r change outcome; do
                grep -qF "$outcome" "$work/told" || fail "$program: who $change isn't told: $(cat "$work/told")"
            done <"$work/outcomes"
            [ "$(wc -l <"$work/told")" -eq "$(wc -l <"$work/outcomes")" ] ||
                fail "$program: more is told than was done: $(cat "$work/told")"
        done
    done
}

test_an_edition_is_brought_in_without_the_original_by_its_id_alone() {
    copy_drawn_project
    xsltproc --stringparam transforms no "$programs/changes.xsl" "$project/out/$figure.svg" \
        >"$work/changed.svg"
    xsltproc "$programs/ids_only.xsl" "$work/changed.svg" >"$project/saved.svg"
    ! grep -q 'data-' "$project/saved.svg" || fail "it has data"
    run pins import saved.svg
    expect_status 1
    expect_message 'not kept: "E314" is gone'
    grep -qF '"antwerpen-logistiek-havencentrum-lillo": {"dx":3.53,"dy":1.41}' \
        "$project/layers/pins.json" || fail "$(cat "$project/layers/pins.json")"
}

# A designer gives the page a rim for bleed, and moves one thing.
test_a_larger_page_moves_nothing() {
    copy_drawn_project
    width=$(sed -nE 's/.*width="([0-9.]+)mm".*/\1/p;T;q' "$project/out/$figure.svg")
    view=$(sed -nE 's/.*viewBox="0 0 ([0-9.]+) ([0-9.]+)".*/\1 \2/p;T;q' "$project/out/$figure.svg")
    wide=$(echo "$view $width" | awk '{print $1 + 40, $2 + 40}') mm=$(echo "$view $width" | awk '{print $3 * ($1 + 40) / $1}')
    sed -E "s/viewBox=\"0 0 [^\"]*\"/viewBox=\"-20 -20 $wide\"/; s/ width=\"${width}mm\"/ width=\"${mm}mm\"/" \
        "$project/out/$figure.svg" >"$project/larger.svg"
    ! cmp -s "$project/larger.svg" "$project/out/$figure.svg" || fail "the page is as large as before"
    import_edited larger.svg
    ! grep '^kept' "$work/told" || fail "moved"
}

test_the_original_must_be_of_the_same_figure() {
    copy_drawn_project
    run figure 21 --format svg
    run pins import "out/$figure.svg" --drawn out/fig-21-antwerpen-diamant.svg
    expect_status 1
    expect_message "is of figure 13, --drawn of figure 21"
    run pins import "out/$figure.svg" "out/$figure.svg" --drawn "out/$figure.svg"
    expect_status 2
}

test_pins_are_counted_listed_and_taken_out() {
    copy_drawn_project
    xsltproc "$programs/changes.xsl" "$project/out/$figure.svg" >"$project/edited.svg"
    run pins import edited.svg
    grep -q 'layers/pins.json: 2 new; 2 pins in all' "$work/stdout" || fail "$(cat "$work/stdout")"
    # The page has changed by that; the file is one of the page before, and tells the same.
    cp "$work/stderr" "$work/first"
    cp "$project/layers/pins.json" "$work/pins.json"
    run pins import edited.svg
    grep -q '2 there already; 2 pins in all' "$work/stdout" || fail "$(cat "$work/stdout")"
    cmp -s "$work/first" "$work/stderr" || fail "the second import tells something else"
    cmp -s "$project/layers/pins.json" "$work/pins.json" || fail "the pins are others"
    run pins list
    expect_status 0
    grep -qF 'figure 13: antwerpen-logistiek-havencentrum-lillo +3.53 +1.41 mm' "$work/stdout" ||
        fail "$(cat "$work/stdout")"
    run pins list --json
    "$TEST_TOOLS/is_json" "$work/stdout" 2>/dev/null || grep -q '"dx": 3.53' "$work/stdout" ||
        fail "$(cat "$work/stdout")"
    run pins remove 13 town-turnhout
    expect_status 1
    expect_message town-turnhout '"13" has no such pin' 'did you mean "town-turnhout-name"'
    run pins remove 13 town-turnhout-name town-turnhout-name
    expect_status 0
    grep -q '1 pin taken out' "$work/stdout" || fail "$(cat "$work/stdout")"
    run pins list
    [ "$(tail -n 1 "$work/stdout")" = "1 pin" ] || fail "$(cat "$work/stdout")"
    run pins remove 13
    expect_status 0
    run pins list
    [ "$(cat "$work/stdout")" = "0 pins" ] || fail "$(cat "$work/stdout")"
    run pins remove 13
    expect_status 1
}

# Moves what has the id $1 by $2, in points; $3 is the file that comes out.
move_by_hand() {
    sed "s/<g id=\"$1\"/& transform=\"translate($2)\"/" "$project/out/$figure.svg" >"$project/$3"
    ! cmp -s "$project/$3" "$project/out/$figure.svg" || fail "no $1"
}

test_what_the_next_drawing_would_refuse_is_told_and_not_kept() {
    copy_drawn_project
    marker=antwerpen-logistiek-havencentrum-lillo
    sed -e "s/<g id=\"$marker\"/& transform=\"translate(-15 6)\"/" \
        -e 's/<g id="town-turnhout-name"/& transform="translate(2000 0)"/' \
        -e 's/<g id="town-geel-name"/& transform="translate(1e300 0)"/' \
        -e 's/<g id="inset"/& transform="translate(30 0)"/' "$project/out/$figure.svg" \
        >"$project/edited.svg"
    run pins import edited.svg
    expect_status 1
    expect_message edited.svg 'not kept: town "Turnhout" moved 705.56 mm, out of the map' "within the map's frame"
    expect_message edited.svg 'not kept: town "Geel" was moved off the page' "within the map's frame"
    expect_message edited.svg "not kept: inset was moved past the map's edge" "within the map's frame"
    [ "$(wc -l <"$work/stderr")" -eq 3 ] || fail "more is told"
    grep -qF '1 new; 1 pin in all' "$work/stdout" || fail "$(cat "$work/stdout")"
    run figure 13 --format svg
    expect_status 0
    ! grep pins.json "$work/stderr" || fail "it is refused"
    # Nobody changes the file where nothing can be kept.
    rm "$project/layers/pins.json"
    move_by_hand town-turnhout-name "2000 0" edited.svg
    run pins import edited.svg
    expect_status 1
    [ "$(cat "$work/stdout")" = "nothing is kept" ] || fail "$(cat "$work/stdout")"
    [ ! -e "$project/layers/pins.json" ] || fail "pins were written"
}

test_of_two_files_that_contradict_each_other_the_last_counts_and_it_is_told() {
    copy_drawn_project
    move_by_hand town-turnhout-name "0 -12" a.svg
    move_by_hand town-turnhout-name "9 -12" b.svg
    run pins import a.svg b.svg
    expect_status 1
    expect_message a.svg 'not kept: town "Turnhout" moved 4.2' "but elsewhere in b.svg"
    grep -qF '1 new; 1 pin in all' "$work/stdout" || fail "$(cat "$work/stdout")"
    grep -qF 'kept: town "Turnhout" moved 5.29 mm' "$work/stdout" || fail "$(cat "$work/stdout")"
    # Two that say the same are no contradiction, and one pin.
    rm "$project/layers/pins.json"
    run pins import a.svg a.svg
    expect_status 0
    grep -qF '1 new; 1 pin in all' "$work/stdout" || fail "$(cat "$work/stdout")"
}

test_a_drawing_that_was_moved_or_enlarged_as_a_whole_pins_nothing() {
    copy_drawn_project
    awk '/<g id="layer-sea"/ {print "<g transform=\"translate(20 10)\">"} {print}
        ' "$project/out/$figure.svg" | sed 's/<.svg>$/<\/g>&/' >"$project/moved.svg"
    import_edited moved.svg
    expect_status 1
    [ "$(cat "$work/told")" = "not kept: all of the drawing moved 7.89 mm on its page: the page stays \
as it is: shift the figure where it is put into the text" ] || fail "$(cat "$work/told")"
    sed 's/translate(20 10)/scale(1.5)/' "$project/moved.svg" >"$project/larger.svg"
    import_edited larger.svg
    expect_status 1
    [ "$(cat "$work/told")" = "not kept: all of the drawing is 1.50 times as large: give --size for \
another size, and draw it" ] || fail "$(cat "$work/told")"
}

# As LibreOffice does, for one.
test_a_file_that_has_lost_its_ids_is_refused_with_a_word_of_that() {
    copy_drawn_project
    sed -E 's/ (id|data-[a-z-]+)="[^"]*"//g' "$project/out/$figure.svg" >"$project/edited.svg"
    run pins import edited.svg
    expect_status 1
    expect_message edited.svg "is no figure of this program" "saved by a program that keeps ids"
    run pins import edited.svg --drawn "out/$figure.svg"
    expect_status 1
    expect_message edited.svg "has none of the figure's ids" "a program that keeps ids"
    [ "$(wc -l <"$work/stderr")" -eq 1 ] || fail "more is told"
}

# Deep nesting, entities, more than anybody draws: a word, and soon.
test_a_file_that_nobody_drew_is_refused() {
    copy_drawn_project
    drawn=$project/out/$figure.svg
    { sed '$d' "$drawn"; yes '<g>' | head -n 20000; } >"$project/deep.svg"
    { sed '$d' "$drawn"; yes '<g/>' | head -n 120000; echo '</svg>'; } >"$project/wide.svg"
    sed '1a <!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' "$drawn" >"$project/entities.svg"
    run pins import deep.svg wide.svg entities.svg
    expect_status 1
    expect_message deep.svg "is no XML"
    expect_message wide.svg "has more elements than any figure"
    expect_message entities.svg "it defines entities"
}

draw_with_furniture_beside_the_map() {
    copy_drawn_project
    cat >"$project/styles/beside.json" <<'END'
{ "extends": "study", "legend": { "place": "outside" }, "inset": { "place": "outside" }, "scale_bar": { "place": "outside" } }
END
    run figure 13 --format svg --style beside "$@"
    expect_status 0
}

# Furniture that stands beside the map, and in it, gives way to what a hand has put there.
test_furniture_gives_way_to_furniture_that_is_pinned() {
    draw_with_furniture_beside_the_map
    sed 's/<g id="legend"/& transform="translate(150 0)"/' "$project/out/$figure.svg" >"$project/edited.svg"
    run pins import edited.svg --style beside
    grep -q 'kept: legend moved 52.92 mm' "$work/stdout" || fail "$(cat "$work/stdout")"
    run figure 13 --format svg --style beside --report report.json
    expect_status 0
    grep -qF '"overlaps": []' "$project/report.json" || fail "overlaps"
    run diff edited.svg "out/$figure.svg"
    ! grep -q 'legend moved' "$work/stdout" || fail "$(cat "$work/stdout")"
}

# Takes all three from the strip beside the map onto it, each by so many points, and draws the figure so.
move_furniture_onto_the_map() {
    sed -e "s/<g id=\"legend\"/& transform=\"translate($1)\"/" -e "s/<g id=\"inset\"/& transform=\"translate($2)\"/" \
        -e "s/<g id=\"scale-bar\"/& transform=\"translate($3)\"/" "$project/out/$figure.svg" >"$project/edited.svg"
    shift 3
    run pins import edited.svg --style beside "$@"
    expect_status 0
    grep -q '3 new; 3 pins in all' "$work/stdout" || fail "$(cat "$work/stdout" "$work/stderr")"
    run figure 13 --format svg --style beside "$@"
    expect_status 0
    cp "$work/stderr" "$work/drawn_so"
    run diff edited.svg "out/$figure.svg"
    cp "$work/drawn_so" "$work/stderr"
}

# The page ends where nothing stands any more, and nothing else moves: as the hand saw it.
test_a_page_ends_below_its_map_where_furniture_was_taken_onto_that() {
    draw_with_furniture_beside_the_map
    move_furniture_onto_the_map "20 -300" "-40 -300" "-30 -150"
    grep -qx 'the page is 160.0 x 127.2 mm instead of 160.0 x 159.3 mm' "$work/stdout" ||
        fail "$(cat "$work/stdout")"
    grep -qx 'source moved 32.04 mm' "$work/stdout" || fail "$(cat "$work/stdout")"
    ! grep -E '^(zone|region|"|borders|legend moved|inset moved|scale-bar moved)' "$work/stdout" || fail "the map is another"
    # A second import of the file that was edited finds nothing new.
    run pins import edited.svg --style beside
    grep -q '3 there already; 3 pins in all' "$work/stdout" || fail "$(cat "$work/stdout" "$work/stderr")"
}

test_a_page_of_a_given_size_tells_that_a_part_of_it_stays_empty() {
    draw_with_furniture_beside_the_map --size A4
    move_furniture_onto_the_map "-200 30" "-200 -100" "-200 -30" --size A4
    expect_message figures.csv "figure 13" "mm beside the map stays empty" "a place on the map in the style"
    sed -i 's/"outside"/"emptiest"/g' "$project/styles/beside.json"
    run figure 13 --format svg --style beside --size A4
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "$(cat "$work/stderr")"
}

# The middle of region $1's name in the SVG $2, in points.
heading_of() {
    sed -n "/<g id=\"$1-label\"/,/<\/g>/s/.*<tspan x=\"\([^\"]*\)\" y=\"\([^\"]*\)\".*/\1 \2/p" "$2" | tail -n 1
}

test_the_block_of_a_region_is_moved_by_its_name() {
    copy_project
    for number in 11 12; do
        run figure $number --format svg
        expect_status 0
        svg=$(echo "$project"/out/fig-$number-*.svg)
        region=$(sed -n 's/.*<g id="\([a-z]*-[a-z-]*limburg\)-label".*/\1/p' "$svg" | head -n 1)
        [ -n "$region" ] || fail "figure $number: no region"
        # All of the block: the name, and the marks below it.
        sed "s/<g id=\"$region-[^\"]*\"/& transform=\"translate(6 -9)\"/" "$svg" >"$project/edited.svg"
        heading_of "$region" "$svg" >"$work/before"
        run pins import edited.svg
        expect_status 0
        grep -q "kept: name \".*\" moved 3.8[12] mm" "$work/stdout" || fail "$(cat "$work/stdout")"
        run check
        expect_status 0
        run figure $number --format svg --report report.json
        expect_status 0
        heading_of "$region" "$svg" >"$work/after"
        paste -d' ' "$work/before" "$work/after" | awk '{
            dx = $3 - $1 - 6; dy = $4 - $2 + 9; if (dx * dx + dy * dy > 0.02) { print; exit 1 }
        }' >"$work/off" || fail "figure $number: $region: $(cat "$work/off")"
        grep -qF '"overlaps": []' "$project/report.json" || fail "overlaps"
        rm "$project/layers/pins.json"
    done
    sed -i 's/.*/{"figures": {"12": {"resoc-kempen-label": {"dx": 1, "dy": 1}}}}/;q' "$work/before"
    cp "$work/before" "$project/layers/pins.json"
    run check
    expect_status 1
    expect_message layers/pins.json resoc-kempen-label "figure 12 has no marker or name"
}

rm -rf "$TEST_OUT/drawn"
run_tests
