#include "models/ComparisonModel.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/FindingsModel.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString comparisonText(const char* text)
{
    return QCoreApplication::translate("ComparisonModel", text);
}

/// In words: nothing may be told by a colour or a mark alone.
QString membership(const std::optional<bool>& isMember)
{
    if (!isMember)
        return comparisonText("not known");
    return *isMember ? comparisonText("yes") : comparisonText("no");
}

} // namespace

QString summaryOf(const Comparison& comparison, const ComparedSets& sets)
{
    const int known = (sets.requested ? 1 : 0) + (sets.granted ? 1 : 0) + (sets.needed ? 1 : 0);
    if (known < 2)
        return comparisonText(
            "Two sets are needed for a comparison: request something, and paste what was granted or is needed.");
    if (comparison.statements.empty())
        return comparisonText("The sets fit together.");
    QString text = comparison.statements.size() == 1
        ? comparisonText("One thing does not fit together.")
        : comparisonText("%1 things do not fit together.").arg(comparison.statements.size());
    if (sets.requested && sets.granted && !comparison.stopped.empty())
        text += u' '
            + comparisonText("A user may grant any part of what is asked for: that is no error, and the app must cope with it.");
    if (comparison.scopes.size() > ComparisonModel::mostListed)
        text += u' ' + comparisonText("The first %1 are listed.").arg(scopeCount(ComparisonModel::mostListed));
    return text;
}

ComparisonModel::ComparisonModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ComparisonModel::setComparison(Comparison comparison, CatalogPointer catalog)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_catalog = std::move(catalog);
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : std::min(static_cast<int>(m_comparison.scopes.size()), mostListed);
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ComparedScope& scope = scopeAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignTop | Qt::AlignLeading);
    case NameRole:
        return scope.name;
    case SeverityRole:
        return severityOf(scope.name);
    case StoppedRole:
        return stoppedFor(scope.name);
    case Qt::AccessibleTextRole:
        return index.column() == ScopeColumn ? spokenRow(index.row()) : cellText(index.row(), index.column());
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ScopeColumn:
        return tr("Scope");
    case RequestedColumn:
        return tr("Requested");
    case GrantedColumn:
        return tr("Granted");
    case NeededColumn:
        return tr("Needed");
    case FollowsColumn:
        return tr("What follows");
    default:
        return {};
    }
}

QString ComparisonModel::cellText(int row, int column) const
{
    const ComparedScope& scope = scopeAt(row);
    switch (column) {
    case ScopeColumn:
        return visibleText(scope.name, 200);
    case RequestedColumn:
        return membership(scope.isRequested);
    case GrantedColumn:
        return membership(scope.isGranted);
    case NeededColumn:
        return membership(scope.isNeeded);
    case FollowsColumn:
        return followsFor(scope.name);
    default:
        return {};
    }
}

QString ComparisonModel::followsFor(const QString& scope) const
{
    QStringList texts;
    for (const ComparisonStatement& statement : m_comparison.statements) {
        if (statement.scope == scope)
            texts += comparisonText("%1: %2").arg(severityText(statement.severity), statement.text);
    }
    return texts.join(u'\n');
}

QString ComparisonModel::stoppedFor(const QString& scope) const
{
    constexpr int mostShown = 40;
    QStringList lines;
    for (const ComparisonStatement& statement : m_comparison.statements) {
        if (statement.scope != scope)
            continue;
        for (const StoppedCall& call : statement.stopped) {
            if (lines.size() < mostShown)
                lines += call.describe(*m_catalog);
        }
    }
    return lines.join(u'\n');
}

QString ComparisonModel::spokenRow(int row) const
{
    const ComparedScope& scope = scopeAt(row);
    return tr("%1. Requested: %2. Granted: %3. Needed: %4. %5")
        .arg(visibleText(scope.name, 200), membership(scope.isRequested), membership(scope.isGranted), membership(scope.isNeeded),
            followsFor(scope.name));
}

int ComparisonModel::severityOf(const QString& scope) const
{
    int worst = -1;
    for (const ComparisonStatement& statement : m_comparison.statements) {
        const auto severity = static_cast<int>(statement.severity);
        if (statement.scope == scope && (worst < 0 || severity < worst))
            worst = severity;
    }
    return worst;
}

} // namespace scopes
