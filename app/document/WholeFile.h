#pragma once

#include <QByteArray>
#include <QString>

namespace scopes {

/// Writes the file as a whole or not at all: what was there stays until all of the bytes are on the disk. A directory, a pipe, a
/// device or a path without a folder is refused. Gives an empty text when written, else why not.
[[nodiscard]] QString writeWholeFile(const QString& path, const QByteArray& bytes);

} // namespace scopes
