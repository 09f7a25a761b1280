/** A name put where a pin says, in the form of the option that lies nearest to that place. */
#ifndef STREEKKAART_COMPOSE_NAMES_LABEL_PIN_H
#define STREEKKAART_COMPOSE_NAMES_LABEL_PIN_H

#include "compose/names/label_set.h"

/** The middle of the upright box around the option's text: what a pin counts to. */
sk_page_point sk_label_option_middle(const sk_drawing *d, const sk_label_option *option);

/** Fills *out; false when there is no option, or when the name would stick out of the frame, which
 *  is reported. */
bool sk_label_pin_apply(const sk_composition *c, const sk_pin *pin, sk_page_point anchor,
                        const sk_label_option *options, size_t count, sk_label_option *out);

#endif
