# What is copied from the PDF of each figure and sheet of the annex, or searched in it: the texts that
# the SVG shows, each whole and once, whatever program reads it. study.annex has made the drawing.
. "$(dirname "$0")/../cli/lib.sh"

work=$TEST_OUT/read
rm -rf "$work"
mkdir -p "$work"
: >"$work/stderr"
drawn=$TEST_OUT/../study.annex/annex/project/out
read_by=$work

# Text as it can be compared: a line may end at a blank, at a hyphen, or with one, which may be a
# soft one (or what pdfium has for it); a blank may be one that nothing breaks at.
bare_lines() {
    tr -d '\t\r\f -' | LC_ALL=C sed 's/\xC2\xAD//g; s/\xEF\xBF\xBE//g; s/\xC2\xA0//g'
}

# "out/fig-13-..." or "annex/fig-13-..." for each figure and sheet.
names_of_all() {
    for pdf in "$drawn"/fig-*.pdf; do echo "out/$(basename "${pdf%.pdf}")"; done
    for pdf in "$drawn"/annex/fig-*.pdf; do echo "annex/$(basename "${pdf%.pdf}")"; done
}

# The texts of all, a line each, as the SVG of their pages has them: "@NAME" stands before each.
texts_drawn() {
    for name in $(names_of_all); do
        pages=$drawn/${name#out/}
        echo "@$name"
        for svg in "$pages.svg" "$pages"-[0-9].svg "$pages"-[0-9][0-9].svg; do
            [ ! -e "$svg" ] || xsltproc "$HOUSE/tests/tools/viewers/texts_of_svg.xsl" "$svg"
        done
    done
}

texts_read_by() {
    for name in $(names_of_all); do
        echo "@$name"
        cat "$read_by/$name.$1.txt"
        echo
    done
}

# Which lines of file $1 are not whole in file $2, and which bytes are there more or less often.
differences() {
    LC_ALL=C awk '
        function count(line, by, i) {
            for (i = 1; i <= length(line); i++) often[name, substr(line, i, 1)] += by
        }
        /^@/ { name = $0; if (NR == FNR) names[++n] = name; next }
        NR == FNR { lines[name, ++many[name]] = $0; count($0, -1); next }
        { text[name] = text[name] $0; count($0, 1) }
        END {
            for (k = 1; k <= n; k++) {
                if (many[names[k]] < 10) print names[k] " has hardly any text"
                for (i = 1; i <= many[names[k]]; i++)
                    if (index(text[names[k]], lines[names[k], i]) == 0)
                        print names[k] ": not whole: " lines[names[k], i]
            }
            for (key in often)
                if (often[key] != 0) { split(key, part, SUBSEP); print part[1] ": \"" part[2] "\" " often[key] }
        }' "$1" "$2"
}

# Each figure and sheet as program $1 has read it.
expect_each_text_once_by() {
    [ -e "$read_by/drawn" ] || texts_drawn | bare_lines >"$read_by/drawn"
    [ "$(grep -c '^@' "$read_by/drawn")" -eq 90 ] || fail "not 90 figures and sheets"
    texts_read_by "$1" | bare_lines >"$work/read"
    differences "$read_by/drawn" "$work/read" | sort >"$work/wrong"
    [ ! -s "$work/wrong" ] || fail "$1: $(head -n 12 "$work/wrong")"
}

# Runs "$@ PDF TEXT" for each figure and sheet.
read_each_with() {
    program=$1
    shift
    mkdir -p "$read_by/out" "$read_by/annex"
    for name in $(names_of_all); do
        "$@" "$drawn/${name#out/}.pdf" "$read_by/$name.$program.txt" || fail "$program: $name"
    done
}

by_mupdf() {
    mutool draw -q -F text -o "$2" "$1" 2>/dev/null
}

test_poppler_reads_each_text_once() {
    read_each_with poppler pdftotext -raw
    expect_each_text_once_by poppler
}

test_mupdf_reads_each_text_once() {
    read_each_with mupdf by_mupdf
    expect_each_text_once_by mupdf
}

read_each_with_viewers() {
    [ ! -e "$read_by/by_viewers" ] || return 0
    mkdir -p "$read_by/out" "$read_by/annex"
    run_viewers "$read_by/out" 0 "$drawn"/fig-*.pdf
    run_viewers "$read_by/annex" 0 "$drawn"/annex/fig-*.pdf
    : >"$read_by/by_viewers"
}

test_pdfjs_reads_each_text_once() {
    has_viewers || return 0
    read_each_with_viewers
    expect_each_text_once_by pdfjs
}

test_pdfium_reads_each_text_once() {
    has_viewers || return 0
    read_each_with_viewers
    expect_each_text_once_by pdfium
}

run_tests && expect_viewers
