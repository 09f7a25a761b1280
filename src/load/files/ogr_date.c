#include "load/files/ogr_date.h"

#include <cpl_conv.h>
#include <stdlib.h>
#include <time.h>

static const char option[] = "OGR_CURRENT_DATE";

void sk_ogr_date_fix(void) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t seconds = epoch ? (time_t)strtoll(epoch, NULL, 10) : 0;
    struct tm utc;
    char text[64];
    if (gmtime_r(&seconds, &utc) == NULL) gmtime_r(&(time_t){0}, &utc);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.000Z", &utc);
    CPLSetThreadLocalConfigOption(option, text);
}

void sk_ogr_date_release(void) {
    CPLSetThreadLocalConfigOption(option, NULL);
}
