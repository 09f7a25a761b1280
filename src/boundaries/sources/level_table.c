#include "boundaries/sources/level_table.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "boundaries/mesh/mesh.h"
#include "boundaries/sources/csv_table.h"
#include "boundaries/sources/fault_tally.h"
#include "boundaries/sources/slug.h"

static const char names_file[] = "level-names.csv";

const char *sk_name_column(const char *language, sk_arena *arena) {
    char *column = sk_arena_printf(arena, "name_%s", language);
    for (char *c = column; *c != '\0'; c++)
        if (*c == '-') *c = '_';
    return column;
}

sk_status sk_mergers_check(const sk_boundary_build *build, const sk_merger_list *mergers,
                           const sk_polygon_list *polygons, sk_diag *diag) {
    size_t unknown = 0, first = 0;
    for (size_t i = mergers->count; i-- > 0;) {
        if (sk_polygon_find(polygons, sk_merged_code(mergers, mergers->olds[i])) != SK_NO_FACE)
            continue;
        unknown++;
        first = i;
    }
    if (unknown == 0) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = build->mergers, .line = (long)first + 2},
                  "mend the code, or take the line out",
                  "%zu of %zu mergers name codes that the source does not have, such as %s and %s",
                  unknown, mergers->count, mergers->olds[first], mergers->news[first]);
    return SK_ERR_DATA;
}

/** A file that was read for another level: what is wrong with it has been said. */
typedef struct {
    const char *path;
    bool failed;
} known_file;

/** What is read of one level, and where it is said. */
typedef struct {
    const sk_boundary_build *build;
    const sk_polygon_list *polygons;
    sk_region_level level;
    const char *place; /* the table, or the source */
    sk_arena *arena;
    sk_diag *diag;
    sk_level_table *out;
    known_file known[2 * SK_REGION_LEVEL_COUNT]; /* tables, and the names beside them */
    size_t known_count;
} level_reader;

/* NULL where the file is read for the first time. */
static const known_file *known_of(const level_reader *r, const char *path) {
    for (size_t i = 0; i < r->known_count; i++)
        if (strcmp(r->known[i].path, path) == 0) return &r->known[i];
    return NULL;
}

/* Reads it once more, without a word where it failed before. */
static bool read_known(level_reader *r, const sk_csv_form *form, sk_csv_table *table) {
    const known_file *known = known_of(r, form->path);
    if (known != NULL && known->failed) return false;
    bool sound = sk_csv_table_read(form, r->arena, r->diag, table) == SK_OK;
    if (known == NULL) r->known[r->known_count++] = (known_file){form->path, !sound};
    return sound;
}

static const char *level_slug(const level_reader *r) {
    return r->build->settings->levels[r->level].slug;
}

static int by_slug(const void *a, const void *b) {
    return strcmp(((const sk_level_region *)a)->slug, ((const sk_level_region *)b)->slug);
}

/* The slug of each polygon's region becomes an index. */
static void gather_regions(level_reader *r, const char *const *slugs) {
    size_t count = r->polygons->count;
    sk_level_table *out = r->out;
    out->regions = SK_NEW_ARRAY(r->arena, sk_level_region, count);
    out->of = SK_NEW_ARRAY(r->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        if (slugs[i] != NULL && *slugs[i] != '\0')
            out->regions[out->count++] = (sk_level_region){.slug = slugs[i]};
    if (out->count > 0) qsort(out->regions, out->count, sizeof *out->regions, by_slug);
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++)
        if (kept == 0 || strcmp(out->regions[kept - 1].slug, out->regions[i].slug) != 0)
            out->regions[kept++] = out->regions[i];
    out->count = kept;
    for (size_t i = 0; i < count; i++) {
        const sk_level_region key = {.slug = slugs[i]};
        const sk_level_region *region =
            slugs[i] == NULL || kept == 0
                ? NULL
                : bsearch(&key, out->regions, kept, sizeof *out->regions, by_slug);
        out->of[i] = region == NULL ? SK_NO_FACE : (uint32_t)(region - out->regions);
    }
}

/* Names that differ only in what a slug leaves out would be one region in silence. */
static void report_same_slug(const level_reader *r, const sk_fault_tally *same) {
    if (same->count == 0) return;
    sk_diag_error(r->diag, (sk_place){.file = r->place},
                  "write one name where it is one region, or else give a table of slugs with "
                  "--level",
                  "%zu of its polygons have a %s whose name gives the slug of another one: %s",
                  same->count, level_slug(r), sk_fault_tally_text(same, r->arena));
}

/* The names of the regions, by the polygons that lie in them. */
static void name_by_polygons(level_reader *r) {
    sk_fault_tally same = {0};
    for (size_t i = 0; i < r->polygons->count; i++) {
        if (r->out->of[i] == SK_NO_FACE) continue;
        sk_level_region *region = &r->out->regions[r->out->of[i]];
        const sk_polygon *polygon = &r->polygons->items[i];
        const char *name = polygon->cells[r->level];
        if (region->name == NULL) {
            region->name = name;
            region->names = polygon->cell_names[r->level];
        } else if (strcmp(region->name, name) != 0) {
            sk_fault_tally_add(&same, sk_arena_printf(r->arena, "%s and %s", region->name, name),
                               r->arena);
        }
    }
    report_same_slug(r, &same);
}

static void read_column(level_reader *r) {
    size_t count = r->polygons->count;
    const char **slugs = SK_NEW_ARRAY(r->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        slugs[i] = sk_slug_of(r->polygons->items[i].cells[r->level], r->arena);
    gather_regions(r, slugs);
    name_by_polygons(r);
}

/* Codes that no polygon has are one cause, however many they are. */
static void report_unknown(const level_reader *r, const sk_csv_table *table, size_t unknown,
                           size_t first) {
    const char *code = r->polygons->count > 0 ? r->polygons->items[0].code : "none";
    sk_diag_error(
        r->diag, (sk_place){.file = r->place, .line = table->rows[first].line},
        "mend the codes, or name those that were merged with --mergers",
        "%zu of its %zu codes, such as %s, are not among the %zu of the source, such as %s",
        unknown, table->count, table->rows[first].cells[0], r->polygons->count, code);
}

/** Codes that stand in a table more than once, and the line of the first of them. */
typedef struct {
    sk_fault_tally codes;
    long line;
} repetition;

static void add_repetition(const level_reader *r, const sk_csv_row *row, const char *before,
                           repetition *twice) {
    if (twice->codes.count == 0) twice->line = row->line;
    const char *example = strcmp(row->cells[1], before) == 0
                              ? row->cells[0]
                              : sk_arena_printf(r->arena, "%s (in %s, and before in %s)",
                                                row->cells[0], row->cells[1], before);
    sk_fault_tally_add(&twice->codes, example, r->arena);
}

static void report_twice(const level_reader *r, const repetition *twice) {
    if (twice->codes.count == 0) return;
    sk_diag_error(r->diag, (sk_place){.file = r->place, .line = twice->line},
                  "leave one line for each, in one region",
                  "what stands here or below stood before: %s",
                  sk_fault_tally_text(&twice->codes, r->arena));
}

static bool has_code(const sk_csv_table *table, const char *code) {
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->rows[i].cells[0], code) == 0) return true;
    return false;
}

/* A line for what was merged outweighs those for its parts, which may have lain in two regions. */
static void assign_rows(level_reader *r, const sk_merger_list *mergers, const sk_csv_table *table,
                        bool is_told) {
    size_t count = r->polygons->count, unknown = 0, first = 0;
    const char **slugs = SK_NEW_ARRAY(r->arena, const char *, count);
    repetition twice = {0};
    for (size_t i = 0; i < table->count; i++) {
        const sk_csv_row *row = &table->rows[i];
        const char *code = sk_merged_code(mergers, row->cells[0]);
        uint32_t found = sk_polygon_find(r->polygons, code);
        if (found == SK_NO_FACE) {
            if (unknown++ == 0) first = i;
            continue;
        }
        bool merged = strcmp(code, row->cells[0]) != 0;
        if (merged && has_code(table, code)) continue;
        bool same = slugs[found] != NULL && strcmp(slugs[found], row->cells[1]) == 0;
        bool again = slugs[found] != NULL && !(merged && same);
        if (again && (merged || !is_told)) /* parts may differ at one level only */
            add_repetition(r, row, slugs[found], &twice);
        slugs[found] = row->cells[1];
    }
    if (unknown > 0 && !is_told) report_unknown(r, table, unknown, first);
    report_twice(r, &twice);
    gather_regions(r, slugs);
}

static const char *surrounding_name(const level_reader *r, const char *slug) {
    const sk_project_settings *settings = r->build->settings;
    for (size_t i = 0; r->level == SK_REGION_NEIGHBOUR && i < settings->surrounding_count; i++)
        if (strcmp(settings->surroundings[i].slug, slug) == 0)
            return settings->surroundings[i].name;
    return NULL;
}

/* Behind these stand columns of names in the project's languages: name_fr. */
enum { LEVEL_COLUMN, SLUG_COLUMN, NAME_COLUMN, NAMES_COLUMNS };

static sk_csv_form names_form(const level_reader *r, const char *path) {
    sk_csv_form form = {
        path, {"level", "slug", "name"}, NAMES_COLUMNS, NAMES_COLUMNS, NAMES_COLUMNS};
    const sk_string_list *languages = &r->build->settings->languages;
    for (size_t i = 0; i < languages->count && form.count < SK_CSV_COLUMNS_MAX; i++)
        form.columns[form.count++] = sk_name_column(languages->items[i], r->arena);
    return form;
}

static bool take_listed_name(const level_reader *r, const sk_csv_table *names,
                             sk_level_region *region) {
    const sk_string_list *languages = &r->build->settings->languages;
    for (size_t i = 0; i < names->count; i++) {
        const char *const *cells = names->rows[i].cells;
        if (strcmp(cells[LEVEL_COLUMN], level_slug(r)) != 0 ||
            strcmp(cells[SLUG_COLUMN], region->slug) != 0)
            continue;
        region->name = cells[NAME_COLUMN];
        for (size_t k = NAMES_COLUMNS; k < SK_CSV_COLUMNS_MAX && cells[k] != NULL; k++)
            if (*cells[k] != '\0')
                region->names = sk_translation_added(
                    region->names, languages->items[k - NAMES_COLUMNS], cells[k], r->arena);
        return true;
    }
    return false;
}

/* From the file beside the table. */
static void name_regions(level_reader *r) {
    const char *slash = strrchr(r->place, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - r->place) + 1;
    const char *path = sk_arena_printf(r->arena, "%.*s%s", (int)folder, r->place, names_file);
    const sk_csv_form form = names_form(r, path);
    sk_csv_table names = {0};
    if (!read_known(r, &form, &names)) return;
    sk_fault_tally missing = {0};
    for (size_t i = 0; i < r->out->count; i++) {
        sk_level_region *region = &r->out->regions[i];
        region->name = surrounding_name(r, region->slug);
        if (region->name != NULL || take_listed_name(r, &names, region)) continue;
        sk_fault_tally_add(&missing, region->slug, r->arena);
        region->name = region->slug;
    }
    if (missing.count > 0)
        sk_diag_error(r->diag, (sk_place){.file = path},
                      "add a line for each, with its level, slug and name",
                      "%zu %s regions of %s have no name here: %s", missing.count, level_slug(r),
                      r->place, sk_fault_tally_text(&missing, r->arena));
}

/* False where the table says nothing of the level, which of neighbours it need not. */
static bool read_table(level_reader *r, const sk_merger_list *mergers) {
    bool needed = r->level != SK_REGION_NEIGHBOUR;
    const sk_csv_form form = {r->place, {"", level_slug(r)}, 2, needed ? 2 : 1, 1};
    sk_csv_table table;
    bool is_told = known_of(r, r->place) != NULL;
    if (!read_known(r, &form, &table) || !table.has[1]) return false;
    assign_rows(r, mergers, &table, is_told);
    if (r->out->count > 0) name_regions(r);
    return true;
}

static void read_level(level_reader *r, const sk_merger_list *mergers) {
    const sk_boundary_level *level = &r->build->levels[r->level];
    r->place = level->table != NULL ? level->table : r->build->source;
    if (level->table != NULL) {
        if (read_table(r, mergers)) return;
    } else if (level->column != NULL) {
        read_column(r);
        return;
    } else if (r->level != SK_REGION_NEIGHBOUR) {
        sk_diag_error(r->diag, (sk_place){.file = r->build->source},
                      sk_arena_printf(r->arena, "add --level %s=COLUMN or --level %s=TABLE.csv",
                                      level_slug(r), level_slug(r)),
                      "it is not said which of its polygons lie in which %s", level_slug(r));
    }
    const char **none = SK_NEW_ARRAY(r->arena, const char *, r->polygons->count);
    gather_regions(r, none);
}

static void report_split(const level_reader *r, sk_region_level larger,
                         const sk_fault_tally *split) {
    if (split->count == 0) return;
    const char *name = r->build->settings->levels[larger].slug;
    sk_diag_error(r->diag, (sk_place){.file = r->place},
                  "a region lies in one of each larger level: mend what it is, or where it lies",
                  "%zu of the polygons lie in another %s than the rest of their %s: %s",
                  split->count, name, level_slug(r), sk_fault_tally_text(split, r->arena));
}

/* Where its polygons lie there lies the region. */
static void find_parents(const level_reader *r, const sk_level_table *tables,
                         sk_region_level larger) {
    sk_fault_tally split = {0};
    for (size_t i = 0; i < r->polygons->count; i++) {
        uint32_t here = r->out->of[i], above = tables[larger].of[i];
        if (here == SK_NO_FACE || above == SK_NO_FACE) continue;
        sk_level_region *region = &r->out->regions[here];
        const char *slug = tables[larger].regions[above].slug;
        if (region->parents[larger] == NULL)
            region->parents[larger] = slug;
        else if (strcmp(region->parents[larger], slug) != 0)
            sk_fault_tally_add(
                &split,
                sk_arena_printf(r->arena, "%s (in %s, %s in %s)", r->polygons->items[i].name, slug,
                                region->slug, region->parents[larger]),
                r->arena);
    }
    report_split(r, larger, &split);
}

sk_status sk_level_tables_read(const sk_boundary_build *build, const sk_merger_list *mergers,
                               const sk_polygon_list *polygons, sk_arena *arena, sk_diag *diag,
                               sk_level_table tables[SK_REGION_LEVEL_COUNT]) {
    size_t errors = sk_diag_error_count(diag);
    sk_region_level count = build->settings->level_count;
    level_reader r = {.build = build, .polygons = polygons, .arena = arena, .diag = diag};
    for (r.level = count - 1; r.level > SK_REGION_SMALLEST; r.level--) {
        r.out = &tables[r.level];
        read_level(&r, mergers);
        for (int larger = r.level + 1; larger < count; larger++) find_parents(&r, tables, larger);
    }
    r.level = SK_REGION_NEIGHBOUR;
    r.out = &tables[r.level];
    read_level(&r, mergers);
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}
