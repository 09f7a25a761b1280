#include <string.h>

#include "load/project/catalogue_forms.h"
#include "load/project/known_slug.h"
#include "load/project/readers.h"
#include "load/tables/field.h"

static bool read_row(const sk_record *record, const sk_project *project, sk_presence *presence) {
    *presence = (sk_presence){.origin = record->row->origin};
    bool sound = sk_field_text(record, "sector", &presence->sector) &&
                 sk_known_sector(record, project, "sector", &presence->sector);
    sound = sk_known_home_or_none(record, project, &presence->home) && sound;
    sound = sk_field_text(record, "actor", &presence->actor) && sound;
    sound = sk_field_truth(record, "recent", &presence->recent) && sound;
    presence->note = sk_field_optional(record, "note");
    return sound;
}

static bool same_text(const char *a, const char *b) {
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Is the one at `index` not among those before it? */
static bool is_new(const sk_record *record, const sk_presence *presence, size_t index) {
    const sk_presence *one = &presence[index];
    for (size_t i = 0; i < index; i++) {
        if (!same_text(presence[i].actor, one->actor) ||
            !same_text(presence[i].sector, one->sector) || !same_text(presence[i].home, one->home))
            continue;
        sk_field_fault(record, "take one of the two lines out", "the same choice is listed twice");
        return false;
    }
    return true;
}

void sk_presence_read(const sk_load *load, const sk_folder *layers, sk_project *project) {
    const sk_table_form form = sk_catalogue_form(load, SK_CATALOGUE_PRESENCE);
    const sk_table *table = sk_folder_table(load, layers, "presence.csv", &form);
    if (table == NULL) return;
    sk_presence *presence = SK_NEW_ARRAY(load->arena, sk_presence, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        sk_table_row *row = &table->rows[i];
        sk_record record = {load, table, row};
        row->origin.feature = sk_field_optional(&record, "actor");
        if (read_row(&record, project, &presence[project->presence_count]) &&
            is_new(&record, presence, project->presence_count))
            project->presence_count++;
    }
    project->presence = presence;
}
