#include "render/pdf/content/pdf_fonts.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "render/pdf/objects/pdf_strings.h"
#include "streekkaart/memory.h"

/* A font's file cut down to what is used of it. */
typedef struct {
    hb_blob_t *bytes;
    hb_map_t *new_glyphs; /* by the glyphs of the whole file */
} part;

/* What a reader of PDF doesn't ask a font for: it has codes for glyphs, each with its place. */
static void leave_out_tables(hb_subset_input_t *input) {
    static const char *const tables[] = {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern",
                                         "name", "OS/2", "gasp", "DSIG", "STAT"};
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        hb_set_add(dropped, hb_tag_from_string(tables[i], -1));
}

static void pin_axes(hb_subset_input_t *input, const sk_pdf_face *face) {
    enum { AXES_MOST = 16 };
    hb_ot_var_axis_info_t axes[AXES_MOST];
    unsigned count = AXES_MOST, coordinate_count = 0;
    hb_ot_var_get_axis_infos(face->face, 0, &count, axes);
    const float *at = hb_font_get_var_coords_design(face->font, &coordinate_count);
    for (unsigned i = 0; i < count && i < AXES_MOST; i++)
        hb_subset_input_pin_axis_location(input, face->face, axes[i].tag,
                                          i < coordinate_count ? at[i] : axes[i].default_value);
}

static bool take_part(const sk_pdf_face *face, part *out) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL) return false;
    for (size_t i = 0; i < face->count; i++)
        hb_set_add(hb_subset_input_glyph_set(input), face->letters[i].glyph);
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING;
    if (!face->has_true_type_outlines) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_subset_input_set_flags(input, flags);
    leave_out_tables(input);
    pin_axes(input, face);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face->face, input);
    hb_face_t *cut = plan == NULL ? NULL : hb_subset_plan_execute_or_fail(plan);
    if (cut != NULL)
        *out = (part){hb_face_reference_blob(cut),
                      hb_map_copy(hb_subset_plan_old_to_new_glyph_mapping(plan))};
    hb_face_destroy(cut);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return cut != NULL;
}

/* "ABCDEF+Lato-Bold", with letters that follow from what the part holds. */
static void put_font_name(sk_pdf_bytes *bytes, const sk_pdf_face *face) {
    enum { TAG = 6, NAME_MOST = 128 };
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < face->count; i++)
        hash = (hash ^ face->letters[i].glyph) * 1099511628211u;
    char name[NAME_MOST + TAG + 1] = "ABCDEF+Font";
    for (int i = 0; i < TAG; i++, hash /= 26) name[i] = (char)('A' + hash % 26);
    char own[NAME_MOST] = "";
    unsigned room = sizeof own;
    hb_ot_name_get_utf8(face->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &room, own);
    if (room > 0) memcpy(name + TAG + 1, own, room + 1);
    sk_pdf_put_name(bytes, name);
}

static int metric(const sk_pdf_face *face, hb_ot_metrics_tag_t tag, int otherwise) {
    hb_position_t value = otherwise;
    hb_ot_metrics_get_position(face->font, tag, &value);
    return value;
}

/* A number of the table `head`, in thousandths of the size. */
static int head_number(const sk_pdf_face *face, unsigned at) {
    hb_blob_t *head = hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length = 0, units = hb_face_get_upem(face->face);
    const unsigned char *data = (const unsigned char *)hb_blob_get_data(head, &length);
    int number = at + 1 < length ? (int16_t)(data[at] << 8 | data[at + 1]) : 0;
    hb_blob_destroy(head);
    return units > 0 ? number * 1000 / (int)units : number;
}

/* The thickness of stems is in no table; readers that need one guess as well, from the weight. */
static int stem_width(const sk_pdf_face *face) {
    return 10 + (int)(0.2 * (double)hb_style_get_value(face->font, HB_STYLE_TAG_WEIGHT));
}

static int write_file(const sk_pdf_face *face, sk_pdf_objects *objects, const part *p) {
    unsigned length = 0;
    const char *data = hb_blob_get_data(p->bytes, &length);
    sk_pdf_bytes entries = {0};
    if (face->has_true_type_outlines)
        sk_pdf_put_format(&entries, "/Length1 %u", length);
    else
        sk_pdf_put_text(&entries, "/Subtype/OpenType");
    sk_pdf_put(&entries, "", 1);
    int object = sk_pdf_object(objects);
    sk_pdf_object_set_stream(objects, object, entries.data, data, length);
    sk_pdf_bytes_free(&entries);
    return object;
}

static int write_descriptor(const sk_pdf_face *face, sk_pdf_objects *objects, const part *p) {
    enum { SYMBOLIC = 4, ITALIC = 64, BOX_AT = 36 };
    int slant = (int)hb_style_get_value(face->font, HB_STYLE_TAG_SLANT_ANGLE);
    int ascender = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 1000);
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value, "<</Type/FontDescriptor/FontName");
    put_font_name(&value, face);
    sk_pdf_put_format(
        &value, "/Flags %d/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontBBox[",
        slant != 0 ? SYMBOLIC | ITALIC : SYMBOLIC, slant, ascender,
        metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, 0),
        metric(face, HB_OT_METRICS_TAG_CAP_HEIGHT, ascender), stem_width(face));
    for (unsigned i = 0; i < 4; i++)
        sk_pdf_put_format(&value, i == 0 ? "%d" : " %d", head_number(face, BOX_AT + 2 * i));
    sk_pdf_put_format(&value, "]/%s %d 0 R>>",
                      face->has_true_type_outlines ? "FontFile2" : "FontFile3",
                      write_file(face, objects, p));
    return sk_pdf_object_add(objects, &value);
}

/* From codes to the glyphs of the part. */
static int write_glyph_map(const sk_pdf_face *face, sk_pdf_objects *objects, const part *p) {
    sk_pdf_bytes map = {0};
    sk_pdf_put(&map, "\0", 2);
    for (size_t i = 0; i < face->count; i++) {
        hb_codepoint_t glyph = hb_map_get(p->new_glyphs, face->letters[i].glyph);
        const char pair[2] = {(char)(glyph >> 8), (char)glyph};
        sk_pdf_put(&map, pair, sizeof pair);
    }
    int object = sk_pdf_object(objects);
    sk_pdf_object_set_stream(objects, object, "", map.data, map.length);
    sk_pdf_bytes_free(&map);
    return object;
}

static void put_widths(sk_pdf_bytes *value, const sk_pdf_face *face) {
    sk_pdf_put_text(value, "/W[");
    for (size_t i = 0; i < face->count; i++) {
        bool goes_on = i > 0 && face->letters[i].code == face->letters[i - 1].code + 1;
        if (i > 0) sk_pdf_put_text(value, goes_on ? " " : "]");
        if (!goes_on) sk_pdf_put_format(value, "%u[", face->letters[i].code);
        sk_pdf_put_number(value, face->letters[i].width, 1);
    }
    sk_pdf_put_text(value, face->count > 0 ? "]]" : "]");
}

static int write_cid_font(const sk_pdf_face *face, sk_pdf_objects *objects, const part *p) {
    sk_pdf_bytes value = {0};
    sk_pdf_put_format(&value, "<</Type/Font/Subtype/CIDFontType%d/BaseFont",
                      face->has_true_type_outlines ? 2 : 0);
    put_font_name(&value, face);
    sk_pdf_put_format(&value,
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                      "/FontDescriptor %d 0 R",
                      write_descriptor(face, objects, p));
    put_widths(&value, face);
    if (face->has_true_type_outlines)
        sk_pdf_put_format(&value, "/CIDToGIDMap %d 0 R", write_glyph_map(face, objects, p));
    sk_pdf_put_text(&value, ">>");
    return sk_pdf_object_add(objects, &value);
}

static size_t count_with_text(const sk_pdf_face *face, size_t from, size_t most) {
    size_t count = 0;
    for (size_t i = from; i < face->count && count < most; i++)
        count += face->letters[i].length > 0;
    return count;
}

static int write_unicode_map(const sk_pdf_face *face, sk_pdf_objects *objects) {
    enum { MOST_AT_ONCE = 100 };
    sk_pdf_bytes map = {0};
    sk_pdf_put_text(&map,
                    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    for (size_t i = 0, left = 0; i < face->count; i++) {
        const sk_pdf_letter *letter = &face->letters[i];
        if (letter->length == 0) continue;
        if (left == 0) {
            left = count_with_text(face, i, MOST_AT_ONCE);
            sk_pdf_put_format(&map, "%zu beginbfchar\n", left);
        }
        sk_pdf_put_format(&map, "<%04X><", letter->code);
        sk_pdf_put_utf16(&map, letter->utf8, letter->length);
        sk_pdf_put_text(&map, --left == 0 ? ">\nendbfchar\n" : ">\n");
    }
    sk_pdf_put_text(&map, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
    int object = sk_pdf_object(objects);
    sk_pdf_object_set_stream(objects, object, "", map.data, map.length);
    sk_pdf_bytes_free(&map);
    return object;
}

static void write_font(const sk_pdf_face *face, sk_pdf_objects *objects, const part *p) {
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value, "<</Type/Font/Subtype/Type0/BaseFont");
    put_font_name(&value, face);
    sk_pdf_put_format(&value, "/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
                      write_cid_font(face, objects, p), write_unicode_map(face, objects));
    sk_pdf_object_set(objects, face->object, &value);
}

sk_status sk_pdf_fonts_write(const sk_pdf_faces *faces, sk_pdf_objects *objects, const char *file,
                             sk_diag *diag) {
    const sk_pdf_face *face = NULL;
    for (size_t i = 0; (face = sk_pdf_faces_get(faces, i)) != NULL; i++) {
        part p;
        if (!take_part(face, &p)) {
            sk_diag_error(diag, (sk_place){.file = file}, "choose another font in the style",
                          "the font cannot be embedded in part");
            return SK_ERR_ENVIRONMENT;
        }
        write_font(face, objects, &p);
        hb_map_destroy(p.new_glyphs);
        hb_blob_destroy(p.bytes);
    }
    return SK_OK;
}
