/* A small project to load: three square municipalities in two provinces, and a catalogue of one
 * sector. Tests overwrite one file of it with what they are about. */
#ifndef TESTS_LOAD_PROJECT_FIXTURE_H
#define TESTS_LOAD_PROJECT_FIXTURE_H

#include <check.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/project.h"

#define COLLECTION(features) \
    "{ \"type\": \"FeatureCollection\", \"features\": [\n" features "\n] }\n"
/* One line a feature; `more` begins with a comma. */
#define FEATURE(id, kind, more, geometry)                                              \
    "{ \"type\": \"Feature\", \"properties\": { \"id\": \"" id                         \
    "\", \"province\": \"antwerpen\", \"kind\": \"" kind "\", \"name\": \"Naam\"" more \
    " }, \"geometry\": " geometry " }"
#define POINT(coordinates) "{ \"type\": \"Point\", \"coordinates\": " coordinates " }"
#define IN_MOL POINT("[4.44029, 51.19995]")
#define IN_GEEL POINT("[4.58336, 51.19978]")

#define SOUND_POINT FEATURE("punt", "point", ", \"number\": 1, \"place\": \"Mol\"", IN_MOL)
#define SOUND_ZONE FEATURE("zone", "zone", ", \"area\": [\"municipality:Geel\"]", "null")
#define SOUND_LINK                                                                            \
    FEATURE("link", "link",                                                                   \
            ", \"link_type\": \"infrastructural\", \"from\": [\"zone\"], \"to\": [\"punt\", " \
            "\"place:eindhoven\"]",                                                           \
            "null")

/* The levels of its project.json. */
enum { FIXTURE_MUNICIPALITY, FIXTURE_RESOC, FIXTURE_PROVINCE };
static const char fixture_settings[] =
    "{\n\"name\": \"Proef\",\n\"crs\": \"EPSG:31370\",\n\"language\": \"nl\",\n"
    "\"area\": \"vlaanderen\",\n\"file_name\": \"fig-{figure}-{region}-{subject}\",\n"
    "\"levels\": [{ \"slug\": \"municipality\" }, { \"slug\": \"resoc\" },\n"
    "{ \"slug\": \"province\" }],\n\"home\": \"province\",\n"
    "\"choosers\": [\"resoc\", \"province\"],\n\"words\": {}\n}\n";

typedef struct {
    const char *level, *slug, *name, *resoc, *province;
    double west, south, east, north;
} fixture_region;

static const fixture_region fixture_regions[] = {
    {"municipality", "13025", "Mol", "kempen", "antwerpen", 150000, 200000, 160000, 220000},
    {"municipality", "13008", "Geel", "kempen", "antwerpen", 160000, 200000, 170000, 220000},
    {"municipality", "71016", "Genk", "limburg", "limburg", 170000, 200000, 190000, 220000},
    {"resoc", "kempen", "RESOC Kempen", NULL, "antwerpen", 150000, 200000, 170000, 220000},
    {"resoc", "limburg", "RESOC Limburg", NULL, "limburg", 170000, 200000, 190000, 220000},
    {"province", "antwerpen", "Antwerpen", NULL, NULL, 150000, 200000, 170000, 220000},
    {"province", "limburg", "Limburg", NULL, NULL, 170000, 200000, 190000, 220000},
    {"neighbour", "nederland", "Nederland", NULL, NULL, 150000, 220000, 190000, 250000},
    {"sea", "noordzee", "Noordzee", NULL, NULL, 0, 200000, 50000, 250000},
};

static inline void fixture_square(OGRFeatureH feature, const fixture_region *region) {
    OGRGeometryH ring = OGR_G_CreateGeometry(wkbLinearRing);
    OGR_G_AddPoint_2D(ring, region->west, region->south);
    OGR_G_AddPoint_2D(ring, region->east, region->south);
    OGR_G_AddPoint_2D(ring, region->east, region->north);
    OGR_G_AddPoint_2D(ring, region->west, region->north);
    OGR_G_AddPoint_2D(ring, region->west, region->south);
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    OGR_G_AddGeometryDirectly(polygon, ring);
    OGR_F_SetGeometryDirectly(feature, polygon);
}

static inline void fixture_set(OGRFeatureH feature, const char *field, const char *value) {
    int index = OGR_F_GetFieldIndex(feature, field);
    if (index >= 0 && value != NULL) OGR_F_SetFieldString(feature, index, value);
}

static inline OGRLayerH fixture_layer(GDALDatasetH dataset, const char *name, int epsg) {
    OGRSpatialReferenceH reference = OSRNewSpatialReference(NULL);
    if (epsg != 0) OSRImportFromEPSG(reference, epsg);
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayerH layer =
        GDALDatasetCreateLayer(dataset, name, epsg == 0 ? NULL : reference, wkbUnknown, NULL);
    OSRDestroySpatialReference(reference);
    return layer;
}

static inline void fixture_fields(OGRLayerH layer, const char *const *names) {
    for (; *names != NULL; names++) {
        OGRFieldDefnH field = OGR_Fld_Create(*names, OFTString);
        ck_assert_int_eq(OGR_L_CreateField(layer, field, true), OGRERR_NONE);
        OGR_Fld_Destroy(field);
    }
}

/* The boundary set; a level named `without` is left out. */
static inline void fixture_boundaries(const char *directory, const char *without, int epsg) {
    static const char *const levels[] = {"municipality", "resoc", "province", "neighbour", "sea"};
    static const char *const fields[] = {"slug", "name", "resoc", "province", NULL};
    char path[1024];
    snprintf(path, sizeof path, "%s/boundaries/regions.gpkg", directory);
    remove(path);
    GDALAllRegister();
    GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName("GPKG"), path, 0, 0, 0, GDT_Unknown, NULL);
    for (size_t level = 0; level < 5; level++) {
        if (without != NULL && strcmp(without, levels[level]) == 0) continue;
        OGRLayerH layer = fixture_layer(dataset, levels[level], epsg);
        fixture_fields(layer, fields);
        for (size_t i = 0; i < sizeof fixture_regions / sizeof fixture_regions[0]; i++) {
            const fixture_region *region = &fixture_regions[i];
            if (strcmp(region->level, levels[level]) != 0) continue;
            OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
            fixture_set(feature, "slug", region->slug);
            fixture_set(feature, "name", region->name);
            fixture_set(feature, "resoc", region->resoc);
            fixture_set(feature, "province", region->province);
            fixture_square(feature, region);
            ck_assert_int_eq(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
            OGR_F_Destroy(feature);
        }
    }
    GDALClose(dataset);
}

static inline void fixture_write_bytes(const char *directory, const char *file, const void *bytes,
                                       size_t length) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", directory, file);
    FILE *stream = fopen(path, "wb");
    ck_assert_ptr_nonnull(stream);
    fwrite(bytes, 1, length, stream);
    fclose(stream);
}

static inline void fixture_write(const char *directory, const char *file, const char *text) {
    fixture_write_bytes(directory, file, text, strlen(text));
}

static inline void fixture_remove(const char *directory, const char *file) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", directory, file);
    remove(path);
}

/* What the sound project says, in its lists and its one sector. */
static inline void fixture_layers(const char *directory) {
    fixture_write(directory, "layers/sectors.csv", "slug,name\nlogistiek,Logistiek\nzorg,Zorg\n");
    fixture_write(directory, "layers/figures.csv",
                  "figure,kind,province,sector,title,caption\n"
                  "52,sector-overview,,logistiek,Overzicht,Overzicht logistiek\n"
                  "13,map,antwerpen,logistiek,Logistiek,\"Logistiek, in Antwerpen\"\n"
                  "11,region-overview,,,RESOCs,\n");
    fixture_write(directory, "layers/presence.csv",
                  "sector,province,actor,recent,note\n"
                  "logistiek,antwerpen,resoc:kempen,true,\n"
                  "logistiek,antwerpen,province:antwerpen,,nieuw\n");
    fixture_write(
        directory, "layers/places.geojson",
        COLLECTION("{ \"type\": \"Feature\", \"properties\": { \"id\": \"eindhoven\", "
                   "\"name\": \"Eindhoven\" }, \"geometry\": " POINT("[5.48, 51.44]") "}"));
    fixture_write(directory, "layers/context.geojson",
                  COLLECTION("{ \"type\": \"Feature\", \"properties\": { \"id\": \"e313\", "
                             "\"kind\": \"motorway\", \"name\": \"E313\", \"rank\": null }, "
                             "\"geometry\": { \"type\": \"LineString\", \"coordinates\": "
                             "[[4.44, 51.2], [4.8, 51.2]] } },\n"
                             "{ \"type\": \"Feature\", \"properties\": { \"id\": \"mol\", "
                             "\"kind\": \"town\", \"name\": \"Mol\", \"rank\": 1 }, "
                             "\"geometry\": " IN_MOL " }"));
    fixture_write(directory, "layers/logistiek.geojson",
                  COLLECTION(SOUND_POINT ",\n" SOUND_ZONE ",\n" SOUND_LINK));
}

/* A sound project in the folder `name` of this test program; gives the folder's path. */
static inline const char *fixture_make(const char *name) {
    static char directory[512];
    char command[4096];
    snprintf(directory, sizeof directory, "%s/%s", SK_TEST_OUT, name);
    snprintf(command, sizeof command,
             "rm -rf '%s' && mkdir -p '%s/boundaries' '%s/layers' '%s/styles'", directory,
             directory, directory, directory);
    ck_assert_int_eq(system(command), 0);
    fixture_write(directory, "project.json", fixture_settings);
    fixture_boundaries(directory, NULL, 31370);
    fixture_layers(directory);
    return directory;
}

/* All findings, a line each; the caller's to free(). */
static inline char *fixture_findings(const sk_diag *diag) {
    size_t length = 0;
    char *all = sk_heap_array(1, 1);
    for (size_t i = 0; i < sk_diag_count(diag); i++) {
        char *text = sk_finding_text(sk_diag_get(diag, i));
        all = sk_heap_resize(all, length + strlen(text) + 2, 1);
        length += (size_t)sprintf(all + length, "%s\n", text);
        free(text);
    }
    return all;
}

/* The same findings, in the same order. */
static inline void fixture_expect(const sk_diag *diag, const char *expected) {
    char *findings = fixture_findings(diag);
    ck_assert_str_eq(findings, expected);
    free(findings);
}

#endif
