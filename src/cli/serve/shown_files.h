/** The files that a browser is shown, and which of them were drawn since it last looked. */
#ifndef STREEKKAART_CLI_SERVE_SHOWN_FILES_H
#define STREEKKAART_CLI_SERVE_SHOWN_FILES_H

#include <stdbool.h>

#include "streekkaart/memory.h"

/** Any thread may tell and ask. */
typedef struct sk_shown_files sk_shown_files;

/** Those below `folder`, none yet. The caller's, until sk_shown_files_free(). */
sk_shown_files *sk_shown_files_create(const char *folder);
void sk_shown_files_free(sk_shown_files *files);

/** There is a file at that path, which is another one from now on where it was just drawn. One that
 *  does not lie below the folder is nobody's concern. */
void sk_shown_files_tell(sk_shown_files *files, const char *path, bool drawn);

/** The URL's path of the gallery: "/index.html", before another one was told. In the arena. */
const char *sk_shown_files_gallery(sk_shown_files *files, sk_arena *arena);

/** The URLs' paths of the figures, in the order in which they were told: of each the file that a
 *  browser shows best. In the arena. */
sk_string_list sk_shown_files_figures(sk_shown_files *files, sk_arena *arena);

/** The moment that is now. In the arena. */
const char *sk_shown_files_moment(sk_shown_files *files, sk_arena *arena);

/** What has become of the files since a moment, as an event of a stream (WHATWG HTML, 9.2): its id
 *  is the moment that is now, its data an array in JSON of the URLs' paths of what is another file,
 *  with "/" where the page of all of them may be; or null where the moment is none of this run.
 *  Waits for it up to `most_seconds`; NULL: nothing has happened. In the arena. */
const char *sk_shown_files_event(sk_shown_files *files, const char *since, int most_seconds,
                                 sk_arena *arena);

/** From now on nobody waits. */
void sk_shown_files_stop(sk_shown_files *files);
bool sk_shown_files_stopped(sk_shown_files *files);

#endif
