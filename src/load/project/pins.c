#include "load/project/pins.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/number.h"
#include "base/page_id.h"
#include "base/suggestion.h"
#include "base/text_file.h"
#include "load/features/losses.h"
#include "load/files/json_text.h"

static const char form[] = "write {\"figures\": {\"13\": {\"ID\": {\"dx\": 3.5, \"dy\": -2}}}}";

/* What the keys of "figures" name: a figure, or its annex sheet. */
typedef struct {
    const sk_figure *figure;
    bool on_sheet;
    const char *name; /* as a message calls it */
} drawing;

typedef struct {
    const sk_load *load;
    sk_project *project;
    sk_pin *pins;
    size_t count, capacity;
} pin_list;

static sk_place place_of(const sk_load *load, const cJSON *item, const char *feature) {
    return (sk_place){SK_PINS_FILE, sk_json_line(item), sk_arena_string(load->arena, feature)};
}

/* Is `id` that of an `ending` of `owner`, the first or a further one? A near miss is remembered in
 * `suggestion`. */
static bool names(const char *id, const char *owner, sk_page_id_ending ending, sk_arena *arena,
                  sk_suggestion *suggestion) {
    const char *whole = sk_page_id_ended(arena, owner, ending);
    if (sk_page_id_is_one_of(id, whole)) return true;
    sk_suggestion_consider(suggestion, whole);
    return false;
}

static bool stands_on(const sk_feature *feature, const sk_figure *figure) {
    return sk_figure_covers(figure, feature->home, feature->sector);
}

bool sk_pin_is_of_furniture(const sk_pin *pin) {
    return sk_page_id_is_movable_furniture(pin->id);
}

/* Could the figure have a marker with this id? */
static bool is_marker_of(const sk_project *project, const sk_figure *figure, const char *id,
                         sk_arena *arena, sk_suggestion *suggestion) {
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (feature->kind == SK_FEATURE_POINT && stands_on(feature, figure) &&
            names(id, feature->id, SK_PAGE_ID_ITSELF, arena, suggestion))
            return true;
    }
    return false;
}

/* The name of one of the regions, or the heading of its block? */
static bool is_name_of_region(const sk_region_list *regions, const char *id, sk_arena *arena,
                              sk_suggestion *suggestion) {
    for (size_t i = 0; i < regions->count; i++) {
        const char *owner =
            sk_page_id_of_region(arena, regions->items[i].level_slug, regions->items[i].slug);
        if (names(id, owner, SK_PAGE_ID_LABEL, arena, suggestion)) return true;
    }
    return false;
}

/* A name? */
static bool is_name_of(const sk_project *project, const sk_figure *figure, const char *id,
                       sk_arena *arena, sk_suggestion *suggestion) {
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        bool has_none = feature->kind == SK_FEATURE_POINT && feature->number != 0;
        if (!has_none && stands_on(feature, figure) &&
            names(id, feature->id, SK_PAGE_ID_LABEL, arena, suggestion))
            return true;
    }
    for (int level = 0; level < project->settings.home; level++)
        if (project->settings.levels[level].chooses &&
            is_name_of_region(&project->regions[level], id, arena, suggestion))
            return true;
    for (size_t i = 0; i < project->context_count; i++)
        if (project->context[i].kind == SK_CONTEXT_TOWN &&
            names(id, project->context[i].id, SK_PAGE_ID_TOWN_NAME, arena, suggestion))
            return true;
    return false;
}

/* A marker, a name, or a name's leader? */
static bool is_item_of(const sk_project *project, const sk_figure *figure, const char *id,
                       sk_arena *arena, sk_suggestion *suggestion) {
    if (figure->kind == SK_FIGURE_REGION_OVERVIEW) /* the block stands where its heading does */
        return is_name_of_region(&project->regions[figure->level], id, arena, suggestion);
    const char *of_name = sk_page_id_without_leader(arena, id);
    return is_marker_of(project, figure, id, arena, suggestion) ||
           is_name_of(project, figure, of_name, arena, suggestion);
}

/* True when all is well, or there is nothing. */
static bool read_form(const pin_list *list, const cJSON *item, sk_pin *pin) {
    enum { LINES_MAX = 9 };
    const cJSON *lines = cJSON_GetObjectItemCaseSensitive(item, "lines");
    const cJSON *turn = cJSON_GetObjectItemCaseSensitive(item, "turn");
    bool sound = true;
    if (lines != NULL) {
        double number = cJSON_IsNumber(lines) ? lines->valuedouble : 0;
        sound = number >= 1 && number <= LINES_MAX && number == floor(number);
        if (sound) pin->lines = (int)number;
        if (!sound)
            sk_diag_error(list->load->diag, place_of(list->load, lines, item->string),
                          "write how many lines the name has, as in \"lines\": 2",
                          "lines is not a number from 1 to %d", LINES_MAX);
    }
    if (turn == NULL) return sound;
    if (cJSON_IsNumber(turn) && fabs(turn->valuedouble) <= 180) {
        pin->turn_deg = turn->valuedouble;
        if (pin->lines == 0) pin->lines = 1;
        return sound;
    }
    sk_diag_error(list->load->diag, place_of(list->load, turn, item->string),
                  "write it in degrees, clockwise, as in \"turn\": -30",
                  "turn is not a number from -180 to 180");
    return false;
}

/* Names may belong to any feature that the figure lacks, to a region or to a town. */
static bool may_be_of_loss(const sk_project *project, const sk_figure *figure) {
    return sk_project_has_lost(project, SK_LOSS_REGIONS) ||
           sk_project_has_lost(project, SK_LOSS_CONTEXT) ||
           sk_project_has_lost_feature_of(project, figure);
}

/* A marker, a leader and furniture have no form that a hand could give them. */
static bool check_form(const pin_list *list, const drawing *on, const cJSON *item,
                       const sk_pin *pin) {
    static const char *const keys[] = {"lines", "turn"};
    const cJSON *key = NULL;
    for (size_t i = 0; key == NULL && i < sizeof keys / sizeof *keys; i++)
        key = cJSON_GetObjectItemCaseSensitive(item, keys[i]);
    if (key == NULL) return true;
    sk_arena *scratch = sk_arena_create();
    sk_suggestion none = sk_suggestion_for(pin->id);
    bool blocks = on->figure->kind == SK_FIGURE_REGION_OVERVIEW;
    const sk_region_list *regions = &list->project->regions[on->figure->level];
    bool named = blocks ? is_name_of_region(regions, pin->id, scratch, &none)
                        : is_name_of(list->project, on->figure, pin->id, scratch, &none);
    if (!named)
        sk_diag_error(list->load->diag, place_of(list->load, key, item->string), "take it out",
                      "%s is for the pins of names only", key->string);
    sk_arena_free(scratch);
    return named;
}

static bool check_id(const pin_list *list, const drawing *on, const sk_pin *pin) {
    if (on->figure->kind != SK_FIGURE_REGION_OVERVIEW && sk_pin_is_of_furniture(pin)) return true;
    sk_arena *scratch = sk_arena_create();
    sk_suggestion suggestion = sk_suggestion_for(pin->id);
    bool known = is_item_of(list->project, on->figure, pin->id, scratch, &suggestion);
    if (!known && !may_be_of_loss(list->project, on->figure))
        sk_diag_error(list->load->diag, pin->origin,
                      sk_suggestion_remedy(&suggestion, scratch, "take the pin out"),
                      "%s has no marker or name with this id", on->name);
    sk_arena_free(scratch);
    return known;
}

static bool read_distance(const pin_list *list, const cJSON *item, const char *name, double *out) {
    const sk_load *load = list->load;
    const cJSON *number = cJSON_GetObjectItemCaseSensitive(item, name);
    const char *fault = NULL, *remedy = "write it in millimetres, as in \"dx\": 3.5";
    if (number == NULL) {
        fault = "is missing";
    } else if (!cJSON_IsNumber(number) || !isfinite(number->valuedouble)) {
        fault = "is not a number";
    } else if (fabs(number->valuedouble) > SK_PAGE_MOST_MM) {
        fault = "leads off every page";
        remedy = "count in millimetres from the anchor";
    } else {
        *out = number->valuedouble;
        return true;
    }
    sk_diag_error(load->diag, place_of(load, number != NULL ? number : item, item->string), remedy,
                  "%s %s", name, fault);
    return false;
}

static int pin_order(const void *a, const void *b) {
    const sk_pin *left = a, *right = b;
    if (left->figure != right->figure) return left->figure < right->figure ? -1 : 1;
    if (left->on_sheet != right->on_sheet) return left->on_sheet ? 1 : -1;
    return strcmp(left->id, right->id);
}

static bool is_new(const pin_list *list, const drawing *on, const sk_pin *pin) {
    for (size_t i = 0; i < list->count; i++) {
        if (pin_order(&list->pins[i], pin) != 0) continue;
        sk_diag_error(list->load->diag, pin->origin, "keep one of the two", "pinned twice on %s",
                      on->name);
        return false;
    }
    return true;
}

static void read_pin(pin_list *list, const drawing *on, const cJSON *item) {
    const sk_load *load = list->load;
    sk_pin pin = {.figure = on->figure->number,
                  .on_sheet = on->on_sheet,
                  .id = sk_arena_string(load->arena, item->string),
                  .origin = place_of(load, item, item->string)};
    if (!cJSON_IsObject(item)) {
        sk_diag_error(load->diag, pin.origin, form, "a pin is not an object with dx and dy");
        return;
    }
    bool sound = read_distance(list, item, "dx", &pin.dx_mm);
    sound = read_distance(list, item, "dy", &pin.dy_mm) && sound;
    sound = read_form(list, item, &pin) && sound;
    sound = check_id(list, on, &pin) && sound;
    if (!sound || !is_new(list, on, &pin) || !check_form(list, on, item, &pin)) return;
    list->pins = sk_heap_grow(list->pins, list->count, &list->capacity, sizeof *list->pins);
    list->pins[list->count++] = pin;
}

static void read_pins(pin_list *list, const drawing *on, const cJSON *item) {
    size_t errors = sk_diag_error_count(list->load->diag);
    for (const cJSON *pin = item->child; pin != NULL; pin = pin->next) read_pin(list, on, pin);
    sk_losses_add_if_faulty(list->load, list->project, errors,
                            (sk_loss){.kind = SK_LOSS_PINS,
                                      .figure = on->figure->number,
                                      .origin = place_of(list->load, item, item->string)});
}

/* "13" or "13-sheet". */
static bool find_drawing(const pin_list *list, const char *key, drawing *out) {
    sk_arena *arena = list->load->arena;
    size_t length = strlen(key), ending = strlen(SK_PINS_OF_SHEET);
    out->on_sheet = length > ending && strcmp(key + length - ending, SK_PINS_OF_SHEET) == 0;
    int number = 0;
    if (!sk_integer_parse(out->on_sheet ? sk_arena_string_n(arena, key, length - ending) : key,
                          &number))
        return false;
    out->name = sk_arena_printf(arena, "%sfigure %d", out->on_sheet ? "the sheet of " : "", number);
    for (size_t i = 0; i < list->project->figure_count; i++) {
        if (list->project->figures[i].number != number) continue;
        out->figure = &list->project->figures[i];
        return true;
    }
    return false;
}

static void read_drawing(pin_list *list, const cJSON *item) {
    const sk_load *load = list->load;
    drawing on = {0};
    if (!find_drawing(list, item->string, &on) &&
        (list->project->figure_count == 0 || sk_project_has_lost(list->project, SK_LOSS_FIGURES)))
        return;
    if (on.figure == NULL)
        sk_diag_error(load->diag, place_of(load, item, NULL),
                      "give the number of a figure of layers/figures.csv",
                      "there is no figure \"%s\"", item->string);
    else if (!cJSON_IsObject(item))
        sk_diag_error(load->diag, place_of(load, item, NULL), form,
                      "the pins of %s are not an object", on.name);
    else
        read_pins(list, &on, item);
}

static void read_figures(pin_list *list, const cJSON *root) {
    const cJSON *figures = cJSON_GetObjectItemCaseSensitive(root, "figures");
    if (!cJSON_IsObject(figures) || figures->next != NULL || figures->prev != figures) {
        sk_diag_error(list->load->diag, place_of(list->load, root, NULL), form,
                      "this is not one object called \"figures\"");
        return;
    }
    for (const cJSON *item = figures->child; item != NULL; item = item->next)
        read_drawing(list, item);
}

void sk_pins_parse(const sk_load *load, const char *bytes, size_t length, sk_project *project) {
    cJSON *root = sk_json_parse(bytes, length, SK_PINS_FILE, load->diag);
    if (root == NULL) return;
    pin_list list = {.load = load, .project = project};
    read_figures(&list, root);
    cJSON_Delete(root);
    if (list.count > 0) qsort(list.pins, list.count, sizeof *list.pins, pin_order);
    sk_pin *pins = SK_NEW_ARRAY(load->arena, sk_pin, list.count);
    if (list.count > 0) memcpy(pins, list.pins, list.count * sizeof *pins);
    free(list.pins);
    project->pins = pins;
    project->pin_count = list.count;
}

void sk_pins_read(const sk_load *load, sk_project *project) {
    const char *path = sk_arena_printf(load->arena, "%s/%s", load->directory, SK_PINS_FILE);
    struct stat entry; /* a link that leads nowhere is one that somebody meant */
    if (lstat(path, &entry) != 0 && errno == ENOENT) return;
    size_t length = 0, errors = sk_diag_error_count(load->diag);
    char *bytes = NULL;
    if (sk_load_may_read(load, SK_PINS_FILE))
        bytes = sk_text_file_read(path, SK_PINS_FILE, SK_PINS_BYTES_MAX, load->diag, &length);
    if (bytes != NULL) sk_pins_parse(load, bytes, length, project);
    if (project->pins == NULL)
        sk_losses_add_if_faulty(load, project, errors,
                                (sk_loss){.kind = SK_LOSS_PINS, .origin = {.file = SK_PINS_FILE}});
    free(bytes);
}
