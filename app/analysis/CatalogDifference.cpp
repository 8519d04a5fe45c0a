#include "analysis/CatalogDifference.h"

#include "analysis/Renamings.h"
#include "catalog/StableNames.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CatalogDifference", text);
}

QByteArrayView viewOf(Text text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The names of the scopes of @p catalog that @p other does not have.
QStringList namesOnlyIn(const ScopeCatalog& catalog, const ScopeCatalog& other)
{
    QStringList names;
    for (const Scope& scope : catalog.scopes()) {
        if (other.find(viewOf(scope.name)) == noId)
            names += toQString(scope.name);
    }
    return names;
}

QStringList withoutThese(const QStringList& names, const QStringList& others)
{
    const QSet<QString> known(others.begin(), others.end());
    QStringList rest;
    std::copy_if(
        names.begin(), names.end(), std::back_inserter(rest), [&](const QString& name) { return !known.contains(name); });
    return rest;
}

/// No text at all where it is empty: that says as little as none.
Text orNone(Text text)
{
    return text.empty() ? Text() : text;
}

std::optional<QString> published(Text text)
{
    return text.data() == nullptr ? std::nullopt : std::optional<QString>(toQString(text));
}

/// Gathers what differs between the texts of two entries.
class TextChanges
{
public:
    /// A text without data() is not published, or not known.
    void compare(const char* member, Text before, Text after)
    {
        if (before == after && (before.data() == nullptr) == (after.data() == nullptr))
            return;
        ChangedText change{QString::fromLatin1(member), published(before), published(after), {}};
        if (change.before && change.after)
            change.words = differenceOf(*change.before, *change.after);
        m_changes.push_back(std::move(change));
    }

    std::vector<ChangedText> take() { return std::move(m_changes); }

private:
    std::vector<ChangedText> m_changes;
};

std::vector<ChangedText> changesOf(const ScopeCatalog& before, const Scope& old, const ScopeCatalog& after, const Scope& now)
{
    TextChanges changes;
    changes.compare("definition", old.definition, now.definition);
    changes.compare("userDisplay", old.userDisplay, now.userDisplay);
    changes.compare("topic", before.topic(old.topic).name, after.topic(now.topic).name);
    changes.compare("product", orNone(before.product(old.product)), orNone(after.product(now.product)));
    changes.compare("approval", orNone(before.approval(old.approval)), orNone(after.approval(now.approval)));
    changes.compare("obtainedBy", orNone(nameOf(old.obtainedBy)), orNone(nameOf(now.obtainedBy)));
    changes.compare("status", nameOf(old.status), nameOf(now.status));
    changes.compare("region", orNone(before.details(old).region), orNone(after.details(now).region));
    changes.compare("notes", orNone(before.details(old).notes), orNone(after.details(now).notes));
    return changes.take();
}

std::vector<ChangedText> changesOf(const Endpoint& old, const Endpoint& now)
{
    TextChanges changes;
    changes.compare("name", orNone(old.name), orNone(now.name));
    changes.compare("method", orNone(old.method), orNone(now.method));
    changes.compare("url", orNone(old.url), orNone(now.url));
    changes.compare("token", orNone(nameOf(old.token)), orNone(nameOf(now.token)));
    changes.compare("limits", orNone(old.limits), orNone(now.limits));
    changes.compare("notes", orNone(old.notes), orNone(now.notes));
    return changes.take();
}

/// The requirement by names, in an order that does not depend on the catalog's.
std::vector<QStringList> named(const ScopeCatalog& catalog, const Requirement& requirement)
{
    std::vector<QStringList> alternatives;
    for (const auto& alternative : requirement.alternatives) {
        QStringList names;
        for (const ScopeId id : alternative)
            names += toQString(catalog.scope(id).name);
        names.sort();
        alternatives.push_back(std::move(names));
    }
    std::sort(alternatives.begin(), alternatives.end());
    return alternatives;
}

/// What each part of a call needs: the call itself under "", its fields, its parameters' values.
std::vector<std::pair<QString, std::vector<QStringList>>> requirementsOf(const ScopeCatalog& catalog, const Endpoint& endpoint)
{
    const QString id = toQString(endpoint.id);
    std::vector<std::pair<QString, std::vector<QStringList>>> all{{id, named(catalog, endpoint.requirement)}};
    for (const Field& field : endpoint.fields)
        all.emplace_back(id + u'#' + toQString(field.name), named(catalog, field.requirement));
    for (const Parameter& parameter : endpoint.parameters) {
        for (const ParameterValue& value : parameter.values)
            all.emplace_back(
                id + u'?' + toQString(parameter.name) + u'=' + toQString(value.value), named(catalog, value.requirement));
    }
    return all;
}

void compareRequirements(const ScopeCatalog& before, const Endpoint& old, const ScopeCatalog& after, const Endpoint& now,
    std::vector<RequirementChange>& changes)
{
    QHash<QString, std::vector<QStringList>> then;
    const auto former = requirementsOf(before, old);
    for (const auto& [call, alternatives] : former)
        then.insert(call, alternatives);
    QSet<QString> kept;
    for (const auto& [call, alternatives] : requirementsOf(after, now)) {
        kept.insert(call);
        if (const auto previous = then.value(call); previous != alternatives)
            changes.push_back({call, previous, alternatives});
    }
    for (const auto& [call, alternatives] : former) {
        if (!kept.contains(call) && !alternatives.empty())
            changes.push_back({call, alternatives, {}});
    }
}

void compareEndpoints(const ScopeCatalog& before, const ScopeCatalog& after, CatalogDifference& difference)
{
    QHash<QString, EndpointId> then;
    QStringList formerIds;
    for (EndpointId id = 0; id < static_cast<EndpointId>(before.endpoints().size()); ++id) {
        formerIds += toQString(before.endpoint(id).id);
        then.insert(formerIds.constLast(), id);
    }
    QStringList ids;
    for (const Endpoint& now : after.endpoints()) {
        ids += toQString(now.id);
        const EndpointId former = then.value(ids.constLast(), noId);
        if (former == noId)
            continue;
        const Endpoint& old = before.endpoint(former);
        if (auto texts = changesOf(old, now); !texts.empty())
            difference.endpoints.push_back({ids.constLast(), std::move(texts)});
        compareRequirements(before, old, after, now, difference.requirements);
    }
    difference.addedEndpoints = withoutThese(ids, formerIds);
    difference.removedEndpoints = withoutThese(formerIds, ids);
}

/// Names hold points and colons, which are between words elsewhere.
void widenToNames(const QString& text, std::vector<TextRange>& ranges)
{
    std::vector<TextRange> wide;
    for (const TextRange range : ranges) {
        int start = range.start;
        int end = range.start + range.length;
        while (start > 0 && text[start - 1] != u' ')
            --start;
        while (end < text.size() && text[end] != u' ' && text[end] != u',')
            ++end;
        if (!wide.empty() && start <= wide.back().start + wide.back().length)
            wide.back().length = end - wide.back().start;
        else
            wide.push_back({start, end - start});
    }
    ranges = std::move(wide);
}

/// Leaves in the lists of names only what is in no pair.
void takeOut(const std::vector<Renaming>& renamed, QStringList& removed, QStringList& added)
{
    if (renamed.empty())
        return;
    QStringList former;
    QStringList now;
    for (const Renaming& one : renamed) {
        former += one.before;
        now += one.after;
    }
    removed = withoutThese(removed, former);
    added = withoutThese(added, now);
}

QStringList onlyThese(const QStringList& names, const QStringList& others)
{
    return withoutThese(names, withoutThese(names, others));
}

QStringList eachOnce(QStringList names)
{
    names.removeDuplicates();
    return names;
}

} // namespace

bool CatalogDifference::isEmpty() const
{
    return added.isEmpty() && removed.isEmpty() && renamed.empty() && scopes.empty() && addedEndpoints.isEmpty()
        && removedEndpoints.isEmpty() && endpoints.empty() && requirements.empty();
}

CatalogDifference differenceOf(const ScopeCatalog& before, const ScopeCatalog& after, const DifferenceGoOn& goOn)
{
    constexpr std::size_t between = 4096; // scopes for each time that goOn is asked
    CatalogDifference difference;
    difference.added = namesOnlyIn(after, before);
    difference.removed = namesOnlyIn(before, after);
    if (!goOn())
        return difference;
    difference.renamed = renamingsBetween(before, difference.removed, after, difference.added);
    takeOut(difference.renamed, difference.removed, difference.added);
    for (Renaming& one : difference.renamed)
        one.texts = changesOf(before, before.scope(before.find(one.before)), after, after.scope(after.find(one.after)));
    std::size_t compared = 0;
    for (const Scope& now : after.scopes()) {
        if (++compared % between == 0 && !goOn())
            return difference;
        const ScopeId old = before.find(viewOf(now.name));
        if (old == noId)
            continue;
        if (auto texts = changesOf(before, before.scope(old), after, now); !texts.empty())
            difference.scopes.push_back({toQString(now.name), std::move(texts)});
    }
    if (goOn())
        compareEndpoints(before, after, difference);
    return difference;
}

QString needInWords(const std::vector<QStringList>& alternatives)
{
    if (alternatives.empty())
        return tr("not documented");
    QStringList words;
    bool hasSeveral = false;
    for (const QStringList& names : alternatives) {
        if (names.isEmpty())
            return tr("no scope");
        hasSeveral = hasSeveral || names.size() > 1;
        words += names.join(tr(" and "));
    }
    return words.join(hasSeveral ? tr(", or ") : tr(" or "));
}

ChangedText needChange(const std::vector<QStringList>& before, const std::vector<QStringList>& after)
{
    ChangedText change{u"requires"_s, needInWords(before), needInWords(after), {}};
    change.words = differenceOf(*change.before, *change.after);
    widenToNames(*change.before, change.words.onlyInFirst);
    widenToNames(*change.after, change.words.onlyInSecond);
    return change;
}

QString memberInWords(const QString& member)
{
    static const QHash<QString, const char*> words{
        {u"definition"_s, QT_TRANSLATE_NOOP("CatalogDifference", "definition")},
        {u"userDisplay"_s, QT_TRANSLATE_NOOP("CatalogDifference", "what the user reads")},
        {u"topic"_s, QT_TRANSLATE_NOOP("CatalogDifference", "topic")},
        {u"product"_s, QT_TRANSLATE_NOOP("CatalogDifference", "product")},
        {u"approval"_s, QT_TRANSLATE_NOOP("CatalogDifference", "approval")},
        {u"obtainedBy"_s, QT_TRANSLATE_NOOP("CatalogDifference", "how it is obtained")},
        {u"status"_s, QT_TRANSLATE_NOOP("CatalogDifference", "status")},
        {u"region"_s, QT_TRANSLATE_NOOP("CatalogDifference", "region")},
        {u"notes"_s, QT_TRANSLATE_NOOP("CatalogDifference", "notes")},
        {u"name"_s, QT_TRANSLATE_NOOP("CatalogDifference", "name")},
        {u"method"_s, QT_TRANSLATE_NOOP("CatalogDifference", "method")},
        {u"url"_s, QT_TRANSLATE_NOOP("CatalogDifference", "address")},
        {u"token"_s, QT_TRANSLATE_NOOP("CatalogDifference", "kind of token")},
        {u"requires"_s, QT_TRANSLATE_NOOP("CatalogDifference", "what it needs")},
        {u"limits"_s, QT_TRANSLATE_NOOP("CatalogDifference", "limits")},
    };
    const char* const text = words.value(member);
    return text == nullptr ? member : tr(text);
}

RequestDifference differenceOf(const QStringList& before, const QStringList& after, const ScopeCatalog& catalog)
{
    const QStringList former = eachOnce(before);
    const QStringList now = eachOnce(after);
    RequestDifference difference;
    difference.added = withoutThese(now, former);
    difference.removed = withoutThese(former, now);
    difference.renamed = renamingsBetween(catalog, difference.removed, catalog, difference.added);
    takeOut(difference.renamed, difference.removed, difference.added);
    difference.isReordered = onlyThese(former, now) != onlyThese(now, former);
    return difference;
}

} // namespace scopes
