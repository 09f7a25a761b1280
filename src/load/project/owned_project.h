/** What the handle of a project really is. */
#ifndef STREEKKAART_LOAD_PROJECT_OWNED_PROJECT_H
#define STREEKKAART_LOAD_PROJECT_OWNED_PROJECT_H

#include "streekkaart/memory.h"
#include "streekkaart/project.h"

typedef struct {
    sk_project project; /* first: the handle points at it */
    sk_arena *arena;
} sk_owned_project;

#endif
