#include "render/svg/svg_metadata.h"

#include <string.h>

#include "render/cairo/units.h"

/* Where the map lies, for who reads metadata: "EPSG:3035 21991.5 152986.5 258880 244027", which
 * are west, south, east and north. */
static void write_coverage(sk_svg_writer *svg, const sk_georeference *map) {
    const double edges[] = {map->ground.west_m, map->ground.south_m, map->ground.east_m,
                            map->ground.north_m};
    const char *text = map->crs;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        text =
            sk_arena_printf(svg->scratch, "%s %s", text, sk_number_text(svg->scratch, edges[i], 2));
    sk_svg_text_element(svg, 4, "dc:coverage", text);
}

/* What georeferenced SVG has: the matrix that takes a place in metres to the drawing's units. SVG
 * 1.1, section 7.12; a name of the OGC for the system that has an authority's code. */
static void write_reference(sk_svg_writer *svg, const sk_georeference *map) {
    enum { DECIMALS = 8 };
    double x_scale = sk_pt(map->frame.width_mm) / (map->ground.east_m - map->ground.west_m);
    double y_scale = sk_pt(map->frame.height_mm) / (map->ground.north_m - map->ground.south_m);
    double left = sk_pt(map->frame.x_mm) - map->ground.west_m * x_scale;
    double top = sk_pt(map->frame.y_mm) + map->ground.north_m * y_scale;
    const char *code = strchr(map->crs, ':');
    sk_svg_open(svg, 3, "rdf:Description");
    sk_svg_attribute(svg, "rdf:about", "");
    sk_svg_open_inline(svg, "crs:CoordinateReferenceSystem");
    if (code != NULL)
        sk_svg_attribute(svg, "rdf:resource",
                         sk_arena_printf(svg->scratch, "http://www.opengis.net/def/crs/%.*s/0/%s",
                                         (int)(code - map->crs), map->crs, code + 1));
    sk_svg_attribute(svg, "svg:transform",
                     sk_arena_printf(svg->scratch, "matrix(%s 0 0 %s %s %s)",
                                     sk_number_text(svg->scratch, x_scale, DECIMALS),
                                     sk_number_text(svg->scratch, -y_scale, DECIMALS),
                                     sk_number_text(svg->scratch, left, 3),
                                     sk_number_text(svg->scratch, top, 3)));
    sk_svg_close(svg);
    sk_svg_close(svg);
}

void sk_svg_metadata_write(sk_svg_writer *svg, const sk_scene *scene) {
    sk_svg_open(svg, 1, "metadata");
    bool mapped = scene->georeference != NULL;
    sk_svg_open(svg, 2, "rdf:RDF");
    if (mapped) {
        sk_svg_attribute(svg, "xmlns:crs", "http://www.ogc.org/crs");
        sk_svg_attribute(svg, "xmlns:svg", "http://www.w3.org/2000/svg");
    }
    sk_svg_open(svg, 3, "cc:Work");
    sk_svg_attribute(svg, "rdf:about", "");
    sk_svg_text_element(svg, 4, "dc:format", "image/svg+xml");
    sk_svg_text_element(svg, 4, "dc:title", scene->title);
    if (scene->author != NULL && scene->author[0] != '\0') {
        sk_svg_open(svg, 4, "dc:creator");
        sk_svg_open_inline(svg, "cc:Agent");
        sk_svg_open_inline(svg, "dc:title");
        sk_svg_text(svg, scene->author);
        sk_svg_close(svg);
        sk_svg_close(svg);
        sk_svg_close(svg);
    }
    sk_svg_text_element(svg, 4, "dc:language", scene->language);
    sk_svg_text_element(svg, 4, "dc:description", scene->subject);
    if (mapped) write_coverage(svg, scene->georeference);
    sk_svg_close_below(svg, 3);
    if (mapped) write_reference(svg, scene->georeference);
    sk_svg_close_below(svg, 2);
    sk_svg_close_below(svg, 1);
}
