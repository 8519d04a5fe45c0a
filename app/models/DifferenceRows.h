#pragma once

#include "document/TextRange.h"
#include "models/CatalogComparison.h"

#include <QCoreApplication>

#include <vector>

namespace scopes {

/// The texts of a tree of what changed between two catalogs, and which of its entries hold a text. A value that other threads
/// may read. All that cell() and spoken() give is safe to show.
class DifferenceRows
{
    Q_DECLARE_TR_FUNCTIONS(DifferenceRows)

public:
    /// Rows of requests have all in the first.
    enum Column { WhatColumn, BeforeColumn, AfterColumn, ColumnCount };

    enum Group { Requests, Removed, Added, Renamed, Texts, Needs, CallsRemoved, CallsAdded, CallTexts, GroupCount };

    /// What a row is of: a group, an entry of it, or a change of that.
    struct Row
    {
        Group group = Requests;
        int entry = -1; ///< number in the difference; -1: a group
        int part = -1; ///< -1: the entry
    };

    /// The entries of a group that are listed.
    struct Found
    {
        Group group = Requests;
        std::vector<int> entries;
        int count = 0; ///< also of those that are not listed
    };

    /// The most entries that are listed of a group: nobody reads more, and a filter finds the others.
    static constexpr int mostListed = 5'000;

    DifferenceRows() = default;

    /// @p compared may be null.
    DifferenceRows(ComparedCatalogsPointer compared, std::vector<RequestReport> reports);

    const ComparedCatalogsPointer& compared() const { return m_compared; }

    const std::vector<RequestReport>& reports() const { return m_reports; }

    int entryCount(Group group) const;
    int partCount(Group group, int entry) const;

    /// How many entries tell what changed, and not what it means.
    int changeCount() const;

    /// The entries of which the name or a text holds @p text, whatever its case. Groups without one are left out. Where
    /// @p goOn stopped it, the result is a part.
    std::vector<Found> find(
        const QString& text, const DifferenceGoOn& goOn = [] { return true; }) const;
    Found find(
        Group group, const QString& text, const DifferenceGoOn& goOn = [] { return true; }) const;

    QString cell(const Row& row, int column) const;

    /// All of a row in words, for a screen reader.
    QString spoken(const Row& row) const;

    /// Words of cell() that the other column does not have.
    QList<TextRange> differences(const Row& row, int column) const;

    /// The names of the scope that the row is of, as they are spelt: the former and the new one, else one.
    QStringList scopeNames(const Row& row) const;

    /// That of the call, field or value that the row is of, as of nameOf(CallPart); empty: it is of none.
    QString callName(const Row& row) const;

private:
    bool holds(Group group, int entry, const QString& text) const;
    QStringList textsOf(Group group, int entry) const;
    const std::vector<ChangedText>& textChanges(Group group, int entry) const;
    const ChangedText* changeOf(const Row& row) const;
    QString rawName(const Row& row) const;
    QString reportCell(const Row& row, int column) const;
    QString entryCell(const Row& row, int column) const;

    ComparedCatalogsPointer m_compared;
    std::vector<RequestReport> m_reports;
};

} // namespace scopes
