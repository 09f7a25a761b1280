#include "cli/serve/server.h"

#include <microhttpd.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/serve/answer.h"
#include "cli/serve/event_stream.h"
#include "cli/serve/loopback.h"
#include "cli/serve/page.h"
#include "cli/serve/served_file.h"
#include "cli/serve/shown_files.h"

struct sk_server {
    sk_arena *arena;
    const char *folder, *address;
    bool gallery;
    sk_shown_files *files;
    struct MHD_Daemon *daemon;
};

/* A browser opens six connections to a server. A reader who stands still is left alone. */
enum { MOST_CONNECTIONS = 100, PATIENCE_SECONDS = 20 };

/* What is asked for, at a moment: what is drawn while it is looked up is told after that. */
typedef struct {
    sk_http_connection *from;
    const sk_server *server;
    sk_arena *arena;
    const char *moment;
} question;

static sk_http_result send_file(const question *q, const sk_served_file *file) {
    if (strncmp(file->type, "text/html", strlen("text/html")) == 0) {
        sk_page_text page = sk_page_followed(file->descriptor, (size_t)file->bytes, q->moment);
        close(file->descriptor);
        return sk_answer_page(q->from, page);
    }
    sk_http_response *answer =
        MHD_create_response_from_fd64((uint64_t)file->bytes, file->descriptor);
    if (answer == NULL) close(file->descriptor);
    return sk_answer_send(q->from, MHD_HTTP_OK, answer, file->type);
}

static sk_http_result send_figures(const question *q) {
    const sk_string_list figures = sk_shown_files_figures(q->server->files, q->arena);
    return sk_answer_page(q->from, sk_page_of_figures(figures, q->moment));
}

/* As long as there is no gallery, its place is taken by the figures that there are. */
static sk_http_result send_first_page(const question *q) {
    if (!q->server->gallery) return send_figures(q);
    const char *path = sk_shown_files_gallery(q->server->files, q->arena);
    const sk_served_file file = sk_served_file_open(q->server->folder, path);
    return file.descriptor < 0 ? send_figures(q) : send_file(q, &file);
}

static sk_http_result send_path(const question *q, const char *path) {
    if (strcmp(path, "/") == 0) return send_first_page(q);
    if (strcmp(path, "/.drawn") == 0) return sk_event_stream_send(q->from, q->server->files);
    const sk_served_file file = sk_served_file_open(q->server->folder, path);
    if (file.descriptor < 0)
        return sk_answer_refuse(q->from, MHD_HTTP_NOT_FOUND, "There is no such drawing.\n");
    return send_file(q, &file);
}

static sk_http_result send_asked(sk_http_connection *from, const sk_server *server,
                                 const char *path) {
    question q = {.from = from, .server = server, .arena = sk_arena_create()};
    q.moment = sk_shown_files_moment(server->files, q.arena);
    sk_http_result sent = send_path(&q, path);
    sk_arena_free(q.arena);
    return sent;
}

/* It is called with the fields, then for what else the client sends, which nobody reads, and once
 * more at the end. */
static sk_http_result take_request(void *context, sk_http_connection *from, const char *path,
                                   const char *method, const char *version, const char *body,
                                   size_t *body_bytes, void **state) {
    (void)version, (void)body;
    const sk_server *server = context;
    const char *host = MHD_lookup_connection_value(from, MHD_HEADER_KIND, MHD_HTTP_HEADER_HOST);
    if (!sk_loopback_is_host(host))
        return sk_answer_refuse(from, MHD_HTTP_FORBIDDEN, "This is only for http://127.0.0.1.\n");
    if (strcmp(method, MHD_HTTP_METHOD_GET) != 0 && strcmp(method, MHD_HTTP_METHOD_HEAD) != 0)
        return sk_answer_refuse(from, MHD_HTTP_METHOD_NOT_ALLOWED, "There is only to read here.\n");
    bool is_whole = *state != NULL && *body_bytes == 0;
    if (is_whole) return send_asked(from, server, path);
    *state = context;
    *body_bytes = 0;
    return MHD_YES;
}

/* Where a %2F is part of a name, only who takes the path apart can see. */
static size_t leave_escapes(void *context, sk_http_connection *of, char *text) {
    (void)context, (void)of;
    return strlen(text);
}

static struct MHD_Daemon *start(sk_server *server, int socket) {
    enum { MEMORY_BYTES = 32 * 1024 };
    return MHD_start_daemon(
        MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION, 0, NULL,
        NULL, take_request, server, MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)MOST_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)PATIENCE_SECONDS,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MEMORY_BYTES, MHD_OPTION_UNESCAPE_CALLBACK,
        leave_escapes, NULL, MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, MHD_OPTION_END);
}

sk_server *sk_server_open(const sk_server_request *request, sk_diag *diag) {
    int port = request->port, socket = sk_loopback_listen(&port, diag);
    if (socket < 0) return NULL;
    sk_arena *arena = sk_arena_create();
    sk_server *server = SK_NEW(arena, sk_server);
    *server = (sk_server){.arena = arena,
                          .folder = sk_arena_string(arena, request->folder),
                          .address = sk_arena_printf(arena, "http://127.0.0.1:%d/", port),
                          .gallery = request->gallery,
                          .files = sk_shown_files_create(request->folder)};
    server->daemon = start(server, socket);
    if (server->daemon != NULL) return server;
    sk_diag_error(diag, (sk_place){.file = "--serve"},
                  "raise the limits of threads and open files (ulimit), or leave it out",
                  "no server can be started");
    close(socket);
    sk_server_close(server);
    return NULL;
}

void sk_server_close(sk_server *server) {
    if (server == NULL) return;
    sk_shown_files_stop(server->files);
    if (server->daemon != NULL) MHD_stop_daemon(server->daemon);
    sk_shown_files_free(server->files);
    sk_arena_free(server->arena);
}

const char *sk_server_address(const sk_server *server) {
    return server->address;
}

void sk_server_tell(sk_server *server, const char *path, bool drawn) {
    sk_shown_files_tell(server->files, path, drawn);
}
