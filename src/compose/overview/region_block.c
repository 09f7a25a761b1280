#include "compose/overview/region_block.h"

#include <math.h>

#include "base/page_id.h"
#include "compose/overview/block_costs.h"

static double pitch(const sk_style_sheet *style) {
    return style->overview.symbol_mm + style->overview.symbol_gap_mm;
}

static double row_width(const sk_drawing *d, size_t marks) {
    return (double)marks * pitch(d->style) - d->style->overview.symbol_gap_mm;
}

static double marks_top(const sk_style_sheet *style, const sk_block_form *form) {
    return form->heading.height_mm + form->heading.descent_mm * 0.5 +
           style->overview.heading_gap_mm;
}

static sk_block_form form_of(const sk_drawing *d, const sk_region_choices *choices,
                             const sk_text_block *heading, size_t columns) {
    sk_block_form form = {.choices = choices, .heading = *heading, .columns = columns};
    form.width_mm = heading->width_mm;
    form.height_mm = heading->height_mm;
    form.cost = block_form_cost.line * (double)(heading->line_count - 1);
    if (columns == 0) return form;
    form.cost +=
        block_form_cost.wide_heading_mm * fmax(0, heading->width_mm - row_width(d, columns));
    form.rows = (choices->count + columns - 1) / columns;
    form.width_mm = fmax(form.width_mm, row_width(d, columns));
    form.height_mm = marks_top(d->style, &form) + (double)form.rows * pitch(d->style) -
                     d->style->overview.symbol_gap_mm;
    form.cost += block_form_cost.empty * (double)(form.rows * columns - choices->count);
    if (form.rows > columns) form.cost += block_form_cost.upright * (double)(form.rows - columns);
    if (columns > block_form_cost.good_row)
        form.cost += block_form_cost.long_row * (double)(columns - block_form_cost.good_row);
    return form;
}

size_t sk_block_forms(const sk_drawing *d, const sk_region_choices *choices,
                      sk_block_form forms[SK_BLOCK_FORMS_MAX]) {
    const double slack = 1.15;
    const sk_text_style *style = &d->style->overview.name;
    sk_text_block_forms headings =
        sk_text_block_forms_set(d->typesetter, d->arena, choices->heading, style, slack);
    size_t count = 0;
    for (size_t i = 0; i < headings.count; i++) {
        size_t least = choices->count > 0 ? 1 : 0;
        for (size_t columns = least; columns <= choices->count; columns++) {
            sk_block_form form = form_of(d, choices, &headings.items[i], columns);
            /* the same number of rows with fewer columns is the better form */
            bool wasteful = columns > 1 && form.rows * (columns - 1) >= choices->count;
            if (!wasteful && count < SK_BLOCK_FORMS_MAX) forms[count++] = form;
        }
    }
    return count;
}

size_t sk_block_box_count(const sk_block_form *form) {
    return 1 + form->rows;
}

static size_t marks_in_row(const sk_block_form *form, size_t row) {
    size_t before = row * form->columns, left = form->choices->count - before;
    return left < form->columns ? left : form->columns;
}

sk_page_box sk_block_box(const sk_drawing *d, const sk_block_form *form, sk_page_point corner,
                         size_t index) {
    double middle = corner.x_mm + form->width_mm / 2;
    if (index == 0)
        return sk_text_block_cover(
            &form->heading, (sk_page_point){middle - form->heading.width_mm / 2, corner.y_mm});
    const sk_style_sheet *s = d->style;
    double width = row_width(d, marks_in_row(form, index - 1));
    double top = corner.y_mm + marks_top(s, form) + (double)(index - 1) * pitch(s);
    double margin = fmax(s->overview.halo_mm, sk_recent_mark_overhang(s));
    return sk_page_box_grown((sk_page_box){middle - width / 2, top, width, s->overview.symbol_mm},
                             margin);
}

static sk_page_point mark_centre(const sk_drawing *d, const sk_block_form *form,
                                 sk_page_point corner, size_t index) {
    size_t row = index / form->columns, column = index % form->columns;
    double half = d->style->overview.symbol_mm / 2;
    double left = corner.x_mm + form->width_mm / 2 - row_width(d, marks_in_row(form, row)) / 2;
    return (sk_page_point){
        left + (double)column * pitch(d->style) + half,
        corner.y_mm + marks_top(d->style, form) + (double)row * pitch(d->style) + half};
}

void sk_block_marks_draw(const sk_drawing *d, sk_layer *layer, const sk_project *project,
                         const sk_block_form *form, sk_page_point corner, sk_layout_note note) {
    for (size_t i = 0; i < form->choices->count; i++) {
        sk_sector_mark mark = form->choices->marks[i];
        const sk_sector *sector = &project->sectors[mark.sector];
        const char *id = sk_page_id_within(d->arena, form->choices->id, sector->slug);
        sk_group *group = sk_scene_group(d->scene, layer, id, SK_ROLE_MARKER);
        group->title = sector->name;
        note.group = group;
        sk_layout_notes_add(d->notes, note);
        group->kind = mark.recent ? "newly-chosen" : "chosen";
        sk_sector_mark_draw(d, group, mark_centre(d, form, corner, i), mark);
    }
}

void sk_block_heading_draw(const sk_drawing *d, sk_layer *layer, const sk_block_form *form,
                           sk_page_point corner, sk_layout_note note) {
    const char *id = sk_page_id_ended(d->arena, form->choices->id, SK_PAGE_ID_LABEL);
    sk_group *group = sk_scene_group(d->scene, layer, id, SK_ROLE_LABEL);
    group->title = form->choices->region->name;
    /* Who moves the heading moves the block. */
    sk_scene_movable(group, corner.x_mm + form->width_mm / 2 - note.anchor.x_mm,
                     corner.y_mm + form->height_mm / 2 - note.anchor.y_mm);
    note.group = group;
    sk_layout_notes_add(d->notes, note);
    double left = corner.x_mm + (form->width_mm - form->heading.width_mm) / 2;
    sk_text text = sk_text_block_at(&form->heading, d->arena, (sk_page_point){left, corner.y_mm},
                                    SK_ANCHOR_MIDDLE);
    text.class_name = "region-name";
    sk_scene_text(d->scene, group, &text);
}
