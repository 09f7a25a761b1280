/* The overviews of what every RESOC and every province chose, asked of the scene. */
#include <math.h>
#include <string.h>

#include "check_main.h"
#include "streekkaart/compose.h"

typedef struct {
    int figure;
    double width_mm;
    const char *level; /* what actors and ids begin with */
    size_t regions;
} overview_case;

/* The second width leaves several regions no room for their own sectors. */
static const overview_case cases[] = {
    {11, 0, "resoc", 15},
    {12, 0, "province", 5},
    {11, 160, "resoc", 15}, /* narrow, for what may collide */
};
enum { FIGURES = 2, CASES = sizeof cases / sizeof cases[0] };

typedef struct {
    sk_diag *diag;
    sk_arena *arena;
    sk_project *project;
    sk_typesetter *typesetter;
    sk_style_sheet style;
    const sk_scene *scene;
} drawn;

static drawn draw(const overview_case *wanted) {
    sk_wording words;
    drawn d = {.diag = sk_diag_create(), .arena = sk_arena_create()};
    ck_assert_int_eq(sk_project_open(SK_TEST_PROJECT, d.diag, &d.project), SK_OK);
    ck_assert_int_eq(sk_style_sheet_open(SK_TEST_PROJECT, NULL, "study", d.diag, &d.style), SK_OK);
    if (wanted->width_mm > 0) d.style.page.overview_width_mm = wanted->width_mm;
    d.style.context.shown = true;
    ck_assert_int_eq(sk_typesetter_create(d.style.font_family, d.style.font_package, "nl", d.diag,
                                          &d.typesetter),
                     SK_OK);
    ck_assert_int_eq(
        sk_wording_open(SK_TEST_PROJECT, &d.project->settings, "nl", d.arena, d.diag, &words),
        SK_OK);
    const sk_composer composer = {d.project, &d.style, &words, d.typesetter};
    const sk_page_request page = {.on_sheet = NULL};
    sk_composed_figure composed = {0};
    for (size_t i = 0; i < d.project->figure_count; i++)
        if (d.project->figures[i].number == wanted->figure)
            ck_assert_int_eq(sk_compose_figure(&composer, &d.project->figures[i], &page, d.arena,
                                               d.diag, &composed),
                             SK_OK);
    d.scene = composed.scene;
    ck_assert_ptr_nonnull(d.scene);
    ck_assert_uint_eq(sk_diag_count(d.diag), 0);
    return d;
}

static void put_away(drawn *d) {
    sk_typesetter_free(d->typesetter);
    sk_project_free(d->project);
    sk_arena_free(d->arena);
    sk_diag_free(d->diag);
}

static const sk_layer *layer_of(const drawn *d, const char *id) {
    const sk_layer *layer = sk_scene_find_layer(d->scene, id);
    ck_assert_msg(layer != NULL, "no layer %s", id);
    return layer;
}

static const sk_group *find_group(const sk_layer *layer, const char *id) {
    for (size_t i = 0; i < layer->count; i++)
        if (strcmp(layer->groups[i]->id, id) == 0) return layer->groups[i];
    return NULL;
}

static const sk_page_box nothing = {0, 0, -1, -1};

static void widen(sk_page_box *box, double x0, double y0, double x1, double y1) {
    if (box->width_mm >= 0) {
        x1 = fmax(x1, box->x_mm + box->width_mm);
        y1 = fmax(y1, box->y_mm + box->height_mm);
        x0 = fmin(x0, box->x_mm);
        y0 = fmin(y0, box->y_mm);
    }
    *box = (sk_page_box){x0, y0, x1 - x0, y1 - y0};
}

/* What a group paints; of text only from the baseline to the capitals' height, of curves what
 * their controls span. Halos do not count. */
static sk_page_box painted(const sk_group *group) {
    const double capital = 0.7;
    sk_page_box box = nothing;
    for (size_t i = 0; i < group->count; i++) {
        const sk_item *item = &group->items[i];
        if (item->kind == SK_ITEM_CIRCLE) {
            sk_page_point c = item->as.circle.centre;
            double r = item->as.circle.radius_mm;
            widen(&box, c.x_mm - r, c.y_mm - r, c.x_mm + r, c.y_mm + r);
        } else if (item->kind == SK_ITEM_TEXT) {
            const sk_text *text = &item->as.text;
            double shift = text->anchor == SK_ANCHOR_MIDDLE ? 0.5 : 0;
            for (size_t k = 0; k < text->line_count; k++) {
                sk_page_point p = text->lines[k].baseline;
                double left = p.x_mm - shift * text->lines[k].width_mm;
                widen(&box, left, p.y_mm - capital * text->style.size_mm,
                      left + text->lines[k].width_mm, p.y_mm);
            }
        } else {
            const sk_path *path = &item->as.path.path;
            for (size_t k = 0; k < path->count; k++) {
                const sk_segment *s = &path->segments[k];
                size_t points = s->kind == SK_SEGMENT_CURVE ? 3 : s->kind != SK_SEGMENT_CLOSE;
                for (size_t j = 0; j < points; j++)
                    widen(&box, s->points[j].x_mm, s->points[j].y_mm, s->points[j].x_mm,
                          s->points[j].y_mm);
            }
        }
    }
    return box;
}

static bool overlap(sk_page_box a, sk_page_box b) {
    return a.x_mm < b.x_mm + b.width_mm && b.x_mm < a.x_mm + a.width_mm &&
           a.y_mm < b.y_mm + b.height_mm && b.y_mm < a.y_mm + a.height_mm;
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

/* "resoc-kempen" of the actor "resoc:kempen"; NULL for an actor of another level. */
static const char *region_id(const drawn *d, const overview_case *wanted, const char *actor) {
    size_t length = strlen(wanted->level);
    if (strncmp(actor, wanted->level, length) != 0 || actor[length] != ':') return NULL;
    return sk_arena_printf(d->arena, "%s-%s", wanted->level, actor + length + 1);
}

START_TEST(every_region_bears_exactly_the_sectors_that_it_chose) {
    drawn d = draw(&cases[_i]);
    const sk_layer *marks = layer_of(&d, "layer-sectors");
    ck_assert_uint_eq(layer_of(&d, "layer-regions")->count, cases[_i].regions);
    ck_assert_uint_eq(layer_of(&d, "layer-names")->count, cases[_i].regions);
    size_t expected = 0;
    for (size_t i = 0; i < d.project->presence_count; i++) {
        const sk_presence *presence = &d.project->presence[i];
        const char *region = region_id(&d, &cases[_i], presence->actor);
        if (region == NULL) continue;
        bool repeated = false;
        for (size_t k = 0; k < i; k++)
            repeated = repeated || (strcmp(d.project->presence[k].actor, presence->actor) == 0 &&
                                    strcmp(d.project->presence[k].sector, presence->sector) == 0);
        expected += !repeated;
        const char *id = sk_arena_printf(d.arena, "%s-%s", region, presence->sector);
        const sk_group *mark = find_group(marks, id);
        ck_assert_msg(mark != NULL, "%s is not on the map", id);
        if (repeated) continue;
        ck_assert_str_eq(mark->kind, presence->recent ? "newly-chosen" : "chosen");
        ck_assert_int_eq(mark->items[mark->count - 1].kind == SK_ITEM_CIRCLE, presence->recent);
    }
    ck_assert_uint_gt(expected, cases[_i].regions);
    ck_assert_uint_eq(marks->count, expected);
    put_away(&d);
}
END_TEST

START_TEST(no_mark_or_name_covers_another_and_all_lie_in_the_frame) {
    drawn d = draw(&cases[_i]);
    const sk_layer *layers[] = {layer_of(&d, "layer-sectors"), layer_of(&d, "layer-names"),
                                layer_of(&d, "layer-towns"), layer_of(&d, "layer-scale-bar")};
    sk_page_box frame = painted(layer_of(&d, "layer-frame")->groups[0]);
    const sk_group *groups[400];
    size_t count = 0;
    for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++)
        for (size_t k = 0; k < layers[i]->count; k++) groups[count++] = layers[i]->groups[k];
    for (size_t i = 0; i < count; i++) {
        sk_page_box box = painted(groups[i]);
        ck_assert_msg(box.x_mm > frame.x_mm && box.y_mm > frame.y_mm &&
                          box.x_mm + box.width_mm < frame.x_mm + frame.width_mm &&
                          box.y_mm + box.height_mm < frame.y_mm + frame.height_mm,
                      "%s leaves the frame", groups[i]->id);
        for (size_t k = 0; k < i; k++)
            ck_assert_msg(!overlap(box, painted(groups[k])), "%s covers %s", groups[i]->id,
                          groups[k]->id);
    }
    put_away(&d);
}
END_TEST

START_TEST(the_countries_and_the_sea_around_are_named_once) {
    static const char *const around[] = {"Noordzee", "Nederland", "Frankrijk", "Wallonië"};
    drawn d = draw(&cases[_i]);
    const sk_layer *names = layer_of(&d, "layer-towns");
    for (size_t i = 0; i < sizeof around / sizeof around[0]; i++) {
        size_t found = 0;
        for (size_t k = 0; k < names->count; k++)
            found += strcmp(names->groups[k]->title, around[i]) == 0;
        ck_assert_msg(found == 1, "%s stands there %zu times", around[i], found);
    }
    put_away(&d);
}
END_TEST

START_TEST(what_stands_beside_its_region_has_a_leader_into_it) {
    drawn d = draw(&cases[_i]);
    const sk_layer *regions = layer_of(&d, "layer-regions");
    const sk_layer *leaders = layer_of(&d, "layer-leaders");
    ck_assert_uint_eq(regions->count, cases[_i].regions);
    for (size_t i = 0; i < regions->count; i++) {
        const sk_group *region = regions->groups[i];
        const sk_path *outline = &region->items[0].as.path.path;
        const char *id = sk_arena_printf(d.arena, "%s-leader", region->id);
        const sk_group *leader = find_group(leaders, id);
        if (leader != NULL) {
            ck_assert_int_eq(leader->items[1].kind, SK_ITEM_CIRCLE);
            ck_assert_msg(in_path(outline, leader->items[1].as.circle.centre), "%s misses", id);
            continue;
        }
        id = sk_arena_printf(d.arena, "%s-label", region->id);
        sk_page_box name = painted(find_group(layer_of(&d, "layer-names"), id));
        sk_page_point below = {name.x_mm + name.width_mm / 2, name.y_mm + name.height_mm + 2};
        ck_assert_msg(in_path(outline, below), "%s stands outside, without a leader", id);
    }
    if (cases[_i].width_mm > 0) ck_assert_uint_gt(leaders->count, 0);
    put_away(&d);
}
END_TEST

static bool bears(const drawn *d, const overview_case *wanted, const char *sector) {
    for (size_t i = 0; i < d->project->presence_count; i++)
        if (region_id(d, wanted, d->project->presence[i].actor) != NULL &&
            strcmp(d->project->presence[i].sector, sector) == 0)
            return true;
    return false;
}

START_TEST(the_legend_names_the_sectors_on_the_map_and_the_mark_of_a_new_choice) {
    drawn d = draw(&cases[_i]);
    const sk_layer *legend = layer_of(&d, "layer-legend");
    sk_page_box page = {0, 0, d.scene->width_mm, d.scene->height_mm};
    sk_page_box frame = painted(layer_of(&d, "layer-frame")->groups[0]);
    size_t named = 0, used = 0;
    for (size_t i = 0; i < d.project->sector_count; i++)
        used += bears(&d, &cases[_i], d.project->sectors[i].slug);
    ck_assert_uint_gt(used, 5);
    ck_assert_uint_lt(used, d.project->sector_count);
    for (size_t i = 0; i < legend->count; i++) {
        const sk_group *entry = legend->groups[i];
        sk_page_box box = painted(entry);
        ck_assert(box.x_mm >= page.x_mm && box.x_mm + box.width_mm <= page.width_mm + 1e-6);
        ck_assert(box.y_mm >= frame.y_mm + frame.height_mm);
        ck_assert(box.y_mm + box.height_mm <= page.height_mm);
        for (size_t k = 0; k < d.project->sector_count; k++)
            named += entry->title != NULL && entry->items[0].kind == SK_ITEM_PATH &&
                     strcmp(entry->title, d.project->sectors[k].name) == 0 &&
                     bears(&d, &cases[_i], d.project->sectors[k].slug);
    }
    ck_assert_uint_eq(named, used);
    /* the heading, the sectors, the mark of a new choice */
    ck_assert_uint_eq(legend->count, used + 2);
    ck_assert_int_eq(legend->groups[used + 1]->items[0].kind, SK_ITEM_CIRCLE);
    put_away(&d);
}
END_TEST

/* The same outline, wherever on the page it stands. */
static bool same_outline(const sk_path *a, const sk_path *b) {
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++) {
        const sk_segment *s = &a->segments[i], *t = &b->segments[i];
        if (s->kind != t->kind) return false;
        double dx = s->points[0].x_mm - t->points[0].x_mm;
        double dy = s->points[0].y_mm - t->points[0].y_mm;
        double dx0 = a->segments[0].points[0].x_mm - b->segments[0].points[0].x_mm;
        double dy0 = a->segments[0].points[0].y_mm - b->segments[0].points[0].y_mm;
        if (s->kind != SK_SEGMENT_CLOSE && hypot(dx - dx0, dy - dy0) > 1e-6) return false;
    }
    return true;
}

START_TEST(any_two_sectors_differ_in_outline_and_in_colour) {
    drawn d = draw(&cases[_i]);
    const sk_layer *legend = layer_of(&d, "layer-legend");
    ck_assert_uint_gt(legend->count, 7);
    for (size_t i = 1; i + 1 < legend->count; i++)
        for (size_t k = 1; k < i; k++) {
            /* the halo comes first */
            const sk_item *a = &legend->groups[i]->items[1], *b = &legend->groups[k]->items[1];
            ck_assert_msg(!same_outline(&a->as.path.path, &b->as.path.path), "%s looks like %s",
                          legend->groups[i]->title, legend->groups[k]->title);
            ck_assert(memcmp(&a->as.path.paint.fill, &b->as.path.paint.fill, sizeof(sk_colour)));
        }
    put_away(&d);
}
END_TEST

START_TEST(a_designer_finds_the_reading_order_in_named_layers) {
    static const char *const order[] = {
        "layer-sea",     "layer-neighbours", "layer-regions", "layer-province-borders",
        "layer-leaders", "layer-sectors",    "layer-names",   "layer-frame",
        "layer-legend",  "layer-source"};
    drawn d = draw(&cases[_i]);
    size_t next = 0;
    for (size_t i = 0; i < d.scene->count && next < sizeof order / sizeof order[0]; i++)
        if (strcmp(d.scene->layers[i]->id, order[next]) == 0) next++;
    ck_assert_uint_eq(next, sizeof order / sizeof order[0]);
    ck_assert_ptr_null(sk_scene_find_layer(d.scene, "layer-municipality-borders"));
    put_away(&d);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("region_overview");
    TCase *tests = tcase_create("overview");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, every_region_bears_exactly_the_sectors_that_it_chose, 0, FIGURES);
    tcase_add_loop_test(tests, no_mark_or_name_covers_another_and_all_lie_in_the_frame, 0, CASES);
    tcase_add_loop_test(tests, the_countries_and_the_sea_around_are_named_once, 0, FIGURES);
    tcase_add_loop_test(tests, what_stands_beside_its_region_has_a_leader_into_it, 0, CASES);
    tcase_add_loop_test(tests, the_legend_names_the_sectors_on_the_map_and_the_mark_of_a_new_choice,
                        0, FIGURES);
    tcase_add_loop_test(tests, any_two_sectors_differ_in_outline_and_in_colour, 0, FIGURES);
    tcase_add_loop_test(tests, a_designer_finds_the_reading_order_in_named_layers, 0, FIGURES);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
