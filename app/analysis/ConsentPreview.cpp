#include "analysis/ConsentPreview.h"

#include "analysis/TextDifference.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

struct Consent
{
    Q_DECLARE_TR_FUNCTIONS(ConsentPreview)
};

/// Words that name the user or only join others.
bool isWithoutSubstance(const QString& word)
{
    static const QSet<QString> words{u"a"_s, u"an"_s, u"the"_s, u"and"_s, u"or"_s, u"of"_s, u"to"_s, u"for"_s, u"in"_s, u"on"_s,
        u"at"_s, u"as"_s, u"by"_s, u"with"_s, u"from"_s, u"user"_s, u"users"_s, u"user's"_s, u"users'"_s, u"you"_s, u"your"_s,
        u"yours"_s, u"their"_s, u"them"_s, u"they"_s, u"his"_s, u"her"_s, u"its"_s, u"behalf"_s};
    return words.contains(word);
}

/// The word as it is compared: lower case, plain apostrophes, without the ending of a plural.
QString comparable(QStringView word)
{
    QString text = word.toString().toLower().replace(QChar(0x2019), QChar(u'\''));
    const bool isPlural = text.size() > 3 && text.endsWith(u's') && !text.endsWith(u"ss") && !text.endsWith(u"'s");
    return isWithoutSubstance(text) || !isPlural ? text : text.chopped(1);
}

/// The words of substance, a space between them, so that word by word comparison sees nothing else.
QString substanceOf(const QString& text)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (const QString plain = comparable(word); !plain.isEmpty() && !isWithoutSubstance(plain))
            words += plain;
        word.clear();
    };
    for (const QChar unit : text) {
        if (unit.isLetterOrNumber() || unit == u'_' || unit == u'\'' || unit == QChar(0x2019) || unit.isSurrogate())
            word += unit;
        else
            end();
    }
    end();
    return words.join(u' ');
}

QString shown(Text text)
{
    return visibleText(toQString(text));
}

class PreviewMaker
{
public:
    explicit PreviewMaker(const ScopeCatalog& catalog)
        : m_catalog(catalog)
    {
    }

    ConsentPreview make(const QStringList& requested)
    {
        QSet<QString> seen;
        for (const QString& name : requested) {
            if (seen.contains(name))
                continue;
            seen.insert(name);
            add(name);
        }
        return std::move(m_preview);
    }

private:
    void add(const QString& name)
    {
        const ScopeId id = m_catalog.find(name);
        if (id == noId) {
            m_preview.undocumented += name;
            return;
        }
        const Scope& scope = m_catalog.scope(id);
        if (scope.obtainedBy == ObtainedBy::ClientCredentials)
            m_preview.withoutUser += name;
        else if (scope.userDisplay.empty())
            m_preview.unpublished += name;
        else
            addLine(scope, name);
    }

    void addLine(const Scope& scope, const QString& name)
    {
        const auto [place, isNew] = m_groupOf.try_emplace(scope.topic, m_preview.groups.size());
        if (isNew)
            m_preview.groups.push_back({shown(m_catalog.topic(scope.topic).name), {}});
        const auto [line, isNewLine] =
            m_lineOf.try_emplace({scope.topic, scope.userDisplay}, m_preview.groups[place->second].lines.size());
        auto& lines = m_preview.groups[place->second].lines;
        if (!isNewLine) {
            lines[line->second].scopes += name;
            return;
        }
        const bool differs = differsInSubstance(toQString(scope.definition), toQString(scope.userDisplay));
        lines.push_back({shown(scope.userDisplay), {name}, differs ? shown(scope.definition) : QString()});
    }

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ConsentPreview m_preview;
    std::map<TopicId, std::size_t> m_groupOf;
    std::map<std::pair<TopicId, Text>, std::size_t> m_lineOf;
};

/// A heading with names below it, or nothing where there is no name.
QString listed(const QString& heading, const QStringList& names)
{
    if (names.isEmpty())
        return {};
    QString text = u'\n' + heading + u'\n';
    for (const QString& name : names)
        text += u"  "_s + visibleText(name) + u'\n';
    return text;
}

} // namespace

int ConsentPreview::lineCount() const
{
    std::size_t count = 0;
    for (const ConsentGroup& group : groups)
        count += group.lines.size();
    return static_cast<int>(count);
}

QStringList ConsentPreview::texts() const
{
    QStringList all;
    for (const ConsentGroup& group : groups) {
        for (const ConsentLine& line : group.lines)
            all += line.text;
    }
    return all;
}

ConsentPreview consentPreview(const ScopeCatalog& catalog, const QStringList& requested)
{
    return PreviewMaker(catalog).make(requested);
}

bool differsInSubstance(const QString& definition, const QString& userDisplay)
{
    const QString first = substanceOf(definition);
    const QString second = substanceOf(userDisplay);
    const TextDifference difference = differenceOf(first, second);
    return !difference.onlyInFirst.empty() || !difference.onlyInSecond.empty();
}

ConsentChange consentChange(const ScopeCatalog& catalog, const QStringList& before, const QStringList& after)
{
    const QStringList old = consentPreview(catalog, before).texts();
    const QStringList now = consentPreview(catalog, after).texts();
    const auto without = [](const QStringList& texts, const QStringList& others) {
        const QSet<QString> known(others.begin(), others.end());
        QStringList left;
        std::copy_if(
            texts.begin(), texts.end(), std::back_inserter(left), [&](const QString& one) { return !known.contains(one); });
        return left;
    };
    return {without(now, old), without(old, now)};
}

std::vector<StoppedCall> stoppedByRefusing(const ScopeCatalog& catalog, const QStringList& requested, const QString& scope)
{
    QStringList granted = requested;
    granted.removeAll(scope);
    ComparedSets sets;
    sets.requested = requested;
    sets.granted = granted;
    return compare(sets, catalog).stopped;
}

QString toText(const ConsentPreview& preview, const ScopeCatalog& catalog)
{
    QString text = consentCaution(catalog) + u'\n';
    for (const ConsentGroup& group : preview.groups) {
        text += u'\n' + group.topic + u'\n';
        for (const ConsentLine& line : group.lines) {
            text += u"  - "_s + line.text + u'\n';
            if (!line.definition.isEmpty())
                text +=
                    u"    "_s + Consent::tr("The developer's definition says something else: %1").arg(line.definition) + u'\n';
        }
    }
    if (preview.groups.empty())
        text += u'\n' + Consent::tr("The user would read no line.") + u'\n';
    text += listed(Consent::tr("No text for the user is published for:"), preview.unpublished);
    text += listed(Consent::tr("Not documented, so what the user reads is not known:"), preview.undocumented);
    text += listed(Consent::tr("Obtained without a user, so nobody is asked:"), preview.withoutUser);
    return text;
}

QString consentCaution(const ScopeCatalog& catalog)
{
    const Text name = catalog.provider().name;
    return Consent::tr("What the user would read, put together from the texts that %1 publishes. This is an approximation and "
                       "not the provider's real screen, which may have other lines, order and looks.")
        .arg(visibleText(name.empty() ? catalog.name() : toQString(name), 100));
}

} // namespace scopes
