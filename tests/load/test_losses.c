#include "check_main.h"
#include "project_fixture.h"

#define CATALOGUE "layers/logistiek.geojson"
#define FIGURES                                                         \
    "figure,kind,province,sector,title\n13,map,antwerpen,logistiek,A\n" \
    "14,map,limburg,logistiek,B\n15,map,antwerpen,zorg,C\n"             \
    "16,sector-overview,,logistiek,D\n17,region-overview,,,E\n"
#define LIMBURG(geometry)                                                                   \
    "{ \"type\": \"Feature\", \"properties\": { \"id\": \"l\", \"province\": \"limburg\", " \
    "\"kind\": \"point\", \"name\": \"Naam\" }, \"geometry\": " geometry " }"

/* What is written into a file, and of figures 13 to 17: "-" for one that is whole, "r" where a row
 * is missing, "T" a whole table. */
static const struct {
    const char *file, *text, *losses;
} faults[] = {
    {CATALOGUE, COLLECTION(SOUND_POINT ",\n" SOUND_ZONE ",\n" SOUND_LINK), "-----"},
    {CATALOGUE, "{ \"type\": \"FeatureCollection\", \"features\": [", "TT-T-"},
    {CATALOGUE, COLLECTION(FEATURE("a", "pont", "", IN_MOL)), "r--r-"},
    {CATALOGUE, COLLECTION(LIMBURG("null")), "-r-r-"},
    {CATALOGUE, COLLECTION(LIMBURG(POINT("[4.4]"))), "rr-r-"}, /* its province was not read */
    {CATALOGUE, COLLECTION(FEATURE("a", "point", "", POINT("[7.4, 51.2]"))), "r--r-"},
    {CATALOGUE, COLLECTION(FEATURE("a", "zone", ", \"area\": \"resoc:x; resoc:kempen\"", "null")),
     "r--r-"},
    {CATALOGUE, COLLECTION(FEATURE("a", "point", ", \"place\": \"Gheel\"", IN_MOL)), "-----"},
    {"layers/presence.csv", "sector,province,actor\nzorg,antwerpen,resoc:x\n", "--r-r"},
    {"layers/presence.csv", "sector,province\nzorg,antwerpen\n", "TTTTT"},
    {"layers/sectors.csv", "slug,name\nlogistiek,L\nlogistiek,M\nzorg,Z\n", "rrrrr"},
    {"layers/context.geojson", "{", "TTTTT"},
    {"layers/pins.json", "{", "rrrrr"},
    {"layers/pins.json", "{ \"figures\": { \"15\": { \"x\": { \"dx\": 1, \"dy\": 1 } } } }",
     "--r--"},
};

START_TEST(a_fault_takes_something_from_the_figures_that_would_show_it) {
    const char *directory = fixture_make("loss");
    fixture_write(directory, "layers/figures.csv", FIGURES);
    fixture_write(directory, faults[_i].file, faults[_i].text);
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    sk_status status = sk_project_open(directory, diag, &project);
    ck_assert_int_eq(status, _i == 0 ? SK_OK : SK_ERR_DATA);
    ck_assert_ptr_nonnull(project);
    char losses[6] = "";
    ck_assert_uint_eq(project->figure_count, 5);
    for (size_t i = 0; i < 5; i++) {
        const sk_loss *loss = sk_project_loss(project, &project->figures[i]);
        losses[i] = loss == NULL ? '-' : loss->is_whole ? 'T' : 'r';
    }
    ck_assert_str_eq(losses, faults[_i].losses);
    sk_project_free(project);
    sk_diag_free(diag);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("losses");
    TCase *tests = tcase_create("losses");
    tcase_add_loop_test(tests, a_fault_takes_something_from_the_figures_that_would_show_it, 0,
                        (int)(sizeof faults / sizeof faults[0]));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
