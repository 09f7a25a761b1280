/** How well a name says what it names, and whether that is well enough: the rules by which a reader
 *  can tell whose a name is. Where they can't be kept for all zones and links, letters stand for
 *  their names (see key_names.c). */
#ifndef STREEKKAART_COMPOSE_NAMES_NAME_RULES_H
#define STREEKKAART_COMPOSE_NAMES_NAME_RULES_H

#include "compose/names/label_set.h"

/** Measures a placed label; a town's name, or a point's, by its leader alone. */
sk_name_measures sk_name_measure(const sk_composition *c, const sk_label_spec *spec,
                                 const sk_label_option *option);

/** The least distance from the letters to the line, where that is no more than `most_mm`; else more
 *  than that, or infinite. */
double sk_name_to_line(const sk_shape_list *text, const sk_polyline *line, double most_mm);

/** True where a link passes between what the name names and its place. */
bool sk_name_is_parted(const sk_label_spec *spec, const sk_label_option *option);

/** What of the rules the name breaks; NULL where it keeps them all. */
const char *sk_name_fault(const sk_name_measures *measures);

/** True for lines that have a letter in common, or are one line: where both run, the letter is not
 *  another link's. */
bool sk_drawn_links_share_letter(const sk_composition *c, const sk_drawn_link *a,
                                 const sk_drawn_link *b);

#endif
