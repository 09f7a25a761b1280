/** What was drawn in a folder, of what, and what was said of it: FOLDER/.streekkaart/record.json.
 *
 *  A record that is missing, damaged or another version's says nothing of any drawing, and all is
 *  drawn anew. So does one that a killed run has not brought up to date: of a file that is not as
 * it was left, by its size and the time of its last change, the record tells nothing. */
#ifndef STREEKKAART_CLI_RECORD_RECORD_H
#define STREEKKAART_CLI_RECORD_RECORD_H

#include "cli/record/aspects.h"
#include "streekkaart/diag.h"
#include "streekkaart/output_folder.h"

/** The folder in that of the figures that holds the record. */
#define SK_RECORD_FOLDER ".streekkaart"

/** A file as it was left. */
typedef struct {
    const char *name;  /* from the folder on: "annex/fig-13.pdf" */
    const char *state; /* its size and the time of its last change; NULL: there is none */
} sk_drawn_file;

/** A drawing in one format, on as many files as it needs. */
typedef struct {
    const char *name; /* that of its first file */
    sk_aspects aspects;
    sk_status status;
    const char *shows; /* what the figure shows, for who cannot see it; or NULL */
    const sk_drawn_file *files;
    size_t file_count;
    const sk_finding *findings;
    size_t finding_count;
} sk_drawn;

typedef struct sk_record sk_record;

/** The record of the folder at that path; empty where there is none of use. In `arena`. */
sk_record *sk_record_read(const char *folder, sk_arena *arena);

/** The drawing of that name; NULL: nothing is known of it. Lent until the next change. */
const sk_drawn *sk_record_find(const sk_record *record, const char *name);
/** Notes a drawing in the place of the one of its name, if it had one; its texts and lists are kept
 *  as they are. */
void sk_record_put(sk_record *record, const sk_drawn *drawn);
/** Forgets the drawing of that name. */
void sk_record_drop(sk_record *record, const char *name);

/** Writes the record into its folder, where anything has changed. */
SK_CHECKED sk_status sk_record_write(sk_record *record, const sk_output_folder *folder,
                                     sk_diag *diag);

/** The file called `name` in the folder as it is; NULL: there is none. In `arena`. */
const char *sk_drawn_file_state(const char *folder, const char *name, sk_arena *arena);

/** Why the drawing must be made again, of `now`, in the folder at that path: NULL when it is as it
 *  would be made. `drawn` may be NULL. In `arena`, or static. */
const char *sk_drawn_change(const sk_drawn *drawn, const sk_aspects *now, const char *folder,
                            sk_arena *arena);

#endif
