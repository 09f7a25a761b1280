/** What a browser takes a file for. */
#ifndef STREEKKAART_CLI_SERVE_CONTENT_TYPE_H
#define STREEKKAART_CLI_SERVE_CONTENT_TYPE_H

/** The media type of a file of that name, as HTTP names it (RFC 9110, 8.3); NULL: it is of no kind
 *  that is drawn, and not shown. */
const char *sk_content_type(const char *name);

#endif
