#include "base/memory/text_index.h"
#include "load/project/catalogue_forms.h"
#include "load/project/readers.h"
#include "load/tables/field.h"

static bool read_place(const sk_record *record, sk_named_place *place) {
    const sk_shape *shape = &record->row->shape;
    *place = (sk_named_place){.origin = record->row->origin};
    bool sound = sk_field_text(record, "id", &place->id);
    sound = sk_field_text(record, "name", &place->name) && sound;
    place->names = sk_field_translations(record, "name");
    if (shape->kind == SK_SHAPE_POINTS && shape->part_count == 1) {
        place->point = shape->parts[0].points[0];
        return sound;
    }
    sk_field_fault(record, "give it one Point", "a place has no point");
    return false;
}

static bool is_new(const sk_record *record, sk_text_index *ids, const char *id) {
    size_t *known = sk_text_index_number(ids, id);
    if (++*known == 1) return true;
    sk_field_fault(record, "give one of the two another id", "the id is used twice");
    return false;
}

void sk_places_read(const sk_load *load, const sk_folder *layers, sk_project *project) {
    const sk_table_form form = sk_catalogue_form(load, SK_CATALOGUE_PLACES);
    const sk_table *table = sk_folder_table(load, layers, "places.geojson", &form);
    if (table == NULL) return;
    sk_text_index *ids = sk_text_index_create(load->arena);
    sk_named_place *places = SK_NEW_ARRAY(load->arena, sk_named_place, table->row_count);
    project->places = places;
    for (size_t i = 0; i < table->row_count; i++) {
        sk_record record = {load, table, &table->rows[i]};
        sk_named_place *place = &places[project->place_count];
        if (read_place(&record, place) && is_new(&record, ids, place->id)) project->place_count++;
    }
}
