#include "cli/choice/catalogue_count.h"

#include <string.h>

static bool fits(const char *slug, const char *wanted) {
    return wanted == NULL || (slug != NULL && strcmp(slug, wanted) == 0);
}

bool sk_is_on_map(const char *home, const char *sector, const char *map_home,
                  const char *map_sector) {
    return fits(home, map_home) && fits(sector, map_sector);
}

sk_catalogue_count sk_count_catalogue(const sk_project *project, const char *home,
                                      const char *sector) {
    sk_catalogue_count count = {0};
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (!sk_is_on_map(feature->home, feature->sector, home, sector)) continue;
        if (feature->basis > 0) {
            count.prose++;
            continue;
        }
        count.points += feature->kind == SK_FEATURE_POINT;
        count.zones += feature->kind == SK_FEATURE_ZONE;
        count.links += feature->kind == SK_FEATURE_LINK;
    }
    for (size_t i = 0; i < project->presence_count; i++) {
        const sk_presence *presence = &project->presence[i];
        count.actors += sk_is_on_map(presence->home, presence->sector, home, sector);
    }
    return count;
}
