/** Objects of JSON whose keys are known: one way to walk them, and to say what is wrong with a key.
 *
 *  A key is known by its path: "marker.diameter" is `diameter` of the object `marker`. */
#ifndef STREEKKAART_LOAD_FILES_KEYED_JSON_H
#define STREEKKAART_LOAD_FILES_KEYED_JSON_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"

/** A file while it is read, and where its faults are reported. */
typedef struct {
    const char *name;
    sk_arena *arena; /* for what is said about it */
    sk_diag *diag;
} sk_keyed_file;

/** Takes the value of key number `key`; `path` is its whole path, the file's arena's. */
typedef void sk_keyed_reader(void *reader, size_t key, const cJSON *item, const char *path);

/** What an object may say. */
typedef struct {
    const char *path;         /* of the object itself; "" for the root */
    const char *const *names; /* of its keys, below that path */
    size_t count;
    const char *remedy; /* for an unknown key that no other looks like */
    sk_keyed_reader *read;
    void *reader;
    bool *given; /* for each key: set when it is met, so that it is taken once only */
} sk_keyed_object;

/** Walks `object`, and the objects in it that lead to its keys. Reports those that are unknown or
 *  given twice. */
void sk_keyed_read(const sk_keyed_file *file, const sk_keyed_object *known, const cJSON *object);

/** Reports what is wrong at `path`: on the line of `item`, where that is not NULL. */
void sk_keyed_fault(const sk_keyed_file *file, const cJSON *item, const char *path,
                    const char *what, const char *remedy);

/** The text of an item, on the file's arena; NULL, reported, where it is none or empty. */
const char *sk_keyed_text(const sk_keyed_file *file, const cJSON *item, const char *path);

/** Reports that a key is missing. */
void sk_keyed_missing(const sk_keyed_file *file, const char *path, const char *remedy);

/** The path of `name` in the object at `path`; the arena's. */
const char *sk_keyed_path(sk_arena *arena, const char *path, const char *name);

#endif
