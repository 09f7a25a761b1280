/** What a client is sent, by libmicrohttpd. */
#ifndef STREEKKAART_CLI_SERVE_ANSWER_H
#define STREEKKAART_CLI_SERVE_ANSWER_H

#include <microhttpd.h>

#include "cli/serve/page.h"

typedef struct MHD_Connection sk_http_connection;
typedef struct MHD_Response sk_http_response;
/** MHD_NO: the connection is cut. */
typedef enum MHD_Result sk_http_result;

/** Sends an answer of that status and media type, and lets go of it. NULL: there was no memory for
 *  it. */
sk_http_result sk_answer_send(sk_http_connection *to, unsigned status, sk_http_response *answer,
                              const char *type);

/** Sends a line of text, which must last. */
sk_http_result sk_answer_refuse(sk_http_connection *to, unsigned status, const char *text);

/** Sends the page, and frees it. */
sk_http_result sk_answer_page(sk_http_connection *to, sk_page_text page);

#endif
