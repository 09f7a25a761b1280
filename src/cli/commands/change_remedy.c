#include "cli/commands/change_remedy.h"

#include <stddef.h>

#include "base/page_id.h"

/* For the legend, the inset and the scale bar, and what stands in them. */
static const char *remedy_for_furniture(const sk_figure_change *change) {
    switch (change->kind) {
        case SK_CHANGE_HIDDEN:
        case SK_CHANGE_GONE:
            return "say in the style whether it is shown";
        case SK_CHANGE_MOVED:
            return change->movable
                       ? "leave all of it within the map's frame, or set its place in the style"
                       : "its place follows from the page: it cannot be moved";
        case SK_CHANGE_RESHAPED:
        case SK_CHANGE_TURNED:
            return "it can only be moved: its size and its form are the style's";
        default:
            return NULL;
    }
}

/* For rows of the legend and of tables, which stand where their list has them. */
static const char *remedy_for_row(const sk_figure_change *change) {
    switch (change->kind) {
        case SK_CHANGE_HIDDEN:
        case SK_CHANGE_GONE:
            return "it goes when what it explains is taken out of layers/";
        case SK_CHANGE_MOVED:
            return "move the legend as a whole";
        default:
            return NULL;
    }
}

/* For names and symbols, which pins do hold. */
static const char *remedy_for_pinned(const sk_figure_change *change) {
    bool follows = change->role == SK_ROLE_MARKER || change->role == SK_ROLE_LABEL ||
                   change->role == SK_ROLE_LEADER;
    switch (change->kind) {
        case SK_CHANGE_RESHAPED:
        case SK_CHANGE_TURNED:
            return change->movable ? "it can only be moved, and all of it together" : NULL;
        case SK_CHANGE_MOVED:
            if (change->movable) return "leave all of it within the map's frame";
            return follows ? "move the name or the symbol that it goes with" : NULL;
        default:
            return NULL;
    }
}

/* Where a change that no pin holds can be made for good. */
static const char *remedy_by_kind(const sk_figure_change *change) {
    switch (change->kind) {
        case SK_CHANGE_RESTYLED:
        case SK_CHANGE_RECOLOURED:
            return "put it into a style";
        case SK_CHANGE_HIDDEN:
        case SK_CHANGE_GONE:
            return "take it out of layers/, or out of the style";
        case SK_CHANGE_REWORDED:
            return "mend the name in layers/, or the word in styles/languages/";
        case SK_CHANGE_RENAMED:
            return "mend the name in layers/";
        case SK_CHANGE_SOURCE:
            return "mend the source in layers/";
        case SK_CHANGE_KIND:
            return "mend it in layers/";
        case SK_CHANGE_RETITLED:
            return "mend the title in layers/figures.csv";
        case SK_CHANGE_MOVED:
            return "its place is that of the data: mend it in layers/";
        case SK_CHANGE_CLIPPED:
            return "each drawing clips its map at the frame, and nothing else";
        case SK_CHANGE_RESIZED:
            return "give --size for another size, and draw it";
        case SK_CHANGE_REDRAWN:
            return "give the drawing that it was made from by --drawn, or draw anew and edit that";
        default:
            return "only this drawing has it";
    }
}

const char *sk_change_remedy(const sk_figure_change *change) {
    bool layer = change->id != NULL && sk_page_id_is_of_layer(change->id);
    const char *remedy = NULL;
    if (layer && change->kind == SK_CHANGE_RENAMED) return "mend the word in styles/languages/";
    if (change->id == NULL && change->kind == SK_CHANGE_MOVED)
        return "the page stays as it is: shift the figure where it is put into the text";
    if (change->role == SK_ROLE_FURNITURE)
        remedy = remedy_for_furniture(change);
    else if (change->is_row)
        remedy = remedy_for_row(change);
    else
        remedy = remedy_for_pinned(change);
    return remedy != NULL ? remedy : remedy_by_kind(change);
}
