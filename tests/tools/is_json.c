/* is_json FILE: is it JSON, one value and nothing behind it? Exit status 1 when not. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

enum { BYTES_MAX = 1 << 24 };

int main(int count, char *words[]) {
    FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
    char *text = calloc(BYTES_MAX, 1);
    if (file == NULL || text == NULL) return 2;
    size_t length = fread(text, 1, BYTES_MAX - 1, file);
    fclose(file);
    cJSON *value = cJSON_ParseWithLengthOpts(text, length + 1, NULL, 1);
    int sound = value != NULL;
    cJSON_Delete(value);
    free(text);
    return sound ? 0 : 1;
}
