/** Files of a project, which may come from a stranger: they lie in its folder, also when followed
 *  through links, and are files. */
#ifndef STREEKKAART_LOAD_FILES_PROJECT_PATH_H
#define STREEKKAART_LOAD_FILES_PROJECT_PATH_H

#include <stdbool.h>

#include "streekkaart/diag.h"

/** False, with the reason in `diag`, where `path`, or a file beside it whose name begins as its own
 *  does up to the ending (what belongs to a Shapefile or a GeoPackage), leads out of `folder`, the
 *  project's, or to a pipe or a device. `shown` is what messages call it. True where there is no
 *  such file. */
bool sk_project_path_check(const char *folder, const char *path, const char *shown, sk_diag *diag);

#endif
