#pragma once

#include "document/Problem.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace scopes {

/// What a request file (*.scopes.json, resources/request.schema.json, version 1) holds.
struct RequestFile
{
    QString catalog; ///< id of the catalog that the scopes are from; empty: none was named
    QString format; ///< id of the output format; empty: the provider's own
    QStringList scopes; ///< in request order, each once
    QJsonObject others; ///< members that this program does not know, kept when it saves
    QStringList calls = {}; ///< what the scopes are for: 'user.info', 'user.info#open_id'; sorted, each once

    /// The file's bytes: sorted members, one scope a line, LF, a line feed at the end. The same request gives the same bytes.
    /// Names that are not valid Unicode are written with U+FFFD where they are not.
    QByteArray toBytes() const;

    bool operator==(const RequestFile&) const = default;
};

/// The largest request file that is read, in bytes.
constexpr qint64 largestRequestFile = qint64(64) * 1024 * 1024;

/// Reads a request file's bytes. Gives the request, perhaps with notes (a scope that stands twice is taken once), or located
/// problems.
Result<RequestFile> readRequest(const QByteArray& bytes);

/// The same from a file.
Result<RequestFile> readRequestFile(const QString& path);

/// Writes the file as a whole or not at all: on any error the file on disk is as before. The error message says why, in words
/// of the system; empty: written.
[[nodiscard]] QString writeRequestFile(const QString& path, const RequestFile& request);

} // namespace scopes
