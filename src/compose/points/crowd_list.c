#include "compose/points/crowd_list.h"

#include <stdlib.h>

static int compare_numbers(const void *left, const void *right) {
    int a = *(const int *)left, b = *(const int *)right;
    return a < b ? -1 : a > b;
}

const char *sk_crowd_list(const sk_composition *c, const size_t *members, size_t count,
                          size_t most_runs) {
    sk_arena *arena = c->drawing->arena;
    int *numbers = SK_NEW_ARRAY(arena, int, count);
    size_t numbered = 0, runs = 0;
    for (size_t i = 0; i < count; i++)
        if (c->map->points[members[i]].number > 0)
            numbers[numbered++] = c->map->points[members[i]].number;
    if (numbered == 0) return sk_arena_printf(arena, "%zu×", count);
    qsort(numbers, numbered, sizeof *numbers, compare_numbers);
    const char *list = "";
    for (size_t from = 0, to; from < numbered; from = to) {
        for (to = from + 1; to < numbered && numbers[to] <= numbers[to - 1] + 1;) to++;
        if (runs++ == most_runs) return sk_arena_printf(arena, "%s …", list);
        const char *parting = from > 0 ? ", " : "";
        int first = numbers[from], last = numbers[to - 1];
        list = first == last ? sk_arena_printf(arena, "%s%s%d", list, parting, first)
                             : sk_arena_printf(arena, "%s%s%d–%d", list, parting, first, last);
    }
    return list;
}
