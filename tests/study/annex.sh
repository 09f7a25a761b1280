# The annex of the report, whole: every figure, every row, no complaint, and nothing that a careful
# reader would mark: names, markers, leaders and furniture on top of each other, things out of the
# frame, features that are missing.
. "$(dirname "$0")/../cli/lib.sh"

# One drawing for all tests.
work=$TEST_OUT/annex
rm -rf "$work"
mkdir -p "$work"
: >"$work/stderr"
copy_project
run annex --format pdf,svg --report report.json
expect_status 0
complaints=$work/complaints exceptions=$work/exceptions rules=$(dirname "$0")/rules.txt
cp "$work/stderr" "$complaints"
sed '/^#/d; s/:.*//' "$(dirname "$0")/exceptions.txt" |
    sed 's/^both \(.*\)/figure \1\nsheet \1/' | sort >"$exceptions"
listed=$(grep -c -v '^#' "$(dirname "$0")/exceptions.txt")
out=$project/out

test_the_shipped_project_has_no_fault() {
    run check
    expect_status 0
    [ ! -s "$work/stderr" ] || fail "$(cat "$work/stderr")"
}

test_the_annex_has_every_figure_and_every_row_and_is_small() {
    [ "$(figure_count)" -eq 45 ] || fail "$(figure_count) figures"
    [ "$(find "$out" -maxdepth 1 -name 'fig-*.pdf' | wc -l)" -eq 45 ] || fail "not 45 figures"
    expect_every_row_in_its_sheet "$out/annex" 39 4
    [ "$(wc -c <"$out/annex.pdf")" -lt 3000000 ] || fail "$(wc -c <"$out/annex.pdf") bytes"
}

test_nothing_overlaps_or_is_missing_on_any_figure() {
    mkdir "$work/figures"
    cp "$out"/fig-*.svg "$work/figures"
    expect_faultless "$work/figures" 45
    expect_nothing_far_off "$project/report.json" 500
}

# By these a reader tells what is what, and whose (docs/cartography.md): rules.txt. The program warns of
# names and links that break one; what breaks one is known, with its reason: exceptions.txt.
test_every_figure_and_sheet_keeps_the_rules() {
    "$TEST_TOOLS/layout_rules" "$rules" "$project/report.json" >"$work/log" || [ $? -eq 1 ] ||
        fail "no rules, or no report"
    sed 's/ [^ ]*$//' "$work/log" | sort -u >"$work/breaking"
    diff "$exceptions" "$work/breaking" >"$work/wrong" || fail "$(cat "$work/wrong" "$work/log")"
    [ "$listed" -le 10 ] || fail "more than ten exceptions"
    cut -d' ' -f3 "$exceptions" >"$work/ids"
    grep -v -F -f "$work/ids" "$complaints" >"$work/wrong" || [ $? -eq 1 ]
    [ ! -s "$work/wrong" ] || fail "$(cat "$work/wrong")"
}

test_no_rule_can_be_broken_unnoticed() {
    "$TEST_TOOLS/layout_rules" --broken "$rules" "$project/report.json" >"$work/log" ||
        fail "$(cat "$work/log")"
    [ "$(sed -n 's/ rules$//p' "$work/log")" -ge 30 ] || fail "$(cat "$work/log")"
}

# Rules of a province's maps need all of them.
test_the_report_has_all_figures_and_sheets() {
    [ "$(grep -c '^      "figure": ' "$project/report.json")" -eq 90 ] || fail "not 45 and 45"
    awk '/^ *"home": /{ print $2 }' "$project/report.json" | sort | uniq -c >"$work/provinces"
    [ "$(wc -l <"$work/provinces")" -eq 6 ] || fail "$(cat "$work/provinces")"
    [ "$(grep -c '"to": "trunk"' "$project/report.json")" -ge 8 ] || fail "no trunks"
    ! grep -q '"to": ""' "$project/report.json" || fail "a link that leads nowhere"
    ! grep '"said": "nowhere"' "$project/report.json" || fail "a link that leads nowhere"
}

# Of each page of the report a line for each thing on it: "13" or "sheet-13", role, id, and the measures in
# `$2`, as word=number, with its text last.
item_measures() {
    awk -v wanted="$2" '
        BEGIN { count = split(wanted, word, " ") }
        /^ *"sheets": /{ kind = "sheet-" }
        /^ *"figure": /{ figure = kind ($2 + 0) }
        /"role": "[a-z]*", "id": / && !/"reason": / {
            match($0, /"role": "[a-z]*"/); role = substr($0, RSTART + 9, RLENGTH - 10)
            match($0, /"id": "[^"]*"/); id = substr($0, RSTART + 7, RLENGTH - 8)
            text = ""
            if (match($0, /"text": "[^"]*"/)) text = substr($0, RSTART + 9, RLENGTH - 10)
            row = figure " " role " " id
            for (i = 1; i <= count; i++)
                if (match($0, "\"" word[i] "\": [-0-9.]+")) {
                    skip = length(word[i]) + 4
                    row = row " " word[i] "=" substr($0, RSTART + skip, RLENGTH - skip)
                }
            print row " |" text
        }' "$1"
}

# A point may have the name of one.
test_capitals_are_on_the_maps() {
    item_measures "$project/report.json" '' >"$work/items"
    ! grep '"capital left out"' "$project/report.json" || fail "a capital is left out"
    while IFS=, read -r number kind province _; do
        [ "$kind" = map ] || [ "$number" -ge 52 ] 2>/dev/null || continue
        case $province in
            antwerpen) capitals=Antwerpen ;;
            limburg) capitals=Hasselt ;;
            oost-vlaanderen) capitals=Gent ;;
            vlaams-brabant) capitals='Leuven Brussel' ;;
            west-vlaanderen) capitals=Brugge ;;
            *) capitals='Antwerpen Hasselt Gent Leuven Brugge Brussel' ;;
        esac
        for capital in $capitals; do
            grep -q "^$number [a-z]* .*|$capital\$" "$work/items" || fail "no $capital on figure $number"
            looked_at=$((${looked_at:-0} + 1))
        done
    done <"$project/layers/figures.csv"
    [ "$looked_at" -ge 60 ] || fail "looked at $looked_at capitals"
}

test_a_place_is_named_once_on_a_map() {
    item_measures "$project/report.json" '' | sed -n 's/^\([-a-z0-9]*\) town [^|]*|/\1 /; s/, [0-9]* km$//; /^[-a-z0-9]* [^|]*$/p' |
        grep -v '|' | sort >"$work/places"
    [ "$(wc -l <"$work/places")" -ge 1000 ] || fail "$(wc -l <"$work/places") names"
    uniq -d "$work/places" >"$work/wrong"
    [ ! -s "$work/wrong" ] || fail "$(cat "$work/wrong")"
}

# What goes on in another column says of what it is.
test_a_legend_that_goes_on_has_its_heading_again() {
    grep -l 'id="legend-points-2"' "$out"/fig-*.svg >"$work/cut" || fail "no legend goes on"
    while read -r svg; do
        grep -q 'Actoren (vervolg)' "$svg" || fail "$svg: a column without its heading"
    done <"$work/cut"
}

# The fills of the legend of figure $1 as "class red green blue", from the rules of its style.
legend_fills() {
    sed -n '/id="layer-legend"/,/^ <\/g>/p' "$1" >"$work/legend"
    for class in chosen-part chosen-home zone; do
        grep -q "class=\"$class\"" "$work/legend" || continue
        hex=$(sed -n "s/^ *\.$class{fill:#\([0-9a-f]*\).*/\1/p" "$1")
        echo "$class $((0x${hex%????})) $((0x$(echo "$hex" | cut -c3-4))) $((0x${hex#????}))"
    done
}

# A zone that is whole regions and one that lies in it are both read: the hatching of the one goes over
# the fill of the other.
test_hatching_is_seen_over_the_fills_of_other_zones() {
    looked_at=0
    for svg in "$out"/fig-*.svg; do
        sed -n '/id="layer-zones"/,/^ <\/g>/p' "$svg" >"$work/zones"
        grep -q 'class="zone"' "$work/zones" || continue
        grep -qE 'class="zone-(part|home)"' "$work/zones" || continue
        looked_at=$((looked_at + 1))
        last_fill=$(grep -n 'class="zone"' "$work/zones" | tail -1 | cut -d: -f1)
        first_hatch=$(grep -nE 'class="zone-(part|home)"' "$work/zones" | head -1 | cut -d: -f1)
        [ "$last_fill" -lt "$first_hatch" ] || fail "${svg##*/}: a fill over the hatching"
    done
    [ "$looked_at" -ge 8 ] || fail "$looked_at figures with both"
}

# What the map of figure $1, without its legend, covers with each colour: $work/shares.
map_colours() {
    sed '/id="layer-legend"/,/^ <\/g>/d' "$1" >"$work/map.svg"
    rsvg-convert -d 200 -p 200 -o "$work/map.png" "$work/map.svg"
    "$TEST_TOOLS/colour_shares" "$work/map.png" >"$work/shares"
}

# Colours are the same within two steps of 255 of each part, which is less than a CIEDE2000 of 2. A
# strong colour is one whose parts differ by more than 32: the ground is paler.
test_the_fills_of_the_legend_are_those_of_the_map() {
    looked_at=0
    for svg in "$out"/fig-*.svg; do
        legend_fills "$svg" >"$work/fills"
        [ -s "$work/fills" ] || continue
        looked_at=$((looked_at + 1))
        map_colours "$svg"
        awk 'function away(a, b) { return a > b ? a - b : b - a }
             NR == FNR { name[++n] = $1; r[n] = $2; g[n] = $3; b[n] = $4; next }
             {
                 known = 0
                 for (i = 1; i <= n; i++)
                     if (away($2, r[i]) <= 2 && away($3, g[i]) <= 2 && away($4, b[i]) <= 2) {
                         share[i] += $1
                         known = 1
                     }
                 most = $2 > $3 ? $2 : $3; most = most > $4 ? most : $4
                 least = $2 < $3 ? $2 : $3; least = least < $4 ? least : $4
                 if (!known && $1 >= 2 && most - least > 32)
                     print "not in the legend: " $0
             }
             END { for (i = 1; i <= n; i++) if (share[i] < 0.002) print "not on the map: " name[i] }
        ' "$work/fills" "$work/shares" >"$work/wrong"
        [ ! -s "$work/wrong" ] || fail "${svg##*/}: $(cat "$work/wrong")"
    done
    [ "$looked_at" -eq 43 ] || fail "$looked_at maps with fills in their legend"
}

run_tests
