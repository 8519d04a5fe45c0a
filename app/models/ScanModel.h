#pragma once

#include "scan/Scan.h"

#include <QStandardItemModel>

namespace scopes {

/// What a scan found, as a tree: what is needed but not requested, requested but not used, used, not documented, and what could
/// not be read; below each call and scope the files and lines. Holds texts made from one report, safe to show.
class ScanModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Column { WhatColumn, NeedsColumn, ColumnCount };

    enum Role {
        NameRole = Qt::UserRole, ///< QString: of a call its name, as CallSelection has it; of a scope its name
        IsScopeRole ///< bool
    };

    /// More places of one thing are only counted.
    static constexpr std::size_t mostPlaces = 200;

    explicit ScanModel(QObject* parent = nullptr);

    /// @p folder, which may be empty, is left out of the files' names.
    void setReport(const ScanReport& report, const ScopeCatalog& catalog, const QString& folder);

    /// What was found, in a few sentences. @p requestGiven: unused and missing are by the window's request.
    static QString summaryOf(const ScanReport& report, const ScopeCatalog& catalog, bool requestGiven);

private:
    QStandardItem* addGroup(const QString& title, std::size_t count);
    QStandardItem* addRow(QStandardItem& parent, const QString& what, const QString& needs);
    void addCall(QStandardItem& group, const CallPart& part, const ScopeCatalog& catalog, const QString& needs,
        const std::vector<ScanPlace>& places);
    void addScopes(const QString& title, const std::vector<RequestedScope>& scopes);
    void addPlaces(QStandardItem& row, const std::vector<ScanPlace>& places);

    QString m_folder; ///< with a slash at its end; or empty
};

} // namespace scopes
