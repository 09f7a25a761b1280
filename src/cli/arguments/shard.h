/** A part of the annex, for machines that share its drawing: the second of three. */
#ifndef STREEKKAART_CLI_ARGUMENTS_SHARD_H
#define STREEKKAART_CLI_ARGUMENTS_SHARD_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/status.h"

/** Which part, counted from 1, and of how many. */
typedef struct {
    size_t number, count; /* both 0: no part, the whole */
} sk_shard;

/** Reads a part from "2/3". SK_ERR_USAGE: there is no such part, which is reported as a fault of
 *  `option`. */
SK_CHECKED sk_status sk_shard_parse(const char *text, const char *option, sk_arena *arena,
                                    sk_diag *diag, sk_shard *out);

/** The number of the part, of `count`, that draws the figure at that place in the list of figures.
 *  The list alone decides, so that a figure stays where it is when the catalogue grows. */
size_t sk_shard_of(size_t place, size_t count);

/** Does the part draw the figure at that place? The whole draws all. */
static inline bool sk_shard_holds(sk_shard shard, size_t place) {
    return shard.count == 0 || sk_shard_of(place, shard.count) == shard.number;
}

#endif
