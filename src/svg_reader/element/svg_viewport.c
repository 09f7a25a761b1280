#include "svg_reader/element/svg_viewport.h"

#include <math.h>
#include <string.h>

/* Where a box of that length is put in room of that length: "xMin", "xMid" or "xMax". */
static double share_before(const char *aspect, const char *least, const char *most) {
    if (aspect != NULL && strstr(aspect, least) != NULL) return 0;
    return aspect != NULL && strstr(aspect, most) != NULL ? 1 : 0.5;
}

sk_svg_transform sk_svg_viewport_of(const xmlNode *svg, sk_arena *arena) {
    sk_svg_transform port = {
        1, 0, 0, 1, sk_svg_node_number(svg, "x"), sk_svg_node_number(svg, "y")};
    const char *box = sk_svg_node_attribute(svg, "viewBox", arena);
    const char *aspect = sk_svg_node_attribute(svg, "preserveAspectRatio", arena);
    double x, y, width, height;
    if (box == NULL || !sk_svg_number_scan(&box, &x) || !sk_svg_number_scan(&box, &y) ||
        !sk_svg_number_scan(&box, &width) || !sk_svg_number_scan(&box, &height))
        return port;
    double room_x = sk_svg_node_number(svg, "width"), room_y = sk_svg_node_number(svg, "height");
    if (!(room_x > 0) || !(room_y > 0) || !(width > 0) || !(height > 0)) return port;
    port.a = room_x / width;
    port.d = room_y / height;
    if (aspect == NULL || strncmp(aspect, "none", strlen("none")) != 0) {
        bool slice = aspect != NULL && strstr(aspect, "slice") != NULL;
        port.a = port.d = slice ? fmax(port.a, port.d) : fmin(port.a, port.d);
        port.e += (room_x - width * port.a) * share_before(aspect, "xMin", "xMax");
        port.f += (room_y - height * port.d) * share_before(aspect, "YMin", "YMax");
    }
    port.e -= x * port.a;
    port.f -= y * port.d;
    return port;
}
