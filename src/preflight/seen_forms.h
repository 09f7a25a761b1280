/** Streams that pages show over and over: each is decoded once, and read again only where it is
 * shown in another way. */
#ifndef STREEKKAART_PREFLIGHT_SEEN_FORMS_H
#define STREEKKAART_PREFLIGHT_SEEN_FORMS_H

#include "preflight/content.h"
#include "preflight/graphics_state.h"

typedef struct {
    bool decoded;
    const char *bytes; /* NULL: they cannot be decoded */
    size_t length;
    bool shown;
    double scale, width, fill_ink, stroke_ink;
    sk_mark mark; /* as it was shown last */
} sk_seen_form;

typedef struct sk_seen_forms sk_seen_forms;

/** In `arena`. */
sk_seen_forms *sk_seen_forms_create(sk_arena *arena);
/** The stream with that object number; 0: it has none, and is decoded each time. Valid until the
 * next call. */
const sk_seen_form *sk_seen_forms_find(sk_seen_forms *forms, const sk_content_reading *reading,
                                       qpdf_oh stream, int number);
/** It has not just been read with that size, line and ink; notes that it now is. */
bool sk_seen_forms_is_new(sk_seen_forms *forms, int number, const sk_graphics_state *state);

#endif
