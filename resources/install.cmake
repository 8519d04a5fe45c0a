# What `cmake --install` puts under its prefix, and what `cpack` packs into a Debian package.
set(application_id org.scope_explorer.ScopeExplorer)
set(resources ${CMAKE_CURRENT_LIST_DIR})

if(TARGET scope-explorer)
    install(TARGETS scope-explorer RUNTIME)
endif()
if(TARGET scope-explorer-cli)
    install(TARGETS scope-explorer-cli RUNTIME)
    if(NOT CMAKE_CROSSCOMPILING)
        # bash and fish look for a file of the command's name.
        set(completions ${PROJECT_BINARY_DIR}/completions)
        foreach(program scope-explorer scope-explorer-cli)
            install(FILES ${completions}/scope-explorer-cli.bash RENAME ${program}
                DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
            install(FILES ${completions}/scope-explorer-cli.fish RENAME ${program}.fish
                DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
        endforeach()
        install(FILES ${completions}/_scope-explorer DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
    endif()
endif()
install(FILES ${resources}/${application_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${resources}/${application_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${resources}/${application_id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
    RENAME ${application_id}.xml)
foreach(size 16 22 24 32 48 64 128 256 512)
    install(FILES ${resources}/icons/scope-explorer-${size}.png RENAME ${application_id}.png
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps)
endforeach()
install(FILES ${resources}/icons/scope-explorer.svg RENAME ${application_id}.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)

# Manual pages are packed, as Debian wants them and every man(1) reads them.
find_program(GZIP_PROGRAM gzip)
foreach(page scope-explorer.1 scope-explorer-cli.1)
    if(GZIP_PROGRAM)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${resources}/${page})
        execute_process(COMMAND ${GZIP_PROGRAM} -9nc ${resources}/${page} OUTPUT_FILE ${PROJECT_BINARY_DIR}/${page}.gz)
        install(FILES ${PROJECT_BINARY_DIR}/${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    else()
        install(FILES ${resources}/${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    endif()
endforeach()
install(FILES ${resources}/output.schema.json ${resources}/request.schema.json ${resources}/profile.schema.json ${resources}/overlay.schema.json
    ${resources}/catalog.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/scope-explorer)

# Debian wants the licence and the changes under these names; they are a component that only the package contains.
set(debian_documents ${CMAKE_INSTALL_DATADIR}/doc/scope-explorer)
install(FILES ${resources}/LICENSE RENAME copyright DESTINATION ${debian_documents} COMPONENT debian EXCLUDE_FROM_ALL)
if(GZIP_PROGRAM)
    execute_process(COMMAND ${GZIP_PROGRAM} -9nc ${resources}/changelog OUTPUT_FILE ${PROJECT_BINARY_DIR}/changelog.gz)
    install(FILES ${PROJECT_BINARY_DIR}/changelog.gz DESTINATION ${debian_documents} COMPONENT debian EXCLUDE_FROM_ALL)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME scope-explorer)
set(CPACK_PACKAGE_CONTACT "The Scope Explorer authors <scope-explorer@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "choose, check and explain OAuth 2 scopes")
set(CPACK_PACKAGE_DESCRIPTION "Shows the OAuth 2 scopes that a platform documents, what each lets an
application do and what its users read when asked for consent. Requests are
put together, copied as the platform expects them, and kept in files. The
scopes of TikTok for Developers are built in.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};${PROJECT_NAME};ALL;/;${PROJECT_BINARY_DIR};${PROJECT_NAME};debian;/")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS qt6-wayland)
include(CPack)
