#include "base/source_date.h"

#include <errno.h>
#include <stdlib.h>

bool sk_source_date(struct tm *utc) {
    gmtime_r(&(time_t){0}, utc);
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (epoch == NULL || epoch[0] == '\0') return false;
    char *end = NULL;
    errno = 0;
    time_t seconds = (time_t)strtoll(epoch, &end, 10);
    struct tm given;
    if (errno != 0 || *end != '\0' || gmtime_r(&seconds, &given) == NULL) return false;
    *utc = given;
    return true;
}
