/* layout_rules RULES REPORT: what of a layout report breaks one of the rules, a line each: "figure
 * 52 ID MEASURE VALUE". Of a page by itself the id is "page", of furniture its own. Exit status 1
 * when there is one, or when a rule found less to look at than it says.
 *
 * layout_rules --broken RULES REPORT: breaks each rule once, in a value that it is about, and says
 * which don't notice.
 *
 * A rule is a line "PAGES THING MEASURE RELATION LIMIT LEAST [unless FLAG]". PAGES: figure, sheet
 * or both. THING: page, fill, name, item, link, or the id of a piece of furniture. MEASURE: a
 * number, a list of numbers or a list, by its key, or by "key.key" within another. RELATION: >=,
 * <=, in (LIMIT is "6,7"), same (on all maps of a province, to within LIMIT), empty (LIMIT is 0).
 * LIMIT may be "2*own", twice another measure. LEAST: so many values there are at least, on figures
 * and sheets together. A thing that has FLAG, as a number or as true, is not asked. */
#include <cjson/cJSON.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RULES_MAX = 100, WORD_MAX = 48, PROVINCES_MAX = 16 };

typedef struct {
    char pages[WORD_MAX], thing[WORD_MAX], measure[WORD_MAX], relation[WORD_MAX], limit[WORD_MAX];
    char flag[WORD_MAX]; /* "" for none */
    size_t least;
} rule;

/* What a rule finds, where it is looked for, and what "same" remembers. */
typedef struct {
    const rule *rule;
    bool silent;
    size_t looked_at, faults;
    double firsts[2][PROVINCES_MAX]; /* of figures and sheets, NAN till one is seen */
    char provinces[PROVINCES_MAX][WORD_MAX];
    size_t province_count;
    cJSON *first;         /* the first value that was looked at, */
    cJSON *first_excused; /* and the first thing that was not asked */
} look;

typedef struct {
    const char *kind; /* "figure" or "sheet" */
    int number;
    const char *province;
} page_name;

/* The value of "key" or "key.key"; NULL: it has none. */
static cJSON *value_of(const cJSON *thing, const char *measure) {
    char key[WORD_MAX];
    const char *dot = strchr(measure, '.');
    snprintf(key, sizeof key, "%.*s", dot == NULL ? (int)strlen(measure) : (int)(dot - measure),
             measure);
    cJSON *value = cJSON_GetObjectItemCaseSensitive(thing, key);
    return dot == NULL || value == NULL ? value : value_of(value, dot + 1);
}

static const char *text_of(const cJSON *thing, const char *key) {
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(thing, key));
    return text == NULL ? "" : text;
}

static double limit_for(const rule *r, const cJSON *thing) {
    const char *times = strchr(r->limit, '*');
    double limit = strtod(r->limit, NULL);
    if (times == NULL) return limit;
    const cJSON *other = value_of(thing, times + 1);
    return cJSON_IsNumber(other) ? limit * other->valuedouble : NAN;
}

static bool is_listed(const char *list, double value) {
    const double same = 0.06; /* of a point */
    for (const char *at = list; at != NULL; at = strchr(at, ',')) {
        at += *at == ',';
        if (fabs(strtod(at, NULL) - value) < same) return true;
    }
    return false;
}

static double *first_of(look *l, const page_name *page) {
    size_t i = 0;
    while (i < l->province_count && strcmp(l->provinces[i], page->province) != 0) i++;
    if (i == l->province_count && i + 1 < PROVINCES_MAX) {
        snprintf(l->provinces[l->province_count++], WORD_MAX, "%s", page->province);
        l->firsts[0][i] = l->firsts[1][i] = NAN;
    }
    return &l->firsts[strcmp(page->kind, "sheet") == 0][i];
}

/* Rounding of what the report says is no fault. */
static bool holds(look *l, const page_name *page, const cJSON *thing, double value) {
    const rule *r = l->rule;
    double limit = limit_for(r, thing), slack = 1e-3;
    if (strcmp(r->relation, ">=") == 0) return !(value < limit - slack);
    if (strcmp(r->relation, "<=") == 0) return !(value > limit + slack);
    if (strcmp(r->relation, "in") == 0) return is_listed(r->limit, value);
    double *first = first_of(l, page);
    if (isnan(*first)) *first = value;
    return fabs(value - *first) <= limit;
}

static void fault(look *l, const page_name *page, const char *id, double value) {
    l->faults++;
    if (!l->silent)
        printf("%s %d %s %s %g\n", page->kind, page->number, id, l->rule->measure, value);
}

static void look_at_value(look *l, const page_name *page, const cJSON *thing, const char *id,
                          cJSON *value) {
    if (!cJSON_IsNumber(value)) return;
    l->looked_at++;
    if (l->first == NULL) l->first = value;
    if (!holds(l, page, thing, value->valuedouble)) fault(l, page, id, value->valuedouble);
}

static bool is_excused(const rule *r, const cJSON *thing) {
    const cJSON *flag = r->flag[0] == '\0' ? NULL : value_of(thing, r->flag);
    return cJSON_IsTrue(flag) || cJSON_IsNumber(flag);
}

static void look_at(look *l, const page_name *page, cJSON *thing, const char *id) {
    cJSON *value = value_of(thing, l->rule->measure);
    if (is_excused(l->rule, thing)) {
        if (l->first_excused == NULL) l->first_excused = thing;
        return;
    }
    if (strcmp(l->rule->relation, "empty") == 0 && cJSON_IsArray(value)) {
        l->looked_at++;
        if (l->first == NULL) l->first = value;
        if (cJSON_GetArraySize(value) > 0) fault(l, page, id, cJSON_GetArraySize(value));
        return;
    }
    look_at_value(l, page, thing, id, value);
    if (!cJSON_IsArray(value)) return;
    cJSON *part;
    cJSON_ArrayForEach(part, value) look_at_value(l, page, thing, id, part);
}

static void look_at_items(look *l, const page_name *page, const cJSON *items) {
    const char *thing = l->rule->thing;
    cJSON *item;
    cJSON_ArrayForEach(item, items) {
        const char *id = text_of(item, "id");
        bool of_furniture =
            strcmp(text_of(item, "role"), "furniture") == 0 && strcmp(id, thing) == 0;
        cJSON *name = cJSON_GetObjectItemCaseSensitive(item, "name");
        if (of_furniture || strcmp(thing, "item") == 0) look_at(l, page, item, id);
        if (name != NULL && strcmp(thing, "name") == 0) look_at(l, page, name, id);
    }
}

static void look_at_page(look *l, const char *kind, cJSON *page) {
    page_name name = {kind, cJSON_GetObjectItemCaseSensitive(page, "figure")->valueint,
                      text_of(page, "home")};
    /* an overview's page is its own */
    if (strcmp(l->rule->relation, "same") == 0 && name.province[0] == '\0') return;
    if (strcmp(l->rule->thing, "page") == 0) look_at(l, &name, page, "page");
    look_at_items(l, &name, cJSON_GetObjectItemCaseSensitive(page, "items"));
    cJSON *part;
    if (strcmp(l->rule->thing, "fill") == 0)
        cJSON_ArrayForEach(part, cJSON_GetObjectItemCaseSensitive(page, "fills"))
            look_at(l, &name, part, text_of(part, "id"));
    if (strcmp(l->rule->thing, "link") == 0)
        cJSON_ArrayForEach(part, cJSON_GetObjectItemCaseSensitive(page, "links"))
            look_at(l, &name, part, text_of(part, "feature"));
}

static look look_through(const rule *r, const cJSON *report, bool silent) {
    static const struct {
        const char *kind, *key;
    } pages[] = {{"figure", "figures"}, {"sheet", "sheets"}};
    look l = {.rule = r, .silent = silent};
    for (size_t i = 0; i < 2; i++) {
        if (strcmp(r->pages, "both") != 0 && strcmp(r->pages, pages[i].kind) != 0) continue;
        cJSON *page;
        cJSON_ArrayForEach(page, cJSON_GetObjectItemCaseSensitive(report, pages[i].key))
            look_at_page(&l, pages[i].kind, page);
    }
    return l;
}

/* Takes the flag from a thing that was not asked, for good; the value that it is asked for now. */
static cJSON *asked(const rule *r, cJSON *thing) {
    if (thing == NULL) return NULL;
    cJSON_DeleteItemFromObjectCaseSensitive(thing, r->flag);
    return value_of(thing, r->measure);
}

/* Looks through the report once more with the first value spoilt. */
static bool notices(const rule *r, const cJSON *report) {
    look before = look_through(r, report, true);
    if (before.first == NULL) before.first = asked(r, before.first_excused);
    if (before.first == NULL) return false;
    if (cJSON_IsArray(before.first)) {
        cJSON_AddItemToArray(before.first, cJSON_CreateNumber(1));
        bool noticed = look_through(r, report, true).faults > before.faults;
        cJSON_DeleteItemFromArray(before.first, cJSON_GetArraySize(before.first) - 1);
        return noticed;
    }
    double sound = before.first->valuedouble;
    bool at_least = strcmp(r->relation, ">=") == 0;
    cJSON_SetNumberValue(before.first, at_least ? -1 : sound + 1000.5);
    bool noticed = look_through(r, report, true).faults > before.faults;
    cJSON_SetNumberValue(before.first, sound);
    return noticed;
}

static size_t read_rules(const char *path, rule *rules) {
    char line[256], unless[WORD_MAX];
    size_t count = 0;
    FILE *file = fopen(path, "r");
    while (file != NULL && count < RULES_MAX && fgets(line, sizeof line, file) != NULL) {
        rule *r = &rules[count];
        char least[WORD_MAX];
        *r = (rule){0};
        if (line[0] == '#') continue;
        int words = sscanf(line, "%47s %47s %47s %47s %47s %47s %47s %47s", r->pages, r->thing,
                           r->measure, r->relation, r->limit, least, unless, r->flag);
        r->least = words < 6 ? 0 : strtoul(least, NULL, 10);
        if (words >= 6) count++;
    }
    if (file != NULL) (void)fclose(file);
    return count;
}

static cJSON *read_report(const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) return NULL;
    long length = ftell(file);
    rewind(file);
    char *bytes = length > 0 ? malloc((size_t)length + 1) : NULL;
    size_t got = bytes == NULL ? 0 : fread(bytes, 1, (size_t)length, file);
    (void)fclose(file);
    cJSON *report = bytes == NULL ? NULL : cJSON_ParseWithLength(bytes, got);
    free(bytes);
    return report;
}

int main(int argc, char *argv[]) {
    static rule rules[RULES_MAX];
    bool broken = argc == 4 && strcmp(argv[1], "--broken") == 0;
    if (argc != 3 && !broken) return 2;
    size_t count = read_rules(argv[argc - 2], rules), faults = 0;
    cJSON *report = read_report(argv[argc - 1]);
    if (count == 0 || report == NULL) return 2;
    for (size_t i = 0; i < count; i++) {
        const rule *r = &rules[i];
        look l = look_through(r, report, broken);
        faults += l.faults * !broken;
        bool few = l.looked_at < r->least, deaf = broken && !notices(r, report);
        if (few) printf("only %zu of %s %s on %s\n", l.looked_at, r->thing, r->measure, r->pages);
        if (deaf) printf("nothing notices %s %s %s\n", r->pages, r->thing, r->measure);
        faults += few + deaf;
    }
    if (broken) printf("%zu rules\n", count);
    cJSON_Delete(report);
    return faults > 0;
}
