/** The faults of a project that its single files do not show. */
#ifndef STREEKKAART_PROJECT_CHECK_H
#define STREEKKAART_PROJECT_CHECK_H

#include "streekkaart/project.h"

/** Looks at numbers, at places, at what belongs to what, and for what stands on no figure. Reports
 *  each fault to `diag`; SK_ERR_DATA when there was an error. */
SK_CHECKED sk_status sk_project_check(const sk_project *project, sk_diag *diag);

/** The same, for what these figures show (NULL: what any figure shows, and what none does), and
 *  without a word on maps that are still empty. */
SK_CHECKED sk_status sk_project_check_figures(const sk_project *project,
                                              const sk_figure *const *figures, size_t count,
                                              sk_diag *diag);

#endif
