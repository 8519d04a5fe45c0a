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

/// The strings in an array, without their quotation marks.
std::vector<MappedText> stringsIn(const PasteText& paste, TextRange array)
{
    std::vector<MappedText> strings;
    int start = -1; // of the string that is open
    for (int at = array.start; at < array.start + array.length; ++at) {
        const QChar unit = paste.text[at];
        if (start >= 0 && unit == u'\\') {
            ++at;
        } else if (unit == u'"') {
            if (start >= 0)
                strings.push_back(paste.mapped.mid(start, at - start));
            start = start >= 0 ? -1 : at + 1;
        }
    }
    return strings;
}

/// Where the array of requested scopes stands; empty if the text is no request file
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
    return {static_cast<int>(open), static_cast<int>(endOfArray(text, open) - open)};
}

} // namespace

void extractRequestFile(PasteText& paste)
{
    const TextRange array = requestedScopes(paste.text);
    if (array.length == 0)
        return;
    // What a request file requests is sent, also what no scope looks like: to pass over it would be to approve of it.
    ValueRule rule;
    rule.kind = PasteKind::Json;
    rule.takesAll = true;
    rule.layers = {Layer::Quotes, Layer::Brackets};
    addItems(paste, stringsIn(paste, array), rule);
    paste.take(0, paste.count());
}

} // namespace scopes
