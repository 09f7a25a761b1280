# What is installed: the program, the study as a project under share/streekkaart, man pages and
# completions, which the program makes of its own tables, and what tells of it. Nothing holds the path
# that it is installed to: the program finds the study from where it lies itself.

set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
                                                GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# The build tree has the same order, so that a program that was just built finds the study, too.
set(share ${PROJECT_BINARY_DIR}/share)
file(MAKE_DIRECTORY ${share}/streekkaart)
file(CREATE_LINK ${PROJECT_SOURCE_DIR} ${share}/streekkaart/study SYMBOLIC)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/src/starter/files ${share}/streekkaart/starter SYMBOLIC)

# Who builds a package answers for it; Debian's tools take their name from the same two.
set(maintainer "The Streekkaart authors <authors@streekkaart.invalid>")
if(DEFINED ENV{DEBEMAIL} AND DEFINED ENV{DEBFULLNAME})
    set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()

# What changed in the package, as Debian wants it; of the program itself: CHANGELOG.md.
set(debian_revision 1)
execute_process(COMMAND env LC_ALL=C date -u -R -d ${SK_RELEASED} OUTPUT_VARIABLE released
                OUTPUT_STRIP_TRAILING_WHITESPACE)
configure_file(${PROJECT_SOURCE_DIR}/scripts/debian-changelog.in ${share}/debian-changelog @ONLY)

add_custom_command(OUTPUT ${share}/made
                   COMMAND sh ${PROJECT_SOURCE_DIR}/scripts/manual.sh $<TARGET_FILE:streekkaart>
                           ${share}
                   DEPENDS streekkaart ${PROJECT_SOURCE_DIR}/scripts/manual.sh
                           ${share}/debian-changelog
                   COMMENT "Making the manual and the completions")
add_custom_target(manual ALL DEPENDS ${share}/made)

install(TARGETS streekkaart RUNTIME DESTINATION bin)
install(DIRECTORY boundaries layers styles DESTINATION share/streekkaart/study)
install(DIRECTORY src/starter/files/ DESTINATION share/streekkaart/starter)
install(FILES tests/data/carolina/counties.geojson tests/data/carolina/levels.csv
              tests/data/carolina/level-names.csv
        DESTINATION share/streekkaart/examples/carolina)
install(FILES project.json DESTINATION share/streekkaart/study OPTIONAL)
install(DIRECTORY docs/schema DESTINATION share/streekkaart OPTIONAL)
install(DIRECTORY ${share}/man ${share}/bash-completion ${share}/fish DESTINATION share)
install(FILES README.md docs/print.md docs/cartography.md docs/tutorial.md docs/levels.md docs/events.md docs/copyright ${share}/changelog.gz
              ${share}/changelog.Debian.gz
        DESTINATION share/doc/streekkaart)

# Debian's zsh looks for what packages bring in a folder of its own.
install(CODE "
    set(folder site-functions)
    if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\" AND EXISTS /etc/debian_version)
        set(folder vendor-completions)
    endif()
    file(INSTALL ${share}/zsh/_streekkaart
         DESTINATION \"\${CMAKE_INSTALL_PREFIX}/share/zsh/\${folder}\")")

# The package: scripts/package.sh.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME streekkaart)
set(CPACK_PACKAGE_VENDOR "The Streekkaart authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "print-ready thematic maps from a catalogue of features")
set(CPACK_PACKAGE_DESCRIPTION
"Turns a catalogue of points, zones and links and administrative boundaries into
the thematic maps of a report: each as PDF, PNG and layered SVG, with the
legend table that belongs to it, bound as an annex. The catalogue is edited in
QGIS, a spreadsheet or a text editor. The study of Flemish economic sectors
that it was made for comes with it.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${maintainer})
set(CPACK_DEBIAN_PACKAGE_RELEASE ${debian_revision})
set(CPACK_DEBIAN_PACKAGE_SECTION graphics)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# Libraries are found by what the program is linked with. The font is that of the shipped styles.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-lato, hyphen-nl")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "inkscape, qgis")
include(CPack)
