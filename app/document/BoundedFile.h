#pragma once

#include "document/Problem.h"
#include "document/ReadingProgress.h"

#include <QByteArray>
#include <QString>

namespace scopes {

/// The largest file that is read as a document, in bytes. Offsets into a document have 32 bits.
constexpr qint64 largestDocument = qint64(1) << 30;

/// The whole content of a regular file. A path that is missing, a directory, a FIFO or another special file, one that may not
/// be read, is empty, or is larger than @p limit bytes gives one problem that says which of these and how to mend it. A FIFO
/// is never opened: that would wait for a writer.
Result<QByteArray> readBounded(const QString& path, qint64 limit = largestDocument, const ReadingProgress& progress = {});

/// What a reading ends with that nobody waits for any more.
Problem stoppedReading();

} // namespace scopes
