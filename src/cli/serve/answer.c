#include "cli/serve/answer.h"

#include <string.h>

/* Only pages of this server may show or read what it sends, and what is drawn anew is asked for
 * anew. */
static void put_fields(sk_http_response *answer, const char *type) {
    (void)MHD_add_response_header(answer, MHD_HTTP_HEADER_CONTENT_TYPE, type);
    (void)MHD_add_response_header(answer, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    (void)MHD_add_response_header(answer, "X-Content-Type-Options", "nosniff");
    (void)MHD_add_response_header(answer, "Cross-Origin-Resource-Policy", "same-origin");
    (void)MHD_add_response_header(answer, "Content-Security-Policy", "frame-ancestors 'self'");
}

sk_http_result sk_answer_send(sk_http_connection *to, unsigned status, sk_http_response *answer,
                              const char *type) {
    if (answer == NULL) return MHD_NO;
    put_fields(answer, type);
    sk_http_result sent = MHD_queue_response(to, status, answer);
    MHD_destroy_response(answer);
    return sent;
}

sk_http_result sk_answer_refuse(sk_http_connection *to, unsigned status, const char *text) {
    sk_http_response *answer =
        MHD_create_response_from_buffer(strlen(text), (void *)text, MHD_RESPMEM_PERSISTENT);
    if (answer != NULL && status == MHD_HTTP_METHOD_NOT_ALLOWED)
        (void)MHD_add_response_header(answer, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
    return sk_answer_send(to, status, answer, "text/plain; charset=utf-8");
}

sk_http_result sk_answer_page(sk_http_connection *to, sk_page_text page) {
    if (page.bytes == NULL) return MHD_NO;
    sk_http_response *answer =
        MHD_create_response_from_buffer(page.length, page.bytes, MHD_RESPMEM_MUST_FREE);
    return sk_answer_send(to, MHD_HTTP_OK, answer, "text/html; charset=utf-8");
}
