#include "cli/progress/summary.h"

size_t *sk_summary_count(sk_summary *sum, sk_outcome outcome) {
    switch (outcome) {
        case SK_DRAWN:
            return &sum->drawn;
        case SK_UNCHANGED:
            return &sum->unchanged;
        default:
            return &sum->not_drawn;
    }
}

void sk_summary_add_file(sk_summary *sum, const char *path) {
    sum->files = sk_arena_grow(sum->arena, sum->files, sum->file_count, &sum->file_capacity,
                               sizeof *sum->files);
    sum->files[sum->file_count++] = path;
}

static const char *counted(const sk_summary *sum, size_t count, const char *what) {
    return sk_arena_printf(sum->arena, "%zu %s%s", count, what, count == 1 ? "" : "s");
}

static const char *findings(const sk_summary *sum) {
    const char *errors = counted(sum, sum->errors, "error");
    const char *warnings = counted(sum, sum->warnings, "warning");
    if (sum->errors > 0 && sum->warnings > 0)
        return sk_arena_printf(sum->arena, "%s, %s", errors, warnings);
    if (sum->errors > 0) return errors;
    return sum->warnings > 0 ? warnings : "nothing to mend";
}

const char *sk_summary_text(const sk_summary *sum) {
    sk_arena *arena = sum->arena;
    const char *text = sk_arena_printf(arena, "%s drawn, %zu unchanged",
                                       counted(sum, sum->drawn, "figure"), sum->unchanged);
    if (sum->not_drawn > 0)
        text = sk_arena_printf(arena, "%s, %zu not drawn", text, sum->not_drawn);
    text = sk_arena_printf(arena, "%s, in %s", text, sum->folder);
    for (size_t i = 0; i < sum->file_count; i++)
        text = sk_arena_printf(arena, "%s%s%s", text, i == 0 ? "; also " : ", ", sum->files[i]);
    return sk_arena_printf(arena, "%s; %s", text, findings(sum));
}
