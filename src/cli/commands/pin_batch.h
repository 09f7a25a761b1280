/** The pins that one run of `pins import` brings: each once, and each tried before it is kept. */
#ifndef STREEKKAART_CLI_COMMANDS_PIN_BATCH_H
#define STREEKKAART_CLI_COMMANDS_PIN_BATCH_H

#include "cli/drawing/job_setup.h"
#include "svg_reader/touch_ups.h"

typedef enum {
    SK_PIN_NEW,
    SK_PIN_CHANGED, /* the project has one of that id, which leads elsewhere */
    SK_PIN_THERE,   /* the project has this very pin */
    SK_PIN_REFUSED, /* the next drawing would not have it */
} sk_pin_standing;

/** A pin, and where it comes from. */
typedef struct {
    sk_pin pin;                 /* its origin is the SVG */
    const char *words;          /* `name "Kempen" moved 3.20 mm` */
    const sk_svg_figure *drawn; /* the page that it is of */
    size_t file;                /* which of the run's files */
    sk_pin_standing standing;
} sk_brought_pin;

typedef struct {
    sk_brought_pin *items;
    size_t count, capacity;
} sk_pin_batch;

/** Adds what was moved in `place.file`, the run's file number `file`. Where another file of the run
 *  moves the same thing elsewhere the last one counts, and `diag` says so; false then. All in
 * `arena`; `drawn` is lent. */
bool sk_pin_batch_add(sk_pin_batch *batch, const sk_svg_figure *drawn, const sk_touch_up *kept,
                      sk_pin pin, size_t file, sk_arena *arena, sk_diag *diag);

/** Composes the pages that pins were brought for, with these and the project's own, and marks each
 *  by its standing. Those that would not be drawn are told in `diag`, and what the others would lie
 *  on; returns how many would not be. */
size_t sk_pin_batch_try(sk_pin_batch *batch, const sk_job_setup *setup, sk_arena *arena,
                        sk_diag *diag);

#endif
