/** What could not be read, remembered, so that no whole figure gives way to one that lacks it. */
#ifndef STREEKKAART_LOAD_PROJECT_LOSSES_H
#define STREEKKAART_LOAD_PROJECT_LOSSES_H

#include "load/tables/load.h"
#include "streekkaart/project.h"

/** Remembers a loss, which has been reported. One like the last is held once. */
void sk_losses_add(const sk_load *load, sk_project *project, sk_loss loss);

/** The same for a feature that is no longer there, or lacks a reference. */
void sk_losses_add_feature(const sk_load *load, sk_project *project, const sk_feature *feature);

/** The same when there are more errors now than `errors`, those before `what` was read. */
void sk_losses_add_if_faulty(const sk_load *load, sk_project *project, size_t errors, sk_loss what);

#endif
