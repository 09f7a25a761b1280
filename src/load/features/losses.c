#include "load/features/losses.h"

#include <string.h>

static bool same_text(const char *a, const char *b) {
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool are_alike(const sk_loss *a, const sk_loss *b) {
    return a->kind == b->kind && a->figure == b->figure && a->is_whole == b->is_whole &&
           same_text(a->sector, b->sector) && same_text(a->home, b->home) &&
           same_text(a->origin.file, b->origin.file) &&
           same_text(a->origin.feature, b->origin.feature);
}

/* A project holds no more of the list than its end, so the array doubles at powers of two. */
void sk_losses_add(const sk_load *load, sk_project *project, sk_loss loss) {
    size_t count = project->loss_count;
    if (count > 0 && are_alike(&project->losses[count - 1], &loss)) return;
    bool full = (count & (count - 1)) == 0;
    sk_loss *losses = (sk_loss *)project->losses;
    if (full) {
        losses = SK_NEW_ARRAY(load->arena, sk_loss, count == 0 ? 1 : 2 * count);
        if (count > 0) memcpy(losses, project->losses, count * sizeof *losses);
    }
    losses[count] = loss;
    project->losses = losses;
    project->loss_count = count + 1;
}

void sk_losses_add_feature(const sk_load *load, sk_project *project, const sk_feature *feature) {
    sk_losses_add(load, project,
                  (sk_loss){.kind = SK_LOSS_FEATURES,
                            .sector = feature->sector,
                            .home = feature->home,
                            .origin = feature->origin});
}

void sk_losses_add_if_faulty(const sk_load *load, sk_project *project, size_t errors,
                             sk_loss what) {
    if (sk_diag_error_count(load->diag) > errors) sk_losses_add(load, project, what);
}

static bool may_be(const char *of_loss, const char *of_figure) {
    return of_loss == NULL || of_figure == NULL || strcmp(of_loss, of_figure) == 0;
}

/* Of what is nobody's known, it may be anybody's. */
static bool may_be_on(const sk_loss *loss, const sk_figure *figure) {
    sk_figure any = *figure;
    if (loss->home == NULL) any.homes.count = 0;
    if (loss->sector == NULL) any.sectors.count = 0;
    return sk_figure_covers(&any, loss->home, loss->sector);
}

static bool concerns(const sk_loss *loss, const sk_figure *figure) {
    switch (loss->kind) {
        case SK_LOSS_REGIONS:
        case SK_LOSS_SECTORS:
        case SK_LOSS_CONTEXT:
            return true;
        case SK_LOSS_FEATURES:
            if (figure->kind == SK_FIGURE_REGION_OVERVIEW) return false;
            break;
        case SK_LOSS_ACTORS:
            break;
        case SK_LOSS_PINS:
            return loss->figure == 0 || loss->figure == figure->number;
        case SK_LOSS_PLACES:
        case SK_LOSS_FIGURES:
            return false;
    }
    return may_be_on(loss, figure);
}

const sk_loss *sk_project_loss(const sk_project *project, const sk_figure *figure) {
    const sk_loss *found = NULL;
    for (size_t i = 0; i < project->loss_count; i++) {
        const sk_loss *loss = &project->losses[i];
        if (!concerns(loss, figure)) continue;
        if (loss->is_whole) return loss;
        if (found == NULL) found = loss;
    }
    return found;
}

bool sk_project_has_lost(const sk_project *project, sk_loss_kind kind) {
    for (size_t i = 0; i < project->loss_count; i++)
        if (project->losses[i].kind == kind) return true;
    return false;
}

bool sk_project_has_lost_feature(const sk_project *project, const char *id, const char *sector,
                                 const char *home) {
    for (size_t i = 0; i < project->loss_count; i++) {
        const sk_loss *loss = &project->losses[i];
        if (loss->kind == SK_LOSS_FEATURES && may_be(loss->sector, sector) &&
            may_be(loss->home, home) && (loss->is_whole || may_be(loss->origin.feature, id)))
            return true;
    }
    return false;
}

bool sk_project_has_lost_feature_of(const sk_project *project, const sk_figure *figure) {
    for (size_t i = 0; i < project->loss_count; i++)
        if (project->losses[i].kind == SK_LOSS_FEATURES && may_be_on(&project->losses[i], figure))
            return true;
    return false;
}
