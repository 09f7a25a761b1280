#include "cli/commands/commands.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_file.h"
#include "cli/arguments/say.h"
#include "svg_reader/figure_diff.h"

/* An operand that cannot be used is wrong usage: 1 says that the figures differ. The new one may
 * have been saved by a program that spells the ids of the old one otherwise. */
static sk_status read_figure(const char *path, const sk_svg_figure *old, sk_arena *arena,
                             sk_diag *diag, sk_svg_figure *figure) {
    size_t length = 0;
    char *bytes = sk_text_file_read(path, path, SK_SVG_BYTES_MAX, diag, &length);
    if (bytes == NULL) return SK_ERR_USAGE;
    sk_status status = old == NULL
                           ? sk_svg_figure_read(bytes, length, path, arena, diag, figure)
                           : sk_svg_figure_read_like(old, bytes, length, path, arena, diag, figure);
    free(bytes);
    return status == SK_OK ? SK_OK : SK_ERR_USAGE;
}

static void write_json(const sk_figure_changes *changes, sk_report *report) {
    sk_json_writer json = {.stream = stdout};
    sk_json_begin_object(&json, NULL);
    sk_json_begin_array(&json, "changes");
    for (size_t i = 0; i < changes->count; i++) {
        const sk_figure_change *change = &changes->items[i];
        sk_json_begin_object(&json, NULL);
        sk_json_text(&json, "change", sk_change_kind_name(change->kind));
        sk_json_text(&json, "id", change->id);
        sk_json_text(&json, "feature", change->feature);
        if (change->moved_mm > 0)
            sk_json_integer(&json, "moved_um", lround(change->moved_mm * 1000));
        sk_json_text(&json, "words", change->words);
        sk_json_end_object(&json);
    }
    sk_json_end_array(&json);
    sk_report_write_json(report, &json);
    sk_json_end_object(&json);
}

static void print_changes(const sk_figure_changes *changes) {
    for (size_t i = 0; i < changes->count; i++) sk_say(stdout, "%s", changes->items[i].words);
    if (changes->count == 0) sk_say(stdout, "no difference");
}

sk_status sk_diff_command(const sk_arguments *arguments, sk_report *report) {
    sk_arena *arena = sk_arena_create();
    sk_svg_figure old, now;
    const char *const *files = arguments->operands;
    sk_status status = read_figure(files[0], NULL, arena, report->diag, &old);
    if (status == SK_OK) status = read_figure(files[1], &old, arena, report->diag, &now);
    if (status == SK_OK && strcmp(old.target, now.target) != 0) {
        sk_diag_error(report->diag, (sk_place){.file = files[1]},
                      "draw both with the same --svg-target",
                      "is written for \"%s\", the other for \"%s\"", now.target, old.target);
        status = SK_ERR_USAGE;
    }
    if (status == SK_OK) {
        sk_figure_changes changes = sk_figure_diff(&old, &now, arena);
        if (arguments->json)
            write_json(&changes, report);
        else if (!arguments->quiet)
            print_changes(&changes);
        if (changes.count > 0) status = SK_ERR_DATA;
    }
    sk_arena_free(arena);
    return status;
}
