#include "scene/scene_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "scene/id_set.h"

/* Each function below says once what a thing consists of, for writing and for reading: it hands on
 * its parts, which are written from where they stand, or read to there. */
typedef struct {
    FILE *out; /* NULL: it is read */
    const char *at;
    size_t left;
    sk_arena *arena;
    bool sound;
} pack;

static void raw(pack *p, void *value, size_t length) {
    if (p->out != NULL) {
        fwrite(value, 1, length, p->out);
        return;
    }
    p->sound = p->sound && length <= p->left;
    if (!p->sound) {
        memset(value, 0, length);
        return;
    }
    memcpy(value, p->at, length);
    p->at += length;
    p->left -= length;
}

static void number(pack *p, double *value) {
    raw(p, value, sizeof *value);
}

static void integer(pack *p, int *value) {
    raw(p, value, sizeof *value);
}

static void flag(pack *p, bool *value) {
    char byte = (char)*value;
    raw(p, &byte, 1);
    *value = byte != 0;
}

/* One of `most` + 1 values. */
static unsigned choice(pack *p, unsigned value, unsigned most) {
    raw(p, &value, sizeof value);
    if (value <= most) return value;
    p->sound = false;
    return 0;
}

/* How many follow, which are at least `least` bytes each: no more than there are bytes for. */
static size_t counted(pack *p, size_t count, size_t least) {
    raw(p, &count, sizeof count);
    if (p->out != NULL || count <= p->left / least) return count;
    p->sound = false;
    return 0;
}

/* Is there one? */
static bool there(pack *p, bool is) {
    flag(p, &is);
    return is;
}

static void text(pack *p, const char **value) {
    if (!there(p, *value != NULL)) return;
    size_t length = counted(p, *value == NULL ? 0 : strlen(*value), 1);
    if (p->out != NULL) {
        fwrite(*value, 1, length, p->out);
        return;
    }
    *value = sk_arena_string_n(p->arena, p->at, p->sound ? length : 0);
    p->at += length;
    p->left -= length;
}

static void point(pack *p, sk_page_point *value) {
    number(p, &value->x_mm);
    number(p, &value->y_mm);
}

static void colour(pack *p, sk_colour *value) {
    number(p, &value->red);
    number(p, &value->green);
    number(p, &value->blue);
    number(p, &value->alpha);
    flag(p, &value->has_ink);
    number(p, &value->ink.cyan);
    number(p, &value->ink.magenta);
    number(p, &value->ink.yellow);
    number(p, &value->ink.black);
}

static void clip(pack *p, const sk_page_box **value) {
    if (!there(p, *value != NULL)) return;
    sk_page_box box = p->out != NULL ? **value : (sk_page_box){0};
    raw(p, &box, sizeof box);
    if (p->out != NULL) return;
    sk_page_box *copy = SK_NEW(p->arena, sk_page_box);
    *copy = box;
    *value = copy;
}

static void path(pack *p, sk_path *value) {
    static const size_t points[] = {1, 1, 3, 0};
    size_t count = counted(p, value->count, sizeof(unsigned));
    if (p->out == NULL) *value = (sk_path){SK_NEW_ARRAY(p->arena, sk_segment, count), count, count};
    for (size_t i = 0; i < count; i++) {
        sk_segment *segment = &value->segments[i];
        segment->kind = choice(p, segment->kind, SK_SEGMENT_CLOSE);
        for (size_t k = 0; k < points[segment->kind]; k++) point(p, &segment->points[k]);
    }
}

static void paint(pack *p, sk_paint *value) {
    sk_stroke *line = &value->line;
    text(p, &value->class_name);
    colour(p, &value->fill);
    colour(p, &line->colour);
    number(p, &line->width_mm);
    raw(p, line->dash_mm, sizeof line->dash_mm);
    line->dash_count = choice(p, (unsigned)line->dash_count, SK_DASH_MAX);
    flag(p, &value->round_caps);
}

static void text_style(pack *p, sk_text_style *value) {
    number(p, &value->size_mm);
    integer(p, &value->weight);
    flag(p, &value->italic);
    number(p, &value->tracking_mm);
    colour(p, &value->colour);
    colour(p, &value->halo);
    flag(p, &value->halo_of_ground);
    number(p, &value->halo_mm);
    number(p, &value->leading);
}

static void line_ends(pack *p, sk_text *value) {
    if (!there(p, value->ends != NULL)) return;
    sk_line_end *ends = SK_NEW_ARRAY(p->arena, sk_line_end, value->line_count);
    for (size_t i = 0; i < value->line_count; i++)
        ends[i] = choice(p, p->out != NULL ? value->ends[i] : 0, SK_LINE_ENDS_HYPHENATED);
    if (p->out == NULL) value->ends = ends;
}

static void along(pack *p, const sk_path **value) {
    if (!there(p, *value != NULL)) return;
    sk_path *course = SK_NEW(p->arena, sk_path);
    if (p->out != NULL) *course = **value;
    path(p, course);
    if (p->out == NULL) *value = course;
}

static void label(pack *p, sk_text *value) {
    text(p, &value->class_name);
    size_t count = counted(p, value->line_count, sizeof(sk_page_point));
    if (p->out == NULL) value->lines = SK_NEW_ARRAY(p->arena, sk_text_line, count);
    value->line_count = count;
    for (size_t i = 0; i < count; i++) {
        text(p, &value->lines[i].utf8);
        point(p, &value->lines[i].baseline);
        number(p, &value->lines[i].width_mm);
    }
    line_ends(p, value);
    value->anchor = choice(p, value->anchor, SK_ANCHOR_END);
    text_style(p, &value->style);
    number(p, &value->rotation_deg);
    along(p, &value->along);
    number(p, &value->along_start_mm);
}

/* Items of one part follow each other, and have the same one. */
static void part(pack *p, sk_scene *scene, const sk_part **value, const sk_part *before) {
    enum { NONE, SAME, NEW };
    unsigned which = *value == NULL ? NONE : *value == before ? SAME : NEW;
    which = choice(p, which, NEW);
    if (which == SAME && p->out == NULL) *value = before;
    if (which != NEW) return;
    sk_part *own = SK_NEW(p->arena, sk_part);
    if (p->out != NULL) *own = **value;
    text(p, &own->id);
    text(p, &own->feature_id);
    text(p, &own->title);
    if (p->out != NULL) return;
    (void)sk_id_set_take(scene->ids, own->id);
    *value = own;
}

static void item(pack *p, sk_item *value) {
    value->kind = choice(p, value->kind, SK_ITEM_TEXT);
    value->use = choice(p, value->use, SK_USE_TOWN_DOT);
    raw(p, &value->cell, sizeof value->cell);
    switch (value->kind) {
        case SK_ITEM_PATH:
            path(p, &value->as.path.path);
            paint(p, &value->as.path.paint);
            break;
        case SK_ITEM_CIRCLE:
            point(p, &value->as.circle.centre);
            number(p, &value->as.circle.radius_mm);
            paint(p, &value->as.circle.paint);
            break;
        case SK_ITEM_TEXT:
            label(p, &value->as.text);
            break;
    }
}

static void group_texts(pack *p, sk_group *value) {
    const char **const texts[] = {&value->id,   &value->item,  &value->feature_id,
                                  &value->kind, &value->title, &value->source,
                                  &value->link, &value->anchor};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) text(p, texts[i]);
}

static void group(pack *p, sk_scene *scene, sk_group *value) {
    group_texts(p, value);
    value->role = choice(p, value->role, SK_ROLE_COUNT - 1);
    flag(p, &value->movable);
    number(p, &value->dx_mm);
    number(p, &value->dy_mm);
    clip(p, &value->clip);
    value->tag = choice(p, value->tag, SK_TAG_ARTIFACT);
    size_t count = counted(p, value->count, sizeof(double));
    if (p->out == NULL) {
        (void)sk_id_set_take(scene->ids, value->id);
        value->items = SK_NEW_ARRAY(p->arena, sk_item, count);
        value->count = value->capacity = count;
    }
    const sk_part *before = NULL;
    for (size_t i = 0; i < count; i++) {
        part(p, scene, &value->items[i].part, before);
        item(p, &value->items[i]);
        before = value->items[i].part;
    }
}

static void layer(pack *p, sk_scene *scene, sk_layer *value) {
    text(p, &value->name);
    text(p, &value->id);
    text(p, &value->label);
    clip(p, &value->clip);
    size_t count = counted(p, value->count, sizeof(double));
    if (p->out == NULL) {
        (void)sk_id_set_take(scene->ids, value->id);
        value->groups = SK_NEW_ARRAY(p->arena, sk_group *, count);
        for (size_t i = 0; i < count; i++) value->groups[i] = SK_NEW(p->arena, sk_group);
        value->count = value->capacity = count;
    }
    for (size_t i = 0; i < count; i++) group(p, scene, value->groups[i]);
}

static void georeference(pack *p, const sk_georeference **value) {
    if (!there(p, *value != NULL)) return;
    sk_georeference *own = SK_NEW(p->arena, sk_georeference);
    if (p->out != NULL) *own = **value;
    raw(p, &own->frame, sizeof own->frame);
    raw(p, &own->ground, sizeof own->ground);
    text(p, &own->crs);
    text(p, &own->wkt);
    integer(p, &own->epsg);
    raw(p, own->latitudes, sizeof own->latitudes);
    raw(p, own->longitudes, sizeof own->longitudes);
    if (p->out == NULL) *value = own;
}

static void page(pack *p, sk_scene *value) {
    number(p, &value->width_mm);
    number(p, &value->height_mm);
    colour(p, &value->paper);
    const char **const texts[] = {&value->title,    &value->author,      &value->subject,
                                  &value->language, &value->description, &value->font_family};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) text(p, texts[i]);
    georeference(p, &value->georeference);
    integer(p, &value->figure);
    integer(p, &value->sheet_page);
    size_t count = counted(p, value->count, sizeof(double));
    if (p->out == NULL) {
        value->layers = SK_NEW_ARRAY(p->arena, sk_layer *, count);
        for (size_t i = 0; i < count; i++) value->layers[i] = SK_NEW(p->arena, sk_layer);
        value->count = value->capacity = count;
    }
    for (size_t i = 0; i < count; i++) layer(p, value, value->layers[i]);
}

char *sk_scene_file_pack(sk_scene *const *pages, size_t count, uint64_t key, size_t *length) {
    char *bytes = NULL;
    pack p = {.out = sk_heap_stream(&bytes, length), .arena = sk_arena_create(), .sound = true};
    raw(&p, &key, sizeof key);
    (void)counted(&p, count, 1);
    for (size_t i = 0; i < count; i++) page(&p, pages[i]);
    (void)fflush(p.out); /* in memory: what went wrong ends the program at the close */
    uint64_t sum = sk_digest_of(bytes, *length);
    raw(&p, &sum, sizeof sum);
    sk_heap_stream_close(p.out);
    sk_arena_free(p.arena);
    return bytes;
}

bool sk_scene_file_unpack(const char *bytes, size_t length, uint64_t key, sk_arena *arena,
                          sk_scene ***pages, size_t *count) {
    uint64_t sum, made_of;
    if (length < sizeof sum + sizeof made_of) return false;
    length -= sizeof sum;
    memcpy(&sum, bytes + length, sizeof sum);
    memcpy(&made_of, bytes, sizeof made_of);
    if (made_of != key || sum != sk_digest_of(bytes, length)) return false;
    pack p = {.at = bytes + sizeof key, .left = length - sizeof key, .arena = arena, .sound = true};
    *count = counted(&p, 0, sizeof(double));
    *pages = SK_NEW_ARRAY(arena, sk_scene *, *count);
    for (size_t i = 0; i < *count; i++) {
        (*pages)[i] = sk_scene_create(arena, 0, 0);
        page(&p, (*pages)[i]);
    }
    return p.sound && p.left == 0;
}
