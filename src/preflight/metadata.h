/** What a document says of itself, twice. */
#ifndef STREEKKAART_PREFLIGHT_METADATA_H
#define STREEKKAART_PREFLIGHT_METADATA_H

#include "preflight/document.h"

/** What is missing or wrong in the information dictionary; NULL: nothing. */
const char *sk_metadata_check_information(const sk_document_reading *reading);
/** The same of the XMP, which must agree with it. */
const char *sk_metadata_check_xmp(const sk_document_reading *reading);

#endif
