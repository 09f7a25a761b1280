# The PDFs for a printing house and for an archive, and what they are looked at by: each thing that preflight asks for is found
# wrong in a file that is broken in just that; plates and inks are counted by programs not ours.
. "$(dirname "$0")/lib.sh"

# The one CMYK profile that Debian has; a printing house has its own.
profile=/usr/share/color/icc/ghostscript/default_cmyk.icc
[ -e "$profile" ] || exit 77

# One drawing for all tests.
work=$TEST_OUT/print
rm -rf "$work"
mkdir -p "$work"
: >"$work/stderr"
copy_small_project 13 42
run figure 13 42 --print "$profile" --bleed 3mm --marks --format pdf
expect_status 0
out=$project/out
figure=$out/fig-13-antwerpen-logistiek.pdf
shared=$work
qpdf --qdf --object-streams=disable "$figure" "$shared/plain.pdf" || fail "qpdf cannot open it"

expect_fault_of() {
    expect_status 1
    grep -q "^  FAIL  $1: " "$work/stdout" || fail "$1: $(grep FAIL "$work/stdout")"
}

test_all_is_well_with_what_is_made() {
    for pdf in "$out"/*.pdf "$shared/plain.pdf"; do
        run preflight "$pdf"
        expect_status 0
        grep -q FAIL "$work/stdout" && fail "$pdf: $(grep FAIL "$work/stdout")"
        [ "$(grep -c '^  pass  ' "$work/stdout")" -eq 20 ] || fail "not 20 clauses"
        qpdf --check "$pdf" >"$work/check" 2>&1 || fail "$(cat "$work/check")"
    done
    for seen in 'bleed 3.0 mm' 'printed as .*Artifex CMYK' 'DeviceCMYK, Separation All' 'Lato-Bold'; do
        grep -q -e "$seen" "$work/stdout" || fail "not told: $seen: $(cat "$work/stdout")"
    done
}

# Clause | how the first page's file is broken in it, by sed.
breakages() {
    cat <<'END'
version|s,^%PDF-1.6,%PDF-1.7,
identifier|s,/ID \[,/IE [,
information|s,/Trapped /False,/Trapped /Unknown,
information|s,/CreationDate,/CreationDay ,
metadata|s,PDF/X-4<,PDF/X-5<,
metadata|s,xmpMM:VersionID,xmpMM:VersionNo,g
metadata|s,/CreationDate (D:19,/CreationDate (D:20,
output intent|s,/S /GTS_PDFX,/S /GTS_PDFA,
output intent|s,/OutputConditionIdentifier (.*),/OutputConditionIdentifier (),
profile|s,prtrCMYK,mntrCMYK,
profile|s,prtrCMYK,prtrRGB ,
profile|s,/DestOutputProfile,/DestOutputProfil_,
boxes|s,/TrimBox,/TrimBoy,
boxes|s,/BleedBox \[,/BleedBox [ 0 0 9 9 ] /Bleed [,
fonts|s,/FontFile2,/FontFile9,
colours|0,/ k$/s,^[0-9. ]* k$,0 0 1 rg,
colours|0,/ K$/s,^[0-9. ]* K$,0 0 1 RG,
transparency|s,/CS /DeviceCMYK,/CS /DeviceRGB,
graphics|s,/OPM 1,/OPM 1 /TR /Identity,
streams|s,/Subtype /Form,/OPI << >> /Subtype /Form,
streams|s,/Subtype /Form,/Ref << >> /Subtype /Form,
resources|s,^\(  *\)/F0 ,\1/F99 ,
resources|s,^\(  *\)/C0 ,\1/C99 ,
annotations|s,/TrimBox,/Annots [ << /Type /Annot /Subtype /Link /Rect [ 9 9 20 20 ] >> ] /TrimBox,
actions|s,/OutputIntents,/OpenAction << /S /Named /N /Print >> /OutputIntents,
actions|s,/OutputIntents,/AcroForm << /Fields [ ] >> /OutputIntents,
layers|s,/Name (Streekkaart),/Name (),
layers|s,/Name (Streekkaart),/Name (Streekkaart) /AS [ ],
ink|0,/ k$/s,^[0-9. ]* k$,1 1 .8 .9 k,
lines|0,/^[0-9.]* w$/s,^[0-9.]* w$,.1 w,
text|0,/ Tf$/s,^\(.F[0-9]*\) [0-9.]* Tf$,\1 4 Tf,
END
}

# Breaks file $2 by the script $1, as $work/broken.pdf.
break_by() {
    LC_ALL=C sed -e "$1" "$2" >"$work/sedded"
    if cmp -s "$work/sedded" "$2"; then fail "nothing was broken by $1"; fi
    fix-qdf "$work/sedded" >"$work/broken.pdf" 2>"$work/fixing" || fail "$1: $(cat "$work/fixing")"
}

# Breaks file $1, of which $2 is the plain form, in each clause that the script $3 has rows of.
expect_each_clause_is_found_wrong() {
    $3 >"$work/breakages"
    while IFS='|' read -r clause how; do
        break_by "$how" "$2"
        run preflight "$work/broken.pdf"
        expect_fault_of "$clause"
        echo "$clause" >>"$work/tried"
    done <"$work/breakages"
    qpdf --encrypt '' owner 256 -- "$1" "$work/broken.pdf"
    run preflight "$work/broken.pdf"
    expect_fault_of encryption
    echo encryption >>"$work/tried"
    run preflight "$1"
    sed -n 's/^  pass  \([a-z ]*\): .*/\1/p' "$work/stdout" | sort -u >"$work/clauses"
    sort -u "$work/tried" | diff - "$work/clauses" >"$work/untried" ||
        fail "not tried: $(cat "$work/untried")"
}

test_each_clause_is_found_wrong_where_it_is_broken() {
    expect_each_clause_is_found_wrong "$figure" "$shared/plain.pdf" breakages
}

archive_breakages() {
    cat <<'END'
version|s,^%PDF-1.7,%PDF-2.0,
identifier|s,/ID \[,/IE [,
metadata|s,<pdfaid:part>2,<pdfaid:part>1,
metadata|s,<pdfaid:conformance>B,<pdfaid:conformance>X,
metadata|s,dc:creator,dc:author,g
output intent|s,/S /GTS_PDFA1,/S /GTS_PDFX,
output intent|s,mntrRGB ,prtrRGB ,
output intent|s,/DestOutputProfile,/DestOutputProfil_,
fonts|s,/FontFile2,/FontFile9,
colours|0,/ rg$/s,^[0-9. ]* rg$,0 0 0 1 k,
graphics|s,/ca ,/TR /Identity /ca ,
streams|s,/Subtype /Form,/OPI << >> /Subtype /Form,
resources|s,^\(  *\)/F0 ,\1/F99 ,
annotations|s,/MediaBox,/Annots [ << /Type /Annot /Subtype /Link /F 2 /Rect [ 9 9 20 20 ] >> ] /MediaBox,
annotations|s,/MediaBox,/Annots [ << /Type /Annot /Subtype /Text /F 4 /Rect [ 9 9 20 20 ] >> ] /MediaBox,
actions|s,/OutputIntents,/OpenAction << /S /Named /N /Print >> /OutputIntents,
layers|s,/Name (Streekkaart),/Name (),
title|s,<pdfuaid:part>1,<pdfuaid:part>2,
title|s,/DisplayDocTitle true,/DisplayDocTitle false,
language|s,/Lang (,/Lung (,
tags|s,/Marked true,/Marked false,
tags|s,/Marked true,/Marked true /Suspects true,
tags|s,/StructParents ,/StructParents_ ,
tags|s,/StructTreeRoot ,/StructTreeRoof ,
types|s,/S /TOCI,/S /Entry,
marks|s,^/Artifact BMC$,/Other BMC,
marks|s,^/Artifact BMC$,/Artifact BMC /Span <</MCID 99>> BDC EMC,
figures|s,/Alt ,/Olt ,
headings|s,/S /H1,/S /H2,
tables|s,/Scope /Column,/Scope_ /Column,
tables|s,/S /TH,/S /TD,
tables|0,/S .TD/s,/S /TD,/A << /ColSpan 2 >> /S /TD,
links|s,/Contents \([(<]\),/Contents_ \1,
links|s,/StructParent ,/StructParent_ ,
tab order|s,/Tabs /S,/Tabs /R,
letters|s,/ToUnicode,/ToUnicode_,
END
}

test_each_clause_of_an_archive_is_found_wrong_where_it_is_broken() {
    run annex --archive --format pdf --out archive
    expect_status 0
    kept=$project/archive/annex.pdf
    qpdf --qdf --object-streams=disable "$kept" "$work/kept.pdf"
    run preflight "$work/kept.pdf"
    expect_status 0
    grep -q 'looked at as *PDF/A-2b and PDF/UA-1$' "$work/stdout" || fail "$(cat "$work/stdout")"
    expect_each_clause_is_found_wrong "$kept" "$work/kept.pdf" archive_breakages
}

test_an_archive_of_letters_that_the_font_lacks_is_refused() {
    cp "$project/layers/logistiek.geojson" "$work/kept.geojson"
    sed -i '0,/"name": "/s//&\\u5317\\u4eac /' "$project/layers/logistiek.geojson"
    run figure 13 --archive --format pdf --out lacking
    cp "$work/kept.geojson" "$project/layers/logistiek.geojson"
    expect_status 1
    expect_message "a letter is shown that its font lacks"
}

test_an_archive_keeps_the_links_of_the_annex_and_the_same_bytes() {
    run annex --archive --format pdf --out kept
    expect_status 0
    cp "$project/kept/annex.pdf" "$work/first.pdf"
    run preflight "$work/first.pdf"
    expect_status 0
    qpdf --qdf --object-streams=disable "$work/first.pdf" "$work/plain.pdf"
    [ "$(LC_ALL=C grep -ac '/Subtype /Link' "$work/plain.pdf")" -ge 2 ] || fail "no links"
    run annex --archive --format pdf --out kept
    cmp "$work/first.pdf" "$project/kept/annex.pdf" || fail "they differ"
}

test_a_colour_of_screens_is_found_in_a_form_and_in_a_letter_that_is_a_stream() {
    awk -v line="0 1 0 RG" '{ print } /\/Subtype \/Form/ { inside = 1 }
        inside && /^stream$/ && !done { print line; done = 1 }' "$shared/plain.pdf" >"$work/sedded"
    fix-qdf "$work/sedded" >"$work/broken.pdf"
    run preflight "$work/broken.pdf"
    expect_fault_of colours
    cat >"$work/letter.pdf" <<'END'
%PDF-1.6
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj

2 0 obj
<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>
endobj

3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 99 99 ] /Contents 4 0 R
   /Resources << /Font << /F0 5 0 R >> >> >>
endobj

4 0 obj
<< /Length 22 >>
stream
BT /F0 10 Tf (a) Tj ET
endstream
endobj

5 0 obj
<< /Type /Font /Subtype /Type3 /FontMatrix [ .001 0 0 .001 0 0 ] /FontBBox [ 0 0 9 9 ]
   /FirstChar 97 /LastChar 97 /Widths [ 500 ] /Resources << >>
   /Encoding << /Type /Encoding /Differences [ 97 /a ] >> /CharProcs << /a 6 0 R >> >>
endobj

6 0 obj
<< /Length 34 >>
stream
500 0 d0 1 0 0 rg 0 0 500 500 re f
endstream
endobj

trailer
<< /Root 1 0 R /Size 7 >>
startxref
0
%%EOF
END
    run preflight "$work/letter.pdf"
    expect_fault_of colours
    grep -q 'DeviceRGB on page 1' "$work/stdout" || fail "$(cat "$work/stdout")"
}

test_a_file_for_screens_is_told_as_such() {
    run figure 13 --format pdf --out screen
    run preflight "$project"/screen/*.pdf
    for clause in colours boxes "output intent" profile metadata; do expect_fault_of "$clause"; done
    run preflight --json "$project"/screen/*.pdf
    expect_status 1
    "$TEST_TOOLS/is_json" "$work/stdout" || fail "no JSON"
    : >"$work/empty.pdf"
    run preflight "$work/empty.pdf"
    expect_status 2
    expect_message empty.pdf "cannot be read"
}

# Files that are no PDF, or none that can be looked at: file | what is told of it.
refused() {
    cat <<'END'
missing.pdf|cannot be read: give the path of a PDF
folder.pdf|cannot be read
empty.pdf|it is none, or was cut off
words.pdf|it is none, or was cut off
cut.pdf|it is none, or was cut off
locked.pdf|opens with a password only
pageless.pdf|is a PDF without pages
END
}

test_what_cannot_be_looked_at_is_told_as_what_it_is() {
    mkdir "$work/folder.pdf"
    : >"$work/empty.pdf"
    echo words >"$work/words.pdf"
    head -c 3000 "$figure" >"$work/cut.pdf"
    qpdf --encrypt reader owner 256 -- "$figure" "$work/locked.pdf"
    printf '%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj
<< /Type /Pages /Count 0 /Kids [] >>\nendobj\ntrailer << /Root 1 0 R /Size 3 >>\n' >"$work/pageless.pdf"
    refused >"$work/refused"
    while IFS='|' read -r file what; do
        run preflight "$work/$file"
        expect_status 2
        expect_message "$file" "$what"
        [ "$(wc -l <"$work/stderr")" -eq 1 ] || fail "$file: more is told"
        [ ! -s "$work/stdout" ] || fail "$file: $(cat "$work/stdout")"
    done <"$work/refused"
}

# A page of another program's, of which the tree of pages holds boxes and resources: $1 is what is on it,
# $2 what else its catalogue holds, $3 further objects.
write_foreign_page() {
    cat >"$work/foreign.pdf" <<END
%PDF-1.6
1 0 obj
<< /Type /Catalog /Pages 2 0 R ${2:-} >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [ 3 0 R ] /MediaBox [ 0 0 99 99 ] /Resources <<
   /XObject << /I0 5 0 R >> /ExtGState << /G0 << /LW .1 >> >> >> >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /Contents 4 0 R /StructParents 7 >>
endobj
4 0 obj
<< /Length ${#1} >>
stream
$1
endstream
endobj
5 0 obj
<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /Length 1
   /ColorSpace [ /Indexed /DeviceRGB 0 <FF0000> ] >>
stream
0
endstream
endobj
${3:-}
trailer
<< /Root 1 0 R /Size 99 >>
startxref
0
%%EOF
END
}

test_what_pages_have_from_the_node_above_them_is_looked_at() {
    write_foreign_page "/G0 gs 0 0 m 9 9 l S"
    run preflight "$work/foreign.pdf"
    expect_status 1
    ! grep -q 'FAIL  resources' "$work/stdout" || fail "$(grep resources "$work/stdout")"
    grep -q 'thinnest line 0.10 pt' "$work/stdout" || fail "$(cat "$work/stdout")"
    # Black is a page's colour where nothing sets one.
    grep -q '  colours  *DeviceGray$' "$work/stdout" || fail "$(cat "$work/stdout")"
    write_foreign_page "/I0 Do"
    run preflight "$work/foreign.pdf"
    expect_fault_of colours
    grep -q '  colours  *Indexed DeviceRGB$' "$work/stdout" || fail "$(cat "$work/stdout")"
}

# Each node has the next one twice: nobody comes to the end of two to the power of sixty.
test_a_tree_of_numbers_that_branches_without_end_is_left() {
    nodes=$(awk 'BEGIN { for (n = 8; n < 68; n++)
        printf "%d 0 obj\n<< /Kids [ %d 0 R %d 0 R ] >>\nendobj\n", n, n + 1, n + 1 }')
    write_foreign_page "" "/MarkInfo << /Marked true >> /StructTreeRoot << /ParentTree 8 0 R >>" "$nodes"
    run preflight "$work/foreign.pdf"
    expect_status 1
}

test_no_operator_sets_a_colour_of_screens() {
    for pdf in "$out"/*.pdf; do
        qpdf --qdf --object-streams=disable "$pdf" "$work/plain.pdf"
        LC_ALL=C grep -aE '(^| )(rg|RG)$|DeviceRGB|DeviceGray|CalRGB' "$work/plain.pdf" >"$work/rgb"
        [ ! -s "$work/rgb" ] || fail "$pdf: $(head -n 3 "$work/rgb")"
        [ "$(LC_ALL=C grep -acE ' [kK]$' "$work/plain.pdf")" -gt 30 ] || fail "$pdf: hardly any colours"
        mutool trace "$pdf" 2>/dev/null | grep -o 'colorspace="[^"]*"' | sort -u >"$work/spaces"
        printf '%s\n' 'colorspace="DeviceCMYK"' 'colorspace="Separation(DeviceCMYK,All)"' |
            diff - "$work/spaces" >"$work/diff" || fail "$pdf: $(cat "$work/spaces")"
    done
}

test_black_text_is_black_ink_that_overprints() {
    mutool trace "$figure" 2>/dev/null >"$work/trace"
    grep -c '<fill_text .* color="0 0 0 1" .*op="1" opm="1"' "$work/trace" >"$work/count"
    [ "$(cat "$work/count")" -ge 20 ] || fail "$(cat "$work/count") texts in black"
    grep '<fill_text .* color="0 0 0 1"' "$work/trace" | grep -v 'op="1" opm="1"' >"$work/covering"
    [ ! -s "$work/covering" ] || fail "$(head -n 2 "$work/covering")"
    grep -E '<(fill|stroke)_path' "$work/trace" | grep 'op="1"' >"$work/paths"
    [ ! -s "$work/paths" ] || fail "a path overprints: $(head -n 2 "$work/paths")"
}

test_only_the_four_plates_come_out() {
    gs -q -dNOPAUSE -dBATCH -sDEVICE=tiffsep -r50 -sOutputFile="$work/plate-%d.tif" "$figure" \
        >"$work/gs" 2>&1
    [ ! -s "$work/gs" ] || fail "$(cat "$work/gs")"
    (cd "$work" && echo plate-*"("*) >"$work/plates"
    [ "$(cat "$work/plates")" = \
        "plate-1(Black).tif plate-1(Cyan).tif plate-1(Magenta).tif plate-1(Yellow).tif" ] ||
        fail "$(cat "$work/plates")"
}

test_nothing_takes_more_ink_than_dries() {
    run figure 13 --print "$profile" --format pdf --out unmarked
    gs -q -dNOPAUSE -dBATCH -sDEVICE=pamcmyk32 -r72 -o "$work/inks.pam" "$project"/unmarked/*.pdf
    sed '1,/^ENDHDR$/d' "$work/inks.pam" | od -An -v -tu1 -w4 |
        awk '{ sum = $1 + $2 + $3 + $4; if (sum > most) most = sum; pixels++ }
             END { print int(most / 2.55 + .5), pixels }' >"$work/most"
    read -r most pixels <"$work/most"
    [ "$pixels" -gt 100000 ] || fail "$pixels pixels"
    if [ "$most" -lt 150 ] || [ "$most" -gt 300 ]; then fail "$most % of ink"; fi
    run preflight "$project"/unmarked/*.pdf
    told=$(sed -n 's/^  most ink *\([0-9]*\) %/\1/p' "$work/stdout")
    if [ "$told" -lt $((most - 15)) ] || [ "$told" -gt 300 ]; then
        fail "$told % are told, $most % printed"
    fi
}

test_a_grey_style_is_printed_in_black_ink_alone() {
    cp "$HOUSE/styles/print-grey.json" "$project/styles"
    run figure 13 --style print-grey --print "$profile" --format pdf --out grey
    expect_status 0
    gs -q -o - -sDEVICE=inkcov "$project"/grey/*.pdf >"$work/inks"
    grep -q '^ *0.00000  0.00000  0.00000  0.[0-9]*[1-9]' "$work/inks" || fail "$(cat "$work/inks")"
}

# A style of its own with these colours (JSON), drawn as $project/$1/*.pdf.
print_in_own_inks() {
    echo "{ \"extends\": \"study\", $2 }" >"$project/styles/inks.json"
    run figure 13 --style inks --print "$profile" --format pdf,svg --out "$1"
}

test_the_inks_that_a_style_names_are_printed_as_they_are() {
    print_in_own_inks own '"sea": "#00aaff cmyk(71 13 0 3)", "zone": { "fill": "#ff000080 cmyk(0 99 98 1)" }'
    expect_status 0
    qpdf --qdf --object-streams=disable "$project"/own/*.pdf "$work/own.pdf"
    for inks in '.71 .13 0 .03 k' '0 .99 .98 .01 k'; do
        LC_ALL=C grep -aqx "$inks" "$work/own.pdf" || fail "no $inks"
    done
    grep -q 'fill="#00aaff"' "$project"/own/*.svg || fail "another colour on screens"
    mutool trace "$project"/own/*.pdf 2>/dev/null | grep -q 'color="0 .99 .98 .01" alpha=".5' ||
        fail "not translucent"
}

test_the_inks_that_a_style_names_count_as_ink() {
    print_in_own_inks wet '"sea": "#001020 cmyk(90 80 70 61)"'
    expect_status 1
    expect_message "a colour takes 301 % of ink"
    print_in_own_inks bad '"sea": "#001020 cmyk(90 80 70)"'
    expect_status 1
    expect_message styles/inks.json:1: "sea: not a colour" 'cmyk(0 100 80 5)'
    expect_no_figure_in "$project/bad"
}

test_the_boxes_say_what_is_cut_off() {
    pdfinfo -box "$figure" | sed -n 's/^\(.*Box\): *//p' >"$work/boxes"
    pdfinfo -box "$figure" | awk '
        /^MediaBox/ { for (i = 2; i <= 5; i++) media[i] = $i }
        /^BleedBox/ { for (i = 2; i <= 5; i++) bleed[i] = $i }
        /^TrimBox/ { for (i = 2; i <= 5; i++) trim[i] = $i }
        function off(a, b) { return a - b > .02 || b - a > .02 }
        END {
            if (off(trim[2], 0) || off(trim[3], 0) || off(trim[4], 453.54)) print "trim"
            for (i = 2; i <= 5; i++) {
                way = i < 4 ? -1 : 1
                if (off(bleed[i], trim[i] + way * 3 * 72 / 25.4)) print "bleed", i
                if (off(media[i], trim[i] + way * 8 * 72 / 25.4)) print "paper", i
            }
        }' >"$work/off"
    [ ! -s "$work/off" ] || fail "$(cat "$work/off" "$work/boxes")"
    run figure 13 --print "$profile" --format pdf --out plain
    pdfinfo -box "$project"/plain/*.pdf | grep -E '^(Media|Bleed|Trim)Box' | sed 's/^.*: *//' |
        sort -u >"$work/boxes"
    [ "$(wc -l <"$work/boxes")" -eq 1 ] || fail "without marks and bleed: $(cat "$work/boxes")"
}

test_each_run_gives_the_same_bytes() {
    run figure 13 --print "$profile" --bleed 3mm --marks --format pdf --out again
    cmp "$figure" "$project/again/${figure##*/}" || fail "they differ"
    SOURCE_DATE_EPOCH=1000000000 && export SOURCE_DATE_EPOCH
    run figure 13 --print "$profile" --format pdf --out dated
    pdfinfo "$project"/dated/*.pdf | grep -q '^CreationDate: .* 2001' || fail "another date"
}

test_the_sheets_and_the_annex_are_printed_as_well() {
    run annex --print "$profile" --bleed 3mm --format pdf --out bound
    expect_status 0
    run preflight "$project"/bound/*.pdf "$project"/bound/annex/*.pdf
    expect_status 0
    [ "$(grep -c '^  pass  annotations' "$work/stdout")" -eq 5 ] || fail "$(grep pdf "$work/stdout")"
}

expect_refused() {
    expect_status 2
    expect_message --print "$@"
    expect_no_figure_in "$project/bad"
    rm -f "$work/stdout"
}

test_a_profile_that_is_no_printers_is_refused() {
    head -c 40000 "$profile" >"$work/cut.icc"
    echo "no profile" >"$work/text.icc"
    sed '1,1s/prtrCMYK/linkCMYK/' "$profile" >"$work/link.icc"
    sed '1,1s/prtrCMYKLab /prtrRGB Lab /' "$profile" >"$work/rgb.icc"
    sed '1,1s/prtrCMYKLab /prtrGRAYLab /' "$profile" >"$work/grey.icc"
    sed '1,1s/prtrCMYKLab /prtrLab Lab /' "$profile" >"$work/lab.icc"
    sed '1,1s/prtrCMYKLab /prtr\xff\xff\xff\xffLab /' "$profile" >"$work/unknown.icc"
    { head -c 128 "$profile" && head -c 400000 /dev/zero; } >"$work/zeros.icc"
    : >"$work/empty.icc"
    while IFS='|' read -r file text; do
        run figure 13 --out bad --print "$file"
        expect_refused "$text"
    done <<END
$work/cut.icc|damaged
$work/text.icc|no sound ICC profile
$work/link.icc|a device link
$work/rgb.icc|of RGB
$work/grey.icc|of grey
$work/lab.icc|of Lab
$work/unknown.icc|profile
$work/zeros.icc|profile
$work/empty.icc|no sound ICC profile
${profile%/*}/default_gray.icc|profile
${profile%/*}/default_rgb.icc|profile
${profile%/*}/srgb.icc|a screen's
${profile%/*}/lab.icc|not a printer's
END
    run figure 13 --out bad --print "$work/nowhere.icc"
    expect_status 2
    expect_message nowhere.icc "no such file"
    expect_no_figure_in "$project/bad"
}

test_what_does_not_go_together_is_refused() {
    for how in "--print $profile --format svg,png" "--archive --print $profile" "--archive --format png" "--marks" "--bleed 3mm" "--bleed 3 --print $profile" \
        "--bleed 99mm --print $profile"; do
        # shellcheck disable=SC2086 # one word an option
        run figure 13 --out bad $how
        expect_status 2
        [ -s "$work/stderr" ] || fail "$how: nothing is said"
        expect_no_figure_in "$project/bad"
    done
}

run_tests
