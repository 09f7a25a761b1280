#include <stdlib.h>
#include <string.h>

#include "base/memory/text_index.h"
#include "base/suggestion.h"
#include "load/features/losses.h"
#include "load/project/catalogue_forms.h"
#include "load/project/known_slug.h"
#include "load/project/readers.h"
#include "load/symbols/point_symbols.h"
#include "load/tables/field.h"

static const sk_choice kinds[] = {
    {"point", SK_FEATURE_POINT}, {"zone", SK_FEATURE_ZONE}, {"link", SK_FEATURE_LINK}, {NULL, 0}};

/** All features found so far. */
typedef struct {
    sk_feature *items; /* heap memory */
    size_t count, capacity;
    sk_text_index *numbers; /* of each id its place, from 1 */
    sk_point_symbols *symbols;
} feature_list;

/* One of the words that the project has for a column, numbered from `first`; an empty cell leaves
 * *out as it is when `may_be_empty`. */
static bool read_kind(const sk_record *record, const char *column, sk_string_list words, int first,
                      bool may_be_empty, int *out) {
    sk_choice *choices = SK_NEW_ARRAY(record->load->arena, sk_choice, words.count + 1);
    for (size_t i = 0; i < words.count; i++)
        choices[i] = (sk_choice){words.items[i], first + (int)i};
    return sk_field_choice(record, column, choices, may_be_empty, out);
}

/* Words of a column that other kinds of features leave empty, and zones of a project that has no
 * classes. */
static bool read_kind_of(const sk_record *record, const char *column, sk_string_list words,
                         bool is_meant, const char *whose, int *out) {
    if (is_meant) return read_kind(record, column, words, 1, false, out);
    if (sk_field_optional(record, column) == NULL) return true;
    sk_field_fault(record, "leave it empty", "%s is for %s only", column, whose);
    return false;
}

static bool read_words(const sk_record *record, const sk_project *project, sk_feature *feature) {
    const sk_project_settings *settings = &project->settings;
    int kind = SK_FEATURE_POINT;
    bool sound = sk_field_choice(record, "kind", kinds, false, &kind);
    feature->kind = (sk_feature_kind)kind;
    if (!sound) return false;
    bool has_classes = settings->zone_classes.count > 0;
    sound = read_kind_of(record, "link_type", settings->link_kinds, kind == SK_FEATURE_LINK,
                         "links", &feature->link_type);
    sound = read_kind_of(record, "zone_class", settings->zone_classes,
                         kind == SK_FEATURE_ZONE && has_classes,
                         has_classes ? "zones" : "projects with zone_classes in project.json",
                         &feature->zone_class) &&
            sound;
    return read_kind(record, "basis", settings->bases, 0, true, &feature->basis) && sound;
}

static bool read_attributes(const sk_record *record, const sk_project *project,
                            sk_feature *feature) {
    bool sound = sk_field_text(record, "id", &feature->id);
    sound = sk_field_text(record, "name", &feature->name) && sound;
    sound = sk_known_home(record, project, &feature->home) && sound;
    sound = read_words(record, project, feature) && sound;
    sound = sk_field_integer(record, "number", 0, &feature->number) && sound;
    feature->source = sk_field_optional(record, "source");
    feature->remark = sk_field_optional(record, "remark");
    feature->names = sk_field_translations(record, "name");
    feature->remarks = sk_field_translations(record, "remark");
    feature->place = sk_field_optional(record, "place");
    sound = sk_field_list(record, "area", &feature->area) && sound;
    sound = sk_field_list(record, "from", &feature->from) && sound;
    return sk_field_list(record, "to", &feature->to) && sound;
}

static bool point_is_whole(const sk_record *record, const sk_feature *point) {
    if (point->geometry.kind == SK_SHAPE_POINTS && point->geometry.part_count == 1) return true;
    sk_field_fault(record, "give it one Point", "a point needs a Point as its geometry");
    return false;
}

static bool zone_is_whole(const sk_record *record, const sk_feature *zone) {
    bool drawn = zone->geometry.kind == SK_SHAPE_POLYGONS, listed = zone->area.count > 0;
    bool none = zone->geometry.kind == SK_SHAPE_EMPTY;
    if (drawn && !listed) return true;
    if (none && listed) return true;
    if (drawn && listed)
        sk_field_fault(record, "keep the one that is meant",
                       "a zone has both a polygon and an area");
    else
        sk_field_fault(record, "draw a Polygon, or name regions in `area`",
                       "a zone needs a Polygon or an area");
    return false;
}

static bool link_is_whole(const sk_record *record, const sk_feature *link) {
    sk_shape_kind kind = link->geometry.kind;
    if (kind == SK_SHAPE_LINES) return true;
    if (kind == SK_SHAPE_EMPTY && link->from.count > 0 && link->to.count > 0) return true;
    if (kind == SK_SHAPE_EMPTY)
        sk_field_fault(record, "fill in both, or draw a LineString",
                       "a link needs `from` and `to`");
    else
        sk_field_fault(record, "draw a LineString, or leave the geometry null",
                       "a link has a geometry that is no line");
    return false;
}

/* What is never drawn would be missing in silence. */
static bool has_only_its_own(const sk_record *record, const sk_feature *feature) {
    const char *stray = NULL, *owner = "links";
    if (feature->kind != SK_FEATURE_LINK && feature->to.count > 0) stray = "to";
    if (feature->kind != SK_FEATURE_LINK && feature->from.count > 0) stray = "from";
    if (feature->kind != SK_FEATURE_ZONE && feature->area.count > 0)
        stray = "area", owner = "zones";
    if (stray != NULL) sk_field_fault(record, "leave it empty", "%s is for %s only", stray, owner);
    return stray == NULL;
}

static bool is_whole(const sk_record *record, const sk_feature *feature) {
    if (!has_only_its_own(record, feature)) return false;
    if (feature->kind != SK_FEATURE_POINT && feature->number != 0) {
        sk_field_fault(record, "leave it empty", "only points have a number");
        return false;
    }
    switch (feature->kind) {
        case SK_FEATURE_POINT:
            return point_is_whole(record, feature);
        case SK_FEATURE_ZONE:
            return zone_is_whole(record, feature);
        case SK_FEATURE_LINK:
            return link_is_whole(record, feature);
    }
    return false;
}

static void report_used(const sk_record *record, const sk_place *other) {
    static const char remedy[] = "give one of the two another id";
    if (other->line > 0)
        sk_field_fault(record, remedy, "the id is used already (%s, line %ld)", other->file,
                       other->line);
    else
        sk_field_fault(record, remedy, "the id is used already (%s)", other->file);
}

/* Remembers the id of the feature that comes next, if it is new. */
static bool is_new(const sk_record *record, const feature_list *features, const char *id) {
    size_t *number = sk_text_index_number(features->numbers, id);
    if (*number > 0 && *number <= features->count) {
        report_used(record, &features->items[*number - 1].origin);
        return false;
    }
    *number = features->count + 1;
    return true;
}

static bool read_symbol(const sk_record *record, sk_point_symbols *symbols, sk_feature *feature) {
    const char *name = sk_field_optional(record, "symbol");
    if (name == NULL) return true;
    if (feature->kind != SK_FEATURE_POINT || feature->number != 0) {
        sk_field_fault(record, "leave it empty", "a symbol is for points without a number only");
        return false;
    }
    feature->symbol = sk_point_symbols_find(symbols, name, record->row->origin);
    return feature->symbol != NULL;
}

/* The sector is NULL in a table that has a column for it. */
static bool read_sector(const sk_record *record, const sk_project *project, sk_feature *feature) {
    if (feature->sector != NULL) return true;
    return sk_field_text(record, "sector", &feature->sector) &&
           sk_known_sector(record, project, "sector", &feature->sector);
}

/* Rows that are no features, or, where none is known, all of a table. */
static void lose_table(const sk_load *load, sk_project *project, const char *sector,
                       const char *file) {
    sk_losses_add(load, project,
                  (sk_loss){.kind = SK_LOSS_FEATURES,
                            .sector = sector,
                            .is_whole = true,
                            .origin = {.file = file}});
}

/* A feature of which the home is not known may be missing from any map of its sector. */
static void lose(const sk_load *load, sk_project *project, const sk_feature *feature) {
    sk_feature lost = *feature;
    if (lost.home != NULL && sk_project_home(project, lost.home) == NULL) lost.home = NULL;
    sk_losses_add_feature(load, project, &lost);
}

static void read_table(const sk_load *load, sk_table *table, const char *sector,
                       sk_project *project, feature_list *features) {
    const sk_table_form form = sector == NULL ? sk_catalogue_form(load, SK_CATALOGUE_FEATURES)
                                              : sk_catalogue_sector_form(load);
    size_t errors = sk_diag_error_count(load->diag);
    if (!sk_table_check(load, table, &form)) {
        lose_table(load, project, sector, table->file);
        return;
    }
    sk_losses_add_if_faulty(
        load, project, errors,
        (sk_loss){.kind = SK_LOSS_FEATURES, .sector = sector, .origin = {.file = table->file}});
    for (size_t i = 0; i < table->row_count; i++) {
        const sk_table_row *row = &table->rows[i];
        sk_record record = {load, table, row};
        sk_feature feature = {.sector = sector, .geometry = row->shape, .origin = row->origin};
        bool sound = read_sector(&record, project, &feature);
        if (!sound) feature.sector = NULL;
        sound = read_attributes(&record, project, &feature) && sound;
        sound = sound && read_symbol(&record, features->symbols, &feature);
        if (!sound || !is_whole(&record, &feature) || !is_new(&record, features, feature.id)) {
            lose(load, project, &feature);
            continue;
        }
        features->items =
            sk_heap_grow(features->items, features->count, &features->capacity, sizeof feature);
        features->items[features->count++] = feature;
    }
}

/* A spreadsheet may have a sheet for other things, but a slip of the pen has to show. */
static void report_stray(const sk_load *load, const sk_folder_entry *entry) {
    sk_suggestion nearest = sk_suggestion_for(entry->stem);
    for (int list = 0; list < SK_CATALOGUE_TABLE_COUNT; list++)
        sk_suggestion_consider(&nearest, sk_catalogue_name((sk_catalogue_list)list));
    sk_diag_warning(
        load->diag, (sk_place){.file = entry->file},
        sk_suggestion_remedy(&nearest, load->arena, "take it out if it should not be there"),
        "nothing reads the layer or sheet \"%s\"", entry->stem);
}

/* The table that holds features of all sectors. */
static bool is_of_all_sectors(const sk_folder_entry *entry) {
    return strcmp(entry->stem, sk_catalogue_name(SK_CATALOGUE_FEATURES)) == 0;
}

static bool holds_features(const sk_load *load, const sk_folder *layers, const sk_project *project,
                           const sk_folder_entry *entry) {
    if (sk_catalogue_is_list(entry->stem)) return false;
    if (is_of_all_sectors(entry)) return true;
    if (!layers->is_file) return sk_known_sector_file(load, project, entry->file, entry->stem);
    if (entry->layer.items[0].row_count > 0) report_stray(load, entry);
    return false;
}

/* What OGR or the table's format reports as faulty is in no row. */
static void read_entry(const sk_load *load, const sk_folder_entry *entry, sk_project *project,
                       feature_list *features) {
    const char *sector = is_of_all_sectors(entry) ? NULL : entry->stem;
    size_t errors = sk_diag_error_count(load->diag);
    sk_table_list tables = sk_folder_entry_read(load, entry);
    if (tables.count == 0) lose_table(load, project, sector, entry->file);
    const sk_loss rows = {
        .kind = SK_LOSS_FEATURES, .sector = sector, .origin = {.file = entry->file}};
    sk_losses_add_if_faulty(load, project, errors, rows);
    if (entry->has_twin) sk_losses_add(load, project, rows);
    for (size_t t = 0; t < tables.count; t++)
        read_table(load, &tables.items[t], sector, project, features);
}

/* A sector's file that can't be read is a sector that is missing; those of lists have been missed.
 */
static void report_unread(const sk_load *load, const sk_folder *layers, sk_project *project) {
    for (size_t i = 0; i < layers->other_count; i++) {
        const sk_folder_entry *other = &layers->others[i];
        bool of_sector = strcmp(other->stem, sk_catalogue_name(SK_CATALOGUE_FEATURES)) == 0;
        for (size_t s = 0; s < project->sector_count; s++)
            if (strcmp(project->sectors[s].slug, other->stem) == 0) of_sector = true;
        if (!of_sector) continue;
        sk_folder_report_unread(load, other);
        lose_table(load, project, is_of_all_sectors(other) ? NULL : other->stem, other->file);
    }
}

void sk_catalogue_read(const sk_load *load, const sk_folder *layers, sk_project *project) {
    feature_list features = {.numbers = sk_text_index_create(load->arena),
                             .symbols = sk_point_symbols_create(load)};
    bool found = false;
    for (size_t i = 0; i < layers->count; i++) {
        const sk_folder_entry *entry = &layers->entries[i];
        if (!holds_features(load, layers, project, entry)) continue;
        found = true;
        read_entry(load, entry, project, &features);
    }
    report_unread(load, layers, project);
    if (layers->is_file && !found) {
        sk_folder_report_missing(load, layers, sk_catalogue_name(SK_CATALOGUE_FEATURES));
        lose_table(load, project, NULL, layers->name);
    }
    sk_feature *kept = SK_NEW_ARRAY(load->arena, sk_feature, features.count);
    if (features.count > 0) memcpy(kept, features.items, features.count * sizeof *kept);
    free(features.items);
    project->features = kept;
    project->feature_count = features.count;
}
