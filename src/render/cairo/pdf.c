#include "render/cairo/pdf.h"

#include <cairo-pdf.h>

#include "base/clean_text.h"
#include "base/source_date.h"
#include "render/cairo/cairo_painter.h"
#include "render/cairo/units.h"
#include "scene/scene_check.h"

/* Always a success: the stream's target remembers a failure, and tells more than Cairo. */
static cairo_status_t write_bytes(void *closure, const unsigned char *bytes, unsigned length) {
    sk_stream_write(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* The date as ISO 8601; NULL when none is given. */
static const char *date_text(sk_arena *scratch) {
    enum { ROOM = 40 };
    struct tm utc;
    char *text = SK_NEW_ARRAY(scratch, char, ROOM);
    bool given = sk_source_date(&utc) && strftime(text, ROOM, "%Y-%m-%dT%H:%M:%SZ", &utc) > 0;
    return given ? text : NULL;
}

static void set_metadata(cairo_surface_t *surface, const sk_scene *scene, sk_arena *scratch) {
    const struct {
        cairo_pdf_metadata_t key;
        const char *text;
    } texts[] = {
        {CAIRO_PDF_METADATA_TITLE, scene->title},
        {CAIRO_PDF_METADATA_AUTHOR, scene->author},
        {CAIRO_PDF_METADATA_SUBJECT, scene->subject},
        {CAIRO_PDF_METADATA_CREATOR, "streekkaart " SK_VERSION},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].text != NULL)
            cairo_pdf_surface_set_metadata(surface, texts[i].key,
                                           sk_text_clean(scratch, texts[i].text));
    /* Without a text Cairo leaves the date out, which by itself would be the time of day. */
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date_text(scratch));
}

static cairo_surface_t *document_surface(const sk_document *document, sk_stream *stream) {
    const sk_scene *first = document->pages[0];
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        write_bytes, stream, sk_pt(first->width_mm), sk_pt(first->height_mm));
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    sk_arena *scratch = sk_arena_create();
    set_metadata(surface, first, scratch);
    sk_arena_free(scratch);
    return surface;
}

/* Cairo numbers the entries from 1 on and hangs each below another; an entry of depth 0 hangs below
 * the root. */
static void add_bookmarks(cairo_surface_t *surface, const sk_document *document) {
    if (document->bookmark_count == 0) return;
    sk_arena *scratch = sk_arena_create();
    int *parents = SK_NEW_ARRAY(scratch, int, document->bookmark_count + 1);
    parents[0] = CAIRO_PDF_OUTLINE_ROOT;
    for (size_t i = 0; i < document->bookmark_count; i++) {
        const sk_bookmark *bookmark = &document->bookmarks[i];
        const char *target = sk_cairo_anchor(scratch, "dest", bookmark->anchor);
        parents[bookmark->depth + 1] = cairo_pdf_surface_add_outline(
            surface, parents[bookmark->depth], sk_text_clean(scratch, bookmark->title), target,
            CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
    sk_arena_free(scratch);
}

static sk_status paint_pages(const sk_document *document, cairo_surface_t *surface,
                             const char *name, sk_diag *diag) {
    sk_status status = SK_OK;
    for (size_t i = 0; i < document->page_count && status == SK_OK; i++) {
        const sk_scene *page = document->pages[i];
        if (i > 0) /* the first has the surface's own */
            cairo_pdf_surface_set_size(surface, sk_pt(page->width_mm), sk_pt(page->height_mm));
        if (document->labels != NULL)
            cairo_pdf_surface_set_page_label(surface, document->labels[i]);
        status = sk_cairo_paint(page, surface, sk_pt(1), SK_PAINT_TEXT_AS_TEXT, name, diag);
        if (i + 1 < document->page_count)
            cairo_surface_show_page(surface); /* the last shows itself */
    }
    return status;
}

static sk_status finish(cairo_surface_t *surface, const char *name, sk_diag *diag) {
    cairo_surface_finish(surface);
    cairo_status_t fault = cairo_surface_status(surface);
    if (fault == CAIRO_STATUS_SUCCESS) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = name}, "draw fewer figures at once (--jobs 1)",
                  "cannot make the PDF: %s", cairo_status_to_string(fault));
    return SK_ERR_ENVIRONMENT;
}

static sk_status check_pages(const sk_document *document, const char *name, sk_diag *diag) {
    sk_status status = SK_OK;
    for (size_t i = 0; i < document->page_count && status == SK_OK; i++)
        status = sk_scene_check(document->pages[i], name, diag);
    return status;
}

sk_status sk_pdf_write(const sk_document *document, sk_stream *stream, sk_diag *diag) {
    sk_status status = check_pages(document, stream->name, diag);
    if (status != SK_OK) return status;
    cairo_surface_t *surface = document_surface(document, stream);
    add_bookmarks(surface, document);
    status = paint_pages(document, surface, stream->name, diag);
    if (status == SK_OK) status = finish(surface, stream->name, diag);
    cairo_surface_destroy(surface);
    return status;
}
