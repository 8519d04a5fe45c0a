#pragma once

#include "catalog/ScopeCatalog.h"

#include <QHash>
#include <QString>

#include <vector>

namespace scopes {

/// A documented name that was perhaps meant.
struct Suggestion
{
    /// What makes it near.
    enum class Reason {
        LetterCase, ///< differs by case alone
        LookAlike, ///< differs by characters that look alike, or cannot be seen
        Separators, ///< the same parts with other separators
        PartOrder, ///< the same parts in another order
        Plural, ///< a part in the singular or plural
        MissingPart, ///< a part was left out
        ExtraPart, ///< a part too many
        NeighbourKey, ///< a key beside the right one was hit
        Transposition, ///< two letters changed places
        Typo, ///< few letters differ
    };

    ScopeId scope = noId;
    QString name;
    Reason reason = Reason::Typo;
    double distance = 0; ///< the less the nearer; typing errors count 1 each

    /// Why it is offered: a translated half sentence, such as 'the same parts in another order'.
    QString why() const;
};

/// Finds near names in a catalog; made once, then asked often. The catalog must outlive it.
class NearNames
{
public:
    explicit NearNames(const ScopeCatalog& catalog);

    /// The nearest documented names, the nearest first; those equally near are all given, up to ten. None if the name is
    /// documented or is far from all.
    std::vector<Suggestion> suggestions(QStringView name) const;

private:
    struct Entry
    {
        QString folded;
        quint64 letters = 0; ///< which letters it has, a bit each
    };

    using Places = QMultiHash<QString, int>;

    void addExact(const QString& folded, std::vector<Suggestion>& found) const;
    void addParts(const QString& folded, std::vector<Suggestion>& found) const;
    void addTypos(const QString& folded, std::vector<Suggestion>& found) const;
    void offer(std::vector<Suggestion>& found, int entry, Suggestion::Reason reason, double distance) const;

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::vector<Entry> m_entries;
    Places m_byFolded;
    Places m_bySkeleton;
    Places m_byParts; ///< parts in order, separators made the same
    Places m_bySortedParts;
    Places m_byStems; ///< sorted parts in the singular
    Places m_byShorter; ///< each way to leave one part out
};

/// The same for one question.
std::vector<Suggestion> didYouMean(QStringView name, const ScopeCatalog& catalog);

} // namespace scopes
