#include "render/svg/svg_metadata.h"

void sk_svg_metadata_write(sk_svg_writer *svg, const sk_scene *scene) {
    sk_svg_open(svg, 1, "metadata");
    sk_svg_open(svg, 2, "rdf:RDF");
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
    sk_svg_close_below(svg, 3);
    sk_svg_close_below(svg, 2);
    sk_svg_close_below(svg, 1);
}
