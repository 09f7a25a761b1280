#include "base/clean_text.h"
#include "check_main.h"

#define BAD "\xEF\xBF\xBD"

static const struct {
    const char *text, *clean;
} rows[] = {
    {"", ""},
    {"Haven van Antwerpen", "Haven van Antwerpen"},
    {"Li\xC3\xA8ge \xE2\x80\x93 Aachen \xF0\x9F\x9A\xA2",
     "Li\xC3\xA8ge \xE2\x80\x93 Aachen \xF0\x9F\x9A\xA2"},
    {"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"},
    {"</text><script>&\"'", "</text><script>&\"'"}, /* escaping is the format's work */
    {"a\tb\nc\rd", "a b c d"},
    {"a\xE2\x80\xA8"
     "b\xC2\x85"
     "c",
     "a b c"},
    {"a\x01"
     "b\x1B"
     "c\x7F"
     "d\xC2\x9F",
     "a" BAD "b" BAD "c" BAD "d" BAD},
    {"\xEF\xBF\xBE\xEF\xBF\xBF", BAD BAD},
    {"caf\xE9 noir", "caf" BAD " noir"},   /* Latin-1 */
    {"\xC0\xAF", BAD BAD},                 /* overlong */
    {"\xE0\x80\xAF", BAD BAD BAD},         /* overlong */
    {"\xED\xA0\x80", BAD BAD BAD},         /* surrogate */
    {"\xF4\x90\x80\x80", BAD BAD BAD BAD}, /* beyond Unicode */
    {"\xE2\x82", BAD BAD},                 /* cut short */
    {"\xFF", BAD},
};

START_TEST(text_becomes_clean_and_stays_what_it_can) {
    sk_arena *arena = sk_arena_create();
    char *clean = sk_text_clean(arena, rows[_i].text);
    ck_assert_str_eq(clean, rows[_i].clean);
    ck_assert(sk_text_is_clean(clean));
    sk_arena_free(arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("clean_text");
    TCase *tests = tcase_create("clean_text");
    tcase_add_loop_test(tests, text_becomes_clean_and_stays_what_it_can, 0,
                        sizeof rows / sizeof *rows);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
