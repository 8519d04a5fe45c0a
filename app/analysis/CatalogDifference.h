#pragma once

#include "analysis/TextDifference.h"
#include "catalog/ScopeCatalog.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace scopes {

/// A text that two catalogs have differently.
struct ChangedText
{
    QString member; ///< as the catalog's format names it, such as 'definition'; 'requires' of a need
    std::optional<QString> before; ///< no value: not published, or not known
    std::optional<QString> after;
    TextDifference words; ///< empty where one side has no value
};

/// A name that went while another came, and that is perhaps the same scope under a new name.
struct Renaming
{
    QString before;
    QString after;
    QString why; ///< a translated half sentence
    bool isDocumented = false; ///< a catalog says so; false: it is only a guess
    std::vector<ChangedText> texts; ///< of catalogs: what else differs between the two
};

/// What a call, a field of it or a value of a parameter needs, where two catalogs differ.
struct RequirementChange
{
    QString call; ///< 'id', 'id#field' or 'id?parameter=value'
    std::vector<QStringList> before; ///< alternatives, as in Requirement
    std::vector<QStringList> after;
};

/// A scope or an endpoint that both catalogs have, with other texts.
struct EntryChange
{
    QString name; ///< of the scope, or the endpoint's id
    std::vector<ChangedText> texts;
};

/// What two catalogs of one provider do not have in common. Names are in the order of the catalog that has them. A scope is told
/// of in one place: what was renamed, be it a guess, is not among those added and removed.
struct CatalogDifference
{
    QStringList added; ///< scopes that only the second has
    QStringList removed; ///< scopes that only the first has
    std::vector<Renaming> renamed;
    std::vector<EntryChange> scopes;
    QStringList addedEndpoints; ///< ids
    QStringList removedEndpoints;
    std::vector<EntryChange> endpoints;
    std::vector<RequirementChange> requirements;

    bool isEmpty() const;
};

/// What two requests do not have in common, each scope in one place.
struct RequestDifference
{
    QStringList added; ///< in the order of the second
    QStringList removed; ///< in the order of the first
    std::vector<Renaming> renamed; ///< guesses only
    bool isReordered = false; ///< what both have stands in another order

    bool isEmpty() const { return added.isEmpty() && removed.isEmpty() && renamed.empty() && !isReordered; }
};

/// Asked now and then; false stops the comparison.
using DifferenceGoOn = std::function<bool()>;

/// Takes time with the size of the catalogs, and with their texts only where they differ. Where @p goOn stopped it, the result is
/// a part.
CatalogDifference differenceOf(
    const ScopeCatalog& before, const ScopeCatalog& after, const DifferenceGoOn& goOn = [] { return true; });

/// Alternatives in words: 'a and b, or c', 'no scope', 'not documented'. Translated; names as they are.
QString needInWords(const std::vector<QStringList>& alternatives);

/// How two needs differ, in words: texts as of needInWords(), and in them whole names that the other does not have there.
ChangedText needChange(const std::vector<QStringList>& before, const std::vector<QStringList>& after);

/// A member of the catalog's format in words, such as 'what the user reads' for 'userDisplay'; the member itself where there are
/// none. Translated.
QString memberInWords(const QString& member);

/// Names that stand twice count once. @p catalog helps to guess what was renamed.
RequestDifference differenceOf(const QStringList& before, const QStringList& after, const ScopeCatalog& catalog);

} // namespace scopes
