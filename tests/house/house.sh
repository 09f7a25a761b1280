# The house: rooms that a reader can keep in mind, arrows between them that point one way, and one
# place for each thing. Each check looks at a tree, $house, and prints what it finds; its test wants
# nothing found in the project, and something in a copy that is damaged in the way it guards against.
#
# From the build: HOUSE (the project's sources), ROOMS_FILE (a line a room: its folder in src/, its
# include folders, its objects, with | between), CC.
. "$(dirname "$0")/../cli/lib.sh"
: "${HOUSE:?}" "${ROOMS_FILE:?}" "${CC:?}"

rm -f "$TEST_OUT/symbol-edges"
house=$HOUSE
files_most=24

# A copy of the sources to damage, as $house.
copy_house() {
    house=$work/house
    mkdir -p "$house"
    cp -r "$HOUSE/src" "$HOUSE/include" "$house"
}

expect_nothing_found() {
    "$@" >"$work/found" || fail "$* cannot look"
    [ ! -s "$work/found" ] || fail "$(head -n 20 "$work/found")"
}

expect_found() {
    wanted=$1
    shift
    "$@" >"$work/found" || fail "$* cannot look"
    grep -qF -e "$wanted" "$work/found" || fail "not found: $wanted, but: $(cat "$work/found")"
}

# --- a folder is one purpose

crowded_folders() {
    find "$house/src" -type f | sed 's|/[^/]*$||' | sort | uniq -c |
        awk -v most=$files_most '$1 > most { print $2 " has " $1 " files" }'
}

test_no_folder_has_more_files_than_a_reader_keeps_in_mind() {
    [ "$(find "$house/src" -name '*.c' | wc -l)" -gt 150 ] || fail "these are not the sources"
    expect_nothing_found crowded_folders
    copy_house
    for number in $(seq 25); do : >"$house/src/text/more_$number.c"; done
    expect_found "src/text has" crowded_folders
}

# --- headers are named from the root of the sources

includes_upwards() {
    grep -rnE '^ *# *include +["<]([^">]*/)?\.\./' "$house/src" "$house/include" || [ $? -eq 1 ]
}

test_no_include_climbs_out_of_its_folder() {
    expect_nothing_found includes_upwards
    copy_house
    echo '#include "../page/polyline.h"' >>"$house/src/text/paragraph.h"
    expect_found src/text/paragraph.h includes_upwards
}

# --- no cycles

# "A B" for each quoted include of B in A: paths below src/, a contract as streekkaart/NAME.h.
include_edges() {
    find "$house/src" "$house/include" -name '*.[ch]' -exec grep -H '^ *# *include *"' {} + |
        sed -e "s|^$house/src/||" -e "s|^$house/include/||" -e 's|: *# *include *"| |' -e 's|".*||' |
        sort
}

# Files that include each other, be it through others.
include_cycles() {
    include_edges >"$work/edges"
    [ "$(wc -l <"$work/edges")" -gt 500 ] || fail "only $(wc -l <"$work/edges") includes"
    tsort "$work/edges" 2>&1 >"$work/order" | sed 's/^tsort: //'
}

test_no_headers_include_each_other() {
    expect_nothing_found include_cycles
    copy_house
    sed -i '1i #include "page/page_flow.h"' "$house/src/page/polyline.h"
    sed -i '1i #include "page/polyline.h"' "$house/src/page/page_flow.h"
    expect_found page/page_flow.h include_cycles
}

# "streekkaart/NAME.h ROOM" for each contract.
contracts() {
    while IFS='|' read -r room folders _; do
        own=${folders%% *}
        find "$own/streekkaart/" -name '*.h' | sed "s|.*/\(.*\)|streekkaart/\1 $room|"
    done <"$ROOMS_FILE"
}

# "A B" where a file of room A includes a header of room B, a contract being its room's.
room_include_edges() {
    contracts >"$work/contracts"
    [ "$(wc -l <"$work/contracts")" -eq "$(find "$house/include" -name '*.h' | wc -l)" ] ||
        fail "contracts without a room, or in two"
    include_edges | awk '
        function room(file) {
            if (file in of) return of[file]
            sub(/\/[^\/]*$/, "", file)
            return file
        }
        FILENAME != "-" { of[$1] = $2; next }
        { from = room($1); to = room($2); if (from != to) print from, to }' "$work/contracts" - |
        sort -u
}

# "A B" where an object of room A needs a function or table that room B has, whatever header
# promised it. The objects are those of the build, so that one look is enough.
room_symbol_edges() {
    [ -s "$TEST_OUT/symbol-edges" ] || {
        while IFS='|' read -r room _ objects; do
            # shellcheck disable=SC2086 # one word an object
            nm -g $objects | awk -v room="$room" '
                NF == 3 && $2 ~ /[TDRBC]/ { print "has", room, $3 }
                NF == 2 && $1 == "U" { print "needs", room, $2 }'
        done <"$ROOMS_FILE" >"$work/symbols"
        awk '$1 == "has" { of[$3] = $2; next }
             ($3 in of) && of[$3] != $2 { print $2, of[$3] }' "$work/symbols" "$work/symbols" |
            sort -u >"$TEST_OUT/symbol-edges"
    }
    [ "$(wc -l <"$TEST_OUT/symbol-edges")" -gt 60 ] || fail "hardly any calls between rooms"
    cat "$TEST_OUT/symbol-edges"
}

# Rooms that need each other, by what they include and by what they call.
room_cycles() {
    room_include_edges >"$work/room-edges"
    [ "$(wc -l <"$work/room-edges")" -gt 60 ] || fail "only $(wc -l <"$work/room-edges") arrows"
    room_symbol_edges >"$work/symbol-edges"
    sort -u "$work/room-edges" "$work/symbol-edges" "${1:-/dev/null}" >"$work/all-edges"
    tsort "$work/all-edges" 2>&1 >"$work/order" | sed 's/^tsort: //'
}

test_no_rooms_need_each_other() {
    expect_nothing_found room_cycles
    echo "base compose/names" >"$work/more"
    expect_found compose/names room_cycles "$work/more"
    copy_house
    echo '#include "compose/plan/page_room.h"' >>"$house/src/page/polyline.c"
    expect_found compose/plan room_cycles
}

# --- the build enforces the arrows

# Does a file of room $1 that includes header $2 compile, with the include folders of the build?
compiles_in() {
    folders=$(awk -F'|' -v room="$1" '$1 == room { print $2 }' "$ROOMS_FILE")
    [ -n "$folders" ] || fail "there is no room $1"
    flags=
    for folder in $folders; do flags="$flags -I$folder"; done
    echo "#include \"$2\"" >"$work/try.c"
    # shellcheck disable=SC2086 # one word a flag
    $CC -std=c17 -D_POSIX_C_SOURCE=200809L -fsyntax-only $flags "$work/try.c" >"$work/stderr" 2>&1
}

test_an_include_against_the_arrows_does_not_compile() {
    tried=0
    while read -r room below above; do
        [ -e "$HOUSE/src/$above" ] || [ -e "$HOUSE/include/$above" ] || fail "there is no $above"
        compiles_in "$room" "$below" || fail "$room cannot include $below, which lies below it"
        if compiles_in "$room" "$above"; then fail "$room can include $above"; fi
        grep -q "No such file" "$work/stderr" || grep -q "not found" "$work/stderr" ||
            fail "$room: $above is found, and wrong"
        tried=$((tried + 1))
    done <<END
base streekkaart/diag.h streekkaart/scene.h
text streekkaart/memory.h streekkaart/style_sheet.h
scene streekkaart/typesetter.h streekkaart/render.h
placer placer/solver/plan.h streekkaart/scene.h
page streekkaart/scene.h streekkaart/project.h
load/files streekkaart/diag.h load/tables/table.h
load/style load/files/json_text.h streekkaart/project.h
load/project load/tables/table.h streekkaart/compose.h
resolve streekkaart/project.h streekkaart/style_sheet.h
compose/names compose/points/markers.h compose/links/links.h
compose streekkaart/project.h render/cairo/cairo_painter.h
compose streekkaart/scene.h streekkaart/render.h
annex streekkaart/compose.h streekkaart/render.h
render/svg streekkaart/scene.h streekkaart/project.h
svg_reader streekkaart/scene.h streekkaart/project.h
END
    [ "$tried" -eq 15 ] || fail "only $tried tried"
}

# What each room needs, by its objects, lies in its sight: no function is declared by hand.
out_of_sight() {
    room_symbol_edges >"$work/symbol-edges"
    awk -F'|' '{ count = split($2, folder, " "); own[folder[1]] = $1; folders[$1] = $2 }
               END { for (room in folders) {
                         count = split(folders[room], folder, " ")
                         for (i = 1; i <= count; i++)
                             if (folder[i] in own) print room, own[folder[i]] } }' \
        "$ROOMS_FILE" | sort -u >"$work/sight"
    sort -u "$work/symbol-edges" "${1:-/dev/null}" | comm -23 - "$work/sight"
}

test_no_room_calls_what_it_does_not_see() {
    expect_nothing_found out_of_sight
    echo "page render" >"$work/more"
    expect_found "page render" out_of_sight "$work/more"
}

# --- things have one place

top_level_names() {
    # shellcheck disable=SC2045 # names without blanks, hidden ones too
    for name in $(ls -A "$house"); do
        case $name in
        CMakeLists.txt | CMakePresets.json | CHANGELOG.md | CONTRIBUTING.md | LICENSE | README.md) ;;
        SECURITY.md | boundaries | build | docs | include | layers | out | project.json) ;;
        scripts | src | styles | tests | .*) ;;
        *) echo "$name does not belong at the top" ;;
        esac
    done
}

test_the_top_level_holds_what_a_newcomer_expects() {
    expect_nothing_found top_level_names
    copy_house
    : >"$house/notes.txt"
    expect_found notes.txt top_level_names
}

# Files of code, but for the one that makes and reads ids, with an ending of ids in their strings.
id_endings() {
    grep -rnE '"(%s)?-(leader|label|name|outline)"' --include='*.c' "$house/src" |
        grep -v '^[^:]*/base/page_id\.c:' || [ $? -eq 1 ]
}

test_the_grammar_of_ids_is_in_one_file() {
    [ "$(grep -cE '"-(leader|label|name|outline)"' "$house/src/base/page_id.c")" -eq 4 ] ||
        fail "base/page_id.c no longer has the endings"
    expect_nothing_found id_endings
    copy_house
    echo 'const char *id = "%s-leader";' >>"$house/src/page/polyline.c"
    expect_found page/polyline.c id_endings
}

# --- any region

# Words of one study. Exceptions, each a part of a line, with its reason, would stand in `allowed`; at
# present there is none: what is the study's is in its project.json and its tables.
words_of_one_study() {
    allowed='^$'
    grep -rniE 'resoc|vlaand|flander|belg|31370|antwerp' "$house/src" "$house/include" |
        grep -vE "$allowed" || [ $? -eq 1 ]
}

test_the_program_knows_no_region() {
    expect_nothing_found words_of_one_study
    copy_house
    echo 'const char *level = "resoc";' >>"$house/src/page/polyline.c"
    expect_found page/polyline.c words_of_one_study
}

run_tests
