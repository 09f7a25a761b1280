/** A scene: what was decided about a page, in millimetres, for any format.
 *
 *  Layers from back to front, each of groups, each of items. A group is one feature (or one piece
 *  of furniture) and becomes one object that a designer can take hold of. A scene knows no file
 *  format and no library; a renderer draws it as it is and decides nothing. All memory is the
 * arena's that the scene was built in. */
#ifndef STREEKKAART_SCENE_H
#define STREEKKAART_SCENE_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/geometry.h"
#include "streekkaart/graphic_style.h"
#include "streekkaart/memory.h"
#include "streekkaart/typesetter.h"

/** What a group stands for. */
typedef enum {
    SK_ROLE_NONE,
    SK_ROLE_REGION,
    SK_ROLE_ZONE,
    SK_ROLE_LINK,
    SK_ROLE_MARKER,
    SK_ROLE_LEADER,
    SK_ROLE_LABEL,
    SK_ROLE_TOWN,
    SK_ROLE_FURNITURE,
    SK_ROLE_COUNT,
} sk_role;

/** As files call it; NULL for none. */
const char *sk_role_name(sk_role role);
/** The role of that name; none for NULL or an unknown name. */
sk_role sk_role_find(const char *name);

/** The steps that a path is made of. */
typedef enum {
    SK_SEGMENT_MOVE,
    SK_SEGMENT_LINE,
    SK_SEGMENT_CURVE,
    SK_SEGMENT_CLOSE
} sk_segment_kind;

/** MOVE and LINE use points[0]; CURVE is a cubic Bezier with controls [0], [1] and end [2]. */
typedef struct {
    sk_segment_kind kind;
    sk_page_point points[3];
} sk_segment;

/** Lines and curves, one after the other; grows in an arena. */
typedef struct {
    sk_segment *segments;
    size_t count, capacity;
} sk_path;

/** How a shape is painted: filled (even-odd), then stroked. Alpha 0 or width 0 leaves it out. */
typedef struct {
    const char *class_name; /* what a legend would call it: "zone", "link-casing"; or NULL */
    sk_colour fill;
    sk_stroke line;
    bool round_caps; /* round caps and joins; else butt caps and mitred joins, limit 4 */
} sk_paint;

/** How an item is painted. */
typedef enum { SK_ITEM_PATH, SK_ITEM_CIRCLE, SK_ITEM_TEXT } sk_item_kind;
/** Which point of a line of text its place is about. */
typedef enum { SK_ANCHOR_START, SK_ANCHOR_MIDDLE, SK_ANCHOR_END } sk_text_anchor;

/** One line of a text. `baseline` is where its anchor stands; `width_mm` its advance width. */
typedef struct {
    const char *utf8;
    sk_page_point baseline;
    double width_mm;
} sk_text_line;

/** One label: its lines are one object. The halo is painted under all of them. */
typedef struct {
    const char *class_name; /* as a paint's: "town-name"; or NULL */
    sk_text_line *lines;
    size_t line_count;
    const sk_line_end *ends; /* of each line; NULL: not known, and no hyphen was added */
    sk_text_anchor anchor;
    sk_text_style style;
    double rotation_deg;   /* clockwise on the page, about the first line's baseline point */
    const sk_path *along;  /* when not NULL: the single line runs along this path, */
    double along_start_mm; /* beginning (or centred, by `anchor`) this far from its start */
} sk_text;

/** A piece of a group that is of interest by itself, such as a row of the legend: its items follow
 *  each other, and stay one object in the group. */
typedef struct {
    const char *id;         /* unique on the page; a valid XML id */
    const char *feature_id; /* the catalogue's, or NULL */
    const char *title;      /* for a reader; or NULL */
} sk_part;

/** What a group is to somebody who has the page read to them. */
typedef enum {
    SK_TAG_FIGURE,   /* a part of the picture, which the page's description stands for */
    SK_TAG_HEADING,  /* of the page */
    SK_TAG_TEXT,     /* a paragraph, or a heading within the page */
    SK_TAG_HEAD_ROW, /* of a table: its items say which cell they are in */
    SK_TAG_ROW,
    SK_TAG_ENTRY,    /* of the contents */
    SK_TAG_ARTIFACT, /* of no meaning by itself, such as a page's number */
} sk_tag;

/** What an item is in its group. */
typedef enum {
    SK_USE_PLAIN,     /* what the group is about: a line, an area, letters, a symbol */
    SK_USE_CASING,    /* the rim under a line or a symbol, which sets it off from the map */
    SK_USE_DISC,      /* a point's, its number or dot on it */
    SK_USE_ARROWHEAD, /* of a link: its tip, a barb, the notch between the barbs, the other barb */
    SK_USE_START_DOT, /* where a link begins in the middle of a region */
    SK_USE_PLACE_DOT, /* where a leader ends */
    SK_USE_TOWN_DOT,
} sk_item_use;

/** One thing that is painted. */
typedef struct {
    sk_item_kind kind;
    sk_item_use use;
    const sk_part *part; /* what the item belongs to within its group; or NULL */
    size_t cell; /* of a row of a table: 1, 2, ... for its cells; 0: what is in none, as a rule */
    union {
        struct {
            sk_path path;
            sk_paint paint;
        } path;
        struct {
            sk_page_point centre;
            double radius_mm;
            sk_paint paint;
        } circle;
        sk_text text;
    } as;
} sk_item;

/** One feature, or one piece of furniture: one object in a drawing program. */
typedef struct {
    const char *id;         /* unique on the page; a valid XML id */
    const char *item;       /* what it was called when it got this id: so pins name it */
    const char *feature_id; /* the catalogue's, or NULL */
    sk_role role;
    const char *kind;    /* "zone", "infrastructural", "point" ...; or NULL */
    const char *title;   /* for a reader; or NULL */
    const char *source;  /* Bron document; or NULL */
    const char *link;    /* the anchor, on any page of the document, that it leads to; or NULL */
    const char *anchor;  /* what links call this place; or NULL */
    bool movable;        /* a hand may move it, which a pin keeps: */
    double dx_mm, dy_mm; /* the pin that would hold it where it stands */
    const sk_page_box *clip;
    const sk_part *part; /* of the items that are appended next */
    sk_tag tag;
    size_t cell; /* of the items that are appended next */
    sk_item *items;
    size_t count, capacity;
} sk_group;

/** One layer of the page, as a designer sees it in the list of layers. */
typedef struct {
    const char *name;  /* "zones" */
    const char *id;    /* "layer-zones" */
    const char *label; /* "Zones": what a designer sees in the layer list */
    const sk_page_box *clip;
    sk_group **groups;
    size_t count, capacity;
} sk_layer;

/** One page. */
typedef struct {
    double width_mm, height_mm;
    sk_colour paper;
    const char *title, *author, *subject, *language; /* for the file's metadata */
    const char *description; /* what the picture shows, for who cannot see it; or NULL */
    const char *font_family;
    const sk_georeference *georeference; /* of the map; NULL: the page has none */
    int figure;                          /* the number of the figure; 0: none */
    int sheet_page; /* the page of the figure's annex sheet that this is; 0: none of it */
    sk_layer **layers;
    size_t count, capacity;
    sk_arena *arena;
    struct sk_id_set *ids; /* that layers and groups have taken */
} sk_scene;

/** An empty page, in `arena`. */
sk_scene *sk_scene_create(sk_arena *arena, double width_mm, double height_mm);
/** Appends a layer in front of the others; the texts are copied. */
sk_layer *sk_scene_layer(sk_scene *scene, const char *name, const char *label,
                         const sk_page_box *clip);
/** Appends an empty group to `layer`; the id is copied, and made valid and unique on the page (as a
 *  layer's is). base/page_id.h makes ids. */
sk_group *sk_scene_group(sk_scene *scene, sk_layer *layer, const char *id, sk_role role);
/** Notes that a hand may move the group, and the pin that would hold it where it stands. */
void sk_scene_movable(sk_group *group, double dx_mm, double dy_mm);
/** Begins a part of `group`: the items that are appended next belong to it, until the next part
 *  begins. The id is copied, and made valid and unique on the page. */
sk_part *sk_scene_part(sk_scene *scene, sk_group *group, const char *id);
/** Appends an item to `group`. The path's segments, the text's lines and the class are copied;
 * characters that no format can hold become U+FFFD. The item is a plain one, unless its `use` is
 * set, and is valid until the next one is appended. A line's `width_mm` is what
 * sk_typesetter_measure() says: lines are placed by it.
 */
sk_item *sk_scene_path(sk_scene *scene, sk_group *group, const sk_path *path, sk_paint paint);
/** The same, with a circle. */
sk_item *sk_scene_circle(sk_scene *scene, sk_group *group, sk_page_point centre, double radius_mm,
                         sk_paint paint);
/** The same, with a label. */
sk_item *sk_scene_text(sk_scene *scene, sk_group *group, const sk_text *text);

/** Says of the page what is said of the other: its paper, its texts and fonts, its figure. */
void sk_scene_metadata_copy(sk_scene *scene, const sk_scene *from);

/** A copy of the page with all that is on it, in an arena of its own. */
sk_scene *sk_scene_copy(const sk_scene *from, sk_arena *arena);

/** Shows the first layers of `from` on `scene` too, at the same place, with the ids that they have;
 *  from now on neither changes them. Both are of one arena. */
void sk_scene_share(sk_scene *scene, const sk_scene *from, size_t layer_count);

/** Draws all of `from` on `scene`, in front of what is there, with its top left corner at `corner`.
 *  Everything is copied, its georeference with it; ids that `scene` has already are made unique. */
void sk_scene_append(sk_scene *scene, const sk_scene *from, sk_page_point corner);

/** Appends to a path that lives in `arena`. */
void sk_path_move(sk_arena *arena, sk_path *path, sk_page_point to);
/** Appends a straight line. */
void sk_path_line(sk_arena *arena, sk_path *path, sk_page_point to);
/** Appends a cubic Bezier. */
void sk_path_curve(sk_arena *arena, sk_path *path, sk_page_point control1, sk_page_point control2,
                   sk_page_point to);
/** Appends the way back to where the last move led. */
void sk_path_close(sk_arena *arena, sk_path *path);
/** Appends a closed box. */
void sk_path_box(sk_arena *arena, sk_path *path, sk_page_box box);
/** A box with half a circle at its left and its right end; a circle where `half_middle_mm`, half of
 *  what is straight, is 0. */
void sk_path_stadium(sk_arena *arena, sk_path *path, sk_page_point centre, double half_middle_mm,
                     double radius_mm);

/** The layer with that id, or NULL. */
const sk_layer *sk_scene_find_layer(const sk_scene *scene, const char *id);

#endif
