#include "cli/drawing/layout_report.h"

#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json_writer.h"
#include "cli/arguments/option.h"
#include "streekkaart/compose.h"
#include "streekkaart/memory.h"
#include "streekkaart/output.h"

/* A page is a value in an array in the outermost object. */
enum { PAGE_DEPTH = 2 };

static void write_box(sk_json_writer *json, const char *key, sk_page_box box) {
    sk_json_begin_row(json, key);
    sk_json_number(json, "x", box.x_mm);
    sk_json_number(json, "y", box.y_mm);
    sk_json_number(json, "width", box.width_mm);
    sk_json_number(json, "height", box.height_mm);
    sk_json_end_row(json);
}

static void write_piece(sk_json_writer *json, const sk_layout_piece *piece) {
    sk_json_begin_row(json, NULL);
    sk_json_begin_array(json, "points");
    for (size_t i = 0; i < piece->count; i++) {
        sk_json_begin_array(json, NULL);
        sk_json_number(json, NULL, piece->points[i].x_mm);
        sk_json_number(json, NULL, piece->points[i].y_mm);
        sk_json_end_array(json);
    }
    sk_json_end_array(json);
    sk_json_number(json, "radius", piece->radius_mm);
    sk_json_end_row(json);
}

static void write_place(sk_json_writer *json, const sk_layout_item *item) {
    sk_json_begin_row(json, "anchor");
    sk_json_number(json, "x", item->anchor.x_mm);
    sk_json_number(json, "y", item->anchor.y_mm);
    sk_json_end_row(json);
    sk_json_begin_row(json, "offset");
    sk_json_number(json, "dx", item->dx_mm);
    sk_json_number(json, "dy", item->dy_mm);
    sk_json_end_row(json);
    sk_json_number(json, "displacement", item->displacement_mm);
    sk_json_boolean(json, "pinned", item->pinned);
}

/* What a name's kind is measured by. */
static void write_name(sk_json_writer *json, const sk_name_measures *name) {
    sk_json_begin_row(json, "name");
    sk_json_boolean(json, "key", name->is_key);
    if (name->leader_mm > 0) sk_json_number(json, "leader", name->leader_mm);
    if (name->kind == SK_NAMED_AREA) {
        sk_json_number(json, "inside", name->inside);
        sk_json_number(json, "in_other", name->in_other);
    } else if (name->kind == SK_NAMED_EXIT) {
        sk_json_number(json, "tip", name->own_mm);
        if (isfinite(name->other_mm)) sk_json_number(json, "other_link", name->other_mm);
    } else if (name->kind == SK_NAMED_LINK) {
        sk_json_number(json, "own", name->own_mm);
        if (isfinite(name->other_mm)) sk_json_number(json, "other", name->other_mm);
        sk_json_number(json, "turn", name->turn_deg);
    } else if (name->kind == SK_NAMED_GROUND) {
        sk_json_number(json, "across", name->across);
        if (isfinite(name->dot_gap_mm)) sk_json_number(json, "dot_gap", name->dot_gap_mm);
        if (name->is_parted) sk_json_boolean(json, "parted", true);
    }
    sk_json_text(json, "fault", name->fault);
    sk_json_end_row(json);
}

static void write_marker(sk_json_writer *json, const sk_marker_measures *marker) {
    sk_json_begin_row(json, "marker");
    if (isfinite(marker->line_gap_mm)) sk_json_number(json, "line_gap", marker->line_gap_mm);
    if (isfinite(marker->leader_gap_mm)) sk_json_number(json, "leader_gap", marker->leader_gap_mm);
    sk_json_integer(json, "leader_crossings", (long)marker->leader_crossings);
    sk_json_end_row(json);
}

static void write_item(sk_json_writer *json, const sk_layout_item *item) {
    sk_json_begin_row(json, NULL);
    sk_json_text(json, "role", sk_layout_role_name(item->role));
    sk_json_text(json, "id", item->id);
    sk_json_text(json, "feature", item->feature_id);
    sk_json_text(json, "text", item->text);
    write_box(json, "box", item->box);
    if (item->contrast > 0) sk_json_number(json, "contrast", item->contrast);
    if (isfinite(item->name_gap_mm)) sk_json_number(json, "name_gap", item->name_gap_mm);
    if (item->has_anchor) write_place(json, item);
    if (item->name != NULL) write_name(json, item->name);
    if (item->marker != NULL) write_marker(json, item->marker);
    sk_json_begin_array(json, "outline");
    for (size_t i = 0; i < item->piece_count; i++) write_piece(json, &item->outline[i]);
    sk_json_end_array(json);
    sk_json_end_row(json);
}

static void write_link(sk_json_writer *json, const sk_layout_link *link) {
    sk_json_begin_row(json, NULL);
    sk_json_text(json, "feature", link->feature_id);
    sk_json_text(json, "from", sk_link_stop_name(link->from));
    sk_json_text(json, "to", sk_link_stop_name(link->to));
    if (isfinite(link->head_gap_mm)) sk_json_number(json, "head_gap", link->head_gap_mm);
    if (isfinite(link->start_gap_mm)) sk_json_number(json, "start_gap", link->start_gap_mm);
    if (isfinite(link->through_deg)) sk_json_number(json, "through", link->through_deg);
    if (isfinite(link->ring)) sk_json_number(json, "ring", link->ring);
    if (isfinite(link->dot_gap_mm)) sk_json_number(json, "dot_gap", link->dot_gap_mm);
    if (isfinite(link->dot_clear_mm)) sk_json_number(json, "dot_clear", link->dot_clear_mm);
    if (isfinite(link->disc_gap_mm)) sk_json_number(json, "disc_gap", link->disc_gap_mm);
    if (isfinite(link->town_gap_mm)) sk_json_number(json, "town_gap", link->town_gap_mm);
    if (isfinite(link->head_clear_mm)) sk_json_number(json, "head_clear", link->head_clear_mm);
    if (isfinite(link->crossing_deg)) sk_json_number(json, "crossing", link->crossing_deg);
    sk_json_number(json, "corner", link->corner_deg);
    if (link->said != SK_LINK_ON_MAP) sk_json_text(json, "said", sk_link_said_name(link->said));
    sk_json_text(json, "fault", link->fault);
    sk_json_end_row(json);
}

static void write_omission(sk_json_writer *json, const sk_layout_omission *omission) {
    sk_json_begin_row(json, NULL);
    sk_json_text(json, "role", sk_layout_role_name(omission->role));
    sk_json_text(json, "id", omission->id);
    sk_json_text(json, "feature", omission->feature_id);
    sk_json_text(json, "text", omission->text);
    sk_json_text(json, "reason", sk_omission_reason_name(omission->reason));
    sk_json_end_row(json);
}

static void write_overlap(sk_json_writer *json, const sk_layout_overlap *overlap) {
    sk_json_begin_row(json, NULL);
    sk_json_text(json, "a", overlap->a);
    sk_json_text(json, "b", overlap->b);
    sk_json_end_row(json);
}

/* In points, as styles have it. */
static double points(double mm) {
    return mm * 72 / 25.4;
}

static void write_fineness(sk_json_writer *json, const sk_layout_fineness *fineness) {
    if (isfinite(fineness->line_mm)) sk_json_number(json, "line", fineness->line_mm);
    if (isfinite(fineness->disc_mm)) sk_json_number(json, "disc", fineness->disc_mm);
    sk_json_begin_array(json, "sizes");
    for (size_t i = 0; i < fineness->size_count; i++)
        sk_json_number(json, NULL, points(fineness->sizes_mm[i]));
    sk_json_end_array(json);
}

static void write_areas(sk_json_writer *json, const sk_layout_areas *areas) {
    sk_json_begin_array(json, "fills");
    for (size_t i = 0; i < areas->fill_count; i++) {
        sk_json_begin_row(json, NULL);
        sk_json_text(json, "id", areas->fills[i].class_name);
        sk_json_number(json, "share", areas->fills[i].share);
        sk_json_number(json, "seen", areas->fills[i].seen);
        sk_json_boolean(json, "small", areas->fills[i].small);
        sk_json_boolean(json, "listed", areas->fills[i].listed);
        sk_json_end_row(json);
    }
    sk_json_end_array(json);
    sk_json_integer(json, "strokes", (long)areas->strokes);
    sk_json_number(json, "band", areas->band);
}

static void write_page(sk_json_writer *json, const sk_figure *figure, const sk_layout *layout,
                       const sk_layout_areas *areas) {
    sk_json_begin_object(json, NULL);
    sk_json_integer(json, "figure", figure->number);
    write_box(json, "page", layout->page);
    sk_json_texts(json, "home", figure->homes);
    write_box(json, "frame", layout->frame);
    sk_json_number(json, "scale", layout->scale);
    sk_json_number(json, "home_share", layout->home_share);
    sk_json_number(json, "legend_filled", layout->legend_filled);
    sk_json_integer(json, "zone_pieces", (int)layout->zone_piece_count);
    sk_json_integer(json, "zone_pieces_told", (int)layout->zone_pieces_told);
    write_fineness(json, &layout->fineness);
    write_areas(json, areas);
    sk_json_begin_array(json, "items");
    for (size_t i = 0; i < layout->item_count; i++) write_item(json, &layout->items[i]);
    sk_json_end_array(json);
    sk_json_begin_array(json, "links");
    for (size_t i = 0; i < layout->link_count; i++) write_link(json, &layout->links[i]);
    sk_json_end_array(json);
    sk_json_begin_array(json, "omitted");
    for (size_t i = 0; i < layout->omission_count; i++) write_omission(json, &layout->omissions[i]);
    sk_json_end_array(json);
    sk_json_begin_array(json, "overlaps");
    for (size_t i = 0; i < layout->overlap_count; i++) write_overlap(json, &layout->overlaps[i]);
    sk_json_end_array(json);
    sk_json_end_object(json);
}

char *sk_layout_report_pages(const sk_figure *figure, const sk_document *pages,
                             const sk_layout *layout, const sk_style_sheet *style, size_t *length) {
    char *bytes = NULL;
    sk_arena *scratch = sk_arena_create();
    const sk_layout_areas areas =
        sk_measure_areas(pages->pages, pages->page_count, layout->frame, style, scratch);
    sk_json_writer json = {.stream = sk_heap_stream(&bytes, length), .depth = PAGE_DEPTH};
    write_page(&json, figure, layout, &areas);
    sk_heap_stream_close(json.stream);
    sk_arena_free(scratch);
    return bytes;
}

static bool has_sheets(const sk_figure_job *jobs, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (jobs[i].parts[SK_PART_SHEET].layout != NULL) return true;
    return false;
}

static void copy_layout(sk_json_writer *json, const sk_job_part *part) {
    if (part->layout != NULL) sk_json_copy(json, part->layout, part->layout_length);
}

static char *join(const sk_figure_job *jobs, size_t count, size_t *length) {
    char *bytes = NULL;
    sk_json_writer json = {.stream = sk_heap_stream(&bytes, length)};
    sk_json_begin_object(&json, NULL);
    sk_json_begin_array(&json, "figures");
    for (size_t i = 0; i < count; i++) copy_layout(&json, &jobs[i].parts[SK_PART_FIGURE]);
    sk_json_end_array(&json);
    if (has_sheets(jobs, count)) {
        sk_json_begin_array(&json, "sheets");
        for (size_t i = 0; i < count; i++) copy_layout(&json, &jobs[i].parts[SK_PART_SHEET]);
        sk_json_end_array(&json);
    }
    sk_json_end_object(&json);
    sk_heap_stream_close(json.stream);
    return bytes;
}

/* The first letters of the file without its blanks; "" when there is no file. */
static void read_beginning(const char *path, char *text, size_t room) {
    char bytes[256] = "";
    struct stat status;
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    bool regular = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    ssize_t length = regular ? read(file, bytes, sizeof bytes) : 0;
    if (file >= 0) close(file);
    size_t used = 0;
    for (ssize_t i = 0; i < length && used + 1 < room; i++)
        if (strchr(" \n", bytes[i]) == NULL) text[used++] = bytes[i];
    text[used] = '\0';
}

/* What write_page() begins with, or what stands there when there are no figures. */
static bool is_report(const char *beginning) {
    static const char before[] = "{\"figures\":[",
                      number[] = "{\"figure\":", after[] = ",\"page\":";
    if (strncmp(beginning, before, sizeof before - 1) != 0) return false;
    const char *at = beginning + sizeof before - 1;
    if (strcmp(at, "]}") == 0) return true;
    if (strncmp(at, number, sizeof number - 1) != 0) return false;
    at += sizeof number - 1;
    at += strspn(at, "-0123456789");
    return strncmp(at, after, sizeof after - 1) == 0;
}

sk_status sk_layout_report_check(const char *path, bool force, sk_diag *diag) {
    char beginning[128];
    if (strcmp(path, "-") == 0) {
        SK_USAGE_ERROR(diag, "--report", "give the name of a file, or ./- for one called so",
                       "\"-\" is no file");
        return SK_ERR_USAGE;
    }
    read_beginning(path, beginning, sizeof beginning);
    if (force || beginning[0] == '\0' || is_report(beginning)) return SK_OK;
    SK_USAGE_ERROR(diag, "--report", "take another name, or --force to replace it",
                   "%s is there already, and is no layout report", path);
    return SK_ERR_USAGE;
}

sk_status sk_layout_report_write(const char *path, const sk_figure_job *jobs, size_t count,
                                 sk_diag *diag) {
    sk_output *file = sk_output_begin(path, diag);
    if (file == NULL) return SK_ERR_ENVIRONMENT;
    size_t length = 0;
    char *bytes = join(jobs, count, &length);
    sk_output_write(file, bytes, length);
    sk_status status = sk_output_commit(file);
    free(bytes);
    sk_output_free(file);
    return status;
}
