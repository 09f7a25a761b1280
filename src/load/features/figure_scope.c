/* Which regions and sectors a figure is about. */
#include <string.h>

#include "streekkaart/project.h"

static bool has(sk_string_list slugs, const char *slug) {
    for (size_t i = 0; slug != NULL && i < slugs.count; i++)
        if (strcmp(slugs.items[i], slug) == 0) return true;
    return false;
}

bool sk_figure_names_home(const sk_figure *figure, const char *slug) {
    return has(figure->homes, slug);
}

bool sk_figure_names_sector(const sk_figure *figure, const char *slug) {
    return has(figure->sectors, slug);
}

bool sk_figure_covers(const sk_figure *figure, const char *home, const char *sector) {
    return (figure->homes.count == 0 || has(figure->homes, home)) &&
           (figure->sectors.count == 0 || has(figure->sectors, sector));
}

bool sk_figures_share_homes(const sk_figure *a, const sk_figure *b) {
    if (a->homes.count != b->homes.count) return false;
    for (size_t i = 0; i < a->homes.count; i++)
        if (!has(b->homes, a->homes.items[i])) return false;
    return true;
}
