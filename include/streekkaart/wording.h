/** The words of the furniture in one language: all that a reader or a designer sees and that is
 *  not the catalogue's own. */
#ifndef STREEKKAART_WORDING_H
#define STREEKKAART_WORDING_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/project.h"
#include "streekkaart/status.h"

/** What a name of the project is a name of: a region of the level, or what stands here. */
typedef int sk_name_group;
enum {
    SK_NAME_IN_FULL =
        SK_REGION_LEVEL_COUNT, /* of a home, where its level's `named` would be wrong */
    SK_NAME_SECTOR,
    SK_NAME_GROUP_COUNT,
};

/** What something of the project is called in the language. */
typedef struct {
    sk_name_group group;
    const char *slug;
    const char *text;
    sk_place origin;
} sk_word_name;

/** The words for the regions of a level. */
typedef struct {
    const char *one, *many; /* "provincie", "provincies" */
    const char *named;      /* "provincie {name}" */
    const char *borders;    /* "Provinciegrenzen" */
} sk_level_words;

/** Texts with {blanks} are for sk_wording_fill(); wording_keys.c says which blanks each has. */
typedef struct {
    const char *language; /* its tag, "nl": also the file's name */
    const char *file;     /* "styles/languages/nl.json" */
    bool of_catalogue;    /* as project.json says: names, titles and captions of the project are in
                             this language */
    const sk_word_name *names;
    size_t name_count;

    /* the project's own, of project.json; what follows is the language's */
    const char *area, *source_line;
    sk_level_words levels[SK_REGION_LEVELS_MAX];
    const char *link_kinds[SK_LINK_KINDS_MAX], *zone_classes[SK_ZONE_CLASSES_MAX];
    const char *bases[SK_BASES_MAX]; /* what the mark behind a name means; none of the first */
    sk_region_level home;            /* the level to which names in full belong */

    const char *distance;

    struct {
        const char *figure, *sheet, *several, *sector_overview, *region_overview;
    } title;

    struct {
        const char *chosen_by, *points, *symbols;
        const char *point, *zone, *zone_regions, *infrastructural, *organisational;
        const char *sectors, *newly_chosen;
    } legend;

    struct {
        const char *points, *zones, *links, *regions, *source, *remark, *recent, *prose, *continued;
    } table;

    struct {
        const char *title, *contents, *figure, *sheet;
        const char *leaf, *bound, *map, *table;
    } annex;

    struct {
        const char *filter, *found;
        const char *previous, *next, *zoom_out, *whole, *zoom_in, *close, *keys;
    } gallery;

    struct {
        const char *sea, *neighbours, *elsewhere, *chosen, *chosen_homes, *base_lines, *towns,
            *zones, *links, *points, *names, *regions, *sectors, *leaders, *frame, *title, *legend,
            *scale_bar, *inset, *source, *table, *folio;
    } layer;
} sk_wording;

enum { SK_WORDING_BYTES_MAX = 1 << 20 };

/** Reads a language from `length` bytes, which need no NUL and may hold one; `file` is also for
 *  diagnostics. Every word must be there, with its blanks, and none that is not known: each fault
 *  is reported with the key. All of *out is the arena's; without SK_OK it is what could be read,
 * for sk_wording_check() alone, its `language` NULL where that is nothing. */
SK_CHECKED sk_status sk_wording_parse(const char *bytes, size_t length, const char *file,
                                      sk_arena *arena, sk_diag *diag, sk_wording *out);

/** Reads `directory`/styles/languages/`language`.json, and the project's own words in the language
 *  from its project.json. Without settings, where that has been reported, the language alone. */
SK_CHECKED sk_status sk_wording_open(const char *directory, const sk_project_settings *settings,
                                     const char *language, sk_arena *arena, sk_diag *diag,
                                     sk_wording *out);

/** Reads the words that the project.json of `length` bytes has for out->language into *out. */
SK_CHECKED sk_status sk_project_words_parse(const char *bytes, size_t length,
                                            const sk_project_settings *settings, sk_arena *arena,
                                            sk_diag *diag, sk_wording *out);

/** The languages that the project in `directory` has a file for, by name; the arena's. */
sk_string_list sk_wording_languages(const char *directory, sk_arena *arena);

/** Reports the names that the language owes the project, which makes it SK_ERR_DATA, and warns of
 *  those that name nothing in it. The catalogue's own language owes none. */
SK_CHECKED sk_status sk_wording_check(const sk_wording *words, const sk_project *project,
                                      sk_diag *diag);

/** Tells the project what the words call its regions, sectors and figures, beside what it has in
 *  columns of its own and what it is called in other languages. */
void sk_project_learn(sk_project *project, const sk_wording *words);

/** The same, and puts the project into the language: names of regions, sectors, features and
 *  places, remarks, titles and captions of figures; what has none in the language keeps its own. It
 *  completes the opening of a project, before anyone else reads it. */
void sk_project_translate(sk_project *project, const sk_wording *words);

/** A blank of a text and what goes into it. */
typedef struct {
    const char *name, *value;
} sk_blank;

/** The text with {name} replaced by the value, for each of the blanks. */
const char *sk_wording_fill(const char *text, const sk_blank *blanks, size_t count,
                            sk_arena *arena);

/** "provincie Utrecht" */
const char *sk_wording_region(const sk_wording *words, const sk_region *region, sk_arena *arena);
/** The text with {one} or {many} filled in by the words of the level. */
const char *sk_wording_of_level(const sk_wording *words, const char *text, sk_region_level level,
                                sk_arena *arena);
/** The text with a capital initial. */
const char *sk_wording_capital(const char *text, sk_arena *arena);
/** "Speerpuntsector logistiek in"; on an overview of all sectors `sector` is NULL. */
const char *sk_wording_chosen_by(const sk_wording *words, const char *sector, sk_arena *arena);
/** "District Utrecht, Amersfoort": words that all begin with are said once. */
const char *sk_wording_list(const char *const *names, size_t count, sk_arena *arena);
/** "district Utrecht, Amersfoort en Lek" */
const char *sk_wording_several(const sk_wording *words, const char *const *names, size_t count,
                               sk_arena *arena);
/** "Logistiek en chemie": the sectors of `names`, of which only the first has its capital. */
const char *sk_wording_sectors(const sk_wording *words, const char *const *names, size_t count,
                               sk_arena *arena);
/** The homes that the figure names, "district Utrecht en Lek"; of an overview the whole area. */
const char *sk_wording_homes(const sk_wording *words, const sk_project *project,
                             const sk_figure *figure, sk_arena *arena);
/** "Figuur 13: Chemie in provincie Utrecht" */
const char *sk_wording_figure_title(const sk_wording *words, const sk_figure *figure,
                                    sk_arena *arena);
/** "Chemie, provincie Utrecht"; of an overview of all sectors just its title. */
const char *sk_wording_sheet_title(const sk_wording *words, const sk_project *project,
                                   const sk_figure *figure, sk_arena *arena);

#endif
