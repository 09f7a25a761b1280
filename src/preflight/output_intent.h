/** The printing condition that a document names, and its profile. */
#ifndef STREEKKAART_PREFLIGHT_OUTPUT_INTENT_H
#define STREEKKAART_PREFLIGHT_OUTPUT_INTENT_H

#include "preflight/document.h"

/** What is missing or wrong; NULL: nothing. Notes in the report what the condition is called. */
const char *sk_output_intent_check(const sk_document_reading *reading);
/** The same of its profile. */
const char *sk_output_intent_check_profile(const sk_document_reading *reading);

/** What is missing or wrong in the profile that tells what an archive's colours look like. */
const char *sk_output_intent_check_archive(const sk_document_reading *reading);

#endif
