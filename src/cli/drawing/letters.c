#include "cli/drawing/letters.h"

#include <string.h>

#include "streekkaart/typesetter.h"

/** A page that is looked at. */
typedef struct {
    const sk_composer *composer;
    sk_arena *scratch;
    sk_diag *diag;
    size_t found;
} looking;

/* Where the text of item and group is from; what is of no feature has the id that it has on the
 * page. */
static sk_place place_of(const sk_project *project, const sk_group *group, const sk_item *item) {
    const char *id = group->feature_id;
    if (item->part != NULL && item->part->feature_id != NULL) id = item->part->feature_id;
    for (size_t i = 0; id != NULL && i < project->feature_count; i++)
        if (strcmp(project->features[i].id, id) == 0) return project->features[i].origin;
    return (sk_place){.feature = id != NULL ? id : group->id};
}

static void look_at(looking *l, const sk_group *group, const sk_item *item) {
    const sk_text *text = &item->as.text;
    for (size_t i = 0; i < text->line_count; i++) {
        const char *letters = sk_typesetter_lacks(l->composer->typesetter, text->lines[i].utf8,
                                                  &text->style, l->scratch);
        if (letters == NULL) continue;
        l->found++;
        sk_diag_error(l->diag, place_of(l->composer->project, group, item),
                      "write it with others, or choose another font in the style",
                      "the font %s lacks letters of \"%s\": %s", l->composer->style->font_family,
                      text->lines[i].utf8, letters);
    }
}

sk_status sk_letters_check(const sk_composer *composer, const sk_scene *page, sk_diag *diag) {
    looking l = {.composer = composer, .scratch = sk_arena_create(), .diag = diag};
    for (size_t i = 0; i < page->count; i++)
        for (size_t j = 0; j < page->layers[i]->count; j++) {
            const sk_group *group = page->layers[i]->groups[j];
            for (size_t k = 0; k < group->count; k++)
                if (group->items[k].kind == SK_ITEM_TEXT) look_at(&l, group, &group->items[k]);
        }
    sk_arena_free(l.scratch);
    return l.found == 0 ? SK_OK : SK_ERR_DATA;
}
