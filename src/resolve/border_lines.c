#include "resolve/border_lines.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "resolve/shape_ops.h"

/* One side of a border: a ring's segment, with its ends in a fixed order so that the same segment
 * of the neighbour's ring compares equal. */
typedef struct {
    sk_ground_point low, high;
    uint32_t region, ring;
    uint32_t segment; /* position in the ring */
    uint32_t other;   /* index of the other side's edge, or NONE */
} edge;

enum { NONE = UINT32_MAX };

typedef struct {
    uint32_t region;
    const sk_shape_part *part;
    size_t first_edge;
    double width_m;
    bool parcel;   /* has a single other region around it */
    bool splinter; /* its region has a wider part */
} ring;

typedef struct {
    const sk_region *const *regions;
    ring *rings;
    size_t ring_count;
    edge *edges; /* ring by ring, in the ring's order */
    size_t edge_count;
} edge_table;

static int compare_points(sk_ground_point a, sk_ground_point b) {
    if (a.east_m != b.east_m) return a.east_m < b.east_m ? -1 : 1;
    if (a.north_m != b.north_m) return a.north_m < b.north_m ? -1 : 1;
    return 0;
}

static void count_all(const sk_region *const *regions, size_t count, edge_table *table) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < regions[i]->shape.part_count; j++) {
            size_t points = regions[i]->shape.parts[j].count;
            table->ring_count++;
            table->edge_count += points > 0 ? points - 1 : 0;
        }
}

static void fill_ring(edge_table *table, ring *r, uint32_t ring_index) {
    for (size_t k = 0; k + 1 < r->part->count; k++) {
        sk_ground_point a = r->part->points[k], b = r->part->points[k + 1];
        bool ordered = compare_points(a, b) <= 0;
        table->edges[r->first_edge + k] = (edge){
            .low = ordered ? a : b,
            .high = ordered ? b : a,
            .region = r->region,
            .ring = ring_index,
            .segment = (uint32_t)k,
            .other = NONE,
        };
    }
}

static edge_table table_of(const sk_region *const *regions, size_t count, sk_arena *arena) {
    edge_table table = {.regions = regions};
    count_all(regions, count, &table);
    table.rings = SK_NEW_ARRAY(arena, ring, table.ring_count);
    table.edges = SK_NEW_ARRAY(arena, edge, table.edge_count);
    size_t next_ring = 0, next_edge = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < regions[i]->shape.part_count; j++) {
            const sk_shape_part *part = &regions[i]->shape.parts[j];
            ring *r = &table.rings[next_ring];
            *r = (ring){.region = (uint32_t)i,
                        .part = part,
                        .first_edge = next_edge,
                        .width_m = sk_ring_width(part)};
            fill_ring(&table, r, (uint32_t)next_ring);
            next_edge += part->count > 0 ? part->count - 1 : 0;
            next_ring++;
        }
    return table;
}

static uint64_t hash_bits(uint64_t hash, double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    hash ^= bits;
    hash *= UINT64_C(0x9E3779B97F4A7C15); /* Fibonacci hashing, Knuth TAOCP 6.4 */
    return hash ^ (hash >> 29);
}

static uint64_t hash_edge(const edge *e) {
    uint64_t hash = hash_bits(1, e->low.east_m);
    hash = hash_bits(hash, e->low.north_m);
    hash = hash_bits(hash, e->high.east_m);
    return hash_bits(hash, e->high.north_m);
}

static bool same_segment(const edge *a, const edge *b) {
    return compare_points(a->low, b->low) == 0 && compare_points(a->high, b->high) == 0;
}

/* Finds each edge's other side, in an open hash table. */
static void pair_sides(edge_table *table) {
    size_t size = 16;
    while (size < table->edge_count * 2) size *= 2;
    uint32_t *slots = sk_heap_array(size, sizeof *slots);
    memset(slots, 0xff, size * sizeof *slots);
    for (size_t i = 0; i < table->edge_count; i++) {
        edge *e = &table->edges[i];
        size_t slot = hash_edge(e) & (size - 1);
        while (slots[slot] != NONE) {
            edge *met = &table->edges[slots[slot]];
            if (met->other == NONE && same_segment(met, e)) {
                met->other = (uint32_t)i;
                e->other = slots[slot];
                break;
            }
            slot = (slot + 1) & (size - 1);
        }
        if (e->other == NONE) slots[slot] = (uint32_t)i;
    }
    free(slots);
}

static uint32_t other_region(const edge_table *table, const edge *e) {
    return e->other == NONE ? NONE : table->edges[e->other].region;
}

static uint32_t other_ring(const edge_table *table, const edge *e) {
    return e->other == NONE ? NONE : table->edges[e->other].ring;
}

static void find_parcels(edge_table *table) {
    for (size_t i = 0; i < table->ring_count; i++) {
        ring *r = &table->rings[i];
        const edge *first = &table->edges[r->first_edge];
        size_t segments = r->part->count > 0 ? r->part->count - 1 : 0, alike = 0;
        while (alike < segments && first[alike].other != NONE &&
               other_region(table, &first[alike]) == other_region(table, first))
            alike++;
        r->parcel = segments > 0 && alike == segments;
    }
}

static void find_splinters(edge_table *table) {
    for (size_t begin = 0, end; begin < table->ring_count; begin = end) {
        ring *rings = table->rings, *widest = &rings[begin];
        for (end = begin; end < table->ring_count && rings[end].region == rings[begin].region;
             end++)
            if (rings[end].width_m > widest->width_m) widest = &rings[end];
        for (size_t i = begin; i < end; i++)
            rings[i].splinter = !rings[i].part->hole && &rings[i] != widest;
    }
}

/* The side that is met first draws the border. */
static bool draws(const edge *edges, size_t index) {
    return edges[index].other == NONE || edges[index].other > index;
}

static bool same_run(const edge_table *table, size_t a, size_t b) {
    const edge *e = table->edges;
    return draws(e, a) && draws(e, b) && other_region(table, &e[a]) == other_region(table, &e[b]) &&
           other_ring(table, &e[a]) == other_ring(table, &e[b]);
}

typedef struct {
    sk_border_line *items;
    size_t count, capacity;
} line_buffer;

static double parcel_width(const ring *r) {
    return r->parcel ? r->width_m : INFINITY;
}

static double splinter_width(const ring *r) {
    return r->splinter ? r->width_m : INFINITY;
}

/* The run of `length` segments that begins at segment `start` of `r`, which may wrap around. */
static void emit_run(const edge_table *table, const ring *r, size_t start, size_t length,
                     sk_arena *arena, line_buffer *out) {
    size_t segments = r->part->count - 1;
    const edge *first = &table->edges[r->first_edge + start];
    uint32_t far_region = other_region(table, first), far_ring = other_ring(table, first);
    const ring *sides[] = {r, far_ring == NONE ? r : &table->rings[far_ring]};
    sk_border_line line = {
        .left = table->regions[r->region],
        .right = far_region == NONE ? NULL : table->regions[far_region],
        .splinter_width_m = fmin(splinter_width(sides[0]), splinter_width(sides[1])),
        .parcel_width_m = fmin(parcel_width(sides[0]), parcel_width(sides[1])),
        .line = {SK_NEW_ARRAY(arena, sk_ground_point, length + 1), length + 1, false},
    };
    for (size_t k = 0; k <= length; k++)
        line.line.points[k] = r->part->points[(start + k) % segments];
    out->items = sk_heap_grow(out->items, out->count, &out->capacity, sizeof *out->items);
    out->items[out->count++] = line;
}

static void emit_ring(const edge_table *table, const ring *r, sk_arena *arena, line_buffer *out) {
    size_t segments = r->part->count > 0 ? r->part->count - 1 : 0;
    if (segments == 0) return;
    /* Begin where a run begins, so that none is cut at the ring's own start. */
    size_t begin = 0;
    while (begin < segments && same_run(table, r->first_edge + begin,
                                        r->first_edge + (begin + segments - 1) % segments))
        begin++;
    if (begin == segments) begin = 0;
    for (size_t done = 0; done < segments;) {
        size_t start = (begin + done) % segments, length = 1;
        while (done + length < segments &&
               same_run(table, r->first_edge + start,
                        r->first_edge + (begin + done + length) % segments))
            length++;
        if (draws(table->edges, r->first_edge + start))
            emit_run(table, r, start, length, arena, out);
        done += length;
    }
}

sk_border_line_list sk_border_lines(const sk_region *const *regions, size_t count,
                                    sk_arena *arena) {
    edge_table table = table_of(regions, count, arena);
    pair_sides(&table);
    find_parcels(&table);
    find_splinters(&table);
    line_buffer out = {0};
    for (size_t i = 0; i < table.ring_count; i++) emit_ring(&table, &table.rings[i], arena, &out);
    sk_border_line_list list = {SK_NEW_ARRAY(arena, sk_border_line, out.count), out.count};
    for (size_t i = 0; i < out.count; i++) list.items[i] = out.items[i];
    free(out.items);
    return list;
}
