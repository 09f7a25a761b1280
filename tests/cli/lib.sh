# Helper of the end-to-end tests, to be sourced. A test is a function whose name says, after test_,
# what must hold; run_tests runs all of the script, each in a shell and a folder of its own.
#
# From the build: STREEKKAART (the program), PNG_COMPARE (tests/tools), SVG_OVERLAPS (there, too),
# PROJECT_DIR (the project to draw), TEST_OUT (a folder to write in).
set -u
: "${STREEKKAART:?}" "${PNG_COMPARE:?}" "${SVG_OVERLAPS:?}" "${PROJECT_DIR:?}" "${TEST_OUT:?}"

# The names in a sanitizer's stack take a fifth of the time of a run to find, also where all is well: what
# tests/lsan.supp lets pass has a stack, too. Where there is a fault, run() asks for them.
ASAN_OPTIONS=${ASAN_OPTIONS:-}:symbolize=0
export ASAN_OPTIONS

fail() {
    echo "  $*" >&2
    head -n 12 "$work/stderr" | sed 's/^/    stderr: /' >&2
    exit 1
}

# A copy of the project that a test may damage, as $project; the working folder is $work.
copy_project() {
    project=$work/project
    mkdir "$project"
    cp -r "$PROJECT_DIR/boundaries" "$PROJECT_DIR/layers" "$PROJECT_DIR/styles" \
        "$PROJECT_DIR/project.json" "$project"
}

# The same with figure 13 drawn as SVG, once for all tests of the script.
copy_drawn_project() {
    drawn=$TEST_OUT/drawn
    if [ ! -d "$drawn" ]; then
        copy_project
        run figure 13 --format svg
        expect_status 0
        mv "$project" "$drawn"
    fi
    project=$work/project
    cp -r "$drawn" "$project"
}

# Takes from the sector's file $1 the features of maps that are not in the list of figures. In the
# catalogue each feature begins and ends with a line of its own.
keep_listed_features() {
    awk -v sector="$(basename "$1" .geojson)" -F'"' '
        NR == FNR { split($0, figure, ","); if (figure[4] == sector) listed[figure[3]]; next }
        /^    {/ { inside = 1; feature = "" }
        inside { feature = feature (feature == "" ? "" : "\n") $0 }
        /^        "province"/ { province = $4 }
        /^    }/ {
            inside = 0
            sub(/,$/, "", feature)
            if (province in listed) { printf "%s%s", between, feature; between = ",\n" }
            next
        }
        !inside { if (between != "" && $1 ~ /^  ]/) print ""; print }
    ' "$project/layers/figures.csv" "$1" >"$work/features"
    cp "$work/features" "$1"
}

# The same with just the figures of these numbers, for what does not need them all.
copy_small_project() {
    copy_project
    for number in "$@"; do grep "^$number," "$project/layers/figures.csv"; done >"$work/figures"
    [ "$(wc -l <"$work/figures")" -eq $# ] || fail "not $# figures"
    sed -i -e "1r $work/figures" -e '2,$d' "$project/layers/figures.csv"
    for layer in "$project"/layers/*.geojson; do
        case $layer in
        */places.geojson | */context.geojson) ;;
        *) keep_listed_features "$layer" ;;
        esac
    done
    awk -F, 'NR == FNR { listed[$4 "," $3]; next }
             FNR == 1 || $2 == "" || ($1 "," $2) in listed' "$project/layers/figures.csv" \
        "$PROJECT_DIR/layers/presence.csv" >"$project/layers/presence.csv"
}

# Runs the program on $project; its status, standard output and error are kept for the checks.
run() {
    status=0
    (cd "$project" && "$STREEKKAART" "$@") >"$work/stdout" 2>"$work/stderr" || status=$?
    ! grep -q 'ERROR: [A-Za-z]*Sanitizer' "$work/stderr" || name_fault "$@"
}

# The same once more, for the names of the functions in the sanitizer's stack.
name_fault() {
    (cd "$project" && ASAN_OPTIONS=$ASAN_OPTIONS:symbolize=1 "$STREEKKAART" "$@") >&2 || true
}

# All figures without their sheets, which take longer.
run_all_figures() {
    # shellcheck disable=SC2046 # one word a figure
    run figure $(sed -n 's/^\([0-9]*\),.*/\1/p' "$project/layers/figures.csv") "$@"
}

# How many figures the project has.
figure_count() {
    grep -c '^[0-9]*,' "$project/layers/figures.csv"
}

expect_status() {
    [ "$status" -eq "$1" ] || fail "exit status $status instead of $1"
}

# One line on standard error holds all of these texts.
expect_message() {
    cp "$work/stderr" "$work/lines"
    for text in "$@"; do
        grep -F -e "$text" "$work/lines" >"$work/fewer" || fail "no message with: $*"
        mv "$work/fewer" "$work/lines"
    done
}

# A file that must be there, and not empty.
expect_file() {
    [ -s "$1" ] || fail "missing or empty: $1"
}

# The files in the folder, without the record of what was drawn of what.
files_in() {
    find "$1" -type f ! -path '*/.streekkaart/*'
}

# Both folders hold the same files.
expect_same_files() {
    diff -r -x .streekkaart "$1" "$2" || fail "${3:-$1 and $2 differ}"
}

# No figure, and no part of one, in the folder.
expect_no_figure_in() {
    [ ! -d "$1" ] || [ -z "$(files_in "$1")" ] || fail "left behind: $(files_in "$1")"
}

# No file that has not got its name yet.
expect_nothing_unfinished_in() {
    [ -z "$(find "$1" -name '.streekkaart-*')" ] ||
        fail "left behind: $(find "$1" -name '.streekkaart-*')"
}

# Files in the folder, none half-written: no part, and each file ends as its format does.
expect_whole_files_in() {
    [ -n "$(files_in "$1")" ] || fail "nothing in $1"
    # shellcheck disable=SC2044 # no file of ours has a blank in its name
    for file in $(files_in "$1"); do
        case $file in
        *.pdf) tail -c 6 "$file" | grep -q '%%EOF' ;;
        *.png) tail -c 8 "$file" | grep -aq IEND ;;
        *.svg) tail -n 1 "$file" | grep -q '</svg>' ;;
        *.js) tail -n 1 "$file" | grep -qx '`);' ;;
        *) false ;;
        esac || fail "not whole: $file"
    done
}

# The $2 figures in folder $1 have no fault that a reader would mark.
expect_faultless() {
    [ "$(find "$1" -name '*.svg' | wc -l)" -eq "$2" ] || fail "not $2 figures in $1"
    "$SVG_OVERLAPS" "$project" "$1"/*.svg >"$work/faults" || fail "$(head -n 20 "$work/faults")"
}

# Fault $2 is found in one of the figures of folder $1.
expect_fault() {
    if "$SVG_OVERLAPS" "$project" "$1"/*.svg >"$work/faults"; then fail "found nothing"; fi
    grep -qF -e "$2" "$work/faults" || fail "found only: $(cat "$work/faults")"
}

# In report $1, with $2 displacements or more, markers and names stand at most 12 mm from their place
# or from what they name.
expect_nothing_far_off() {
    grep -o '"id": "[^"]*"\|"displacement": [0-9.]*' "$1" |
        awk -v least="$2" '/"id"/ { id = $2 } /displacement/ { n++; if ($2 > 12) print id, $2 }
             END { if (n < least) print "only", n, "displacements" }' >"$work/far"
    [ ! -s "$work/far" ] || fail "too far off: $(cat "$work/far")"
}

# Watches $project with these words, in the background; what it says is in $work/said and $work/stderr. It ends
# with the test.
start_watch() {
    : >"$work/said"
    (cd "$project" && exec env --default-signal "$STREEKKAART" watch "$@") >"$work/said" 2>"$work/stderr" &
    child=$!
    trap 'kill -KILL "$child" 2>"$work/none"' EXIT
    wait_until said_lines 1 '^watching .*Ctrl-C'
}

# Waits until the command that follows succeeds; a run that takes longer than a minute has hung.
wait_until() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ "$tries" -lt 1200 ] || fail "waited in vain for: $*; said: $(cat "$work/said")"
        kill -0 "$child" 2>"$work/none" || fail "it has ended; said: $(cat "$work/said")"
        sleep 0.05
    done
}

# $1 lines or more of what was said match $2.
said_lines() {
    [ "$(grep -c -e "$2" "$work/said")" -ge "$1" ]
}

# Ends it by signal $1, by which it must end with status $2.
expect_end() {
    kill "-$1" "$child"
    status=0
    wait "$child" 2>"$work/none" || status=$?
    trap - EXIT
    expect_status "$2"
    expect_nothing_unfinished_in "$project"
}

# The layer that save() writes.
logistics=layers/logistiek.geojson

# Writes the first name of the layer anew, in the file itself, as $1.
save() {
    sed "0,/\"name\": \"[^\"]*\"/s//\"name\": \"$1\"/" "$PROJECT_DIR/$logistics" >"$work/layer"
    cat "$work/layer" >"$project/$logistics"
}

# Each line on standard output is a JSON value.
expect_json_lines() {
    while IFS= read -r line; do
        printf '%s\n' "$line" >"$work/value"
        "$TEST_TOOLS/is_json" "$work/value" || fail "no JSON: $line"
    done <"$work/stdout"
    expect_file "$work/value"
}

# Replaces, in the first line of file $1 that matches the pattern $2, what matches by $3.
damage() {
    grep -q -e "$2" "$1" || fail "cannot damage $1: no line matches $2"
    sed -i -e "0,/$2/s//$3/" "$1"
}

# Text as it can be compared: a table breaks lines at spaces, at hyphens, and with hyphens.
bare() {
    tr -d ' \t\n\f\r-'
}

# Of each feature in GeoJSON file $1 a line for its name, source and remark: the province, then the
# text, bare. In the catalogue a property is a line, and the province stands before the others.
rows_of() {
    awk '/^ *"province": "/ {split($0, part, "\""); province = part[4]}
         /^ *"(name|source|remark)": "/ {
             sub(/^ *"[a-z]*": "/, ""); sub(/",?$/, ""); gsub(/\\"/, "\""); gsub(/[ -]/, "")
             print province " " $0
         }' "$1"
}

# Every text of sector $2 that stands on the map of province $3 (or on any) is in the PDF $1.
expect_rows_in() {
    pdftotext -raw "$1" "$work/raw"
    bare <"$work/raw" >"$work/bare"
    rows_of "$project/layers/$2.geojson" | grep -e "^${3:-[a-z-]*} " >"$work/rows"
    [ -s "$work/rows" ] || fail "the catalogue has no rows for $1"
    while read -r province text; do
        grep -qF -e "$text" "$work/bare" || fail "$1: $province: not found: $text"
    done <"$work/rows"
}

# Every text of the catalogue is in the sheets of folder $1: $2 maps and $3 overviews of a sector. An
# actor's choice may be all that a map shows.
expect_every_row_in_its_sheet() {
    sed -n 's/^\([0-9]*\),map,\([^,]*\),\([^,]*\),.*/\1 \2 \3/p' "$project/layers/figures.csv" |
        while read -r number province sector; do
            [ ! -e "$project/layers/$sector.geojson" ] ||
                ! grep -q "\"province\": *\"$province\"" "$project/layers/$sector.geojson" ||
                echo "$number $province $sector $province"
        done >"$work/sheets"
    [ "$(wc -l <"$work/sheets")" -eq "$2" ] || fail "$(wc -l <"$work/sheets") maps with rows"
    sed -n 's/^\([0-9]*\),sector-overview,,\([^,]*\),.*/\1 vlaanderen \2/p' \
        "$project/layers/figures.csv" >>"$work/sheets"
    [ "$(wc -l <"$work/sheets")" -eq $(($2 + $3)) ] || fail "not $3 overviews"
    while read -r number region sector province; do
        expect_rows_in "$1/fig-$number-$region-$sector.pdf" "$sector" "$province"
    done <"$work/sheets"
}

# Are pdf.js and pdfium, puppeteer and axe at hand? scripts/install-viewers.sh fetches them.
has_viewers() {
    [ -e "${VIEWERS:?}/node_modules/pdfjs-dist" ] && [ -e "$VIEWERS/node_modules/puppeteer-core" ]
}

# What pdf.js and pdfium make of files: folder, resolution and PDFs as for tests/tools/viewers/view_pdf.js.
run_viewers() {
    NODE_PATH=$VIEWERS/node_modules node "$HOUSE/tests/tools/viewers/view_pdf.js" "$@" \
        >"$work/viewers" 2>&1 || fail "$(cat "$work/viewers")"
}

# At a script's end, for CTest to tell that it was not tried whole.
expect_viewers() {
    has_viewers && return
    echo "SKIPPED: pdf.js, pdfium, puppeteer and axe are not at hand: scripts/install-viewers.sh" >&2
    exit 77
}

# LibreOffice's picture of SVG $1, beside which its PNG lies, as $2. Debian's 7.4 draws at no resolution but at
# a size.
draw_with_libreoffice() {
    side=$(od -An -tu1 -j 16 -N 8 "${1%.svg}.png" |
        awk '{print ($3 * 256 + $4), ($7 * 256 + $8)}')
    size="{\"PixelWidth\":{\"type\":\"long\",\"value\":\"${side% *}\"},\
\"PixelHeight\":{\"type\":\"long\",\"value\":\"${side#* }\"}}"
    HOME=$work timeout 120 soffice "-env:UserInstallation=file://$work/office" --headless \
        --convert-to "png:draw_png_Export:$size" --outdir "$work/drawn" "$1" >"$work/log" 2>&1 &&
        mv "$work/drawn/$(basename "${1%.svg}").png" "$2"
}

# $1, or $2 with scripts/test.sh --long.
shortly() {
    if [ -n "${SK_LONG:-}" ]; then echo "$2"; else echo "$1"; fi
}

# How often to try what is left to chance: $1 times, or $2 with scripts/test.sh --long.
repeats() {
    seq "$(shortly "$1" "$2")"
}

run_tests() {
    failed=0 passed=0
    # shellcheck disable=SC2013 # one word a test
    for name in $(sed -n 's/^test_\([a-z0-9_]*\)() {$/\1/p' "$0"); do
        work=$TEST_OUT/$name
        rm -rf "$work"
        mkdir -p "$work"
        : >"$work/stderr"
        if ("test_$name"); then
            passed=$((passed + 1))
            rm -rf "$work"
        else
            failed=$((failed + 1))
            echo "FAILED: $name (see $work)" >&2
        fi
    done
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
