#include "load/style/style_keys.h"

#include <string.h>

#include "streekkaart/style_sheet.h"

#define FIELD(type, member) offsetof(type, member), sizeof(((type *)NULL)->member)
#define ROW(path, kind, member, help) \
    { path, kind, FIELD(sk_style_sheet, member), true, help }

static const sk_style_key stroke_parts[] = {
    {"colour", SK_STYLE_COLOUR, FIELD(sk_stroke, colour), true, "colour of the line"},
    {"width", SK_STYLE_LINE_WIDTH, FIELD(sk_stroke, width_mm), true, "width; 0 mm for no line"},
    {"dash", SK_STYLE_DASH, FIELD(sk_stroke, dash_mm), false, "lengths of dashes and gaps"},
};

static const sk_style_key text_parts[] = {
    {"size", SK_STYLE_TEXT_SIZE, FIELD(sk_text_style, size_mm), true, "size of the letters"},
    {"weight", SK_STYLE_WEIGHT, FIELD(sk_text_style, weight), true, "400 regular, 700 bold"},
    {"italic", SK_STYLE_FLAG, FIELD(sk_text_style, italic), false, "slanted letters"},
    {"tracking", SK_STYLE_SPACING, FIELD(sk_text_style, tracking_mm), false,
     "room added after each letter"},
    {"colour", SK_STYLE_COLOUR, FIELD(sk_text_style, colour), true, "colour of the letters"},
    {"halo", SK_STYLE_HALO, FIELD(sk_text_style, halo), false,
     "colour around the letters, or that of the ground"},
    {"halo_width", SK_STYLE_LENGTH, FIELD(sk_text_style, halo_mm), false, "how far the halo goes"},
    {"leading", SK_STYLE_NUMBER, FIELD(sk_text_style, leading), false,
     "from line to line, as a part of the size"},
};
_Static_assert(sizeof text_parts / sizeof text_parts[0] <= SK_STYLE_PARTS_MAX, "room for parts");

static const sk_style_key keys[] = {
    ROW("crs", SK_STYLE_CRS, crs, "projection of the map"),
    ROW("author", SK_STYLE_STRING, author, "author in the file's metadata"),
    ROW("language", SK_STYLE_STRING, language, "language of the words, as in styles/languages"),
    ROW("font.family", SK_STYLE_STRING, font_family, "family of all text"),
    ROW("font.package", SK_STYLE_STRING, font_package, "Debian package of the family"),

    ROW("page.width", SK_STYLE_PAGE_SIZE, page.width_mm, "width of a figure"),
    ROW("page.overview_width", SK_STYLE_PAGE_SIZE, page.overview_width_mm, "a map of all regions"),
    ROW("page.max_height", SK_STYLE_PAGE_SIZE, page.max_height_mm, "greatest height of a figure"),
    ROW("page.margin", SK_STYLE_LENGTH, page.margin_mm, "margin around the frame"),
    ROW("page.paper", SK_STYLE_COLOUR, page.paper, "colour of the paper"),

    ROW("frame.line", SK_STYLE_STROKE, frame.line, "neat line around the map"),
    ROW("frame.padding", SK_STYLE_LENGTH, frame.padding_mm, "from the neat line to the home"),
    ROW("frame.gap", SK_STYLE_LENGTH, frame.gap_mm, "from the neat line to what lies at it"),

    ROW("sea", SK_STYLE_COLOUR, sea, "the sea"),
    ROW("neighbour", SK_STYLE_COLOUR, neighbour, "neighbouring countries and regions"),
    ROW("elsewhere", SK_STYLE_COLOUR, elsewhere, "regions that the map is not about"),
    ROW("home", SK_STYLE_COLOUR, home, "the region that the map is about"),

    ROW("border.smallest", SK_STYLE_STROKE, border.smallest, "borders of the smallest level"),
    ROW("border.part", SK_STYLE_STROKE, border.part, "borders of levels between it and homes"),
    ROW("border.home", SK_STYLE_STROKE, border.home, "borders of the level that maps are about"),
    ROW("border.country", SK_STYLE_STROKE, border.country, "boundaries with neighbours"),
    ROW("border.coast", SK_STYLE_STROKE, border.coast, "the coast"),
    ROW("border.small_parcel", SK_STYLE_LENGTH, border.small_parcel_mm,
        "width below which a parcel has no band and a fine border"),
    ROW("border.small_ring", SK_STYLE_STROKE, border.small_ring, "border around such a parcel"),

    ROW("chosen.part_fill", SK_STYLE_COLOUR, chosen.part_fill,
        "a part of a home that chose the sector"),
    ROW("chosen.home_band", SK_STYLE_COLOUR, chosen.home_band,
        "band in a home that chose the sector"),
    ROW("chosen.band_width", SK_STYLE_LENGTH, chosen.band_width_mm, "width of that band"),
    ROW("chosen.overview_size", SK_STYLE_LENGTH, chosen.overview_size_mm,
        "size of a part's name on a map of all regions"),
    ROW("chosen.name", SK_STYLE_TEXT, chosen.name, "name of a part"),

    ROW("base.motorway_casing", SK_STYLE_STROKE, motorway_casing, "edges of motorways"),
    ROW("base.motorway", SK_STYLE_STROKE, motorway, "motorways"),
    ROW("base.canal", SK_STYLE_STROKE, canal, "canals"),
    ROW("base.river", SK_STYLE_STROKE, river, "rivers"),

    ROW("town.name", SK_STYLE_TEXT, town.name, "name of a town of rank 1 or 2"),
    ROW("town.minor", SK_STYLE_TEXT, town.minor, "name of a lesser town"),
    ROW("town.dot_fill", SK_STYLE_COLOUR, town.dot_fill, "inside of a town's dot"),
    ROW("town.dot_line", SK_STYLE_STROKE, town.dot_line, "edge of a town's dot"),
    ROW("town.dot", SK_STYLE_LENGTH, town.dot_mm, "diameter of a town's dot"),
    ROW("town.minor_dot", SK_STYLE_LENGTH, town.minor_dot_mm, "diameter of a lesser town's dot"),
    ROW("town.offset", SK_STYLE_LENGTH, town.offset_mm, "from the dot to the name"),
    ROW("town.frame_gap", SK_STYLE_LENGTH, town.frame_gap_mm,
        "least room from the neat line to a dot"),
    ROW("town.furniture_gap", SK_STYLE_LENGTH, town.furniture_gap_mm,
        "least room from furniture to a dot"),
    ROW("town.max_rank", SK_STYLE_COUNT, town.max_rank, "lowest rank of towns to show"),
    ROW("town.overview_max_rank", SK_STYLE_COUNT, town.overview_max_rank,
        "lowest rank of town drawn on an overview"),

    ROW("zone.fill", SK_STYLE_COLOUR, zone.fill, "inside of a zone"),
    ROW("zone.line", SK_STYLE_STROKE, zone.line, "outline of a zone"),
    ROW("zone.hatch", SK_STYLE_STROKE, zone.hatch, "hatching of a zone that is whole regions"),
    ROW("zone.hatch_gap", SK_STYLE_SIZE, zone.hatch_gap_mm, "from one of its lines to the next"),
    ROW("zone.least_size", SK_STYLE_LENGTH, zone.least_mm, "a smaller zone is drawn that large"),
    ROW("zone.name", SK_STYLE_TEXT, zone.name, "name of a zone"),

    ROW("link.casing", SK_STYLE_STROKE, link.casing, "edges of links"),
    ROW("link.arrow_length", SK_STYLE_SIZE, link.arrow_length_mm, "length of an arrowhead"),
    ROW("link.arrow_width", SK_STYLE_SIZE, link.arrow_width_mm, "width of an arrowhead"),
    ROW("link.clearance", SK_STYLE_LENGTH, link.clearance_mm, "from a link's end to its marker"),
    ROW("link.frame_gap", SK_STYLE_LENGTH, link.frame_gap_mm,
        "from the neat line to an arrow that leaves the map"),
    ROW("link.into_zone", SK_STYLE_LENGTH, link.into_zone_mm, "how far a link reaches into a zone"),
    ROW("link.bend", SK_STYLE_NUMBER, link.bend, "bend of a free link, as a part of its length"),
    ROW("link.name_gap", SK_STYLE_LENGTH, link.name_gap_mm, "from a link to a name beside it"),
    ROW("link.along_gap", SK_STYLE_LENGTH, link.along_gap_mm,
        "from a link to the halo of a name along it"),
    ROW("link.name", SK_STYLE_TEXT, link.name, "name of a link"),

    ROW("marker.diameter", SK_STYLE_SIZE, marker.diameter_mm, "disc of a point"),
    ROW("marker.gap", SK_STYLE_LENGTH, marker.gap_mm, "least room between two discs"),
    ROW("marker.name_gap", SK_STYLE_LENGTH, marker.name_gap_mm,
        "from a disc to the halo of its name"),
    ROW("marker.fill", SK_STYLE_COLOUR, marker.fill, "inside of a disc"),
    ROW("marker.line", SK_STYLE_STROKE, marker.line, "edge of a disc"),
    ROW("marker.number", SK_STYLE_TEXT, marker.number, "number in a disc"),
    ROW("marker.name", SK_STYLE_TEXT, marker.name, "name beside a disc without a number"),
    ROW("marker.leader", SK_STYLE_STROKE, marker.leader, "line from a disc to its place"),
    ROW("marker.leader_dot", SK_STYLE_LENGTH, marker.leader_dot_mm, "dot at that place"),
    ROW("marker.max_displacement", SK_STYLE_LENGTH, marker.max_displacement_mm,
        "how far a disc may stand from its place"),

    ROW("name.frame_gap", SK_STYLE_LENGTH, name.frame_gap_mm, "from the neat line to a name"),
    ROW("name.furniture_gap", SK_STYLE_LENGTH, name.furniture_gap_mm, "from furniture to a name"),
    ROW("name.least_leader", SK_STYLE_LENGTH, name.least_leader_mm, "a shorter leader is a speck"),
    ROW("name.into_area", SK_STYLE_LENGTH, name.into_area_mm,
        "how far a leader reaches into what it names"),

    ROW("overview.region_fills", SK_STYLE_PALETTE, overview.region_fills,
        "the homes, and the parts in them"),
    ROW("overview.symbols", SK_STYLE_PALETTE, overview.symbols, "symbols of the sectors, in turn"),
    ROW("overview.symbol", SK_STYLE_SIZE, overview.symbol_mm, "height of a symbol"),
    ROW("overview.symbol_gap", SK_STYLE_LENGTH, overview.symbol_gap_mm, "room between symbols"),
    ROW("overview.heading_gap", SK_STYLE_LENGTH, overview.heading_gap_mm,
        "from a region's name to its symbols"),
    ROW("overview.block_gap", SK_STYLE_LENGTH, overview.block_gap_mm,
        "room between two regions' symbols"),
    ROW("overview.frame_gap", SK_STYLE_LENGTH, overview.frame_gap_mm,
        "from the neat line to symbols"),
    ROW("overview.halo", SK_STYLE_COLOUR, overview.halo, "colour around a symbol"),
    ROW("overview.halo_width", SK_STYLE_LENGTH, overview.halo_mm, "how far that halo goes"),
    ROW("overview.recent_fill", SK_STYLE_COLOUR, overview.recent_fill, "mark of a new choice"),
    ROW("overview.recent_line", SK_STYLE_STROKE, overview.recent_line, "edge of that mark"),
    ROW("overview.recent", SK_STYLE_SIZE, overview.recent_mm, "diameter of that mark"),
    ROW("overview.name", SK_STYLE_TEXT, overview.name, "name of a region above its symbols"),
    ROW("overview.leader", SK_STYLE_STROKE, overview.leader, "line from symbols to their region"),
    ROW("overview.leader_dot", SK_STYLE_LENGTH, overview.leader_dot_mm, "dot in that region"),
    ROW("overview.into_region", SK_STYLE_LENGTH, overview.into_region_mm,
        "how far a leader reaches into its region"),
    ROW("overview.room_below", SK_STYLE_LENGTH, overview.room_below_mm,
        "below the regions, for those on their southern edge"),
    ROW("overview.legend_gap", SK_STYLE_LENGTH, overview.legend_gap_mm,
        "from the map to the legend below it"),

    ROW("context.shown", SK_STYLE_FLAG, context.shown, "are countries, roads and waters named"),
    ROW("context.region", SK_STYLE_TEXT, context.region, "name of a country or another region"),
    ROW("context.water", SK_STYLE_TEXT, context.water, "name of a water"),
    ROW("context.road", SK_STYLE_TEXT, context.road, "name of a motorway, on its shield"),
    ROW("context.road_fill", SK_STYLE_COLOUR, context.road_fill, "shield of a motorway"),

    ROW("key.used", SK_STYLE_FLAG, key.used,
        "letters where names of zones and links find no place"),
    ROW("key.size", SK_STYLE_SIZE, key.size_mm, "sign of a zone's or link's letter"),
    ROW("key.inset", SK_STYLE_LENGTH, key.inset_mm, "from two letters or more to the sign's edge"),
    ROW("key.letter", SK_STYLE_TEXT, key.letter, "letter of a zone or a link"),

    ROW("legend.shown", SK_STYLE_FLAG, legend.shown, "is there a legend"),
    ROW("legend.place", SK_STYLE_PLACE, legend.place,
        "outside the map, or the corner where it stands"),
    ROW("legend.points_listed", SK_STYLE_FLAG, legend.points_listed, "numbers with their names"),
    ROW("legend.heading", SK_STYLE_TEXT, legend.heading, "headings"),
    ROW("legend.entry", SK_STYLE_TEXT, legend.entry, "entries"),
    ROW("legend.padding", SK_STYLE_LENGTH, legend.padding_mm, "from its edge to its text"),
    ROW("legend.row_gap", SK_STYLE_LENGTH, legend.row_gap_mm, "room between entries"),
    ROW("legend.section_gap", SK_STYLE_LENGTH, legend.section_gap_mm, "room between sections"),
    ROW("legend.column_gap", SK_STYLE_LENGTH, legend.column_gap_mm, "room between columns"),
    ROW("legend.text_gap", SK_STYLE_LENGTH, legend.text_gap_mm, "from a swatch to its text"),
    ROW("legend.swatch_width", SK_STYLE_SIZE, legend.swatch_width_mm, "width of a swatch"),
    ROW("legend.swatch_height", SK_STYLE_SIZE, legend.swatch_height_mm, "height of a swatch"),
    ROW("legend.disc", SK_STYLE_SIZE, legend.disc_mm, "disc of a point in it"),
    ROW("legend.max_column", SK_STYLE_SIZE, legend.max_column_mm, "greatest width of a column"),
    ROW("legend.fill", SK_STYLE_COLOUR, legend.fill, "its ground"),
    ROW("legend.line", SK_STYLE_STROKE, legend.line, "its edge"),

    ROW("scale_bar.shown", SK_STYLE_FLAG, scale_bar.shown, "is there a scale bar"),
    ROW("scale_bar.place", SK_STYLE_PLACE, scale_bar.place, "outside the map, or a corner"),
    ROW("scale_bar.text", SK_STYLE_TEXT, scale_bar.text, "its numbers"),
    ROW("scale_bar.line", SK_STYLE_STROKE, scale_bar.line, "its edge"),
    ROW("scale_bar.height", SK_STYLE_SIZE, scale_bar.height_mm, "its height"),
    ROW("scale_bar.max_width", SK_STYLE_SIZE, scale_bar.max_width_mm, "its greatest width"),
    ROW("scale_bar.text_gap", SK_STYLE_LENGTH, scale_bar.text_gap_mm,
        "from the bar to its numbers"),
    ROW("scale_bar.dark", SK_STYLE_COLOUR, scale_bar.dark, "every other part"),
    ROW("scale_bar.light", SK_STYLE_COLOUR, scale_bar.light, "the parts between"),

    ROW("inset.shown", SK_STYLE_FLAG, inset.shown, "is there a locator map"),
    ROW("inset.place", SK_STYLE_PLACE, inset.place, "outside the map, or a corner"),
    ROW("inset.width", SK_STYLE_SIZE, inset.width_mm, "its width"),
    ROW("inset.padding", SK_STYLE_LENGTH, inset.padding_mm, "from its edge to the regions"),
    ROW("inset.land", SK_STYLE_COLOUR, inset.land, "the regions"),
    ROW("inset.highlight", SK_STYLE_COLOUR, inset.highlight, "the home region of the map"),
    ROW("inset.fill", SK_STYLE_COLOUR, inset.fill, "its ground"),
    ROW("inset.border", SK_STYLE_STROKE, inset.border, "boundaries in it"),
    ROW("inset.line", SK_STYLE_STROKE, inset.line, "its edge"),

    ROW("title.shown", SK_STYLE_FLAG, title.shown, "is there a title"),
    ROW("title.text", SK_STYLE_TEXT, title.text, "the title"),
    ROW("title.gap", SK_STYLE_LENGTH, title.gap_mm, "from the title to the map"),

    ROW("source.shown", SK_STYLE_FLAG, source.shown, "is there a source line"),
    ROW("source.text", SK_STYLE_TEXT, source.text, "the source line"),
    ROW("source.gap", SK_STYLE_LENGTH, source.gap_mm, "from the map to the source line"),

    ROW("sheet.width", SK_STYLE_PAGE_SIZE, sheet.width_mm, "width of an annex sheet"),
    ROW("sheet.height", SK_STYLE_PAGE_SIZE, sheet.height_mm, "its height; an overview lies across"),
    ROW("sheet.side_margin", SK_STYLE_LENGTH, sheet.side_margin_mm, "left and right margin"),
    ROW("sheet.top_margin", SK_STYLE_LENGTH, sheet.top_margin_mm, "margin above"),
    ROW("sheet.bottom_margin", SK_STYLE_LENGTH, sheet.bottom_margin_mm, "margin below"),
    ROW("sheet.title", SK_STYLE_TEXT, sheet.title, "title of a sheet"),
    ROW("sheet.running", SK_STYLE_TEXT, sheet.running, "figure number, and title of further pages"),
    ROW("sheet.folio", SK_STYLE_TEXT, sheet.folio, "page number of the bound annex"),
    ROW("sheet.title_gap", SK_STYLE_LENGTH, sheet.title_gap_mm, "from the title to the map"),
    ROW("sheet.table_gap", SK_STYLE_LENGTH, sheet.table_gap_mm, "from the map to the table"),
    ROW("sheet.map_frame", SK_STYLE_PAGE_SIZE, sheet.map_frame_mm,
        "greatest height of a map's frame"),
    ROW("sheet.map_most", SK_STYLE_PAGE_SIZE, sheet.map_most_mm,
        "greatest height of a map with what stands below it"),

    ROW("table.section", SK_STYLE_TEXT, table.section, "heading of a section"),
    ROW("table.caption", SK_STYLE_TEXT, table.caption, "what a column holds"),
    ROW("table.cell", SK_STYLE_TEXT, table.cell, "what stands in it"),
    ROW("table.padding", SK_STYLE_LENGTH, table.padding_mm, "above and below a row's text"),
    ROW("table.symbol_gap", SK_STYLE_LENGTH, table.symbol_gap_mm, "above and below a symbol"),
    ROW("table.column_gap", SK_STYLE_LENGTH, table.column_gap_mm, "room between columns"),
    ROW("table.section_gap", SK_STYLE_LENGTH, table.section_gap_mm, "room between sections"),
    ROW("table.name_most", SK_STYLE_SIZE, table.name_most_mm, "greatest width of the names"),
    ROW("table.source_most", SK_STYLE_SIZE, table.source_most_mm, "greatest width of the sources"),
    ROW("table.rule", SK_STYLE_STROKE, table.rule, "line between rows"),
    ROW("table.section_rule", SK_STYLE_STROKE, table.section_rule, "line under a heading"),

    ROW("contents.title", SK_STYLE_TEXT, contents.title, "title of the list of contents"),
    ROW("contents.heading", SK_STYLE_TEXT, contents.heading, "name of a home region"),
    ROW("contents.entry", SK_STYLE_TEXT, contents.entry, "a figure's line"),
    ROW("contents.title_gap", SK_STYLE_LENGTH, contents.title_gap_mm, "below the title"),
    ROW("contents.heading_gap", SK_STYLE_LENGTH, contents.heading_gap_mm, "above a home region"),
    ROW("contents.line", SK_STYLE_SIZE, contents.line_mm, "from line to line"),
    ROW("contents.column_gap", SK_STYLE_LENGTH, contents.column_gap_mm,
        "room between number, title and page"),
    ROW("contents.leader", SK_STYLE_STROKE, contents.leader, "dots from a title to its page"),
};

#define LIST(rows) ((sk_style_key_list){(rows), sizeof(rows) / sizeof(rows)[0]})

/* A key of the project's own, for a member of the style that is there for each of its kinds. */
static sk_style_key kind_key(sk_arena *arena, const char *object, const char *kind,
                             const char *what, sk_style_key key) {
    bool whole = key.path == NULL;
    key.path = whole ? sk_arena_printf(arena, "%s.%s", object, kind)
                     : sk_arena_printf(arena, "%s.%s.%s", object, kind, key.path);
    key.help = sk_arena_printf(arena, "%s of the %s \"%s\"", key.help, what, kind);
    key.required = true;
    return key;
}

static sk_style_key link_key(sk_arena *arena, const char *kind, size_t index) {
    return kind_key(arena, "link", kind, "kind",
                    (sk_style_key){NULL, SK_STYLE_STROKE,
                                   offsetof(sk_style_sheet, link.kinds) +
                                       index * sizeof(sk_link_sign) + offsetof(sk_link_sign, line),
                                   sizeof(sk_stroke), true, "links"});
}

enum { ZONE_KEYS = 3 };
static const sk_style_key zone_parts[ZONE_KEYS] = {
    {"fill", SK_STYLE_COLOUR, FIELD(sk_zone_sign, fill), true, "inside of zones"},
    {"line", SK_STYLE_STROKE, FIELD(sk_zone_sign, line), true, "outline of zones"},
    {"hatch", SK_STYLE_STROKE, FIELD(sk_zone_sign, hatch), true,
     "hatching of zones that are whole regions,"},
};

static sk_style_key zone_key(sk_arena *arena, const char *zone_class, size_t index, size_t part) {
    sk_style_key key = zone_parts[part];
    key.offset += offsetof(sk_style_sheet, zone.classes) + index * sizeof(sk_zone_sign);
    return kind_key(arena, "zone", zone_class, "class", key);
}

sk_style_key_list sk_style_kind_keys(const sk_style_sheet *style, sk_arena *arena) {
    size_t count = style->link.kind_count + ZONE_KEYS * style->zone.class_count;
    sk_style_key *items = SK_NEW_ARRAY(arena, sk_style_key, count);
    count = 0;
    for (size_t i = 0; i < style->link.kind_count; i++)
        items[count++] = link_key(arena, style->link.kinds[i].kind, i);
    for (size_t i = 0; i < style->zone.class_count; i++)
        for (size_t part = 0; part < ZONE_KEYS; part++)
            items[count++] = zone_key(arena, style->zone.classes[i].zone_class, i, part);
    return (sk_style_key_list){items, count};
}

sk_style_key_list sk_style_keys(const sk_style_sheet *style, sk_arena *arena) {
    sk_style_key_list own = sk_style_kind_keys(style, arena);
    size_t count = sizeof keys / sizeof keys[0];
    sk_style_key *items = SK_NEW_ARRAY(arena, sk_style_key, count + own.count);
    memcpy(items, keys, sizeof keys);
    if (own.count > 0) memcpy(items + count, own.items, own.count * sizeof *items);
    return (sk_style_key_list){items, count + own.count};
}

sk_style_key_list sk_style_parts(sk_style_kind kind) {
    if (kind == SK_STYLE_STROKE) return LIST(stroke_parts);
    if (kind == SK_STYLE_TEXT) return LIST(text_parts);
    return (sk_style_key_list){NULL, 0};
}
