#include <stdlib.h>
#include <string.h>

#include "load/tables/table_formats.h"

void sk_row_list_add(sk_row_list *list, sk_table_row row) {
    list->items = sk_heap_grow(list->items, list->count, &list->capacity, sizeof row);
    list->items[list->count++] = row;
}

void sk_row_list_finish(sk_row_list *list, sk_arena *arena, sk_table *table) {
    table->rows = SK_NEW_ARRAY(arena, sk_table_row, list->count);
    if (list->count > 0) memcpy(table->rows, list->items, list->count * sizeof *list->items);
    table->row_count = list->count;
    free(list->items);
    *list = (sk_row_list){0};
}
