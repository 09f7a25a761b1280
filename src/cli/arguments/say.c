#include "cli/arguments/say.h"

#include <stdarg.h>

#include "base/clean_text.h"

void sk_say(FILE *stream, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    sk_arena *scratch = sk_arena_create();
    char *line = SK_NEW_ARRAY(scratch, char, length < 0 ? 1 : (size_t)length + 1);
    if (length > 0) (void)vsnprintf(line, (size_t)length + 1, format, again);
    va_end(again);
    fprintf(stream, "%s\n", sk_text_shown(scratch, line));
    sk_arena_free(scratch);
}
