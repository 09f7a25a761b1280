#include "cli/record/digest_parts.h"

#include "load/style/style_keys.h"

static void add_shape(sk_digest *digest, const sk_shape *shape) {
    sk_digest_integer(digest, shape->kind);
    sk_digest_integer(digest, (long long)shape->part_count);
    for (size_t i = 0; i < shape->part_count; i++) {
        const sk_shape_part *part = &shape->parts[i];
        sk_digest_integer(digest, part->hole);
        sk_digest_bytes(digest, part->points, part->count * sizeof *part->points);
    }
}

void sk_digest_region(sk_digest *digest, const sk_region *region) {
    sk_digest_integer(digest, region->level);
    sk_digest_text(digest, region->level_slug);
    sk_digest_text(digest, region->slug);
    sk_digest_text(digest, region->name);
    sk_digest_text(digest, region->listed_name);
    for (size_t i = 0; i < SK_REGION_LEVELS_MAX; i++) sk_digest_text(digest, region->parents[i]);
    for (size_t i = 0; i < region->formers.count; i++)
        sk_digest_text(digest, region->formers.items[i]);
    add_shape(digest, &region->shape);
}

void sk_digest_context(sk_digest *digest, const sk_context_item *item) {
    sk_digest_text(digest, item->id);
    sk_digest_integer(digest, item->kind);
    sk_digest_text(digest, item->name);
    sk_digest_integer(digest, item->rank);
    add_shape(digest, &item->shape);
}

static void add_references(sk_digest *digest, const sk_project *project, sk_string_list list) {
    sk_digest_integer(digest, (long long)list.count);
    for (size_t i = 0; i < list.count; i++) {
        sk_target target = sk_project_find(project, list.items[i]);
        sk_digest_text(digest, list.items[i]);
        sk_digest_integer(digest, target.kind);
        if (target.kind != SK_TARGET_PLACE) continue;
        sk_digest_text(digest, target.place->name);
        sk_digest_number(digest, target.place->point.east_m);
        sk_digest_number(digest, target.place->point.north_m);
    }
}

static void add_symbol(sk_digest *digest, const sk_point_symbol *symbol) {
    sk_digest_text(digest, symbol->name);
    for (size_t i = 0; i < symbol->part_count; i++) {
        const sk_symbol_part *part = &symbol->parts[i];
        sk_digest_text(digest, part->commands);
        sk_digest_bytes(digest, part->points, part->point_count * sizeof *part->points);
    }
}

void sk_digest_feature(sk_digest *digest, const sk_project *project, const sk_feature *feature,
                       bool on_sheet) {
    const char *const texts[] = {feature->id, feature->home, feature->sector, feature->name,
                                 feature->source};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) sk_digest_text(digest, texts[i]);
    sk_digest_integer(digest, feature->kind);
    sk_digest_integer(digest, feature->link_type);
    sk_digest_integer(digest, feature->zone_class);
    sk_digest_integer(digest, feature->number);
    add_references(digest, project, feature->area);
    add_references(digest, project, feature->from);
    add_references(digest, project, feature->to);
    add_shape(digest, &feature->geometry);
    if (feature->symbol != NULL) add_symbol(digest, feature->symbol);
    if (!on_sheet) return;
    sk_digest_text(digest, feature->remark);
    sk_digest_integer(digest, feature->basis);
}

void sk_digest_presence(sk_digest *digest, const sk_presence *presence) {
    const char *const texts[] = {presence->sector, presence->home, presence->actor, presence->note};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) sk_digest_text(digest, texts[i]);
    sk_digest_integer(digest, presence->recent);
}

void sk_digest_pin(sk_digest *digest, const sk_pin *pin) {
    sk_digest_integer(digest, pin->on_sheet);
    sk_digest_text(digest, pin->id);
    sk_digest_number(digest, pin->dx_mm);
    sk_digest_number(digest, pin->dy_mm);
    sk_digest_integer(digest, pin->lines);
    sk_digest_number(digest, pin->turn_deg);
}

void sk_digest_place(sk_digest *digest, sk_place place) {
    sk_digest_text(digest, place.file);
    sk_digest_integer(digest, place.line);
    sk_digest_text(digest, place.feature);
}

static void add_colour(sk_digest *digest, const sk_colour *colour) {
    const double parts[] = {colour->red, colour->green, colour->blue, colour->alpha};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) sk_digest_number(digest, parts[i]);
    sk_digest_integer(digest, colour->has_ink);
    if (!colour->has_ink) return;
    const sk_ink *ink = &colour->ink;
    const double inks[] = {ink->cyan, ink->magenta, ink->yellow, ink->black};
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++) sk_digest_number(digest, inks[i]);
}

static void add_palette(sk_digest *digest, const sk_palette *palette) {
    sk_digest_integer(digest, (long long)palette->count);
    for (size_t i = 0; i < palette->count; i++) add_colour(digest, &palette->colours[i]);
}

/* With what stands behind a value of the kind and belongs to it (see style_keys.h). */
static void add_value(sk_digest *digest, const sk_style_key *key, const char *value) {
    switch (key->kind) {
        case SK_STYLE_STRING:
        case SK_STYLE_CRS:
            sk_digest_text(digest, value);
            return;
        case SK_STYLE_COLOUR:
            add_colour(digest, (const sk_colour *)value);
            return;
        case SK_STYLE_HALO:
            add_colour(digest, (const sk_colour *)value);
            sk_digest_integer(digest, *(const bool *)(value + sizeof(sk_colour)));
            return;
        case SK_STYLE_PALETTE:
            add_palette(digest, (const sk_palette *)value);
            return;
        case SK_STYLE_DASH:
            sk_digest_bytes(digest, value, key->size + sizeof(size_t));
            return;
        default:
            sk_digest_bytes(digest, value, key->size);
    }
}

static void add_keys(sk_digest *digest, sk_style_key_list keys, const char *object) {
    for (size_t i = 0; i < keys.count; i++) {
        const sk_style_key *key = &keys.items[i];
        const char *value = object + key->offset;
        sk_style_key_list parts = sk_style_parts(key->kind);
        sk_digest_text(digest, key->path);
        if (parts.count > 0)
            add_keys(digest, parts, value);
        else
            add_value(digest, key, value);
    }
}

uint64_t sk_digest_of_style(const sk_style_sheet *style) {
    sk_digest *digest = sk_digest_begin();
    sk_arena *arena = sk_arena_create();
    add_keys(digest, sk_style_keys(style, arena), (const char *)style);
    sk_arena_free(arena);
    return sk_digest_end(digest);
}
