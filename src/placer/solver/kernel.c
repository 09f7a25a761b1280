#include "placer/solver/kernel.h"

/* Numbers the open vertices breadth first, component after component. */
static void number_vertices(sk_placer_kernel *kernel, uint32_t *number, uint32_t whole) {
    uint32_t count = 0;
    for (uint32_t v = 0; v < whole; v++) number[v] = UINT32_MAX;
    for (uint32_t root = 0; root < whole; root++) {
        if (!sk_placer_reduction_is_open(kernel->reduction, root) || number[root] != UINT32_MAX)
            continue;
        kernel->component[kernel->component_count++] = count;
        uint32_t next = count;
        number[root] = count;
        kernel->origin[count++] = root;
        for (; next < count; next++) {
            sk_placer_vertices around =
                sk_placer_reduction_neighbours(kernel->reduction, kernel->origin[next]);
            for (uint32_t i = 0; i < around.count; i++) {
                if (number[around.items[i]] != UINT32_MAX) continue;
                number[around.items[i]] = count;
                kernel->origin[count++] = around.items[i];
            }
        }
    }
    kernel->component[kernel->component_count] = count;
    kernel->graph.count = count;
}

static void copy_open_part(sk_arena *arena, sk_placer_kernel *kernel, const uint32_t *number) {
    const sk_placer_reduction *r = kernel->reduction;
    sk_placer_graph *part = &kernel->graph;
    part->weight = SK_NEW_ARRAY(arena, int64_t, part->count);
    part->start = SK_NEW_ARRAY(arena, uint32_t, part->count + 1);
    for (uint32_t v = 0; v < part->count; v++) {
        part->weight[v] = sk_placer_reduction_weight(r, kernel->origin[v]);
        part->start[v + 1] =
            part->start[v] + sk_placer_reduction_neighbours(r, kernel->origin[v]).count;
    }
    part->neighbour = SK_NEW_ARRAY(arena, uint32_t, part->start[part->count]);
    for (uint32_t v = 0; v < part->count; v++) {
        sk_placer_vertices around = sk_placer_reduction_neighbours(r, kernel->origin[v]);
        for (uint32_t i = 0; i < around.count; i++)
            part->neighbour[part->start[v] + i] = number[around.items[i]];
    }
}

sk_placer_kernel *sk_placer_kernel_find(sk_arena *arena, const sk_placer_graph *graph) {
    sk_placer_kernel *kernel = SK_NEW(arena, sk_placer_kernel);
    sk_arena *scratch = sk_arena_create();
    kernel->reduction = sk_placer_reduce(arena, scratch, graph);
    kernel->component = SK_NEW_ARRAY(arena, uint32_t, graph->count + 1);
    kernel->origin = SK_NEW_ARRAY(arena, uint32_t, graph->count);
    uint32_t *number = SK_NEW_ARRAY(scratch, uint32_t, graph->count);
    number_vertices(kernel, number, graph->count);
    copy_open_part(arena, kernel, number);
    sk_arena_free(scratch);
    return kernel;
}

void sk_placer_kernel_expand(const sk_placer_kernel *kernel, const bool *in_kernel, bool *chosen) {
    for (uint32_t v = 0; v < kernel->graph.count; v++) chosen[kernel->origin[v]] = in_kernel[v];
    sk_placer_reduction_undo(kernel->reduction, chosen);
}
