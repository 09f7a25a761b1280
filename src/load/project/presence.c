#include "load/project/catalogue_forms.h"
#include "load/project/known_slug.h"
#include "load/project/readers.h"
#include "load/tables/field.h"

static bool read_row(const sk_record *record, const sk_project *project, sk_presence *presence) {
    *presence = (sk_presence){.origin = record->row->origin};
    bool sound = sk_field_text(record, "sector", &presence->sector) &&
                 sk_known_sector(record, project, "sector", &presence->sector);
    sound = sk_known_province(record, project, "province", &presence->province) && sound;
    sound = sk_field_text(record, "actor", &presence->actor) && sound;
    sound = sk_field_truth(record, "recent", &presence->recent) && sound;
    presence->note = sk_field_optional(record, "note");
    return sound;
}

void sk_presence_read(const sk_load *load, const sk_folder *layers, sk_project *project) {
    const sk_table_form form = sk_catalogue_form(SK_CATALOGUE_PRESENCE);
    const sk_table *table = sk_folder_table(load, layers, "presence.csv", &form);
    if (table == NULL) return;
    sk_presence *presence = SK_NEW_ARRAY(load->arena, sk_presence, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        sk_table_row *row = &table->rows[i];
        sk_record record = {load, table, row};
        row->origin.feature = sk_field_optional(&record, "actor");
        if (read_row(&record, project, &presence[project->presence_count]))
            project->presence_count++;
    }
    project->presence = presence;
}
