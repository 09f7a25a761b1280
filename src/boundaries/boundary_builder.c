#include "streekkaart/boundary_builder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "boundaries/boundary_writer.h"
#include "boundaries/home_polygons.h"
#include "boundaries/mesh/topology.h"
#include "boundaries/source_faults.h"
#include "boundaries/sources/fault_tally.h"
#include "boundaries/sources/neighbour_source.h"

/* Official files repeat a shared border to the millimetre or, after a conversion, the decimetre. */
enum { WELD_CM = 50 };

/* How far around the regions the neighbours reach, which is more than any map of them shows, and
 * how far around the rest of the source. */
enum { OWN_MARGIN_CM = 80 * 1000 * 100, MARGIN_CM = 20 * 1000 * 100 };

/* How much of a region simplifying may take, and as many times may add. */
static const double LEAST_SHARE = 0.5;

typedef struct {
    const sk_boundary_build *build;
    double tolerance_m;
    sk_arena *arena;
    sk_diag *diag;
    sk_polygon_list polygons; /* those that are drawn */
    sk_level_table tables[SK_REGION_LEVEL_COUNT];
    sk_polygon_part *parts;
    sk_around_list around; /* what lies around the project's own */
    sk_mesh mesh;          /* face i is polygon i; then what lies around all of them */
    sk_topology *topology;
    size_t points_read;
} set_builder;

static sk_cm_box around(sk_cm_box a, sk_cm_box b) {
    sk_cm_point corners[] = {a.low, a.high, b.low, b.high};
    return sk_cm_box_of(corners, 4);
}

static sk_cm_box widened(sk_cm_box box, int32_t margin_cm) {
    return (sk_cm_box){{box.low.x_cm - margin_cm, box.low.y_cm - margin_cm},
                       {box.high.x_cm + margin_cm, box.high.y_cm + margin_cm}};
}

/* What lies around the project's own, and around whatever else the source has. */
static sk_cm_box window_of(const set_builder *b) {
    const sk_cm_ring *first = &b->polygons.items[0].shape.rings[0];
    sk_cm_box window = {first->points[0], first->points[0]};
    for (size_t i = 0; i < b->polygons.count; i++) {
        int32_t margin_cm = b->parts[i] == SK_POLYGON_OWN ? OWN_MARGIN_CM : MARGIN_CM;
        const sk_cm_shape *shape = &b->polygons.items[i].shape;
        for (size_t r = 0; r < shape->count; r++) {
            sk_cm_box ring = sk_cm_box_of(shape->rings[r].points, shape->rings[r].count);
            window = around(window, widened(ring, margin_cm));
        }
    }
    return window;
}

static uint32_t *group_array(const set_builder *b) {
    uint32_t *groups = SK_NEW_ARRAY(b->arena, uint32_t, b->mesh.face_count);
    for (size_t i = 0; i < b->mesh.face_count; i++) groups[i] = SK_NO_FACE;
    return groups;
}

static void tell(const set_builder *b, const char *stage, size_t count, const char *what) {
    const sk_boundary_build *build = b->build;
    if (build->progress == NULL) return;
    build->progress(build->progress_context,
                    count == 0 ? sk_arena_printf(b->arena, "%s %s", stage, what)
                               : sk_arena_printf(b->arena, "%s %zu %s", stage, count, what));
}

/* The polygons, and their outline, once it is known that they tile. */
static sk_status add_polygons(set_builder *b, sk_cm_shape *outline) {
    tell(b, "joining the borders of", b->polygons.count, "polygons");
    for (size_t i = 0; i < b->polygons.count; i++)
        sk_mesh_add_face(&b->mesh, &b->polygons.items[i].shape);
    sk_mesh_weld(&b->mesh, WELD_CM);
    b->topology = sk_topology_build(&b->mesh, b->arena);
    uint32_t *all = SK_NEW_ARRAY(b->arena, uint32_t, b->mesh.face_count);
    *outline = *sk_topology_dissolve(b->topology, all, 1, b->arena);
    sk_status status =
        sk_source_faults_tiling(b->build->source, &b->polygons, b->topology, outline, b->diag);
    if (status != SK_OK) return status;
    return sk_source_faults_crossings(b->build->source, &b->polygons, b->topology, b->diag);
}

/* What a country got piece by piece becomes one: where pieces meet, the ends of their seams would
 * cut the borders that they lie on into arcs, and stay as corners. */
static void drop_seams(set_builder *b) {
    uint32_t count = b->mesh.face_count;
    uint32_t *each = SK_NEW_ARRAY(b->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) each[i] = i;
    const sk_cm_shape *faces = sk_topology_dissolve(b->topology, each, count, b->arena);
    sk_mesh_free(&b->mesh);
    for (uint32_t i = 0; i < count; i++) sk_mesh_add_face(&b->mesh, &faces[i]);
    b->topology = sk_topology_build(&b->mesh, b->arena);
}

static sk_status add_neighbours(set_builder *b, sk_cm_shape outline) {
    if (b->build->neighbours == NULL) return SK_OK;
    tell(b, "cutting", 0, b->build->neighbours);
    sk_around_request request = {outline, window_of(b), b->tolerance_m};
    sk_status status = sk_neighbour_source_read(b->build, &request, b->arena, b->diag, &b->around);
    if (status != SK_OK) return status;
    for (size_t i = 0; i < b->around.count; i++)
        sk_mesh_add_face(&b->mesh, &b->around.items[i].shape);
    sk_mesh_weld(&b->mesh, WELD_CM);
    b->topology = sk_topology_build(&b->mesh, b->arena);
    drop_seams(b);
    return SK_OK;
}

static sk_status simplify(set_builder *b) {
    tell(b, "simplifying", b->topology->count, "borders");
    for (size_t i = 0; i < b->topology->count; i++)
        b->points_read += b->topology->arcs[i].count - 1;
    sk_topology_simplify(b->topology, b->tolerance_m * 100);
    return sk_source_faults_crossings(b->build->source, &b->polygons, b->topology, b->diag);
}

static double *areas_of_groups(const set_builder *b, const uint32_t *groups, size_t count) {
    double *areas = SK_NEW_ARRAY(b->arena, double, count);
    for (size_t i = 0; i < b->polygons.count; i++)
        if (groups[i] != SK_NO_FACE) areas[groups[i]] += b->polygons.items[i].source_area_m2;
    return areas;
}

/* slug, name, and the larger levels. */
static sk_boundary_layer empty_layer(const set_builder *b, sk_region_level level) {
    const sk_project_settings *settings = b->build->settings;
    sk_boundary_layer layer = {.name = settings->levels[level].slug,
                               .columns = {"slug", "name"},
                               .has_source_area = level < settings->level_count};
    for (int larger = level + 1; larger < settings->level_count; larger++)
        layer.columns[1 + larger - level] = settings->levels[larger].slug;
    return layer;
}

static const sk_level_region *region_of(const set_builder *b, size_t polygon,
                                        sk_region_level level) {
    return &b->tables[level].regions[b->tables[level].of[polygon]];
}

/* The languages that any of the rows has a name in. */
static sk_string_list languages_of(const set_builder *b, const sk_boundary_layer *layer) {
    const sk_string_list *known = &b->build->settings->languages;
    const char **spoken = SK_NEW_ARRAY(b->arena, const char *, known->count);
    size_t count = 0;
    for (size_t k = 0; k < known->count; k++) {
        size_t row = 0;
        while (row < layer->row_count &&
               sk_translation_in(layer->rows[row].names, known->items[k]) == NULL)
            row++;
        if (row < layer->row_count) spoken[count++] = known->items[k];
    }
    return (sk_string_list){spoken, count};
}

static sk_boundary_layer smallest_layer(const set_builder *b) {
    size_t count = b->polygons.count;
    int count_of_levels = b->build->settings->level_count;
    sk_boundary_layer layer = empty_layer(b, SK_REGION_SMALLEST);
    if (b->build->mergers != NULL) layer.columns[1 + count_of_levels] = "former";
    uint32_t *groups = group_array(b);
    for (size_t i = 0; i < count; i++)
        if (b->parts[i] == SK_POLYGON_OWN) groups[i] = (uint32_t)i;
    sk_cm_shape *shapes = sk_topology_dissolve(b->topology, groups, count, b->arena);
    sk_boundary_row *rows = SK_NEW_ARRAY(b->arena, sk_boundary_row, count);
    for (size_t i = 0; i < count; i++) {
        const sk_polygon *polygon = &b->polygons.items[i];
        if (groups[i] == SK_NO_FACE) continue;
        sk_boundary_row row = {
            {polygon->code, polygon->name}, polygon->names, polygon->source_area_m2, &shapes[i]};
        for (int larger = 1; larger < count_of_levels; larger++)
            row.values[1 + larger] = region_of(b, i, larger)->slug;
        row.values[1 + count_of_levels] = polygon->formers;
        rows[layer.row_count++] = row;
    }
    layer.rows = rows;
    layer.languages = languages_of(b, &layer);
    return layer;
}

static sk_boundary_layer larger_layer(const set_builder *b, sk_region_level level) {
    const sk_level_table *table = &b->tables[level];
    sk_boundary_layer layer = empty_layer(b, level);
    uint32_t *groups = group_array(b);
    for (size_t i = 0; i < b->polygons.count; i++)
        if (b->parts[i] == SK_POLYGON_OWN) groups[i] = table->of[i];
    sk_cm_shape *shapes = sk_topology_dissolve(b->topology, groups, table->count, b->arena);
    double *areas = areas_of_groups(b, groups, table->count);
    sk_boundary_row *rows = SK_NEW_ARRAY(b->arena, sk_boundary_row, table->count);
    for (size_t i = 0; i < table->count; i++) {
        const sk_level_region *region = &table->regions[i];
        if (shapes[i].count == 0) continue;
        sk_boundary_row row = {{region->slug, region->name}, region->names, areas[i], &shapes[i]};
        for (int larger = level + 1; larger < b->build->settings->level_count; larger++)
            row.values[1 + larger - level] = region->parents[larger];
        rows[layer.row_count++] = row;
    }
    layer.rows = rows;
    layer.languages = languages_of(b, &layer);
    return layer;
}

/* For each face what it is around the project's own, if it is. */
static uint32_t *around_groups(const set_builder *b) {
    uint32_t *groups = group_array(b);
    for (size_t i = 0; i < b->polygons.count; i++)
        if (b->parts[i] == SK_POLYGON_NEIGHBOUR)
            groups[i] = sk_around_find(&b->around, region_of(b, i, SK_REGION_NEIGHBOUR)->slug);
    for (size_t i = b->polygons.count; i < b->mesh.face_count; i++)
        groups[i] = (uint32_t)(i - b->polygons.count);
    return groups;
}

static void around_layers(const set_builder *b, sk_boundary_layer *neighbour,
                          sk_boundary_layer *sea) {
    size_t count = b->around.count;
    sk_cm_shape *shapes = sk_topology_dissolve(b->topology, around_groups(b), count, b->arena);
    sk_boundary_row *rows[] = {SK_NEW_ARRAY(b->arena, sk_boundary_row, count),
                               SK_NEW_ARRAY(b->arena, sk_boundary_row, count)};
    *neighbour = empty_layer(b, SK_REGION_NEIGHBOUR);
    *sea = empty_layer(b, SK_REGION_SEA);
    for (size_t i = 0; i < count; i++) {
        const sk_around *what = &b->around.items[i];
        sk_boundary_layer *layer = what->is_sea ? sea : neighbour;
        if (shapes[i].count == 0) continue;
        rows[what->is_sea][layer->row_count++] =
            (sk_boundary_row){{what->slug, what->name}, NULL, 0, &shapes[i]};
    }
    neighbour->rows = rows[0];
    sea->rows = rows[1];
}

/* What others overlap, or what is smaller than the tolerance, must not vanish in silence. */
static sk_status check_areas(const set_builder *b, const sk_boundary_layer *layer) {
    sk_fault_tally lost = {0};
    for (size_t i = 0; i < layer->row_count; i++) {
        const sk_boundary_row *row = &layer->rows[i];
        double share = sk_cm_shape_area(row->shape) / row->source_area_m2;
        if (share > LEAST_SHARE && share < 1 / LEAST_SHARE) continue;
        sk_fault_tally_add(&lost,
                           sk_arena_printf(b->arena, "%s (%.0f %%)", row->values[1], 100 * share),
                           b->arena);
    }
    if (lost.count == 0) return SK_OK;
    sk_diag_error(b->diag, (sk_place){.file = b->build->source},
                  "mend the border where others overlap it, or give a smaller --tolerance",
                  "of %zu of its %zu regions too little area would be left: %s", lost.count,
                  layer->row_count, sk_fault_tally_text(&lost, b->arena));
    return SK_ERR_DATA;
}

static void measure_change(const sk_boundary_layer *layer, sk_boundary_report *report) {
    for (size_t i = 0; i < layer->row_count; i++) {
        const sk_boundary_row *row = &layer->rows[i];
        double change = fabs(sk_cm_shape_area(row->shape) / row->source_area_m2 - 1);
        if (change > report->worst_change) report->worst_change = change;
    }
}

static sk_status write_set(const set_builder *b, sk_boundary_report *report) {
    tell(b, "writing", 0, b->build->out);
    sk_region_level count = b->build->settings->level_count;
    sk_boundary_layer layers[SK_REGION_LEVEL_COUNT] = {smallest_layer(b)};
    if (check_areas(b, &layers[0]) != SK_OK) return SK_ERR_DATA;
    for (int level = 1; level < count; level++) {
        layers[level] = larger_layer(b, level);
        measure_change(&layers[level], report);
    }
    around_layers(b, &layers[count], &layers[count + 1]);
    for (int level = 0; level < count; level++) report->regions[level] = layers[level].row_count;
    report->regions[SK_REGION_NEIGHBOUR] = layers[count].row_count;
    report->regions[SK_REGION_SEA] = layers[count + 1].row_count;
    report->points_read = b->points_read;
    for (size_t i = 0; i < b->topology->count; i++)
        report->points_written += b->topology->arcs[i].count - 1;
    const sk_boundary_layers set = {layers, (size_t)count + 2, b->build->settings->crs};
    return sk_boundary_writer_run(&set, b->build->out, b->diag, &report->bytes);
}

/* Of the polygons only those that are drawn. */
static void drop_left_out(set_builder *b) {
    size_t kept = 0;
    for (size_t i = 0; i < b->polygons.count; i++) {
        if (b->parts[i] == SK_POLYGON_LEFT_OUT) continue;
        for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++)
            if (b->tables[level].of != NULL) b->tables[level].of[kept] = b->tables[level].of[i];
        b->parts[kept] = b->parts[i];
        b->polygons.items[kept++] = b->polygons.items[i];
    }
    b->polygons.count = kept;
}

static sk_status read_source(set_builder *b, sk_boundary_report *report) {
    sk_merger_list mergers;
    sk_status status = sk_mergers_read(b->build, b->arena, b->diag, &mergers);
    if (status == SK_OK)
        status = sk_polygon_source_read(b->build, &mergers, b->arena, b->diag, &b->polygons);
    if (status == SK_OK) status = sk_mergers_check(b->build, &mergers, &b->polygons, b->diag);
    if (status == SK_OK)
        status =
            sk_level_tables_read(b->build, &mergers, &b->polygons, b->arena, b->diag, b->tables);
    if (status != SK_OK) return status;
    report->polygons = b->polygons.count;
    b->parts = SK_NEW_ARRAY(b->arena, sk_polygon_part, b->polygons.count);
    status = sk_home_polygons_find(b->build, &b->polygons, b->arena, b->diag, b->tables, b->parts);
    if (status != SK_OK) return status;
    drop_left_out(b);
    sk_around_begin(&b->around, b->build->settings, b->arena);
    for (size_t i = 0; i < b->polygons.count; i++)
        if (b->parts[i] == SK_POLYGON_NEIGHBOUR) {
            const sk_level_region *region = region_of(b, i, SK_REGION_NEIGHBOUR);
            sk_around_add(&b->around, region->slug, region->name, b->arena);
        }
    return SK_OK;
}

sk_status sk_boundary_build_run(const sk_boundary_build *build, sk_diag *diag,
                                sk_boundary_report *report) {
    set_builder b = {.build = build, .arena = sk_arena_create(), .diag = diag};
    b.tolerance_m = build->tolerance_m > 0 ? build->tolerance_m : SK_BOUNDARY_TOLERANCE_M;
    *report = (sk_boundary_report){0};
    sk_cm_shape outline = {0};
    tell(&b, "reading", 0, build->source);
    sk_status status = read_source(&b, report);
    if (status == SK_OK) status = add_polygons(&b, &outline);
    if (status == SK_OK) status = add_neighbours(&b, outline);
    if (status == SK_OK) status = simplify(&b);
    if (status == SK_OK) status = write_set(&b, report);
    sk_mesh_free(&b.mesh);
    sk_arena_free(b.arena);
    return status;
}
