/* project.json of a new project. */
#include "base/json_writer.h"
#include "boundaries/sources/slug.h"
#include "starter/starter_file.h"
#include "starter/starter_words.h"

static void put_levels(sk_json_writer *json, const sk_starter *starter,
                       const sk_starter_words *words) {
    sk_json_begin_array(json, "levels");
    for (size_t i = 0; i < starter->levels.count; i++) {
        const char *slug = starter->levels.items[i];
        sk_json_begin_row(json, NULL);
        sk_json_text(json, "slug", slug);
        sk_json_text(json, "plural",
                     sk_slug_of(sk_starter_level_word(words, slug, "many"), words->arena));
        sk_json_end_row(json);
    }
    sk_json_end_array(json);
    sk_json_text(json, "home", starter->levels.items[starter->home]);
    sk_json_begin_array(json, "choosers");
    if (starter->home > SK_REGION_SMALLEST + 1)
        sk_json_text(json, NULL, starter->levels.items[starter->home - 1]);
    sk_json_text(json, NULL, starter->levels.items[starter->home]);
    sk_json_end_array(json);
}

static void put_sea(sk_json_writer *json, const sk_starter_words *words) {
    const char *name = sk_starter_word(words, "sea");
    sk_json_begin_array(json, "surroundings");
    sk_json_begin_row(json, NULL);
    sk_json_text(json, "slug", "sea");
    sk_json_text(json, "name", name == NULL ? "Sea" : name);
    sk_json_boolean(json, "sea", true);
    sk_json_end_row(json);
    sk_json_end_array(json);
}

static void put_words(sk_json_writer *json, const sk_starter *starter,
                      const sk_starter_words *words) {
    static const char *const which[] = {"one", "many", "named", "borders"};
    const char *source = starter->source_line;
    if (source == NULL)
        source =
            sk_starter_word(words, starter->context == NULL ? "source_line" : "demo_source_line");
    sk_json_begin_object(json, "words");
    sk_json_begin_object(json, starter->language);
    sk_json_text(json, "area", starter->area_name);
    sk_json_text(json, "source_line", source);
    sk_json_begin_object(json, "levels");
    for (size_t i = 0; i < starter->levels.count; i++) {
        sk_json_begin_row(json, starter->levels.items[i]);
        for (size_t w = 0; w < sizeof which / sizeof *which; w++)
            sk_json_text(json, which[w],
                         sk_starter_level_word(words, starter->levels.items[i], which[w]));
        sk_json_end_row(json);
    }
    sk_json_end_object(json);
    sk_json_end_object(json);
    sk_json_end_object(json);
}

static sk_status write_settings(const sk_starter *starter, const sk_starter_words *words,
                                sk_diag *diag) {
    sk_starter_file file;
    sk_starter_file_begin(&file, starter, SK_SETTINGS_FILE);
    sk_json_writer json = {.stream = file.stream};
    sk_json_begin_object(&json, NULL);
    sk_json_text(&json, "name", starter->area_name);
    sk_json_text(&json, "crs", starter->crs);
    sk_json_text(&json, "language", starter->language);
    sk_json_text(&json, "style", "house");
    sk_json_text(&json, "area", sk_slug_of(starter->area_name, words->arena));
    sk_json_text(&json, "file_name", "fig-{figure}-{region}-{subject}");
    put_levels(&json, starter, words);
    put_sea(&json, words);
    put_words(&json, starter, words);
    sk_json_end_object(&json);
    return sk_starter_file_end(&file, diag);
}

sk_status sk_starter_write_settings(const sk_starter *starter, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    sk_starter_words words;
    sk_status status = sk_starter_words_read(starter, arena, diag, &words);
    if (status == SK_OK) status = write_settings(starter, &words, diag);
    sk_arena_free(arena);
    return status;
}
