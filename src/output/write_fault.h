/** What a file or folder could not be written for, told with its remedy. */
#ifndef STREEKKAART_OUTPUT_WRITE_FAULT_H
#define STREEKKAART_OUTPUT_WRITE_FAULT_H

#include "streekkaart/diag.h"

/** Reports that `path` cannot be written; `failure` is an errno. */
void sk_write_fault_file(sk_diag *diag, const char *path, int failure);
/** Reports that nothing can be written in the folder `path`. */
void sk_write_fault_folder(sk_diag *diag, const char *path, int failure);

#endif
