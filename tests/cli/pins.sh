# The round trip: a designer moves things in Inkscape, `pins import` brings them back, and the next
# drawing has them there, in every format.
. "$(dirname "$0")/lib.sh"

figure=fig-13-antwerpen-logistiek
marker=antwerpen-logistiek-havencentrum-lillo
label=antwerpen-logistiek-ena-netwerk-zone-rond-geel-label

# Does to $project/out/$figure.svg what the actions say; the result is $project/edited.svg.
edit() {
    inkscape --actions="$1;export-filename:$project/edited.svg;export-do" \
        "$project/${2:-out/$figure.svg}" >"$work/log" 2>&1 || fail "$(cat "$work/log")"
}

# Inkscape counts in pixels, 96 an inch.
move() {
    printf 'select-clear;select-by-id:%s;transform-translate:%s' "$1" "$2"
}

# The middle of each item as Inkscape measures it, in hundredths of a millimetre.
middles_of() {
    inkscape --query-all "$1" 2>/dev/null |
        awk -F, '{ f = 2540 / 96; printf "%s %d %d\n", $1, ($2 + $4 / 2) * f, ($3 + $5 / 2) * f }' |
        sort
}

# In the figure as it is drawn now, each of these items stands where it stands in edited.svg.
expect_where_they_were_moved() {
    middles_of "$project/edited.svg" >"$work/wanted"
    middles_of "$project/out/$figure.svg" >"$work/there"
    join "$work/wanted" "$work/there" >"$work/both"
    for id in "$@"; do
        grep -F "$id " "$work/both" | awk -v id="$id" '$1 == id {
            dx = $2 - $4; dy = $3 - $5; met = dx * dx + dy * dy <= 25
        } END { exit !met }' || fail "$id: $(grep -F "$id " "$work/both")"
    done
}

# How far $1 must go to stand where $2 stands, in Inkscape's pixels.
way_to() {
    inkscape --query-all "$project/out/$figure.svg" 2>/dev/null |
        awk -F, -v from="$1" -v to="$2" '$1 == from { x -= $2 + $4 / 2; y -= $3 + $5 / 2 }
            $1 == to { x += $2 + $4 / 2; y += $3 + $5 / 2 } END { printf "%.2f,%.2f", x, y }'
}

test_what_is_moved_onto_something_else_is_told_at_once() {
    copy_drawn_project
    other=antwerpen-logistiek-internationale-luchthaven-antwerpen-punt
    edit "$(move $marker "$(way_to $marker $other)");$(move $other 3,3)"
    run pins import edited.svg
    expect_status 0
    expect_message edited.svg 'warning: point "Havencentrum Lillo" moved' "and overlaps"
    grep -q '^kept: point "Havencentrum Lillo"' "$work/stdout" || fail "not kept: $(cat "$work/stdout")"
    run figure 13 --format svg
    expect_message "$marker" overlaps
}

test_a_path_of_a_million_points_is_refused() {
    copy_drawn_project
    awk '/<\/svg>/ { printf "<path d=\"M0 0"; for (i = 0; i < 1000000; i++) printf " %d.25 %d.75", i % 400, i % 300
                    print "\"/>" } { print }' "$project/out/$figure.svg" >"$project/edited.svg"
    run pins import edited.svg
    expect_status 1
    expect_message edited.svg "a path or a text of more than 10 million letters"
    [ "$(wc -l <"$work/stderr")" -le 2 ] || fail "more than one message"
    [ ! -e "$project/layers/pins.json" ] || fail "pins were written"
}

test_what_is_moved_in_inkscape_stays_there_in_every_format() {
    copy_drawn_project
    edit "$(move $marker -20,8);$(move $label 24,30)"
    run pins import edited.svg
    expect_status 0
    grep -qx 'kept: point "Havencentrum Lillo" moved 5.70 mm' "$work/stdout" ||
        fail "$(cat "$work/stdout")"
    run figure 13 --report report.json
    expect_status 0
    expect_where_they_were_moved $marker $label
    grep -qF '"overlaps": []' "$project/report.json" || fail "overlaps"
    [ "$(grep -c '"pinned": true' "$project/report.json")" -eq 2 ] || fail "not two pinned"
    # The three formats are one picture, so that two of them need not be measured.
    pdftoppm -r 300 -png -singlefile "$project/out/$figure.pdf" "$work/pdf"
    "$PNG_COMPARE" "$project/out/$figure.png" "$work/pdf.png" >"$work/log" 2>&1 ||
        fail "PDF: $(cat "$work/log")"
    rsvg-convert --dpi-x 300 --dpi-y 300 -o "$work/svg.png" "$project/out/$figure.svg"
    "$PNG_COMPARE" "$project/out/$figure.png" "$work/svg.png" >"$work/log" 2>&1 ||
        fail "SVG: $(cat "$work/log")"
    # A second import of what is drawn now finds nothing.
    run pins import "out/$figure.svg"
    expect_status 0
    grep -qx 'nothing was moved' "$work/stdout" || fail "$(cat "$work/stdout")"
}

test_a_plain_svg_tells_what_was_moved_and_nothing_else() {
    copy_drawn_project
    inkscape --actions="$(move $marker -20,8);export-filename:$project/plain.svg;export-plain-svg;export-do" \
        "$project/out/$figure.svg" >"$work/log" 2>&1 || fail "$(cat "$work/log")"
    ! grep -q 'groupmode' "$project/plain.svg" || fail "it is not plain"
    run diff "out/$figure.svg" plain.svg
    [ "$(cat "$work/stdout")" = 'point "Havencentrum Lillo" moved 5.70 mm' ] ||
        fail "$(cat "$work/stdout")"
    run pins import plain.svg
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "it tells what nobody changed"
}

# The rotation of a name's letters, and how many lines they have.
form_of() {
    sed -n "/id=\"$1\"/,/<\/g>/p" "$2" | grep -v 'class="[^"]*-halo"' >"$work/group"
    echo "$(grep -o 'rotate([-0-9.]*' "$work/group") $(grep -o '<tspan' "$work/group" | wc -l)"
}

test_a_name_keeps_its_lines_and_its_slant_where_it_is_moved() {
    copy_drawn_project
    cp "$project/out/$figure.svg" "$work/before.svg"
    turned=antwerpen-logistiek-haven-van-antwerpen-verbinding-kempen-label
    lines=antwerpen-logistiek-logistieke-clusters-assen-provincie-antwerpen-verbinding-label
    case $(form_of $turned "$work/before.svg") in rotate*) ;; *) fail "it is not turned" ;; esac
    [ "$(form_of $lines "$work/before.svg")" = " 3" ] || fail "not three lines"
    edit "$(move $turned 0,-40);$(move $lines 60,-60)"
    run pins import edited.svg
    expect_status 0
    run figure 13 --format svg
    expect_status 0
    for id in $turned $lines; do
        [ "$(form_of "$id" "$project/out/$figure.svg")" = "$(form_of "$id" "$work/before.svg")" ] ||
            fail "$id has another form"
    done
    expect_where_they_were_moved $turned $lines
}

test_the_pin_of_a_feature_that_is_taken_out_is_a_finding() {
    copy_drawn_project
    edit "$(move $marker -20,8)"
    run pins import edited.svg
    expect_status 0
    run check
    expect_status 0
    sed -i "s/\"id\": \"$marker\"/\"id\": \"antwerpen-logistiek-lillo\"/" \
        "$project/layers/logistiek.geojson"
    run check
    expect_status 1
    expect_message layers/pins.json $marker "figure 13 has no marker or name with this id"
}

test_furniture_and_the_leader_of_a_name_can_be_moved() {
    copy_drawn_project
    edit "$(move inset 0,-20);$(move $label-leader 8,0)"
    run pins import edited.svg
    expect_status 0
    run figure 13 --format svg --report report.json
    expect_status 0
    pin=$(sed -n "s/.*\"$label-leader\": {\"dx\":\([^,]*\),\"dy\":\([^}]*\)}.*/\1 \2/p" \
        "$project/layers/pins.json")
    grep -F "id=\"$label-leader\"" "$project/out/$figure.svg" | grep -qF "data-pin=\"$pin\"" ||
        fail "the leader does not end at $pin"
    expect_where_they_were_moved inset
}

test_the_sheet_has_pins_of_its_own_and_borrows_those_of_the_figure() {
    copy_small_project 13
    run annex --format svg --quiet
    edit "$(move $marker -20,8)"
    mv "$project/edited.svg" "$project/figure.svg"
    edit "$(move inset -6,6)" "out/annex/$figure.svg"
    run pins import figure.svg edited.svg
    expect_status 0
    grep -qF '"13-sheet": {' "$project/layers/pins.json" || fail "$(cat "$project/layers/pins.json")"
    cp "$project/out/annex/$figure.svg" "$work/before.svg"
    run annex --format svg --quiet
    expect_status 0
    run diff "$work/before.svg" "out/annex/$figure.svg"
    grep -qF 'inset moved' "$work/stdout" || fail "$(cat "$work/stdout")"
    grep -qF 'point "Havencentrum Lillo" moved 5.7' "$work/stdout" || fail "$(cat "$work/stdout")"
    run diff "$project/edited.svg" "out/annex/$figure.svg"
    ! grep -qF 'inset moved' "$work/stdout" || fail "$(cat "$work/stdout")"
}

test_what_cannot_be_brought_back_is_told_and_the_rest_is_kept() {
    copy_drawn_project
    edit "$(move antwerpen-logistiek-zone-mechelen 40,0);$(move $marker -20,8)"
    sed -i 's/fill:#8fcdc2/fill:#ff0000/; s/>Tilburg</>Breda</' "$project/edited.svg"
    run pins import edited.svg
    expect_status 1
    expect_message edited.svg 'not kept: zone "Zone Mechelen" moved 10.58 mm' "mend it in layers/"
    expect_message edited.svg 'not kept: all of .zone: fill is #ff0000' "put it into a style"
    grep -qF "$marker" "$project/layers/pins.json" || fail "the marker is not pinned"
    run pins import edited.svg --json
    grep -qF '"dx": -5.2' "$work/stdout" || fail "$(cat "$work/stdout")"
}

test_other_pins_stay_and_a_broken_file_of_pins_is_not_touched() {
    copy_drawn_project
    printf '%s\n' '{ "figures": { "16": { "town-lier-name": { "dx": 1, "dy": 2 } } } }' \
        >"$project/layers/pins.json"
    edit "$(move $marker -20,8)"
    run pins import edited.svg
    expect_status 0
    grep -qF '"town-lier-name": {"dx":1,"dy":2}' "$project/layers/pins.json" || fail "lost a pin"
    echo '{ "figures": [] }' >"$project/layers/pins.json"
    run pins import edited.svg
    expect_status 1
    expect_message layers/pins.json "mend it first"
    [ "$(cat "$project/layers/pins.json")" = '{ "figures": [] }' ] || fail "it was touched"
}

test_an_edited_figure_is_kept_when_it_is_drawn_again() {
    copy_project
    run figure 21 --format svg
    cp "$project/out/fig-21-antwerpen-diamant.svg" "$work/drawn.svg"
    run figure 21 --format svg
    [ "$(find "$project/out" -type f | wc -l)" -eq 1 ] || fail "kept what nobody edited"
    sed -i 's/>Turnhout</>TURNHOUT</' "$project/out/fig-21-antwerpen-diamant.svg"
    run figure 21 --format svg
    expect_status 0
    expect_message fig-21-antwerpen-diamant.svg "was edited" fig-21-antwerpen-diamant.edited.svg
    grep -qF '>TURNHOUT<' "$project/out/fig-21-antwerpen-diamant.edited.svg" || fail "it is lost"
    cmp "$work/drawn.svg" "$project/out/fig-21-antwerpen-diamant.svg" || fail "not drawn again"
    rm "$project/out/fig-21-antwerpen-diamant.edited.svg"
    sed -i 's/>Turnhout</>TURNHOUT</' "$project/out/fig-21-antwerpen-diamant.svg"
    run figure 21 --format svg --force
    [ "$(find "$project/out" -type f | wc -l)" -eq 1 ] || fail "kept though forced"
}

test_what_is_no_figure_of_the_project_is_refused() {
    copy_project
    run figure 13 --format svg --lang fr
    run pins import "out/$figure-fr.svg"
    expect_status 1
    expect_message "$figure-fr.svg" "give --lang fr"
    run pins import layers/figures.csv none.svg
    expect_status 1
    expect_message layers/figures.csv "no XML"
    expect_message none.svg "no such file"
    run pins export "out/$figure.svg"
    expect_status 2
    [ ! -e "$project/layers/pins.json" ] || fail "pins were written"
}

rm -rf "$TEST_OUT/drawn"
run_tests
