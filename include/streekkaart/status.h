/** What a function tells the program: how it went. What a reader needs to know goes into a sk_diag.
 */
#ifndef STREEKKAART_STATUS_H
#define STREEKKAART_STATUS_H

/** How it went; the program turns it into its exit status. */
typedef enum {
    SK_OK,
    SK_ERR_DATA,        /* a file of the project is wrong:  exit status 1 */
    SK_ERR_USAGE,       /* the command line is wrong:       exit status 2 */
    SK_ERR_ENVIRONMENT, /* no disk, no font, no memory:     exit status 3 */
} sk_status;

/** The compiler warns when what the function returns is not looked at. */
#define SK_CHECKED __attribute__((warn_unused_result))
/** The compiler checks the arguments against the format. */
#define SK_PRINTF_LIKE(format_index, first_argument) \
    __attribute__((format(printf, format_index, first_argument)))

#endif
