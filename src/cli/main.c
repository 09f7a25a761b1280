#include <stdio.h>
#include <stdlib.h>

#include "cli/cli.h"
#include "cli/standard_streams.h"
#include "output/stop_signals.h"
#include "output/unfinished.h"
#include "streekkaart/memory.h"
#include "streekkaart/typesetter.h"

static void end_without_memory(void) {
    sk_unfinished_remove_all();
    fputs(
        "streekkaart: no memory or no thread left: close other programs, raise the limit (ulimit), "
        "or draw fewer figures at once (--jobs 1)\n",
        stderr);
    exit(SK_ERR_ENVIRONMENT);
}

int main(int argc, char *argv[]) {
    int skipped = argc > 0 ? 1 : 0;
    if (!sk_standard_streams_hold()) return SK_ERR_ENVIRONMENT;
    sk_stop_signals_watch();
    sk_memory_set_exhausted(end_without_memory);
    sk_typesetter_prepare();
    return (int)sk_cli_run(argc - skipped, argv + skipped, SK_INSTALLED_PROJECT);
}
