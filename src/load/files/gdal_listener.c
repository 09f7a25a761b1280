#include "load/files/gdal_listener.h"

#include <cpl_error.h>

static void CPL_STDCALL hear(CPLErr severity, CPLErrorNum number, const char *message) {
    (void)number;
    const sk_gdal_listener *listener = CPLGetErrorHandlerUserData();
    if (listener->diag == NULL || severity < CE_Warning) return;
    if (severity == CE_Warning)
        sk_diag_warning(listener->diag, listener->place,
                        "look at it in the program that made the file", "%s", message);
    else
        sk_diag_error(listener->diag, listener->place,
                      "save it anew with the program that made it, or take a whole copy", "%s",
                      message);
}

void sk_gdal_listen(sk_gdal_listener *listener) {
    CPLPushErrorHandlerEx(hear, listener);
}

void sk_gdal_listen_end(void) {
    CPLPopErrorHandler();
}
