#include <string.h>

#include "load/project/readers.h"
#include "load/tables/field.h"

static const char boundary_file[] = "boundaries/flanders.gpkg";

static const char *const nothing[] = {NULL};
static const char *const municipality_columns[] = {"nis",   "name",     "arrondissement",
                                                   "resoc", "province", NULL};
static const char *const resoc_columns[] = {"slug", "name", "province", NULL};
static const char *const region_columns[] = {"slug", "name", NULL};

/** A layer of the file, for each level of regions. */
static const struct {
    const char *name;
    sk_table_form form;
    bool needed; /* nothing can be drawn without it */
} layers[SK_REGION_LEVEL_COUNT] = {
    [SK_REGION_MUNICIPALITY] = {"municipality", {municipality_columns, nothing}, true},
    [SK_REGION_RESOC] = {"resoc", {resoc_columns, nothing}, true},
    [SK_REGION_PROVINCE] = {"province", {region_columns, nothing}, true},
    [SK_REGION_NEIGHBOUR] = {"neighbour", {region_columns, nothing}, false},
    [SK_REGION_SEA] = {"sea", {region_columns, nothing}, false},
};

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
    sk_field_fault(record, "run `streekkaart boundaries build` anew", "the %s %s has no polygon",
                   layers[level].name, region->name);
    return false;
}

static const sk_table *find_layer(const sk_table_list *tables, const char *name) {
    for (size_t i = 0; i < tables->count; i++)
        if (strcmp(tables->items[i].name, name) == 0) return &tables->items[i];
    return NULL;
}

static bool read_level(const sk_load *load, const sk_table_list *tables, sk_region_level level,
                       sk_region_list *out) {
    const sk_table *table = find_layer(tables, layers[level].name);
    if (table == NULL) {
        sk_diag_error(load->diag, (sk_place){.file = boundary_file},
                      "run `streekkaart boundaries build` anew", "the layer %s is missing",
                      layers[level].name);
        return false;
    }
    if (!sk_table_check(load, table, &layers[level].form)) return false;
    sk_region *regions = SK_NEW_ARRAY(load->arena, sk_region, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        sk_record record = {load, table, &table->rows[i]};
        if (read_region(&record, level, &regions[out->count])) out->count++;
    }
    out->items = regions;
    return out->count > 0;
}

bool sk_boundary_set_read(const sk_load *load, sk_project *project) {
    sk_table_list tables;
    bool usable = sk_tables_read(load, boundary_file, &tables);
    if (tables.count == 0) return false;
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        if (!read_level(load, &tables, (sk_region_level)level, &project->regions[level]))
            usable = usable && !layers[level].needed;
    return usable;
}
