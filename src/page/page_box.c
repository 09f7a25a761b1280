#include "page/page_box.h"

#include <math.h>

double sk_page_distance(sk_page_point a, sk_page_point b) {
    return hypot(b.x_mm - a.x_mm, b.y_mm - a.y_mm);
}

sk_page_point sk_page_point_moved(sk_page_point point, double dx_mm, double dy_mm) {
    return (sk_page_point){point.x_mm + dx_mm, point.y_mm + dy_mm};
}

sk_page_point sk_page_box_corner(sk_page_box box) {
    return (sk_page_point){box.x_mm, box.y_mm};
}

sk_page_point sk_page_box_centre(sk_page_box box) {
    return (sk_page_point){box.x_mm + box.width_mm / 2, box.y_mm + box.height_mm / 2};
}

sk_page_point sk_page_box_nearest(sk_page_box box, sk_page_point point) {
    return (sk_page_point){fmin(fmax(point.x_mm, box.x_mm), box.x_mm + box.width_mm),
                           fmin(fmax(point.y_mm, box.y_mm), box.y_mm + box.height_mm)};
}

sk_page_box sk_page_box_grown(sk_page_box box, double by_mm) {
    return (sk_page_box){box.x_mm - by_mm, box.y_mm - by_mm, box.width_mm + 2 * by_mm,
                         box.height_mm + 2 * by_mm};
}

bool sk_page_box_contains(sk_page_box box, sk_page_point point) {
    return point.x_mm >= box.x_mm && point.x_mm <= box.x_mm + box.width_mm &&
           point.y_mm >= box.y_mm && point.y_mm <= box.y_mm + box.height_mm;
}

bool sk_page_box_holds(sk_page_box outer, sk_page_box inner) {
    return sk_page_box_contains(outer, (sk_page_point){inner.x_mm, inner.y_mm}) &&
           sk_page_box_contains(
               outer, (sk_page_point){inner.x_mm + inner.width_mm, inner.y_mm + inner.height_mm});
}

bool sk_page_boxes_meet(sk_page_box a, sk_page_box b) {
    return a.x_mm < b.x_mm + b.width_mm && b.x_mm < a.x_mm + a.width_mm &&
           a.y_mm < b.y_mm + b.height_mm && b.y_mm < a.y_mm + a.height_mm;
}

double sk_page_boxes_overlap(sk_page_box a, sk_page_box b) {
    double width = fmin(a.x_mm + a.width_mm, b.x_mm + b.width_mm) - fmax(a.x_mm, b.x_mm);
    double height = fmin(a.y_mm + a.height_mm, b.y_mm + b.height_mm) - fmax(a.y_mm, b.y_mm);
    return width > 0 && height > 0 ? width * height : 0;
}
