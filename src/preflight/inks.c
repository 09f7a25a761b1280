#include "preflight/inks.h"

#include <string.h>

static const struct {
    const char *name;
    sk_space_kind kind;
} plain_spaces[] = {
    {"/DeviceGray", SK_SPACE_GREY}, {"/DeviceRGB", SK_SPACE_RGB}, {"/DeviceCMYK", SK_SPACE_CMYK},
    {"/CalGray", SK_SPACE_GREY},    {"/CalRGB", SK_SPACE_RGB},    {"/G", SK_SPACE_GREY},
    {"/RGB", SK_SPACE_RGB},         {"/CMYK", SK_SPACE_CMYK},     {"/Pattern", SK_SPACE_OTHER},
};

static sk_space profile_space(qpdf_data qpdf, qpdf_oh array, sk_arena *arena) {
    double parts = 0;
    qpdf_oh stream = qpdf_oh_get_array_item(qpdf, array, 1);
    qpdf_oh_get_value_as_number(qpdf, sk_pdf_key(qpdf, stream, "/N"), &parts);
    sk_space_kind kind = parts == 1   ? SK_SPACE_GREY
                         : parts == 3 ? SK_SPACE_RGB
                         : parts == 4 ? SK_SPACE_CMYK
                                      : SK_SPACE_OTHER;
    return (sk_space){kind, sk_arena_printf(arena, "ICCBased %d", (int)parts)};
}

/* A picture's list of colours is of screens where they are; what inks they take is not told. */
static sk_space indexed_space(qpdf_data qpdf, qpdf_oh array, sk_arena *arena) {
    qpdf_oh base = qpdf_oh_get_array_item(qpdf, array, 1);
    bool nested =
        sk_pdf_item_count(qpdf, base) > 0 &&
        qpdf_oh_is_name_and_equals(qpdf, qpdf_oh_get_array_item(qpdf, base, 0), "/Indexed");
    sk_space_kind kind = SK_SPACE_OTHER;
    const char *name = "Indexed";
    if (!nested) {
        sk_space of = sk_space_of(qpdf, base, qpdf_oh_new_null(qpdf), arena);
        if (of.kind == SK_SPACE_RGB) kind = SK_SPACE_RGB;
        name = sk_arena_printf(arena, "Indexed %s", of.name);
    }
    return (sk_space){kind, name};
}

static sk_space array_space(qpdf_data qpdf, qpdf_oh array, sk_arena *arena) {
    qpdf_oh first = qpdf_oh_get_array_item(qpdf, array, 0);
    if (!qpdf_oh_is_name(qpdf, first)) return (sk_space){SK_SPACE_UNKNOWN, "unknown"};
    const char *name = sk_arena_string(arena, qpdf_oh_get_name(qpdf, first));
    if (strcmp(name, "/ICCBased") == 0) return profile_space(qpdf, array, arena);
    if (strcmp(name, "/Separation") == 0) {
        qpdf_oh ink = qpdf_oh_get_array_item(qpdf, array, 1);
        if (!qpdf_oh_is_name(qpdf, ink)) return (sk_space){SK_SPACE_OTHER, "Separation"};
        const char *ink_name = sk_arena_string(arena, qpdf_oh_get_name(qpdf, ink) + 1);
        bool all = strcmp(ink_name, "All") == 0;
        return (sk_space){all ? SK_SPACE_REGISTRATION : SK_SPACE_SPOT,
                          sk_arena_printf(arena, "Separation %s", ink_name)};
    }
    if (strcmp(name, "/Indexed") == 0) return indexed_space(qpdf, array, arena);
    for (size_t i = 0; i < sizeof plain_spaces / sizeof *plain_spaces; i++)
        if (strcmp(plain_spaces[i].name, name) == 0)
            return (sk_space){plain_spaces[i].kind, plain_spaces[i].name + 1};
    return (sk_space){SK_SPACE_OTHER, name + 1};
}

sk_space sk_space_of(qpdf_data qpdf, qpdf_oh object, qpdf_oh resources, sk_arena *arena) {
    if (qpdf_oh_is_array(qpdf, object)) return array_space(qpdf, object, arena);
    if (!qpdf_oh_is_name(qpdf, object)) return (sk_space){SK_SPACE_UNKNOWN, "unknown"};
    const char *name = sk_arena_string(arena, qpdf_oh_get_name(qpdf, object));
    for (size_t i = 0; i < sizeof plain_spaces / sizeof *plain_spaces; i++)
        if (strcmp(plain_spaces[i].name, name) == 0)
            return (sk_space){plain_spaces[i].kind, plain_spaces[i].name + 1};
    qpdf_oh named = sk_pdf_key(qpdf, sk_pdf_key(qpdf, resources, "/ColorSpace"), name);
    if (qpdf_oh_is_array(qpdf, named)) return array_space(qpdf, named, arena);
    bool names = qpdf_oh_is_name(qpdf, named); /* of a device: by another name */
    return names ? sk_space_of(qpdf, named, qpdf_oh_new_null(qpdf), arena)
                 : (sk_space){SK_SPACE_UNKNOWN, name + 1};
}

double sk_space_ink(sk_space_kind kind, const double *parts, size_t count) {
    double sum = 0;
    switch (kind) {
        case SK_SPACE_GREY:
            return count > 0 ? 1 - parts[0] : 0;
        case SK_SPACE_CMYK:
        case SK_SPACE_SPOT:
            for (size_t i = 0; i < count; i++) sum += parts[i];
            return sum;
        case SK_SPACE_RGB:
        case SK_SPACE_REGISTRATION:
        case SK_SPACE_OTHER:
        case SK_SPACE_UNKNOWN:
            return 0;
    }
    return 0;
}
