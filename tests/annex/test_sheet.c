/* What a reader finds on the annex sheets, asked of the scenes. */
#include <math.h>
#include <string.h>

#include "check_main.h"
#include "compose/drawing/map_view.h"
#include "resolve/figure_rows.h"
#include "streekkaart/annex.h"
#include "streekkaart/compose.h"

typedef struct {
    sk_diag *diag;
    sk_arena *arena;
    sk_project *opened; /* what the tests change a copy of */
    sk_project project;
    sk_style_sheet style;
    sk_typesetter *typesetter;
    sk_hyphenator *hyphenator;
    const sk_figure *figure;
    sk_wording words;
    sk_sheet sheet;
} drawn;

static drawn d;

static void set_up(void) {
    d = (drawn){.diag = sk_diag_create(), .arena = sk_arena_create()};
    ck_assert_int_eq(sk_project_open(SK_TEST_PROJECT, d.diag, &d.opened), SK_OK);
    d.project = *d.opened;
    ck_assert_int_eq(sk_style_sheet_open(SK_TEST_PROJECT, NULL, "study", d.diag, &d.style), SK_OK);
    ck_assert_int_eq(sk_typesetter_create(d.style.font_family, d.style.font_package, "nl", d.diag,
                                          &d.typesetter),
                     SK_OK);
    ck_assert_int_eq(sk_hyphenator_create(d.diag, &d.hyphenator), SK_OK);
    ck_assert_int_eq(
        sk_wording_open(SK_TEST_PROJECT, &d.project.settings, "nl", d.arena, d.diag, &d.words),
        SK_OK);
}

static void tear_down(void) {
    sk_hyphenator_free(d.hyphenator);
    sk_typesetter_free(d.typesetter);
    sk_project_free(d.opened);
    sk_arena_free(d.arena);
    sk_diag_free(d.diag);
}

static void compose(int number) {
    for (size_t i = 0; i < d.project.figure_count; i++)
        if (d.project.figures[i].number == number) d.figure = &d.project.figures[i];
    ck_assert_ptr_nonnull(d.figure);
    const sk_composer composer = {&d.project, &d.style, &d.words, d.typesetter};
    ck_assert_int_eq(sk_compose_sheet(&composer, d.hyphenator, d.figure, (sk_sheet_map){0}, d.arena,
                                      d.diag, &d.sheet),
                     SK_OK);
    ck_assert_uint_gt(d.sheet.page_count, 0);
}

/* Sheets of the project as it is, composed once for all tests that only look at them. */
static const int looked_at[] = {11, 12, 13, 14, 16, 24, 30, 38, 40, 44, 47, 48, 52};

enum { LOOKED_AT = sizeof looked_at / sizeof looked_at[0] };

static struct {
    const sk_figure *figure;
    sk_sheet sheet;
} kept[LOOKED_AT];

static void set_up_all(void) {
    set_up();
    for (size_t i = 0; i < LOOKED_AT; i++) {
        compose(looked_at[i]);
        kept[i].figure = d.figure;
        kept[i].sheet = d.sheet;
    }
}

static void look_at(int number) {
    size_t i = 0;
    while (i < LOOKED_AT && looked_at[i] != number) i++;
    ck_assert_uint_lt(i, LOOKED_AT);
    d.figure = kept[i].figure;
    d.sheet = kept[i].sheet;
}

/* The project with other features on the map of one province and sector. */
static sk_feature *features_of(int number, size_t count) {
    const sk_figure *figure = NULL;
    for (size_t i = 0; i < d.project.figure_count; i++)
        if (d.project.figures[i].number == number) figure = &d.project.figures[i];
    sk_feature *features = SK_NEW_ARRAY(d.arena, sk_feature, count);
    for (size_t i = 0; i < count; i++)
        features[i] = (sk_feature){.id = sk_arena_printf(d.arena, "feature-%zu", i),
                                   .home = figure->homes.items[0],
                                   .sector = figure->sectors.items[0],
                                   .kind = SK_FEATURE_POINT,
                                   .number = (int)i + 1,
                                   .name = sk_arena_printf(d.arena, "Punt %zu", i + 1)};
    d.project.features = features;
    d.project.feature_count = count;
    return features;
}

static const char *long_text(size_t length, const char *word) {
    char *text = sk_arena_array(d.arena, length + 1, 1);
    for (size_t i = 0; i < length; i++) text[i] = word[i % strlen(word)];
    return text;
}

static sk_page_box box_of_line(const sk_text *text, const sk_text_line *line) {
    const double shares[] = {[SK_ANCHOR_START] = 0, [SK_ANCHOR_MIDDLE] = 0.5, [SK_ANCHOR_END] = 1};
    sk_text_extent extent = sk_typesetter_measure(d.typesetter, line->utf8, &text->style);
    return (sk_page_box){line->baseline.x_mm - shares[text->anchor] * extent.width_mm,
                         line->baseline.y_mm - extent.cap_height_mm, extent.width_mm,
                         extent.cap_height_mm + extent.descent_mm / 2};
}

static bool within(sk_page_box box, sk_page_box around) {
    return box.x_mm >= around.x_mm - 0.1 && box.y_mm >= around.y_mm - 0.1 &&
           box.x_mm + box.width_mm <= around.x_mm + around.width_mm + 0.1 &&
           box.y_mm + box.height_mm <= around.y_mm + around.height_mm + 0.1;
}

static bool meet(sk_page_box a, sk_page_box b) {
    return a.x_mm < b.x_mm + b.width_mm && b.x_mm < a.x_mm + a.width_mm &&
           a.y_mm < b.y_mm + b.height_mm && b.y_mm < a.y_mm + a.height_mm;
}

static sk_page_box type_area(const sk_scene *page) {
    double side = d.style.sheet.side_margin_mm, top = d.style.sheet.top_margin_mm;
    return (sk_page_box){side, top, page->width_mm - 2 * side,
                         page->height_mm - top - d.style.sheet.bottom_margin_mm};
}

typedef struct {
    sk_page_box box;
    const sk_group *group;
} placed_line;

/* The lines of text of a layer, each with where it stands. */
static size_t lines_of(const sk_scene *page, const char *layer_id, placed_line *lines,
                       size_t room) {
    const sk_layer *layer = sk_scene_find_layer(page, layer_id);
    size_t count = 0;
    for (size_t i = 0; layer != NULL && i < layer->count; i++)
        for (size_t k = 0; k < layer->groups[i]->count; k++) {
            const sk_item *item = &layer->groups[i]->items[k];
            if (item->kind != SK_ITEM_TEXT) continue;
            for (size_t l = 0; l < item->as.text.line_count && count < room; l++)
                lines[count++] = (placed_line){box_of_line(&item->as.text, &item->as.text.lines[l]),
                                               layer->groups[i]};
        }
    return count;
}

enum { LINES_MAX = 4000 };

/* All text of title and table inside the margins, none on another, none on the map. */
static void expect_sound_page(const sk_scene *page) {
    placed_line *lines = SK_NEW_ARRAY(d.arena, placed_line, LINES_MAX);
    size_t count = lines_of(page, "layer-title", lines, LINES_MAX);
    count += lines_of(page, "layer-table", lines + count, LINES_MAX - count);
    ck_assert_uint_gt(count, 0);
    ck_assert_uint_lt(count, LINES_MAX);
    const sk_layer *frame = sk_scene_find_layer(page, "layer-frame");
    for (size_t i = 0; i < count; i++) {
        ck_assert_msg(within(lines[i].box, type_area(page)), "%s: text outside the margins",
                      lines[i].group->id);
        for (size_t k = 0; k < i; k++)
            ck_assert_msg(!meet(lines[i].box, lines[k].box), "%s on %s", lines[i].group->id,
                          lines[k].group->id);
        if (frame == NULL) continue;
        const sk_segment *s = frame->groups[0]->items[0].as.path.path.segments;
        sk_page_box map = {s[0].points[0].x_mm, s[0].points[0].y_mm,
                           s[2].points[0].x_mm - s[0].points[0].x_mm,
                           s[2].points[0].y_mm - s[0].points[0].y_mm};
        ck_assert(within(map, type_area(page)));
        ck_assert_msg(!meet(lines[i].box, map), "%s on the map", lines[i].group->id);
    }
}

static bool is_row(const sk_group *group) {
    return strncmp(group->id, "row-", 4) == 0;
}

/* Rows follow each other downwards; each page of the table begins with a heading. */
static void expect_rows_in_order(const sk_scene *page) {
    const sk_layer *table = sk_scene_find_layer(page, "layer-table");
    double bottom = 0;
    for (size_t i = 0; table != NULL && i < table->count; i++) {
        double top = INFINITY, lowest = 0;
        const sk_group *group = table->groups[i];
        ck_assert(is_row(group));
        for (size_t k = 0; k < group->count; k++) {
            const sk_text *text = &group->items[k].as.text;
            if (group->items[k].kind != SK_ITEM_TEXT) continue;
            for (size_t l = 0; l < text->line_count; l++) {
                sk_page_box box = box_of_line(text, &text->lines[l]);
                top = fmin(top, box.y_mm);
                lowest = fmax(lowest, box.y_mm + box.height_mm);
            }
        }
        ck_assert_msg(top >= bottom, "%s overlaps the row before it", group->id);
        bottom = lowest;
        bool heading = group->feature_id == NULL;
        if (i == 0) ck_assert_msg(heading, "page without a heading: %s", group->id);
        if (heading && i + 1 == table->count)
            ck_assert_msg(
                strcmp(group->id, "row-prose") == 0 || strstr(group->id, "chosen") != NULL,
                "%s is left alone", group->id);
    }
}

static void expect_sound_sheet(void) {
    ck_assert_ptr_nonnull(sk_scene_find_layer(d.sheet.pages[0], "layer-frame"));
    for (size_t i = 0; i < d.sheet.page_count; i++) {
        expect_sound_page(d.sheet.pages[i]);
        if (d.figure->kind != SK_FIGURE_REGION_OVERVIEW) expect_rows_in_order(d.sheet.pages[i]);
    }
}

/* How many rows stand for the feature, all pages together. */
static size_t rows_for(const char *feature_id) {
    size_t count = 0;
    for (size_t i = 0; i < d.sheet.page_count; i++) {
        const sk_layer *table = sk_scene_find_layer(d.sheet.pages[i], "layer-table");
        for (size_t k = 0; table != NULL && k < table->count; k++)
            if (table->groups[k]->feature_id != NULL &&
                strcmp(table->groups[k]->feature_id, feature_id) == 0)
                count++;
    }
    return count;
}

static const int figures[] = {11, 12, 13, 24, 38, 40, 44, 47, 52};
static const int with_table[] = {13, 24, 38, 40, 44, 47, 52};

START_TEST(a_sheet_holds_each_row_once_and_nothing_overlaps_or_leaves_the_margins) {
    look_at(figures[_i]);
    expect_sound_sheet();
    sk_figure_row_list rows = sk_figure_rows(&d.project, d.figure, d.arena);
    ck_assert_int_eq(rows.count > 0, d.figure->kind != SK_FIGURE_REGION_OVERVIEW);
    for (size_t i = 0; i < rows.count; i++)
        ck_assert_msg(rows_for(rows.items[i].feature->id) == 1, "%s", rows.items[i].feature->id);
}
END_TEST

START_TEST(an_overviews_sheet_lies_across) {
    look_at(52);
    ck_assert_double_eq(d.sheet.pages[0]->width_mm, d.style.sheet.height_mm);
    ck_assert_double_eq(d.sheet.pages[0]->height_mm, d.style.sheet.width_mm);
}
END_TEST

static const sk_text *first_text(const sk_scene *page, const char *layer_id, const char *group_id) {
    const sk_layer *layer = sk_scene_find_layer(page, layer_id);
    ck_assert_ptr_nonnull(layer);
    for (size_t i = 0; i < layer->count; i++)
        for (size_t k = 0; k < layer->groups[i]->count; k++)
            if (strcmp(layer->groups[i]->id, group_id) == 0 &&
                layer->groups[i]->items[k].kind == SK_ITEM_TEXT)
                return &layer->groups[i]->items[k].as.text;
    return NULL;
}

START_TEST(the_number_in_the_table_is_the_one_on_the_map) {
    look_at(52);
    size_t compared = 0;
    for (size_t i = 0; i < d.project.feature_count; i++) {
        const sk_feature *feature = &d.project.features[i];
        if (feature->kind != SK_FEATURE_POINT || !sk_figure_holds(d.figure, feature)) continue;
        const char *row_id = sk_arena_printf(d.arena, "row-%s", feature->id);
        const sk_text *on_map = first_text(d.sheet.pages[0], "layer-points", feature->id);
        for (size_t page = 0; page < d.sheet.page_count; page++) {
            if (sk_scene_find_layer(d.sheet.pages[page], "layer-table") == NULL) continue;
            const sk_text *in_table = first_text(d.sheet.pages[page], "layer-table", row_id);
            if (in_table == NULL) continue;
            ck_assert_ptr_nonnull(on_map);
            ck_assert_str_eq(in_table->lines[0].utf8, on_map->lines[0].utf8);
            compared++;
        }
    }
    ck_assert_uint_eq(compared, 14);
}
END_TEST

static const char *without_spaces(const char *text) {
    char *bare = sk_arena_array(d.arena, strlen(text) + 1, 1), *to = bare;
    for (; *text != '\0'; text++)
        if (*text != ' ') *to++ = *text;
    return bare;
}

/* Does the row's group hold `text`, on however many lines, with no hyphen added? */
static bool holds_as_written(const sk_group *group, const char *text) {
    for (size_t i = 0; i < group->count; i++) {
        if (group->items[i].kind != SK_ITEM_TEXT) continue;
        const sk_text *set = &group->items[i].as.text;
        const char *joined = "";
        for (size_t k = 0; k < set->line_count; k++)
            joined = sk_arena_printf(d.arena, "%s%s", joined, set->lines[k].utf8);
        if (strcmp(without_spaces(joined), without_spaces(text)) == 0) return true;
    }
    return false;
}

START_TEST(names_and_documents_are_never_hyphenated) {
    look_at(with_table[_i]);
    size_t looked_through = 0;
    for (size_t page = 0; page < d.sheet.page_count; page++) {
        const sk_layer *table = sk_scene_find_layer(d.sheet.pages[page], "layer-table");
        for (size_t i = 0; table != NULL && i < table->count; i++) {
            const sk_group *row = table->groups[i];
            if (row->feature_id == NULL) continue;
            bool named = holds_as_written(row, row->title) ||
                         holds_as_written(row, sk_arena_printf(d.arena, "%s *", row->title));
            ck_assert_msg(named, "%s is hyphenated", row->title);
            ck_assert(row->source == NULL || holds_as_written(row, row->source));
            looked_through++;
        }
    }
    ck_assert_uint_ge(looked_through, sk_figure_rows(&d.project, d.figure, d.arena).count);
}
END_TEST

START_TEST(who_chose_the_sector_stands_in_columns_as_wide_as_their_names) {
    look_at(with_table[_i]);
    size_t names = 0;
    for (size_t page = 0; page < d.sheet.page_count; page++) {
        const sk_layer *table = sk_scene_find_layer(d.sheet.pages[page], "layer-table");
        for (size_t i = 0; table != NULL && i < table->count; i++) {
            const sk_group *row = table->groups[i];
            if (strcmp(row->id, "row-chosen") != 0) continue;
            for (size_t k = 0; k < row->count; k++)
                if (row->items[k].kind == SK_ITEM_TEXT) {
                    ck_assert_uint_eq(row->items[k].as.text.line_count, 1);
                    names++;
                }
        }
    }
    ck_assert_uint_gt(names, 0);
}
END_TEST

/* From the highest to the lowest point that the first path of a group has. */
static double height_of(const char *layer_id, const char *group_id) {
    const sk_layer *layer = sk_scene_find_layer(d.sheet.pages[0], layer_id);
    double top = INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < layer->count; i++) {
        if (strcmp(layer->groups[i]->id, group_id) != 0) continue;
        const sk_path *path = &layer->groups[i]->items[0].as.path.path;
        for (size_t k = 0; k < path->count; k++) {
            if (path->segments[k].kind == SK_SEGMENT_CLOSE) continue;
            top = fmin(top, path->segments[k].points[0].y_mm);
            bottom = fmax(bottom, path->segments[k].points[0].y_mm);
        }
    }
    ck_assert_double_gt(bottom, top);
    return bottom - top;
}

/* Beside the province there is room for the legend. */
START_TEST(a_map_that_may_not_grow_is_not_made_small_for_its_furniture) {
    look_at(30);
    ck_assert_double_ge(height_of("layer-chosen-homes", "chosen-province-oost-vlaanderen"),
                        0.8 * height_of("layer-frame", "frame"));
}
END_TEST

static const struct {
    int figure;
    bool numbered;
} samples[] = {{14, true}, {16, true}, {38, false}};

START_TEST(the_sample_of_a_point_has_a_number_where_a_point_has_one) {
    look_at(samples[_i].figure);
    const sk_layer *legend = sk_scene_find_layer(d.sheet.pages[0], "layer-legend");
    bool explained = false, numbered = false;
    for (size_t i = 0; i < legend->groups[0]->count; i++) {
        const sk_item *item = &legend->groups[0]->items[i];
        if (item->kind != SK_ITEM_TEXT) continue;
        explained |= strcmp(item->as.text.lines[0].utf8, d.words.legend.point) == 0;
        numbered |= strcmp(item->as.text.lines[0].utf8, "1") == 0;
    }
    ck_assert(explained);
    ck_assert_int_eq(numbered, samples[_i].numbered);
}
END_TEST

START_TEST(a_table_of_300_rows_runs_on_with_its_heading) {
    features_of(13, 300);
    compose(13);
    expect_sound_sheet();
    ck_assert_uint_gt(d.sheet.page_count, 5);
    for (size_t i = 0; i < 300; i++) ck_assert_uint_eq(rows_for(d.project.features[i].id), 1);
    const sk_text *heading =
        first_text(d.sheet.pages[d.sheet.page_count - 1], "layer-table", "row-points");
    ck_assert_str_eq(heading->lines[0].utf8, "Actoren - Punten (vervolg)");
}
END_TEST

static const struct {
    size_t name, source, remark;
    const char *word;
} hostile[] = {
    {200, 0, 0, "Strategisch onderzoekscentrum "},
    {200, 200, 200, "x"},
    {20, 20, 5000, "watergebonden nijverheid en "},
    {20, 20, 5000, "x"},
    {20, 5000, 5000, "bedrijventerreinontwikkelingsmaatschappij"},
    {5000, 5000, 5000, "W"},
    {0, 0, 0, "x"},
};

START_TEST(rows_of_any_length_make_a_sound_sheet) {
    sk_feature *features = features_of(13, 5);
    features[2].name = long_text(hostile[_i].name, hostile[_i].word);
    features[2].source = long_text(hostile[_i].source, hostile[_i].word);
    features[2].remark = long_text(hostile[_i].remark, hostile[_i].word);
    compose(13);
    expect_sound_sheet();
    for (size_t i = 0; i < 5; i++)
        ck_assert_msg(rows_for(features[i].id) >= 1, "%s is missing", features[i].id);
}
END_TEST

START_TEST(a_title_of_200_characters_is_set_in_lines) {
    sk_figure *changed = SK_NEW_ARRAY(d.arena, sk_figure, d.project.figure_count);
    memcpy(changed, d.project.figures, d.project.figure_count * sizeof *changed);
    for (size_t i = 0; i < d.project.figure_count; i++)
        if (changed[i].number == 13) changed[i].title = long_text(200, "Logistiek en nijverheid ");
    d.project.figures = changed;
    compose(13);
    expect_sound_sheet();
    ck_assert_uint_gt(first_text(d.sheet.pages[0], "layer-title", "title")->line_count, 1);
}
END_TEST

START_TEST(a_map_with_no_feature_is_a_page_with_the_map) {
    d.project.feature_count = 0;
    d.project.presence_count = 0;
    compose(13);
    expect_sound_sheet();
    ck_assert_uint_eq(d.sheet.page_count, 1);
    ck_assert_ptr_nonnull(sk_scene_find_layer(d.sheet.pages[0], "layer-frame"));
    ck_assert_ptr_null(sk_scene_find_layer(d.sheet.pages[0], "layer-table"));
}
END_TEST

START_TEST(a_row_that_only_the_prose_has_is_marked_and_explained) {
    sk_feature *features = features_of(13, 2);
    features[1].basis = 1;
    compose(13);
    const sk_layer *table = sk_scene_find_layer(d.sheet.pages[0], "layer-table");
    ck_assert_str_eq(table->groups[table->count - 1]->id, "row-prose");
    bool marked = false;
    for (size_t i = 0; i < table->count; i++)
        for (size_t k = 0; k < table->groups[i]->count; k++)
            if (table->groups[i]->items[k].kind == SK_ITEM_TEXT)
                marked |= strcmp(table->groups[i]->items[k].as.text.lines[0].utf8, "Punt 2 *") == 0;
    ck_assert(marked);
}
END_TEST

/* How high the frame of the map is. */
static double frame_height(void) {
    const sk_segment *s = sk_scene_find_layer(d.sheet.pages[0], "layer-frame")
                              ->groups[0]
                              ->items[0]
                              .as.path.path.segments;
    return s[2].points[0].y_mm - s[0].points[0].y_mm;
}

/* Sheets of a province are compared leaf by leaf: the table goes on on another page. */
START_TEST(a_map_is_as_high_whatever_its_table_needs) {
    features_of(13, 2);
    compose(13);
    double high = frame_height();
    ck_assert_uint_eq(d.sheet.page_count, 1);
    features_of(13, 40);
    compose(13);
    ck_assert_uint_gt(d.sheet.page_count, 1);
    ck_assert_double_eq_tol(frame_height(), high, 1e-9);
}
END_TEST

static double frame_width(void) {
    const sk_segment *s = sk_scene_find_layer(d.sheet.pages[0], "layer-frame")
                              ->groups[0]
                              ->items[0]
                              .as.path.path.segments;
    return s[1].points[0].x_mm - s[0].points[0].x_mm;
}

static const sk_scene *figures_page(void) {
    const sk_composer composer = {&d.project, &d.style, &d.words, d.typesetter};
    const sk_page_request request = {.on_sheet = NULL};
    sk_composed_figure composed;
    ck_assert_int_eq(sk_compose_figure(&composer, d.figure, &request, d.arena, d.diag, &composed),
                     SK_OK);
    return composed.scene;
}

/* What stands on the map of a figure would lie in the way of the sheet's own. */
static void put_furniture_outside(void) {
    d.style.legend.place = d.style.inset.place = d.style.scale_bar.place = SK_PLACE_OUTSIDE;
}

static sk_page_point first_baseline(const sk_group *group) {
    for (size_t i = 0; i < group->count; i++)
        if (group->items[i].kind == SK_ITEM_TEXT) return group->items[i].as.text.lines[0].baseline;
    return (sk_page_point){0};
}

/* With letters; with names; an overview. */
static const int with_their_figures_map[] = {13, 38, 52};

START_TEST(a_sheet_shows_the_very_map_of_its_figure) {
    put_furniture_outside();
    compose(with_their_figures_map[_i]);
    const char *layers[] = {"layer-towns", "layer-points", "layer-names"};
    const sk_scene *figure = figures_page();
    double x = d.style.sheet.side_margin_mm - d.style.page.margin_mm, y = 0;
    size_t found = 0;
    for (size_t l = 0; l < sizeof layers / sizeof layers[0]; l++) {
        const sk_layer *there = sk_scene_find_layer(figure, layers[l]),
                       *here = sk_scene_find_layer(d.sheet.pages[0], layers[l]);
        ck_assert_uint_eq(there == NULL, here == NULL);
        if (there == NULL) continue;
        ck_assert_uint_eq(there->count, here->count);
        for (size_t i = 0; i < there->count; i++) {
            ck_assert_str_eq(there->groups[i]->id, here->groups[i]->id);
            sk_page_point one = first_baseline(there->groups[i]),
                          other = first_baseline(here->groups[i]);
            if (one.x_mm == 0) continue;
            if (found++ == 0) y = other.y_mm - one.y_mm;
            ck_assert_double_eq_tol(other.x_mm - one.x_mm, x, 1e-9);
            ck_assert_double_eq_tol(other.y_mm - one.y_mm, y, 1e-9);
        }
    }
    ck_assert_uint_gt(found, 5);
}
END_TEST

static sk_page_point number_on(const sk_scene *page, const char *id) {
    const sk_layer *points = sk_scene_find_layer(page, "layer-points");
    for (size_t i = 0; i < points->count; i++)
        if (strcmp(points->groups[i]->item, id) == 0) return first_baseline(points->groups[i]);
    ck_abort_msg("no disc of %s", id);
}

/* What a hand moved on the sheet was moved on the ground that its figure shows. */
START_TEST(a_pin_of_a_sheet_moves_its_marker_and_not_its_map) {
    put_furniture_outside();
    compose(13);
    double wide = frame_width(), high = frame_height();
    const char *id = NULL;
    for (size_t i = 0; i < d.project.feature_count && id == NULL; i++)
        if (d.project.features[i].kind == SK_FEATURE_POINT &&
            sk_figure_holds(d.figure, &d.project.features[i]))
            id = d.project.features[i].id;
    ck_assert_ptr_nonnull(id);
    sk_page_point before = number_on(d.sheet.pages[0], id);
    sk_pin pin = {.figure = 13, .on_sheet = true, .id = id, .dx_mm = 9, .dy_mm = 9};
    d.project.pins = &pin;
    d.project.pin_count = 1;
    compose(13);
    sk_page_point after = number_on(d.sheet.pages[0], id);
    ck_assert_double_gt(hypot(after.x_mm - before.x_mm, after.y_mm - before.y_mm), 3);
    ck_assert_double_eq_tol(frame_width(), wide, 1e-9);
    ck_assert_double_eq_tol(frame_height(), high, 1e-9);
}
END_TEST

/* Figures for a narrow column would leave half of the sheet's width empty. */
START_TEST(a_sheet_much_wider_than_its_figure_has_a_map_of_its_own) {
    put_furniture_outside();
    d.style.page.width_mm = 100;
    compose(13);
    ck_assert_double_eq_tol(frame_width(),
                            d.style.sheet.width_mm - 2 * d.style.sheet.side_margin_mm, 1e-9);
    expect_sound_sheet();
}
END_TEST

/* As many as thousands of regions have: only their contents are looked at. */
START_TEST(contents_of_many_pages_have_a_number_each) {
    enum { SHEETS = 6000 };
    const sk_composer composer = {&d.project, &d.style, &d.words, d.typesetter};
    const sk_sheet sheet = {.anchor = "fig-13"};
    sk_bound_sheet *bound = SK_NEW_ARRAY(d.arena, sk_bound_sheet, SHEETS);
    for (size_t i = 0; i < SHEETS; i++) bound[i] = (sk_bound_sheet){&d.project.figures[0], &sheet};
    sk_document book;
    sk_compose_book(&composer, bound, SHEETS, d.arena, &book);
    ck_assert_uint_gt(book.page_count, 99);
    const struct {
        size_t page;
        const char *label;
    } rows[] = {{4, "iv"}, {39, "xxxix"}, {40, "xl"}, {49, "xlix"}, {94, "xciv"}, {99, "xcix"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_str_eq(book.labels[rows[i].page - 1], rows[i].label);
}
END_TEST

START_TEST(a_book_numbers_its_pages_and_leads_to_every_sheet) {
    static const int numbers[] = {13, 16, 52};
    sk_sheet sheets[3];
    sk_bound_sheet bound[3];
    for (size_t i = 0; i < 3; i++) {
        compose(numbers[i]);
        sheets[i] = d.sheet;
        bound[i] = (sk_bound_sheet){d.figure, &sheets[i]};
    }
    sk_document book;
    const sk_composer composer = {&d.project, &d.style, &d.words, d.typesetter};
    sk_compose_book(&composer, bound, 3, d.arena, &book);
    ck_assert_uint_eq(book.page_count,
                      1 + sheets[0].page_count + sheets[1].page_count + sheets[2].page_count);
    ck_assert_str_eq(book.labels[0], "i");
    for (size_t i = 1; i < book.page_count; i++) {
        ck_assert_str_eq(book.labels[i], sk_arena_printf(d.arena, "%zu", i));
        ck_assert_str_eq(first_text(book.pages[i], "layer-folio", "folio")->lines[0].utf8,
                         book.labels[i]);
    }
    const sk_layer *contents = sk_scene_find_layer(book.pages[0], "layer-contents");
    size_t links = 0;
    for (size_t i = 0; i < contents->count; i++)
        if (contents->groups[i]->link != NULL)
            ck_assert_str_eq(contents->groups[i]->link, sheets[links++].anchor);
    ck_assert_uint_eq(links, 3);
    /* contents; Antwerpen: two sheets; Flanders: one */
    static const size_t depths[] = {0, 0, 1, 1, 0, 1};
    ck_assert_uint_eq(book.bookmark_count, 6);
    for (size_t i = 0; i < 6; i++) ck_assert_uint_eq(book.bookmarks[i].depth, depths[i]);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("sheet");
    TCase *looks = tcase_create("sheets as they are"), *tests = tcase_create("sheet");
    suite_add_tcase(suite, looks);
    suite_add_tcase(suite, tests);
    tcase_add_unchecked_fixture(looks, set_up_all, tear_down);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(looks,
                        a_sheet_holds_each_row_once_and_nothing_overlaps_or_leaves_the_margins, 0,
                        sizeof figures / sizeof figures[0]);
    tcase_add_test(looks, an_overviews_sheet_lies_across);
    tcase_add_test(looks, the_number_in_the_table_is_the_one_on_the_map);
    tcase_add_loop_test(looks, names_and_documents_are_never_hyphenated, 0,
                        sizeof with_table / sizeof with_table[0]);
    tcase_add_loop_test(looks, who_chose_the_sector_stands_in_columns_as_wide_as_their_names, 0,
                        sizeof with_table / sizeof with_table[0]);
    tcase_add_test(looks, a_map_that_may_not_grow_is_not_made_small_for_its_furniture);
    tcase_add_loop_test(looks, the_sample_of_a_point_has_a_number_where_a_point_has_one, 0,
                        sizeof samples / sizeof samples[0]);
    tcase_add_loop_test(tests, a_sheet_shows_the_very_map_of_its_figure, 0,
                        sizeof with_their_figures_map / sizeof with_their_figures_map[0]);
    tcase_add_test(tests, a_pin_of_a_sheet_moves_its_marker_and_not_its_map);
    tcase_add_test(tests, a_sheet_much_wider_than_its_figure_has_a_map_of_its_own);
    tcase_add_test(tests, a_table_of_300_rows_runs_on_with_its_heading);
    tcase_add_loop_test(tests, rows_of_any_length_make_a_sound_sheet, 0,
                        sizeof hostile / sizeof hostile[0]);
    tcase_add_test(tests, a_title_of_200_characters_is_set_in_lines);
    tcase_add_test(tests, a_map_with_no_feature_is_a_page_with_the_map);
    tcase_add_test(tests, a_row_that_only_the_prose_has_is_marked_and_explained);
    tcase_add_test(tests, a_map_is_as_high_whatever_its_table_needs);
    tcase_add_test(tests, a_book_numbers_its_pages_and_leads_to_every_sheet);
    tcase_add_test(tests, contents_of_many_pages_have_a_number_each);
    return run_suite(suite);
}
