# What a user may really have that is wrong: each row of tests/data/corpus/*.txt is one such input. It
# must end within bounds, with the right exit status, and with a message that names the place and the
# remedy, once.
#
# A row is a few lines, each a word and what belongs to it; it begins with `row` and its name. It
# changes a copy of base (see make_base), in which it also stands:
#
#   in FILE SED           the expression changes the file, or the row has failed
#   add FILE TEXT         appends lines; \n, \t and \0NNN are understood here and in `put`
#   put FILE TEXT         the file is that and nothing else
#   csv SED               the sector is layers/diamant.csv, so changed, in place of the GeoJSON
#   as FORMAT SED         the same, in another format: xlsx, ods, gpkg, shp, fgb
#   sql FILE STATEMENT    changes a GeoPackage
#   sh COMMAND            anything else
#   env NAME=VALUE        for the run
#   run ARGUMENTS         what is tried; its words are parted as a shell does
#   exit STATUS
#   says LINE             a line on standard error; ... in it stands for anything. All lines that
#                         are there must be listed
#   prints TEXT           a line on standard output that holds it
#
# With --json in ARGUMENTS, standard output is one JSON value. CORPUS_TABLE=NAME picks
# a table, CORPUS=REGEX rows by name; CORPUS_SHOW=1 prints what each of them says.
. "$(dirname "$0")/lib.sh"
: "${TEST_TOOLS:?}"

corpus=$(dirname "$0")/../data/corpus

# The project that rows damage: figure 21, with points, zones and a link. Beside it lies what
# commands read: exports of it, a drawing, a source of boundaries.
make_base() {
    copy_small_project 21
    sed -i -e '20s/,$/\n]}/' -e '21,$d' "$project/layers/context.geojson"
    for layer in "$project"/layers/*.geojson; do
        grep -q '"type": *"Feature"' "$layer" || rm "$layer" # it would cost time, and show nothing
    done
    cp "$corpus/base/diamant.geojson" "$project/layers/"
    cp "$corpus/base/pins.json" "$project/layers/"
    cp -r "$corpus/base/build" "$project/"
    for format in gpkg xlsx ods; do
        run catalogue export --to "all.$format"
        expect_status 0
    done
    run figure 21 --format svg --out drawn
    expect_status 0
    mv "$project"/drawn/*.svg "$project/drawn.svg"
    rmdir "$project/drawn"
    base=$work/base
    mv "$project" "$base"
}

changed() {
    cp "$project/$1" "$work/before"
    sed -i -e "$2" "$project/$1"
    ! cmp -s "$project/$1" "$work/before" || fail "nothing changes in $1: $2"
}

# The sector as CSV, changed, in a format.
take_table() {
    rm "$project/layers/diamant.geojson"
    cp "$corpus/base/diamant.csv" "$project/layers/diamant.csv"
    [ -z "$2" ] || changed layers/diamant.csv "$2"
    [ "$1" != csv ] || return 0
    (cd "$project/layers" && "$TEST_TOOLS/table_as" diamant.csv "diamant.$1") >"$work/stderr" 2>&1 ||
        fail "cannot write diamant.$1"
    rm "$project/layers/diamant.csv"
}

# What a row says of its input. $file and $text are the two parts of $rest.
prepare() {
    file=${rest%% *}
    text=${rest#"$file"}
    text=${text# }
    case $word in
    in) changed "$file" "$text" ;;
    add) printf '%b\n' "$text" >>"$project/$file" ;;
    put) printf '%b\n' "$text" >"$project/$file" ;;
    csv) take_table csv "$rest" ;;
    as) take_table "$file" "$text" ;;
    sql) "$TEST_TOOLS/table_as" --sql "$project/$file" "$text" >"$work/stderr" 2>&1 ||
        fail "cannot do: $text" ;;
    sh) (cd "$project" && eval "$rest") >"$work/stderr" 2>&1 || fail "cannot do: $rest" ;;
    env) settings="$settings $rest" ;;
    *) fail "unknown word: $word" ;;
    esac
}

run_row() {
    ran=yes
    arguments=$rest
    status=0
    (
        cd "$project" || exit
        eval "exec env $settings \"\$TEST_TOOLS/within_bounds\" \"\$work/faults\" \"\$STREEKKAART\" $rest"
    ) >"$work/stdout" 2>"$work/stderr" </dev/null || status=$?
}

# A pattern of `case` for a line of the table: it as it stands, with ... for anything.
said() {
    grep -nxE -e "$(printf '%s' "$1" | sed -e 's/[][\.*^$+?(){}|/]/\\&/g' -e 's/\\\.\\\.\\\./.*/g')" \
        "$work/left" >"$work/found" || fail "no line: $1"
    sed -i "$(head -n 1 "$work/found" | cut -d: -f1)d" "$work/left"
}

# What holds for all rows, whatever they are.
expect_sound() {
    [ "$ran" = yes ] || fail "nothing was run"
    [ ! -s "$work/faults" ] || fail "$(cat "$work/faults")"
    ! LC_ALL=C grep -q '[[:cntrl:]]' "$work/stderr" || fail "a control character in a message"
    iconv -f UTF-8 -t UTF-8 "$work/stderr" >"$work/letters" 2>&1 || fail "a message is not in UTF-8"
    case " $arguments " in
    *" --json "*) "$TEST_TOOLS/is_json" "$work/stdout" 2>"$work/letters" ||
        fail "no JSON: $(cat "$work/stdout")" ;;
    esac
}

expect_silence() {
    [ ! -s "$work/left" ] || fail "says also: $(cat "$work/left")"
}

# One row; its lines come on standard input.
try_row() {
    project=$work/project ran=no settings='' arguments=''
    cp -r "$base" "$project"
    while read -r word rest; do
        case $word in
        run)
            run_row
            cp "$work/stderr" "$work/left"
            [ -z "${CORPUS_SHOW:-}" ] || show_row >&2
            ;;
        exit) expect_status "$rest" ;;
        says) said "$rest" ;;
        prints) grep -qF -e "$rest" "$work/stdout" || fail "does not print: $rest" ;;
        '' | '#'*) ;;
        *) prepare ;;
        esac
    done
    expect_sound
    expect_silence
}

show_row() {
    echo "== $name: $arguments"
    echo "exit $status"
    sed 's/^/says /' "$work/stderr"
    cat "$work/faults"
    [ ! -s "$work/stdout" ] || head -c 300 "$work/stdout" | sed 's/^/   stdout: /'
}

# The lines of row $2 in table $1.
lines_of() {
    awk -v row="$2" '$1 == "row" { inside = $2 == row; next } inside' "$1"
}

try_table() {
    # shellcheck disable=SC2013 # one word a row
    for name in $(sed -n 's/^row //p' "$1"); do
        printf '%s\n' "$name" | grep -qE -e "${CORPUS:-.}" || continue
        work=$TEST_OUT/$name
        rm -rf "$work"
        mkdir -p "$work"
        lines_of "$1" "$name" >"$work/row"
        if (try_row <"$work/row"); then
            passed=$((passed + 1))
            rm -rf "$work"
        else
            failed=$((failed + 1))
            echo "FAILED: $(basename "$1"): $name (see $work)" >&2
        fi
    done
}

passed=0 failed=0
work=$TEST_OUT/base
rm -rf "$work"
mkdir -p "$work"
: >"$work/stderr"
make_base
for table in "$corpus"/*.txt; do
    case $(basename "$table" .txt) in
    ${CORPUS_TABLE:-*}) try_table "$table" ;;
    esac
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
