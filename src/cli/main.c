#include "cli/cli.h"

int main(int argc, char *argv[]) {
    int skipped = argc > 0 ? 1 : 0;
    return (int)sk_cli_run(argc - skipped, argv + skipped, SK_INSTALLED_PROJECT);
}
