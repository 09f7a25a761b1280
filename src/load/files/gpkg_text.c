#include "load/files/gpkg_text.h"

#include "streekkaart/memory.h"

/* The columns of text of all tables that hold rows of the user's. */
static const char columns[] =
    "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
    "WHERE m.type = 'table' AND m.name NOT LIKE 'gpkg\\_%' ESCAPE '\\' "
    "AND m.name NOT LIKE 'rtree\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
    "AND c.type LIKE '%TEXT%' ORDER BY m.name, c.cid";

/* In the form of SQL: a quote in it is doubled. */
static const char *quoted(sk_arena *arena, const char *name) {
    char *text = sqlite3_mprintf("\"%w\"", name);
    const char *copy = sk_arena_string(arena, text);
    sqlite3_free(text);
    return copy;
}

static bool check_column(sqlite3 *base, const char *table, const char *column, const char *shown,
                         sk_diag *diag) {
    sk_arena *scratch = sk_arena_create();
    const char *name = quoted(scratch, column);
    const char *search = sk_arena_printf(
        scratch, "SELECT rowid FROM %s WHERE instr(CAST(%s AS BLOB), x'00') > 0 LIMIT 1",
        quoted(scratch, table), name);
    sqlite3_stmt *query = NULL;
    bool found = sqlite3_prepare_v2(base, search, -1, &query, NULL) == SQLITE_OK &&
                 sqlite3_step(query) == SQLITE_ROW;
    if (found)
        sk_diag_error(diag,
                      (sk_place){.file = shown,
                                 .feature = sk_arena_printf(
                                     scratch, "feature %lld of %s",
                                     (long long)sqlite3_column_int64(query, 0), table)},
                      "take it out", "%s holds a NUL, which is no character", column);
    sqlite3_finalize(query);
    sk_arena_free(scratch);
    return !found;
}

bool sk_gpkg_text_is_whole(sqlite3 *base, const char *shown, sk_diag *diag) {
    bool whole = true;
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(base, columns, -1, &query, NULL) != SQLITE_OK) return true;
    while (sqlite3_step(query) == SQLITE_ROW)
        whole = check_column(base, (const char *)sqlite3_column_text(query, 0),
                             (const char *)sqlite3_column_text(query, 1), shown, diag) &&
                whole;
    sqlite3_finalize(query);
    return whole;
}
