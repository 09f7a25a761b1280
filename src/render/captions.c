#include "streekkaart/captions.h"

#include <string.h>

static void put(sk_stream *stream, const char *text) {
    sk_stream_write(stream, text, strlen(text));
}

/* A letter that means something to the reader, and what it is written as. */
typedef struct {
    char letter;
    const char *as;
} escape;

/* Writes a text on one line, `escapes` ended by a letter of 0. */
static void put_escaped(sk_stream *stream, const char *text, const escape *escapes) {
    for (; text != NULL && *text != '\0'; text++) {
        const escape *e = escapes;
        while (e->letter != '\0' && e->letter != *text) e++;
        if (e->letter != '\0')
            put(stream, e->as);
        else
            sk_stream_write(stream, strchr("\t\r\n", *text) != NULL ? " " : text, 1);
    }
}

/* Babel makes a command of the straight quote in some languages; LaTeX's first encoding shows
 * dashes and Spanish marks for the last three. */
static const escape for_latex[] = {{'\\', "\\textbackslash{}"},
                                   {'{', "\\{"},
                                   {'}', "\\}"},
                                   {'$', "\\$"},
                                   {'&', "\\&"},
                                   {'#', "\\#"},
                                   {'%', "\\%"},
                                   {'_', "\\_"},
                                   {'^', "\\textasciicircum{}"},
                                   {'~', "\\textasciitilde{}"},
                                   {'"', "''"},
                                   {'<', "\\textless{}"},
                                   {'>', "\\textgreater{}"},
                                   {'|', "\\textbar{}"},
                                   {'\0', NULL}};
static const escape for_markdown[] = {{'\\', "\\\\"}, {'[', "\\["}, {']', "\\]"},  {'*', "\\*"},
                                      {'_', "\\_"},   {'`', "\\`"}, {'<', "&lt;"}, {'>', "&gt;"},
                                      {'&', "&amp;"}, {'$', "\\$"}, {'@', "\\@"},  {'^', "\\^"},
                                      {'~', "\\~"},   {'{', "\\{"}, {'}', "\\}"},  {'|', "\\|"},
                                      {'#', "\\#"},   {'!', "\\!"}, {'\0', NULL}};
static const escape for_attributes[] = {{'\\', "\\\\"}, {'"', "&quot;"}, {'&', "&amp;"},
                                        {'<', "&lt;"},  {'>', "&gt;"},   {'\0', NULL}};
static const escape for_tables[] = {{'\0', NULL}};

static const char *first_of(const char *a, const char *b, const char *c) {
    return a != NULL ? a : b != NULL ? b : c;
}

/* The key `alt` is read by graphicx since 2021, for tagged PDF. */
static void write_latex(const sk_captioned_figure *figure, sk_stream *stream) {
    put(stream,
        "\\begin{figure}[htbp]\n  \\centering\n  \\includegraphics[width=\\linewidth,alt={");
    put_escaped(stream, figure->alternative, for_latex);
    put(stream, "}]{");
    put(stream, first_of(figure->pdf, figure->bitmap, figure->svg));
    put(stream, "}\n  \\caption{");
    put_escaped(stream, figure->caption, for_latex);
    put(stream, "}\n  \\label{");
    put(stream, figure->label);
    put(stream, "}\n\\end{figure}\n\n");
}

static void write_quarto(const sk_captioned_figure *figure, sk_stream *stream) {
    put(stream, "![");
    put_escaped(stream, figure->caption, for_markdown);
    put(stream, "](");
    put(stream, first_of(figure->bitmap, figure->svg, figure->pdf));
    put(stream, "){#");
    put(stream, figure->label);
    put(stream, " fig-alt=\"");
    put_escaped(stream, figure->alternative, for_attributes);
    put(stream, "\"}\n\n");
}

static void write_markdown(const sk_captioned_figure *figure, sk_stream *stream) {
    put(stream, "<a id=\"");
    put(stream, figure->label);
    put(stream, "\"></a>\n![");
    put_escaped(stream, figure->alternative, for_markdown);
    put(stream, "](");
    put(stream, first_of(figure->bitmap, figure->svg, figure->pdf));
    put(stream, ")\n\n*");
    put_escaped(stream, figure->caption, for_markdown);
    put(stream, "*\n\n");
}

static void begin_list(sk_stream *stream) {
    put(stream, "label\tfile\tcaption\talternative text\n");
}

static void write_row(const sk_captioned_figure *figure, sk_stream *stream) {
    const char *const cells[] = {figure->label, first_of(figure->bitmap, figure->svg, figure->pdf),
                                 figure->caption, figure->alternative};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        if (i > 0) put(stream, "\t");
        put_escaped(stream, cells[i], for_tables);
    }
    put(stream, "\n");
}

static const sk_caption_form forms[] = {
    {"latex", "captions.tex", NULL, write_latex},
    {"quarto", "captions.qmd", NULL, write_quarto},
    {"markdown", "captions.md", NULL, write_markdown},
    {"docx-list", "captions.tsv", begin_list, write_row},
    {.name = NULL},
};

const sk_caption_form *sk_caption_forms(void) {
    return forms;
}

const sk_caption_form *sk_caption_form_find(const char *name) {
    for (const sk_caption_form *f = forms; f->name != NULL; f++)
        if (strcmp(f->name, name) == 0) return f;
    return NULL;
}

void sk_captions_write(const sk_caption_form *form, const sk_captioned_figure *figures,
                       size_t count, sk_stream *stream) {
    if (form->begin != NULL) form->begin(stream);
    for (size_t i = 0; i < count; i++)
        if (first_of(figures[i].pdf, figures[i].bitmap, figures[i].svg) != NULL)
            form->write(&figures[i], stream);
}
