#include "compose/figure_findings.h"

/* Whose a name is must be seen. Where the style has no letters, what breaks the rules is asked for.
 */
static void report_names(const sk_drawing *d, const sk_figure *figure, const sk_layout *layout) {
    for (size_t i = 0; d->style->key.used && i < layout->item_count; i++) {
        const sk_layout_item *item = &layout->items[i];
        if (item->name != NULL && item->name->fault != NULL)
            sk_diag_warning(d->diag, figure->origin,
                            "move it (layers/pins.json), or make the map larger (--size)",
                            "on figure %d \"%s\" (%s) %s", figure->number, item->text, item->id,
                            item->name->fault);
    }
}

/* A map without its capitals does not orient. */
static void report_capitals(const sk_figure *figure, const sk_layout *layout, sk_diag *diag) {
    for (size_t i = 0; i < layout->omission_count; i++)
        if (layout->omissions[i].reason == SK_OMITTED_CAPITAL)
            sk_diag_warning(diag, figure->origin,
                            "move what is in its way (layers/pins.json), or make the map larger "
                            "(--size)",
                            "on figure %d there is no room for the capital \"%s\" (%s)",
                            figure->number, layout->omissions[i].text, layout->omissions[i].id);
}

/* Which zone a piece is of must be seen, where letters can stand on each. */
static void report_zones(const sk_drawing *d, const sk_figure *figure, const sk_layout *layout) {
    if (d->style->key.used && layout->zone_pieces_told < layout->zone_piece_count)
        sk_diag_warning(d->diag, figure->origin, "make the map larger (--size)",
                        "on figure %d %zu of %zu pieces of zones have no name or letter",
                        figure->number, layout->zone_piece_count - layout->zone_pieces_told,
                        layout->zone_piece_count);
}

/* Which link ends where must be seen too. */
static void report_links(const sk_figure *figure, const sk_layout *layout, sk_diag *diag) {
    for (size_t i = 0; i < layout->link_count; i++)
        if (layout->links[i].fault != NULL)
            sk_diag_warning(diag, figure->origin, "make the map larger (--size)",
                            "on figure %d the link %s %s", figure->number,
                            layout->links[i].feature_id, layout->links[i].fault);
}

/* Nothing should overlap; where a pin or a crowd leaves no other way the reader is told. */
static void report_overlaps(const sk_figure *figure, const sk_layout *layout, sk_diag *diag) {
    for (size_t i = 0; i < layout->overlap_count; i++)
        sk_diag_warning(diag, figure->origin,
                        "move one of the two (layers/pins.json), or make the map larger (--size)",
                        "on figure %d %s overlaps %s", figure->number, layout->overlaps[i].a,
                        layout->overlaps[i].b);
}

void sk_figure_findings_report(const sk_drawing *d, const sk_figure *figure,
                               const sk_layout *layout) {
    report_names(d, figure, layout);
    report_capitals(figure, layout, d->diag);
    report_zones(d, figure, layout);
    report_links(figure, layout, d->diag);
    report_overlaps(figure, layout, d->diag);
}
