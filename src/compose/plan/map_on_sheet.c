#include "compose/plan/map_on_sheet.h"

#include "compose/furniture/page_margins.h"
#include "compose/plan/page_strip.h"

bool sk_map_on_sheet_fits(const sk_map_room *room, double width_mm, double height_mm) {
    const double least = 0.9; /* of the sheet's width, so that map and table make one page */
    const double hair_mm = 0.01;
    return width_mm >= least * room->width_mm && width_mm <= room->width_mm + hair_mm &&
           height_mm <= room->page_height_mm;
}

bool sk_map_on_sheet_plan(const sk_composition *c, const sk_legend *legend, sk_page_layout *out) {
    const sk_style_sheet *style = c->drawing->style;
    const double margin_mm = style->page.margin_mm;
    const sk_page_box frame = c->view.frame;
    *out = (sk_page_layout){.view = c->view};
    if (sk_page_layout_covers_map(style)) return false;
    sk_page_room room = {.frame = frame};
    room.frame.height_mm = c->on_sheet->page_height_mm;
    sk_page_strip strip;
    if (!sk_page_strip_measure(c, legend, &room, SK_STRIP_BELOW, &strip)) return false;
    sk_page_strip_place(c, &strip, out);
    double source_mm = sk_source_height(c->drawing, frame.width_mm);
    out->page_width_mm = frame.x_mm + frame.width_mm + margin_mm;
    out->page_height_mm = out->foot_mm + source_mm + margin_mm;
    return sk_map_on_sheet_fits(c->on_sheet, frame.width_mm, out->foot_mm + source_mm - frame.y_mm);
}
