/** Text that grows. */
#ifndef STREEKKAART_LOAD_FILES_TEXT_BUFFER_H
#define STREEKKAART_LOAD_FILES_TEXT_BUFFER_H

#include <stddef.h>

/** Empty when it is zeroed. `bytes` is heap memory, the owner's to free(), without a NUL. */
typedef struct {
    char *bytes;
    size_t length, capacity;
} sk_text_buffer;

void sk_text_buffer_put(sk_text_buffer *buffer, const char *text);
void sk_text_buffer_put_byte(sk_text_buffer *buffer, char byte);

#endif
