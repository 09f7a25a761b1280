/** The signs of a project's kinds of links and classes of zones, as a style gives them. */
#ifndef STREEKKAART_LOAD_STYLE_KIND_SIGNS_H
#define STREEKKAART_LOAD_STYLE_KIND_SIGNS_H

#include "load/files/keyed_json.h"
#include "streekkaart/style_sheet.h"

/** Makes room in the style for the kinds and classes of the project. */
void sk_kind_signs_begin(sk_style_sheet *style, const sk_project_settings *settings);

/** Keys that a style may give though the project has no such kind, since projects share styles:
 *  those of the usual kinds. Ends with NULL. */
const char *const *sk_kind_signs_idle(const sk_style_sheet *style, sk_arena *arena);

/** Reports signs that look alike, and links that nobody would see. */
void sk_kind_signs_check(const sk_keyed_file *file, const sk_style_sheet *style);

#endif
