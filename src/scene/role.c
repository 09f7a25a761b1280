#include <string.h>

#include "streekkaart/scene.h"

static const char *const names[SK_ROLE_COUNT] = {
    [SK_ROLE_NONE] = NULL,     [SK_ROLE_REGION] = "region", [SK_ROLE_ZONE] = "zone",
    [SK_ROLE_LINK] = "link",   [SK_ROLE_MARKER] = "marker", [SK_ROLE_LEADER] = "leader",
    [SK_ROLE_LABEL] = "label", [SK_ROLE_TOWN] = "town",     [SK_ROLE_FURNITURE] = "furniture",
};

const char *sk_role_name(sk_role role) {
    return names[role];
}

sk_role sk_role_find(const char *name) {
    for (sk_role role = SK_ROLE_NONE; name != NULL && role < SK_ROLE_COUNT; role++)
        if (names[role] != NULL && strcmp(names[role], name) == 0) return role;
    return SK_ROLE_NONE;
}
