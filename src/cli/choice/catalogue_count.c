#include "cli/choice/catalogue_count.h"

sk_catalogue_count sk_count_catalogue(const sk_project *project, const sk_figure *figure) {
    sk_catalogue_count count = {0};
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (!sk_figure_covers(figure, feature->home, feature->sector)) continue;
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
        count.actors += sk_figure_covers(figure, presence->home, presence->sector);
    }
    return count;
}
