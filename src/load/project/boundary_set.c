#include <string.h>
#include <unistd.h>

#include "base/memory/text_index.h"
#include "load/project/readers.h"
#include "load/tables/field.h"

enum { COLUMNS_MAX = 3 + SK_REGION_LEVELS_MAX };

static const char anew[] = "run `streekkaart boundaries build` anew";

/* Nothing can be drawn without the project's own levels. */
static bool is_needed(const sk_project *project, sk_region_level level) {
    return level < project->settings.level_count;
}

/* The project's levels, then what lies around. */
static bool exists(const sk_project *project, sk_region_level level) {
    return is_needed(project, level) || level >= SK_REGION_LEVELS_MAX;
}

/* slug, name, the region of each larger level that it lies in, and what it was before. */
static sk_table_form form_of(const sk_load *load, const sk_project *project,
                             sk_region_level level) {
    sk_column *columns = SK_NEW_ARRAY(load->arena, sk_column, COLUMNS_MAX);
    size_t count = 0;
    columns[count++] = (sk_column){"slug", SK_COLUMN_TEXT, true, false};
    columns[count++] = (sk_column){"name", SK_COLUMN_TEXT, true, true};
    for (int larger = level + 1; larger < project->settings.level_count; larger++)
        columns[count++] =
            (sk_column){project->settings.levels[larger].slug, SK_COLUMN_TEXT, true, false};
    columns[count++] = (sk_column){"former", SK_COLUMN_TEXT, false, false};
    return (sk_table_form){columns, count};
}

static bool is_new(const sk_record *record, sk_text_index *slugs, const char *slug) {
    size_t *known = sk_text_index_number(slugs, slug);
    if (++*known == 1) return true;
    sk_field_fault(record, anew, "%s stands twice", slug);
    return false;
}

static bool read_region(const sk_record *record, const sk_project *project, sk_region_level level,
                        sk_region *region) {
    const sk_level *levels = project->settings.levels;
    *region =
        (sk_region){.level = level, .level_slug = levels[level].slug, .shape = record->row->shape};
    bool named = sk_field_text(record, "slug", &region->slug);
    named = sk_field_text(record, "name", &region->name) && named;
    region->listed_name = region->name;
    region->names = sk_field_translations(record, "name");
    for (int larger = level + 1; larger < project->settings.level_count; larger++)
        region->parents[larger] = sk_field_optional(record, levels[larger].slug);
    bool sound = sk_field_list(record, "former", &region->formers);
    if (!named || !sound) return false;
    if (region->shape.kind == SK_SHAPE_POLYGONS) return true;
    sk_field_fault(record, anew, "the %s %s has no polygon", region->level_slug, region->name);
    return false;
}

static sk_table *find_layer(const sk_table_list *tables, const char *name) {
    for (size_t i = 0; i < tables->count; i++)
        if (strcmp(tables->items[i].name, name) == 0) return &tables->items[i];
    return NULL;
}

static bool read_level(const sk_load *load, const sk_table_list *tables, const sk_project *project,
                       sk_region_level level, sk_region_list *out) {
    const char *name = project->settings.levels[level].slug;
    sk_table *table = find_layer(tables, name);
    if (table == NULL) {
        sk_diag_error(load->diag, (sk_place){.file = SK_BOUNDARY_FILE}, anew,
                      "the layer %s is missing", name);
        return false;
    }
    const sk_table_form form = form_of(load, project, level);
    if (!sk_table_check(load, table, &form)) return false;
    sk_text_index *slugs = sk_text_index_create(load->arena);
    sk_region *regions = SK_NEW_ARRAY(load->arena, sk_region, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        sk_record record = {load, table, &table->rows[i]};
        if (read_region(&record, project, level, &regions[out->count]) &&
            is_new(&record, slugs, regions[out->count].slug))
            out->count++;
    }
    out->items = regions;
    if (table->row_count == 0 && is_needed(project, level))
        sk_diag_error(load->diag, (sk_place){.file = table->file}, anew, "the layer is empty");
    return out->count > 0;
}

/* In layers/ any of these could hold the table; here it would be missed in silence. */
static void warn_of_others(const sk_load *load) {
    static const char *const others[] = {"geojson", "json", "shp", "fgb", "csv", "xlsx", "ods"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const char *file = sk_arena_printf(load->arena, "boundaries/regions.%s", others[i]);
        if (access(sk_load_path(load, file), F_OK) != 0) continue;
        sk_diag_warning(load->diag, (sk_place){.file = file}, "keep one of the two files",
                        "it is not read, since %s holds the boundaries", SK_BOUNDARY_FILE);
    }
}

bool sk_boundary_set_read(const sk_load *load, sk_project *project) {
    sk_table_list tables;
    bool usable = sk_tables_read(load, SK_BOUNDARY_FILE, &tables);
    if (!usable || tables.count == 0) return false;
    warn_of_others(load);
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        if (exists(project, level) &&
            !read_level(load, &tables, project, level, &project->regions[level]))
            usable = usable && !is_needed(project, level);
    return usable;
}
