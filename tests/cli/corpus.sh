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
#   rare                  tried with scripts/test.sh --long only: much like another row
#
# What follows `run` is looked at when it has ended; a further `sh` must succeed, too.
#
# With --json in ARGUMENTS, standard output is one JSON value; of figure, each line is. CORPUS_TABLE=NAME picks
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
    rm -r "$project/drawn"
    base=$work
}

# A line of the table as a pattern: ... stands for anything, all else for itself.
as_pattern() {
    awk '$1 == "says" {
        gsub(/\\/, "&&"); gsub(/[][*?]/, "\\\\&"); gsub(/\.\.\./, "*")
    } { print }' "$1"
}

# Expression $2 changes file $1, which was $3.
changed() {
    sed -i -e "$2" "$project/$1"
    ! cmp -s "$project/$1" "$3" || fail "nothing changes in $1: $2"
}

# The sector as CSV, changed, in a format.
take_table() {
    rm "$project/layers/diamant.geojson"
    cp "$corpus/base/diamant.csv" "$project/layers/diamant.csv"
    [ -z "$2" ] || changed layers/diamant.csv "$2" "$corpus/base/diamant.csv"
    [ "$1" != csv ] || return 0
    (cd "$project/layers" && "$TEST_TOOLS/table_as" diamant.csv "diamant.$1") >"$work/stderr" 2>&1 ||
        fail "cannot write diamant.$1"
    rm "$project/layers/diamant.csv"
}

# What a row says of its input.
prepare() {
    file=${rest%% *}
    text=${rest#"$file"}
    text=${text# }
    case $word in
    in) changed "$file" "$text" "$base/project/$file" ;;
    add) printf '%b\n' "$text" >>"$project/$file" ;;
    put) printf '%b\n' "$text" >"$project/$file" ;;
    csv) take_table csv "$rest" ;;
    as) take_table "$file" "$text" ;;
    sql) "$TEST_TOOLS/table_as" --sql "$project/$file" "$text" >"$work/said" 2>&1 ||
        fail "cannot do: $text" ;;
    sh) (cd "$project" && eval "$rest") >"$work/said" 2>&1 || fail "cannot do: $rest" ;;
    env) settings="env $settings $rest" ;;
    *) fail "unknown word: $word" ;;
    esac
}

run_row() {
    ran=yes taken='' arguments=$rest
    status=0
    (
        cd "$project" || exit
        eval "exec $settings \"\$TEST_TOOLS/within_bounds\" \"\$work/faults\" \"\$STREEKKAART\" $rest"
    ) >"$work/stdout" 2>"$work/stderr" </dev/null || status=$?
    [ -z "${CORPUS_SHOW:-}" ] || show_row >&2
}

# A line on standard error that fits the pattern, and that no other fitted.
said() {
    number=0
    while IFS= read -r line || [ -n "$line" ]; do
        number=$((number + 1))
        case " $taken " in *" $number "*) continue ;; esac
        # shellcheck disable=SC2254 # it is a pattern
        case $line in $1)
            taken="$taken $number"
            return
            ;;
        esac
    done <"$work/stderr"
    fail "no line: $1"
}

expect_all_was_listed() {
    number=0
    while IFS= read -r line || [ -n "$line" ]; do
        number=$((number + 1))
        case " $taken " in *" $number "*) ;; *) fail "says also: $line" ;; esac
    done <"$work/stderr"
}

expect_letters_only() {
    LC_ALL=C grep -q '[^ -~]' "$work/stderr" || return 0
    ! LC_ALL=C grep -q '[[:cntrl:]]' "$work/stderr" || fail "a control character in a message"
    iconv -f UTF-8 -t UTF-8 "$work/stderr" >"$work/said" 2>&1 || fail "a message is not in UTF-8"
}

# What holds for all rows, whatever they are.
expect_sound() {
    [ "$ran" = yes ] || fail "nothing was run"
    [ ! -s "$work/faults" ] || fail "$(cat "$work/faults")"
    [ ! -s "$work/stderr" ] || expect_letters_only
    expect_all_was_listed
    case " $arguments " in
    " figure "*" --json "*) expect_json_lines ;;
    *" --json "*) "$TEST_TOOLS/is_json" "$work/stdout" || fail "no JSON: $(cat "$work/stdout")" ;;
    esac
}

show_row() {
    echo "== $name: $arguments"
    echo "exit $status"
    sed 's/^/says /' "$work/stderr"
    cat "$work/faults"
    [ ! -s "$work/stdout" ] || head -c 300 "$work/stdout" | sed 's/^/   stdout: /'
}

# One row, of which the words are in $lines.
try_row() {
    project=$work/project ran=no settings='' arguments='' taken=''
    cp -r "$base" "$work"
    while read -r word rest; do
        case $word in
        run) run_row ;;
        exit) expect_status "$rest" ;;
        says) said "$rest" ;;
        prints) grep -qF -e "$rest" "$work/stdout" || fail "does not print: $rest" ;;
        '' | '#'*) ;;
        *) prepare ;;
        esac
    done <<ROW
$lines
ROW
    expect_sound
}

is_wanted() {
    [ -n "$name" ] || return 1
    [ -n "${SK_LONG:-}" ] || [ "$rare" = no ] || return 1
    [ -z "${CORPUS:-}" ] || printf '%s\n' "$name" | grep -qE -e "$CORPUS"
}

finish_row() {
    is_wanted || return 0
    work=$TEST_OUT/$name
    if (try_row); then
        passed=$((passed + 1))
        rm -r "$work"
    else
        failed=$((failed + 1))
        echo "FAILED: $table: $name (see $work)" >&2
    fi
}

try_table() {
    table=$(basename "$1")
    as_pattern "$1" >"$TEST_OUT/table"
    name='' lines=''
    while IFS= read -r line; do
        case $line in
        'row '*)
            finish_row
            name=${line#row } lines='' rare=no
            ;;
        rare) rare=yes ;;
        *) lines="$lines$line
" ;;
        esac
    done <"$TEST_OUT/table"
    finish_row
}

passed=0 failed=0
rm -rf "$TEST_OUT"
work=$TEST_OUT/base
mkdir -p "$work"
: >"$work/stderr"
make_base
for file in "$corpus"/*.txt; do
    [ "${CORPUS_TABLE:-$(basename "$file" .txt)}" != "$(basename "$file" .txt)" ] || try_table "$file"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
