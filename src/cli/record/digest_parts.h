/** Digests of what a project consists of: all of each thing that a page can show. */
#ifndef STREEKKAART_CLI_RECORD_DIGEST_PARTS_H
#define STREEKKAART_CLI_RECORD_DIGEST_PARTS_H

#include "base/digest.h"
#include "streekkaart/project.h"
#include "streekkaart/style_sheet.h"

void sk_digest_region(sk_digest *digest, const sk_region *region);
void sk_digest_context(sk_digest *digest, const sk_context_item *item);
/** What its references lead to is a part of it. What only a table says counts `on_sheet`. */
void sk_digest_feature(sk_digest *digest, const sk_project *project, const sk_feature *feature,
                       bool on_sheet);
void sk_digest_presence(sk_digest *digest, const sk_presence *presence);
void sk_digest_pin(sk_digest *digest, const sk_pin *pin);
void sk_digest_place(sk_digest *digest, sk_place place);

/** By its keys: what is between the members of its structs is left out. */
uint64_t sk_digest_of_style(const sk_style_sheet *style);

#endif
