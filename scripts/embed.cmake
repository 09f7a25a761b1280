# cmake -D OUT=FILE.c -D "ARRAYS=NAME=PATH;..." -P embed.cmake: writes a C source with each file as an
# array of characters that a NUL ends.

set(text "/* Made of the files of src/ by the build. */\n")
foreach(array ${ARRAYS})
    string(REPLACE "=" ";" array "${array}")
    list(GET array 0 name)
    list(GET array 1 path)
    file(READ ${path} bytes HEX)
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
    string(APPEND text "extern const char ${name}[];\nconst char ${name}[] = {${bytes}'\\0'};\n")
endforeach()
file(WRITE ${OUT} "${text}")
