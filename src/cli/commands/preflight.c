#include "streekkaart/preflight.h"

#include <math.h>
#include <stdio.h>

#include "cli/arguments/say.h"
#include "cli/commands/commands.h"

static const char *joined(const sk_preflight_list *list, sk_arena *arena) {
    const char *all = list->count == 0 ? "none" : "";
    for (size_t i = 0; i < list->count; i++)
        all = sk_arena_printf(arena, "%s%s%s", all, i == 0 ? "" : ", ", list->items[i]);
    return all;
}

static void print_points(const char *name, double points) {
    if (points > 0)
        sk_say(stdout, "  %-14s%.2f pt", name, points);
    else
        sk_say(stdout, "  %-14snone", name);
}

static void print_report(const char *path, const sk_preflight_report *seen, sk_arena *arena) {
    sk_say(stdout, "%s", path);
    sk_say(stdout, "  %-14s%s", "looked at as", seen->standard);
    sk_say(stdout, "  %-14s%zu, of %.1f x %.1f mm, bleed %.1f mm, on paper of %.1f x %.1f mm",
           "pages", seen->page_count, seen->trim_mm[0], seen->trim_mm[1], seen->bleed_mm,
           seen->paper_mm[0], seen->paper_mm[1]);
    print_points("thinnest line", seen->thinnest_pt);
    print_points("smallest text", seen->smallest_text_pt);
    sk_say(stdout, "  %-14s%.0f %%", "most ink", seen->most_ink * 100);
    sk_say(stdout, "  %-14s%s", "fonts", joined(&seen->fonts, arena));
    sk_say(stdout, "  %-14s%s", "colours", joined(&seen->colours, arena));
    sk_say(stdout, "  %-14s%s", "printed as",
           seen->condition != NULL ? seen->condition : "not said");
    sk_say(stdout, "  %-14s%s", "layers", joined(&seen->layers, arena));
    for (size_t i = 0; i < seen->clause_count; i++) {
        const sk_preflight_clause *clause = &seen->clauses[i];
        if (clause->fault == NULL)
            sk_say(stdout, "  pass  %s: %s", clause->name, clause->wants);
        else
            sk_say(stdout, "  FAIL  %s: %s, but %s", clause->name, clause->wants, clause->fault);
    }
}

static void write_list(sk_json_writer *json, const char *name, const sk_preflight_list *list) {
    sk_json_begin_array(json, name);
    for (size_t i = 0; i < list->count; i++) sk_json_text(json, NULL, list->items[i]);
    sk_json_end_array(json);
}

static void write_report(sk_json_writer *json, const char *path, const sk_preflight_report *seen) {
    sk_json_begin_object(json, NULL);
    sk_json_text(json, "file", path);
    sk_json_text(json, "standard", seen->standard);
    sk_json_integer(json, "pages", (long)seen->page_count);
    sk_json_integer(json, "thinnest_line_millipoints", lround(seen->thinnest_pt * 1000));
    sk_json_integer(json, "smallest_text_millipoints", lround(seen->smallest_text_pt * 1000));
    sk_json_integer(json, "most_ink_percent", lround(seen->most_ink * 100));
    sk_json_text(json, "printed_as", seen->condition);
    write_list(json, "fonts", &seen->fonts);
    write_list(json, "colours", &seen->colours);
    write_list(json, "layers", &seen->layers);
    sk_json_begin_array(json, "clauses");
    for (size_t i = 0; i < seen->clause_count; i++) {
        sk_json_begin_object(json, NULL);
        sk_json_text(json, "clause", seen->clauses[i].name);
        sk_json_text(json, "wants", seen->clauses[i].wants);
        sk_json_text(json, "fault", seen->clauses[i].fault);
        sk_json_end_object(json);
    }
    sk_json_end_array(json);
    sk_json_end_object(json);
}

sk_status sk_preflight_command(const sk_arguments *arguments, sk_report *report) {
    sk_json_writer json = {.stream = stdout};
    sk_status status = SK_OK;
    if (arguments->json) {
        sk_json_begin_object(&json, NULL);
        sk_json_begin_array(&json, "files");
    }
    for (size_t i = 0; i < arguments->operand_count; i++) {
        const char *path = arguments->operands[i];
        sk_arena *arena = sk_arena_create();
        sk_preflight_report seen;
        sk_status read = sk_preflight_read(path, arena, report->diag, &seen);
        if (read == SK_OK && seen.fault_count > 0) read = SK_ERR_DATA;
        if (read != SK_ERR_USAGE && arguments->json)
            write_report(&json, path, &seen);
        else if (read != SK_ERR_USAGE && !arguments->quiet)
            print_report(path, &seen, arena);
        status = sk_worse(status, read);
        sk_arena_free(arena);
    }
    if (arguments->json) {
        sk_json_end_array(&json);
        sk_report_write_json(report, &json);
        sk_json_end_object(&json);
    }
    return status;
}
