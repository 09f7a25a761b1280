/* Slugs that files, ids and references are made of, of names in any script. */
#include "boundaries/sources/slug.h"

#include "check_main.h"

static const struct {
    const char *name, *slug;
} slugs[] = {
    {"Liège", "liege"},
    {"Sint-Pieters (West)", "sint-pieters-west"},
    {"  Noord / Zuid ", "noord-zuid"},
    {"L'Aquila", "l-aquila"},
    {"\"Aan de Maas\"", "aan-de-maas"},
    {"Łódź", "lodz"},
    {"Žďár nad Sázavou", "zdar-nad-sazavou"},
    {"Lie\xCC\x80ge", "liege"}, /* the accent as a mark of its own */
    {"北京", "u5317-u4eac"},
    {"東京 23", "u6771-u4eac-23"},
    {"--", ""},
    {"", ""},
    {"\xFF", ""},
};

START_TEST(a_name_in_any_script_has_a_slug_of_its_own) {
    sk_arena *arena = sk_arena_create();
    ck_assert_str_eq(sk_slug_of(slugs[_i].name, arena), slugs[_i].slug);
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("slug");
    TCase *tests = tcase_create("slug");
    tcase_add_loop_test(tests, a_name_in_any_script_has_a_slug_of_its_own, 0,
                        sizeof slugs / sizeof slugs[0]);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
