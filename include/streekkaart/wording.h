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

/** What a name of the project is a name of. */
typedef enum {
    SK_NAME_PROVINCE,
    SK_NAME_PROVINCE_IN_FULL, /* where "province {name}" would be wrong */
    SK_NAME_RESOC,
    SK_NAME_NEIGHBOUR,
    SK_NAME_SEA,
    SK_NAME_SECTOR,
    SK_NAME_GROUP_COUNT,
} sk_name_group;

/** What something of the project is called in the language. */
typedef struct {
    sk_name_group group;
    const char *slug;
    const char *text;
    sk_place origin;
} sk_word_name;

/** Texts with {blanks} are for sk_wording_fill(); wording_keys.c says which blanks each has. */
typedef struct {
    const char *language; /* its tag, "nl": also the file's name */
    const char *file;     /* "styles/languages/nl.json" */
    bool of_catalogue;    /* names, titles and captions of the project are in this language */
    const sk_word_name *names;
    size_t name_count;

    const char *province, *flanders, *source_line, *distance;

    struct {
        const char *figure, *sheet;
        const char *sector_overview, *resoc_overview, *province_overview;
    } title;

    struct {
        const char *chosen_by, *points, *symbols;
        const char *point, *zone, *zone_resoc, *zone_province, *infrastructural, *organisational;
        const char *sectors, *newly_chosen;
    } legend;

    struct {
        const char *points, *zones, *links, *regions, *province, *source, *remark, *recent, *prose,
            *continued;
    } table;

    struct {
        const char *title, *contents, *figure, *sheet;
        const char *leaf, *bound, *map, *table;
    } annex;

    struct {
        const char *sea, *neighbours, *provinces, *home, *municipality_borders, *resoc_borders,
            *province_borders, *chosen, *chosen_provinces, *base_lines, *towns, *zones, *links,
            *points, *names, *regions, *sectors, *leaders, *frame, *title, *legend, *scale_bar,
            *inset, *source, *table, *folio;
    } layer;
} sk_wording;

enum { SK_WORDING_BYTES_MAX = 1 << 20 };

/** Reads a language from `length` bytes, which need no NUL and may hold one; `file` is also for
 *  diagnostics. Every word must be there, with its blanks, and none that is not known: each fault
 *  is reported with the key. All of *out is the arena's; without SK_OK it is what could be read,
 * for sk_wording_check() alone, its `language` NULL where that is nothing. */
SK_CHECKED sk_status sk_wording_parse(const char *bytes, size_t length, const char *file,
                                      sk_arena *arena, sk_diag *diag, sk_wording *out);

/** Reads `directory`/styles/languages/`language`.json. */
SK_CHECKED sk_status sk_wording_open(const char *directory, const char *language, sk_arena *arena,
                                     sk_diag *diag, sk_wording *out);

/** The languages that the project in `directory` has a file for, by name; the arena's. */
sk_string_list sk_wording_languages(const char *directory, sk_arena *arena);

/** Reports the names that the language owes the project, which makes it SK_ERR_DATA, and warns of
 *  those that name nothing in it. The catalogue's own language owes none. */
SK_CHECKED sk_status sk_wording_check(const sk_wording *words, const sk_project *project,
                                      sk_diag *diag);

/** Puts the project into the language: names of regions and sectors, titles and captions of
 *  figures; what the language has no name for keeps its own. It completes the opening of a project,
 *  before anyone else reads it. */
void sk_project_translate(sk_project *project, const sk_wording *words);

/** A blank of a text and what goes into it. */
typedef struct {
    const char *name, *value;
} sk_blank;

/** The text with {name} replaced by the value, for each of the blanks. */
const char *sk_wording_fill(const char *text, const sk_blank *blanks, size_t count,
                            sk_arena *arena);

/** "provincie Antwerpen" */
const char *sk_wording_province(const sk_wording *words, const sk_region *province,
                                sk_arena *arena);
/** "Speerpuntsector logistiek in"; on an overview of all sectors `sector` is NULL. */
const char *sk_wording_chosen_by(const sk_wording *words, const char *sector, sk_arena *arena);
/** "RESOC Brugge, Oostende, Westhoek": words that all begin with are said once. */
const char *sk_wording_list(const char *const *names, size_t count, sk_arena *arena);
/** "Figuur 13: Logistiek in Provincie Antwerpen" */
const char *sk_wording_figure_title(const sk_wording *words, const sk_figure *figure,
                                    sk_arena *arena);
/** "Logistiek, provincie Antwerpen"; of an overview of all sectors just its title. */
const char *sk_wording_sheet_title(const sk_wording *words, const sk_project *project,
                                   const sk_figure *figure, sk_arena *arena);

#endif
