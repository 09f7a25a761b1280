#include "load/files/gpkg_schema.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "streekkaart/memory.h"

/* The first row that is not let in, its kind and its name. Functions of tables are quoted in any
 * case, with any blanks. */
static const char strangers[] =
    "SELECT type, name FROM sqlite_master WHERE type = 'view' OR "
    "(type = 'table' AND rootpage = 0 AND NOT (name LIKE 'rtree\\_%' ESCAPE '\\' AND "
    "sql LIKE '%USING rtree%')) ORDER BY type DESC, name LIMIT 1";

/** One that is looked at. */
typedef struct {
    sqlite3 *base;
    const char *shown;
    sk_diag *diag;
} gpkg;

static bool is_sqlite(const char *path) {
    static const char magic[] = "SQLite format 3";
    char head[sizeof magic] = "";
    FILE *file = fopen(path, "rb");
    if (file == NULL) return false;
    size_t length = fread(head, 1, sizeof head, file);
    (void)fclose(file); /* it was only read */
    return length == sizeof head && memcmp(head, magic, sizeof magic) == 0;
}

/* As a URI, in which only SQLite can be told that nobody else writes. */
static const char *immutable_uri(sk_arena *arena, const char *path) {
    char *escaped = SK_NEW_ARRAY(arena, char, 3 * strlen(path) + 1), *end = escaped;
    for (const char *c = path; *c != '\0'; c++)
        end += sprintf(end, strchr("?#%", *c) != NULL ? "%%%02x" : "%c", *c);
    return sk_arena_printf(arena, "file:%s?immutable=1", escaped);
}

static void report_stranger(sqlite3_stmt *row, const char *shown, sk_diag *diag) {
    bool view = strcmp((const char *)sqlite3_column_text(row, 0), "view") == 0;
    sk_diag_error(diag, (sk_place){.file = shown},
                  "save the rows that the maps need as a table, and take it out",
                  view ? "the view \"%s\" is a query, and none is run"
                       : "the table \"%s\" is a query or another file, and neither is read",
                  (const char *)sqlite3_column_text(row, 1));
}

static void report_fault(const char *shown, int failure, sk_diag *diag) {
    sk_diag_error(diag, (sk_place){.file = shown}, "save it anew, or take a whole copy",
                  "this is no GPKG file that is whole: %s", sqlite3_errstr(failure));
}

/* The tables that hold rows of the user's. */
#define TABLES                                                     \
    "m.type = 'table' AND m.name NOT LIKE 'gpkg\\_%' ESCAPE '\\' " \
    "AND m.name NOT LIKE 'rtree\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
#define COLUMNS \
    "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE " TABLES

/* Cells that GDAL would take for others, by the columns that they may stand in. It hands texts on
 * as they are in C, so that the rest of one with a NUL in it would be lost, and any number that is
 * none as 0. */
static const struct {
    const char *columns, *is_faulty; /* of a column with this name */
    const char *what, *remedy;
} cell_faults[] = {
    {COLUMNS " AND c.type LIKE '%TEXT%' ORDER BY m.name, c.cid",
     "instr(CAST(%s AS BLOB), x'00') > 0", "holds a NUL, which is no character", "take it out"},
    {COLUMNS " AND upper(c.type) IN ('BOOLEAN', 'TINYINT', 'SMALLINT', 'MEDIUMINT', 'INT', "
             "'INTEGER', 'FLOAT', 'DOUBLE', 'REAL') ORDER BY m.name, c.cid",
     "typeof(%s) IN ('blob', 'text')", "is no number, though its column holds numbers",
     "write the number"},
};

static const char tables[] = "SELECT 1 FROM sqlite_master m WHERE " TABLES " LIMIT 1";

/* In the form of SQL: a quote in it is doubled. */
static const char *quoted(sk_arena *arena, const char *name) {
    char *text = sqlite3_mprintf("\"%w\"", name);
    const char *copy = sk_arena_string(arena, text);
    sqlite3_free(text);
    return copy;
}

/* The column is where its name is asked for. */
static const char *condition(sk_arena *arena, const char *is_faulty, const char *column) {
    const char *blank = strstr(is_faulty, "%s");
    return sk_arena_printf(arena, "%.*s%s%s", (int)(blank - is_faulty), is_faulty,
                           quoted(arena, column), blank + strlen("%s"));
}

static bool check_column(const gpkg *file, size_t fault, const char *table, const char *column) {
    sk_arena *scratch = sk_arena_create();
    const char *search =
        sk_arena_printf(scratch, "SELECT rowid FROM %s WHERE %s LIMIT 1", quoted(scratch, table),
                        condition(scratch, cell_faults[fault].is_faulty, column));
    sqlite3_stmt *query = NULL;
    bool found = sqlite3_prepare_v2(file->base, search, -1, &query, NULL) == SQLITE_OK &&
                 sqlite3_step(query) == SQLITE_ROW;
    if (found)
        sk_diag_error(file->diag,
                      (sk_place){.file = file->shown,
                                 .feature = sk_arena_printf(
                                     scratch, "feature %lld of %s",
                                     (long long)sqlite3_column_int64(query, 0), table)},
                      cell_faults[fault].remedy, "%s %s", column, cell_faults[fault].what);
    sqlite3_finalize(query);
    sk_arena_free(scratch);
    return !found;
}

static bool check_cells(const gpkg *file, size_t fault) {
    bool whole = true;
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(file->base, cell_faults[fault].columns, -1, &query, NULL) != SQLITE_OK)
        return true;
    while (sqlite3_step(query) == SQLITE_ROW)
        whole = check_column(file, fault, (const char *)sqlite3_column_text(query, 0),
                             (const char *)sqlite3_column_text(query, 1)) &&
                whole;
    sqlite3_finalize(query);
    return whole;
}

static bool check_rows(const gpkg *file) {
    bool whole = true;
    for (size_t i = 0; i < sizeof cell_faults / sizeof *cell_faults; i++)
        whole = check_cells(file, i) && whole;
    return whole;
}

/* Of one without any, GDAL would say nothing but that it can't be opened. */
static bool check_tables(const gpkg *file) {
    sqlite3_stmt *query = NULL;
    bool none = sqlite3_prepare_v2(file->base, tables, -1, &query, NULL) == SQLITE_OK &&
                sqlite3_step(query) == SQLITE_DONE;
    sqlite3_finalize(query);
    if (none)
        sk_diag_error(file->diag, (sk_place){.file = file->shown}, "add a layer",
                      "the file holds no layer");
    return !none;
}

/* SQLITE_OK: the schema was read, and *plain tells what it is. */
static int look(sqlite3 *base, const char *shown, sk_diag *diag, bool *plain) {
    sqlite3_db_config(base, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_stmt *query = NULL;
    int failure = sqlite3_prepare_v2(base, strangers, -1, &query, NULL);
    if (failure == SQLITE_OK) failure = sqlite3_step(query);
    *plain = failure == SQLITE_DONE;
    if (failure == SQLITE_ROW) report_stranger(query, shown, diag);
    sqlite3_finalize(query);
    const gpkg file = {base, shown, diag};
    if (*plain) *plain = check_tables(&file) && check_rows(&file);
    return failure == SQLITE_ROW || failure == SQLITE_DONE ? SQLITE_OK : failure;
}

/* One that was left open where nobody may write wants to be told that it is not open any more. */
bool sk_gpkg_schema_is_plain(const char *path, const char *shown, sk_diag *diag) {
    if (!is_sqlite(path)) return true;
    sk_arena *scratch = sk_arena_create();
    const char *const names[] = {path[0] == '/' ? path : sk_arena_printf(scratch, "./%s", path),
                                 immutable_uri(scratch, path)};
    bool plain = false;
    int failure = SQLITE_ERROR;
    for (int i = 0; i < 2 && failure != SQLITE_OK; i++) {
        sqlite3 *base = NULL;
        int flags = SQLITE_OPEN_READONLY | (i == 0 ? 0 : SQLITE_OPEN_URI);
        failure = sqlite3_open_v2(names[i], &base, flags, NULL);
        if (failure == SQLITE_OK) failure = look(base, shown, diag, &plain);
        sqlite3_close(base);
    }
    sk_arena_free(scratch);
    if (failure != SQLITE_OK) report_fault(shown, failure, diag);
    return plain;
}
