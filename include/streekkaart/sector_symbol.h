/** The marks that stand for sectors in an overview of all of them. They differ in outline, so that
 *  they can be told apart without their colours. */
#ifndef STREEKKAART_SECTOR_SYMBOL_H
#define STREEKKAART_SECTOR_SYMBOL_H

/** A mark; the list of sectors names it by the word here, as in "truck". */
typedef enum {
    SK_SYMBOL_DISC, /* where the list of sectors names none */
    SK_SYMBOL_SQUARE,
    SK_SYMBOL_STAR,
    SK_SYMBOL_BAG,
    SK_SYMBOL_BOLT,
    SK_SYMBOL_BRIEFCASE,
    SK_SYMBOL_CROSS,
    SK_SYMBOL_DROP,
    SK_SYMBOL_FACTORY,
    SK_SYMBOL_FLASK,
    SK_SYMBOL_GEM,
    SK_SYMBOL_HOUSE,
    SK_SYMBOL_LAYERS,
    SK_SYMBOL_LEAF,
    SK_SYMBOL_NUT,
    SK_SYMBOL_PALETTE,
    SK_SYMBOL_SCREEN,
    SK_SYMBOL_SHIRT,
    SK_SYMBOL_TENT,
    SK_SYMBOL_TRUCK,
    SK_SYMBOL_WHEAT,
    SK_SYMBOL_COUNT,
} sk_sector_symbol;

#endif
