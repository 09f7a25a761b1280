#include "cli/cli.h"
#include "cli/out_of_memory.h"
#include "cli/standard_streams.h"
#include "output/stop_signals.h"
#include "streekkaart/memory.h"
#include "streekkaart/typesetter.h"

int main(int argc, char *argv[]) {
    int skipped = argc > 0 ? 1 : 0;
    if (!sk_standard_streams_hold()) return SK_ERR_ENVIRONMENT;
    sk_stop_signals_watch();
    sk_memory_set_exhausted(sk_out_of_memory);
    sk_typesetter_prepare();
    return (int)sk_cli_run(argc - skipped, argv + skipped);
}
