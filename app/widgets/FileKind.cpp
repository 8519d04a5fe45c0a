#include "widgets/FileKind.h"

#include "document/BoundedFile.h"
#include "document/Document.h"
#include "request/RequestFile.h"

#include <QFile>
#include <QStringDecoder>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// Every catalog says so near its beginning; with it, a large one need not be read twice.
constexpr qint64 headSize = qint64{64} * 1024;

QByteArray headOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(headSize) : QByteArray();
}

bool isText(const QByteArray& bytes)
{
    if (bytes.contains('\0'))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    [[maybe_unused]] const QString text = decoder(bytes);
    return !decoder.hasError();
}

} // namespace

FileKind fileKind(const QString& path)
{
    // Looks at what kind of file it is before anything is opened: a FIFO would wait for ever.
    const Result<QByteArray> content = readBounded(path, largestRequestFile);
    if (!content)
        return QFile(path).size() > largestRequestFile && headOf(path).contains("\"scope-explorer-catalog\"") ? FileKind::Catalog
                                                                                                              : FileKind::Other;
    const QByteArray& bytes = *content.value;
    if (bytes.left(headSize).contains("\"scope-explorer-catalog\""))
        return FileKind::Catalog;

    const Result<Document> document = Document::fromJson(bytes);
    if (document) {
        const Value root = document.value->root();
        if (root.member("scopes") && root.member("version"))
            return FileKind::Request;
    } else if (path.endsWith(u".scopes.json"_s, Qt::CaseInsensitive)) {
        return FileKind::Request;
    }
    return isText(bytes) ? FileKind::PlainText : FileKind::Other;
}

QString textOfFile(const QString& path)
{
    const Result<QByteArray> content = readBounded(path, largestRequestFile);
    return content ? QString::fromUtf8(*content.value) : QString();
}

} // namespace scopes
