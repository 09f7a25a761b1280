#include "load/tables/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int by_file(const void *a, const void *b) {
    return strcmp(((const sk_folder_entry *)a)->file, ((const sk_folder_entry *)b)->file);
}

/* Programs put their lock and backup files beside those that are open. */
static bool is_table_file(const char *name) {
    return name[0] != '.' && name[0] != '~' && sk_table_is_readable(name);
}

/* A file that may be meant as a table, in a format that programs keep tables and maps in but that
 * is not read; or a part of a shapefile, which is none without its .shp. */
static bool is_other_file(const char *name) {
    static const char *const endings[] = {
        ".xls", ".xlsb", ".xlsm", ".numbers",  ".txt",    ".tsv", ".tab",   ".kml",     ".kmz",
        ".gml", ".gpx",  ".dxf",  ".fods",     ".sqlite", ".mdb", ".accdb", ".parquet", ".topojson",
        ".mif", ".dbf",  ".shx",  ".geojsonl", ".ndjson", ".zip", NULL};
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot != NULL && endings[i] != NULL; i++)
        if (strcasecmp(dot, endings[i]) == 0) return name[0] != '.' && name[0] != '~';
    return false;
}

typedef bool file_filter(const char *name);

static sk_folder_entry *list_files(const sk_load *load, const char *name, DIR *directory,
                                   file_filter *is_meant, size_t *count) {
    sk_folder_entry *entries = NULL;
    size_t capacity = 0;
    *count = 0;
    rewinddir(directory);
    for (const struct dirent *item; (item = readdir(directory)) != NULL;) {
        if (!is_meant(item->d_name)) continue;
        entries = sk_heap_grow(entries, *count, &capacity, sizeof *entries);
        const char *file = sk_arena_printf(load->arena, "%s/%s", name, item->d_name);
        entries[(*count)++] =
            (sk_folder_entry){.stem = sk_table_stem(load->arena, file), .file = file};
    }
    if (*count > 0) qsort(entries, *count, sizeof *entries, by_file);
    return entries;
}

static sk_folder_entry *find(const sk_folder *folder, const char *stem) {
    for (size_t i = 0; i < folder->count; i++)
        if (strcmp(folder->entries[i].stem, stem) == 0) return &folder->entries[i];
    return NULL;
}

/* What is there in a format that is read, too, is a copy for another program. */
static void list_others(const sk_load *load, DIR *directory, sk_folder *folder) {
    size_t count = 0;
    sk_folder_entry *files = list_files(load, folder->name, directory, is_other_file, &count);
    folder->others = SK_NEW_ARRAY(load->arena, sk_folder_entry, count);
    for (size_t i = 0; i < count; i++)
        if (find(folder, files[i].stem) == NULL) folder->others[folder->other_count++] = files[i];
    free(files);
}

static sk_folder open_folder(const sk_load *load, const char *name) {
    sk_folder folder = {.name = name};
    const char *path = sk_arena_printf(load->arena, "%s/%s", load->directory, name);
    if (!sk_project_path_check(load->directory, path, name, load->diag)) return folder;
    DIR *directory = opendir(path);
    if (directory == NULL) {
        sk_diag_error(load->diag, (sk_place){.file = name},
                      "name the project's folder with --project", "the folder can't be read: %s",
                      strerror(errno));
        return folder;
    }
    size_t count = 0;
    sk_folder_entry *entries = list_files(load, name, directory, is_table_file, &count);
    folder.entries = SK_NEW_ARRAY(load->arena, sk_folder_entry, count);
    for (size_t i = 0; i < count; i++) {
        sk_folder_entry *other = find(&folder, entries[i].stem);
        if (other == NULL) {
            folder.entries[folder.count++] = entries[i];
            continue;
        }
        other->has_twin = true;
        sk_diag_error(load->diag, (sk_place){.file = entries[i].file}, "keep one of the two files",
                      "%s holds the same table", other->file);
    }
    free(entries);
    list_others(load, directory, &folder);
    closedir(directory);
    return folder;
}

static sk_folder open_file(const sk_load *load, const char *path) {
    sk_load from_here = *load;
    from_here.directory = NULL;
    sk_folder folder = {.name = sk_arena_string(load->arena, path), .is_file = true};
    sk_table_list tables;
    if (!sk_tables_read(&from_here, folder.name, &tables) && tables.count == 0) return folder;
    folder.entries = SK_NEW_ARRAY(load->arena, sk_folder_entry, tables.count);
    for (size_t i = 0; i < tables.count; i++) {
        sk_table *table = &tables.items[i];
        folder.entries[folder.count++] =
            (sk_folder_entry){.stem = table->name, .file = table->file, .layer = {table, 1}};
    }
    return folder;
}

sk_folder sk_folder_open(const sk_load *load, const char *catalogue) {
    return catalogue == NULL ? open_folder(load, "layers") : open_file(load, catalogue);
}

sk_table_list sk_folder_entry_read(const sk_load *load, const sk_folder_entry *entry) {
    sk_table_list tables = entry->layer;
    if (tables.count > 0) return tables;
    size_t errors = sk_diag_error_count(load->diag);
    if (sk_tables_read(load, entry->file, &tables) && tables.count == 0 &&
        sk_diag_error_count(load->diag) == errors)
        sk_diag_error(load->diag, (sk_place){.file = entry->file}, "add a layer or a sheet",
                      "the file holds no table");
    return tables;
}

void sk_folder_report_unread(const sk_load *load, const sk_folder_entry *other) {
    sk_diag_error(load->diag, (sk_place){.file = other->file},
                  "save it as .geojson, .gpkg, .shp, .fgb, .csv, .xlsx or .ods",
                  "the file is in a format that can't be read");
}

void sk_folder_report_missing(const sk_load *load, const sk_folder *folder, const char *name) {
    for (size_t i = 0; i < folder->other_count; i++)
        if (strcmp(folder->others[i].stem, sk_table_stem(load->arena, name)) == 0) {
            sk_folder_report_unread(load, &folder->others[i]);
            return;
        }
    if (folder->is_file) {
        sk_diag_error(load->diag, (sk_place){.file = folder->name},
                      "add it, or export the catalogue anew: streekkaart catalogue export",
                      "there is no layer or sheet \"%s\"", sk_table_stem(load->arena, name));
        return;
    }
    sk_diag_error(load->diag,
                  (sk_place){.file = sk_arena_printf(load->arena, "%s/%s", folder->name, name)},
                  "put it there, in this or another format (.csv, .geojson, .gpkg, .xlsx, .ods)",
                  "there is no such file");
}

const char *sk_folder_table_file(const sk_load *load, const sk_folder *folder, const char *name) {
    const sk_folder_entry *entry = find(folder, sk_table_stem(load->arena, name));
    return entry != NULL ? entry->file : sk_arena_printf(load->arena, "%s/%s", folder->name, name);
}

bool sk_folder_table_has_twin(const sk_load *load, const sk_folder *folder, const char *name) {
    const sk_folder_entry *entry = find(folder, sk_table_stem(load->arena, name));
    return entry != NULL && entry->has_twin;
}

sk_table *sk_folder_table(const sk_load *load, const sk_folder *folder, const char *name,
                          const sk_table_form *form) {
    const sk_folder_entry *entry = find(folder, sk_table_stem(load->arena, name));
    if (entry == NULL) {
        sk_folder_report_missing(load, folder, name);
        return NULL;
    }
    sk_table_list tables = sk_folder_entry_read(load, entry);
    if (tables.count == 0) return NULL;
    return sk_table_check(load, &tables.items[0], form) ? &tables.items[0] : NULL;
}
