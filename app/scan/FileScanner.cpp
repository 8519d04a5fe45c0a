#include "scan/FileScanner.h"

#include "scan/RecordedRequests.h"

#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// Counts lines on the way through a text; asked for ascending offsets.
class LineCounter
{
public:
    explicit LineCounter(std::string_view text)
        : m_text(text)
    {
    }

    int lineAt(std::size_t offset)
    {
        const auto begin = m_text.begin();
        m_line += static_cast<int>(std::count(
            begin + static_cast<std::ptrdiff_t>(m_at), begin + static_cast<std::ptrdiff_t>(std::max(offset, m_at)), '\n'));
        m_at = std::max(offset, m_at);
        return m_line;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
};

Quoting quotingOf(const QString& fileName)
{
    static const QStringList plain{u"env"_s, u"yaml"_s, u"yml"_s, u"json"_s, u"toml"_s, u"ini"_s, u"cfg"_s, u"conf"_s,
        u"properties"_s, u"plist"_s, u"xml"_s, u"txt"_s, u"har"_s};
    const QFileInfo info(fileName);
    const bool isSettings = info.fileName().startsWith(u".env"_s) || plain.contains(info.suffix().toLower());
    return isSettings ? Quoting::Plain : Quoting::Code;
}

} // namespace

FileScanner::FileScanner(const ScopeCatalog& catalog)
    : m_recogniser(catalog)
    , m_scopeNames(catalog)
{
}

bool FileScanner::isBinary(QByteArrayView beginning)
{
    return beginning.contains('\0');
}

FileFindings FileScanner::lookIntoText(const QString& fileName, std::string_view text) const
{
    FileFindings findings;
    LineCounter callLines(text);
    for (const CallRecogniser::Place& place : m_recogniser.findIn(text))
        findings.calls.push_back({place.call, callLines.lineAt(place.start)});
    LineCounter scopeLines(text);
    for (const ScopeMention& mention : m_scopeNames.find(text, quotingOf(fileName)))
        findings.scopes.push_back({mention.scope, scopeLines.lineAt(mention.offset)});
    return findings;
}

FileFindings FileScanner::look(const QString& fileName, const QByteArray& content) const
{
    const std::string_view text(content.constData(), static_cast<std::size_t>(content.size()));
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    const bool mayHoldRequests = suffix == "har"_L1
        || (suffix == "json"_L1
            && (text.find("/collection/v2.") != std::string_view::npos || text.find("\"entries\"") != std::string_view::npos));
    if (!mayHoldRequests)
        return lookIntoText(fileName, text);
    const auto document = Document::fromJson(content);
    if (!document || !holdsRequests(*document.value))
        return lookIntoText(fileName, text);
    FileFindings findings;
    LineCounter lines(text);
    for (const RecordedRequest& request : recordedRequests(*document.value)) {
        const int line = lines.lineAt(request.offset);
        if (const auto call = m_recogniser.recorded(request.method, request.url, request.body))
            findings.calls.push_back({*call, line});
        // An authorization request names the scopes that it asks for.
        for (const ScopeMention& mention : m_scopeNames.find(request.url, Quoting::Plain))
            findings.scopes.push_back({mention.scope, line});
    }
    return findings;
}

} // namespace scopes
