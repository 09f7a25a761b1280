/** Numbers as spreadsheets store them, as people write them. */
#ifndef STREEKKAART_LOAD_SHEETS_CELL_NUMBER_H
#define STREEKKAART_LOAD_SHEETS_CELL_NUMBER_H

#include <stdbool.h>

#include "streekkaart/memory.h"

/** "4.41E+0" as "4.41", "51.215000000000003" as "51.215", "1.0E+15" as "1000000000000000"; what is
 *  no number as it is. The arena's. */
const char *sk_cell_number(sk_arena *arena, const char *stored);

/** A number of days as the date that it stands for: "2013-05-01", with the time where it has one.
 *  `from_1904` is how spreadsheets that began on a Macintosh count. What is no date is a number. */
const char *sk_cell_date(sk_arena *arena, const char *stored, bool from_1904);

/** True for the format of a cell that shows a date: "dd\-mm\-yyyy". */
bool sk_cell_format_is_date(const char *format);

/** True for one of the formats that have a number instead of a text. */
bool sk_cell_builtin_is_date(long number);

#endif
