/** The kinds of links, the classes of zones and the bases of features that a project declares. */
#ifndef STREEKKAART_LOAD_SETTINGS_KINDS_H
#define STREEKKAART_LOAD_SETTINGS_KINDS_H

#include "load/files/keyed_json.h"
#include "streekkaart/project_settings.h"

/** A list of kinds in project.json. */
typedef enum {
    SK_KINDS_OF_LINKS,
    SK_CLASSES_OF_ZONES,
    SK_BASES,
} sk_kind_list;

/** The slugs that `list` names, in the file's arena: those that are sound where others are
 *  reported. One kind at least, no more than can be told apart, none twice, and none that a style
 *  or a page calls something else. */
sk_string_list sk_kinds_read(const sk_keyed_file *file, sk_kind_list which, const cJSON *list,
                             const char *path);

/** Small letters, digits and hyphens? */
bool sk_is_slug(const char *text);

/** What is to be done about a slug that is none. */
extern const char sk_slug_remedy[];

#endif
