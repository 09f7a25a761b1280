#include "streekkaart/wording.h"

#include "check_main.h"
#include "load/wording/wording_keys.h"
#include "project_fixture.h"

static sk_diag *diag;
static sk_arena *arena;
static sk_wording words;

static void set_up(void) {
    diag = sk_diag_create();
    arena = sk_arena_create();
}

static void tear_down(void) {
    sk_diag_free(diag);
    sk_arena_free(arena);
}

static const char *group_of(const char *path) {
    const char *dot = strchr(path, '.');
    return dot == NULL ? "" : sk_arena_string_n(arena, path, (size_t)(dot - path));
}

/* A file with each word once, its text being its path and its blanks; `skip` is left out, and
 * `more` stands at the end. */
static const char *whole_file(const char *skip, const char *more) {
    sk_word_key_list keys = sk_word_keys();
    const char *text = "{", *group = "", *comma = "";
    for (size_t i = 0; i < keys.count; i++) {
        const char *path = keys.items[i].path, *here = group_of(path);
        if (strcmp(here, group) != 0) {
            const char *end = *group ? " }," : text[1] == '\0' ? "" : ",";
            text = sk_arena_printf(arena, "%s%s\n\"%s\": {", text, end, here);
            comma = "";
        }
        group = here;
        if (skip != NULL && strcmp(skip, path) == 0) continue;
        text = sk_arena_printf(arena, "%s%s\n\"%s\": \"%s %s\"", text, comma,
                               *here ? path + strlen(here) + 1 : path, path, keys.items[i].blanks);
        comma = ",";
    }
    return sk_arena_printf(arena, "%s }%s\n}\n", text, more);
}

static sk_status parse(const char *text) {
    return sk_wording_parse(text, strlen(text), "styles/languages/xx.json", arena, diag, &words);
}

START_TEST(each_word_of_a_file_comes_under_its_own_key) {
    ck_assert_int_eq(parse(whole_file(NULL, "")), SK_OK);
    fixture_expect(diag, "");
    sk_word_key_list keys = sk_word_keys();
    for (size_t i = 0; i < keys.count; i++) {
        const char *word = *(const char **)(void *)((char *)&words + keys.items[i].offset);
        ck_assert_msg(strncmp(word, keys.items[i].path, strlen(keys.items[i].path)) == 0, "%s: %s",
                      keys.items[i].path, word);
    }
    ck_assert_str_eq(words.language, "xx");
    ck_assert(!words.of_catalogue);
}
END_TEST

START_TEST(a_missing_word_is_reported_with_file_key_and_use) {
    ck_assert_int_eq(parse(whole_file("legend.zone", "")), SK_ERR_DATA);
    fixture_expect(diag,
                   "styles/languages/xx.json: legend.zone: the key is missing: add it (a zone on "
                   "ground of its own)\n");
}
END_TEST

START_TEST(a_missing_pattern_is_reported_with_its_blanks) {
    ck_assert_int_eq(parse(whole_file("title.figure", "")), SK_ERR_DATA);
    fixture_expect(diag,
                   "styles/languages/xx.json: title.figure: the key is missing: add it (above a "
                   "figure, with {number} {caption})\n");
}
END_TEST

/* What is put behind a whole file, and what is said about it. */
static const struct {
    const char *more, *finding;
} mistakes[] = {
    {", \"legend.zon\": \"x\"", "legend.zon: unknown key: did you mean \"legend.zone\"?"},
    {", \"legende\": {}", "legende: unknown key: take it out"},
    {", \"distance\": \"x {kilometres}\"", "distance: the key is given twice: take one of the two"},
    {", \"legend\": \"x\"", "legend: not an object: write it as { ... }"},
    {", \"legend\": { \"zone\": \"x\" }", "legend.zone: the key is given twice: take one of the"},
};

START_TEST(a_mistake_is_named_with_key_and_remedy) {
    ck_assert_int_eq(parse(whole_file(NULL, mistakes[_i].more)), SK_ERR_DATA);
    char *findings = fixture_findings(diag);
    ck_assert_uint_eq(sk_diag_count(diag), 1);
    ck_assert_msg(strstr(findings, mistakes[_i].finding) != NULL, "%s", findings);
    free(findings);
}
END_TEST

static const struct {
    const char *key, *text;
} patterns[] = {
    {"table.source", "Bron {name}"},     {"distance", "km"},
    {"distance", "{kilometer} km"},      {"distance", "{kilometres} {kilometres}"},
    {"distance", "{kilometres} {name}"}, {"distance", "{kilometres km"},
};

START_TEST(a_text_without_its_blanks_or_with_others_is_refused) {
    bool of_table = strchr(patterns[_i].key, '.') != NULL;
    const char *more =
        sk_arena_printf(arena, of_table ? ", \"table\": { \"%s\": \"%s\" }" : ", \"%s\": \"%s\"",
                        patterns[_i].key + (of_table ? 6 : 0), patterns[_i].text);
    ck_assert_int_eq(parse(whole_file(patterns[_i].key, more)), SK_ERR_DATA);
    ck_assert_uint_eq(sk_diag_count(diag), 1);
    ck_assert_str_eq(sk_diag_get(diag, 0)->what, "these are not its blanks");
}
END_TEST

START_TEST(what_is_no_object_or_no_json_is_refused) {
    ck_assert_int_eq(parse("[]"), SK_ERR_DATA);
    ck_assert_int_eq(parse("{"), SK_ERR_DATA);
    ck_assert_ptr_null(words.language);
    ck_assert_uint_eq(sk_diag_error_count(diag), 2);
}
END_TEST

START_TEST(blanks_are_filled_and_what_a_value_holds_is_left_alone) {
    const sk_blank blanks[] = {{"number", "13"}, {"caption", "Zorg {number} %s"}};
    ck_assert_str_eq(sk_wording_fill("Figuur {number}: {caption}.", blanks, 2, arena),
                     "Figuur 13: Zorg {number} %s.");
    ck_assert_str_eq(sk_wording_fill("{other} {", blanks, 2, arena), "{other} {");
    ck_assert_str_eq(sk_wording_fill("", blanks, 2, arena), "");
}
END_TEST

/* A project.json with its words in the language xx: `more` behind the words of the levels. */
static const char *project_words(const char *more) {
    return sk_arena_printf(
        arena,
        "{ \"words\": { \"xx\": { \"area\": \"Flandre\", \"source_line\": \"Source\", \"levels\": {"
        "\"municipality\": { \"one\": \"commune\", \"many\": \"communes\", \"named\": \"{name}\","
        " \"borders\": \"Limites\" },\n"
        "\"resoc\": { \"one\": \"RESOC\", \"many\": \"RESOC\", \"named\": \"{name}\","
        " \"borders\": \"Limites\" },\n"
        "\"province\": { \"one\": \"province\", \"many\": \"provinces\","
        " \"named\": \"province {name}\", \"borders\": \"Limites\" } }%s } } }",
        more);
}

static const char names[] =
    ", \"names\": { \"province\": { \"antwerpen\": \"Anvers\", \"limburg\": \"Limbourg\" },"
    " \"in_full\": { \"antwerpen\": \"la province d'Anvers\" },"
    " \"resoc\": { \"kempen\": \"Campine\", \"limburg\": \"Limbourg\" },"
    " \"neighbour\": { \"nederland\": \"Pays-Bas\" }, \"sea\": { \"noordzee\": \"Mer\" },"
    " \"sector\": { \"logistiek\": \"Logistique\", \"zorg\": \"Soins\" } }";

static sk_project *open_fixture(const char *name) {
    sk_project *project = NULL;
    ck_assert_int_eq(sk_project_open(fixture_make(name), diag, &project), SK_OK);
    return project;
}

/* The language's words, then the project's own. */
static sk_status parse_both(const sk_project *project, const char *more) {
    sk_status status = parse(whole_file(NULL, ""));
    const char *own = project_words(more);
    sk_status added =
        sk_project_words_parse(own, strlen(own), &project->settings, arena, diag, &words);
    return status == SK_OK ? added : status;
}

/* What is put behind the project's words, and what is said about it. */
static const struct {
    const char *more, *finding;
} own_mistakes[] = {
    {", \"source_lin\": \"x\"",
     "words.xx.source_lin: unknown key: did you mean \"words.xx.source_line\"?"},
    {", \"area\": \"x\"", "words.xx.area: the key is given twice"},
    {", \"levels\": { \"gewest\": {} }", "words.xx.levels.gewest: unknown key"},
    {", \"names\": []", "words.xx.names: not an object: write it as { ... }"},
    {", \"names\": { \"provinces\": {} }",
     "words.xx.names.provinces: unknown key: did you mean \"words.xx.names.province\"?"},
    {", \"names\": { \"sector\": { \"zorg\": 1 } }",
     "words.xx.names.sector.zorg: not a text: write it between quotes"},
    {", \"names\": { \"sector\": { \"zorg\": \"\" } }",
     "words.xx.names.sector.zorg: it is empty: write it between quotes"},
    {", \"names\": { \"sector\": { \"zorg\": \"a\", \"zorg\": \"b\" } }",
     "words.xx.names.sector.zorg: the key is given twice"},
};

START_TEST(a_mistake_in_the_projects_own_words_is_named_with_key_and_remedy) {
    sk_project *project = open_fixture("own-mistakes");
    ck_assert_int_eq(parse_both(project, own_mistakes[_i].more), SK_ERR_DATA);
    char *findings = fixture_findings(diag);
    ck_assert_uint_eq(sk_diag_count(diag), 1);
    ck_assert_msg(strstr(findings, own_mistakes[_i].finding) != NULL, "%s", findings);
    free(findings);
    sk_project_free(project);
}
END_TEST

START_TEST(a_project_owes_each_language_its_words) {
    sk_project *project = open_fixture("owed");
    static const char own[] = "{ \"words\": { \"xx\": { \"area\": \"Flandre\" } } }";
    ck_assert_int_eq(parse(whole_file(NULL, "")), SK_OK);
    ck_assert_int_eq(
        sk_project_words_parse(own, strlen(own), &project->settings, arena, diag, &words),
        SK_ERR_DATA);
    ck_assert_uint_eq(sk_diag_count(diag), 1 + 3 * 4);
    ck_assert_str_eq(sk_diag_get(diag, 0)->place.feature, "words.xx.source_line");
    ck_assert_str_eq(sk_diag_get(diag, 0)->remedy, "add it: where data and boundaries are from");
    sk_project_free(project);
}
END_TEST

START_TEST(a_project_takes_the_names_and_titles_of_its_language) {
    sk_project *project = open_fixture("translated");
    ck_assert_int_eq(parse_both(project, names), SK_OK);
    ck_assert_int_eq(sk_wording_check(&words, project, diag), SK_OK);
    sk_project_translate(project, &words);
    fixture_expect(diag, "");
    ck_assert_str_eq(sk_project_region(project, FIXTURE_RESOC, "kempen")->name, "Campine");
    ck_assert_str_eq(project->sectors[0].name, "Logistique");
    ck_assert_str_eq(project->figures[0].title, "title.region_overview RESOC");
    ck_assert_str_eq(project->figures[1].title, "Logistique");
    ck_assert_str_eq(project->figures[1].caption, "title.sheet Logistique la province d'Anvers");
    ck_assert_str_eq(project->figures[2].title, "title.sector_overview Logistique");
    ck_assert_str_eq(sk_project_region(project, FIXTURE_MUNICIPALITY, "Geel")->name, "Geel");
    const sk_region *limburg = sk_project_home(project, "limburg");
    ck_assert_str_eq(sk_wording_region(&words, limburg, arena), "province Limbourg");
    sk_project_free(project);
}
END_TEST

START_TEST(the_catalogues_own_language_keeps_its_names_and_titles) {
    sk_project *project = open_fixture("own");
    project->settings.language = "xx";
    ck_assert_int_eq(parse_both(project, ""), SK_OK);
    ck_assert(words.of_catalogue);
    ck_assert_int_eq(sk_wording_check(&words, project, diag), SK_OK);
    sk_project_translate(project, &words);
    fixture_expect(diag, "");
    ck_assert_str_eq(project->figures[1].caption, "Logistiek, in Antwerpen");
    ck_assert_str_eq(sk_wording_figure_title(&words, &project->figures[1], arena),
                     "title.figure 13 Logistiek, in Antwerpen");
    ck_assert_str_eq(sk_wording_sheet_title(&words, project, &project->figures[1], arena),
                     "title.sheet Logistiek province Antwerpen");
    sk_project_free(project);
}
END_TEST

START_TEST(names_that_lack_and_names_of_nothing_are_reported) {
    sk_project *project = open_fixture("names");
    char *faulty = sk_arena_string(arena, names);
    memcpy(strstr(faulty, "zorg"), "zorq", 4);
    ck_assert_int_eq(parse_both(project, faulty), SK_OK);
    ck_assert_int_eq(sk_wording_check(&words, project, diag), SK_ERR_DATA);
    ck_assert_uint_eq(sk_diag_count(diag), 2);
    ck_assert_str_eq(sk_diag_get(diag, 0)->remedy, "did you mean \"zorg\"?");
    ck_assert_str_eq(sk_diag_get(diag, 1)->place.feature, "words.xx.names.sector.zorg");
    ck_assert_str_eq(sk_diag_get(diag, 1)->what, "the key is missing");
    sk_project_free(project);
}
END_TEST

START_TEST(a_language_that_is_not_there_is_named) {
    ck_assert_int_eq(sk_wording_open(SK_TEST_PROJECT, NULL, "fra", arena, diag, &words),
                     SK_ERR_DATA);
    fixture_expect(diag,
                   "styles/languages/fra.json: there is no such language: did you mean \"fr\"?\n");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("wording");
    TCase *tests = tcase_create("wording");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, each_word_of_a_file_comes_under_its_own_key);
    tcase_add_test(tests, a_missing_word_is_reported_with_file_key_and_use);
    tcase_add_test(tests, a_missing_pattern_is_reported_with_its_blanks);
    tcase_add_loop_test(tests, a_mistake_is_named_with_key_and_remedy, 0,
                        sizeof mistakes / sizeof mistakes[0]);
    tcase_add_loop_test(tests, a_text_without_its_blanks_or_with_others_is_refused, 0,
                        sizeof patterns / sizeof patterns[0]);
    tcase_add_test(tests, what_is_no_object_or_no_json_is_refused);
    tcase_add_test(tests, blanks_are_filled_and_what_a_value_holds_is_left_alone);
    tcase_add_loop_test(tests, a_mistake_in_the_projects_own_words_is_named_with_key_and_remedy, 0,
                        sizeof own_mistakes / sizeof own_mistakes[0]);
    tcase_add_test(tests, a_project_owes_each_language_its_words);
    tcase_add_test(tests, a_project_takes_the_names_and_titles_of_its_language);
    tcase_add_test(tests, the_catalogues_own_language_keeps_its_names_and_titles);
    tcase_add_test(tests, names_that_lack_and_names_of_nothing_are_reported);
    tcase_add_test(tests, a_language_that_is_not_there_is_named);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
