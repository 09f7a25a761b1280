#include "load/files/text_buffer.h"

#include "streekkaart/memory.h"

void sk_text_buffer_put_byte(sk_text_buffer *buffer, char byte) {
    buffer->bytes = sk_heap_grow(buffer->bytes, buffer->length, &buffer->capacity, 1);
    buffer->bytes[buffer->length++] = byte;
}

void sk_text_buffer_put(sk_text_buffer *buffer, const char *text) {
    for (; *text != '\0'; text++) sk_text_buffer_put_byte(buffer, *text);
}
