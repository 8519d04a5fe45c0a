#include "models/ProviderNotes.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "request/ScopeFormat.h"

#include <QCoreApplication>
#include <QStringList>

namespace scopes {

namespace {

using namespace Qt::StringLiterals;

struct Notes
{
    Q_DECLARE_TR_FUNCTIONS(ProviderNotes)
};

QString shown(Text text)
{
    return visibleText(toQString(text));
}

QString withSource(const QString& text, const QString& source)
{
    return source.isEmpty() ? text : Notes::tr("%1 (Source: %2)").arg(text, source);
}

/// The separator that a format has by its nature; empty where the names do not share one string or the provider's is used.
QString ownSeparator(const QString& formatId)
{
    if (formatId == "comma"_L1 || formatId == "percent-comma"_L1)
        return u","_s;
    if (formatId == "space"_L1 || formatId == "percent-space"_L1)
        return u" "_s;
    return formatId == "newline"_L1 ? u"\n"_s : QString();
}

/// RFC 6749, section 4.1.2.1: the error that answers a scope that is 'invalid, unknown, or malformed'.
constexpr Text invalidScope = "invalid_scope";

/// The facts that speak of a word, a line each.
QStringList factsAbout(const ScopeCatalog& catalog, const Facts& facts, Text word)
{
    QStringList lines;
    for (const Fact& fact : facts) {
        if (word.empty() || fact.text.find(word) != Text::npos)
            lines.append(withSource(shown(fact.text), sourceText(catalog, fact.source)));
    }
    return lines;
}

/// The word that the catalog's own, English, facts have for a separator.
Text factWord(const QString& separator)
{
    if (separator == u","_s)
        return "comma";
    return separator == u" "_s ? "space" : "line";
}

FormatNote undocumentedSeparator(const ScopeCatalog& catalog)
{
    return {Notes::tr("What separates scopes is not documented for %1. OAuth 2 has a space.").arg(providerName(catalog)),
        u"RFC 6749, section 3.3"_s, {}, false};
}

FormatNote contraryNote(const ScopeCatalog& catalog, const QString& separator)
{
    const Provider& provider = catalog.provider();
    FormatNote note;
    note.isContrary = true;
    note.text = (catalog.isOwn(provider.separator) ? Notes::tr("You have set that %1 separates scopes with a %2, not with a %3.")
                                                   : Notes::tr("%1 separates scopes with a %2, not with a %3."))
                    .arg(providerName(catalog), separatorName(catalog.separator()), separatorName(separator));
    note.source = sourceText(catalog, provider.separator.source);
    QStringList more;
    for (const Fact& fact : provider.refusal) {
        if (fact.text.find(invalidScope) == Text::npos)
            continue;
        note.text += u' ' + shown(fact.text);
        note.source += note.source.isEmpty() ? QString() : u"; "_s;
        note.source += sourceText(catalog, fact.source);
    }
    more += factsAbout(catalog, provider.commonMistakes, factWord(separator));
    note.more = more.join(u'\n');
    return note;
}

} // namespace

QString providerName(const ScopeCatalog& catalog)
{
    const Text name = catalog.provider().name;
    return visibleText(name.empty() ? catalog.name() : toQString(name), 100);
}

QString sourceText(const ScopeCatalog& catalog, SourceId source)
{
    if (source == noId)
        return {};
    const Source& known = catalog.source(source);
    QStringList parts;
    for (const Text part : {known.title, known.url, known.retrieved}) {
        if (!part.empty())
            parts.append(shown(part));
    }
    if (known.kind == Source::Kind::ThirdParty)
        parts.append(Notes::tr("not the provider's own word"));
    return parts.join(u", "_s);
}

QString separatorName(const QString& separator)
{
    if (separator == u","_s)
        return Notes::tr("comma");
    if (separator == u" "_s)
        return Notes::tr("space");
    return separator == u"\n"_s ? Notes::tr("line feed") : Notes::tr("“%1”").arg(visibleText(separator, 20));
}

QString undocumentedText(const ScopeCatalog& catalog, const QString& scope)
{
    if (catalog.isDocumented(scope))
        return {};
    if (const ScopeId own = catalog.find(scope); own != noId)
        return withSource(Notes::tr("“%1” is your own scope: “%2” does not document it.")
                              .arg(visibleText(scope, 200), visibleText(catalog.name(), 100)),
            sourceText(catalog, catalog.scope(own).source));
    QStringList lines{
        Notes::tr("“%1” is not documented in the catalog “%2”.").arg(visibleText(scope, 200), visibleText(catalog.name(), 100))};
    if (const OtherScope* const other = catalog.findOther(scope))
        lines.append(withSource(Notes::tr("Seen elsewhere: %1.").arg(shown(other->seen)), sourceText(catalog, other->source)));
    lines += factsAbout(catalog, catalog.provider().refusal, {});
    return lines.join(u'\n');
}

FormatNote formatNote(const ScopeCatalog& catalog, const QString& formatId)
{
    const SourcedValue& documented = catalog.provider().separator;
    const ScopeFormat* const format = scopeFormat(formatId);
    if (format == nullptr)
        return {};
    const QString separator = ownSeparator(formatId);
    const bool isOwn = catalog.isOwn(documented);
    if (!isOwn && !catalog.isDocumented(documented))
        return undocumentedSeparator(catalog);
    if (!separator.isEmpty() && separator != catalog.separator())
        return contraryNote(catalog, separator);

    FormatNote note;
    const bool isList = separator.isEmpty() && !format->takesSeparator;
    if (isOwn)
        note.text = isList
            ? Notes::tr("You have set that %1 separates scopes with a %2: join the list with it before it is sent.")
            : Notes::tr("You have set that %1 separates scopes with a %2.");
    else
        note.text = isList ? Notes::tr("%1 separates scopes with a %2: join the list with it before it is sent.")
                           : Notes::tr("%1 separates scopes with a %2.");
    note.text = note.text.arg(providerName(catalog), separatorName(catalog.separator()));
    note.source = sourceText(catalog, documented.source);
    note.more = shown(documented.note);
    return note;
}

QString formatTitle(const ScopeCatalog& catalog, const QString& formatId, const QString& providersFormatId)
{
    const ScopeFormat* const format = scopeFormat(formatId);
    if (format == nullptr)
        return {};
    const SourcedValue& separator = catalog.provider().separator;
    if (formatId != providersFormatId || (!catalog.isOwn(separator) && !catalog.isDocumented(separator)))
        return format->title();
    return Notes::tr("%1 (%2)", "format (provider)").arg(format->title(), providerName(catalog));
}

QString copiedText(qsizetype count, const QString& formatId)
{
    const ScopeFormat* const format = scopeFormat(formatId);
    const QString title = format != nullptr ? format->title() : QString();
    if (ownSeparator(formatId).isEmpty()) {
        return format != nullptr && format->group == FormatGroup::Code
            ? Notes::tr("Copied %1 for %2.").arg(scopeCount(count), title)
            : Notes::tr("Copied %1 as %2.").arg(scopeCount(count), title);
    }
    return Notes::tr("Copied %1, %2.").arg(scopeCount(count), title.left(1).toLower() + title.mid(1));
}

} // namespace scopes
