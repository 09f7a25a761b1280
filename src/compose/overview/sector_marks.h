/** Whether a reader can tell the sectors of an overview apart. */
#ifndef STREEKKAART_COMPOSE_OVERVIEW_SECTOR_MARKS_H
#define STREEKKAART_COMPOSE_OVERVIEW_SECTOR_MARKS_H

#include "streekkaart/project.h"
#include "streekkaart/style_sheet.h"

/** Reports sectors to which the style in `file` would give one mark, and a style of several colours
 *  that has fewer of them than there are sectors: SK_ERR_DATA. One colour alone is a choice: then
 *  symbols tell the sectors apart. */
SK_CHECKED sk_status sk_sector_marks_check(const sk_project *project, const sk_style_sheet *style,
                                           const char *file, sk_diag *diag);

#endif
