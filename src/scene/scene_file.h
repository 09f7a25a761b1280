/** Pages as bytes, to be read again by the same program: what was decided once is not decided anew.
 *
 *  The bytes are those of this machine, and no format for others. */
#ifndef STREEKKAART_SCENE_SCENE_FILE_H
#define STREEKKAART_SCENE_SCENE_FILE_H

#include <stdint.h>

#include "streekkaart/scene.h"

/** The pages as bytes, heap memory, the caller's to free(). `key` says what they were made of. */
char *sk_scene_file_pack(sk_scene *const *pages, size_t count, uint64_t key, size_t *length);

/** The pages again, all in `arena`. False where the bytes are not whole, or made of something else
 *  than `key` says: nothing is to be done with *pages then. */
bool sk_scene_file_unpack(const char *bytes, size_t length, uint64_t key, sk_arena *arena,
                          sk_scene ***pages, size_t *count);

#endif
