#include "preflight/file/parent_tree.h"

#include <stdlib.h>

enum { DEPTH_MOST = 64, NODES_MOST = 100000, PARENTS_MOST = 1000000 };

typedef struct sk_parent {
    long long number;
    size_t order; /* in the file: of two with one number the first counts */
    qpdf_oh element;
} sk_parent;

static void read_pairs(sk_parent_tree *tree, qpdf_data q, qpdf_oh pairs, sk_arena *arena) {
    int count = sk_pdf_item_count(q, pairs);
    for (int i = 0; i + 1 < count && tree->count < PARENTS_MOST; i += 2) {
        sk_parent parent = {.order = tree->count};
        qpdf_oh number = qpdf_oh_get_array_item(q, pairs, i);
        bool sound = qpdf_oh_get_value_as_longlong(q, number, &parent.number);
        qpdf_oh_release(q, number);
        if (!sound) continue;
        parent.element = qpdf_oh_get_array_item(q, pairs, i + 1);
        tree->parents = sk_arena_grow(arena, tree->parents, tree->count, &tree->capacity,
                                      sizeof *tree->parents);
        tree->parents[tree->count++] = parent;
    }
}

static void read_node(sk_parent_tree *tree, qpdf_data q, qpdf_oh node, int depth, sk_arena *arena) {
    if (depth > DEPTH_MOST || tree->nodes++ >= NODES_MOST) return;
    read_pairs(tree, q, sk_pdf_key(q, node, "/Nums"), arena);
    qpdf_oh kids = sk_pdf_key(q, node, "/Kids");
    int count = sk_pdf_item_count(q, kids);
    for (int i = 0; i < count && tree->nodes < NODES_MOST; i++)
        read_node(tree, q, qpdf_oh_get_array_item(q, kids, i), depth + 1, arena);
}

static int by_number(const void *a, const void *b) {
    const sk_parent *one = a, *other = b;
    if (one->number != other->number) return one->number < other->number ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

sk_parent_tree sk_parent_tree_read(qpdf_data qpdf, qpdf_oh root, sk_arena *arena) {
    sk_parent_tree tree = {.parents = NULL};
    read_node(&tree, qpdf, root, 0, arena);
    if (tree.count > 0) qsort(tree.parents, tree.count, sizeof *tree.parents, by_number);
    return tree;
}

qpdf_oh sk_parent_tree_find(const sk_parent_tree *tree, qpdf_data qpdf, qpdf_oh object,
                            const char *key) {
    long long number = 0;
    bool numbered = qpdf_oh_get_value_as_longlong(qpdf, sk_pdf_key(qpdf, object, key), &number);
    size_t low = 0, high = tree->count;
    while (numbered && low < high) {
        size_t middle = low + (high - low) / 2;
        if (tree->parents[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = numbered && low < tree->count && tree->parents[low].number == number;
    return found ? tree->parents[low].element : qpdf_oh_new_null(qpdf);
}
