#include "base/number_text.h"
#include "streekkaart/render.h"

const char *sk_world_file_text(const sk_scene *page, double dpi, sk_arena *arena) {
    enum { SIZE_DECIMALS = 8, PLACE_DECIMALS = 4 };
    const double mm_per_inch = 25.4;
    const sk_georeference *map = page->georeference;
    if (map == NULL) return NULL;
    double pixel_mm = mm_per_inch / dpi;
    double x_scale = (map->ground.east_m - map->ground.west_m) / map->frame.width_mm;
    double y_scale = (map->ground.north_m - map->ground.south_m) / map->frame.height_mm;
    /* The middle of the first pixel. */
    double east = map->ground.west_m + (pixel_mm / 2 - map->frame.x_mm) * x_scale;
    double north = map->ground.north_m - (pixel_mm / 2 - map->frame.y_mm) * y_scale;
    return sk_arena_printf(
        arena, "%s\n0\n0\n%s\n%s\n%s\n", sk_number_text(arena, pixel_mm * x_scale, SIZE_DECIMALS),
        sk_number_text(arena, -pixel_mm * y_scale, SIZE_DECIMALS),
        sk_number_text(arena, east, PLACE_DECIMALS), sk_number_text(arena, north, PLACE_DECIMALS));
}
