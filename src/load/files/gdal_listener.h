/** Turns what GDAL has to say into findings; without it GDAL prints. */
#ifndef STREEKKAART_LOAD_FILES_GDAL_LISTENER_H
#define STREEKKAART_LOAD_FILES_GDAL_LISTENER_H

#include "streekkaart/diag.h"

typedef struct {
    sk_diag *diag; /* NULL: be silent, the faults are known */
    sk_place place;
} sk_gdal_listener;

/** From here to sk_gdal_listen_end() the complaints of this thread go to `listener`, which may
 *  change its place meanwhile. Calls nest. */
void sk_gdal_listen(sk_gdal_listener *listener);
void sk_gdal_listen_end(void);

#endif
