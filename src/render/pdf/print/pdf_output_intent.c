#include "render/pdf/print/pdf_output_intent.h"

#include <stdlib.h>

#include "render/pdf/objects/pdf_strings.h"
#include "render/print/screen_profile.h"

void sk_pdf_put_output_intent(sk_pdf_bytes *bytes, const sk_print_edition *print,
                              sk_pdf_objects *objects) {
    int profile = sk_pdf_object(objects);
    sk_pdf_object_set_stream(objects, profile, "/N 4", print->profile, print->profile_length);
    sk_pdf_put_text(bytes,
                    "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier");
    sk_pdf_put_string(bytes, print->condition);
    sk_pdf_put_text(bytes, "/Info");
    sk_pdf_put_string(bytes, print->condition);
    sk_pdf_put_format(bytes, "/DestOutputProfile %d 0 R>>]", profile);
}

void sk_pdf_put_archive_intent(sk_pdf_bytes *bytes, sk_pdf_objects *objects) {
    static const char name[] = "sRGB IEC61966-2.1";
    size_t length = 0;
    char *screen = sk_screen_profile(&length);
    int profile = sk_pdf_object(objects);
    sk_pdf_object_set_stream(objects, profile, "/N 3", screen, length);
    free(screen);
    sk_pdf_put_format(
        bytes,
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%s)"
        "/Info(%s)/DestOutputProfile %d 0 R>>]",
        name, name, profile);
}
