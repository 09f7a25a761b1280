/** What is drawn, told to a browser as it happens. */
#ifndef STREEKKAART_CLI_SERVE_EVENT_STREAM_H
#define STREEKKAART_CLI_SERVE_EVENT_STREAM_H

#include "cli/serve/answer.h"
#include "cli/serve/shown_files.h"

/** Sends the events of sk_shown_files_event() from the moment on that the client names, by
 *  Last-Event-ID or by `since` in its query, until it goes or the files are stopped. It waits
 * within the thread of its connection. */
sk_http_result sk_event_stream_send(sk_http_connection *to, sk_shown_files *files);

#endif
