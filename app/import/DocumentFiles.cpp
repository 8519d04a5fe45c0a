#include "import/DocumentFiles.h"

#include "document/BoundedFile.h"
#include "document/VisibleText.h"
#include "import/DocumentReader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace scopes {

namespace {

constexpr std::size_t mostFiles = 2000;
constexpr qint64 mostBytes = qint64{256} << 20;

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

} // namespace

DocumentFiles::DocumentFiles(const QString& path, const QStringList& folders)
    : m_path(QFileInfo(path).canonicalFilePath())
{
    const QStringList all = QStringList{QFileInfo(m_path).path()} + folders;
    for (const QString& folder : all) {
        const QString canonical = QFileInfo(folder).canonicalFilePath();
        if (!canonical.isEmpty())
            m_folders += canonical.endsWith(u'/') ? canonical : canonical + u'/';
    }
}

bool DocumentFiles::isAllowed(const QString& path) const
{
    return std::any_of(m_folders.begin(), m_folders.end(), [&](const QString& folder) { return path.startsWith(folder); });
}

DocumentFiles::Opened DocumentFiles::open(std::string_view reference, Value from)
{
    const QString name = QString::fromUtf8(
        QByteArray::fromPercentEncoding(QByteArray(reference.data(), static_cast<qsizetype>(reference.size()))));
    const QString shown = visibleText(name, 200);
    if (reference.find("://") != std::string_view::npos || reference.starts_with("//"))
        return {{}, tr("'%1' is an address on a network. Nothing is ever fetched; save it beside the description.").arg(shown)};
    const auto place = m_places.find(from.document());
    const QString& base = place == m_places.end() ? m_path : place->second->path;
    const QFileInfo info(QDir(QFileInfo(base).path()), name);
    // Links are followed first: what counts is where the file is.
    const QString path = info.canonicalFilePath();
    if (path.isEmpty() || name.contains(QChar(u'\0')))
        return {{}, tr("There is no file '%1' beside the description.").arg(shown)};
    if (!isAllowed(path))
        return {{}, tr("'%1' is outside the description's folder, so it was not read. Allow its folder to read it.").arg(shown)};
    const File& file = fileAt(path);
    return file.document ? Opened{file.document->root(), {}} : Opened{{}, file.reason};
}

DocumentFiles::File& DocumentFiles::fileAt(const QString& path)
{
    const auto [place, isNew] = m_files.try_emplace(path);
    File& file = place->second;
    if (!isNew)
        return file;
    file.path = path;
    const QString shown = visibleText(QFileInfo(path).fileName(), 200);
    if (m_files.size() > mostFiles || m_bytes >= mostBytes) {
        file.reason = tr("'%1' was not read: the references lead to more files than are read for one description.").arg(shown);
        return file;
    }
    auto content = readBounded(path, mostBytes - m_bytes);
    if (!content) {
        file.reason = tr("'%1' cannot be read: %2").arg(shown, content.problems.front().message);
        return file;
    }
    m_bytes += content.value->size();
    file.source = *std::move(content.value);
    auto read = readDocument(file.source);
    if (!read) {
        file.reason = tr("'%1' cannot be read: %2").arg(shown, read.problems.front().toString({}));
        return file;
    }
    file.document = std::make_unique<Document>(*std::move(read.value));
    m_places.emplace(file.document.get(), &file);
    return file;
}

QString DocumentFiles::placeOf(Value value) const
{
    const auto place = m_places.find(value.document());
    if (place == m_places.end())
        return {};
    const TextPosition position = positionOf(place->second->source, value.offset());
    return QStringLiteral("%1:%2:%3")
        .arg(visibleText(QFileInfo(place->second->path).fileName(), 200))
        .arg(position.line)
        .arg(position.column);
}

} // namespace scopes
