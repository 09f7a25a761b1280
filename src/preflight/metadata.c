#include "preflight/metadata.h"

#include <string.h>

static qpdf_oh information(const sk_document_reading *r) {
    return sk_pdf_key(r->content.qpdf, qpdf_get_trailer(r->content.qpdf), "/Info");
}

const char *sk_metadata_check_information(const sk_document_reading *r) {
    static const char *const wanted[] = {"/Title", "/CreationDate", "/ModDate", "/Producer"};
    qpdf_data q = r->content.qpdf;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!sk_pdf_has(q, information(r), wanted[i]))
            return sk_arena_printf(r->content.arena, "it has no %s", wanted[i] + 1);
    bool told = sk_pdf_key_is(q, information(r), "/Trapped", "/True") ||
                sk_pdf_key_is(q, information(r), "/Trapped", "/False");
    return told ? NULL : "Trapped is neither True nor False";
}

/* The text of a property, whether it is an element or an attribute; NULL where there is none. */
static const char *property(const char *xmp, const char *name, sk_arena *arena) {
    for (const char *at = strstr(xmp, name); at != NULL; at = strstr(at + 1, name)) {
        const char *text = at + strlen(name);
        if (text[0] == '>') return sk_arena_string_n(arena, text + 1, strcspn(text + 1, "<"));
        if (text[0] == '=' && (text[1] == '"' || text[1] == '\''))
            return sk_arena_string_n(arena, text + 2, strcspn(text + 2, "\"'"));
    }
    return NULL;
}

/* "20260102" of "D:20260102..." and of "2026-01-02T...": an XMP may tell less than the time. */
static void date_digits(const char *text, char digits[9]) {
    size_t count = 0;
    for (; *text != '\0' && count < 8; text++)
        if (*text >= '0' && *text <= '9') digits[count++] = *text;
    digits[count] = '\0';
}

static bool dates_differ(const char *a, const char *b) {
    char day[9], other_day[9];
    date_digits(a, day);
    date_digits(b, other_day);
    return strcmp(day, other_day) != 0;
}

const char *sk_metadata_check_xmp(const sk_document_reading *r) {
    static const char *const wanted[] = {
        "dc:title",         "xmp:CreateDate",  "xmp:ModifyDate",      "xmp:MetadataDate",
        "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"};
    qpdf_data q = r->content.qpdf;
    sk_arena *arena = r->content.arena;
    qpdf_oh stream = sk_pdf_key(q, qpdf_get_root(q), "/Metadata");
    size_t length = 0;
    const char *xmp = sk_pdf_stream_bytes(q, stream, arena, &length);
    if (xmp == NULL) return "there is none";
    if (sk_pdf_has(q, stream, "/Filter")) return "it is compressed";
    const char *edition = property(xmp, "pdfxid:GTS_PDFXVersion", arena);
    if (edition == NULL) return "it names no edition of PDF/X";
    if (strcmp(edition, "PDF/X-4") != 0) return sk_arena_printf(arena, "it names %s", edition);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (property(xmp, wanted[i], arena) == NULL)
            return sk_arena_printf(arena, "it has no %s", wanted[i]);
    const char *made = sk_pdf_key_text(q, information(r), "/CreationDate", arena);
    if (made != NULL && dates_differ(made, property(xmp, "xmp:CreateDate", arena)))
        return "its date is not that of the information dictionary";
    return NULL;
}

static const char *read_xmp(const sk_document_reading *r) {
    size_t length = 0;
    qpdf_oh stream = sk_pdf_key(r->content.qpdf, qpdf_get_root(r->content.qpdf), "/Metadata");
    return sk_pdf_stream_bytes(r->content.qpdf, stream, r->content.arena, &length);
}

bool sk_metadata_claims_archive(const sk_document_reading *r) {
    const char *xmp = read_xmp(r);
    return xmp != NULL && property(xmp, "pdfaid:part", r->content.arena) != NULL &&
           property(xmp, "pdfxid:GTS_PDFXVersion", r->content.arena) == NULL;
}

/* Where the information dictionary has the one, XMP has the other. */
static const struct {
    const char *key, *property;
} pairs[] = {{"/Title", "dc:title"},         {"/Author", "dc:creator"},
             {"/Subject", "dc:description"}, {"/Creator", "xmp:CreatorTool"},
             {"/Producer", "pdf:Producer"},  {"/CreationDate", "xmp:CreateDate"},
             {"/ModDate", "xmp:ModifyDate"}};

const char *sk_metadata_check_archive(const sk_document_reading *r) {
    sk_arena *arena = r->content.arena;
    qpdf_data q = r->content.qpdf;
    const char *xmp = read_xmp(r);
    if (xmp == NULL) return "there is none";
    if (sk_pdf_has(q, sk_pdf_key(q, qpdf_get_root(q), "/Metadata"), "/Filter"))
        return "it is compressed";
    const char *part = property(xmp, "pdfaid:part", arena);
    const char *conformance = property(xmp, "pdfaid:conformance", arena);
    if (part == NULL || strcmp(part, "2") != 0) return "it names another part of PDF/A than 2";
    if (conformance == NULL || conformance[0] == '\0' || strchr("ABU", conformance[0]) == NULL)
        return "it names no conformance";
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (sk_pdf_has(q, information(r), pairs[i].key) &&
            property(xmp, pairs[i].property, arena) == NULL)
            return sk_arena_printf(arena, "it has no %s, as the information dictionary has",
                                   pairs[i].property);
    const char *made = sk_pdf_key_text(q, information(r), "/CreationDate", arena);
    if (made != NULL && dates_differ(made, property(xmp, "xmp:CreateDate", arena)))
        return "its date is not that of the information dictionary";
    return NULL;
}

bool sk_metadata_claims_reading(const sk_document_reading *r) {
    const char *xmp = read_xmp(r);
    return xmp != NULL && property(xmp, "pdfuaid:part", r->content.arena) != NULL;
}

const char *sk_metadata_check_title(const sk_document_reading *r) {
    qpdf_data q = r->content.qpdf;
    const char *xmp = read_xmp(r);
    const char *part = property(xmp, "pdfuaid:part", r->content.arena);
    if (part == NULL || strcmp(part, "1") != 0)
        return "the XMP names another part of PDF/UA than 1";
    if (property(xmp, "dc:title", r->content.arena) == NULL) return "the XMP has none";
    qpdf_oh preferences = sk_pdf_key(q, qpdf_get_root(q), "/ViewerPreferences");
    QPDF_BOOL shown = QPDF_FALSE;
    qpdf_oh_get_value_as_bool(q, sk_pdf_key(q, preferences, "/DisplayDocTitle"), &shown);
    return shown ? NULL : "the window shows the file's name instead";
}

const char *sk_metadata_check_language(const sk_document_reading *r) {
    const char *language =
        sk_pdf_key_text(r->content.qpdf, qpdf_get_root(r->content.qpdf), "/Lang", r->content.arena);
    return language != NULL && language[0] != '\0' ? NULL : "the document names none";
}
