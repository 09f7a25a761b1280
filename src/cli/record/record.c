#include "cli/record/record.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/memory/text_index.h"
#include "cli/arguments/project_folder.h"
#include "cli/record/record_file.h"

struct sk_record {
    sk_arena *arena;
    sk_drawn *items; /* one without a name is forgotten */
    size_t count, capacity;
    sk_text_index *numbers; /* of each name the place of its drawing, from 1 */
    sk_shard part;          /* as it was read */
    bool changed;
};

const char *sk_record_part_name(sk_shard part, sk_arena *arena) {
    return part.count == 0 ? NULL : sk_arena_printf(arena, SK_RECORD_PART "%zu", part.number);
}

static const char *path_in(const char *folder, sk_shard part, sk_arena *arena) {
    const char *own = sk_path_in(arena, folder, SK_RECORD_FOLDER);
    const char *part_name = sk_record_part_name(part, arena);
    if (part_name != NULL) own = sk_path_in(arena, own, part_name);
    return sk_path_in(arena, own, SK_RECORD_FILE);
}

sk_record *sk_record_read(const char *folder, sk_shard part, sk_arena *arena) {
    sk_record *record = SK_NEW(arena, sk_record);
    record->arena = arena;
    record->numbers = sk_text_index_create(arena);
    sk_drawn_list list = sk_record_file_read(path_in(folder, part, arena), arena);
    for (size_t i = 0; i < list.count; i++) sk_record_put(record, &list.items[i]);
    record->part = list.part;
    record->changed = false;
    return record;
}

sk_shard sk_record_part(const sk_record *record) {
    return record->part;
}

const sk_drawn *sk_record_find(const sk_record *record, const char *name) {
    const size_t *number = sk_text_index_find(record->numbers, name);
    if (number == NULL || *number == 0) return NULL;
    const sk_drawn *drawn = &record->items[*number - 1];
    return drawn->name == NULL ? NULL : drawn;
}

void sk_record_put(sk_record *record, const sk_drawn *drawn) {
    size_t *number = sk_text_index_number(record->numbers, drawn->name);
    if (*number == 0) {
        record->items = sk_arena_grow(record->arena, record->items, record->count,
                                      &record->capacity, sizeof *record->items);
        *number = ++record->count;
    }
    record->items[*number - 1] = *drawn;
    record->changed = true;
}

void sk_record_drop(sk_record *record, const char *name) {
    const sk_drawn *drawn = sk_record_find(record, name);
    if (drawn == NULL) return;
    record->items[drawn - record->items].name = NULL;
    record->changed = true;
}

sk_status sk_record_write(sk_record *record, sk_shard part, const sk_output_folder *folder,
                          sk_diag *diag) {
    bool same_part = record->part.number == part.number && record->part.count == part.count;
    if (!record->changed && same_part) return SK_OK;
    record->part = part;
    sk_status status =
        sk_record_file_write(folder, (sk_drawn_list){record->items, record->count, part}, diag);
    record->changed = status != SK_OK;
    return status;
}

const char *sk_drawn_file_state(const char *folder, const char *name, sk_arena *arena) {
    struct stat status;
    if (lstat(sk_path_in(arena, folder, name), &status) != 0 || !S_ISREG(status.st_mode))
        return NULL;
    return sk_arena_printf(arena, "%lld bytes, %lld.%09ld", (long long)status.st_size,
                           (long long)status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

const char *sk_drawn_file_sum(const char *folder, const char *name, sk_arena *arena) {
    sk_digest *digest = sk_digest_begin();
    sk_digest_file(digest, sk_path_in(arena, folder, name));
    return sk_arena_printf(arena, "%016" PRIx64, sk_digest_end(digest));
}

/* A copy has the same bytes, and mostly another time. */
static bool is_as_left(const sk_drawn_file *file, const char *state, const char *folder,
                       sk_arena *arena) {
    if (file->state != NULL && strcmp(state, file->state) == 0) return true;
    return file->sum != NULL &&
           strcmp(sk_drawn_file_sum(folder, file->name, arena), file->sum) == 0;
}

/* What somebody else did to the drawing's files. */
static const char *file_change(const sk_drawn *drawn, const char *folder, sk_arena *arena) {
    for (size_t i = 0; i < drawn->file_count; i++) {
        const sk_drawn_file *file = &drawn->files[i];
        const char *state = sk_drawn_file_state(folder, file->name, arena);
        if (state == NULL) return "it is not there any more";
        if (!is_as_left(file, state, folder, arena)) return "it was changed since it was drawn";
    }
    return NULL;
}

const char *sk_drawn_change(const sk_drawn *drawn, const sk_aspects *now, const char *folder,
                            sk_arena *arena) {
    if (drawn == NULL || drawn->file_count == 0) return "it has not been drawn yet";
    const char *change = sk_aspects_change(&drawn->aspects, now, drawn->finding_count > 0);
    return change != NULL ? change : file_change(drawn, folder, arena);
}
