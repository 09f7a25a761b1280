#include "cli/choice/figure_names.h"

#include "base/number.h"
#include "base/suggestion.h"
#include "cli/arguments/option.h"

/* The next character that counts: a letter in lower case, a figure, a byte of what is no ASCII, or
 * a blank for all that stands between words; 0 at the end. */
static char next_folded(const char **text) {
    const char *at = *text;
    bool gap = false, counts = false;
    for (; *at != '\0' && !counts; at += !counts) {
        unsigned char c = (unsigned char)*at;
        counts =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 128;
        gap = gap || !counts;
    }
    *text = at;
    if (*at == '\0') return '\0';
    if (gap) return ' ';
    (*text)++;
    return *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
}

static bool is_alike(const char *a, const char *b) {
    if (a == NULL || b == NULL) return false;
    const char *p = a, *q = b;
    for (;;) {
        char of_a = next_folded(&p), of_b = next_folded(&q);
        if (of_a != of_b) return false;
        if (of_a == '\0') return a[0] != '\0';
    }
}

static bool is_alike_in_any(const sk_translation *names, const char *text) {
    for (const sk_translation *name = names; name != NULL; name = name->next)
        if (is_alike(name->text, text)) return true;
    return false;
}

void sk_consider_names(sk_suggestion *suggestion, const sk_translation *names) {
    for (const sk_translation *name = names; name != NULL; name = name->next)
        sk_suggestion_consider(suggestion, name->text);
}

sk_string_list sk_figure_slugs(const sk_figure *figure, sk_figure_scope scope) {
    return scope == SK_SCOPE_SECTOR ? figure->sectors : figure->homes;
}

const char *sk_slug_name(const sk_project *project, sk_figure_scope scope, const char *slug) {
    if (scope == SK_SCOPE_SECTOR) return sk_project_sector_name(project, slug);
    const sk_region *region = slug == NULL ? NULL : sk_project_home(project, slug);
    return region == NULL ? NULL : region->name;
}

const sk_translation *sk_slug_names(const sk_project *project, sk_figure_scope scope,
                                    const char *slug) {
    const sk_region *region = slug == NULL ? NULL : sk_project_home(project, slug);
    if (scope != SK_SCOPE_SECTOR) return region == NULL ? NULL : region->names;
    for (size_t i = 0; slug != NULL && i < project->sector_count; i++)
        if (strcmp(project->sectors[i].slug, slug) == 0) return project->sectors[i].names;
    return NULL;
}

/* The ways to name one, the surest first. */
enum { BY_SLUG, BY_NAME, BY_TITLE, WAY_COUNT };

static bool is_named(const sk_project *project, sk_figure_scope scope, const sk_figure *figure,
                     const char *slug, int way, const char *name) {
    switch (way) {
        case BY_SLUG:
            return is_alike(slug, name);
        case BY_NAME:
            return is_alike(sk_slug_name(project, scope, slug), name) ||
                   is_alike_in_any(sk_slug_names(project, scope, slug), name);
        default:
            return scope == SK_SCOPE_SECTOR && figure->sectors.count == 1 &&
                   (is_alike(figure->title, name) || is_alike_in_any(figure->titles, name));
    }
}

const char *sk_slug_named(const sk_project *project, sk_figure_scope scope, const char *name) {
    for (int way = 0; way < WAY_COUNT; way++)
        for (size_t i = 0; i < project->figure_count; i++) {
            sk_string_list slugs = sk_figure_slugs(&project->figures[i], scope);
            for (size_t k = 0; k < slugs.count; k++)
                if (is_named(project, scope, &project->figures[i], slugs.items[k], way, name))
                    return slugs.items[k];
        }
    return NULL;
}

/* From "13" or "13-15"; a range may have a dash. False: it is neither. */
static bool read_range(const char *text, sk_arena *arena, int *first, int *last) {
    static const char *const dashes[] = {"-", "–"};
    if (sk_integer_parse(text, first)) {
        *last = *first;
        return true;
    }
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        const char *dash = strstr(text, dashes[i]);
        if (dash == NULL) continue;
        const char *before = sk_arena_string_n(arena, text, (size_t)(dash - text));
        if (sk_integer_parse(before, first) && sk_integer_parse(dash + strlen(dashes[i]), last))
            return true;
    }
    return false;
}

/* The number in "out/fig-13-utrecht-chemie.svg". */
static bool read_file_name(const char *text, sk_arena *arena, int *number) {
    static const char prefix[] = "fig-";
    const char *slash = strrchr(text, '/');
    if (slash != NULL) text = slash + 1;
    if (strncmp(text, prefix, strlen(prefix)) != 0) return false;
    text += strlen(prefix);
    return sk_integer_parse(sk_arena_string_n(arena, text, strcspn(text, "-.")), number);
}

static size_t mark_numbers(const sk_project *project, int first, int last, bool *marks) {
    size_t found = 0;
    for (size_t i = 0; i < project->figure_count; i++) {
        int number = project->figures[i].number;
        if (number < first || number > last) continue;
        marks[i] = true;
        found++;
    }
    return found;
}

static size_t mark_titled(const sk_project *project, const char *text, bool *marks) {
    size_t found = 0;
    for (size_t i = 0; i < project->figure_count; i++) {
        const sk_figure *figure = &project->figures[i];
        if (!is_alike(figure->caption, text) && !is_alike(figure->title, text) &&
            !is_alike_in_any(figure->captions, text) && !is_alike_in_any(figure->titles, text))
            continue;
        marks[i] = true;
        found++;
    }
    return found;
}

static void report_unknown(const sk_project *project, const char *part, sk_arena *arena,
                           sk_diag *diag) {
    sk_suggestion suggestion = sk_suggestion_for(part);
    for (size_t i = 0; i < project->figure_count; i++) {
        const sk_figure *figure = &project->figures[i];
        sk_suggestion_consider(&suggestion, figure->title);
        sk_suggestion_consider(&suggestion, figure->caption);
        sk_consider_names(&suggestion, figure->titles);
        sk_consider_names(&suggestion, figure->captions);
    }
    SK_USAGE_ERROR(diag, "figure",
                   sk_suggestion_remedy(&suggestion, arena, "streekkaart list shows what there is"),
                   "the catalogue has no figure for \"%s\"", part);
}

static sk_status mark_part(const sk_project *project, const char *part, bool is_known_to_lack,
                           sk_arena *arena, sk_diag *diag, bool *marks) {
    int first = 0, last = 0;
    bool numbers = read_range(part, arena, &first, &last);
    if (numbers && first > last) {
        SK_USAGE_ERROR(diag, "figure",
                       sk_arena_printf(arena, "did you mean \"%d-%d\"?", last, first),
                       "\"%s\" runs backwards", part);
        return SK_ERR_USAGE;
    }
    if (!numbers && read_file_name(part, arena, &first)) {
        numbers = true;
        last = first;
    }
    if (numbers && mark_numbers(project, first, last, marks) > 0) return SK_OK;
    if (!is_known_to_lack) report_unknown(project, part, arena, diag);
    return is_known_to_lack ? SK_OK : SK_ERR_USAGE;
}

sk_status sk_figures_mark(const sk_project *project, const char *operand, bool is_known_to_lack,
                          sk_arena *arena, sk_diag *diag, bool *marks) {
    /* as a whole first: a title may have commas */
    if (mark_titled(project, operand, marks) > 0) return SK_OK;
    sk_status status = SK_OK;
    for (const char *part = operand;; part++) {
        size_t length = strcspn(part, ",");
        const char *text = sk_arena_string_n(arena, part, length);
        sk_status marked = mark_part(project, text, is_known_to_lack, arena, diag, marks);
        if (marked != SK_OK) status = marked;
        part += length;
        if (*part == '\0') return status;
    }
}
