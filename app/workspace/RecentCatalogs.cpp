#include "workspace/RecentCatalogs.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 300;

QString toEntry(const RecentCatalog& catalog)
{
    QJsonObject entry{{u"path"_s, catalog.path}, {u"id"_s, catalog.id.left(longestName)},
        {u"name"_s, catalog.name.left(longestName)}, {u"retrieved"_s, catalog.retrieved.left(longestName)},
        {u"grouping"_s, idOf(catalog.choices.grouping)}};
    if (!catalog.choices.columns.isEmpty())
        entry.insert(u"columns"_s, catalog.choices.columns.toText());
    if (catalog.choices.withFiles)
        entry.insert(u"withFiles"_s, true);
    if (catalog.choices.undefinedSchemes)
        entry.insert(u"undefinedSchemes"_s, true);
    return QString::fromUtf8(QJsonDocument(entry).toJson(QJsonDocument::Compact));
}

RecentCatalog fromEntry(const QString& entry)
{
    const QJsonObject members = QJsonDocument::fromJson(entry.toUtf8()).object();
    const auto text = [&](const QString& name) { return members.value(name).toString().left(longestName); };
    const OpeningChoices choices{groupingOf(text(u"grouping"_s)),
        TableColumns::fromText(members.value(u"columns"_s).toString()).value.value_or(TableColumns()),
        members.value(u"withFiles"_s).toBool(), members.value(u"undefinedSchemes"_s).toBool()};
    return {members.value(u"path"_s).toString(), text(u"id"_s), text(u"name"_s), text(u"retrieved"_s), choices};
}

void write(Settings& settings, const std::vector<RecentCatalog>& catalogs)
{
    QStringList entries;
    for (const RecentCatalog& catalog : catalogs) {
        if (entries.size() < mostRecentCatalogs)
            entries.append(toEntry(catalog));
    }
    settings.setRecentCatalogs(entries);
}

} // namespace

std::vector<RecentCatalog> recentCatalogs(const Settings& settings)
{
    std::vector<RecentCatalog> catalogs;
    for (const QString& entry : settings.recentCatalogs()) {
        RecentCatalog catalog = fromEntry(entry);
        const auto isSame = [&](const RecentCatalog& other) { return other.path == catalog.path; };
        const bool isNew = std::none_of(catalogs.begin(), catalogs.end(), isSame);
        if (isNew && QDir::isAbsolutePath(catalog.path) && static_cast<qsizetype>(catalogs.size()) < mostRecentCatalogs)
            catalogs.push_back(std::move(catalog));
    }
    return catalogs;
}

RecentCatalog recentCatalog(const Settings& settings, const QString& path)
{
    for (RecentCatalog& catalog : recentCatalogs(settings)) {
        if (catalog.path == path)
            return std::move(catalog);
    }
    RecentCatalog unknown;
    unknown.path = path;
    return unknown;
}

void addRecentCatalog(Settings& settings, const RecentCatalog& catalog)
{
    std::vector<RecentCatalog> catalogs = recentCatalogs(settings);
    std::erase_if(catalogs, [&](const RecentCatalog& other) { return other.path == catalog.path; });
    catalogs.insert(catalogs.begin(), catalog);
    write(settings, catalogs);
}

void removeVanishedCatalogs(Settings& settings)
{
    std::vector<RecentCatalog> catalogs = recentCatalogs(settings);
    if (std::erase_if(catalogs, [](const RecentCatalog& catalog) { return !QFileInfo::exists(catalog.path); }) > 0)
        write(settings, catalogs);
}

QString tellingEnd(const QString& path, const QStringList& others)
{
    for (qsizetype slash = path.lastIndexOf(u'/'); slash > 0; slash = path.lastIndexOf(u'/', slash - 1)) {
        const QStringView end = QStringView(path).sliced(slash);
        const bool tells = std::none_of(
            others.begin(), others.end(), [&](const QString& other) { return other != path && other.endsWith(end); });
        if (tells)
            return end.sliced(1).toString();
    }
    return path;
}

QString idOf(Grouping grouping)
{
    switch (grouping) {
    case Grouping::Automatic:
        break;
    case Grouping::Tags:
        return u"tags"_s;
    case Grouping::Service:
        return u"service"_s;
    case Grouping::Name:
        return u"name"_s;
    }
    return u"automatic"_s;
}

Grouping groupingOf(const QString& id)
{
    for (const Grouping grouping : {Grouping::Tags, Grouping::Service, Grouping::Name}) {
        if (id == idOf(grouping))
            return grouping;
    }
    return Grouping::Automatic;
}

} // namespace scopes
