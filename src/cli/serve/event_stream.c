#include "cli/serve/event_stream.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A browser passes over a beat, by which it shows that nobody listens any longer. */
enum { BEAT_SECONDS = 3, BLOCK_BYTES = 4096 };

typedef struct {
    sk_shown_files *files;
    sk_arena *arena; /* of the text, which a wait begins anew */
    const char *text, *since;
} listener;

static void listener_free(void *context) {
    listener *l = context;
    sk_arena_free(l->arena);
    free(l);
}

/* "id: MOMENT", which the next event goes on from. */
static const char *moment_of(const char *event, sk_arena *arena) {
    const char *id = event + strlen("id: ");
    return sk_arena_string_n(arena, id, strcspn(id, "\n"));
}

static void next_text(listener *l) {
    sk_arena *arena = sk_arena_create();
    const char *event = sk_shown_files_event(l->files, l->since, BEAT_SECONDS, arena);
    l->since = event == NULL ? sk_arena_string(arena, l->since) : moment_of(event, arena);
    l->text = event == NULL ? ":\n\n" : event;
    sk_arena_free(l->arena);
    l->arena = arena;
}

static ssize_t stream_events(void *context, uint64_t position, char *bytes, size_t most) {
    (void)position;
    listener *l = context;
    if (*l->text == '\0') next_text(l);
    if (sk_shown_files_stopped(l->files)) return MHD_CONTENT_READER_END_OF_STREAM;
    size_t length = strlen(l->text);
    if (length > most) length = most;
    memcpy(bytes, l->text, length);
    l->text += length;
    return (ssize_t)length;
}

/* A browser that was cut off says itself how far it was. */
sk_http_result sk_event_stream_send(sk_http_connection *to, sk_shown_files *files) {
    const char *since = MHD_lookup_connection_value(to, MHD_HEADER_KIND, "Last-Event-ID");
    if (since == NULL) since = MHD_lookup_connection_value(to, MHD_GET_ARGUMENT_KIND, "since");
    listener *l = sk_heap_array(1, sizeof *l);
    *l = (listener){files, sk_arena_create(), "retry: 1000\n\n", NULL};
    l->since = sk_arena_string(l->arena, since == NULL ? "" : since);
    sk_http_response *answer = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK_BYTES,
                                                                 stream_events, l, listener_free);
    if (answer == NULL) listener_free(l);
    return sk_answer_send(to, MHD_HTTP_OK, answer, "text/event-stream");
}
