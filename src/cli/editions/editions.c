#include "cli/editions/editions.h"

#include "streekkaart/preflight.h"

sk_status sk_editions_open(const sk_arguments *arguments, sk_diag *diag, sk_print_edition **out) {
    *out = NULL;
    if (arguments->print == NULL) return SK_OK;
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
