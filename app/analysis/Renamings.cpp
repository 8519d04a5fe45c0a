#include "analysis/Renamings.h"

#include "analysis/DidYouMean.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Renamings", text);
}

/// Guessing takes a look at each pair.
constexpr qsizetype mostNames = 500;

/// For names that are near, each is compared with all of a catalog: so many comparisons take a second or two.
constexpr qint64 mostComparisons = 4'000'000;

class Pairs
{
public:
    Pairs(const ScopeCatalog& before, QStringList removed, const ScopeCatalog& after, const QStringList& added)
        : m_before(before)
        , m_after(after)
        , m_removed(std::move(removed))
        , m_added(added.begin(), added.end())
        , m_addedInOrder(added)
    {
    }

    std::vector<Renaming> find()
    {
        pair([this](const QString& name) { return replacementOf(name); }, tr("the catalog says that it was replaced"), true);
        if (m_removed.size() > mostNames || m_addedInOrder.size() > mostNames)
            return std::move(m_pairs);
        pair([this](const QString& name) { return sameDefinition(name); }, tr("the text for the developer is the same"), false);
        if (mayFindNear())
            findNear();
        return std::move(m_pairs);
    }

private:
    template <typename Finder>
    void pair(const Finder& find, const QString& why, bool isDocumented)
    {
        for (const QString& name : QStringList(m_removed)) {
            if (const QString other = find(name); m_added.contains(other))
                add(name, other, why, isDocumented);
        }
    }

    void add(const QString& before, const QString& after, const QString& why, bool isDocumented)
    {
        m_pairs.push_back({before, after, why, isDocumented, {}});
        m_removed.removeOne(before);
        m_added.remove(after);
    }

    QString replacementOf(const QString& name) const
    {
        const ScopeId id = m_before.find(name);
        if (id == noId)
            return {};
        const auto& replacements = m_before.details(m_before.scope(id)).replacedBy;
        return replacements.size() == 1 ? toQString(m_before.scope(replacements.front()).name) : QString();
    }

    /// The one new name whose definition is that of the old one.
    QString sameDefinition(const QString& name) const
    {
        const ScopeId old = m_before.find(name);
        if (old == noId || m_before.scope(old).definition.empty())
            return {};
        QStringList same;
        for (const QString& candidate : m_addedInOrder) {
            const ScopeId id = m_after.find(candidate);
            if (id != noId && m_after.scope(id).definition == m_before.scope(old).definition)
                same += candidate;
        }
        return same.size() == 1 ? same.constFirst() : QString();
    }

    bool mayFindNear() const
    {
        const qint64 names = m_removed.size() + m_addedInOrder.size();
        return names * std::max(m_before.scopeCount(), m_after.scopeCount()) <= mostComparisons;
    }

    void findNear()
    {
        const NearNames nearAfter(m_after);
        for (const QString& name : QStringList(m_removed)) {
            const auto near = nearAfter.suggestions(name);
            const auto found =
                std::find_if(near.begin(), near.end(), [this](const Suggestion& one) { return m_added.contains(one.name); });
            if (found != near.end())
                add(name, found->name, found->why(), false);
        }
        // An old name that is documented may be what an undocumented new one is near to.
        const NearNames nearBefore(m_before);
        for (const QString& candidate : m_addedInOrder) {
            if (!m_added.contains(candidate))
                continue;
            const auto near = nearBefore.suggestions(candidate);
            const auto found =
                std::find_if(near.begin(), near.end(), [this](const Suggestion& one) { return m_removed.contains(one.name); });
            if (found != near.end())
                add(found->name, candidate, found->why(), false);
        }
    }

    const ScopeCatalog& m_before; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const ScopeCatalog& m_after; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QStringList m_removed;
    QSet<QString> m_added;
    QStringList m_addedInOrder;
    std::vector<Renaming> m_pairs;
};

} // namespace

std::vector<Renaming> renamingsBetween(
    const ScopeCatalog& before, const QStringList& removed, const ScopeCatalog& after, const QStringList& added)
{
    if (removed.isEmpty() || added.isEmpty())
        return {};
    return Pairs(before, removed, after, added).find();
}

} // namespace scopes
