#include "cli/drawing/index_page.h"

#include <string.h>

#include "base/clean_text.h"
#include "streekkaart/output.h"

typedef struct {
    const sk_annex *annex;
    sk_output *file;
    sk_arena *arena;
} page;

static const char rest_of_head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<style>\n"
    "body { margin: 2rem auto; max-width: 72rem; padding: 0 1.5rem; color: #1d1d1d;"
    " font: 1rem/1.5 Lato, \"Open Sans\", sans-serif; }\n"
    "h1 { font-size: 1.6rem; }\n"
    "h2 { margin: 2.5rem 0 1rem; font-size: 1.2rem; border-bottom: 1px solid #4a4f55; }\n"
    "ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr));"
    " gap: 1.5rem; padding: 0; list-style: none; }\n"
    "img { display: block; width: 100%; height: 13rem; object-fit: contain;"
    " object-position: left top; }\n"
    "p { margin: .3rem 0; }\n"
    ".files { color: #555; font-size: .85rem; }\n"
    "a { color: #0a6259; }\n"
    "</style>\n"
    "</head>\n"
    "<body>\n";

static const sk_wording *words_of(const page *p) {
    return p->annex->setup->composer.words;
}

static void put(const page *p, const char *text) {
    sk_output_write(p->file, text, strlen(text));
}

/* Text as HTML holds it, also in an attribute. */
static void put_text(const page *p, const char *text) {
    for (const char *c = sk_text_clean(p->arena, text); *c != '\0'; c++) {
        switch (*c) {
            case '&':
                put(p, "&amp;");
                break;
            case '<':
                put(p, "&lt;");
                break;
            case '"':
                put(p, "&quot;");
                break;
            default:
                sk_output_write(p->file, c, 1);
        }
    }
}

/* The file's name as seen from the page, which is in the folder that the files are in. */
static const char *relative(const page *p, const char *path) {
    const char *folder = sk_output_folder_path(p->annex->folder);
    size_t length = strlen(folder);
    if (strncmp(path, folder, length) != 0) return path;
    return path + length + strspn(path + length, "/");
}

static void put_link(const page *p, const char *path, const char *text) {
    put(p, "<a href=\"");
    put_text(p, relative(p, path));
    put(p, "\">");
    put_text(p, text);
    put(p, "</a>");
}

static void put_files(const page *p, const char *label, const sk_file_list *files) {
    bool first = true;
    for (size_t i = 0; i < files->count; i++) {
        const sk_figure_file *file = &files->items[i];
        if (!file->written || file->renderer == NULL) continue;
        put(p, first ? "<p class=\"files\">" : ", ");
        if (first) {
            put_text(p, label);
            put(p, ": ");
        }
        first = false;
        /* A further page of a sheet is told by the number that its name ends in. */
        size_t before = 0;
        for (size_t k = 0; k < i; k++) before += files->items[k].renderer == file->renderer;
        const char *name = file->renderer->name;
        if (before > 0) name = sk_arena_printf(p->arena, "%s %zu", name, before + 1);
        put_link(p, file->path, name);
    }
    if (!first) put(p, "</p>\n");
}

/* A bitmap if there is one: a browser draws it faster than a map of a thousand paths. */
static const sk_figure_file *picture(const sk_figure_job *job) {
    static const char *const formats[] = {"png", "svg"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        for (size_t k = 0; k < job->files[SK_PART_FIGURE].count; k++)
            if (job->files[SK_PART_FIGURE].items[k].written &&
                job->files[SK_PART_FIGURE].items[k].renderer != NULL &&
                strcmp(job->files[SK_PART_FIGURE].items[k].renderer->name, formats[i]) == 0)
                return &job->files[SK_PART_FIGURE].items[k];
    return NULL;
}

static void put_figure(const page *p, const sk_figure_job *job) {
    put(p, "<li>\n");
    const sk_figure_file *image = picture(job);
    if (image != NULL) {
        put(p, "<a href=\"");
        put_text(p, relative(p, image->path));
        put(p, "\"><img loading=\"lazy\" alt=\"\" src=\"");
        put_text(p, relative(p, image->path));
        put(p, "\"></a>\n");
    }
    put(p, "<p>");
    put_text(p, sk_wording_figure_title(words_of(p), job->figure, p->arena));
    put(p, "</p>\n");
    put_files(p, words_of(p)->annex.map, &job->files[SK_PART_FIGURE]);
    put_files(p, words_of(p)->annex.table, &job->files[SK_PART_SHEET]);
    put(p, "</li>\n");
}

static bool same_home(const sk_figure *a, const sk_figure *b) {
    if (a->home == NULL || b->home == NULL) return a->home == b->home;
    return strcmp(a->home, b->home) == 0;
}

static void put_figures(const page *p) {
    const sk_annex *annex = p->annex;
    for (size_t i = 0; i < annex->job_count; i++) {
        const sk_figure *figure = annex->jobs[i].figure;
        if (i == 0 || !same_home(figure, annex->jobs[i - 1].figure)) {
            put(p, i == 0 ? "<h2>" : "</ul>\n<h2>");
            put_text(p, sk_compose_group_name(annex->setup->composer.project, words_of(p), figure,
                                              p->arena));
            put(p, "</h2>\n<ul>\n");
        }
        put_figure(p, &annex->jobs[i]);
    }
    if (annex->job_count > 0) put(p, "</ul>\n");
}

static void put_head(const page *p) {
    put(p, "<!DOCTYPE html>\n<html lang=\"");
    put_text(p, words_of(p)->language);
    put(p, "\">\n<head>\n<title>");
    put_text(p, words_of(p)->annex.leaf);
    put(p, "</title>\n");
    put(p, rest_of_head);
    put(p, "<h1>");
    put_text(p, words_of(p)->annex.leaf);
    put(p, "</h1>\n");
}

sk_status sk_index_page_write(const sk_annex *annex, const char *book, const char *name,
                              sk_arena *arena, sk_diag *diag) {
    const page p = {annex, sk_output_begin_in(annex->folder, name, diag), arena};
    if (p.file == NULL) return SK_ERR_ENVIRONMENT;
    sk_output_leave_same(p.file);
    put_head(&p);
    if (book != NULL) {
        put(&p, "<p>");
        put_link(&p, book, words_of(&p)->annex.bound);
        put(&p, "</p>\n");
    }
    put_figures(&p);
    put(&p, "</body>\n</html>\n");
    sk_status status = sk_output_commit(p.file);
    sk_output_free(p.file);
    return status;
}
