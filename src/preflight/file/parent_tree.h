/** The elements of the tree of tags by the numbers that pages and annotations go by (ISO 32000-1,
 *  14.7.4.4), read once: the file's own tree of numbers (7.9.7) may be a list of any length. */
#ifndef STREEKKAART_PREFLIGHT_FILE_PARENT_TREE_H
#define STREEKKAART_PREFLIGHT_FILE_PARENT_TREE_H

#include "preflight/file/pdf_reader.h"

/** A tree that was read; its numbers rise. */
typedef struct {
    struct sk_parent *parents;
    size_t count, capacity;
    size_t nodes; /* that were looked at */
} sk_parent_tree;

/** Reads the tree below `root`, its top node; of one that never ends, its beginning. The tree is
 * the arena's, what it leads to is `qpdf`'s. */
sk_parent_tree sk_parent_tree_read(qpdf_data qpdf, qpdf_oh root, sk_arena *arena);
/** What the object's `key`, such as "/StructParent", leads to; a null object where that is nothing.
 */
qpdf_oh sk_parent_tree_find(const sk_parent_tree *tree, qpdf_data qpdf, qpdf_oh object,
                            const char *key);

#endif
