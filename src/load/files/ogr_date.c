#include "load/files/ogr_date.h"

#include <cpl_conv.h>

#include "base/source_date.h"

static const char option[] = "OGR_CURRENT_DATE";

void sk_ogr_date_fix(void) {
    struct tm utc;
    char text[64];
    (void)sk_source_date(&utc);
    (void)strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.000Z", &utc);
    CPLSetThreadLocalConfigOption(option, text);
}

void sk_ogr_date_release(void) {
    CPLSetThreadLocalConfigOption(option, NULL);
}
