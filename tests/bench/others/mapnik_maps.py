"""Draws a map by Mapnik, in three formats, some times over: mapnik_maps.py MAP.xml OUT TIMES."""

import sys

import mapnik

WIDTH, HEIGHT = 1890, 1456  # of figure 13's map, at 300 dpi
BOX = mapnik.Box2d(133132.52, 183571.91, 215631.73, 247141.09)

style, out, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
for _ in range(times):
    page = mapnik.Map(WIDTH, HEIGHT)
    mapnik.load_map(page, style)
    page.zoom_to_box(BOX)
    for ending in ("png", "pdf", "svg"):
        mapnik.render_to_file(page, f"{out}.{ending}", ending)
