#include "cli/choice/held_back.h"

#include <string.h>
#include <unistd.h>

#include "cli/arguments/project_folder.h"
#include "streekkaart/render.h"

typedef struct {
    const sk_project *project;
    const sk_arguments *arguments;
    const char *folder, *language;
    sk_arena *arena;
    sk_diag *diag;
    sk_status status;
} holder;

static bool stands(const holder *h, const char *folder, const char *stem) {
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++) {
        if ((h->arguments->formats & (1u << (r - sk_renderers()))) == 0) continue;
        const char *name = sk_arena_printf(h->arena, "%s.%s", stem, r->name);
        if (access(sk_path_in(h->arena, folder, name), F_OK) == 0) return true;
    }
    return false;
}

/* Is there a file that drawing the figure would replace? */
static bool has_files(const holder *h, const sk_figure *figure) {
    const char *stem = sk_figure_stem(h->project, figure, h->language, h->arena);
    if (stands(h, h->folder, stem)) return true;
    return h->arguments->command->scope == SK_SCOPE_ALL &&
           stands(h, sk_path_in(h->arena, h->folder, "annex"), stem);
}

/* "figure 13", "figures 13 and 24", "figures 13, 24, 30, 40, 41 and 5 more". */
static const char *name_figures(const sk_figure_choice *figures, sk_arena *arena) {
    enum { NAMED_MOST = 5 };
    size_t count = figures->count, named = count <= NAMED_MOST + 1 ? count : NAMED_MOST;
    const char *text = count == 1 ? "figure" : "figures";
    for (size_t i = 0; i < named; i++) {
        bool last = i > 0 && i + 1 == count;
        text = sk_arena_printf(arena, "%s%s %d", text,
                               i == 0 ? ""
                               : last ? " and"
                                      : ",",
                               figures->items[i]->number);
    }
    if (named < count) text = sk_arena_printf(arena, "%s and %zu more", text, count - named);
    return text;
}

static sk_figure_choice room_for(const holder *h, size_t count) {
    return (sk_figure_choice){.items = SK_NEW_ARRAY(h->arena, const sk_figure *, count)};
}

static void tell_loss(holder *h, const sk_loss *loss, const sk_figure_choice *figures, bool stale) {
    if (figures->count == 0) return;
    bool one = figures->count == 1;
    const char *remedy =
        loss->is_whole ? "mend it, and draw again" : "mend it, or draw without it by --force";
    const char *names = name_figures(figures, h->arena);
    h->status = SK_ERR_DATA;
    if (!stale)
        sk_diag_error(h->diag, loss->origin, remedy, "for want of this, %s %s not drawn", names,
                      one ? "is" : "are");
    else
        sk_diag_error(h->diag, loss->origin, remedy,
                      "for want of this, %s %s not drawn, and stale in %s", names,
                      one ? "is" : "are", h->folder);
}

/* What each of the figures lacks. */
static const sk_loss **losses_of(const holder *h, const sk_figure_choice *choice) {
    const sk_loss **losses = SK_NEW_ARRAY(h->arena, const sk_loss *, choice->count);
    for (size_t i = 0; i < choice->count; i++)
        losses[i] = sk_project_loss(h->project, choice->items[i]);
    return losses;
}

/* Those of the figures that the loss of figure `first` keeps from being drawn, which are marked; it
 * is told with the first figure that has it. */
static void hold_back_for(holder *h, const sk_loss **losses, size_t first,
                          const sk_figure_choice *choice, bool *held) {
    const sk_loss *loss = losses[first];
    for (size_t i = 0; i < first; i++)
        if (losses[i] == loss) return;
    sk_figure_choice stale = room_for(h, choice->count), others = room_for(h, choice->count);
    for (size_t i = first; i < choice->count; i++) {
        if (losses[i] != loss) continue;
        bool standing = has_files(h, choice->items[i]);
        held[i] = loss->is_whole || (standing && !h->arguments->force);
        sk_figure_choice *list = standing ? &stale : &others;
        if (held[i]) list->items[list->count++] = choice->items[i];
    }
    tell_loss(h, loss, &stale, true);
    tell_loss(h, loss, &others, false);
}

static void tell_left_out(holder *h, const sk_figure_choice *choice) {
    sk_figure_choice stale = room_for(h, choice->left_out_count);
    for (size_t i = 0; i < choice->left_out_count; i++)
        if (has_files(h, choice->left_out[i])) stale.items[stale.count++] = choice->left_out[i];
    if (stale.count == 0) return;
    h->status = SK_ERR_DATA;
    sk_diag_error(h->diag, (sk_place){.file = h->folder},
                  "delete them, or add to the catalogue what they show",
                  "the files of %s are stale: there is not enough to draw any more",
                  name_figures(&stale, h->arena));
}

static void take_out(sk_figure_choice *choice, const bool *held) {
    size_t kept = 0;
    for (size_t i = 0; i < choice->count; i++)
        if (!held[i]) choice->items[kept++] = choice->items[i];
    choice->held_back_count += choice->count - kept;
    choice->count = kept;
}

sk_status sk_hold_back(const sk_project *project, const sk_arguments *arguments, const char *folder,
                       sk_arena *arena, sk_diag *diag, sk_figure_choice *choice) {
    holder h = {project, arguments, folder, choice->language, arena, diag, SK_OK};
    bool *held = SK_NEW_ARRAY(arena, bool, choice->count);
    const sk_loss **losses = losses_of(&h, choice);
    for (size_t i = 0; i < choice->count; i++)
        if (losses[i] != NULL) hold_back_for(&h, losses, i, choice, held);
    tell_left_out(&h, choice);
    take_out(choice, held);
    return h.status;
}
