#include "load/wording/wording_keys.h"

#include <string.h>

#define WORD(path, member, help) \
    { path, offsetof(sk_wording, member), "", help }
#define PATTERN(path, member, blanks, help) \
    { path, offsetof(sk_wording, member), blanks, help }

static const sk_word_key keys[] = {
    PATTERN("distance", distance, "{kilometres}", "at the end of the scale bar"),

    PATTERN("title.figure", title.figure, "{number} {caption}", "above a figure"),
    PATTERN("title.sheet", title.sheet, "{title} {region}", "above an annex sheet"),
    PATTERN("title.several", title.several, "{first} {last}",
            "several sectors or regions: those before the last, and the last"),
    PATTERN("title.sector_overview", title.sector_overview, "{sector}",
            "a map of all regions of one sector"),
    PATTERN("title.region_overview", title.region_overview, "{many}",
            "the map of what the regions of a level chose"),

    PATTERN("legend.chosen_by", legend.chosen_by, "{sector}",
            "heading of the regions that chose the sector"),
    WORD("legend.points", legend.points, "heading of the numbered points"),
    WORD("legend.symbols", legend.symbols, "heading of the symbols"),
    WORD("legend.point", legend.point, "a point"),
    WORD("legend.zone", legend.zone, "a zone on ground of its own"),
    PATTERN("legend.zone_regions", legend.zone_regions, "{one}", "a zone that is whole regions"),
    WORD("legend.infrastructural", legend.infrastructural, "an infrastructural link"),
    WORD("legend.organisational", legend.organisational, "an organisational link"),
    WORD("legend.sectors", legend.sectors, "heading of the list of sectors"),
    WORD("legend.newly_chosen", legend.newly_chosen, "a sector chosen in the last update"),

    WORD("table.points", table.points, "heading of the points"),
    WORD("table.zones", table.zones, "heading of the zones"),
    WORD("table.links", table.links, "heading of the links"),
    WORD("table.regions", table.regions, "heading of the regions on an overview of all sectors"),
    WORD("table.source", table.source, "heading of the column of documents"),
    WORD("table.remark", table.remark, "heading of the column of remarks"),
    PATTERN("table.recent", table.recent, "{name}",
            "a region that chose the sector in the last update"),
    WORD("table.prose", table.prose, "what the mark * behind a name means"),
    WORD("table.continued", table.continued, "behind a heading on a further page"),

    WORD("annex.title", annex.title, "title of the bound annex"),
    WORD("annex.contents", annex.contents, "heading of its contents page"),
    PATTERN("annex.figure", annex.figure, "{number}", "beside the title of a sheet"),
    PATTERN("annex.sheet", annex.sheet, "{figure} {page} {count}",
            "the same on a sheet of several pages"),
    WORD("annex.leaf", annex.leaf, "title of the page to leaf through"),
    WORD("annex.bound", annex.bound, "its link to the bound annex"),
    WORD("annex.map", annex.map, "before its links to a figure's files"),
    WORD("annex.table", annex.table, "before its links to a sheet's files"),

    WORD("gallery.filter", gallery.filter, "what the field finds figures by"),
    PATTERN("gallery.found", gallery.found, "{count} {total}", "how many figures it has found"),
    WORD("gallery.previous", gallery.previous, "the button to the figure before"),
    WORD("gallery.next", gallery.next, "the button to the figure behind"),
    WORD("gallery.zoom_out", gallery.zoom_out, "the button that shows more of a map"),
    WORD("gallery.whole", gallery.whole, "the button that shows all of it"),
    WORD("gallery.zoom_in", gallery.zoom_in, "the button that shows less of it, larger"),
    WORD("gallery.close", gallery.close, "the button back to all figures"),
    WORD("gallery.keys", gallery.keys, "which keys do the same"),

    WORD("layer.sea", layer.sea, "the sea"),
    WORD("layer.neighbours", layer.neighbours, "neighbouring countries and regions"),
    PATTERN("layer.elsewhere", layer.elsewhere, "{many}", "the regions that the map is not about"),
    WORD("layer.chosen", layer.chosen, "regions that chose the sector"),
    PATTERN("layer.chosen_homes", layer.chosen_homes, "{many}",
            "those of the level that maps are about"),
    WORD("layer.base_lines", layer.base_lines, "roads and waterways"),
    WORD("layer.towns", layer.towns, "towns"),
    WORD("layer.zones", layer.zones, "zones"),
    WORD("layer.links", layer.links, "links"),
    WORD("layer.points", layer.points, "points"),
    WORD("layer.names", layer.names, "names"),
    WORD("layer.regions", layer.regions, "regions of an overview"),
    WORD("layer.sectors", layer.sectors, "symbols of sectors"),
    WORD("layer.leaders", layer.leaders, "lines from symbols to their regions"),
    WORD("layer.frame", layer.frame, "the neat line"),
    WORD("layer.title", layer.title, "the title"),
    WORD("layer.legend", layer.legend, "the legend"),
    WORD("layer.scale_bar", layer.scale_bar, "the scale bar"),
    WORD("layer.inset", layer.inset, "the locator map"),
    WORD("layer.source", layer.source, "the source line"),
    WORD("layer.table", layer.table, "the legend table"),
    WORD("layer.folio", layer.folio, "the page number"),
};

sk_word_key_list sk_word_keys(void) {
    return (sk_word_key_list){keys, sizeof keys / sizeof keys[0]};
}

bool sk_usual_word(const sk_wording *words, const char *list, const char *kind, const char **word) {
    const struct {
        const char *list, *kind, *word;
    } usual[] = {{"link_kinds", "infrastructural", words->legend.infrastructural},
                 {"link_kinds", "organisational", words->legend.organisational},
                 {"bases", "prose", words->table.prose}};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        if (strcmp(usual[i].list, list) != 0 || strcmp(usual[i].kind, kind) != 0) continue;
        *word = usual[i].word;
        return true;
    }
    return false;
}
