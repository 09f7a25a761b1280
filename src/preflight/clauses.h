/** What PDF/X-4 (ISO 15930-7) and a press want, each of it checked by a function of its own. */
#ifndef STREEKKAART_PREFLIGHT_CLAUSES_H
#define STREEKKAART_PREFLIGHT_CLAUSES_H

#include "preflight/document.h"

/** Fills in the report's clauses, of a document that was read. */
void sk_clauses_check(sk_document_reading *reading);

#endif
