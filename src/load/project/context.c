#include "base/memory/text_index.h"
#include "load/project/catalogue_forms.h"
#include "load/project/readers.h"
#include "load/tables/field.h"

static const sk_choice kinds[] = {
    {"motorway", SK_CONTEXT_MOTORWAY},
    {"canal", SK_CONTEXT_CANAL},
    {"river", SK_CONTEXT_RIVER},
    {"town", SK_CONTEXT_TOWN},
    {NULL, 0},
};

static bool has_its_shape(const sk_record *record, const sk_context_item *item) {
    bool town = item->kind == SK_CONTEXT_TOWN;
    const sk_shape *shape = &item->shape;
    if (town ? shape->kind == SK_SHAPE_POINTS && shape->part_count == 1
             : shape->kind == SK_SHAPE_LINES)
        return true;
    sk_field_fault(record, town ? "give it one Point" : "give it a LineString",
                   town ? "a town has no point" : "a road or a water has no line");
    return false;
}

static bool has_name_and_rank(const sk_record *record, const sk_context_item *item) {
    if (item->kind != SK_CONTEXT_TOWN) return true;
    if (item->name != NULL && item->rank > 0) return true;
    sk_field_fault(record, "fill them in; rank 1 is the highest", "a town without name or rank");
    return false;
}

static bool read_item(const sk_record *record, sk_context_item *item) {
    *item = (sk_context_item){.shape = record->row->shape, .origin = record->row->origin};
    int kind = SK_CONTEXT_MOTORWAY;
    bool sound = sk_field_text(record, "id", &item->id);
    sound = sk_field_choice(record, "kind", kinds, false, &kind) && sound;
    item->kind = (sk_context_kind)kind;
    item->name = sk_field_optional(record, "name");
    item->names = sk_field_translations(record, "name");
    sound = sk_field_integer(record, "rank", 1, &item->rank) && sound;
    return sound && has_its_shape(record, item) && has_name_and_rank(record, item);
}

static bool is_new(const sk_record *record, sk_text_index *ids, const char *id) {
    size_t *known = sk_text_index_number(ids, id);
    if (++*known == 1) return true;
    sk_field_fault(record, "give one of the two another id", "the id is used twice");
    return false;
}

void sk_context_read(const sk_load *load, const sk_folder *layers, sk_project *project) {
    const sk_table_form form = sk_catalogue_form(load, SK_CATALOGUE_CONTEXT);
    const sk_table *table = sk_folder_table(load, layers, "context.geojson", &form);
    if (table == NULL) return;
    sk_text_index *ids = sk_text_index_create(load->arena);
    sk_context_item *items = SK_NEW_ARRAY(load->arena, sk_context_item, table->row_count);
    project->context = items;
    for (size_t i = 0; i < table->row_count; i++) {
        sk_record record = {load, table, &table->rows[i]};
        sk_context_item *item = &items[project->context_count];
        if (read_item(&record, item) && is_new(&record, ids, item->id)) project->context_count++;
    }
}
