#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/FoundWhere.h"
#include "models/ScopeColumns.h"
#include "models/ScopeTreeModel.h"

// What the rows of the scope tree say.
namespace scopes {

using namespace Qt::StringLiterals;

namespace {

Qt::CheckState checkState(int ticked, int all)
{
    if (ticked == 0)
        return Qt::Unchecked;
    return ticked == all ? Qt::Checked : Qt::PartiallyChecked;
}

std::optional<SearchColumn> searchColumn(int column)
{
    switch (column) {
    case ScopeTreeModel::ScopeColumn:
        return SearchColumn::Name;
    case ScopeTreeModel::DefinitionColumn:
        return SearchColumn::Definition;
    case ScopeTreeModel::UserDisplayColumn:
        return SearchColumn::UserDisplay;
    case ScopeTreeModel::ProductColumn:
        return SearchColumn::Product;
    case ScopeTreeModel::EndpointsColumn:
        return SearchColumn::Endpoint;
    case ScopeTreeModel::FieldsColumn:
        return SearchColumn::Field;
    default:
        return {};
    }
}

QVariant toVariant(const std::vector<TextRange>& ranges)
{
    return QVariant::fromValue(QList<TextRange>(ranges.begin(), ranges.end()));
}

} // namespace

/// What the chosen app profile says of the scope; empty: there is none for this provider.
QString ScopeTreeModel::approvalText(ScopeId scope) const
{
    if (m_workspace.approved() == nullptr)
        return {};
    const AppProfile& profile = *m_workspace.profile();
    const QString app = visibleText(profile.name, 80);
    if (m_workspace.approved()->contains(scope))
        return tr("approved for %1").arg(app);
    if (profile.appliedFor.contains(toQString(m_catalog->scope(scope).name)))
        return tr("applied for, not yet approved for %1").arg(app);
    return tr("not approved for %1").arg(app);
}

/// What stands at the end of the scope's cell.
QString ScopeTreeModel::marks(ScopeId scope) const
{
    const Scope& row = m_catalog->scope(scope);
    QStringList marks;
    if (row.status == Scope::Status::Own)
        marks += tr("own");
    if (!m_catalog->details(row).ownNotes.empty())
        marks += u"✎"_s;
    if (m_workspace.approved() != nullptr && m_workspace.approved()->contains(scope))
        marks += u"✓"_s;
    return marks.join(u' ');
}

/// What the marks mean, and what the app profile says.
QString ScopeTreeModel::marksInWords(ScopeId scope) const
{
    const Scope& row = m_catalog->scope(scope);
    QStringList words;
    if (row.status == Scope::Status::Own)
        words += tr("your own, not documented by the provider");
    if (!m_catalog->details(row).ownNotes.empty())
        words += tr("with a note of yours");
    if (m_workspace.approved() != nullptr)
        words += approvalText(scope);
    return words.join(tr(", "));
}

QVariant ScopeTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ScopeId scope = scopeAt(index);
    switch (role) {
    case ScopeIdRole:
        return scope;
    case TopicIdRole:
        return topicAt(index);
    default:
        return scope == noId ? topicData(m_rows.topicAt(index.row()), index.column(), role)
                             : scopeData(scope, index.column(), role);
    }
}

QVariant ScopeTreeModel::topicData(TopicId topic, int column, int role) const
{
    if (column != ScopeColumn)
        return {};
    const QString name = visibleText(toQString(m_catalog->topic(topic).name), 200);
    const auto all = static_cast<qsizetype>(m_catalog->scopesOf(topic).size());
    const QString count = partOf(m_workspace.tickedIn(topic), all);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return name;
    case Qt::CheckStateRole:
        return tickState(topic);
    case CountTextRole:
        return count;
    case MatchesRole:
        return toVariant(matchRanges(name, query(), SearchColumn::Topic));
    case Qt::AccessibleTextRole:
        return tr("%1, topic, %2 requested").arg(name, count);
    case Qt::ToolTipRole: {
        const auto shown = static_cast<qsizetype>(m_rows.scopesAt(m_rows.rowOfTopic(topic)).size());
        const QString hidden =
            shown == all ? QString() : tr("\n%1 shown, the others are hidden by the search.").arg(partOf(shown, all));
        return tr("Topic %1: %2 requested.").arg(name, count) + hidden;
    }
    default:
        return {};
    }
}

QVariant ScopeTreeModel::tickState(TopicId topic) const
{
    return checkState(m_workspace.tickedIn(topic), static_cast<int>(m_catalog->scopesOf(topic).size()));
}

QVariant ScopeTreeModel::scopeData(ScopeId scope, int column, int role) const
{
    const Scope& row = m_catalog->scope(scope);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return visibleText(columnText(*m_catalog, scope, column));
    case Qt::CheckStateRole:
        if (column == ScopeColumn)
            return m_workspace.ticked().contains(scope) ? Qt::Checked : Qt::Unchecked;
        return {};
    case MatchesRole:
        if (const auto searched = searchColumn(column))
            return toVariant(matchRanges(scopeData(scope, column, Qt::DisplayRole).toString(), query(), *searched));
        return {};
    case FoundWhereRole:
        return column == ScopeColumn ? foundWhere(*m_catalog, scope, query()) : QString();
    case DifferencesRole:
        return QVariant::fromValue(differences(row, column));
    case CountTextRole:
        return column == ScopeColumn ? marks(scope) : QString();
    case Qt::ToolTipRole: {
        const QString meaning = column == ScopeColumn ? marksInWords(scope) : QString();
        return meaning.isEmpty() ? meaning : tr("%1: %2").arg(scopeData(scope, column, Qt::DisplayRole).toString(), meaning);
    }
    case IsSameTextRole:
        return column == UserDisplayColumn && row.userDisplay.data() != nullptr && row.userDisplay == row.definition;
    case Qt::AccessibleTextRole: {
        const QString text = visibleText(columnText(*m_catalog, scope, column));
        if (column == UserDisplayColumn && scopeData(scope, column, IsSameTextRole).toBool())
            return tr("%1 (same as the definition)").arg(text);
        if (const QString meaning = column == ScopeColumn ? marksInWords(scope) : QString(); !meaning.isEmpty())
            return tr("%1, %2").arg(text, meaning);
        return text;
    }
    case Qt::AccessibleDescriptionRole:
        return column == ScopeColumn ? descriptionOf(scope) : QString();
    default:
        return {};
    }
}

/// What a screen reader says of the row besides its name.
QString ScopeTreeModel::descriptionOf(ScopeId scope) const
{
    const QString text = tr("Level 2. Definition: %1 User display: %2")
                             .arg(visibleText(columnText(*m_catalog, scope, DefinitionColumn)),
                                 visibleText(columnText(*m_catalog, scope, UserDisplayColumn)));
    const QString where = foundWhere(*m_catalog, scope, query());
    return where.isEmpty() ? text : tr("Found in %1. %2").arg(where, text);
}

QList<TextRange> ScopeTreeModel::differences(const Scope& scope, int column) const
{
    if (!m_differencesMarked || scope.definition.empty() || scope.userDisplay.data() == nullptr
        || (column != DefinitionColumn && column != UserDisplayColumn))
        return {};
    const auto difference = differenceOf(visibleText(toQString(scope.definition)), visibleText(toQString(scope.userDisplay)));
    const auto& ranges = column == DefinitionColumn ? difference.onlyInFirst : difference.onlyInSecond;
    return {ranges.begin(), ranges.end()};
}

QVariant ScopeTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(section);
    return role == Qt::ToolTipRole || role == Qt::WhatsThisRole ? columnHelp(section) : QVariant();
}

} // namespace scopes
