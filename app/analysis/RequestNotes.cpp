#include "analysis/ScopeExtractor.h"
#include "document/Document.h"

#include <QByteArray>

namespace scopes {

namespace {

/// A request file has notes in it, which may name any scope: those of an app that asks for much are some KiB.
constexpr qsizetype longestRequestFile = qsizetype{4} * 1024 * 1024;

/// The first unit behind an array's closing bracket; the text's end if there is none.
qsizetype endOfArray(QStringView text, qsizetype open)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype at = open; at < text.size(); ++at) {
        const QChar unit = text[at];
        if (isInString) {
            if (unit == u'\\')
                ++at;
            else
                isInString = unit != u'"';
        } else if (unit == u'"') {
            isInString = true;
        } else if (unit == u'[') {
            ++depth;
        } else if (unit == u']' && --depth == 0) {
            return at + 1;
        }
    }
    return text.size();
}

/// Where the array of requested scopes stands, its member's name included; empty if the text is no request file
/// (resources/request.schema.json).
TextRange requestedScopes(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (text.size() > longestRequestFile || !trimmed.startsWith(u'{') || !trimmed.endsWith(u'}') || !text.contains(u"\"scopes\"")
        || !text.contains(u"\"version\"") || !text.contains(u"\"catalog\""))
        return {};
    const QByteArray bytes = text.toUtf8();
    const auto document = Document::fromJson(bytes);
    if (!document)
        return {};
    const Value root = document.value->root();
    const Value scopes = root.member("scopes");
    const Value version = root.member("version");
    const Value catalog = root.member("catalog");
    if (!scopes || scopes.kind() != Kind::Array || !version || version.kind() != Kind::Number || !catalog
        || catalog.kind() != Kind::String)
        return {};
    const auto open = QString::fromUtf8(bytes.first(static_cast<qsizetype>(scopes.offset()))).size();
    const auto start = std::max<qsizetype>(text.first(open).lastIndexOf(u"\"scopes\""), 0);
    return {static_cast<int>(start), static_cast<int>(endOfArray(text, open) - start)};
}

} // namespace

void passOverNotes(PasteText& paste)
{
    const TextRange kept = requestedScopes(paste.text);
    if (kept.length == 0)
        return;
    for (int token = 0; token < paste.count(); ++token) {
        if (paste.at(token).end() <= kept.start || paste.at(token).start >= kept.start + kept.length)
            paste.take(token, token + 1);
    }
}

} // namespace scopes
