/** The time that OGR writes into files: the same input is to give the same bytes. */
#ifndef STREEKKAART_LOAD_FILES_OGR_DATE_H
#define STREEKKAART_LOAD_FILES_OGR_DATE_H

/** From here to sk_ogr_date_release() this thread's files get the time of SOURCE_DATE_EPOCH, or of
 *  1970 where that is not set. */
void sk_ogr_date_fix(void);
void sk_ogr_date_release(void);

#endif
