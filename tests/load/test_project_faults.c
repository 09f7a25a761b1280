/* Each row is a mistake that a user makes in one file, and the line that tells them. */
#include "check_main.h"
#include "project_fixture.h"
#include "streekkaart/project.h"

#define CATALOGUE "layers/logistiek.geojson"
#define AT CATALOGUE ":2: a: "
#define POSITION "write a position as [longitude, latitude], two numbers in degrees"
#define ONE(kind, more, geometry) COLLECTION(FEATURE("a", kind, more, geometry))
#define LINK_FROM(from)                                                                        \
    ONE("link",                                                                                \
        ", \"link_type\": \"organisational\", \"from\": " from ", \"to\": [\"resoc:kempen\"]", \
        "null")
#define RING(positions) "{ \"type\": \"Polygon\", \"coordinates\": [[" positions "]] }"

typedef struct {
    const char *file, *text, *finding;
} fault;

static const fault coordinate_faults[] = {
    {CATALOGUE, ONE("point", "", POINT("[\"abc\", 51.2]")),
     AT "a coordinate is not a number: " POSITION},
    {CATALOGUE, ONE("point", "", POINT("[4.4, null]")),
     AT "a coordinate is not a number: " POSITION},
    {CATALOGUE, ONE("point", "", POINT("[4.4, NaN]")),
     AT "a coordinate is not a number: " POSITION},
    {CATALOGUE, ONE("point", "", POINT("[-Infinity, 51.2]")),
     AT "a coordinate is not a number: " POSITION},
    {CATALOGUE, ONE("point", "", POINT("[1e999, 51.2]")),
     AT "a coordinate is not a number: " POSITION},
    {CATALOGUE, ONE("point", "", POINT("[4.4]")),
     AT "a position has fewer than two numbers: " POSITION},
    {CATALOGUE, ONE("point", "", POINT("4.4, \"crs\": 51.2")),
     AT "a position is not an array of numbers: " POSITION},
    {CATALOGUE, ONE("point", "", "{ \"type\": \"Point\" }"),
     AT "the geometry has no coordinates: " POSITION},
    {CATALOGUE, ONE("point", "", "{ \"type\": \"Punt\", \"coordinates\": [4.4, 51.2] }"),
     AT "a geometry of type Punt: use Point, LineString, Polygon or their Multi forms"},
    {CATALOGUE, ONE("zone", "", RING("[4.4, 51.2], [4.5, 51.2], [4.5, 51.3]")),
     AT "a line or ring has too few positions: 3: a line needs two positions, a ring four, of "
        "which the last repeats the first"},
    {CATALOGUE, ONE("zone", "", RING("[4.4, 51.2], [4.5, 51.2], 7, [4.5, 51.3]")),
     AT "a position is not an array of numbers: " POSITION},
    {CATALOGUE, ONE("point", "", POINT("[51.19995, 4.44029]")),
     AT "longitude 51.19995, latitude 4.44029 lies far outside the map: longitude and latitude are "
        "swapped: write the longitude first"},
    {CATALOGUE, ONE("point", "", POINT("[44.4029, 51.19995]")),
     AT "longitude 44.4029, latitude 51.19995 lies far outside the map: mend the coordinates: "
        "longitude first, both in degrees"},
    {CATALOGUE, ONE("point", "", POINT("[155000, 210000]")),
     AT "longitude 155000, latitude 210000 is no place on earth: mend the coordinates: longitude "
        "first, both in degrees"},
    {CATALOGUE, "{ \"type\": \"FeatureCollection\", \"features\": [\n\n{ \"id\": 7 }] }",
     CATALOGUE ":3: 7: this is not a GeoJSON feature: write {\"type\": \"Feature\", "
               "\"properties\": {...}, \"geometry\": ...}"},
    {CATALOGUE, "[]",
     CATALOGUE ":1: this is not a GeoJSON FeatureCollection: write {\"type\": "
               "\"FeatureCollection\", \"features\": [...]}"},
    {CATALOGUE, COLLECTION(SOUND_POINT "\n" SOUND_ZONE),
     CATALOGUE ":3: this is not JSON: look for a comma, quote or bracket too many or too few here"},
};

static const fault attribute_faults[] = {
    {CATALOGUE, ONE("pont", "", IN_MOL), AT "unknown kind \"pont\": did you mean \"point\"?"},
    {CATALOGUE, ONE("vlek", "", IN_MOL), AT "unknown kind \"vlek\": write point, zone or link"},
    {CATALOGUE, ONE("point", ", \"number\": \"een\"", IN_MOL),
     AT "number \"een\" is not a whole number of 0 or more: write a whole number"},
    {CATALOGUE, ONE("point", ", \"basis\": \"bijlage\"", IN_MOL),
     AT "unknown basis \"bijlage\": write annex or prose"},
    {CATALOGUE, ONE("point", ", \"link_type\": \"organisational\"", IN_MOL),
     AT "link_type is for links only: leave it empty"},
    {CATALOGUE, ONE("point", ", \"area\": [7]", IN_MOL),
     AT "area is not a list of texts: write it as [\"...\", \"...\"]"},
    {CATALOGUE, ONE("point", ", \"place\": \"Gheel\"", IN_GEEL),
     AT "place: there is no municipality \"Gheel\": did you mean \"Geel\"?"},
    {CATALOGUE, ONE("point", "", "null"),
     AT "a point needs a Point as its geometry: give it one Point"},
    {CATALOGUE, ONE("zone", "", IN_MOL),
     AT "a zone needs a Polygon or an area: draw a Polygon, or name regions in `area`"},
    {CATALOGUE, ONE("zone", ", \"area\": [\"zone\"]", "null"),
     AT "area: \"zone\" leads nowhere: name a region (province:antwerpen), a place of "
        "layers/places.geojson (place:...) or the id of a feature"},
    {CATALOGUE, ONE("zone", ", \"area\": \"place:eindhoven\"", "null"),
     AT "area: \"place:eindhoven\" is not a region: name regions only, such as province:antwerpen"},
    {CATALOGUE, ONE("zone", ", \"number\": 3, \"area\": \"resoc:kempen\"", "null"),
     AT "only points have a number: leave it empty"},
    {CATALOGUE, ONE("link", ", \"link_type\": null", "null"),
     AT "link_type is empty: write infrastructural or organisational"},
    {CATALOGUE, LINK_FROM("null"),
     AT "a link needs `from` and `to`: fill in both, or draw a LineString"},
    {CATALOGUE, LINK_FROM("[\"resoc:kempne\"]"),
     AT "from: \"resoc:kempne\" leads nowhere: did you mean \"resoc:kempen\"?"},
    {CATALOGUE, LINK_FROM("[\"place:eindoven\"]"),
     AT "from: \"place:eindoven\" leads nowhere: did you mean \"place:eindhoven\"?"},
    {CATALOGUE,
     COLLECTION(FEATURE("a", "point", "", IN_MOL) ",\n" FEATURE("a", "point", "", IN_MOL)),
     CATALOGUE ":3: a: the id is used already (layers/logistiek.geojson, line 2): give one of the "
               "two another id"},
    {CATALOGUE,
     COLLECTION("{ \"type\": \"Feature\", \"properties\": { \"id\": \"a\", \"name\": \"A\", "
                "\"kind\": \"point\", \"province\": \"antwerp\" }, \"geometry\": " IN_MOL " }"),
     AT "unknown province \"antwerp\": did you mean \"antwerpen\"?"},
    {CATALOGUE,
     COLLECTION("{ \"type\": \"Feature\", \"properties\": { \"id\": null, \"name\": \"A\", "
                "\"kind\": \"point\", \"province\": \"antwerpen\" }, \"geometry\": " IN_MOL " }"),
     CATALOGUE ":2: id is empty: fill it in"},
    {CATALOGUE,
     COLLECTION("{ \"type\": \"Feature\", \"properties\": { \"id\": \"a\", \"naam\": \"A\", "
                "\"kind\": \"point\", \"province\": \"antwerpen\" }, \"geometry\": " IN_MOL " }"),
     CATALOGUE ": the column \"name\" is missing: rename \"naam\""},
    {CATALOGUE, ONE("point", ", \"nummer\": 1", IN_MOL),
     CATALOGUE ": warning: nothing reads the column \"nummer\": did you mean \"number\"?"},
    {"layers/logistik.geojson", COLLECTION(""),
     "layers/logistik.geojson: the file is named after the unknown sector \"logistik\": did you "
     "mean \"logistiek\"?"},
    {"layers/logistiek.csv", "id,province,kind,name\n",
     "layers/logistiek.geojson: layers/logistiek.csv holds the same table: keep one of the two "
     "files"},
};

#define LINK(from, to, geometry) \
    ONE("link", ", \"link_type\": \"organisational\", \"from\": " from ", \"to\": " to, geometry)
#define SAME_PLACE "which is the same place: mend `from` or `to`"

/* What has coordinates, and can't be drawn. Geel's west is at 4.58336. */
static const fault ground_faults[] = {
    {CATALOGUE,
     ONE("zone", "",
         RING("[4.44, 51.2], [4.46, 51.22], [4.46, 51.2], [4.44, 51.22], [4.44, 51.2]")),
     AT
     "the outline crosses itself (in EPSG:31370: Self-intersection at or near point "
     "155677.33944193288 211119.07929545763): draw it anew there, or use Fix geometries in QGIS"},
    {CATALOGUE, ONE("point", "", POINT("[7.44029, 51.19995]")),
     AT "the point reaches 175 km beyond the boundaries, where there is no map: mend its "
        "coordinates"},
    {CATALOGUE, ONE("zone", "", RING("[-9, 41], [24, 41], [24, 61], [-9, 61], [-9, 41]")),
     AT "the zone reaches 1614 km beyond the boundaries, where there is no map: mend its "
        "coordinates"},
    {CATALOGUE,
     LINK("null", "null",
          "{ \"type\": \"LineString\", \"coordinates\": [[4.5, 51.2], [4.5, 51.2]] }"),
     AT "the line has no length: draw it anew, or leave the geometry null"},
    {CATALOGUE, LINK("\"resoc:kempen\"", "\"resoc:kempen\"", "null"),
     AT "the link leads from resoc:kempen to resoc:kempen, " SAME_PLACE},
    {CATALOGUE, LINK("\"municipality:Mol\"", "[\"resoc:kempen\", \"municipality:13025\"]", "null"),
     AT "the link leads from municipality:Mol to municipality:13025, " SAME_PLACE},
    {CATALOGUE,
     COLLECTION(SOUND_POINT ",\n" FEATURE("b", "point", "", IN_MOL) ",\n" FEATURE(
         "c", "link", ", \"link_type\": \"organisational\", \"from\": \"punt\", \"to\": \"b\"",
         "null")),
     CATALOGUE ":4: c: the link leads from punt to b, " SAME_PLACE},
    {CATALOGUE,
     COLLECTION(SOUND_POINT ",\n" SOUND_ZONE ",\n" SOUND_LINK ",\n" FEATURE(
         "d", "link", ", \"link_type\": \"organisational\", \"from\": \"link\", \"to\": \"punt\"",
         "null")),
     CATALOGUE ":5: d: from: \"link\" is itself a link: lead to a feature of this map, a region or "
               "a place"},
};

#define FIGURES "layers/figures.csv"
#define FIGURE_HEAD "figure,kind,province,sector,title,caption\n"
#define PRESENCE "layers/presence.csv"
#define PRESENCE_HEAD "sector,province,actor,recent,note\n"

static const fault list_faults[] = {
    {FIGURES, FIGURE_HEAD "13,map,,logistiek,T,\n",
     FIGURES ":2: figure 13: a map without a province: fill in the province"},
    {FIGURES, FIGURE_HEAD "dertien,map,antwerpen,logistiek,T,\n",
     FIGURES ":2: figure dertien: figure \"dertien\" is not a whole number of 1 or more: write a "
             "whole number"},
    {FIGURES, FIGURE_HEAD "13,kaart,antwerpen,logistiek,T,\n",
     FIGURES
     ":2: figure 13: unknown kind \"kaart\": write map, sector-overview or region-overview"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen,logistiek,T,\n13,map,limburg,logistiek,T,\n",
     FIGURES ":3: figure 13: figure 13 stands in the list twice: give one of the two another "
             "number"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen,logistiek,T,\n14,map,antwerpen,logistiek,T,\n",
     FIGURES ":3: figure 14: figure 13 is the same map already: take one of the two lines out"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen,logistiek; logistik,T,\n",
     FIGURES ":2: figure 13: unknown sector \"logistik\": did you mean \"logistiek\"?"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen; limburch,logistiek,T,\n",
     FIGURES ":2: figure 13: unknown province \"limburch\": did you mean \"limburg\"?"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen; kempen,logistiek,T,\n",
     FIGURES ":2: figure 13: \"kempen\" is no province: it is a resoc: use the slug of a province "
             "of the boundary set"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen,logistiek; logistiek,T,\n",
     FIGURES ":2: figure 13: sector names \"logistiek\" twice: take one of the two out"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen;limburg;antwerpen,logistiek,T,\n",
     FIGURES ":2: figure 13: province names \"antwerpen\" twice: take one of the two out"},
    {FIGURES, FIGURE_HEAD "13,map,[],logistiek,T,\n",
     FIGURES ":2: figure 13: a map without a province: fill in the province"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen, ; ,T,\n",
     FIGURES ":2: figure 13: a figure of this kind without a sector: fill in the sector"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen,[logistiek],T,\n",
     FIGURES ":2: figure 13: sector is not a list of texts: write it as [\"...\", \"...\"]"},
    {FIGURES,
     FIGURE_HEAD "13,map,antwerpen;limburg,logistiek,T,\n14,map,limburg;antwerpen,logistiek,T,\n",
     FIGURES ":3: figure 14: figure 13 is the same map already: take one of the two lines out"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen,logistiek,Wegen, water\n12,x\n",
     FIGURES ":3: the line has 2 cells, the header 6: put text that holds a separator in double "
             "quotes, and close each quote"},
    {FIGURES, FIGURE_HEAD "\n13,map,antwerpen,logistiek,\"T,\n",
     FIGURES ":3: a quote is not closed before the file ends: close it, and double a quote that "
             "belongs to the text"},
    {FIGURES,
     FIGURE_HEAD "13,map,antwerpen,logistiek,\"Twee\nregels \"\"hier\"\"\",\n12,kaart,,,T,\n",
     FIGURES
     ":4: figure 12: unknown kind \"kaart\": write map, sector-overview or region-overview"},
    {FIGURES, FIGURE_HEAD "13,map,antwerpen,logistiek,Caf\xe9,\n",
     FIGURES ":2: the text is not in UTF-8: save it as CSV in UTF-8"},
    {FIGURES, "",
     FIGURES ":1: the file has no header: write the names of the columns on the first line"},
    {PRESENCE, PRESENCE_HEAD "logistiek,antwerpen,resoc:kempenland,,\n",
     PRESENCE ":2: resoc:kempenland: actor: \"resoc:kempenland\" leads nowhere: did you mean "
              "\"resoc:kempen\"?"},
    {PRESENCE, PRESENCE_HEAD "logistik,antwerpen,resoc:kempen,,\n",
     PRESENCE ":2: resoc:kempen: unknown sector \"logistik\": did you mean \"logistiek\"?"},
    {PRESENCE, PRESENCE_HEAD "logistiek,antwerpen,resoc:kempen,ja,\n",
     PRESENCE ":2: resoc:kempen: unknown recent \"ja\": write true or false"},
    {FIGURES, "figure,kind,province,sector,level,title\n11,region-overview,,,streek,RESOCs\n",
     FIGURES ":2: figure 11: unknown level \"streek\": write resoc or province"},
    {"layers/sectors.csv", "slug,name,symbol\nlogistiek,Logistiek,truk\nzorg,Zorg,cross\n",
     "layers/sectors.csv:2: unknown symbol \"truk\": did you mean \"truck\"?"},
    {"layers/sectors.csv", "slug,name\nlogistiek,Logistiek\nlogistiek,Nog eens\nzorg,Zorg\n",
     "layers/sectors.csv:3: the sector \"logistiek\" is listed twice: take one of the two lines "
     "out"},
    {"layers/context.geojson",
     COLLECTION("{ \"type\": \"Feature\", \"properties\": { \"id\": \"a\", \"kind\": \"town\", "
                "\"name\": \"A\", \"rank\": null }, \"geometry\": " IN_MOL " }"),
     "layers/context.geojson:2: a: a town without name or rank: fill them in; rank 1 is the "
     "highest"},
    {"layers/context.geojson",
     COLLECTION("{ \"type\": \"Feature\", \"properties\": { \"id\": \"a\", \"kind\": \"river\", "
                "\"name\": \"A\", \"rank\": null }, \"geometry\": " IN_MOL " }"),
     "layers/context.geojson:2: a: a road or a water has no line: give it a LineString"},
};

static void expect_just(const fault *row) {
    const char *directory = fixture_make("fault");
    fixture_write(directory, row->file, row->text);
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    sk_status status = sk_project_open(directory, diag, &project);
    char *expected = sk_heap_array(strlen(row->finding) + 2, 1);
    sprintf(expected, "%s\n", row->finding);
    fixture_expect(diag, expected);
    ck_assert_int_eq(status, sk_diag_error_count(diag) > 0 ? SK_ERR_DATA : SK_OK);
    free(expected);
    sk_project_free(project);
    sk_diag_free(diag);
}

START_TEST(a_faulty_coordinate_is_named_with_line_feature_and_remedy) {
    expect_just(&coordinate_faults[_i]);
}
END_TEST

START_TEST(a_faulty_attribute_is_named_with_line_feature_and_remedy) {
    expect_just(&attribute_faults[_i]);
}
END_TEST

START_TEST(ground_that_cannot_be_drawn_is_named_with_line_feature_and_remedy) {
    expect_just(&ground_faults[_i]);
}
END_TEST

START_TEST(a_faulty_line_of_a_list_is_named_with_its_remedy) {
    expect_just(&list_faults[_i]);
}
END_TEST

#define ROWS(array) (int)(sizeof(array) / sizeof(array)[0])

int main(void) {
    Suite *suite = suite_create("faults");
    TCase *tests = tcase_create("faults");
    tcase_add_loop_test(tests, a_faulty_coordinate_is_named_with_line_feature_and_remedy, 0,
                        ROWS(coordinate_faults));
    tcase_add_loop_test(tests, a_faulty_attribute_is_named_with_line_feature_and_remedy, 0,
                        ROWS(attribute_faults));
    tcase_add_loop_test(tests, ground_that_cannot_be_drawn_is_named_with_line_feature_and_remedy, 0,
                        ROWS(ground_faults));
    tcase_add_loop_test(tests, a_faulty_line_of_a_list_is_named_with_its_remedy, 0,
                        ROWS(list_faults));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
