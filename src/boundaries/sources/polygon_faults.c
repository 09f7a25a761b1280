#include "boundaries/sources/polygon_faults.h"

/** How a fault is told: what the features are or have, and the remedy. */
typedef struct {
    sk_severity severity;
    const char *what, *remedy;
} fault_words;

static const fault_words words[SK_FEATURE_FAULT_COUNT] = {
    [SK_FEATURE_WITHOUT_CODE] = {SK_WARNING, "have no code and are left out",
                                 "fill it in, or name its column with --code"},
    [SK_FEATURE_WITHOUT_NAME] = {SK_ERROR, "have no name",
                                 "fill it in, or name its column with --name"},
    [SK_FEATURE_WITHOUT_GEOMETRY] = {SK_ERROR, "have no geometry",
                                     "give them polygons, or take them out"},
    [SK_FEATURE_NO_POLYGON] = {SK_ERROR, "are no polygons",
                               "give a file of polygons, or name its layer of them with --layer"},
    [SK_FEATURE_FLAT] = {SK_ERROR, "are polygons without an area",
                         "mend their borders, or take them out"},
    [SK_FEATURE_MENDED] = {SK_WARNING, "are invalid polygons and were mended",
                           "look at their borders in the source"},
    [SK_FEATURE_UNREACHABLE] = {SK_ERROR, "cannot be brought into the CRS of the maps",
                                "look at their coordinates, and at the CRS that the source names"},
    [SK_FEATURE_FAR] = {SK_ERROR, "have no polygon where the map can be",
                        "look at the CRS of the source, and at that of project.json"},
    [SK_FEATURE_PARTLY_FAR] = {SK_WARNING, "have parts where no map can be, which are left out",
                               "look whether they belong to the maps, and at the CRS"},
    [SK_FEATURE_OF_TWO_NAMES] = {SK_WARNING,
                                 "have the code of one of another name and were joined with it",
                                 "give each region a code of its own, or name another column with "
                                 "--code"},
};

void sk_polygon_faults_add(sk_polygon_faults *faults, sk_feature_fault fault, const char *feature,
                           const char *detail, sk_arena *arena) {
    if (fault == SK_FEATURE_SOUND) return;
    sk_fault_tally_add(&faults->tallies[fault], feature, arena);
    if (faults->details[fault] == NULL && detail != NULL && *detail != '\0')
        faults->details[fault] = sk_arena_string(arena, detail);
}

void sk_polygon_faults_report(const sk_polygon_faults *faults, const char *file, sk_arena *arena,
                              sk_diag *diag) {
    const sk_place place = {.file = file};
    for (int fault = SK_FEATURE_SOUND + 1; fault < SK_FEATURE_FAULT_COUNT; fault++) {
        const sk_fault_tally *tally = &faults->tallies[fault];
        if (tally->count == 0) continue;
        const char *which = sk_fault_tally_text(tally, arena);
        const char *detail = faults->details[fault];
        if (detail != NULL) which = sk_arena_printf(arena, "%s (the first: %s)", which, detail);
        if (words[fault].severity == SK_ERROR)
            sk_diag_error(diag, place, words[fault].remedy, "%zu of its %zu features %s: %s",
                          tally->count, faults->features, words[fault].what, which);
        else
            sk_diag_warning(diag, place, words[fault].remedy, "%zu of its %zu features %s: %s",
                            tally->count, faults->features, words[fault].what, which);
    }
}
