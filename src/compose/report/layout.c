#include "compose/report/layout.h"

#include <math.h>
#include <string.h>

#include "compose/report/fineness.h"
#include "compose/report/text_measures.h"
#include "page/text_outline.h"
#include "placer/shapes.h"

const char *sk_layout_role_name(sk_layout_role role) {
    static const char *const names[SK_LAYOUT_ROLE_COUNT] = {
        [SK_LAYOUT_MARKER] = "marker", [SK_LAYOUT_LABEL] = "label",
        [SK_LAYOUT_TOWN] = "town",     [SK_LAYOUT_LEADER] = "leader",
        [SK_LAYOUT_ARROW] = "arrow",   [SK_LAYOUT_DOT] = "dot",
        [SK_LAYOUT_LINK] = "link",     [SK_LAYOUT_FURNITURE] = "furniture",
    };
    return names[role];
}

const char *sk_link_stop_name(sk_link_stop stop) {
    static const char *const names[SK_LINK_STOP_COUNT] = {
        [SK_LINK_AT_DISC] = "disc",     [SK_LINK_AT_DOT] = "dot",
        [SK_LINK_AT_MIDDLE] = "middle", [SK_LINK_AT_EDGE] = "edge",
        [SK_LINK_AT_FRAME] = "frame",   [SK_LINK_AT_TRUNK] = "trunk",
        [SK_LINK_AT_COURSE] = "course",
    };
    return names[stop];
}

const char *sk_link_said_name(sk_link_said said) {
    static const char *const names[SK_LINK_SAID_COUNT] = {
        [SK_LINK_SAID_AT_ARROW] = "arrow",
        [SK_LINK_SAID_BY_NAME] = "name",
        [SK_LINK_UNSAID] = "nowhere",
    };
    return names[said];
}

const char *sk_omission_reason_name(sk_omission_reason reason) {
    static const char *const names[SK_OMISSION_REASON_COUNT] = {
        [SK_OMITTED_NO_ROOM] = "no room",
        [SK_OMITTED_COVERED] = "covered",
        [SK_OMITTED_RANK] = "rank",
        [SK_OMITTED_OFF_MAP] = "off the map",
        [SK_OMITTED_CAPITAL] = "capital left out",
    };
    return names[reason];
}

static void add_path(sk_arena *arena, sk_shape_list *shapes, const sk_path *path, double width_mm) {
    for (size_t i = 1; i < path->count; i++)
        if (path->segments[i].kind == SK_SEGMENT_LINE)
            sk_shape_list_add(arena, shapes,
                              sk_segment_shape(path->segments[i - 1].points[0],
                                               path->segments[i].points[0], width_mm));
}

static sk_placer_shape circle_shape(const sk_item *item) {
    return sk_disc_shape(item->as.circle.centre,
                         item->as.circle.radius_mm + item->as.circle.paint.line.width_mm / 2);
}

/* The sides of an arrowhead's triangle; what it could hold between them is smaller than any name or
 * marker. */
static void add_head(sk_arena *arena, sk_shape_list *shapes, const sk_path *head) {
    sk_page_point tip = head->segments[0].points[0], barb = head->segments[1].points[0];
    sk_page_point other = head->segments[3].points[0];
    sk_shape_list_add(arena, shapes, sk_segment_shape(tip, barb, 0));
    sk_shape_list_add(arena, shapes, sk_segment_shape(barb, other, 0));
    sk_shape_list_add(arena, shapes, sk_segment_shape(other, tip, 0));
}

static void add_corners(sk_arena *arena, sk_shape_list *shapes, const sk_path *path,
                        double around_mm) {
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        size_t points = segment->kind == SK_SEGMENT_CURVE   ? 3
                        : segment->kind == SK_SEGMENT_CLOSE ? 0
                                                            : 1;
        for (size_t k = 0; k < points; k++)
            sk_shape_list_add(arena, shapes, sk_disc_shape(segment->points[k], around_mm));
    }
}

/* The upright box around all of the group. The rim under a marker's symbol is no part of it;
 * furniture takes the room of all that it paints. */
static void add_extent(const sk_drawing *d, const sk_group *group, sk_shape_list *shapes) {
    sk_shape_list all = {0};
    for (size_t i = 0; i < group->count; i++) {
        const sk_item *item = &group->items[i];
        bool is_rim = item->use == SK_USE_CASING && group->role == SK_ROLE_MARKER;
        if (item->kind == SK_ITEM_PATH)
            add_corners(d->arena, &all, &item->as.path.path,
                        is_rim ? 0 : item->as.path.paint.line.width_mm / 2);
        else if (item->kind == SK_ITEM_TEXT)
            sk_text_outline(d->typesetter, d->arena, &item->as.text, &all);
        else
            sk_shape_list_add(d->arena, &all, circle_shape(item));
    }
    if (all.count == 0) return;
    sk_page_box box = sk_shapes_box(all.items, all.count);
    sk_shape_list_add(d->arena, shapes, sk_box_shape(box));
}

/* The casing under a leader is no part of it. */
static void add_leader(const sk_drawing *d, const sk_group *group, sk_shape_list *shapes) {
    for (size_t i = 0; i < group->count; i++)
        if (group->items[i].use == SK_USE_PLACE_DOT)
            sk_shape_list_add(d->arena, shapes, circle_shape(&group->items[i]));
    for (size_t i = 0; i < group->count; i++)
        if (group->items[i].use == SK_USE_PLAIN)
            add_path(d->arena, shapes, &group->items[i].as.path.path,
                     group->items[i].as.path.paint.line.width_mm);
}

static const sk_item *disc_of(const sk_group *group) {
    for (size_t i = 0; i < group->count; i++)
        if (group->items[i].use == SK_USE_DISC) return &group->items[i];
    return NULL;
}

static bool has_curve(const sk_path *path) {
    for (size_t i = 0; i < path->count; i++)
        if (path->segments[i].kind == SK_SEGMENT_CURVE) return true;
    return false;
}

/* A key's, under its letters. */
static bool has_plate(const sk_group *group) {
    return disc_of(group) != NULL && disc_of(group)->kind == SK_ITEM_PATH;
}

static void add_plate(const sk_drawing *d, const sk_group *group, sk_shape_list *shapes) {
    sk_shape_list corners = {0};
    const sk_path *plate = &disc_of(group)->as.path.path;
    add_corners(d->arena, &corners, plate, 0);
    sk_page_box box = sk_shapes_box(corners.items, corners.count);
    sk_placer_shape shape = sk_box_shape(box);
    if (has_curve(plate)) { /* round at its ends */
        shape = sk_disc_shape(sk_page_box_centre(box), box.height_mm / 2);
        shape.half_width = fmax(0, (box.width_mm - box.height_mm) / 2);
    }
    sk_shape_list_add(d->arena, shapes, shape);
}

static void add_outline(const sk_drawing *d, const sk_group *group, sk_layout_role role,
                        sk_shape_list *shapes) {
    const sk_item *disc = role == SK_LAYOUT_MARKER ? disc_of(group) : NULL;
    if (role == SK_LAYOUT_LEADER) {
        add_leader(d, group, shapes);
    } else if (disc != NULL) {
        sk_shape_list_add(d->arena, shapes, circle_shape(disc));
    } else if (role == SK_LAYOUT_MARKER || role == SK_LAYOUT_FURNITURE) {
        add_extent(d, group, shapes);
    } else if (has_plate(group)) {
        add_plate(d, group, shapes);
    } else {
        for (size_t i = 0; i < group->count; i++)
            if (group->items[i].kind == SK_ITEM_TEXT)
                sk_text_outline(d->typesetter, d->arena, &group->items[i].as.text, shapes);
    }
}

static const char *written_text(const sk_drawing *d, const sk_group *group) {
    const char *text = NULL;
    for (size_t i = 0; i < group->count; i++) {
        if (group->items[i].kind != SK_ITEM_TEXT) continue;
        const sk_text *block = &group->items[i].as.text;
        for (size_t k = 0; k < block->line_count; k++)
            text = text == NULL ? block->lines[k].utf8
                                : sk_arena_printf(d->arena, "%s %s", text, block->lines[k].utf8);
    }
    return text;
}

static sk_layout_piece piece_of(const sk_placer_shape *s) {
    sk_layout_piece piece = {.radius_mm = s->radius};
    const double corners[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    for (size_t i = 0; i < 4; i++) {
        if (s->half_height == 0 && (i == 2 || i == 3)) continue;
        if (s->half_width == 0 && (i == 1 || i == 2)) continue;
        double x = corners[i][0] * s->half_width, y = corners[i][1] * s->half_height;
        piece.points[piece.count++] =
            (sk_page_point){s->x + x * s->cosine - y * s->sine, s->y + x * s->sine + y * s->cosine};
    }
    return piece;
}

static void finish_item(sk_arena *arena, sk_described_item *d) {
    sk_layout_item *item = &d->item;
    sk_layout_piece *outline = SK_NEW_ARRAY(arena, sk_layout_piece, d->shapes.count);
    for (size_t i = 0; i < d->shapes.count; i++) outline[i] = piece_of(&d->shapes.items[i]);
    item->outline = outline;
    item->piece_count = d->shapes.count;
    item->box = sk_shapes_box(d->shapes.items, d->shapes.count);
    if (d->note == NULL || item->role == SK_LAYOUT_LEADER) return;
    sk_page_point middle = sk_page_box_centre(item->box);
    item->has_anchor = true;
    item->anchor = d->note->anchor;
    item->dx_mm = middle.x_mm - item->anchor.x_mm;
    item->dy_mm = middle.y_mm - item->anchor.y_mm;
    item->displacement_mm = d->note->displacement_mm;
    item->pinned = d->note->pinned;
    item->name = d->note->name;
    item->marker = d->note->marker;
}

typedef struct {
    const sk_drawing *drawing;
    sk_described_item *items;
    size_t count;
} description;

static void add_item(description *d, const sk_group *group, sk_layout_role role,
                     sk_shape_list shapes) {
    if (shapes.count == 0) return;
    sk_described_item *item = &d->items[d->count++];
    *item = (sk_described_item){
        .item = {.role = role, .id = group->item, .feature_id = group->feature_id},
        .shapes = shapes,
        .note = sk_layout_notes_find(d->drawing->notes, group),
        .group = group,
    };
    bool speaks = role == SK_LAYOUT_MARKER || role == SK_LAYOUT_LABEL || role == SK_LAYOUT_TOWN;
    if (speaks) {
        item->item.text = written_text(d->drawing, group);
        item->item.contrast = sk_text_contrast(group);
    }
    finish_item(d->drawing->arena, item);
}

static void add_link_ends(description *d, const sk_group *group) {
    for (size_t i = 0; i < group->count; i++) {
        const sk_item *item = &group->items[i];
        bool head = item->use == SK_USE_ARROWHEAD;
        sk_shape_list shapes = {0};
        if (head)
            add_head(d->drawing->arena, &shapes, &item->as.path.path);
        else if (item->use == SK_USE_START_DOT)
            sk_shape_list_add(d->drawing->arena, &shapes,
                              sk_disc_shape(item->as.circle.centre, item->as.circle.radius_mm));
        add_item(d, group, head ? SK_LAYOUT_ARROW : SK_LAYOUT_DOT, shapes);
    }
}

static void add_group(description *d, const sk_group *group) {
    static const struct {
        sk_role drawn;
        sk_layout_role as;
    } roles[] = {
        {SK_ROLE_MARKER, SK_LAYOUT_MARKER},       {SK_ROLE_LABEL, SK_LAYOUT_LABEL},
        {SK_ROLE_TOWN, SK_LAYOUT_TOWN},           {SK_ROLE_LEADER, SK_LAYOUT_LEADER},
        {SK_ROLE_FURNITURE, SK_LAYOUT_FURNITURE},
    };
    if (group->role == SK_ROLE_LINK) add_link_ends(d, group);
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        if (group->role != roles[i].drawn) continue;
        sk_shape_list shapes = {0};
        add_outline(d->drawing, group, roles[i].as, &shapes);
        add_item(d, group, roles[i].as, shapes);
    }
}

static size_t room_for_items(const sk_scene *scene) {
    size_t room = 0;
    for (size_t i = 0; i < scene->count; i++)
        for (size_t k = 0; k < scene->layers[i]->count; k++)
            room += 1 + scene->layers[i]->groups[k]->count;
    return room;
}

static bool is_link_name(const sk_layout_item *item) {
    return item->name != NULL && item->name->kind == SK_NAMED_LINK && !item->name->is_key;
}

sk_layout *sk_layout_describe(const sk_drawing *drawing, sk_page_box frame) {
    const sk_scene *scene = drawing->scene;
    description d = {.drawing = drawing};
    d.items = SK_NEW_ARRAY(drawing->arena, sk_described_item, room_for_items(scene));
    for (size_t i = 0; i < scene->count; i++)
        for (size_t k = 0; k < scene->layers[i]->count; k++)
            add_group(&d, scene->layers[i]->groups[k]);
    for (size_t i = 0; i < d.count; i++)
        d.items[i].item.name_gap_mm =
            is_link_name(&d.items[i].item) ? sk_text_gap(d.items, d.count, i) : INFINITY;
    sk_layout *layout = SK_NEW(drawing->arena, sk_layout);
    sk_layout_item *items = SK_NEW_ARRAY(drawing->arena, sk_layout_item, d.count);
    for (size_t i = 0; i < d.count; i++) items[i] = d.items[i].item;
    *layout = (sk_layout){
        .page = {0, 0, scene->width_mm, scene->height_mm},
        .frame = frame,
        .legend_filled = 1,
        .fineness = sk_fineness_none(),
        .items = items,
        .item_count = d.count,
        .omissions = drawing->notes->omissions,
        .omission_count = drawing->notes->omission_count,
    };
    sk_fineness_add(&layout->fineness, scene);
    layout->overlaps =
        sk_layout_find_overlaps(drawing, frame, d.items, d.count, &layout->overlap_count);
    return layout;
}
