#include "cli/arguments/exit_status.h"

#include <stddef.h>

static const sk_exit_status statuses[] = {
    {SK_OK, "all went well"},
    {SK_ERR_DATA,
     "the project's data has errors; what they leave whole was drawn. Of diff: they "
     "differ; of preflight: a printing house would refuse it; of doctor: something is "
     "missing"},
    {SK_ERR_USAGE, "the command line is wrong"},
    {SK_ERR_ENVIRONMENT,
     "the environment failed: cannot write, font not installed, too little memory"},
    {SK_OK, NULL},
};

const sk_exit_status *sk_exit_statuses(void) {
    return statuses;
}
