#include "streekkaart/boundary_builder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "boundaries/boundary_writer.h"
#include "boundaries/mesh/topology.h"
#include "boundaries/source_faults.h"
#include "boundaries/sources/municipality_source.h"
#include "boundaries/sources/neighbour_source.h"
#include "boundaries/sources/region_table.h"

/* Official files repeat a shared border to the millimetre or, after a conversion, the decimetre. */
enum { WELD_CM = 50 };

/* How far around Flanders the neighbours reach, which is more than any map of it shows, and how far
 * around the rest of the source. */
enum { FLANDERS_MARGIN_CM = 80 * 1000 * 100, MARGIN_CM = 20 * 1000 * 100 };

/* How much of a municipality simplifying may take, and as many times may add. */
static const double LEAST_SHARE = 0.5;

typedef struct {
    const sk_boundary_build *build;
    double tolerance_m;
    sk_arena *arena;
    sk_diag *diag;
    sk_municipality_list municipalities;
    sk_region_table regions;
    sk_mesh mesh; /* face i is municipality i; then what lies around Belgium */
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

/* What lies around Flanders, and around whatever else the source has. */
static sk_cm_box window_of(const sk_municipality_list *list) {
    const sk_cm_ring *first = &list->items[0].shape.rings[0];
    sk_cm_box window = {first->points[0], first->points[0]};
    for (size_t i = 0; i < list->count; i++) {
        bool flemish = list->items[i].district->region == SK_NIS_FLANDERS;
        const sk_cm_shape *shape = &list->items[i].shape;
        for (size_t r = 0; r < shape->count; r++) {
            sk_cm_box ring = sk_cm_box_of(shape->rings[r].points, shape->rings[r].count);
            window = around(window, widened(ring, flemish ? FLANDERS_MARGIN_CM : MARGIN_CM));
        }
    }
    return window;
}

static uint32_t *group_array(const set_builder *b) {
    uint32_t *groups = SK_NEW_ARRAY(b->arena, uint32_t, b->mesh.face_count);
    for (size_t i = 0; i < b->mesh.face_count; i++) groups[i] = SK_NO_FACE;
    return groups;
}

static bool has_region(const sk_municipality_list *list, sk_nis_region region) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].district->region == region) return true;
    return false;
}

/* The municipalities, and their outline, once it is known that they tile. */
static sk_status add_municipalities(set_builder *b, sk_cm_shape *outline) {
    for (size_t i = 0; i < b->municipalities.count; i++)
        sk_mesh_add_face(&b->mesh, &b->municipalities.items[i].shape);
    sk_mesh_weld(&b->mesh, WELD_CM);
    b->topology = sk_topology_build(&b->mesh, b->arena);
    uint32_t *all = SK_NEW_ARRAY(b->arena, uint32_t, b->mesh.face_count);
    *outline = *sk_topology_dissolve(b->topology, all, 1, b->arena);
    sk_status status = sk_source_faults_tiling(b->build->source, &b->municipalities, b->topology,
                                               outline, b->diag);
    if (status != SK_OK) return status;
    return sk_source_faults_crossings(b->build->source, &b->municipalities, b->topology, b->diag);
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
    sk_place place = {.file = b->build->source};
    if (b->build->neighbours == NULL) {
        sk_diag_warning(b->diag, place, "name a file of countries with --neighbours",
                        "the sea and the countries around are left out");
        return SK_OK;
    }
    sk_around_request request = {outline, has_region(&b->municipalities, SK_NIS_WALLONIA),
                                 window_of(&b->municipalities), b->tolerance_m};
    if (!request.whole)
        sk_diag_warning(b->diag, place, "use a source with all of Belgium for exact ones",
                        "it has no municipalities of Wallonia: its borders come from %s",
                        b->build->neighbours);
    sk_cm_shape shapes[SK_AROUND_COUNT] = {0};
    sk_status status = sk_neighbour_source_read(b->build, &request, b->arena, b->diag, shapes);
    if (status != SK_OK) return status;
    for (size_t i = 0; i < SK_AROUND_COUNT; i++) sk_mesh_add_face(&b->mesh, &shapes[i]);
    sk_mesh_weld(&b->mesh, WELD_CM);
    b->topology = sk_topology_build(&b->mesh, b->arena);
    drop_seams(b);
    return SK_OK;
}

static sk_status simplify(set_builder *b) {
    for (size_t i = 0; i < b->topology->count; i++)
        b->points_read += b->topology->arcs[i].count - 1;
    sk_topology_simplify(b->topology, b->tolerance_m * 100);
    return sk_source_faults_crossings(b->build->source, &b->municipalities, b->topology, b->diag);
}

static sk_boundary_layer municipality_layer(const set_builder *b) {
    size_t count = b->municipalities.count, used = 0;
    uint32_t *groups = group_array(b);
    for (size_t i = 0; i < count; i++)
        if (b->municipalities.items[i].district->region == SK_NIS_FLANDERS) groups[i] = (uint32_t)i;
    sk_cm_shape *shapes = sk_topology_dissolve(b->topology, groups, count, b->arena);
    sk_boundary_row *rows = SK_NEW_ARRAY(b->arena, sk_boundary_row, count);
    for (size_t i = 0; i < count; i++) {
        const sk_municipality *m = &b->municipalities.items[i];
        if (groups[i] == SK_NO_FACE) continue;
        const char *resoc = b->regions.resocs[b->regions.resoc_of[i]].slug;
        rows[used++] = (sk_boundary_row){
            {m->nis, m->name, m->district->arrondissement, resoc, m->district->province},
            m->source_area_m2,
            &shapes[i]};
    }
    return (sk_boundary_layer){
        "municipality", {"nis", "name", "arrondissement", "resoc", "province"}, true, rows, used};
}

static double *areas_of_groups(const set_builder *b, const uint32_t *groups, size_t count) {
    double *areas = SK_NEW_ARRAY(b->arena, double, count);
    for (size_t i = 0; i < b->municipalities.count; i++)
        if (groups[i] != SK_NO_FACE) areas[groups[i]] += b->municipalities.items[i].source_area_m2;
    return areas;
}

static sk_boundary_layer resoc_layer(const set_builder *b) {
    size_t count = b->regions.resoc_count, used = 0;
    uint32_t *groups = group_array(b);
    for (size_t i = 0; i < b->municipalities.count; i++) groups[i] = b->regions.resoc_of[i];
    sk_cm_shape *shapes = sk_topology_dissolve(b->topology, groups, count, b->arena);
    double *areas = areas_of_groups(b, groups, count);
    sk_boundary_row *rows = SK_NEW_ARRAY(b->arena, sk_boundary_row, count);
    for (size_t i = 0; i < count; i++) {
        const sk_resoc *r = &b->regions.resocs[i];
        if (shapes[i].count == 0) continue;
        rows[used++] = (sk_boundary_row){{r->slug, r->name, r->province}, areas[i], &shapes[i]};
    }
    return (sk_boundary_layer){"resoc", {"slug", "name", "province"}, true, rows, used};
}

static uint32_t province_index(const char *slug) {
    uint32_t index = 0;
    while (sk_nis_provinces[index].slug != slug && strcmp(sk_nis_provinces[index].slug, slug) != 0)
        index++;
    return index;
}

static sk_boundary_layer province_layer(const set_builder *b) {
    size_t used = 0;
    uint32_t *groups = group_array(b);
    for (size_t i = 0; i < b->municipalities.count; i++) {
        const char *province = b->municipalities.items[i].district->province;
        if (province != NULL) groups[i] = province_index(province);
    }
    sk_cm_shape *shapes =
        sk_topology_dissolve(b->topology, groups, SK_NIS_PROVINCE_COUNT, b->arena);
    double *areas = areas_of_groups(b, groups, SK_NIS_PROVINCE_COUNT);
    sk_boundary_row *rows = SK_NEW_ARRAY(b->arena, sk_boundary_row, SK_NIS_PROVINCE_COUNT);
    for (size_t i = 0; i < SK_NIS_PROVINCE_COUNT; i++)
        if (shapes[i].count > 0)
            rows[used++] = (sk_boundary_row){
                {sk_nis_provinces[i].slug, sk_nis_provinces[i].name}, areas[i], &shapes[i]};
    return (sk_boundary_layer){"province", {"slug", "name"}, true, rows, used};
}

/* For each face what it is around Flanders, if it is. */
static uint32_t *around_groups(const set_builder *b) {
    uint32_t *groups = group_array(b);
    for (size_t i = 0; i < b->municipalities.count; i++) {
        sk_nis_region region = b->municipalities.items[i].district->region;
        if (region == SK_NIS_BRUSSELS) groups[i] = SK_AROUND_BRUSSELS;
        if (region == SK_NIS_WALLONIA) groups[i] = SK_AROUND_WALLONIA;
    }
    for (size_t i = b->municipalities.count; i < b->mesh.face_count; i++)
        groups[i] = (uint32_t)(i - b->municipalities.count);
    return groups;
}

static void around_layers(const set_builder *b, sk_boundary_layer *neighbour,
                          sk_boundary_layer *sea) {
    sk_cm_shape *shapes =
        sk_topology_dissolve(b->topology, around_groups(b), SK_AROUND_COUNT, b->arena);
    sk_boundary_row *rows = SK_NEW_ARRAY(b->arena, sk_boundary_row, SK_AROUND_COUNT);
    *neighbour = (sk_boundary_layer){"neighbour", {"slug", "name"}, false, rows, 0};
    *sea = (sk_boundary_layer){"sea", {"slug", "name"}, false, &rows[SK_AROUND_SEA], 0};
    for (size_t i = 0; i < SK_AROUND_COUNT; i++) {
        sk_boundary_layer *layer = i == SK_AROUND_SEA ? sea : neighbour;
        sk_boundary_row *row = &rows[i == SK_AROUND_SEA ? i : layer->row_count];
        if (shapes[i].count == 0) continue;
        *row = (sk_boundary_row){{sk_around_slugs[i], sk_around_names[i]}, 0, &shapes[i]};
        layer->row_count++;
    }
}

/* What others overlap, or what is smaller than the tolerance, must not vanish in silence. */
static sk_status check_areas(const set_builder *b, const sk_boundary_layer *layer) {
    sk_status status = SK_OK;
    for (size_t i = 0; i < layer->row_count; i++) {
        const sk_boundary_row *row = &layer->rows[i];
        double share = sk_cm_shape_area(row->shape) / row->source_area_m2;
        if (share > LEAST_SHARE && share < 1 / LEAST_SHARE) continue;
        sk_diag_error(b->diag, (sk_place){.file = b->build->source, .feature = row->values[1]},
                      "mend the border where others overlap it, or give a smaller --tolerance",
                      "of its area %.0f %% would be left", 100 * share);
        status = SK_ERR_DATA;
    }
    return status;
}

static sk_status write_set(const set_builder *b, sk_boundary_report *report) {
    enum { LAYERS = 5 };
    sk_boundary_layer layers[LAYERS] = {municipality_layer(b), resoc_layer(b), province_layer(b)};
    if (check_areas(b, &layers[0]) != SK_OK) return SK_ERR_DATA;
    around_layers(b, &layers[3], &layers[4]);
    *report = (sk_boundary_report){
        .municipalities = layers[0].row_count,
        .resocs = layers[1].row_count,
        .provinces = layers[2].row_count,
        .neighbours = layers[3].row_count,
        .points_read = b->points_read,
    };
    for (size_t i = 0; i < b->topology->count; i++)
        report->points_written += b->topology->arcs[i].count - 1;
    for (size_t i = 0; i < layers[1].row_count; i++) {
        const sk_boundary_row *row = &layers[1].rows[i];
        double change = fabs(sk_cm_shape_area(row->shape) / row->source_area_m2 - 1);
        if (change > report->worst_resoc_change) report->worst_resoc_change = change;
    }
    return sk_boundary_writer_run(layers, LAYERS, b->build->out, b->diag);
}

sk_status sk_boundary_build_run(const sk_boundary_build *build, sk_diag *diag,
                                sk_boundary_report *report) {
    set_builder b = {.build = build, .arena = sk_arena_create(), .diag = diag};
    b.tolerance_m = build->tolerance_m > 0 ? build->tolerance_m : SK_BOUNDARY_TOLERANCE_M;
    sk_status status = sk_municipality_source_read(build, b.arena, diag, &b.municipalities);
    if (status == SK_OK)
        status = sk_region_table_read(build, &b.municipalities, b.arena, diag, &b.regions);
    sk_cm_shape outline = {0};
    if (status == SK_OK) status = add_municipalities(&b, &outline);
    if (status == SK_OK) status = add_neighbours(&b, outline);
    if (status == SK_OK) status = simplify(&b);
    if (status == SK_OK) status = write_set(&b, report);
    sk_mesh_free(&b.mesh);
    sk_arena_free(b.arena);
    return status;
}
