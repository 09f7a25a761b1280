#include "annex/sheet_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/page_id.h"
#include "resolve/figure_rows.h"
#include "text/paragraph.h"

/* Behind the name of a feature, by its basis. */
static const char *const basis_marks[SK_BASES_MAX] = {"", "*", "†", "‡", "§", "¶"};

typedef struct {
    const sk_project *project;
    const sk_figure *figure;
    const sk_wording *words;
    sk_arena *arena;
    sk_table_row *rows;
    size_t count;
    sk_typesetter *typesetter;
    const sk_style_sheet *style;
    double width_mm;
    sk_list_grid list;
    const sk_feature_keys *keys; /* NULL where the map says the names of zones and links */
} builder;

/* Only where there are several does the table say which. */
static bool has_home_column(const builder *b) {
    return b->figure->homes.count != 1;
}

static size_t source_column(const builder *b) {
    return has_home_column(b) ? 2 : 1;
}

static sk_table_row *add_row(builder *b, sk_table_row_kind kind, const char *id,
                             const char *first_cell) {
    sk_table_row *row = &b->rows[b->count++];
    *row =
        (sk_table_row){.kind = kind, .id = sk_page_id_prefixed(b->arena, SK_PAGE_ID_TABLE_ROW, id)};
    row->cells[0] = first_cell;
    return row;
}

static const sk_level_words *home_words(const builder *b) {
    return &b->words->levels[b->project->settings.home];
}

static sk_table_row *add_feature_section(builder *b, const char *id, const char *title) {
    sk_table_row *row = add_row(b, SK_TABLE_SECTION, id, title);
    if (has_home_column(b)) row->cells[1] = sk_wording_capital(home_words(b)->one, b->arena);
    row->cells[source_column(b)] = b->words->table.source;
    row->cells[source_column(b) + 1] = b->words->table.remark;
    return row;
}

/* A figure of several sectors has a section of each. */
static bool has_sectors(const builder *b) {
    return b->figure->sectors.count > 1;
}

static const char *section_id(const builder *b, const char *id, const char *sector) {
    return has_sectors(b) ? sk_arena_printf(b->arena, "%s-%s", id, sector) : id;
}

static const char *section_title(const builder *b, const char *title, const char *sector) {
    if (!has_sectors(b)) return title;
    return sk_arena_printf(b->arena, "%s – %s", sk_project_sector_name(b->project, sector), title);
}

/* The actor's name, with what is said of its choice behind it. */
static const char *presence_text(const builder *b, const sk_presence *presence,
                                 const sk_region *region) {
    const char *name = sk_wording_region(b->words, region, b->arena);
    const sk_blank blank = {"name", name};
    if (presence->recent) name = sk_wording_fill(b->words->table.recent, &blank, 1, b->arena);
    if (presence->note == NULL) return name;
    return sk_arena_printf(b->arena, "%s: %s", name, presence->note);
}

/* An actor that chose the sector. */
typedef struct {
    const char *text;
    sk_legend_symbol symbol;
} choice;

/* Those of one symbol, from `count` on; returns how many there are then. */
static size_t gather_choices_of(const builder *b, const sk_figure *figure, sk_legend_symbol symbol,
                                choice *choices, size_t count) {
    for (size_t i = 0; i < b->project->presence_count; i++) {
        const sk_presence *presence = &b->project->presence[i];
        sk_target target = sk_project_find(b->project, presence->actor);
        /* sk_project_open() has reported what leads nowhere */
        if (!sk_figure_lists(figure, presence) || target.kind != SK_TARGET_REGION) continue;
        bool is_home = sk_settings_is_home_level(&b->project->settings, target.region->level);
        if (is_home == (symbol == SK_LEGEND_HOME))
            choices[count++] = (choice){presence_text(b, presence, target.region), symbol};
    }
    return count;
}

/* As in the legend: the home regions first, then their parts. */
static size_t gather_choices(const builder *b, const sk_figure *figure, choice *choices) {
    size_t homes = gather_choices_of(b, figure, SK_LEGEND_HOME, choices, 0);
    return gather_choices_of(b, figure, SK_LEGEND_PART, choices, homes);
}

static sk_list_grid grid_of(const builder *b) {
    choice *choices = SK_NEW_ARRAY(b->arena, choice, b->project->presence_count);
    size_t count = gather_choices(b, b->figure, choices);
    const double hair_mm = 0.01; /* so that no text fails to fit its own width */
    double symbol_mm = sk_table_symbol_width(b->style);
    double *texts_mm = SK_NEW_ARRAY(b->arena, double, count);
    for (size_t i = 0; i < count; i++)
        texts_mm[i] = sk_paragraph_natural_width(sk_paragraph_create(
                          b->typesetter, NULL, choices[i].text, &b->style->table.cell, b->arena)) +
                      hair_mm;
    return sk_list_grid_choose(texts_mm, count, b->style->table.column_gap_mm + symbol_mm,
                               b->width_mm - symbol_mm);
}

/* Side by side: on an overview they would else fill a page. */
static void add_chosen(builder *b, const char *sector) {
    choice *choices = SK_NEW_ARRAY(b->arena, choice, b->project->presence_count);
    sk_figure part = *b->figure;
    part.sectors = (sk_string_list){&sector, 1};
    size_t count = gather_choices(b, &part, choices);
    if (count > 0)
        add_row(
            b, SK_TABLE_SECTION, section_id(b, "chosen", sector),
            sk_wording_chosen_by(b->words, sk_project_sector_name(b->project, sector), b->arena));
    sk_table_row *row = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t column = i % b->list.columns;
        if (column == 0) row = add_row(b, SK_TABLE_LIST, "chosen", NULL);
        row->cells[column] = choices[i].text;
        row->symbols[column] = choices[i].symbol;
    }
}

static sk_legend_symbol symbol_of(const builder *b, const sk_feature *feature) {
    switch (feature->kind) {
        case SK_FEATURE_POINT:
            return SK_LEGEND_MARKER;
        case SK_FEATURE_ZONE:
            return sk_legend_symbol_of_zone(sk_zone_ground_of(b->project, feature));
        case SK_FEATURE_LINK:
            break;
    }
    return SK_LEGEND_LINK;
}

static const char *home_name(const builder *b, const sk_feature *feature) {
    const sk_region *region = sk_project_home(b->project, feature->home);
    return region != NULL ? region->name : feature->home;
}

static void add_feature(builder *b, const sk_figure_row *from) {
    const sk_feature *feature = from->feature;
    const char *name = feature->name;
    if (feature->basis > 0)
        name = sk_arena_printf(b->arena, "%s %s", name, basis_marks[feature->basis]);
    sk_table_row *row = add_row(b, SK_TABLE_ENTRY, feature->id, name);
    row->symbols[0] = symbol_of(b, feature);
    row->number = from->number;
    row->colour = from->colour;
    row->letters = b->keys != NULL ? sk_feature_key(b->keys, feature) : NULL;
    if (row->letters != NULL) row->symbols[0] = sk_legend_symbol_of_key(feature);
    row->feature = feature;
    if (has_home_column(b)) row->cells[1] = home_name(b, feature);
    row->cells[source_column(b)] = feature->source;
    row->cells[source_column(b) + 1] = feature->remark;
}

/* By number, those without one last; else as in the catalogue. */
static int by_number(const void *a, const void *b) {
    const sk_figure_row *left = a, *right = b;
    unsigned one = (unsigned)left->number - 1, other = (unsigned)right->number - 1;
    if (one != other) return one < other ? -1 : 1;
    return left->feature < right->feature ? -1 : left->feature > right->feature;
}

/* Letters are listed in their order, shorter ones first. */
static int by_key(const sk_feature_keys *keys, const sk_feature *a, const sk_feature *b) {
    const char *left = sk_feature_key(keys, a), *right = sk_feature_key(keys, b);
    if (strlen(left) != strlen(right)) return strlen(left) < strlen(right) ? -1 : 1;
    return strcmp(left, right);
}

/* Zones and links by their letters, those with one letter as in the catalogue. */
static void sort_by_key(const sk_feature_keys *keys, sk_figure_row *rows, size_t count) {
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k > 0 && by_key(keys, rows[k].feature, rows[k - 1].feature) < 0; k--) {
            const sk_figure_row moved = rows[k];
            rows[k] = rows[k - 1];
            rows[k - 1] = moved;
        }
}

/* The rows of that kind and sector; returns how many. */
static size_t rows_of_kind(const builder *b, const sk_figure_row_list *features,
                           sk_feature_kind kind, const char *sector, sk_figure_row *rows) {
    size_t count = 0;
    for (size_t i = 0; i < features->count; i++) {
        const sk_feature *feature = features->items[i].feature;
        if (feature->kind == kind && strcmp(feature->sector, sector) == 0)
            rows[count++] = features->items[i];
    }
    if (b->keys != NULL && kind != SK_FEATURE_POINT) sort_by_key(b->keys, rows, count);
    return count;
}

/* A column that is empty down to the last row of its section says nothing of what it would hold. */
static void drop_empty_heads(const builder *b, sk_table_row *section) {
    for (size_t column = 1; column < SK_TABLE_COLUMNS_MAX; column++) {
        bool is_empty = true;
        for (const sk_table_row *row = section + 1; row < b->rows + b->count; row++)
            if (row->cells[column] != NULL) is_empty = false;
        if (is_empty) section->cells[column] = NULL;
    }
}

static void add_features(builder *b, const sk_figure_row_list *features, sk_feature_kind kind,
                         const char *sector) {
    const struct {
        const char *id, *title;
    } sections[] = {[SK_FEATURE_POINT] = {"points", b->words->table.points},
                    [SK_FEATURE_ZONE] = {"zones", b->words->table.zones},
                    [SK_FEATURE_LINK] = {"links", b->words->table.links}};
    sk_figure_row *rows = SK_NEW_ARRAY(b->arena, sk_figure_row, features->count);
    size_t count = rows_of_kind(b, features, kind, sector, rows);
    if (count == 0) return;
    sk_table_row *section = add_feature_section(b, section_id(b, sections[kind].id, sector),
                                                section_title(b, sections[kind].title, sector));
    for (size_t i = 0; i < count; i++) add_feature(b, &rows[i]);
    drop_empty_heads(b, section);
}

static bool has_basis(const sk_figure_row_list *features, sk_basis basis) {
    for (size_t i = 0; i < features->count; i++)
        if (features->items[i].feature->basis == basis) return true;
    return false;
}

/* What the marks behind names mean. A language says its usual word with the first mark in front. */
static void add_notes(builder *b, const sk_figure_row_list *features) {
    static const char first[] = "* ";
    sk_string_list bases = b->project->settings.bases;
    for (sk_basis basis = 1; basis < (sk_basis)bases.count; basis++) {
        if (!has_basis(features, basis)) continue;
        const char *text = b->words->bases[basis];
        if (strncmp(text, first, strlen(first)) == 0) text += strlen(first);
        add_row(b, SK_TABLE_NOTE, bases.items[basis],
                sk_arena_printf(b->arena, "%s %s", basis_marks[basis], text));
    }
}

static void add_sector(builder *b, sk_table_row *row, const sk_presence *presence) {
    const char **cell = &row->cells[presence->recent ? 2 : 1];
    const char *name = presence->sector;
    for (size_t i = 0; i < b->project->sector_count; i++)
        if (strcmp(b->project->sectors[i].slug, presence->sector) == 0)
            name = b->project->sectors[i].name;
    *cell = *cell == NULL ? name : sk_arena_printf(b->arena, "%s; %s", *cell, name);
}

/* A row for each region of the overview's level that chose anything. */
static void add_regions(builder *b) {
    sk_table_row *section = add_row(b, SK_TABLE_SECTION, "regions", b->words->table.regions);
    section->cells[1] = b->words->legend.sectors;
    section->cells[2] = b->words->legend.newly_chosen;
    const sk_presence *presence = b->project->presence;
    for (size_t i = 0; i < b->project->presence_count; i++) {
        sk_target target = sk_project_find(b->project, presence[i].actor);
        if (target.kind != SK_TARGET_REGION || target.region->level != b->figure->level) continue;
        bool listed = false;
        for (size_t k = 0; k < i; k++) listed |= strcmp(presence[k].actor, presence[i].actor) == 0;
        if (listed) continue;
        sk_table_row *row = add_row(b, SK_TABLE_ENTRY, presence[i].actor, target.region->name);
        for (size_t k = i; k < b->project->presence_count; k++)
            if (strcmp(presence[k].actor, presence[i].actor) == 0) add_sector(b, row, &presence[k]);
    }
}

static void add_rows(builder *b, sk_figure_row_list *features) {
    qsort(features->items, features->count, sizeof *features->items, by_number);
    b->list = grid_of(b);
    for (size_t i = 0; i < b->figure->sectors.count; i++) {
        const char *sector = b->figure->sectors.items[i];
        add_chosen(b, sector);
        add_features(b, features, SK_FEATURE_POINT, sector);
        add_features(b, features, SK_FEATURE_ZONE, sector);
        add_features(b, features, SK_FEATURE_LINK, sector);
    }
    add_notes(b, features);
}

sk_table_content sk_sheet_rows(const sk_composer *composer, const sk_figure *figure, bool keyed,
                               double width_mm, sk_arena *arena) {
    sk_figure_row_list features = sk_figure_rows(composer->project, figure, arena);
    const size_t sections_and_notes = 4 * figure->sectors.count + 1 + SK_BASES_MAX;
    builder b = {.project = composer->project,
                 .figure = figure,
                 .words = composer->words,
                 .arena = arena,
                 .typesetter = composer->typesetter,
                 .style = composer->style,
                 .width_mm = width_mm};
    if (keyed) b.keys = sk_feature_keys_create(b.project, &features, arena);
    b.rows = SK_NEW_ARRAY(arena, sk_table_row,
                          b.project->presence_count + features.count + sections_and_notes);
    bool of_regions = figure->kind == SK_FIGURE_REGION_OVERVIEW;
    if (of_regions)
        add_regions(&b);
    else
        add_rows(&b, &features);
    sk_table_content content = {.rows = b.rows,
                                .row_count = b.count,
                                .column_count = of_regions ? 3 : source_column(&b) + 2,
                                .list = b.list,
                                .remarks_last = !of_regions,
                                .continued = b.words->table.continued};
    for (size_t i = 0; i < content.column_count; i++) content.most_mm[i] = INFINITY;
    content.most_mm[0] = b.style->table.name_most_mm;
    if (!of_regions) content.most_mm[source_column(&b)] = b.style->table.source_most_mm;
    return content;
}
