# What a report and a GIS take of a figure: what the PNG says of itself, its world file, its form with 256
# colours, and the list of captions.
. "$(dirname "$0")/lib.sh"

figure=fig-13-antwerpen-logistiek

byte_at() {
    od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' '
}

test_the_png_tells_its_title_its_author_and_what_it_shows() {
    copy_project
    run figure 13 --format png --dpi 50
    expect_status 0
    png=$project/out/$figure.png
    for text in 'Title.Figuur 13: Logistiek in Provincie Antwerpen' 'Author.Streekkaart' \
        'Description.*Punten: 5' 'Software.streekkaart '; do
        LC_ALL=C grep -aq "$text" "$png" || fail "it doesn't tell: $text"
    done
    # Letters beyond ASCII are UTF-8, in the chunk that says so.
    # shellcheck disable=SC2016 # the dollars are signs of TeX
    sed -i 's/^13,\(.*\)Logistiek in/13,\1Logistiek één in/' "$project/layers/figures.csv"
    run figure 13 --format png --dpi 50
    LC_ALL=C grep -aq "iTXtTitle" "$png" || fail "no iTXt"
    LC_ALL=C grep -aq "$(printf 'Logistiek \303\251\303\251n')" "$png" || fail "not in UTF-8"
}

# The middle of the first pixel lies half a pixel from the page's corner: by the matrix of the SVG, which
# takes metres to points, it does so too.
test_the_world_file_says_what_the_svg_says() {
    copy_project
    for number in 12 13; do
        run figure $number --format png,svg --dpi 200 --world-file --list
        expect_status 0
        world=$(echo "$project"/out/fig-$number-*.pgw)
        grep -qF ".pgw" "$work/stdout" || fail "it isn't told"
        [ "$(wc -l <"$world")" -eq 6 ] || fail "$(cat "$world")"
        svg=${world%.pgw}.svg
        matrix=$(sed -n 's/.*svg:transform="matrix(\([^)]*\))".*/\1/p' "$svg")
        grep -q '<dc:coverage>EPSG:31370 ' "$svg" || fail "no coverage"
        { echo "$matrix"; cat "$world"; } | tr '\n' ' ' | awk '{
            # a 0 0 d e f, then the six lines
            x = $1 * $11 + $5; y = $4 * $12 + $6; half = 72 / 200 / 2
            step = $1 * $7
            if (x - half > 0.02 || half - x > 0.02 || y - half > 0.02 || half - y > 0.02 ||
                step - 2 * half > 0.001 || 2 * half - step > 0.001) { print x, y, step; exit 1 }
        }' >"$work/off" || fail "figure $number: $(cat "$work/off")"
    done
}

test_a_palette_is_a_third_of_the_size_and_the_same_picture() {
    copy_project
    run figure 13 --format png
    run figure 13 --format png --palette --out small
    expect_status 0
    png=out/$figure.png
    [ "$(byte_at "$project/$png" 25)" -eq 2 ] || fail "not true colour"
    [ "$(byte_at "$project/small/$figure.png" 25)" -eq 3 ] || fail "no palette"
    whole=$(wc -c <"$project/$png") small=$(wc -c <"$project/small/$figure.png")
    [ $((small * 5)) -lt $((whole * 2)) ] || fail "$small of $whole bytes"
    "$PNG_COMPARE" "$project/$png" "$project/small/$figure.png" 0.05 0 >"$work/log" 2>&1 ||
        fail "$(cat "$work/log")"
    cp "$project/small/$figure.png" "$work/first.png"
    run figure 13 --format png --palette --out small
    cmp "$work/first.png" "$project/small/$figure.png" || fail "not the same bytes"
}

test_a_report_takes_all_figures_from_one_file() {
    copy_project
    # shellcheck disable=SC2016 # the dollars are signs of TeX
    sed -i 's/^13,\(.*\)Logistiek in Provincie/13,\1Log_istiek 100% \& {#1} in [Provincie]/' \
        "$project/layers/figures.csv"
    for form in latex quarto markdown docx-list; do
        run figure 13 21 --format pdf,png --dpi 50 --caption $form
        expect_status 0
    done
    expect_file "$project/out/captions.tex"
    grep -qF '\includegraphics[width=\linewidth,alt={Figuur 13: Log\_istiek 100\% \& \{\#1\} in [Provincie]' \
        "$project/out/captions.tex" || fail "$(cat "$project/out/captions.tex")"
    grep -qF "]{$figure.pdf}" "$project/out/captions.tex" || fail "no PDF"
    grep -qF '\caption{Log\_istiek 100\%' "$project/out/captions.tex" || fail "no caption"
    grep -qF "\\label{$figure}" "$project/out/captions.tex" || fail "no label"
    [ "$(grep -c 'begin{figure}' "$project/out/captions.tex")" -eq 2 ] || fail "not two figures"
    grep -F '![Log\_istiek 100% &amp; \{\#1\} in \[Provincie\]' "$project/out/captions.qmd" |
        grep -F "]($figure.png){#$figure fig-alt=\"Figuur 13: Log_istiek 100% &amp; {#1}" |
        grep -qF 'Punten: 5' || fail "$(cat "$project/out/captions.qmd")"
    grep -qF "]($figure.png)" "$project/out/captions.md" || fail "no Markdown"
    [ "$(awk -F'\t' 'NF != 4' "$project/out/captions.tsv" | wc -l)" -eq 0 ] || fail "not four columns"
    [ "$(wc -l <"$project/out/captions.tsv")" -eq 3 ] || fail "not two rows and a head"
    run figure 13 --caption latx
    expect_status 2
    expect_message --caption latx 'did you mean "latex"'
}

# What TeX and pandoc read in the lists is the text that was written, whatever it means to them.
test_captions_are_read_as_they_were_written() {
    copy_project
    # shellcheck disable=SC2016 # the dollars are signs of TeX
    sed -i 's/^13,\(.*\)Logistiek in Provincie Antwerpen/13,\1"a < b > c | d ~ e ^ f \& g # h {i} @j \$k\$ *l* [m](n) \\\\""o"/' \
        "$project/layers/figures.csv"
    run figure 13 --format pdf,png --dpi 50 --caption latex
    run figure 13 --format pdf,png --dpi 50 --caption quarto
    expect_status 0
    grep -qF "a \\textless{} b \\textgreater{} c \\textbar{} d" "$project/out/captions.tex" || fail "not for LaTeX"
    ! grep '"' "$project/out/captions.tex" || fail "a quote that babel may take"
    command -v pandoc >/dev/null || return 0
    pandoc --from markdown-smart --to json "$project/out/captions.qmd" >"$work/read.json"
    # shellcheck disable=SC2016 # as above
    grep -qF '"fig-alt","Figuur 13: a < b > c | d ~ e ^ f & g # h {i} @j $k$ *l* [m](n) \\\\\"o' "$work/read.json" ||
        fail "$(cat "$work/read.json")"
}

test_a_list_that_would_lack_a_figure_is_not_written() {
    copy_project
    run figure 13 21 --format png --dpi 50 --caption markdown
    expect_status 0
    cp "$project/out/captions.md" "$work/before.md"
    rm "$project/out/$figure.png"
    mkdir "$project/out/$figure.png"
    run figure 13 21 --format png --dpi 50 --caption markdown
    expect_status 3
    expect_message captions.md 'figure 13 was not drawn'
    cmp "$work/before.md" "$project/out/captions.md" || fail "the list has changed"
}

run_tests
