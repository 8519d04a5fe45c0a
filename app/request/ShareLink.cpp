#include "request/ShareLink.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <cctype>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr auto prefix = "scope-explorer:request?"_L1;

QString tr(const char* text)
{
    return QCoreApplication::translate("ShareLink", text);
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(text.toUtf8().toPercentEncoding());
}

/// No value: the text is no percent-encoded UTF-8. A plus stands for itself: this is no form.
std::optional<QString> decoded(const QString& text)
{
    const auto isHex = [&](qsizetype at) { return at < text.size() && std::isxdigit(text[at].toLatin1()) != 0; };
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at].unicode() <= ' ' || text[at].unicode() >= 0x7F || (text[at] == u'%' && !(isHex(at + 1) && isHex(at + 2))))
            return {};
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.toLatin1());
    // A byte order mark is a character of the name here; what decodes to something else is no UTF-8.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString plain = decoder(bytes);
    return plain.toUtf8() == bytes ? std::optional(plain) : std::nullopt;
}

/// Ids of catalogs and formats, see resources/request.schema.json.
bool isId(const QString& text)
{
    constexpr qsizetype longest = 100;
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'-';
    };
    return !text.isEmpty() && text.size() <= longest && std::all_of(text.begin(), text.end(), fits);
}

/// Takes the parameters of a link, one after the other.
class LinkReader
{
public:
    void take(const QString& parameter)
    {
        const auto name = decoded(parameter.section(u'=', 0, 0));
        const auto value = decoded(parameter.section(u'=', 1));
        if (!name || !value)
            return refuse(tr("The link is damaged: '%1' is not percent-encoded UTF-8.").arg(visibleText(parameter, 80)));
        if (*name == "scope"_L1)
            takeScope(*value);
        else if (*name == "catalog"_L1 || *name == "format"_L1)
            takeId(*name, *value);
        else
            note(
                tr("The link's '%1' is left out: a link holds scopes, a catalog and a format only.").arg(visibleText(*name, 80)));
    }

    Result<RequestFile> result()
    {
        if (hasErrors(m_problems))
            return std::move(m_problems);
        return {std::move(m_request), std::move(m_problems)};
    }

private:
    void refuse(const QString& message) { m_problems.push_back(Problem::error(message)); }

    void note(const QString& message)
    {
        constexpr std::size_t mostNotes = 20;
        if (m_problems.size() < mostNotes)
            m_problems.push_back({Problem::Severity::Note, message, {}, 0, 0});
    }

    void takeScope(const QString& name)
    {
        if (name.isEmpty())
            return note(tr("An empty scope is left out."));
        if (name.size() > longestSharedName)
            return refuse(
                tr("The link holds a scope of %1 characters; at most %2 are taken.").arg(name.size()).arg(longestSharedName));
        if (m_seen.contains(name))
            return note(tr("The scope '%1' stands in the link twice and is taken once.").arg(visibleText(name, 80)));
        m_seen.insert(name);
        m_request.scopes += name;
    }

    void takeId(const QString& name, const QString& id)
    {
        QString& target = name == "catalog"_L1 ? m_request.catalog : m_request.format;
        if (!isId(id))
            return refuse(tr("The link's %1 '%2' cannot be one: expected at most 100 of a-z, 0-9, dot, underscore and hyphen.")
                              .arg(name, visibleText(id, 80)));
        if (!target.isEmpty())
            return refuse(tr("The link names its %1 twice.").arg(name));
        target = id;
    }

    RequestFile m_request;
    QSet<QString> m_seen;
    Problems m_problems;
};

} // namespace

bool isShareLink(const QString& text)
{
    return text.startsWith("scope-explorer:"_L1, Qt::CaseInsensitive);
}

QString shareLink(const RequestFile& request)
{
    QStringList parameters;
    if (!request.catalog.isEmpty())
        parameters += u"catalog="_s + encoded(request.catalog);
    if (!request.format.isEmpty())
        parameters += u"format="_s + encoded(request.format);
    for (const QString& scope : request.scopes)
        parameters += u"scope="_s + encoded(scope);
    QString link = prefix + parameters.join(u'&');
    const auto read = readShareLink(link);
    return read && read.value->scopes == request.scopes ? link : QString();
}

Result<RequestFile> readShareLink(const QString& link)
{
    if (link.size() > longestShareLink)
        return Problem::error(tr("The link has %1 characters; at most %2 are read.").arg(link.size()).arg(longestShareLink));
    if (!link.startsWith(prefix, Qt::CaseInsensitive))
        return Problem::error(tr("This is no link to a request: expected '%1…', found '%2'.").arg(prefix, visibleText(link, 60)));
    LinkReader reader;
    const QString query = link.sliced(prefix.size());
    if (query.count(u'&') > 2 * mostSharedScopes)
        return Problem::error(tr("The link holds too many scopes; at most %1 are taken.").arg(mostSharedScopes));
    for (const QString& parameter : query.split(u'&', Qt::SkipEmptyParts))
        reader.take(parameter);
    auto request = reader.result();
    if (request && request.value->scopes.size() > mostSharedScopes)
        return Problem::error(tr("The link holds too many scopes; at most %1 are taken.").arg(mostSharedScopes));
    if (request && request.value->scopes.isEmpty())
        return Problem::error(tr("The link holds no scope."));
    return request;
}

} // namespace scopes
