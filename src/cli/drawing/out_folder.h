/** The folder that figures are written to. */
#ifndef STREEKKAART_CLI_DRAWING_OUT_FOLDER_H
#define STREEKKAART_CLI_DRAWING_OUT_FOLDER_H

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"

/** Makes the folder and those above it where they are missing. SK_ERR_ENVIRONMENT: nothing can be
 *  written there, which is said once and before the work instead of for each figure after it. */
SK_CHECKED sk_status sk_out_folder_make(const char *folder, sk_arena *arena, sk_diag *diag);

#endif
