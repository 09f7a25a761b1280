#include "load/sheets/zip_file.h"

#include <cpl_vsi.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>

#include "load/files/gdal_listener.h"
#include "streekkaart/memory.h"

struct sk_zip_file {
    sk_arena *arena;
    const char *path;
};

struct sk_zip_part {
    VSILFILE *file;
    size_t left;
};

/* GDAL remembers the contents of archives by their path: the same path has the same bytes. */
static uint64_t fingerprint(const char *bytes, size_t length) {
    uint64_t value = 0xcbf29ce484222325u;
    for (size_t i = 0; i < length; i++) value = (value ^ (unsigned char)bytes[i]) * 0x100000001b3u;
    return value;
}

sk_zip_file *sk_zip_open(char *bytes, size_t length) {
    sk_arena *arena = sk_arena_create();
    sk_zip_file *zip = SK_NEW(arena, sk_zip_file);
    zip->arena = arena;
    zip->path = sk_arena_printf(arena, "/vsimem/streekkaart-sheets-%p-%zx-%" PRIx64 ".zip",
                                (void *)zip, length, fingerprint(bytes, length));
    VSILFILE *file = VSIFileFromMemBuffer(zip->path, (GByte *)bytes, length, FALSE);
    if (file != NULL) VSIFCloseL(file);
    return zip;
}

void sk_zip_close(sk_zip_file *zip) {
    VSIUnlink(zip->path);
    sk_arena_free(zip->arena);
}

sk_zip_result sk_zip_part_open(const sk_zip_file *zip, const char *name, sk_zip_part **out) {
    const char *path = sk_arena_printf(zip->arena, "/vsizip/%s/%s", zip->path, name);
    sk_gdal_listener silent = {NULL, {0}};
    *out = NULL;
    sk_gdal_listen(&silent);
    VSILFILE *file = VSIFOpenL(path, "rb");
    bool found = file != NULL && VSIFSeekL(file, 0, SEEK_END) == 0;
    vsi_l_offset size = found ? VSIFTellL(file) : 0; /* as the directory has it */
    if (found) VSIRewindL(file);
    bool fits = size <= SK_ZIP_PART_MAX;
    if (file != NULL && !(found && fits)) VSIFCloseL(file);
    sk_gdal_listen_end();
    if (!found || !fits) return found ? SK_ZIP_TOO_LARGE : SK_ZIP_MISSING;
    *out = sk_heap_array(1, sizeof(sk_zip_part));
    **out = (sk_zip_part){file, (size_t)size};
    return SK_ZIP_FOUND;
}

void sk_zip_part_close(sk_zip_part *part) {
    if (part == NULL) return;
    VSIFCloseL(part->file);
    free(part);
}

int sk_zip_part_read(sk_zip_part *part, char *buffer, int room) {
    if (part->left == 0 || room <= 0) return 0;
    size_t wanted = part->left < (size_t)room ? part->left : (size_t)room;
    sk_gdal_listener silent = {NULL, {0}};
    sk_gdal_listen(&silent);
    size_t got = VSIFReadL(buffer, 1, wanted, part->file);
    sk_gdal_listen_end();
    part->left -= got;
    return got == 0 ? -1 : (int)got;
}
