#include "cli/editions/editions.h"

#include "cli/arguments/option.h"
#include "streekkaart/preflight.h"
#include "streekkaart/render.h"

static bool draws_pdf(unsigned formats) {
    return (formats & (1u << (sk_renderer_find("pdf") - sk_renderers()))) != 0;
}

sk_status sk_editions_open(const sk_arguments *arguments, sk_diag *diag, sk_print_edition **out) {
    *out = NULL;
    if (arguments->archive && (arguments->print != NULL || !draws_pdf(arguments->formats))) {
        bool both = arguments->print != NULL;
        SK_USAGE_ERROR(
            diag, "--archive",
            both ? "draw twice, into two folders" : "add pdf to --format, or leave it out", "%s",
            both ? "a PDF is for a printing house or for an archive"
                 : "only a PDF is made for an archive");
        return SK_ERR_USAGE;
    }
    if (arguments->print == NULL) {
        if (!arguments->marks && !(arguments->bleed_mm > 0)) return SK_OK;
        SK_USAGE_ERROR(diag, arguments->marks ? "--marks" : "--bleed",
                       "add --print PROFILE.icc, or leave it out",
                       "it is for the edition of a printing house");
        return SK_ERR_USAGE;
    }
    if (!draws_pdf(arguments->formats)) {
        SK_USAGE_ERROR(diag, "--print", "add pdf to --format, or leave --print out",
                       "only a PDF is made for a printing house");
        return SK_ERR_USAGE;
    }
    sk_status status = sk_print_edition_open(arguments->print, diag, out);
    if (status != SK_OK) return status;
    (*out)->bleed_mm = arguments->bleed_mm;
    (*out)->marks = arguments->marks;
    return SK_OK;
}

sk_status sk_editions_check(const char *path, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    sk_preflight_report seen;
    sk_status status = sk_preflight_read(path, arena, diag, &seen);
    for (size_t i = 0; status == SK_OK && i < seen.clause_count; i++)
        if (seen.clauses[i].fault != NULL)
            sk_diag_error(diag, (sk_place){.file = path, .feature = seen.clauses[i].name},
                          sk_arena_printf(arena, "what is wanted: %s", seen.clauses[i].wants), "%s",
                          seen.clauses[i].fault);
    if (status == SK_OK && seen.fault_count > 0) status = SK_ERR_DATA;
    sk_arena_free(arena);
    return status;
}
