/** What was drawn in a folder, of what, and what was said of it: FOLDER/.streekkaart/record.json,
 * and for a part of the annex FOLDER/.streekkaart/part-2/record.json.
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
/** What the folders in it begin with that hold the records of parts; the number follows. */
#define SK_RECORD_PART "part-"

/** A file as it was left. */
typedef struct {
    const char *name;  /* from the folder on: "annex/fig-13.pdf" */
    const char *state; /* its size and the time of its last change; NULL: there is none */
    const char *sum;   /* of its bytes, which a copy has too; NULL: it was not taken */
} sk_drawn_file;

/** What a figure shows, as other files tell it. */
typedef struct {
    const char *description; /* for who cannot see it; NULL when nothing was drawn */
    bool keyed;              /* by letters for zones and links */
} sk_shown;

/** A drawing in one format, on as many files as it needs. */
typedef struct {
    const char *name; /* that of its first file */
    sk_aspects aspects;
    sk_status status;
    sk_shown shows; /* of a figure; else nothing */
    const sk_drawn_file *files;
    size_t file_count;
    const sk_finding *findings;
    size_t finding_count;
} sk_drawn;

typedef struct sk_record sk_record;

/** The folder of the part's record, in SK_RECORD_FOLDER: "part-2". NULL: it is of the whole. */
const char *sk_record_part_name(sk_shard part, sk_arena *arena);

/** The record of the figures in the folder at that path, or of a part of them; empty where there is
 *  none of use. In `arena`. */
sk_record *sk_record_read(const char *folder, sk_shard part, sk_arena *arena);

/** Which part the record is of, and of how many, as it was read; of none where there was none. */
sk_shard sk_record_part(const sk_record *record);

/** The drawing of that name; NULL: nothing is known of it. Lent until the next change. */
const sk_drawn *sk_record_find(const sk_record *record, const char *name);
/** Notes a drawing in the place of the one of its name, if it had one; its texts and lists are kept
 *  as they are. */
void sk_record_put(sk_record *record, const sk_drawn *drawn);
/** Forgets the drawing of that name. */
void sk_record_drop(sk_record *record, const char *name);

/** Writes the record into its folder, as that of the part, where anything has changed. */
SK_CHECKED sk_status sk_record_write(sk_record *record, sk_shard part,
                                     const sk_output_folder *folder, sk_diag *diag);

/** The file called `name` in the folder as it is; NULL: there is none. In `arena`. */
const char *sk_drawn_file_state(const char *folder, const char *name, sk_arena *arena);

/** A sum of the file's bytes. In `arena`. */
const char *sk_drawn_file_sum(const char *folder, const char *name, sk_arena *arena);

/** Why the drawing must be made again, of `now`, in the folder at that path: NULL when it is as it
 *  would be made. `drawn` may be NULL. In `arena`, or static. */
const char *sk_drawn_change(const sk_drawn *drawn, const sk_aspects *now, const char *folder,
                            sk_arena *arena);

#endif
