# Qt's headers are read once for all files that use them, which halves the time of a build. Sources include what they use all
# the same: clang-tidy reads them without it.

set(standard_headers <algorithm> <array> <functional> <memory> <optional> <span> <string> <string_view> <unordered_map>
    <utility> <variant> <vector>)

# The libraries share one set of headers. A room that defines macros of its own, or has few files, does without.
target_precompile_headers(catalog PRIVATE <QtCore> ${standard_headers})
foreach(room request search analysis import scan workspace cli)
    target_precompile_headers(${room} REUSE_FROM catalog)
endforeach()
target_precompile_headers(models PRIVATE <QtCore> <QtGui> ${standard_headers})
target_precompile_headers(widgets PRIVATE <QtWidgets> ${standard_headers})

# Qt Test defines a macro with each program's folder, so that programs cannot share: those with many files have their own.
if(SCOPES_TESTS)
    foreach(room analysis cli document import models request search workspace)
        target_precompile_headers(test_${room} PRIVATE <QtTest> ${standard_headers})
    endforeach()
    target_precompile_headers(test_ui PRIVATE <QtWidgets> <QtTest> ${standard_headers})
endif()
