# A room is a folder of src/ that compiles by itself, against the headers of the rooms below it.
#
# Headers are included by the room's name, as in "page/polyline.h", so each room gets an include
# folder of its own in the build tree, which holds nothing but a link to its folder and to its
# contracts: a room that isn't seen can't be found by the compiler.

set(SK_WARNINGS -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes
                -Wmissing-prototypes -Wpointer-arith -Wundef -Wvla)

# Makes the include folder of `room`.
function(sk_room_headers room folder contracts)
    file(REMOVE_RECURSE ${folder})
    get_filename_component(parent ${folder}/${room} DIRECTORY)
    file(MAKE_DIRECTORY ${parent} ${folder}/streekkaart)
    file(CREATE_LINK ${PROJECT_SOURCE_DIR}/src/${room} ${folder}/${room} SYMBOLIC)
    foreach(contract ${contracts})
        set(header streekkaart/${contract}.h)
        if(NOT EXISTS ${PROJECT_SOURCE_DIR}/include/${header})
            message(FATAL_ERROR "Room ${room}: there is no include/${header}")
        endif()
        file(CREATE_LINK ${PROJECT_SOURCE_DIR}/include/${header} ${folder}/${header} SYMBOLIC)
    endforeach()
endfunction()

# sk_room(NAME [SEES room...] [CONTRACTS header...] [LIBRARIES library...])
function(sk_room room)
    cmake_parse_arguments(ROOM "" "" "SEES;CONTRACTS;LIBRARIES" ${ARGN})
    string(REPLACE "/" "_" target room_${room})
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${room}/*.c)
    list(REMOVE_ITEM sources ${SK_PROGRAM})
    set(own ${PROJECT_BINARY_DIR}/rooms/${target})
    sk_room_headers(${room} ${own} "${ROOM_CONTRACTS}")

    set(seen ${own})
    foreach(other ${ROOM_SEES})
        string(REPLACE "/" "_" other room_${other})
        if(NOT TARGET ${other})
            message(FATAL_ERROR "Room ${room} sees ${other}, which does not lie below it")
        endif()
        get_target_property(beyond ${other} SK_SEEN)
        list(APPEND seen ${beyond})
    endforeach()
    list(REMOVE_DUPLICATES seen)

    add_library(${target} OBJECT ${sources})
    set_target_properties(${target} PROPERTIES SK_SEEN "${seen}")
    target_include_directories(${target} PRIVATE ${seen})
    target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L
                               SK_VERSION="${PROJECT_VERSION}")
    target_compile_options(${target} PRIVATE ${SK_WARNINGS} $<$<BOOL:${SK_WERROR}>:-Werror>
                           $<$<BOOL:${SK_FUZZ}>:-fsanitize=fuzzer-no-link>)
    target_link_libraries(${target} PRIVATE ${ROOM_LIBRARIES})
    set_property(GLOBAL APPEND PROPERTY SK_ROOMS ${target})
    set_property(GLOBAL APPEND PROPERTY SK_LIBRARIES ${ROOM_LIBRARIES})
endfunction()

# sk_embed(ROOM array=FILE...): files of the room's folder as arrays of characters in its code.
function(sk_embed room)
    string(REPLACE "/" "_" target room_${room})
    set(out ${PROJECT_BINARY_DIR}/rooms/${target}_files.c)
    set(arrays "")
    set(files "")
    foreach(array ${ARGN})
        string(REPLACE "=" "=${PROJECT_SOURCE_DIR}/src/${room}/" array ${array})
        list(APPEND arrays ${array})
        string(REGEX REPLACE ".*=" "" file ${array})
        list(APPEND files ${file})
    endforeach()
    add_custom_command(OUTPUT ${out}
                       COMMAND ${CMAKE_COMMAND} -D OUT=${out} -D "ARRAYS=${arrays}"
                               -P ${PROJECT_SOURCE_DIR}/scripts/embed.cmake
                       DEPENDS ${files} ${PROJECT_SOURCE_DIR}/scripts/embed.cmake VERBATIM)
    target_sources(${target} PRIVATE ${out})
endfunction()

# All rooms as the static library `name`, whose users see every header.
function(sk_rooms_library name)
    get_property(rooms GLOBAL PROPERTY SK_ROOMS)
    get_property(libraries GLOBAL PROPERTY SK_LIBRARIES)
    list(REMOVE_DUPLICATES libraries)
    list(TRANSFORM rooms REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE objects)
    add_library(${name} STATIC ${objects})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/include
                               ${PROJECT_SOURCE_DIR}/src)
    target_compile_definitions(${name} PUBLIC _POSIX_C_SOURCE=200809L SK_VERSION="${PROJECT_VERSION}")
    target_link_libraries(${name} PUBLIC ${libraries} m)
endfunction()
