#pragma once

#include "import/CatalogOpener.h"
#include "workspace/Settings.h"

#include <QString>

#include <vector>

namespace scopes {

/// A catalog file that was open lately, and what it was called then.
struct RecentCatalog
{
    QString path; ///< absolute
    QString id; ///< by which requests name it
    QString name;
    QString retrieved; ///< YYYY-MM-DD; may be empty
    OpeningChoices choices;

    bool operator==(const RecentCatalog&) const = default;
};

constexpr qsizetype mostRecentCatalogs = 12;

/// The newest first, each path once. Entries that are damaged are left out.
std::vector<RecentCatalog> recentCatalogs(const Settings& settings);

/// The entry of that path; one with nothing but the path where there is none.
RecentCatalog recentCatalog(const Settings& settings, const QString& path);

/// Puts it first, in place of what was known of its path.
void addRecentCatalog(Settings& settings, const RecentCatalog& catalog);

/// Takes out what is no longer there. Looks at the disk.
void removeVanishedCatalogs(Settings& settings);

/// The end of @p path that tells it from the others: its file's name, behind as many of its folders as that takes. The others
/// may hold @p path itself.
QString tellingEnd(const QString& path, const QStringList& others);

/// The words under which groupings are kept: 'automatic', 'tags', 'service', 'name'.
QString idOf(Grouping grouping);
Grouping groupingOf(const QString& id);

} // namespace scopes
