#include "compose/furniture/legend_list.h"

#include <math.h>
#include <string.h>

#include "compose/drawing/symbols.h"

enum { LINES_MAX = 6 }; /* of an entry */

/* The list that is being written. */
typedef struct {
    const sk_composition *c;
    sk_legend_manner manner;
    sk_legend_list out;
} writer;

bool sk_legend_entry_is_heading(const sk_legend_entry *entry) {
    return entry->mark.symbol == SK_LEGEND_NONE;
}

const sk_text_style *sk_legend_entry_style(const sk_style_sheet *style,
                                           const sk_legend_entry *entry) {
    return sk_legend_entry_is_heading(entry) ? &style->legend.heading : &style->legend.entry;
}

double sk_legend_entry_indent(const sk_style_sheet *style, const sk_legend_entry *entry) {
    return sk_legend_entry_is_heading(entry)
               ? 0
               : sk_legend_symbol_width(style) + style->legend.text_gap_mm;
}

static sk_legend_text set_text(const writer *w, const sk_legend_entry *entry, const char *text) {
    const sk_drawing *d = w->c->drawing;
    double indent = sk_legend_entry_indent(d->style, entry);
    const sk_text_style *type = sk_legend_entry_style(d->style, entry);
    const sk_wrap_limits most = {w->manner.most_mm - indent, LINES_MAX};
    sk_legend_text out = {0};
    out.count = sk_typesetter_wrap(d->typesetter, text, type, most, d->arena, &out.lines);
    for (size_t i = 0; i < out.count; i++)
        out.width_mm =
            fmax(out.width_mm,
                 indent + sk_typesetter_measure(d->typesetter, out.lines[i], type).width_mm);
    return out;
}

/* All entries are at least as high as a disc, so that they line up across the columns. */
static double height_of(const writer *w, const sk_legend_entry *entry, const sk_legend_text *text) {
    const sk_style_sheet *style = w->c->drawing->style;
    double least = sk_legend_entry_is_heading(entry) ? 0 : style->legend.disc_mm;
    double height = (double)text->count * sk_line_spacing(sk_legend_entry_style(style, entry));
    return fmax(fmax(height, least), sk_legend_symbol_height(style, entry->mark.symbol));
}

static sk_legend_entry *add_marked(writer *w, sk_legend_mark mark, const char *key,
                                   const char *text) {
    const sk_drawing *d = w->c->drawing;
    sk_legend_entry *entry = &w->out.rows[w->out.count++];
    *entry = (sk_legend_entry){.key = key, .mark = mark};
    entry->text = set_text(w, entry, text);
    entry->height_mm = height_of(w, entry, &entry->text);
    if (!sk_legend_entry_is_heading(entry)) return entry;
    const char *again = sk_arena_printf(d->arena, "%s %s", text, d->words->table.continued);
    entry->repeated = set_text(w, entry, again);
    entry->repeated_mm = height_of(w, entry, &entry->repeated);
    return entry;
}

static void add_row(writer *w, sk_legend_symbol symbol, const char *key, const char *text) {
    add_marked(w, (sk_legend_mark){.symbol = symbol}, key, text);
}

/* A row about one feature. */
static void add_feature(writer *w, sk_legend_mark mark, const sk_feature *feature) {
    add_marked(w, mark, feature->id, feature->name)->feature = feature;
}

static bool has_sectors(const writer *w) {
    return w->c->map->figure->sectors.count > 1;
}

static bool is_of(const sk_feature *feature, const char *sector) {
    return strcmp(feature->sector, sector) == 0;
}

/* Of the rows of one sector, which a figure of several has more than once. */
static const char *key_of(const writer *w, const char *key, const char *sector) {
    return has_sectors(w) ? sk_arena_printf(w->c->drawing->arena, "%s-%s", key, sector) : key;
}

/* The names of the homes that chose the sector, or of parts of them; NULL where none did. */
static const char *choosers(const sk_composition *c, const char *sector, bool homes) {
    const char **names = SK_NEW_ARRAY(c->drawing->arena, const char *, c->map->chosen_count);
    size_t count = 0;
    for (size_t i = 0; i < c->map->chosen_count; i++) {
        const sk_region *region = c->map->chosen[i].region;
        if (strcmp(c->map->chosen[i].presence->sector, sector) == 0 &&
            sk_figure_map_is_home_level(c->map, region) == homes)
            names[count++] = sk_wording_region(c->drawing->words, region, c->drawing->arena);
    }
    return count > 0 ? sk_wording_list(names, count, c->drawing->arena) : NULL;
}

/* A row for each sign, whoever it stands for: two rows of one colour would tell nothing apart. */
static void add_chosen(writer *w, const char *sector, const char *name) {
    const sk_composition *c = w->c;
    const char *homes = choosers(c, sector, true), *parts = choosers(c, sector, false);
    if (homes == NULL && parts == NULL) return;
    add_row(w, SK_LEGEND_NONE, key_of(w, "chosen", sector),
            sk_wording_chosen_by(c->drawing->words, name, c->drawing->arena));
    if (homes != NULL) add_row(w, SK_LEGEND_HOME, key_of(w, "chosen-home", sector), homes);
    if (parts != NULL) add_row(w, SK_LEGEND_PART, key_of(w, "chosen-part", sector), parts);
}

static void add_all_chosen(writer *w) {
    const sk_figure_map *map = w->c->map;
    if (w->c->on_sheet != NULL) return; /* the sheet's table has them */
    for (size_t i = 0; i < map->figure->sectors.count; i++)
        add_chosen(w, map->figure->sectors.items[i], map->sectors[i]);
}

/* A point in several places stands in the list once. */
static bool listed_before(const sk_figure_map *map, size_t index) {
    return index > 0 && map->points[index - 1].feature == map->points[index].feature;
}

/* By number; those without one last, in the catalogue's order. */
static void add_points(writer *w, const char *sector) {
    const sk_figure_map *map = w->c->map;
    int highest = 0;
    for (size_t i = 0; i < map->point_count; i++)
        if (map->points[i].number > highest) highest = map->points[i].number;
    for (int number = 1; number <= highest + 1; number++)
        for (size_t i = 0; i < map->point_count; i++) {
            const sk_map_point *point = &map->points[i];
            if (point->number != (number > highest ? 0 : number) || listed_before(map, i)) continue;
            if (!is_of(point->feature, sector)) continue;
            add_feature(w,
                        (sk_legend_mark){.symbol = SK_LEGEND_MARKER,
                                         .number = point->number,
                                         .own = point->feature->symbol,
                                         .colour = point->colour},
                        point->feature);
        }
}

static bool is_zone_of(const sk_map_zone *zone, sk_zone_class zone_class, sk_zone_ground ground) {
    return zone->feature->zone_class == zone_class && zone->ground == ground;
}

static bool has_zone(const sk_figure_map *map, sk_zone_class zone_class, sk_zone_ground ground) {
    for (size_t i = 0; i < map->zone_count; i++)
        if (is_zone_of(&map->zones[i], zone_class, ground)) return true;
    return false;
}

/* On a sheet the table has the letters, and of several sectors each has its own below its name. */
static bool lists_keys(const sk_composition *c) {
    return c->keyed && c->on_sheet == NULL && c->map->figure->sectors.count == 1;
}

static void add_key(writer *w, const sk_feature *feature) {
    const sk_composition *c = w->c;
    if (!sk_feature_is_first_of_key(c->map->keys, feature)) return;
    add_feature(w,
                (sk_legend_mark){.symbol = sk_legend_symbol_of_key(feature),
                                 .link_type = feature->link_type,
                                 .zone_class = feature->zone_class,
                                 .letters = sk_feature_key(c->map->keys, feature)},
                feature);
}

static void add_zone_keys(writer *w, sk_zone_class zone_class, sk_zone_ground ground,
                          const char *sector) {
    const sk_figure_map *map = w->c->map;
    for (size_t i = 0; i < map->zone_count; i++)
        if (is_zone_of(&map->zones[i], zone_class, ground) && is_of(map->zones[i].feature, sector))
            add_key(w, map->zones[i].feature);
}

static void add_link_keys(writer *w, sk_link_type type, const char *sector) {
    const sk_figure_map *map = w->c->map;
    const sk_feature *last = NULL;
    for (size_t i = 0; i < map->link_count; i++) {
        const sk_feature *feature = map->links[i].feature;
        if (feature->link_type == type && feature != last && is_of(feature, sector))
            add_key(w, feature);
        last = feature;
    }
}

/* What the sign stands for: "Zone: whole province"; of a class "Protected area (province)". */
static const char *zone_text(const sk_composition *c, sk_zone_class zone_class,
                             sk_zone_ground ground) {
    const sk_wording *words = c->drawing->words;
    sk_arena *arena = c->drawing->arena;
    const char *name = zone_class == 0 ? words->legend.zone : words->zone_classes[zone_class - 1];
    if (ground == SK_ZONE_OF_ITS_OWN) return name;
    sk_region_level level = SK_REGION_SMALLEST;
    for (size_t i = 0; i < c->map->zone_count; i++)
        if (is_zone_of(&c->map->zones[i], zone_class, ground) && c->map->zones[i].level > level)
            level = c->map->zones[i].level;
    if (zone_class == 0)
        return sk_wording_of_level(words, words->legend.zone_regions, level, arena);
    return sk_arena_printf(arena, "%s (%s)", name, words->levels[level].one);
}

/* Each kind of ground, with the letters of those that have it where letters stand for names. */
static void add_zones_of(writer *w, sk_zone_class zone_class) {
    const sk_drawing *d = w->c->drawing;
    static const struct {
        sk_zone_ground ground;
        const char *key;
    } rows[] = {{SK_ZONE_OF_ITS_OWN, "zone"},
                {SK_ZONE_OF_PARTS, "zone-part"},
                {SK_ZONE_OF_HOMES, "zone-home"}};
    const char *name = sk_style_zone(d->style, zone_class).zone_class;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (!has_zone(w->c->map, zone_class, rows[i].ground)) continue;
        const char *key =
            name == NULL ? rows[i].key : sk_arena_printf(d->arena, "%s-%s", rows[i].key, name);
        const sk_legend_mark mark = {.symbol = sk_legend_symbol_of_zone(rows[i].ground),
                                     .zone_class = zone_class};
        add_marked(w, mark, key, zone_text(w->c, zone_class, rows[i].ground));
        if (lists_keys(w->c))
            add_zone_keys(w, zone_class, rows[i].ground, w->c->map->figure->sectors.items[0]);
    }
}

/* Those of a project without classes have class 0. */
static void add_zones(writer *w) {
    for (sk_zone_class zone_class = 0; zone_class <= SK_ZONE_CLASSES_MAX; zone_class++)
        add_zones_of(w, zone_class);
}

static bool has_link(const sk_figure_map *map, sk_link_type type) {
    for (size_t i = 0; i < map->link_count; i++)
        if (map->links[i].feature->link_type == type) return true;
    return false;
}

/* The disc that stands for all points of the sector: one with a number where some have one, since
 * the disc without a number may be that of one actor; and with the project's symbol where all have
 * the same. */
static sk_legend_mark sample_marker(const sk_figure_map *map, const char *sector) {
    sk_legend_mark mark = {.symbol = SK_LEGEND_NONE};
    for (size_t i = 0; i < map->point_count; i++) {
        const sk_map_point *point = &map->points[i];
        if (!is_of(point->feature, sector)) continue;
        bool is_first = mark.symbol == SK_LEGEND_NONE;
        if (is_first) mark.own = point->feature->symbol;
        mark.symbol = SK_LEGEND_MARKER;
        mark.colour = point->colour;
        if (mark.number == 0) mark.number = point->number;
        if (point->feature->symbol != mark.own) mark.own = NULL;
    }
    if (mark.colour == 0 && mark.number > 0) mark.number = 1;
    return mark;
}

/* Of several sectors each disc has its sector's name. */
static void add_markers(writer *w) {
    const sk_figure_map *map = w->c->map;
    for (size_t i = 0; i < map->figure->sectors.count; i++) {
        const char *sector = map->figure->sectors.items[i];
        const sk_legend_mark mark = sample_marker(map, sector);
        if (mark.symbol == SK_LEGEND_NONE) continue;
        add_marked(w, mark, key_of(w, "point", sector),
                   has_sectors(w) ? map->sectors[i] : w->c->drawing->words->legend.point);
    }
}

static void add_links(writer *w, sk_link_type type) {
    const sk_composition *c = w->c;
    if (!has_link(c->map, type)) return;
    add_marked(w, (sk_legend_mark){.symbol = SK_LEGEND_LINK, .link_type = type},
               sk_link_type_name(c->drawing->style, type), c->drawing->words->link_kinds[type - 1]);
    if (lists_keys(c)) add_link_keys(w, type, c->map->figure->sectors.items[0]);
}

static void add_all_links(writer *w) {
    for (sk_link_type type = 1; type <= SK_LINK_KINDS_MAX; type++) add_links(w, type);
}

/* In the order of the letters. */
static void add_keys_of(writer *w, const char *sector) {
    for (sk_zone_class zone_class = 0; zone_class <= SK_ZONE_CLASSES_MAX; zone_class++)
        for (int ground = SK_ZONE_OF_ITS_OWN; ground <= SK_ZONE_OF_HOMES; ground++)
            add_zone_keys(w, zone_class, (sk_zone_ground)ground, sector);
    for (sk_link_type type = 1; type <= SK_LINK_KINDS_MAX; type++) add_link_keys(w, type, sector);
}

/* A section for each of several sectors: its points and the letters of its zones and links. */
static void add_sector(writer *w, const char *sector, const char *name) {
    size_t heading = w->out.count;
    add_row(w, SK_LEGEND_NONE, key_of(w, "sector", sector), name);
    if (w->manner.points_listed) add_points(w, sector);
    if (w->c->keyed) add_keys_of(w, sector);
    if (w->out.count == heading + 1) w->out.count = heading; /* nothing stands below it */
}

/* What is listed before the signs. */
static void add_features(writer *w) {
    const sk_figure_map *map = w->c->map;
    sk_string_list sectors = map->figure->sectors;
    if (has_sectors(w)) {
        for (size_t i = 0; w->c->on_sheet == NULL && i < sectors.count; i++)
            add_sector(w, sectors.items[i], map->sectors[i]);
    } else if (w->manner.points_listed && map->point_count > 0) {
        add_row(w, SK_LEGEND_NONE, "points", w->c->drawing->words->legend.points);
        add_points(w, sectors.items[0]);
    }
}

/* One section of all signs that are left; where letters are listed, one of zones and one of links.
 */
static void add_symbols(writer *w) {
    const sk_composition *c = w->c;
    const sk_figure_map *map = c->map;
    const sk_wording *words = c->drawing->words;
    bool marker = map->point_count > 0 && !w->manner.points_listed;
    if (!marker && map->zone_count == 0 && map->link_count == 0) return;
    if (!lists_keys(c) || marker) add_row(w, SK_LEGEND_NONE, "symbols", words->legend.symbols);
    if (marker) add_markers(w);
    if (lists_keys(c) && map->zone_count > 0)
        add_row(w, SK_LEGEND_NONE, "zones", words->layer.zones);
    add_zones(w);
    if (lists_keys(c) && map->link_count > 0)
        add_row(w, SK_LEGEND_NONE, "links", words->layer.links);
    add_all_links(w);
}

static bool is_key(const sk_legend_entry *entry) {
    return entry->mark.letters != NULL;
}

bool sk_legend_entry_leads(const sk_legend_list *list, size_t index) {
    return index + 1 < list->count && !is_key(&list->rows[index]) && is_key(&list->rows[index + 1]);
}

sk_legend_list sk_legend_list_of(const sk_composition *c, sk_legend_manner manner) {
    const size_t sectors = c->map->figure->sectors.count, grounds = 3;
    const size_t headings = 4 + 2 * sectors, chosen = 2 * sectors;
    const size_t signs = sectors + grounds * (1 + SK_ZONE_CLASSES_MAX) + SK_LINK_KINDS_MAX;
    size_t features = c->map->point_count + c->map->zone_count + c->map->link_count;
    writer w = {.c = c, .manner = manner};
    w.out.rows =
        SK_NEW_ARRAY(c->drawing->arena, sk_legend_entry, headings + chosen + signs + features);
    add_all_chosen(&w);
    add_features(&w);
    add_symbols(&w);
    return w.out;
}
