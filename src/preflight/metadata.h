/** What a document says of itself, twice. */
#ifndef STREEKKAART_PREFLIGHT_METADATA_H
#define STREEKKAART_PREFLIGHT_METADATA_H

#include "preflight/document.h"

/** What is missing or wrong in the information dictionary; NULL: nothing. */
const char *sk_metadata_check_information(const sk_document_reading *reading);
/** The same of the XMP, which must agree with it. */
const char *sk_metadata_check_xmp(const sk_document_reading *reading);

/** The file says that it is for an archive. */
bool sk_metadata_claims_archive(const sk_document_reading *reading);
/** The file says that reading aids can read it to the end (PDF/UA-1). */
bool sk_metadata_claims_reading(const sk_document_reading *reading);
/** What keeps a reader from hearing the document's title, or its language. */
const char *sk_metadata_check_title(const sk_document_reading *reading);
const char *sk_metadata_check_language(const sk_document_reading *reading);
/** What is missing or wrong in the XMP of a file for an archive. */
const char *sk_metadata_check_archive(const sk_document_reading *reading);

#endif
