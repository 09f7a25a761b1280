#include "cli/progress/events.h"

#include <stdio.h>

#include "base/json_writer.h"
#include "cli/arguments/report.h"

static sk_json_writer begin(const char *event) {
    sk_json_writer json = {.stream = stdout};
    sk_json_begin_row(&json, NULL);
    sk_json_text(&json, "event", event);
    return json;
}

void sk_event_serve(const char *address) {
    sk_json_writer json = begin("serve");
    sk_json_text(&json, "address", address);
    sk_json_end_row(&json);
}

void sk_event_start(size_t figures, size_t to_draw, const char *folder) {
    sk_json_writer json = begin("start");
    sk_json_integer(&json, "figures", (long)figures);
    sk_json_integer(&json, "to_draw", (long)to_draw);
    sk_json_text(&json, "folder", folder);
    sk_json_end_row(&json);
}

/* The files that were drawn, or those that were not. */
static void write_files(sk_json_writer *json, const char *key, const sk_figure_job *job,
                        bool drawn) {
    sk_json_begin_array(json, key);
    for (int kind = 0; kind < SK_PART_COUNT; kind++)
        for (size_t i = 0; i < job->parts[kind].piece_count; i++) {
            const sk_piece *piece = &job->parts[kind].pieces[i];
            for (size_t k = 0; k < piece->files.count; k++)
                if (piece->files.items[k].written && (piece->was == NULL) == drawn)
                    sk_json_text(json, NULL, piece->files.items[k].path);
        }
    sk_json_end_array(json);
}

void sk_event_figure(const sk_figure_job *job, sk_outcome outcome) {
    static const char *const names[] = {"drawn", "unchanged", "not drawn"};
    sk_json_writer json = begin("figure");
    sk_json_integer(&json, "figure", job->figure->number);
    sk_json_text(&json, "name", job->stem);
    sk_json_text(&json, "state", names[outcome]);
    write_files(&json, "drawn", job, true);
    write_files(&json, "unchanged", job, false);
    sk_json_end_row(&json);
}

void sk_event_file(const char *path) {
    sk_json_writer json = begin("file");
    sk_json_text(&json, "path", path);
    sk_json_end_row(&json);
}

void sk_event_plan(const char *path, const char *why) {
    sk_json_writer json = begin("would draw");
    sk_json_text(&json, "path", path);
    sk_json_text(&json, "why", why);
    sk_json_end_row(&json);
}

void sk_event_plan_sum(size_t drawn, size_t all) {
    sk_json_writer json = begin("plan");
    sk_json_integer(&json, "files", (long)all);
    sk_json_integer(&json, "would_draw", (long)drawn);
    sk_json_end_row(&json);
}

void sk_event_finding(const sk_finding *finding) {
    sk_json_writer json = begin("finding");
    sk_finding_write_json(finding, &json);
    sk_json_end_row(&json);
}

void sk_event_summary(const sk_summary *sum, sk_status status) {
    sk_json_writer json = begin("summary");
    sk_json_integer(&json, "drawn", (long)sum->drawn);
    sk_json_integer(&json, "unchanged", (long)sum->unchanged);
    sk_json_integer(&json, "not_drawn", (long)sum->not_drawn);
    sk_json_integer(&json, "errors", (long)sum->errors);
    sk_json_integer(&json, "warnings", (long)sum->warnings);
    sk_json_text(&json, "folder", sum->folder);
    sk_json_begin_array(&json, "files");
    for (size_t i = 0; i < sum->file_count; i++) sk_json_text(&json, NULL, sum->files[i]);
    sk_json_end_array(&json);
    sk_json_integer(&json, "status", (long)status);
    sk_json_end_row(&json);
}
