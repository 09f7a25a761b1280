#include <string.h>
#include <unistd.h>

#include "base/memory/text_index.h"
#include "load/project/readers.h"
#include "load/tables/field.h"

static const char boundary_file[] = "boundaries/flanders.gpkg";

enum { COLUMNS_MAX = 5 };

#define TEXT(name) \
    { name, SK_COLUMN_TEXT, true }
#define REGION \
    { TEXT("slug"), TEXT("name") }

/** A layer of the file, for each level of regions. */
static const struct {
    const char *name;
    bool needed; /* nothing can be drawn without it */
    size_t column_count;
    sk_column columns[COLUMNS_MAX];
} layers[SK_REGION_LEVEL_COUNT] = {
    [SK_REGION_MUNICIPALITY] = {"municipality",
                                true,
                                5,
                                {TEXT("nis"), TEXT("name"), TEXT("arrondissement"), TEXT("resoc"),
                                 TEXT("province")}},
    [SK_REGION_RESOC] = {"resoc", true, 3, {TEXT("slug"), TEXT("name"), TEXT("province")}},
    [SK_REGION_PROVINCE] = {"province", true, 2, REGION},
    [SK_REGION_NEIGHBOUR] = {"neighbour", false, 2, REGION},
    [SK_REGION_SEA] = {"sea", false, 2, REGION},
};

static const char anew[] = "run `streekkaart boundaries build` anew";

static bool is_new(const sk_record *record, sk_text_index *slugs, const char *slug) {
    size_t *known = sk_text_index_number(slugs, slug);
    if (++*known == 1) return true;
    sk_field_fault(record, anew, "%s stands twice", slug);
    return false;
}

static bool read_region(const sk_record *record, sk_region_level level, sk_region *region) {
    const char *slug_column = level == SK_REGION_MUNICIPALITY ? "nis" : "slug";
    *region = (sk_region){.level = level, .shape = record->row->shape};
    bool named = sk_field_text(record, slug_column, &region->slug);
    named = sk_field_text(record, "name", &region->name) && named;
    region->arrondissement = sk_field_optional(record, "arrondissement");
    region->resoc = sk_field_optional(record, "resoc");
    region->province = sk_field_optional(record, "province");
    if (!named) return false;
    if (region->shape.kind == SK_SHAPE_POLYGONS) return true;
    sk_field_fault(record, anew, "the %s %s has no polygon", layers[level].name, region->name);
    return false;
}

static sk_table *find_layer(const sk_table_list *tables, const char *name) {
    for (size_t i = 0; i < tables->count; i++)
        if (strcmp(tables->items[i].name, name) == 0) return &tables->items[i];
    return NULL;
}

static bool read_level(const sk_load *load, const sk_table_list *tables, sk_region_level level,
                       sk_region_list *out) {
    sk_table *table = find_layer(tables, layers[level].name);
    if (table == NULL) {
        sk_diag_error(load->diag, (sk_place){.file = boundary_file}, anew,
                      "the layer %s is missing", layers[level].name);
        return false;
    }
    const sk_table_form form = {layers[level].columns, layers[level].column_count};
    if (!sk_table_check(load, table, &form)) return false;
    sk_text_index *slugs = sk_text_index_create(load->arena);
    sk_region *regions = SK_NEW_ARRAY(load->arena, sk_region, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        sk_record record = {load, table, &table->rows[i]};
        if (read_region(&record, level, &regions[out->count]) &&
            is_new(&record, slugs, regions[out->count].slug))
            out->count++;
    }
    out->items = regions;
    if (table->row_count == 0 && layers[level].needed)
        sk_diag_error(load->diag, (sk_place){.file = table->file}, anew, "the layer is empty");
    return out->count > 0;
}

/* In layers/ any of these could hold the table; here it would be missed in silence. */
static void warn_of_others(const sk_load *load) {
    static const char *const others[] = {"geojson", "json", "shp", "fgb", "csv", "xlsx", "ods"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const char *file = sk_arena_printf(load->arena, "boundaries/flanders.%s", others[i]);
        if (access(sk_load_path(load, file), F_OK) != 0) continue;
        sk_diag_warning(load->diag, (sk_place){.file = file}, "keep one of the two files",
                        "it is not read, since %s holds the boundaries", boundary_file);
    }
}

bool sk_boundary_set_read(const sk_load *load, sk_project *project) {
    sk_table_list tables;
    bool usable = sk_tables_read(load, boundary_file, &tables);
    if (!usable || tables.count == 0) return false;
    warn_of_others(load);
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        if (!read_level(load, &tables, (sk_region_level)level, &project->regions[level]))
            usable = usable && !layers[level].needed;
    return usable;
}
