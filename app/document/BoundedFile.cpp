#include "document/BoundedFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace scopes {

namespace {

/// Why the path cannot be read as a file, or nothing.
QString obstacle(const QString& path, qint64 limit)
{
    const QFileInfo info(path);
    // A resource is neither file nor directory to every question that QFileInfo asks the file system.
    if (path.startsWith(u':'))
        return info.exists() ? QString() : QCoreApplication::translate("BoundedFile", "There is no such built-in file.");
    if (!info.exists())
        return info.isSymLink()
            ? QCoreApplication::translate("BoundedFile", "The link points to nothing: %1 does not exist.")
                  .arg(info.symLinkTarget())
            : QCoreApplication::translate("BoundedFile", "There is no such file. Check the path and its spelling.");
    if (info.isDir())
        return QCoreApplication::translate("BoundedFile", "This is a directory, not a file. Name a file in it.");
    if (!info.isFile())
        return QCoreApplication::translate("BoundedFile",
            "This is a special file (a pipe, a socket or a device), not a regular file. Copy its content to a file first.");
    if (info.size() > limit)
        return QCoreApplication::translate("BoundedFile", "The file has %1 bytes; at most %2 are read.")
            .arg(QLocale::c().toString(info.size()), QLocale::c().toString(limit));
    return {};
}

} // namespace

Problem stoppedReading()
{
    return Problem::error(QCoreApplication::translate("BoundedFile", "Reading was stopped."));
}

Result<QByteArray> readBounded(const QString& path, qint64 limit, const ReadingProgress& progress)
{
    if (const QString why = obstacle(path, limit); !why.isEmpty())
        return Problem::error(why);

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Problem::error(
            QCoreApplication::translate("BoundedFile", "The file cannot be opened: %1.").arg(file.errorString()));

    // The size may have changed since it was asked for, and some files (those of /proc) say 0: read on to the end, but never
    // past the limit. The room at the end saves the JSON parser a copy.
    constexpr qsizetype step = qsizetype(1) << 16;
    constexpr qsizetype room = 256;
    constexpr qsizetype mostAtOnce = qsizetype(16) << 20; // so that it can be told how far the reading is
    QByteArray content;
    content.reserve(file.size() + step + room);
    for (qint64 count = 1; count > 0 && content.size() <= limit;) {
        const qsizetype start = content.size();
        if (progress && !progress(static_cast<double>(start) / static_cast<double>(qMax<qint64>(file.size(), start + 1))))
            return stoppedReading();
        const qint64 wanted = qMin<qint64>(qBound<qint64>(step, file.size() - start, mostAtOnce), limit + 1 - start);
        content.resize(start + wanted);
        count = file.read(content.data() + start, wanted);
        content.resize(start + qMax<qint64>(count, 0));
    }
    if (file.error() != QFileDevice::NoError)
        return Problem::error(QCoreApplication::translate("BoundedFile", "Reading stopped: %1.").arg(file.errorString()));
    if (content.size() > limit)
        return Problem::error(QCoreApplication::translate("BoundedFile", "The file has more than %1 bytes; no more are read.")
                                  .arg(QLocale::c().toString(limit)));
    if (content.isEmpty())
        return Problem::error(QCoreApplication::translate("BoundedFile", "The file is empty."));
    return content;
}

} // namespace scopes
