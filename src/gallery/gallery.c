#include "streekkaart/gallery.h"

#include <string.h>

#include "gallery/figure_card.h"
#include "gallery/html.h"
#include "gallery/page_files.h"
#include "load/wording/wording_keys.h"
#include "streekkaart/annex.h"

typedef struct {
    const sk_gallery *gallery;
    const sk_composer *composer;
    const sk_html *html;
} page;

/* Figures of one home stand together, under its name. */
static void put_figures(const page *p) {
    const sk_gallery *gallery = p->gallery;
    for (size_t i = 0; i < gallery->figure_count; i++) {
        const sk_figure *figure = gallery->figures[i].figure;
        if (i == 0 || !sk_figures_share_homes(figure, gallery->figures[i - 1].figure)) {
            sk_html_put(p->html, i == 0 ? "<section>\n" : "</ul>\n</section>\n<section>\n");
            sk_html_element(p->html, "h2",
                            sk_compose_group_name(p->composer->project, p->composer->words, figure,
                                                  p->html->arena));
            sk_html_put(p->html, "\n<ul class=\"figures\">\n");
        }
        sk_figure_card_write(p->html, p->composer, &gallery->figures[i]);
    }
    if (gallery->figure_count > 0) sk_html_put(p->html, "</ul>\n</section>\n");
}

static void put_book(const page *p) {
    if (p->gallery->book == NULL) return;
    sk_html_put(p->html, "<p>");
    sk_html_link(p->html, p->gallery->book, p->composer->words->annex.bound);
    sk_html_put(p->html, "</p>\n");
}

static void put_language(const page *p) {
    sk_html_text(p->html, p->composer->words->language);
}

static void put_style(const page *p) {
    sk_html_put(p->html, sk_gallery_css);
}

static void put_script(const page *p) {
    sk_html_put(p->html, sk_gallery_js);
}

/* What a {blank} of the page is that is no word. */
static const struct {
    const char *name;
    void (*put)(const page *p);
} blanks[] = {
    {"language", put_language}, {"style", put_style},   {"book", put_book},
    {"figures", put_figures},   {"script", put_script},
};

static bool is_called(const char *name, const char *blank, size_t length) {
    return strlen(name) == length && strncmp(name, blank, length) == 0;
}

/* A word is called as in the files of languages. */
static void put_blank(const page *p, const char *blank, size_t length) {
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (is_called(blanks[i].name, blank, length)) blanks[i].put(p);
    const sk_word_key_list words = sk_word_keys();
    const char *from = (const char *)p->composer->words;
    for (size_t i = 0; i < words.count; i++)
        if (is_called(words.items[i].path, blank, length))
            sk_html_text(p->html, *(const char *const *)(from + words.items[i].offset));
}

static void put_page(const page *p) {
    for (const char *at = sk_gallery_html; *at != '\0';) {
        size_t plain = strcspn(at, "{");
        sk_output_write(p->html->file, at, plain);
        at += plain;
        if (*at == '\0') break;
        size_t length = strcspn(at + 1, "}");
        put_blank(p, at + 1, length);
        at += length + 2;
    }
}

sk_status sk_gallery_write(const sk_gallery *gallery, const sk_output_folder *folder,
                           const char *name, sk_arena *arena, sk_diag *diag) {
    sk_composer composer = *gallery->composer;
    sk_status status =
        sk_typesetter_create(composer.style->font_family, composer.style->font_package,
                             composer.words->language, diag, &composer.typesetter);
    if (status != SK_OK) return status;
    const sk_html html = {sk_output_begin_in(folder, name, diag), arena};
    status = SK_ERR_ENVIRONMENT;
    if (html.file != NULL) {
        sk_output_leave_same(html.file);
        put_page(&(page){gallery, &composer, &html});
        status = sk_output_commit(html.file);
    }
    sk_output_free(html.file);
    sk_typesetter_free(composer.typesetter);
    return status;
}
