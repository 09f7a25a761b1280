#include <string.h>

#include "base/suggestion.h"
#include "load/project/catalogue_forms.h"
#include "load/project/readers.h"
#include "load/tables/field.h"

static const sk_choice symbols[] = {
    {"disc", SK_SYMBOL_DISC},       {"square", SK_SYMBOL_SQUARE},
    {"star", SK_SYMBOL_STAR},       {"bag", SK_SYMBOL_BAG},
    {"bolt", SK_SYMBOL_BOLT},       {"briefcase", SK_SYMBOL_BRIEFCASE},
    {"cross", SK_SYMBOL_CROSS},     {"drop", SK_SYMBOL_DROP},
    {"factory", SK_SYMBOL_FACTORY}, {"flask", SK_SYMBOL_FLASK},
    {"gem", SK_SYMBOL_GEM},         {"house", SK_SYMBOL_HOUSE},
    {"layers", SK_SYMBOL_LAYERS},   {"leaf", SK_SYMBOL_LEAF},
    {"nut", SK_SYMBOL_NUT},         {"palette", SK_SYMBOL_PALETTE},
    {"screen", SK_SYMBOL_SCREEN},   {"shirt", SK_SYMBOL_SHIRT},
    {"tent", SK_SYMBOL_TENT},       {"truck", SK_SYMBOL_TRUCK},
    {"wheat", SK_SYMBOL_WHEAT},     {NULL, 0},
};

static bool is_listed(const sk_project *project, const char *slug) {
    for (size_t i = 0; i < project->sector_count; i++)
        if (strcmp(project->sectors[i].slug, slug) == 0) return true;
    return false;
}

static bool names_sector(const sk_table *figures, const char *slug) {
    for (size_t i = 0; i < figures->row_count; i++) {
        const char *sector = sk_table_cell(figures, &figures->rows[i], "sector");
        if (sector != NULL && strcmp(sector, slug) == 0) return true;
    }
    return false;
}

static bool has_file(const sk_folder *layers, const char *slug) {
    for (size_t i = 0; i < layers->count; i++)
        if (strcmp(layers->entries[i].stem, slug) == 0) return true;
    return false;
}

/* The sector that is meant, where a file and the figures agree on one that is not listed and looks
 * like this, which neither knows. NULL when there is none: then it is others that are mistyped. */
static const char *sector_meant(const sk_folder *layers, const sk_table *figures,
                                const sk_project *project, const char *slug) {
    if (has_file(layers, slug) || names_sector(figures, slug)) return NULL;
    sk_suggestion nearest = sk_suggestion_for(slug);
    for (size_t i = 0; i < layers->count; i++) {
        const char *stem = layers->entries[i].stem;
        if (!is_listed(project, stem) && names_sector(figures, stem))
            sk_suggestion_consider(&nearest, stem);
    }
    return nearest.best;
}

/* A slip in the list would else be told wherever the sector is named. The figures are looked at in
 * silence: they are read when the sectors are known. Of a single file all tables are there already,
 * and a silent look would take the faulty rows out. */
static void mend_slips(const sk_load *load, const sk_folder *layers, const sk_project *project,
                       sk_sector *sectors, const sk_place *origins) {
    if (layers->is_file) return;
    sk_diag *silent = sk_diag_create();
    sk_load quiet = *load;
    quiet.diag = silent;
    const sk_table_form form = sk_catalogue_form(load, SK_CATALOGUE_FIGURES);
    const sk_table *figures = sk_folder_table(&quiet, layers, "figures.csv", &form);
    for (size_t i = 0; figures != NULL && i < project->sector_count; i++) {
        const char *meant = sector_meant(layers, figures, project, sectors[i].slug);
        if (meant == NULL) continue;
        sk_diag_error(load->diag, origins[i],
                      sk_arena_printf(load->arena, "did you mean \"%s\"?", meant),
                      "no file and no figure is of the sector \"%s\"", sectors[i].slug);
        sectors[i].slug = meant;
    }
    sk_diag_free(silent);
}

static bool is_new(const sk_record *record, const sk_project *project, const char *slug) {
    if (!is_listed(project, slug)) return true;
    sk_field_fault(record, "take one of the two lines out", "the sector \"%s\" is listed twice",
                   slug);
    return false;
}

void sk_sectors_read(const sk_load *load, const sk_folder *layers, sk_project *project) {
    const sk_table_form form = sk_catalogue_form(load, SK_CATALOGUE_SECTORS);
    const sk_table *table = sk_folder_table(load, layers, "sectors.csv", &form);
    if (table == NULL) return;
    sk_sector *sectors = SK_NEW_ARRAY(load->arena, sk_sector, table->row_count);
    sk_place *origins = SK_NEW_ARRAY(load->arena, sk_place, table->row_count);
    project->sectors = sectors;
    for (size_t i = 0; i < table->row_count; i++) {
        sk_record record = {load, table, &table->rows[i]};
        sk_sector *sector = &sectors[project->sector_count];
        bool sound = sk_field_text(&record, "slug", &sector->slug);
        /* one without a name is still the sector that others mean */
        if (sound && !sk_field_text(&record, "name", &sector->name)) sector->name = sector->slug;
        sector->names = sk_field_translations(&record, "name");
        /* a sector with a mistyped symbol is still a sector, and has a disc */
        int symbol = SK_SYMBOL_DISC;
        (void)sk_field_choice(&record, "symbol", symbols, true, &symbol);
        sector->symbol = (sk_sector_symbol)symbol;
        if (!sound || !is_new(&record, project, sector->slug)) continue;
        origins[project->sector_count++] = table->rows[i].origin;
    }
    mend_slips(load, layers, project, sectors, origins);
}
