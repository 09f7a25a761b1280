#include "cli/arguments/option.h"

#include <math.h>
#include <string.h>

#include "base/length.h"
#include "base/number.h"
#include "base/suggestion.h"
#include "cli/arguments/page_size.h"
#include "streekkaart/render.h"

enum {
    ALL = SK_FAMILY_ALL,
    ONCE = SK_FAMILY_DRAW,
    WATCH = SK_FAMILY_WATCH,
    DRAW = ONCE | WATCH,
    ANNEX = SK_FAMILY_ANNEX,
    LIST = SK_FAMILY_LIST,
    CHECK = SK_FAMILY_CHECK,
    BUILD = SK_FAMILY_BOUNDARIES,
    NEW = SK_FAMILY_NEW,
    EXPORT = SK_FAMILY_CATALOGUE,
    DIFF = SK_FAMILY_DIFF,
    PINS = SK_FAMILY_PINS,
    PREFLIGHT = SK_FAMILY_PREFLIGHT,
    DOCTOR = SK_FAMILY_DOCTOR,
    ABOUT = SK_FAMILY_ABOUT,
};

#define AT(member) offsetof(sk_arguments, member)

/* A page at 1200 dpi is as much as a printer can show and as a bitmap can hold. */
static const sk_option options[] = {
    {"format", "LIST", SK_OPTION_FORMATS, AT(formats), DRAW, 0, 0,
     "which of pdf,png,svg to write (all three when left out)"},
    {"out", "PATH", SK_OPTION_TEXT, AT(out), DRAW | BUILD, 0, 0,
     "folder to write to (out/ of the project); for boundaries, the file"},
    {"style", "NAME", SK_OPTION_TEXT, AT(style), DRAW | PINS | DOCTOR, 0, 0,
     "styles/NAME.json of the project, or a path that ends in .json (as project.json says)"},
    {"lang", "TAG", SK_OPTION_TEXT, AT(language), DRAW | PINS | NEW, 0, 0,
     "language of the words: styles/languages/TAG.json of the project (as the style says); of a "
     "new "
     "project (en)"},
    {"size", "SIZE", SK_OPTION_SIZE, AT(page), DRAW | PINS, 0, 0,
     "the page: A3, Letter, A4-landscape, 180x120mm, or a width such as 160mm (as the style says)"},
    {"report", "FILE", SK_OPTION_TEXT, AT(layout_report), ONCE, 0, 0,
     "write as JSON what stands where, what was left out and what overlaps"},
    {"caption", "NAME", SK_OPTION_CAPTIONS, AT(captions), DRAW, 0, 0,
     "list the figures with captions and alternative texts: latex, quarto, markdown or docx-list"},
    {"dpi", "N", SK_OPTION_NUMBER, AT(dpi), DRAW, 36, 1200, "resolution of the PNG (300)"},
    {"palette", NULL, SK_OPTION_FLAG, AT(palette), DRAW, 0, 0,
     "256 colours in the PNG, for a third of its size"},
    {"world-file", NULL, SK_OPTION_FLAG, AT(world_file), DRAW, 0, 0,
     "a world file (.pgw) beside the PNG, so that GIS knows where the map lies"},
    {"svg-target", "NAME", SK_OPTION_SVG_TARGET, AT(svg_target), DRAW, 0, 0,
     "program the SVG is for: inkscape, illustrator, web, outlined or office (inkscape)"},
    {"print", "PROFILE.icc", SK_OPTION_TEXT, AT(print), DRAW, 0, 0,
     "PDF for a printing house: PDF/X-4, with the inks of that profile (docs/print.md)"},
    {"bleed", "LENGTH", SK_OPTION_LENGTH, AT(bleed_mm), DRAW, 0, 50,
     "with --print: how far the paper's colour goes beyond the page, such as 3mm (0mm)"},
    {"marks", NULL, SK_OPTION_FLAG, AT(marks), DRAW, 0, 0, "with --print: marks where to cut"},
    {"archive", NULL, SK_OPTION_FLAG, AT(archive), DRAW, 0, 0,
     "PDF for an archive: PDF/A-2b, PDF/UA-1 (docs/print.md)"},
    {"jobs", "N", SK_OPTION_COUNT, AT(jobs), DRAW, 1, 256,
     "figures to draw at the same time (as many as there are cores)"},
    {"keep-going", "yes|no", SK_OPTION_YES_NO, AT(keep_going), DRAW, 0, 0,
     "draw what can be drawn when something is wrong, or nothing at all (yes)"},
    {"shard", "K/N", SK_OPTION_SHARD, AT(shard), ANNEX, 0, 0,
     "draw part K of N, for machines that share the work (docs/scale.md)"},
    {"bind", NULL, SK_OPTION_FLAG, AT(bind), ANNEX, 0, 0,
     "gather the parts from the folders that are named (out/), and bind them to what one run "
     "makes"},
    {"serve", "PORT", SK_OPTION_PORT, AT(serve_port), WATCH, 0, 65535,
     "show the figures in a browser on this machine, which follows what is drawn (8753; 0: any "
     "free "
     "port)"},
    {"boundaries", "FILE", SK_OPTION_TEXT, AT(boundaries), NEW, 0, 0,
     "polygons with codes and names: the regions (an invented country)"},
    {"source-line", "TEXT", SK_OPTION_TEXT, AT(source_line), NEW, 0, 0,
     "what stands under each figure: where data and boundaries are from (\"replace me\")"},
    {"level", "LEVEL=WHERE", SK_OPTION_LIST, AT(levels), BUILD | NEW, 0, 0,
     "where it stands which region of a level a polygon lies in: a column of SOURCE, or a table "
     "that ends in .csv; once for each level (boundaries/levels.csv of the project); for new also "
     "--level LEVEL, "
     "the name of the smallest one (region)"},
    {"home", "LEVEL:SLUG", SK_OPTION_LIST, AT(homes), BUILD | NEW, 0, 0,
     "a region that the project is about, once for each; what else SOURCE has is a neighbour "
     "(all)"},
    {"mergers", "CSV", SK_OPTION_TEXT, AT(mergers), BUILD | NEW, 0, 0,
     "codes that are another one by now, in the columns old and new (none)"},
    {"neighbours", "FILE", SK_OPTION_TEXT, AT(neighbours), BUILD | NEW, 0, 0,
     "the countries around, such as OpenStreetMap's by geo-maps (none)"},
    {"neighbour-layer", "NAME", SK_OPTION_TEXT, AT(neighbour_layer), BUILD | NEW, 0, 0,
     "their layer in that file (the first with the columns)"},
    {"layer", "NAME", SK_OPTION_TEXT, AT(layer), BUILD | NEW, 0, 0,
     "layer of the polygons in SOURCE (the first with the columns)"},
    {"crs", "CODE", SK_OPTION_TEXT, AT(crs), BUILD | NEW, 0, 0,
     "coordinate system of SOURCE, such as EPSG:4326, where it names none; for new, that of the "
     "maps, in metres "
     "(the zone of UTM)"},
    {"code", "COLUMN", SK_OPTION_TEXT, AT(code_column), BUILD | NEW, 0, 0,
     "column with the code of a polygon (found among the known ones)"},
    {"name", "COLUMN", SK_OPTION_TEXT, AT(name_column), BUILD | NEW, 0, 0,
     "column with its name (found among the known ones)"},
    {"tolerance", "M", SK_OPTION_NUMBER, AT(tolerance_m), BUILD | NEW, 0.1, 10000,
     "how far a border may move, in metres (40)"},
    {"to", "FILE", SK_OPTION_TEXT, AT(to), EXPORT, 0, 0, "the file to write: .gpkg, .xlsx or .ods"},
    {"drawn", "ORIGINAL.svg", SK_OPTION_TEXT, AT(drawn), PINS, 0, 0,
     "the drawing that the edited SVG was made from (as the project draws it today)"},
    {"force", NULL, SK_OPTION_FLAG, AT(force), EXPORT | ONCE | BUILD, 0, 0,
     "replace a file that is there already; of figures, draw all, also over an SVG that was "
     "edited"},
    {"dry-run", NULL, SK_OPTION_FLAG, AT(dry_run), ONCE, 0, 0,
     "say what would be drawn and why, and draw nothing"},
    {"depfile", "FILE.d", SK_OPTION_DEPFILE, AT(depfile), ONCE, 0, 0,
     "write for Make and Ninja which files FILE depends on"},
    {"catalogue", "FILE", SK_OPTION_TEXT, AT(catalogue), DRAW | LIST | CHECK | EXPORT, 0, 0,
     "a file that `catalogue export` wrote, to use in place of layers/"},
    {"project", "DIR", SK_OPTION_TEXT, AT(project), ALL - DIFF - PREFLIGHT - ABOUT - NEW, 0, 0,
     "the project's folder (the nearest that is one, from this one upwards)"},
    {"demo", NULL, SK_OPTION_FLAG, AT(demo), SK_FAMILIES_DEMO, 0, 0,
     "work on the study that comes with the program, and draw into out/ of this folder"},
    {"json", NULL, SK_OPTION_FLAG, AT(json), DRAW | LIST | CHECK | DIFF | PINS | PREFLIGHT | DOCTOR,
     0, 0,
     "the result as JSON on standard output, for scripts; of what draws, an event a line "
     "(docs/events.md)"},
    {"list", NULL, SK_OPTION_FLAG, AT(list), DRAW, 0, 0,
     "print the path of each file, and nothing else, on standard output"},
    {"quiet", NULL, SK_OPTION_FLAG, AT(quiet),
     DRAW | CHECK | BUILD | EXPORT | DIFF | PINS | PREFLIGHT | NEW, 0, 0, "only say what is wrong"},
    {"help", NULL, SK_OPTION_FLAG, AT(help), ALL, 0, 0, "show this, or the help of a command"},
    {"version", NULL, SK_OPTION_FLAG, AT(version), ALL, 0, 0, "show the version"},
    {.name = NULL},
};

const char *sk_option_before_value(const sk_option *option) {
    if (option->value == NULL) return "";
    return sk_option_stands_alone(option) ? "[=" : "=";
}

const char *sk_option_behind_value(const sk_option *option) {
    return option->value != NULL && sk_option_stands_alone(option) ? "]" : "";
}

bool sk_option_stands_alone(const sk_option *option) {
    return option->kind == SK_OPTION_FLAG || option->kind == SK_OPTION_PORT;
}

static const struct {
    char letter;
    const char *name;
} letters[] = {{'h', "help"}, {'V', "version"}};
enum { LETTER_COUNT = sizeof letters / sizeof *letters };

const sk_option *sk_options(void) {
    return options;
}

const char *sk_option_by_letter(char letter) {
    for (size_t i = 0; i < LETTER_COUNT; i++)
        if (letters[i].letter == letter) return letters[i].name;
    return NULL;
}

char sk_option_letter(const sk_option *option) {
    for (size_t i = 0; i < LETTER_COUNT; i++)
        if (strcmp(letters[i].name, option->name) == 0) return letters[i].letter;
    return '\0';
}

sk_arguments sk_option_defaults(void) {
    sk_arguments defaults = {
        .dpi = 300, .svg_target = sk_svg_targets(), .keep_going = true, .serve_port = -1};
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++)
        defaults.formats |= 1u << (r - sk_renderers());
    return defaults;
}

static const char *shown(const sk_option *option, sk_arena *arena) {
    return sk_arena_printf(arena, "--%s", option->name);
}

static sk_status set_number(const sk_option *option, const char *value, sk_arena *arena,
                            sk_diag *diag, double *number) {
    bool whole = option->kind == SK_OPTION_COUNT || option->kind == SK_OPTION_PORT;
    bool sound = sk_number_parse(value, number) && (!whole || *number == floor(*number));
    if (sound && *number >= option->least && *number <= option->most) return SK_OK;
    SK_USAGE_ERROR(diag, shown(option, arena),
                   sk_arena_printf(arena, "give a %snumber from %g to %g", whole ? "whole " : "",
                                   option->least, option->most),
                   "\"%s\" cannot be used", value);
    return SK_ERR_USAGE;
}

static sk_status set_length(const sk_option *option, const char *value, sk_arena *arena,
                            sk_diag *diag, double *mm) {
    bool sound = sk_length_parse(value, strlen(value), mm) == SK_OK;
    if (sound && *mm >= option->least && *mm <= option->most) return SK_OK;
    SK_USAGE_ERROR(diag, shown(option, arena),
                   sk_arena_printf(arena, "give a length from %gmm to %gmm, with its unit",
                                   option->least, option->most),
                   "\"%s\" cannot be used", value);
    return SK_ERR_USAGE;
}

static sk_status set_size(const sk_option *option, const char *value, sk_arena *arena,
                          sk_diag *diag, sk_page_size *size) {
    if (sk_page_size_parse(value, arena, size)) return SK_OK;
    sk_suggestion suggestion = sk_page_size_suggestion(value, arena);
    SK_USAGE_ERROR(
        diag, shown(option, arena),
        sk_suggestion_remedy(
            &suggestion, arena,
            "give a page such as A3, Letter, A4-landscape or 180x120mm, or a width such as 160mm"),
        "\"%s\" cannot be used", value);
    return SK_ERR_USAGE;
}

/* The bit of the renderer that is called by the `length` bytes at `name`; 0 when none is. */
static unsigned format_bit(const char *name, size_t length) {
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++)
        if (strlen(r->name) == length && memcmp(r->name, name, length) == 0)
            return 1u << (r - sk_renderers());
    return 0;
}

static void report_format(const sk_option *option, const char *name, sk_arena *arena,
                          sk_diag *diag) {
    sk_suggestion suggestion = sk_suggestion_for(name);
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++)
        sk_suggestion_consider(&suggestion, r->name);
    SK_USAGE_ERROR(diag, shown(option, arena),
                   sk_suggestion_remedy(&suggestion, arena, "the formats are in the help"),
                   "unknown format \"%s\"", name);
}

static sk_status set_formats(const sk_option *option, const char *value, sk_arena *arena,
                             sk_diag *diag, unsigned *formats) {
    *formats = 0;
    for (const char *name = value;; name++) {
        size_t length = strcspn(name, ",");
        unsigned bit = format_bit(name, length);
        if (bit == 0) {
            report_format(option, sk_arena_string_n(arena, name, length), arena, diag);
            return SK_ERR_USAGE;
        }
        *formats |= bit;
        name += length;
        if (*name == '\0') return SK_OK;
    }
}

/* Refuses a name that is none of `names`, NULL behind the last. */
static sk_status refuse_name(const sk_option *option, const char *value, const char *what,
                             const char *const *names, sk_arena *arena, sk_diag *diag) {
    sk_suggestion suggestion = sk_suggestion_for(value);
    for (size_t i = 0; names[i] != NULL; i++) sk_suggestion_consider(&suggestion, names[i]);
    SK_USAGE_ERROR(diag, shown(option, arena),
                   sk_suggestion_remedy(&suggestion, arena,
                                        sk_arena_printf(arena, "the %ss are in the help", what)),
                   "unknown %s \"%s\"", what, value);
    return SK_ERR_USAGE;
}

enum { NAMES_MAX = 16 };

static sk_status set_svg_target(const sk_option *option, const char *value, sk_arena *arena,
                                sk_diag *diag, const sk_svg_target **target) {
    const sk_svg_target *found = sk_svg_target_find(value);
    if (found == NULL) {
        const char *names[NAMES_MAX] = {NULL};
        for (size_t i = 0; i + 1 < NAMES_MAX && sk_svg_targets()[i].name != NULL; i++)
            names[i] = sk_svg_targets()[i].name;
        return refuse_name(option, value, "target", names, arena, diag);
    }
    *target = found;
    return SK_OK;
}

static sk_status set_captions(const sk_option *option, const char *value, sk_arena *arena,
                              sk_diag *diag, const sk_caption_form **form) {
    const sk_caption_form *found = sk_caption_form_find(value);
    if (found == NULL) {
        const char *names[NAMES_MAX] = {NULL};
        for (size_t i = 0; i + 1 < NAMES_MAX && sk_caption_forms()[i].name != NULL; i++)
            names[i] = sk_caption_forms()[i].name;
        return refuse_name(option, value, "form", names, arena, diag);
    }
    *form = found;
    return SK_OK;
}

static sk_status set_text(const sk_option *option, const char *value, sk_arena *arena,
                          sk_diag *diag, const char **text) {
    *text = value;
    if (value[0] != '\0') return SK_OK;
    SK_USAGE_ERROR(diag, shown(option, arena),
                   sk_arena_printf(arena, "give it as --%s=%s", option->name, option->value),
                   "its value is empty");
    return SK_ERR_USAGE;
}

static sk_status set_depfile(const sk_option *option, const char *value, sk_arena *arena,
                             sk_diag *diag, const char **path) {
    static const char ending[] = ".d";
    size_t length = strlen(value), least = strlen(ending) + 1;
    *path = value;
    if (length >= least && strcmp(value + length - strlen(ending), ending) == 0) return SK_OK;
    SK_USAGE_ERROR(diag, shown(option, arena),
                   "give what depends on the project's files, and .d, such as out/annex.pdf.d",
                   "\"%s\" does not end in .d", value);
    return SK_ERR_USAGE;
}

static sk_status set_port(const sk_option *option, const char *value, sk_arena *arena,
                          sk_diag *diag, int *port) {
    double number = SK_PORT;
    sk_status status = SK_OK;
    if (value != NULL) status = set_number(option, value, arena, diag, &number);
    if (status == SK_OK) *port = (int)number;
    return status;
}

static sk_status set_yes_no(const sk_option *option, const char *value, sk_arena *arena,
                            sk_diag *diag, bool *flag) {
    *flag = strcmp(value, "yes") == 0;
    if (*flag || strcmp(value, "no") == 0) return SK_OK;
    SK_USAGE_ERROR(diag, shown(option, arena), "write yes or no", "\"%s\" cannot be used", value);
    return SK_ERR_USAGE;
}

static sk_status add_text(const sk_option *option, const char *value, sk_arena *arena,
                          sk_diag *diag, sk_string_list *list) {
    const char **items = SK_NEW_ARRAY(arena, const char *, list->count + 1);
    for (size_t i = 0; i < list->count; i++) items[i] = list->items[i];
    sk_status status = set_text(option, value, arena, diag, &items[list->count]);
    if (status == SK_OK) *list = (sk_string_list){items, list->count + 1};
    return status;
}

sk_status sk_option_set(const sk_option *option, const char *value, sk_arena *arena, sk_diag *diag,
                        sk_arguments *arguments) {
    void *member = (char *)arguments + option->offset;
    switch (option->kind) {
        case SK_OPTION_FLAG:
            *(bool *)member = true;
            return SK_OK;
        case SK_OPTION_YES_NO:
            return set_yes_no(option, value, arena, diag, member);
        case SK_OPTION_TEXT:
            return set_text(option, value, arena, diag, member);
        case SK_OPTION_DEPFILE:
            return set_depfile(option, value, arena, diag, member);
        case SK_OPTION_LIST:
            return add_text(option, value, arena, diag, member);
        case SK_OPTION_NUMBER:
        case SK_OPTION_COUNT:
            return set_number(option, value, arena, diag, member);
        case SK_OPTION_LENGTH:
            return set_length(option, value, arena, diag, member);
        case SK_OPTION_SVG_TARGET:
            return set_svg_target(option, value, arena, diag, member);
        case SK_OPTION_CAPTIONS:
            return set_captions(option, value, arena, diag, member);
        case SK_OPTION_SIZE:
            return set_size(option, value, arena, diag, member);
        case SK_OPTION_SHARD:
            return sk_shard_parse(value, shown(option, arena), arena, diag, member);
        case SK_OPTION_PORT:
            return set_port(option, value, arena, diag, member);
        case SK_OPTION_FORMATS:
            return set_formats(option, value, arena, diag, member);
    }
    return SK_ERR_USAGE;
}
