/** A stream of content: operators, written only where they change something.
 *
 *  Coordinates are points from the page's lower left corner, to a hundredth, straight from the
 *  scene's millimetres: no transformation stands before them. */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_CONTENT_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_CONTENT_H

#include "render/pdf/content/pdf_resources.h"
#include "render/pdf/objects/pdf_bytes.h"
#include "render/pdf/objects/pdf_objects.h"
#include "streekkaart/geometry.h"
#include "streekkaart/graphic_style.h"
#include "streekkaart/print_edition.h"

enum { SK_PDF_PLACE_DECIMALS = 2, SK_PDF_LENGTH_DECIMALS = 3 };

/** How lines end and meet. */
typedef enum { SK_PDF_LINES_BUTT, SK_PDF_LINES_ROUND } sk_pdf_line_ends;

/** What an interpreter of the content has in mind at this point. */
typedef struct {
    sk_colour fill, stroke; /* alpha: what is set, 1 at first */
    bool fill_known, stroke_known;
    bool overprints; /* ink is printed over the others instead of in their place */
    double width_pt;
    sk_pdf_line_ends ends;
    bool mitre_limited;
    double dash_pt[SK_DASH_MAX];
    size_t dash_count;
    size_t font; /* 1 + its index; 0: none */
    double size_pt, spacing_pt, rise_pt;
} sk_pdf_state;

/** What a document's streams have in common. */
typedef struct {
    sk_pdf_objects *objects;
    const sk_print_edition *print; /* NULL: for screens */
    sk_pdf_resources resources;
    struct sk_pdf_faces *faces; /* the fonts and their letters: see pdf_faces.h */
    struct {
        double fill, stroke;
        bool overprints;
    } * alphas; /* by the index of the resource */
    size_t alpha_capacity;
} sk_pdf_shared;

enum { SK_PDF_DEPTH = 6 };

typedef struct {
    sk_pdf_bytes bytes;
    sk_pdf_uses uses;
    sk_pdf_shared *shared;
    double page_height_mm;
    sk_pdf_state state, saved[SK_PDF_DEPTH];
    bool overprints; /* what is painted next is to */
    size_t depth;
} sk_pdf_content;

/** An empty stream, the caller's until sk_pdf_content_free(). */
sk_pdf_content sk_pdf_content_begin(sk_pdf_shared *shared, double page_height_mm);
void sk_pdf_content_free(sk_pdf_content *content);

/** A place in hundredths of a point. */
typedef struct {
    long long x, y;
} sk_pdf_place;
sk_pdf_place sk_pdf_place_of(const sk_pdf_content *content, sk_page_point point);
/** "X Y " */
void sk_pdf_put_place(sk_pdf_content *content, sk_pdf_place place);

/** Keeps the state, to which sk_pdf_restore() goes back. */
void sk_pdf_save(sk_pdf_content *content);
void sk_pdf_restore(sk_pdf_content *content);
/** Nothing is drawn outside of `box` until the state is restored. NULL: no limit. */
void sk_pdf_clip(sk_pdf_content *content, const sk_page_box *box);

/** What is painted next, with their alpha; where only one of the two is painted, the other is NULL.
 */
void sk_pdf_set_colours(sk_pdf_content *content, const sk_colour *fill, const sk_colour *stroke);
/** Whether the colours that are set next are printed over the others. */
void sk_pdf_set_overprint(sk_pdf_content *content, bool overprints);
/** How lines are stroked next; lengths in the unit of what is drawn. */
void sk_pdf_set_width(sk_pdf_content *content, double width_pt);
void sk_pdf_set_line_ends(sk_pdf_content *content, sk_pdf_line_ends ends);
void sk_pdf_set_dash(sk_pdf_content *content, const double *dash_mm, size_t count);

#endif
