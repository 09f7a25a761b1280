/** A region's name with the marks of its sectors in rows below it: one block on the page. */
#ifndef STREEKKAART_COMPOSE_OVERVIEW_REGION_BLOCK_H
#define STREEKKAART_COMPOSE_OVERVIEW_REGION_BLOCK_H

#include "compose/overview/region_choices.h"
#include "page/page_shapes.h"
#include "page/text_block.h"

enum { SK_BLOCK_FORMS_MAX = 24 };

/** One way to set a block. */
typedef struct {
    const sk_region_choices *choices;
    sk_text_block heading;
    size_t columns, rows; /* of the marks; 0 without any */
    double width_mm, height_mm;
    double cost; /* of an awkward form; 0 for the best */
} sk_block_form;

/** All ways that are worth trying; returns their number. */
size_t sk_block_forms(const sk_drawing *d, const sk_region_choices *choices,
                      sk_block_form forms[SK_BLOCK_FORMS_MAX]);

/** How many boxes cover a block: its heading, and each row of marks. */
size_t sk_block_box_count(const sk_block_form *form);
/** The box with that index when the block's top left corner is at `corner`. */
sk_page_box sk_block_box(const sk_drawing *d, const sk_block_form *form, sk_page_point corner,
                         size_t index);

/** Draws the marks, each in a group of its own, and the heading; `note` is noted of all of them. */
void sk_block_marks_draw(const sk_drawing *d, sk_layer *layer, const sk_project *project,
                         const sk_block_form *form, sk_page_point corner, sk_layout_note note);
void sk_block_heading_draw(const sk_drawing *d, sk_layer *layer, const sk_block_form *form,
                           sk_page_point corner, sk_layout_note note);

#endif
