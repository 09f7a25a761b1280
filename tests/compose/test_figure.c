/* What a reader finds on the project's own figures, asked of the scene. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "check_main.h"
#include "compose/drawing/map_view.h"
#include "page/polyline.h"
#include "streekkaart/compose.h"

typedef struct {
    sk_diag *diag;
    sk_project *project;
    sk_style_sheet style;
    sk_wording words;
    sk_page_request page;
    sk_typesetter *typesetter;
    sk_arena *arena;
    const sk_scene *scene;
    const sk_layout *layout;
} drawing;

static const sk_figure *figure_numbered(const sk_project *project, int number) {
    for (size_t i = 0; i < project->figure_count; i++)
        if (project->figures[i].number == number) return &project->figures[i];
    return NULL;
}

static void open_project(drawing *d) {
    d->diag = sk_diag_create();
    d->arena = sk_arena_create();
    ck_assert_int_eq(sk_project_open(SK_TEST_PROJECT, d->diag, &d->project), SK_OK);
    ck_assert_int_eq(sk_style_sheet_open(SK_TEST_PROJECT, NULL, "study", d->diag, &d->style),
                     SK_OK);
    ck_assert_int_eq(
        sk_wording_open(SK_TEST_PROJECT, &d->project->settings, "nl", d->arena, d->diag, &d->words),
        SK_OK);
    ck_assert_int_eq(sk_typesetter_create(d->style.font_family, d->style.font_package,
                                          d->words.language, d->diag, &d->typesetter),
                     SK_OK);
}

static void compose(drawing *d, int number) {
    const sk_figure *figure = figure_numbered(d->project, number);
    ck_assert_ptr_nonnull(figure);
    sk_composed_figure composed;
    const sk_composer composer = {d->project, &d->style, &d->words, d->typesetter};
    ck_assert_int_eq(sk_compose_figure(&composer, figure, &d->page, d->arena, d->diag, &composed),
                     SK_OK);
    d->scene = composed.scene;
    d->layout = composed.layout;
}

static drawing draw(int number) {
    drawing d = {0};
    open_project(&d);
    compose(&d, number);
    return d;
}

static void close_drawing(drawing *d) {
    sk_typesetter_free(d->typesetter);
    sk_project_free(d->project);
    sk_arena_free(d->arena);
    sk_diag_free(d->diag);
}

typedef bool wanted_group(const sk_group *group, const char *what);

static const sk_group *find_group(const sk_scene *scene, wanted_group *wanted, const char *what) {
    for (size_t i = 0; i < scene->count; i++)
        for (size_t k = 0; k < scene->layers[i]->count; k++)
            if (wanted(scene->layers[i]->groups[k], what)) return scene->layers[i]->groups[k];
    return NULL;
}

static bool has_id(const sk_group *group, const char *id) {
    return strcmp(group->id, id) == 0;
}

static bool draws_feature(const sk_group *group, const char *id) {
    return group->feature_id != NULL && strcmp(group->feature_id, id) == 0 &&
           group->role != SK_ROLE_LABEL && group->role != SK_ROLE_LEADER;
}

static bool names_feature(const sk_group *group, const char *id) {
    return group->feature_id != NULL && strcmp(group->feature_id, id) == 0 &&
           group->role == SK_ROLE_LABEL;
}

static const int drawn_figures[] = {13, 14, 15, 16, 17, 19, 21};

START_TEST(every_feature_of_the_map_is_drawn_and_every_zone_and_link_named) {
    drawing d = draw(drawn_figures[_i]);
    const sk_figure *figure = figure_numbered(d.project, drawn_figures[_i]);
    size_t looked_at = 0;
    for (size_t i = 0; i < d.project->feature_count; i++) {
        const sk_feature *feature = &d.project->features[i];
        if (!sk_figure_covers(figure, feature->home, feature->sector)) continue;
        looked_at++;
        ck_assert_msg(find_group(d.scene, draws_feature, feature->id) != NULL, "%s is missing",
                      feature->id);
        if (feature->kind != SK_FEATURE_POINT)
            ck_assert_msg(find_group(d.scene, names_feature, feature->id) != NULL, "%s has no name",
                          feature->id);
    }
    ck_assert_uint_ge(looked_at, 2);
    ck_assert_uint_eq(sk_diag_count(d.diag), 0);
    close_drawing(&d);
}
END_TEST

START_TEST(layers_stand_in_the_reading_order) {
    static const char *const order[] = {
        "layer-sea",           "layer-neighbours",       "layer-elsewhere",
        "layer-home",          "layer-chosen",           "layer-municipality-borders",
        "layer-zones",         "layer-chosen-homes",     "layer-base-lines",
        "layer-resoc-borders", "layer-province-borders", "layer-links",
        "layer-towns",         "layer-points",           "layer-names",
        "layer-frame",         "layer-legend",           "layer-scale-bar",
        "layer-inset",         "layer-source",
    };
    drawing d = draw(13);
    ck_assert_uint_eq(d.scene->count, sizeof order / sizeof order[0]);
    for (size_t i = 0; i < d.scene->count; i++) ck_assert_str_eq(d.scene->layers[i]->id, order[i]);
    close_drawing(&d);
}
END_TEST

typedef struct {
    const sk_group *group;
    sk_page_point centre;
    double radius_mm;
} disc;

static size_t discs_of(const sk_scene *scene, disc *discs, size_t room) {
    const sk_layer *points = sk_scene_find_layer(scene, "layer-points");
    size_t count = 0;
    for (size_t i = 0; i < points->count && count < room; i++) {
        const sk_group *group = points->groups[i];
        if (group->role != SK_ROLE_MARKER) continue;
        discs[count++] =
            (disc){group, group->items[0].as.circle.centre, group->items[0].as.circle.radius_mm};
    }
    return count;
}

static double leader_length(const sk_scene *scene, const sk_group *marker) {
    char id[256];
    snprintf(id, sizeof id, "%s-leader", marker->id);
    const sk_group *leader = find_group(scene, has_id, id);
    if (leader == NULL) return 0;
    const sk_path *path = &leader->items[0].as.path.path;
    return hypot(path->segments[0].points[0].x_mm - path->segments[1].points[0].x_mm,
                 path->segments[0].points[0].y_mm - path->segments[1].points[0].y_mm);
}

/* Kortrijk has five points within a few hundred metres, Ronse two at one address. */
static const struct {
    int figure;
    size_t markers, displaced_at_least;
} crowds[] = {{26, 5, 4}, {39, 2, 2}, {45, 5, 2}};

START_TEST(points_that_fall_together_are_spread_with_leaders) {
    drawing d = draw(crowds[_i].figure);
    disc discs[32];
    size_t count = discs_of(d.scene, discs, 32), displaced = 0;
    ck_assert_uint_eq(count, crowds[_i].markers);
    for (size_t i = 0; i < count; i++) {
        double length = leader_length(d.scene, discs[i].group);
        if (length > 0) displaced++;
        ck_assert_double_le(length, d.style.marker.max_displacement_mm + 1e-6);
        for (size_t k = i + 1; k < count; k++)
            ck_assert_double_ge(hypot(discs[i].centre.x_mm - discs[k].centre.x_mm,
                                      discs[i].centre.y_mm - discs[k].centre.y_mm),
                                discs[i].radius_mm + discs[k].radius_mm);
    }
    ck_assert_uint_ge(displaced, crowds[_i].displaced_at_least);
    close_drawing(&d);
}
END_TEST

START_TEST(a_point_with_room_stays_where_it_is) {
    drawing d = draw(14);
    ck_assert_ptr_nonnull(find_group(d.scene, has_id, "antwerpen-chemie-life-sciences-waterfront"));
    ck_assert_ptr_null(
        find_group(d.scene, has_id, "antwerpen-chemie-life-sciences-waterfront-leader"));
    close_drawing(&d);
}
END_TEST

static sk_page_box bounds_of(const sk_path *path) {
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < path->count; i++) {
        if (path->segments[i].kind == SK_SEGMENT_CLOSE) continue;
        sk_page_point p = path->segments[i].points[0];
        left = fmin(left, p.x_mm), right = fmax(right, p.x_mm);
        top = fmin(top, p.y_mm), bottom = fmax(bottom, p.y_mm);
    }
    return (sk_page_box){left, top, right - left, bottom - top};
}

static sk_page_box box_of_furniture(const sk_scene *scene, const char *id) {
    const sk_group *group = find_group(scene, has_id, id);
    ck_assert_ptr_nonnull(group);
    return bounds_of(&group->items[0].as.path.path);
}

static bool boxes_meet(sk_page_box a, sk_page_box b) {
    return a.x_mm < b.x_mm + b.width_mm && b.x_mm < a.x_mm + a.width_mm &&
           a.y_mm < b.y_mm + b.height_mm && b.y_mm < a.y_mm + a.height_mm;
}

static size_t points_of(const sk_project *project, int number) {
    const sk_figure *figure = figure_numbered(project, number);
    size_t count = 0;
    for (size_t i = 0; i < project->feature_count; i++)
        count += project->features[i].kind == SK_FEATURE_POINT &&
                 sk_figure_covers(figure, project->features[i].home, project->features[i].sector);
    return count;
}

START_TEST(furniture_stands_in_the_frame_and_covers_no_point_nor_itself) {
    static const char *const furniture[] = {"legend", "inset", "scale-bar"};
    drawing d = draw(drawn_figures[_i]);
    sk_page_box frame = box_of_furniture(d.scene, "frame"), boxes[3];
    disc discs[32];
    size_t count = discs_of(d.scene, discs, 32);
    ck_assert_uint_eq(count, points_of(d.project, drawn_figures[_i]));
    for (int i = 0; i < 3; i++) {
        boxes[i] = box_of_furniture(d.scene, furniture[i]);
        ck_assert(sk_page_box_contains(frame, (sk_page_point){boxes[i].x_mm, boxes[i].y_mm}));
        ck_assert(sk_page_box_contains(frame, (sk_page_point){boxes[i].x_mm + boxes[i].width_mm,
                                                              boxes[i].y_mm + boxes[i].height_mm}));
        for (int k = 0; k < i; k++) ck_assert(!boxes_meet(boxes[i], boxes[k]));
        for (size_t k = 0; k < count; k++)
            ck_assert(!sk_page_box_contains(sk_page_box_grown(boxes[i], discs[k].radius_mm),
                                            discs[k].centre));
    }
    close_drawing(&d);
}
END_TEST

/* Calls `visit` for each stretch of `path` that ends where it began, with the box around it;
 * `visit` tells whether that was one it is about. Gives how many were. */
typedef bool visit_ring(void *context, sk_page_box box);

static size_t each_ring(const sk_path *path, visit_ring *visit, void *context) {
    size_t visited = 0;
    for (size_t begin = 0, end; begin < path->count; begin = end) {
        for (end = begin + 1; end < path->count && path->segments[end].kind != SK_SEGMENT_MOVE;)
            end++;
        sk_page_point from = path->segments[begin].points[0];
        sk_page_point to = path->segments[end - 1].points[0];
        sk_path ring = {.segments = path->segments + begin, .count = end - begin};
        bool closed = path->segments[end - 1].kind == SK_SEGMENT_CLOSE;
        if (closed || sk_page_distance(from, to) < 1e-9)
            visited += visit(context, bounds_of(&ring));
    }
    return visited;
}

/* Even-odd, in a path of straight segments. */
static bool in_path(const sk_path *path, sk_page_point p) {
    bool inside = false;
    sk_page_point start = {0}, at = {0};
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *s = &path->segments[i];
        sk_page_point to = s->kind == SK_SEGMENT_CLOSE ? start : s->points[0];
        if (s->kind == SK_SEGMENT_MOVE)
            start = to;
        else if ((at.y_mm > p.y_mm) != (to.y_mm > p.y_mm) &&
                 p.x_mm < at.x_mm + (p.y_mm - at.y_mm) / (to.y_mm - at.y_mm) * (to.x_mm - at.x_mm))
            inside = !inside;
        at = to;
    }
    return inside;
}

static bool expect_large(void *context, sk_page_box box) {
    const double *least_mm = context;
    ck_assert_double_gt(fmax(box.width_mm, box.height_mm), *least_mm);
    return true;
}

static bool expect_outside(void *context, sk_page_box box) {
    ck_assert(!in_path(context, sk_page_box_centre(box)));
    return true;
}

static const struct {
    int figure;
    bool banded;
} with_enclaves[] = {{11, false}, {12, false}, {13, true}, {15, true}, {17, true}};

START_TEST(enclaves_smaller_than_three_bands_have_fine_borders_and_no_band) {
    drawing d = draw(with_enclaves[_i].figure);
    const sk_group *borders = find_group(d.scene, has_id, "borders-province");
    ck_assert_uint_eq(borders->count, 2);
    ck_assert_str_eq(borders->items[1].as.path.paint.class_name, "border-small-ring");
    double least_mm = d.style.border.small_parcel_mm;
    ck_assert_double_ge(least_mm, 3 * d.style.chosen.band_width_mm - 1e-9);
    each_ring(&borders->items[0].as.path.path, expect_large, &least_mm);
    const sk_group *band = find_group(d.scene, has_id, "chosen-province-antwerpen");
    ck_assert_int_eq(band != NULL, with_enclaves[_i].banded);
    const sk_path *small = &borders->items[1].as.path.path;
    if (with_enclaves[_i].banded)
        ck_assert_uint_gt(each_ring(small, expect_outside, (void *)&band->items[0].as.path.path),
                          0);
    close_drawing(&d);
}
END_TEST

/* Whether the paths of `group` paint anything inside. */
static bool fills(const sk_group *group) {
    for (size_t i = 0; i < group->count; i++)
        if (group->items[i].as.path.paint.fill.alpha > 0) return true;
    return false;
}

static const struct {
    int figure;
    const char *feature, *class_name;
} whole_regions[] = {{16, "antwerpen-zorg-resoc-kempen", "zone-part"},
                     {15, "antwerpen-cleantech-provincie-antwerpen", "zone-home"}};

START_TEST(a_zone_that_is_a_whole_region_is_hatched_and_lets_the_tint_be_read) {
    drawing d = draw(whole_regions[_i].figure);
    const sk_group *zone = find_group(d.scene, draws_feature, whole_regions[_i].feature);
    ck_assert_uint_eq(zone->count, 1);
    ck_assert(!fills(zone));
    const sk_path *lines = &zone->items[0].as.path.path;
    ck_assert_str_eq(zone->items[0].as.path.paint.class_name, whole_regions[_i].class_name);
    ck_assert_uint_gt(lines->count, 40);
    const sk_group *tint = find_group(d.scene, has_id, "chosen-resoc-kempen");
    ck_assert_double_eq(tint->items[0].as.path.paint.fill.alpha, 1);
    close_drawing(&d);
}
END_TEST

START_TEST(zones_that_are_the_same_regions_are_one_sign) {
    drawing d = draw(47);
    const sk_layer *zones = sk_scene_find_layer(d.scene, "layer-zones");
    size_t hatched = 0;
    for (size_t i = 0; i < zones->count; i++) hatched += zones->groups[i]->count;
    ck_assert_uint_eq(zones->count, 3);
    ck_assert_uint_eq(hatched, 1);
    close_drawing(&d);
}
END_TEST

static bool expect_no_name_over_it(void *context, sk_page_box box) {
    const double small_mm = 6, halo_mm = 0.4;
    const sk_layout *layout = context;
    if (fmax(box.width_mm, box.height_mm) > small_mm) return false;
    for (size_t i = 0; i < layout->item_count; i++) {
        const sk_layout_item *item = &layout->items[i];
        if (item->role == SK_LAYOUT_LABEL || item->role == SK_LAYOUT_TOWN)
            ck_assert_msg(!boxes_meet(sk_page_box_grown(item->box, halo_mm), box),
                          "%s hides a zone", item->id);
    }
    return true;
}

/* The Avelgem zone of the multimodal axis, in the narrow south of its RESOC; a zone whose own name
 * finds little room beside it. */
static const struct {
    int figure;
    const char *zone;
} small_zones[] = {
    {24, "west-vlaanderen-logistiek-multimodale-infrastructuur-langs-as-e17-e403-zone"},
    {51, "limburg-landbouw-fruitport-limburg-sint-truiden"},
};

START_TEST(no_name_hides_a_small_zone) {
    drawing d = draw(small_zones[_i].figure);
    const sk_group *zone = find_group(d.scene, draws_feature, small_zones[_i].zone);
    ck_assert_uint_gt(d.layout->item_count, 20);
    ck_assert_uint_gt(
        each_ring(&zone->items[0].as.path.path, expect_no_name_over_it, (void *)d.layout), 0);
    close_drawing(&d);
}
END_TEST

/* Both under a disc; Leuven is the capital of a province. */
static const struct {
    int figure;
    const char *name;
    bool is_kept;
} hidden_towns[] = {{24, "town-oostende-name", false}, {54, "town-leuven-name", true}};

START_TEST(a_town_under_a_disc_is_left_out_but_a_capital_keeps_its_name) {
    drawing d = draw(hidden_towns[_i].figure);
    const char *name = hidden_towns[_i].name;
    ck_assert((find_group(d.scene, has_id, name) != NULL) == hidden_towns[_i].is_kept);
    bool told = false;
    for (size_t i = 0; i < d.layout->omission_count; i++)
        told = told || (strcmp(d.layout->omissions[i].id, name) == 0 &&
                        d.layout->omissions[i].reason == SK_OMITTED_COVERED);
    ck_assert(told != hidden_towns[_i].is_kept);
    close_drawing(&d);
}
END_TEST

START_TEST(a_link_to_a_place_off_the_map_ends_at_the_frame_and_says_where_to) {
    drawing d = draw(15);
    sk_page_box frame = box_of_furniture(d.scene, "frame");
    const sk_group *link = find_group(d.scene, has_id, "antwerpen-cleantech-leuven");
    ck_assert_ptr_nonnull(link);
    sk_page_box drawn = bounds_of(&link->items[0].as.path.path);
    double to_edge = frame.y_mm + frame.height_mm - (drawn.y_mm + drawn.height_mm);
    ck_assert_double_lt(to_edge, 2);
    ck_assert_double_gt(to_edge, 0);
    const sk_group *name = find_group(d.scene, names_feature, "antwerpen-cleantech-leuven");
    ck_assert_str_eq(name->items[0].as.text.lines[0].utf8, "Leuven");
    close_drawing(&d);
}
END_TEST

static size_t items_of_class(const sk_group *group, const char *class_name, sk_page_point *first) {
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++) {
        const sk_item *item = &group->items[i];
        if (item->kind != SK_ITEM_PATH || item->as.path.paint.class_name == NULL) continue;
        if (strcmp(item->as.path.paint.class_name, class_name) != 0) continue;
        first[count++] = item->as.path.path.segments[0].points[0];
    }
    return count;
}

/* On the map of Flanders discs stand in the way of two of them, and around the dot of Antwerpen
 * they leave these heads less than the 3 mm that they have elsewhere. */
START_TEST(lines_to_one_region_end_apart_or_share_a_head_whatever_markers_they_pass) {
    const char *id = "antwerpen-logistiek-resoc-waas-dender-via-waaslandhaven";
    drawing d = draw(52);
    const sk_group *link = find_group(d.scene, has_id, id);
    sk_page_point tips[8];
    size_t heads = items_of_class(link, "arrow-infrastructural", tips), lines = 0, shared = 0;
    for (size_t i = 0; i < d.layout->link_count; i++) {
        if (strcmp(d.layout->links[i].feature_id, id) != 0) continue;
        lines++;
        if (d.layout->links[i].to == SK_LINK_AT_TRUNK) shared++;
    }
    ck_assert_uint_eq(lines, 4);
    ck_assert_uint_eq(heads + shared, lines);
    for (size_t i = 0; i < heads; i++)
        for (size_t k = 0; k < i; k++)
            ck_assert_double_ge(hypot(tips[i].x_mm - tips[k].x_mm, tips[i].y_mm - tips[k].y_mm), 2);
    close_drawing(&d);
}
END_TEST

START_TEST(a_course_that_bends_a_little_off_the_map_is_shown_whole) {
    drawing d = draw(24);
    const sk_group *link =
        find_group(d.scene, has_id, "west-vlaanderen-logistiek-seine-schelde-west");
    sk_page_point begins[8];
    ck_assert_uint_eq(items_of_class(link, "link-infrastructural", begins), 1);
    close_drawing(&d);
}
END_TEST

START_TEST(a_point_without_a_number_bears_its_name) {
    drawing d = draw(43);
    const sk_group *name =
        find_group(d.scene, names_feature, "vlaams-brabant-creatieve-industrie-werchter");
    ck_assert_ptr_nonnull(name);
    ck_assert_str_eq(name->items[0].as.text.lines[0].utf8, "Werchter");
    ck_assert_ptr_null(
        find_group(d.scene, names_feature, "vlaams-brabant-creatieve-industrie-vilvoorde"));
    close_drawing(&d);
}
END_TEST

static sk_page_point on_curve(sk_page_point from, const sk_segment *s, double t) {
    double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    const sk_page_point *p = s->points;
    return (sk_page_point){a * from.x_mm + b * p[0].x_mm + c * p[1].x_mm + d * p[2].x_mm,
                           a * from.y_mm + b * p[0].y_mm + c * p[1].y_mm + d * p[2].y_mm};
}

static bool path_enters(const sk_path *path, sk_page_box box) {
    enum { STEPS = 100 };
    sk_page_point at = {0};
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *s = &path->segments[i];
        if (s->kind == SK_SEGMENT_CLOSE) continue;
        sk_page_point end = s->points[s->kind == SK_SEGMENT_CURVE ? 2 : 0];
        sk_segment straight = {.kind = SK_SEGMENT_CURVE, .points = {at, end, end}};
        const sk_segment *piece = s->kind == SK_SEGMENT_CURVE ? s : &straight;
        for (int k = 0; s->kind != SK_SEGMENT_MOVE && k <= STEPS; k++)
            if (sk_page_box_contains(box, on_curve(at, piece, (double)k / STEPS))) return true;
        at = end;
    }
    return false;
}

static bool link_enters(const sk_group *group, sk_page_box box) {
    for (size_t i = 0; i < group->count; i++)
        if (group->items[i].kind == SK_ITEM_PATH && path_enters(&group->items[i].as.path.path, box))
            return true;
    return false;
}

/* Lifetechlimburg.be, among other actors in Hasselt and below the link to Maastricht. */
START_TEST(no_link_crosses_the_name_of_a_point) {
    drawing d = draw(47);
    const char *id = "limburg-chemie-life-sciences-lifetechlimburg-be";
    const sk_layout_item *name = NULL;
    for (size_t i = 0; i < d.layout->item_count; i++)
        if (d.layout->items[i].role == SK_LAYOUT_LABEL && d.layout->items[i].feature_id != NULL &&
            strcmp(d.layout->items[i].feature_id, id) == 0)
            name = &d.layout->items[i];
    ck_assert_ptr_nonnull(name);
    sk_page_box letters = sk_page_box_grown(name->box, -0.5); /* a line may pass beside the last */
    size_t links = 0;
    for (size_t i = 0; i < d.scene->count; i++)
        for (size_t k = 0; k < d.scene->layers[i]->count; k++) {
            const sk_group *group = d.scene->layers[i]->groups[k];
            if (group->role != SK_ROLE_LINK) continue;
            links++;
            ck_assert_msg(!link_enters(group, letters), "%s", group->id);
        }
    ck_assert_uint_eq(links, 3);
    close_drawing(&d);
}
END_TEST

START_TEST(furniture_stands_in_the_corner_that_the_style_names) {
    drawing d = {0};
    open_project(&d);
    d.style.legend.place = SK_PLACE_BOTTOM_RIGHT;
    d.style.inset.place = SK_PLACE_TOP_LEFT;
    compose(&d, 13);
    sk_page_box frame = box_of_furniture(d.scene, "frame");
    sk_page_box legend = box_of_furniture(d.scene, "legend");
    sk_page_box inset = box_of_furniture(d.scene, "inset");
    double gap = d.style.frame.gap_mm;
    ck_assert_double_eq_tol(legend.x_mm + legend.width_mm + gap, frame.x_mm + frame.width_mm, 1e-6);
    ck_assert_double_eq_tol(legend.y_mm + legend.height_mm + gap, frame.y_mm + frame.height_mm,
                            1e-6);
    ck_assert_double_eq_tol(inset.x_mm, frame.x_mm + gap, 1e-6);
    ck_assert_double_eq_tol(inset.y_mm, frame.y_mm + gap, 1e-6);
    close_drawing(&d);
}
END_TEST

START_TEST(a_title_is_drawn_when_the_style_asks_for_it) {
    drawing d = {0};
    open_project(&d);
    compose(&d, 19);
    double without = d.scene->height_mm;
    ck_assert_ptr_null(find_group(d.scene, has_id, "title"));
    d.style.title.shown = true;
    compose(&d, 19);
    ck_assert_ptr_nonnull(find_group(d.scene, has_id, "title"));
    ck_assert_double_gt(d.scene->height_mm, without + d.style.title.text.size_mm);
    ck_assert_double_eq(d.scene->width_mm, d.style.page.width_mm);
    close_drawing(&d);
}
END_TEST

START_TEST(another_projection_moves_the_map_but_not_what_is_on_it) {
    drawing d = {0};
    open_project(&d);
    compose(&d, 13);
    const sk_scene *usual = d.scene;
    snprintf(d.style.crs, sizeof d.style.crs, "EPSG:3812");
    compose(&d, 13);
    ck_assert_uint_eq(sk_scene_find_layer(d.scene, "layer-points")->count,
                      sk_scene_find_layer(usual, "layer-points")->count);
    /* Lambert 2008 and Lambert 72 have the same parallels: the map is the same to a hair. */
    ck_assert_double_eq_tol(d.scene->height_mm, usual->height_mm, 0.5);
    close_drawing(&d);
}
END_TEST

START_TEST(an_unknown_projection_is_an_error_of_the_style) {
    drawing d = {0};
    open_project(&d);
    snprintf(d.style.crs, sizeof d.style.crs, "EPSG:999999");
    sk_composed_figure composed;
    const sk_composer composer = {d.project, &d.style, &d.words, d.typesetter};
    ck_assert_int_eq(sk_compose_figure(&composer, figure_numbered(d.project, 13), &d.page, d.arena,
                                       d.diag, &composed),
                     SK_ERR_DATA);
    ck_assert_ptr_null(composed.scene);
    ck_assert_ptr_null(composed.layout);
    ck_assert_uint_eq(sk_diag_error_count(d.diag), 1);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(d.diag, 0)->what, "EPSG:999999"));
    close_drawing(&d);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("figure");
    TCase *tests = tcase_create("figure");
    int figures = sizeof drawn_figures / sizeof drawn_figures[0];
    tcase_add_loop_test(tests, every_feature_of_the_map_is_drawn_and_every_zone_and_link_named, 0,
                        figures);
    tcase_add_loop_test(tests, furniture_stands_in_the_frame_and_covers_no_point_nor_itself, 0,
                        figures);
    tcase_add_loop_test(tests, points_that_fall_together_are_spread_with_leaders, 0,
                        sizeof crowds / sizeof crowds[0]);
    tcase_add_loop_test(tests, enclaves_smaller_than_three_bands_have_fine_borders_and_no_band, 0,
                        sizeof with_enclaves / sizeof with_enclaves[0]);
    tcase_add_loop_test(tests, a_town_under_a_disc_is_left_out_but_a_capital_keeps_its_name, 0,
                        sizeof hidden_towns / sizeof hidden_towns[0]);
    tcase_add_test(tests, no_link_crosses_the_name_of_a_point);
    tcase_add_test(tests, layers_stand_in_the_reading_order);
    tcase_add_loop_test(tests, a_zone_that_is_a_whole_region_is_hatched_and_lets_the_tint_be_read,
                        0, sizeof whole_regions / sizeof whole_regions[0]);
    tcase_add_test(tests, zones_that_are_the_same_regions_are_one_sign);
    tcase_add_loop_test(tests, no_name_hides_a_small_zone, 0,
                        sizeof small_zones / sizeof small_zones[0]);
    tcase_add_test(tests, a_point_with_room_stays_where_it_is);
    tcase_add_test(tests, a_link_to_a_place_off_the_map_ends_at_the_frame_and_says_where_to);
    tcase_add_test(tests, lines_to_one_region_end_apart_or_share_a_head_whatever_markers_they_pass);
    tcase_add_test(tests, a_course_that_bends_a_little_off_the_map_is_shown_whole);
    tcase_add_test(tests, a_point_without_a_number_bears_its_name);
    tcase_add_test(tests, furniture_stands_in_the_corner_that_the_style_names);
    tcase_add_test(tests, a_title_is_drawn_when_the_style_asks_for_it);
    tcase_add_test(tests, another_projection_moves_the_map_but_not_what_is_on_it);
    tcase_add_test(tests, an_unknown_projection_is_an_error_of_the_style);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
