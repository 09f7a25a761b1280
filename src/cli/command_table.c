#include "cli/command_table.h"

#include <stdint.h>

#include "cli/commands/commands.h"
#include "cli/doctor/doctor.h"
#include "cli/help.h"
#include "cli/manual/manual.h"

static const sk_command commands[] = {
    {"sector", "SECTOR...", 1, SIZE_MAX, SK_FAMILY_DRAW, SK_SCOPE_SECTOR,
     "draw the figures of one sector: each region that has it, and the overview",
     "sector logistiek", sk_draw_command},
    {"province", "REGION...", 1, SIZE_MAX, SK_FAMILY_DRAW, SK_SCOPE_HOME,
     "draw the figures of one home region, which maps are about; the slug of its level in "
     "project.json names the command, too: county wake",
     "province limburg --format pdf", sk_draw_command},
    {"figure", "N...", 1, SIZE_MAX, SK_FAMILY_DRAW, SK_SCOPE_NUMBER,
     "draw just those: numbers (13-15,24), captions or names of files",
     "figure 13 24 --format png --dpi 150", sk_draw_command},
    {"overview", "", 0, 0, SK_FAMILY_DRAW, SK_SCOPE_OVERVIEWS, "draw the overviews of all regions",
     "overview", sk_draw_command},
    {"annex", "[FIGURE|SECTOR|REGION...]", 0, SIZE_MAX, SK_FAMILY_DRAW | SK_FAMILY_ANNEX,
     SK_SCOPE_ALL,
     "draw every figure and its annex sheet, bind annex.pdf, make index.html; or just the figures "
     "and sheets that are named",
     "annex --out report/figures", sk_draw_command},
    {"new", "DIR", 1, 1, SK_FAMILY_NEW, SK_SCOPE_NONE,
     "make a small project to begin with, from a file of regions or with an invented country",
     "new north-carolina --boundaries counties.gpkg --level county --level state=STATE",
     sk_new_command},
    {"list", "", 0, 0, SK_FAMILY_LIST, SK_SCOPE_NONE,
     "show figures, sectors and regions, with counts", "list --json", sk_list_command},
    {"check", "", 0, 0, SK_FAMILY_CHECK, SK_SCOPE_NONE,
     "read everything, draw nothing, and say what is wrong", "check", sk_check_command},
    {"catalogue", "export", 1, 1, SK_FAMILY_CATALOGUE, SK_SCOPE_NONE,
     "write the catalogue as one file, to edit in QGIS or a spreadsheet",
     "catalogue export --to catalogue.xlsx", sk_export_command},
    {"pins", "import EDITED.svg... | list | remove FIGURE [ID...]", 1, SIZE_MAX, SK_FAMILY_PINS,
     SK_SCOPE_NONE,
     "keep what a designer moved in an SVG for the next drawings (exit status 1: not all of it); "
     "list what is kept, or let go of it",
     "pins import edited.svg", sk_pins_command},
    {"diff", "OLD.svg NEW.svg", 2, 2, SK_FAMILY_DIFF, SK_SCOPE_NONE,
     "tell what changed between two drawings of a figure (exit status 1: they differ)",
     "diff before/fig-13-utrecht-chemie.svg out/fig-13-utrecht-chemie.svg", sk_diff_command},
    {"preflight", "FILE.pdf...", 1, SIZE_MAX, SK_FAMILY_PREFLIGHT, SK_SCOPE_NONE,
     "tell what a printing house or an archive sees in a PDF (exit status 1: it would refuse it)",
     "preflight out/fig-13-utrecht-chemie.pdf", sk_preflight_command},
    {"boundaries", "build SOURCE", 2, 2, SK_FAMILY_BOUNDARIES, SK_SCOPE_NONE,
     "make the boundary set from any polygons with codes and names",
     "boundaries build municipalities.gpkg --level province=PROVINCE", sk_build_command},
    {"doctor", "", 0, 0, SK_FAMILY_DOCTOR, SK_SCOPE_NONE,
     "tell versions, fonts and where data are, and what is missing (exit status 1: something is)",
     "doctor", sk_doctor_command},
    {"manual", "man [COMMAND] | bash | zsh | fish | markdown", 1, 2, SK_FAMILY_ABOUT, SK_SCOPE_NONE,
     "write the manual as a man page, the completions of a shell, or the tables of README.md",
     "manual bash", sk_manual_command},
    {"help", "[COMMAND]", 0, 1, SK_FAMILY_ABOUT, SK_SCOPE_NONE,
     "show what the program can do, or what a command takes", "help figure", sk_help_command},
    {"version", "", 0, 0, SK_FAMILY_ABOUT, SK_SCOPE_NONE, "show the version", "version",
     sk_version_command},
    {.name = NULL},
};

const sk_command *sk_commands(void) {
    return commands;
}
