#include "boundaries/sources/mergers.h"

#include <string.h>

#include "boundaries/sources/csv_table.h"
#include "boundaries/sources/fault_tally.h"

enum { OLD, NEW, NAME, OLD_NAME, COLUMNS };

/* The line of an old code; -1: it is none. */
static ptrdiff_t line_of(const sk_merger_list *mergers, const char *code) {
    for (size_t i = 0; i < mergers->count; i++)
        if (strcmp(mergers->olds[i], code) == 0) return (ptrdiff_t)i;
    return -1;
}

/* The last line on the way of a code; -1: it is as it was. A way that leads round ends where it has
 * been through all. */
static ptrdiff_t last_line(const sk_merger_list *mergers, const char *code) {
    ptrdiff_t last = -1;
    for (size_t step = 0; step < mergers->count; step++) {
        ptrdiff_t line = line_of(mergers, code);
        if (line < 0) break;
        last = line;
        if (strcmp(mergers->news[line], code) == 0) break;
        code = mergers->news[line];
    }
    return last;
}

const char *sk_merged_code(const sk_merger_list *mergers, const char *code) {
    ptrdiff_t last = last_line(mergers, code);
    return last < 0 ? code : mergers->news[last];
}

const char *sk_merged_name(const sk_merger_list *mergers, const char *code) {
    ptrdiff_t last = last_line(mergers, code);
    return last < 0 || mergers->names[last][0] == '\0' ? NULL : mergers->names[last];
}

static sk_status check_splits(const char *path, const sk_merger_list *mergers,
                              const sk_csv_table *table, sk_arena *arena, sk_diag *diag) {
    sk_fault_tally splits = {0};
    long first = 0;
    for (size_t i = 0; i < mergers->count; i++) {
        size_t before = (size_t)line_of(mergers, mergers->olds[i]);
        if (strcmp(mergers->news[before], mergers->news[i]) == 0) continue;
        if (splits.count == 0) first = table->rows[i].line;
        sk_fault_tally_add(&splits,
                           sk_arena_printf(arena, "%s (%s and %s)", mergers->olds[i],
                                           mergers->news[before], mergers->news[i]),
                           arena);
    }
    if (splits.count == 0) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = path, .line = first},
                  "leave one line for each old code; a region that was split takes boundaries of "
                  "after it, and the new codes in the tables",
                  "%zu codes become two: %s", splits.count, sk_fault_tally_text(&splits, arena));
    return SK_ERR_DATA;
}

static const char *const *column(const sk_csv_table *table, size_t index, sk_arena *arena) {
    const char **cells = SK_NEW_ARRAY(arena, const char *, table->count);
    for (size_t i = 0; i < table->count; i++) cells[i] = table->rows[i].cells[index];
    return cells;
}

sk_status sk_mergers_read(const sk_boundary_build *build, sk_arena *arena, sk_diag *diag,
                          sk_merger_list *out) {
    *out = (sk_merger_list){0};
    if (build->mergers == NULL) return SK_OK;
    const sk_csv_form form = {
        build->mergers, {"old", "new", "name", "old_name"}, COLUMNS, NEW + 1, NEW + 1};
    sk_csv_table table;
    sk_status status = sk_csv_table_read(&form, arena, diag, &table);
    *out =
        (sk_merger_list){column(&table, OLD, arena), column(&table, NEW, arena),
                         column(&table, NAME, arena), column(&table, OLD_NAME, arena), table.count};
    return status == SK_OK ? check_splits(build->mergers, out, &table, arena, diag) : status;
}
