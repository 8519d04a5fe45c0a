#pragma once

#include "document/Problem.h"

#include <QStringList>

#include <functional>

namespace scopes {

/// The files that a scan reads, in the order of the paths, each once.
struct SourceFiles
{
    QStringList files;
    Problems problems; ///< paths that are not there, folders that cannot be read
    bool isStopped = false;
};

/// The files at and below @p paths: in a git work tree those that git has or would take, asked of git itself; elsewhere all.
/// Never what is in .git, never through symbolic links. @p goOn is called now and then; false stops.
SourceFiles sourceFiles(const QStringList& paths, const std::function<bool()>& goOn = {});

} // namespace scopes
