#include "widgets/FileKind.h"

#include "document/BoundedFile.h"
#include "document/DecodedText.h"
#include "document/Document.h"
#include "import/CatalogOpener.h"
#include "import/DescriptionReader.h"
#include "import/DocumentReader.h"
#include "import/ScopeTableReader.h"
#include "request/RequestFile.h"
#include "scan/RecordedRequests.h"
#include "widgets/CatalogFiles.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// What is too large for a request is read no further to tell its kind.
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

/// True of a beginning that says what the file is: reading all of a large one, to know it, would hold the window up.
bool saysItIsCatalog(const QByteArray& head)
{
    static const QRegularExpression version(uR"re((?:^|[{,]\s*)"?(?:openapi|swagger|discoveryVersion)"?\s*:\s*["']?v?[0-9])re"_s,
        QRegularExpression::MultilineOption);
    return claimsToBeCatalog(head) || version.match(QString::fromUtf8(head)).hasMatch();
}

/// The beginning of a file that is too large for anything else.
bool mayBeCatalog(const QByteArray& head)
{
    const QByteArray start = head.trimmed();
    return claimsToBeCatalog(head) || start.startsWith('{') || start.startsWith('[') || head.contains("openapi:")
        || head.contains("swagger:") || isScopeTable(head);
}

} // namespace

FileKind fileKind(const QString& path)
{
    if (CatalogFiles::isLarge(path)) {
        const QByteArray head = headOf(path);
        if (saysItIsCatalog(head) || isScopeTable(head))
            return FileKind::Catalog;
    }
    // Looks at what kind of file it is before anything is opened: a FIFO would wait for ever.
    const Result<QByteArray> content = readBounded(path, largestRequestFile);
    if (!content && path.endsWith(u".har"_s, Qt::CaseInsensitive) && QFile(path).size() > largestRequestFile)
        return FileKind::Recording;
    if (!content)
        return QFile(path).size() > largestRequestFile && mayBeCatalog(headOf(path)) ? FileKind::Catalog : FileKind::Other;
    const QByteArray& bytes = *content.value;
    if (claimsToBeCatalog(bytes))
        return FileKind::Catalog;

    const Result<Document> document = Document::fromJson(bytes);
    if (document) {
        const Value root = document.value->root();
        if (isDescription(root))
            return FileKind::Catalog;
        if (const Value format = root.member("format"); format && format.text() == "scope-explorer-overlay")
            return FileKind::Overlay;
        if (root.member("scopes") && root.member("version"))
            return FileKind::Request;
        if (root.member("approved") && root.member("version"))
            return FileKind::Profile;
        if (holdsRequests(*document.value))
            return FileKind::Recording;
    } else if (isDescription(bytes)) {
        return FileKind::Catalog;
    } else if (path.endsWith(u".scopes.json"_s, Qt::CaseInsensitive)) {
        return FileKind::Request;
    }
    if (path.endsWith(u".app.json"_s, Qt::CaseInsensitive))
        return FileKind::Profile; // whose reader says what is wrong with it
    if (!document && !looksLikeJson(bytes) && mayBeTable(bytes))
        return FileKind::Table;
    return isText(bytes) ? FileKind::PlainText : FileKind::Other;
}

QString textOfFile(const QString& path)
{
    const Result<QByteArray> content = readBounded(path, largestRequestFile);
    return content ? decodedText(*content.value) : QString();
}

} // namespace scopes
