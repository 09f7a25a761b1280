/** What a report needs to take figures with their captions from one file. */
#ifndef STREEKKAART_CAPTIONS_H
#define STREEKKAART_CAPTIONS_H

#include <stddef.h>

#include "streekkaart/stream.h"

/** A figure of the report. */
typedef struct {
    const char *label;              /* "fig-13-utrecht-chemie" */
    const char *caption;            /* without a number: reports count themselves */
    const char *alternative;        /* what it shows, for who cannot see it */
    const char *pdf, *bitmap, *svg; /* its files, from where the list lies; NULL for none */
} sk_captioned_figure;

/** A way to write them: a row of the table that sk_caption_forms() gives. */
typedef struct {
    const char *name;                 /* "latex" */
    const char *file;                 /* how the list is called: "captions.tex" */
    void (*begin)(sk_stream *stream); /* or NULL */
    void (*write)(const sk_captioned_figure *figure, sk_stream *stream);
} sk_caption_form;

/** All of them, ended by one without a name. */
const sk_caption_form *sk_caption_forms(void);
/** The one of that name, or NULL. */
const sk_caption_form *sk_caption_form_find(const char *name);

/** Writes the list of `count` figures. */
void sk_captions_write(const sk_caption_form *form, const sk_captioned_figure *figures,
                       size_t count, sk_stream *stream);

#endif
