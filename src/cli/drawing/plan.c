#include "cli/drawing/plan.h"

#include "base/digest.h"
#include "streekkaart/gallery.h"

void sk_plan_begin(sk_plan *plan) {
    plan->common = sk_aspects_common(&plan->inputs);
}

static void look_up(const sk_plan *plan, sk_piece *piece) {
    const sk_drawn *was = sk_record_find(plan->record, piece->name);
    piece->why =
        plan->force ? "--force" : sk_drawn_change(was, &piece->aspects, plan->folder, plan->arena);
    piece->was = piece->why == NULL ? was : NULL;
}

static bool is_wanted(const sk_plan *plan, const sk_renderer *renderer) {
    return (plan->inputs.arguments->formats & (1u << (renderer - sk_renderers()))) != 0;
}

static size_t format_count(void) {
    size_t count = 0;
    while (sk_renderers()[count].name != NULL) count++;
    return count;
}

static void plan_part(const sk_plan *plan, const char *prefix, bool on_sheet,
                      const sk_figure_job *job, sk_job_part *part) {
    part->wanted = true;
    part->aspects =
        sk_aspects_of_figure(&plan->common, plan->inputs.project, job->figure, on_sheet);
    part->pieces = SK_NEW_ARRAY(plan->arena, sk_piece, format_count());
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++) {
        if (!is_wanted(plan, r)) continue;
        sk_piece *piece = &part->pieces[part->piece_count++];
        piece->renderer = r;
        piece->name = sk_arena_printf(plan->arena, "%s%s.%s", prefix, job->stem, r->name);
        piece->aspects = sk_aspects_of_format(&part->aspects, &plan->inputs, r);
        look_up(plan, piece);
    }
}

/* They show what the figure shows, whatever its formats are asked to be. */
static void plan_pictures(const sk_plan *plan, sk_figure_job *job) {
    sk_job_part *part = &job->parts[SK_PART_PICTURES];
    part->wanted = true;
    part->aspects = job->parts[SK_PART_FIGURE].aspects;
    part->pieces = SK_NEW(plan->arena, sk_piece);
    part->piece_count = 1;
    *part->pieces =
        (sk_piece){.name = sk_arena_printf(plan->arena, SK_GALLERY_PICTURES "/%s.png", job->stem),
                   .aspects = part->aspects};
    look_up(plan, part->pieces);
}

void sk_plan_job(const sk_plan *plan, bool whole, sk_figure_job *job) {
    plan_part(plan, "", false, job, &job->parts[SK_PART_FIGURE]);
    if (!whole) return;
    plan_part(plan, "annex/", true, job, &job->parts[SK_PART_SHEET]);
    plan_pictures(plan, job);
}

sk_piece sk_plan_book(const sk_plan *plan, const sk_renderer *renderer, const char *name,
                      const sk_figure_job *jobs, size_t count) {
    sk_digest *digest = sk_digest_begin();
    for (size_t i = 0; i < count; i++) {
        uint64_t key = sk_aspects_key(&jobs[i].parts[SK_PART_SHEET].aspects);
        sk_digest_bytes(digest, &key, sizeof key);
    }
    sk_piece book = {.renderer = renderer, .name = name};
    book.aspects = sk_aspects_of_format(&plan->common, &plan->inputs, renderer);
    book.aspects.of[SK_ASPECT_SHEETS] = sk_digest_end(digest);
    look_up(plan, &book);
    return book;
}

static size_t take_findings(const sk_diag *diag, sk_finding *to) {
    size_t count = diag == NULL ? 0 : sk_diag_count(diag);
    for (size_t i = 0; i < count; i++) to[i] = *sk_diag_get(diag, i);
    return count;
}

static bool is_whole(const sk_piece *piece) {
    for (size_t i = 0; i < piece->files.count; i++)
        if (!piece->files.items[i].written) return false;
    return piece->files.count > 0;
}

/* What a full disk has kept from being whole is tried again. */
void sk_plan_note(const sk_plan *plan, const sk_piece *piece, const sk_diag *composed,
                  sk_status status, sk_shown shows) {
    if (piece->was != NULL) return;
    if (!is_whole(piece) || piece->status == SK_ERR_ENVIRONMENT || status == SK_ERR_ENVIRONMENT) {
        sk_record_drop(plan->record, piece->name);
        return;
    }
    size_t room = sk_diag_count(piece->findings) + (composed == NULL ? 0 : sk_diag_count(composed));
    sk_finding *findings = SK_NEW_ARRAY(plan->arena, sk_finding, room);
    size_t count = take_findings(composed, findings);
    count += take_findings(piece->findings, findings + count);
    sk_drawn_file *files = SK_NEW_ARRAY(plan->arena, sk_drawn_file, piece->files.count);
    for (size_t i = 0; i < piece->files.count; i++) {
        files[i] = piece->files.items[i].drawn;
        if (plan->sums) files[i].sum = sk_drawn_file_sum(plan->folder, files[i].name, plan->arena);
    }
    const sk_drawn drawn = {.name = piece->name,
                            .aspects = piece->aspects,
                            .status = piece->status > status ? piece->status : status,
                            .shows = shows,
                            .files = files,
                            .file_count = piece->files.count,
                            .findings = findings,
                            .finding_count = count};
    sk_record_put(plan->record, &drawn);
}

void sk_plan_note_job(const sk_plan *plan, const sk_figure_job *job) {
    for (int kind = 0; kind < SK_PART_COUNT; kind++) {
        const sk_job_part *part = &job->parts[kind];
        sk_shown shows = kind == SK_PART_FIGURE ? job->shows : (sk_shown){0};
        for (size_t i = 0; i < part->piece_count; i++)
            sk_plan_note(plan, &part->pieces[i], part->findings, part->status, shows);
    }
}
