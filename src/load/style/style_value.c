#include "load/style/style_value.h"

#include <math.h>
#include <string.h>

#include "base/length.h"
#include "load/settings/crs_code.h"
#include "load/style/colour.h"
#include "streekkaart/geometry.h"
#include "streekkaart/project_settings.h"
#include "streekkaart/style_sheet.h"

static const double line_min_mm = 0.1, line_max_mm = 20;
static const double number_max = 10;
static const int count_max = 1000;

typedef const sk_style_fault *(*value_setter)(const cJSON *value, void *target, size_t size);

static const sk_style_fault *read_length(const cJSON *value, double *mm) {
    static const sk_style_fault bare = {"not a length with its unit",
                                        "write it as \"4.2 mm\", \"0.4 cm\", \"6 pt\" or \"1 in\""};
    const char *text = cJSON_GetStringValue(value);
    return text == NULL || sk_length_parse(text, strlen(text), mm) != SK_OK ? &bare : NULL;
}

/* What a length may be, and what is wrong with one beyond that. */
typedef struct {
    double least_mm, most_mm;
    sk_style_fault too_small, too_large;
} length_range;

static const sk_style_fault *set_within(const cJSON *value, const length_range *range,
                                        void *target) {
    const double rounding_mm = 1e-9;
    double mm;
    const sk_style_fault *fault = read_length(value, &mm);
    if (fault != NULL) return fault;
    if (mm < range->least_mm - rounding_mm) return &range->too_small;
    if (mm > range->most_mm + rounding_mm) return &range->too_large;
    *(double *)target = mm;
    return NULL;
}

static const sk_style_fault *set_spacing(const cJSON *value, void *target, size_t size) {
    static const length_range range = {-10,
                                       10,
                                       {"a spacing of less than -10 mm", "write -10 mm or more"},
                                       {"a spacing of more than 10 mm", "write 10 mm or less"}};
    (void)size;
    return set_within(value, &range, target);
}

static const sk_style_fault *set_length(const cJSON *value, void *target, size_t size) {
    static const length_range range = {0,
                                       200,
                                       {"a negative length", "write 0 mm or more"},
                                       {"a length of more than 200 mm", "write 200 mm or less"}};
    (void)size;
    return set_within(value, &range, target);
}

static const sk_style_fault *set_size(const cJSON *value, void *target, size_t size) {
    static const length_range range = {
        0.01,
        200,
        {"a size that must be more than nothing", "write a length of 0.01 mm or more"},
        {"a size of more than 200 mm", "write 200 mm or less"}};
    (void)size;
    return set_within(value, &range, target);
}

static const sk_style_fault *set_page_size(const cJSON *value, void *target, size_t size) {
    static const length_range range = {
        SK_PAGE_LEAST_MM,
        SK_PAGE_MOST_MM,
        {"a page of less than 10 mm", "write a length from 10 mm to 2000 mm"},
        {"a page of more than 2000 mm", "write a length from 10 mm to 2000 mm"}};
    (void)size;
    return set_within(value, &range, target);
}

static const sk_style_fault *set_text_size(const cJSON *value, void *target, size_t size) {
    static const length_range range = {
        6 * 25.4 / 72,
        144 * 25.4 / 72,
        {"text smaller than 6 pt is hard to read on paper", "write 6 pt or more"},
        {"text larger than 144 pt leaves no room for a map", "write 144 pt or less"}};
    (void)size;
    return set_within(value, &range, target);
}

static const sk_style_fault *set_line_width(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault thin = {"a line thinner than 0.1 mm is lost in print",
                                        "write 0.1 mm or more, or 0 mm for no line"};
    static const sk_style_fault thick = {"a line thicker than 20 mm", "write 20 mm or less"};
    (void)size;
    double mm;
    const sk_style_fault *fault = read_length(value, &mm);
    if (fault == NULL && mm != 0 && mm < line_min_mm - 1e-9) fault = &thin;
    if (fault == NULL && mm > line_max_mm) fault = &thick;
    if (fault == NULL) *(double *)target = mm;
    return fault;
}

/* The dash and the count behind it are the end of sk_stroke. */
static const sk_style_fault *set_dash(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault wrong = {"a dash is a list of up to four lengths, not all zero",
                                         "write it as [\"2 mm\", \"1 mm\"]; [] is a solid line"};
    (void)size;
    if (!cJSON_IsArray(value) || cJSON_GetArraySize(value) > SK_DASH_MAX) return &wrong;
    double lengths[SK_DASH_MAX] = {0}, sum = 0;
    size_t count = 0;
    for (const cJSON *item = value->child; item != NULL; item = item->next) {
        const sk_style_fault *fault = set_length(item, &lengths[count], sizeof lengths[count]);
        if (fault != NULL) return fault;
        sum += lengths[count++];
    }
    if (count > 0 && sum <= 0) return &wrong;
    sk_stroke *stroke = (sk_stroke *)((char *)target - offsetof(sk_stroke, dash_mm));
    memcpy(stroke->dash_mm, lengths, sizeof lengths);
    stroke->dash_count = count;
    return NULL;
}

static const sk_style_fault *set_number(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault wrong = {"not a number from 0 to 10", "write it as 0.08"};
    (void)size;
    if (!cJSON_IsNumber(value) || !(value->valuedouble >= 0 && value->valuedouble <= number_max))
        return &wrong;
    *(double *)target = value->valuedouble;
    return NULL;
}

static bool is_integer_within(const cJSON *value, int least, int most) {
    return cJSON_IsNumber(value) && value->valuedouble >= least && value->valuedouble <= most &&
           value->valuedouble == floor(value->valuedouble);
}

static const sk_style_fault *set_count(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault wrong = {"not a whole number from 0 to 1000", "write it as 3"};
    (void)size;
    if (!is_integer_within(value, 0, count_max)) return &wrong;
    *(int *)target = (int)value->valuedouble;
    return NULL;
}

static const sk_style_fault *set_weight(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault wrong = {"not a weight from 100 to 900",
                                         "write 400 for regular or 700 for bold"};
    (void)size;
    if (!is_integer_within(value, 100, 900)) return &wrong;
    *(int *)target = (int)value->valuedouble;
    return NULL;
}

static const sk_style_fault *set_flag(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault wrong = {"neither true nor false", "write true or false"};
    (void)size;
    if (!cJSON_IsBool(value)) return &wrong;
    *(bool *)target = cJSON_IsTrue(value);
    return NULL;
}

static const sk_style_fault *set_string(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault wrong = {"not a text", "write it in double quotes"};
    static const sk_style_fault empty = {"an empty text", "write something between the quotes"};
    static const sk_style_fault extent = {"a text that is too long", "make it shorter"};
    const char *text = cJSON_GetStringValue(value);
    if (text == NULL) return &wrong;
    size_t length = strlen(text);
    if (length == 0) return &empty;
    if (length >= size) return &extent;
    memset(target, 0, size);
    memcpy(target, text, length);
    return NULL;
}

static const sk_style_fault *set_crs(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault unknown = {
        "an unknown coordinate system",
        "write \"project\", or the code of one that is projected in metres, such as \"EPSG:3035\""};
    static const sk_style_fault unprojected = {
        "a coordinate system that is not projected in metres",
        "write \"project\", or the code of one in metres, such as \"EPSG:3035\""};
    char text[SK_STYLE_TEXT_MAX];
    const sk_style_fault *fault = set_string(value, text, sizeof text);
    if (fault != NULL) return fault;
    sk_crs_fault crs = strcmp(text, SK_CRS_OF_PROJECT) == 0 ? SK_CRS_GOOD : sk_crs_code_check(text);
    if (crs != SK_CRS_GOOD) return crs == SK_CRS_UNKNOWN ? &unknown : &unprojected;
    memcpy(target, text, size < sizeof text ? size : sizeof text);
    return NULL;
}

static const sk_style_fault *set_colour(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault wrong = {
        "not a colour",
        "write it as \"#c8102e\", or \"#c8102e80\" when translucent; the inks that it is printed "
        "with may follow, in percent: \"#c8102e cmyk(0 100 80 5)\""};
    (void)size;
    const char *text = cJSON_GetStringValue(value);
    if (text == NULL || sk_colour_parse(text, strlen(text), target) != SK_OK) return &wrong;
    return NULL;
}

/* The colour and the flag behind it are parts of sk_text_style. */
static const sk_style_fault *set_halo(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault wrong = {
        "neither a colour nor the ground's",
        "write it as \"#ffffff\", or as \"ground\" for the colour of what the text lies on"};
    const char *text = cJSON_GetStringValue(value);
    sk_text_style *style = (sk_text_style *)((char *)target - offsetof(sk_text_style, halo));
    bool of_ground = text != NULL && strcmp(text, "ground") == 0;
    if (!of_ground && set_colour(value, target, size) != NULL) return &wrong;
    if (of_ground) style->halo = (sk_colour){0};
    style->halo_of_ground = of_ground;
    return NULL;
}

static const sk_style_fault *set_palette(const cJSON *value, void *target, size_t size) {
    static const sk_style_fault wrong = {"not a list of 1 to 64 colours",
                                         "write it as [\"#1b4f8f\", \"#c8102e\"]"};
    sk_palette palette = {.count = 0};
    if (!cJSON_IsArray(value) || value->child == NULL) return &wrong;
    for (const cJSON *item = value->child; item != NULL; item = item->next) {
        if (palette.count == SK_STYLE_PALETTE_MAX) return &wrong;
        const sk_style_fault *fault = set_colour(item, &palette.colours[palette.count++], 0);
        if (fault != NULL) return fault;
    }
    memcpy(target, &palette, size);
    return NULL;
}

static const sk_style_fault *set_place(const cJSON *value, void *target, size_t size) {
    static const char *const names[] = {
        [SK_PLACE_EMPTIEST] = "emptiest",         [SK_PLACE_TOP_LEFT] = "top-left",
        [SK_PLACE_TOP_RIGHT] = "top-right",       [SK_PLACE_BOTTOM_LEFT] = "bottom-left",
        [SK_PLACE_BOTTOM_RIGHT] = "bottom-right", [SK_PLACE_OUTSIDE] = "outside"};
    static const sk_style_fault wrong = {
        "not a place",
        "write \"outside\", \"emptiest\", \"top-left\", \"top-right\", \"bottom-left\" or "
        "\"bottom-right\""};
    const char *text = cJSON_GetStringValue(value);
    for (size_t i = 0; text != NULL && i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(text, names[i]) != 0) continue;
        const sk_furniture_place place = (sk_furniture_place)i;
        memcpy(target, &place, size);
        return NULL;
    }
    return &wrong;
}

static const value_setter setters[] = {
    [SK_STYLE_LENGTH] = set_length,
    [SK_STYLE_SIZE] = set_size,
    [SK_STYLE_PAGE_SIZE] = set_page_size,
    [SK_STYLE_SPACING] = set_spacing,
    [SK_STYLE_LINE_WIDTH] = set_line_width,
    [SK_STYLE_TEXT_SIZE] = set_text_size,
    [SK_STYLE_DASH] = set_dash,
    [SK_STYLE_NUMBER] = set_number,
    [SK_STYLE_COUNT] = set_count,
    [SK_STYLE_WEIGHT] = set_weight,
    [SK_STYLE_FLAG] = set_flag,
    [SK_STYLE_STRING] = set_string,
    [SK_STYLE_CRS] = set_crs,
    [SK_STYLE_COLOUR] = set_colour,
    [SK_STYLE_HALO] = set_halo,
    [SK_STYLE_PALETTE] = set_palette,
    [SK_STYLE_PLACE] = set_place,
};

const sk_style_fault *sk_style_value_set(const sk_style_key *key, const cJSON *value,
                                         void *target) {
    return setters[key->kind](value, target, key->size);
}
