#include "load/project/catalogue_forms.h"

#include <string.h>

/* Stands for the slug of the level that maps are about: its column says whose map a row is of. */
static const char home_column[] = "home";

enum { COLUMNS_MAX = 16 };

/** A table; a column without a name ends its columns. */
typedef struct {
    const char *name;
    bool has_shapes;
    sk_column columns[COLUMNS_MAX + 1];
} list_form;

#define MUST(name, kind) \
    { name, kind, true, false }
#define MAY(name, kind) \
    { name, kind, false, false }
/* Texts that maps and sheets show. */
#define MUST_SAY(name) \
    { name, SK_COLUMN_TEXT, true, true }
#define MAY_SAY(name) \
    { name, SK_COLUMN_TEXT, false, true }

static const list_form forms[SK_CATALOGUE_TABLE_COUNT] = {
    [SK_CATALOGUE_FEATURES] =
        {"features",
         true,
         {MUST("sector", SK_COLUMN_TEXT), /* the first: see the sector's form */
          MUST("id", SK_COLUMN_TEXT), MUST(home_column, SK_COLUMN_TEXT),
          MUST("kind", SK_COLUMN_TEXT), MAY("link_type", SK_COLUMN_TEXT),
          MAY("zone_class", SK_COLUMN_TEXT), MAY("number", SK_COLUMN_INTEGER),
          MAY("symbol", SK_COLUMN_TEXT), MUST_SAY("name"), MAY("source", SK_COLUMN_TEXT),
          MAY_SAY("remark"), MAY("basis", SK_COLUMN_TEXT), MAY("place", SK_COLUMN_TEXT),
          MAY("area", SK_COLUMN_LIST), MAY("from", SK_COLUMN_LIST), MAY("to", SK_COLUMN_LIST)}},
    [SK_CATALOGUE_FIGURES] = {"figures",
                              false,
                              {MUST("figure", SK_COLUMN_INTEGER), MUST("kind", SK_COLUMN_TEXT),
                               MUST(home_column, SK_COLUMN_LIST), MUST("sector", SK_COLUMN_LIST),
                               MAY("level", SK_COLUMN_TEXT), MUST_SAY("title"),
                               MAY_SAY("caption")}},
    [SK_CATALOGUE_PRESENCE] = {"presence",
                               false,
                               {MUST("sector", SK_COLUMN_TEXT), MUST(home_column, SK_COLUMN_TEXT),
                                MUST("actor", SK_COLUMN_TEXT), MAY("recent", SK_COLUMN_TRUTH),
                                MAY("note", SK_COLUMN_TEXT)}},
    [SK_CATALOGUE_SECTORS] = {"sectors",
                              false,
                              {MUST("slug", SK_COLUMN_TEXT), MUST_SAY("name"),
                               MAY("symbol", SK_COLUMN_TEXT)}},
    [SK_CATALOGUE_PLACES] = {"places", true, {MUST("id", SK_COLUMN_TEXT), MUST_SAY("name")}},
    [SK_CATALOGUE_CONTEXT] = {"context",
                              true,
                              {MUST("id", SK_COLUMN_TEXT), MUST("kind", SK_COLUMN_TEXT),
                               MAY_SAY("name"), MAY("rank", SK_COLUMN_INTEGER)}},
};

const char *sk_catalogue_name(sk_catalogue_list list) {
    return forms[list].name;
}

bool sk_catalogue_has_shapes(sk_catalogue_list list) {
    return forms[list].has_shapes;
}

sk_table_form sk_catalogue_form(const sk_load *load, sk_catalogue_list list) {
    const sk_project_settings *settings = load->settings;
    sk_column *columns = SK_NEW_ARRAY(load->arena, sk_column, COLUMNS_MAX);
    size_t count = 0;
    for (const sk_column *from = forms[list].columns; from->name != NULL; from++) {
        columns[count] = *from;
        if (from->name == home_column) columns[count].name = settings->levels[settings->home].slug;
        count++;
    }
    return (sk_table_form){columns, count};
}

sk_table_form sk_catalogue_sector_form(const sk_load *load) {
    sk_table_form form = sk_catalogue_form(load, SK_CATALOGUE_FEATURES);
    return (sk_table_form){form.columns + 1, form.count - 1};
}

bool sk_catalogue_is_list(const char *stem) {
    for (int list = SK_CATALOGUE_FEATURES + 1; list < SK_CATALOGUE_TABLE_COUNT; list++)
        if (strcmp(forms[list].name, stem) == 0) return true;
    return strcmp(stem, "pins") == 0;
}
