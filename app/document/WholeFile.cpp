#include "document/WholeFile.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("WholeFile", text);
}

/// Why no file can be written to that path, or nothing. Renaming a new file over a device would put it out of use.
QString obstacle(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return tr("This is a directory. Name a file in it.");
    if (info.exists() && !info.isFile())
        return tr("This is a special file (a pipe, a socket or a device), not a regular file.");
    const QFileInfo folder(info.absolutePath());
    if (!folder.exists())
        return tr("The folder %1 does not exist.").arg(visibleText(folder.filePath(), 4096));
    if (!folder.isDir())
        return tr("%1 is a file, not a folder.").arg(visibleText(folder.filePath(), 4096));
    return {};
}

} // namespace

QString writeWholeFile(const QString& path, const QByteArray& bytes)
{
    if (QString why = obstacle(path); !why.isEmpty())
        return why;
    QSaveFile file(path);
    // Qt's own buffer would be written only by commit(), which does not see that this failed and puts an empty file in place.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return file.errorString();
    // A disk that becomes full takes a part of the bytes and only then says why it takes no more.
    for (qint64 written = 0; written < bytes.size();) {
        const qint64 taken = file.write(bytes.constData() + written, bytes.size() - written);
        if (taken <= 0)
            return file.errorString();
        written += taken;
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace scopes
