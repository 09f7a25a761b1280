#include "cli/record/aspects.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "cli/arguments/installation.h"
#include "cli/arguments/project_folder.h"
#include "cli/machine/machine.h"
#include "cli/record/digest_parts.h"
#include "resolve/figure_rows.h"
#include "streekkaart/hyphenator.h"

static const struct {
    const char *name, *change;
} rows[SK_ASPECT_COUNT] = {
    [SK_ASPECT_PROGRAM] = {"program", "the program, a library or the font is another"},
    [SK_ASPECT_OPTIONS] = {"options", "it was drawn with other options"},
    [SK_ASPECT_SETTINGS] = {"settings", "project.json has changed"},
    [SK_ASPECT_STYLE] = {"style", "the style has changed"},
    [SK_ASPECT_WORDS] = {"words", "the words have changed"},
    [SK_ASPECT_BOUNDARIES] = {"boundaries", "the boundaries have changed"},
    [SK_ASPECT_CONTEXT] = {"context", "the base map has changed"},
    [SK_ASPECT_FIGURE] = {"figure", "its line in the list of figures, or its sector, has changed"},
    [SK_ASPECT_FEATURES] = {"features", "features that it shows have changed"},
    [SK_ASPECT_PRESENCE] = {"presence", "actors that it shows have changed"},
    [SK_ASPECT_PINS] = {"pins", "its pins have changed"},
    [SK_ASPECT_SHEETS] = {"sheets", "sheets that it binds have changed"},
    [SK_ASPECT_ORIGINS] = {"origins", "what is wrong with it stands elsewhere by now"},
};

const char *sk_aspect_name(sk_aspect aspect) {
    return rows[aspect].name;
}

static void add_file(sk_digest *digest, const char *path) {
    sk_digest_integer(digest, path != NULL);
    if (path != NULL) sk_digest_file(digest, path);
}

/* The program by its bytes: one that was built anew may draw otherwise under the same version, and
 * the same one has other times on another machine. */
static uint64_t program_digest(const sk_style_sheet *style) {
    sk_arena *arena = sk_arena_create();
    sk_digest *digest = sk_digest_begin();
    sk_digest_text(digest, SK_VERSION);
    add_file(digest, sk_installed_program(arena));
    for (const sk_library *l = sk_machine_libraries(arena); l->name != NULL; l++)
        sk_digest_text(digest, l->version);
    add_file(digest, sk_hyphenator_file());
    sk_string_list fonts = sk_machine_font_files(style->font_family, arena);
    for (size_t i = 0; i < fonts.count; i++) add_file(digest, fonts.items[i]);
    sk_arena_free(arena);
    return sk_digest_end(digest);
}

/* What a page is composed by; the date goes into the files of some formats. */
static uint64_t options_digest(const sk_arguments *arguments) {
    sk_digest *digest = sk_digest_begin();
    sk_digest_number(digest, arguments->page.width_mm);
    sk_digest_number(digest, arguments->page.height_mm);
    sk_digest_integer(digest, arguments->page.either_way);
    sk_digest_text(digest, getenv("SOURCE_DATE_EPOCH"));
    return sk_digest_end(digest);
}

static uint64_t file_digest(const sk_project *project, const char *name, const char *text) {
    sk_arena *arena = sk_arena_create();
    sk_digest *digest = sk_digest_begin();
    sk_digest_text(digest, text);
    sk_digest_file(digest, sk_path_in(arena, project->directory, name));
    sk_arena_free(arena);
    return sk_digest_end(digest);
}

static uint64_t boundaries_digest(const sk_project *project) {
    sk_digest *digest = sk_digest_begin();
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        for (size_t i = 0; i < project->regions[level].count; i++)
            sk_digest_region(digest, &project->regions[level].items[i]);
    return sk_digest_end(digest);
}

static uint64_t context_digest(const sk_project *project) {
    sk_digest *digest = sk_digest_begin();
    for (size_t i = 0; i < project->context_count; i++)
        sk_digest_context(digest, &project->context[i]);
    return sk_digest_end(digest);
}

sk_aspects sk_aspects_common(const sk_inputs *inputs) {
    const sk_project *project = inputs->project;
    sk_aspects all = {0};
    all.of[SK_ASPECT_PROGRAM] = program_digest(inputs->style);
    all.of[SK_ASPECT_OPTIONS] = options_digest(inputs->arguments);
    all.of[SK_ASPECT_SETTINGS] = file_digest(project, SK_PROJECT_FILE, NULL);
    all.of[SK_ASPECT_STYLE] = sk_digest_of_style(inputs->style);
    all.of[SK_ASPECT_WORDS] = file_digest(project, inputs->words->file, inputs->words->language);
    all.of[SK_ASPECT_BOUNDARIES] = boundaries_digest(project);
    all.of[SK_ASPECT_CONTEXT] = context_digest(project);
    return all;
}

/* The sectors that the figure is about: its own, or all of them. Several have the colours of their
 * places in the list. */
static void add_sectors(sk_digest *digest, const sk_project *project, const sk_figure *figure) {
    for (size_t i = 0; i < project->sector_count; i++) {
        const sk_sector *sector = &project->sectors[i];
        if (figure->sectors.count > 0 && !sk_figure_names_sector(figure, sector->slug)) continue;
        if (figure->sectors.count > 1) sk_digest_integer(digest, (long long)i);
        sk_digest_text(digest, sector->slug);
        sk_digest_text(digest, sector->name);
        sk_digest_integer(digest, sector->symbol);
    }
}

static void add_slugs(sk_digest *digest, sk_string_list slugs) {
    sk_digest_integer(digest, (long long)slugs.count);
    for (size_t i = 0; i < slugs.count; i++) sk_digest_text(digest, slugs.items[i]);
}

static uint64_t line_digest(const sk_project *project, const sk_figure *figure) {
    sk_digest *digest = sk_digest_begin();
    sk_digest_integer(digest, figure->number);
    sk_digest_integer(digest, figure->kind);
    sk_digest_integer(digest, figure->level);
    add_slugs(digest, figure->homes);
    add_slugs(digest, figure->sectors);
    sk_digest_text(digest, figure->title);
    sk_digest_text(digest, figure->caption);
    add_sectors(digest, project, figure);
    return sk_digest_end(digest);
}

static uint64_t features_digest(const sk_project *project, const sk_figure *figure, bool on_sheet) {
    sk_digest *digest = sk_digest_begin();
    for (size_t i = 0; i < project->feature_count; i++)
        if (sk_figure_holds(figure, &project->features[i]))
            sk_digest_feature(digest, project, &project->features[i], on_sheet);
    return sk_digest_end(digest);
}

/* An overview of regions has all that its regions chose, on whichever map that is listed. */
static bool shows(const sk_figure *figure, const sk_presence *presence) {
    return figure->kind == SK_FIGURE_REGION_OVERVIEW || sk_figure_lists(figure, presence);
}

static uint64_t presence_digest(const sk_project *project, const sk_figure *figure) {
    sk_digest *digest = sk_digest_begin();
    for (size_t i = 0; i < project->presence_count; i++)
        if (shows(figure, &project->presence[i])) sk_digest_presence(digest, &project->presence[i]);
    return sk_digest_end(digest);
}

/* A sheet borrows the pins of its figure. */
static bool holds(const sk_figure *figure, const sk_pin *pin, bool on_sheet) {
    return pin->figure == figure->number && (on_sheet || !pin->on_sheet);
}

static uint64_t pins_digest(const sk_project *project, const sk_figure *figure, bool on_sheet) {
    sk_digest *digest = sk_digest_begin();
    for (size_t i = 0; i < project->pin_count; i++)
        if (holds(figure, &project->pins[i], on_sheet)) sk_digest_pin(digest, &project->pins[i]);
    return sk_digest_end(digest);
}

static uint64_t origins_digest(const sk_project *project, const sk_figure *figure, bool on_sheet) {
    sk_digest *digest = sk_digest_begin();
    sk_digest_place(digest, figure->origin);
    for (size_t i = 0; i < project->feature_count; i++)
        if (sk_figure_holds(figure, &project->features[i]))
            sk_digest_place(digest, project->features[i].origin);
    for (size_t i = 0; i < project->presence_count; i++)
        if (shows(figure, &project->presence[i]))
            sk_digest_place(digest, project->presence[i].origin);
    for (size_t i = 0; i < project->pin_count; i++)
        if (holds(figure, &project->pins[i], on_sheet))
            sk_digest_place(digest, project->pins[i].origin);
    for (size_t i = 0; i < project->context_count; i++)
        sk_digest_place(digest, project->context[i].origin);
    return sk_digest_end(digest);
}

sk_aspects sk_aspects_of_figure(const sk_aspects *common, const sk_project *project,
                                const sk_figure *figure, bool on_sheet) {
    sk_aspects all = *common;
    all.of[SK_ASPECT_FIGURE] = line_digest(project, figure);
    all.of[SK_ASPECT_FEATURES] = features_digest(project, figure, on_sheet);
    all.of[SK_ASPECT_PRESENCE] = presence_digest(project, figure);
    all.of[SK_ASPECT_PINS] = pins_digest(project, figure, on_sheet);
    all.of[SK_ASPECT_ORIGINS] = origins_digest(project, figure, on_sheet);
    return all;
}

static void add_png_options(sk_digest *digest, const sk_inputs *inputs) {
    sk_digest_number(digest, inputs->render->dpi);
    sk_digest_integer(digest, inputs->render->palette);
    sk_digest_integer(digest, inputs->arguments->world_file);
}

static void add_svg_options(sk_digest *digest, const sk_inputs *inputs) {
    sk_digest_text(digest, inputs->render->svg_target->name);
}

static void add_pdf_options(sk_digest *digest, const sk_inputs *inputs) {
    const sk_print_edition *print = inputs->render->print;
    sk_digest_integer(digest, inputs->render->archive);
    sk_digest_integer(digest, print != NULL);
    if (print == NULL) return;
    sk_digest_bytes(digest, print->profile, print->profile_length);
    sk_digest_number(digest, print->bleed_mm);
    sk_digest_integer(digest, print->marks);
}

sk_aspects sk_aspects_of_format(const sk_aspects *figure, const sk_inputs *inputs,
                                const sk_renderer *renderer) {
    static const struct {
        const char *format;
        void (*add)(sk_digest *digest, const sk_inputs *inputs);
    } options[] = {{"png", add_png_options}, {"svg", add_svg_options}, {"pdf", add_pdf_options}};
    sk_aspects all = *figure;
    sk_digest *digest = sk_digest_begin();
    sk_digest_bytes(digest, &figure->of[SK_ASPECT_OPTIONS], sizeof(uint64_t));
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (strcmp(options[i].format, renderer->name) == 0) options[i].add(digest, inputs);
    all.of[SK_ASPECT_OPTIONS] = sk_digest_end(digest);
    return all;
}

uint64_t sk_aspects_key(const sk_aspects *aspects) {
    return sk_digest_of(aspects->of, SK_ASPECT_ORIGINS * sizeof *aspects->of);
}

const char *sk_aspects_change(const sk_aspects *before, const sk_aspects *now, bool has_findings) {
    for (int i = 0; i < SK_ASPECT_COUNT; i++)
        if (before->of[i] != now->of[i] && (i != SK_ASPECT_ORIGINS || has_findings))
            return rows[i].change;
    return NULL;
}
