#include "models/RequestModel.h"

#include "document/VisibleText.h"
#include "models/ProviderNotes.h"
#include "models/RowExport.h"
#include "request/ScopeRecogniser.h"

#include <QMimeData>

#include <algorithm>

namespace scopes {

RequestModel::RequestModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::selectionAboutToChange, this, &RequestModel::beginChange);
    connect(&workspace, &Workspace::selectionChanged, this, &RequestModel::endChange);
    connect(&workspace, &Workspace::catalogChanged, this, &RequestModel::markAll);
    connect(&workspace, &Workspace::profileChanged, this, &RequestModel::markAll);
}

int RequestModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_workspace.selection().size());
}

QVariant RequestModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};

    const QString& scope = m_workspace.selection().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(scope, 500);
    case Qt::EditRole:
    case ScopeName:
        return scope;
    case IsDocumented:
        return m_workspace.isDocumented(scope);
    case Mark:
        return mark(scope);
    case Qt::AccessibleTextRole:
        return mark(scope).isEmpty() ? visibleText(scope, 500) : tr("%1, %2").arg(visibleText(scope, 500), mark(scope));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return toolTip(scope);
    default:
        return {};
    }
}

/// In words, what stands against asking for the scope.
QString RequestModel::mark(const QString& scope) const
{
    if (!m_workspace.isDocumented(scope))
        return m_workspace.catalog().find(scope) == noId ? tr("not documented") : tr("own, not documented");
    if (m_workspace.approved() == nullptr || m_workspace.approved()->contains(m_workspace.catalog().find(scope)))
        return {};
    return m_workspace.profile()->appliedFor.contains(scope) ? tr("applied for") : tr("not approved");
}

QString RequestModel::toolTip(const QString& scope) const
{
    const ScopeCatalog& catalog = m_workspace.catalog();
    const ScopeId id = catalog.find(scope);
    if (id == noId)
        return undocumentedText(catalog, scope);
    const Scope& known = catalog.scope(id);
    QString definition = visibleText(toQString(known.definition));
    if (known.status == Scope::Status::Own)
        definition = undocumentedText(catalog, scope) + u'\n' + definition;
    if (known.userDisplay.empty())
        return definition;
    return tr("%1\nThe user reads: %2").arg(definition, visibleText(toQString(known.userDisplay)));
}

bool RequestModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString before = m_workspace.selection().at(index.row());
    const QString after = value.toString().trimmed();
    if (after.isEmpty() || m_workspace.selection().contains(after))
        return false;
    const int row = index.row();
    QUndoStack& undoStack = m_workspace.undoStack();
    const auto inMenu = [](const QString& name) { return visibleText(name, 60).replace(u'&', u"&&"_s); };
    undoStack.beginMacro(tr("Rename %1 to %2").arg(inMenu(before), inMenu(after)));
    m_workspace.removeScopes({before});
    m_workspace.insertScopes(row, {after});
    undoStack.endMacro();
    return true;
}

Qt::ItemFlags RequestModel::flags(const QModelIndex& index) const
{
    // A drop is between rows, never on one.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

bool RequestModel::moveRows(const QModelIndex& from, int first, int count, const QModelIndex& to, int before)
{
    const bool isInside = first >= 0 && count > 0 && first + count <= rowCount() && before >= 0 && before <= rowCount();
    if (from.isValid() || to.isValid() || !isInside || (before >= first && before <= first + count))
        return false;
    m_workspace.moveScopes(first, before > first ? before - count : before, count);
    return true;
}

Qt::DropActions RequestModel::supportedDropActions() const
{
    return Qt::CopyAction | Qt::MoveAction;
}

QStringList RequestModel::mimeTypes() const
{
    return {QLatin1StringView(scopeNamesMimeType), u"text/plain"_s};
}

QMimeData* RequestModel::mimeData(const QModelIndexList& indexes) const
{
    std::vector<int> rows;
    for (const QModelIndex& index : indexes)
        rows.push_back(index.row());
    const QString lines = namesAt(rows).join(u'\n');
    auto* const data = new QMimeData; // the caller owns it: QAbstractItemModel::mimeData()
    data->setData(QLatin1StringView(scopeNamesMimeType), lines.toUtf8());
    data->setText(lines);
    return data;
}

bool RequestModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int /*column*/, const QModelIndex& /*parent*/)
{
    if (data == nullptr || (action != Qt::CopyAction && action != Qt::MoveAction))
        return false;
    const QStringList names = scopesIn(*data);
    if (names.isEmpty())
        return false;
    m_workspace.insertScopes(row < 0 ? rowCount() : row, names);
    return true;
}

QStringList RequestModel::scopesIn(const QMimeData& data)
{
    if (data.hasFormat(QLatin1StringView(scopeNamesMimeType)))
        return QString::fromUtf8(data.data(QLatin1StringView(scopeNamesMimeType))).split(u'\n', Qt::SkipEmptyParts);
    const auto recognised = recognise(data.text());
    return recognised ? recognised.value().names : QStringList();
}

QStringList RequestModel::namesAt(std::vector<int> rows) const
{
    std::sort(rows.begin(), rows.end());
    QStringList names;
    for (const int row : rows)
        names.append(m_workspace.selection().at(row));
    return names;
}

void RequestModel::removeAt(const std::vector<int>& rows)
{
    m_workspace.removeScopes(namesAt(rows));
}

void RequestModel::moveUp(const std::vector<int>& rows)
{
    std::vector<BlockMove> moves;
    for (const Block block : blocksOf(rows)) {
        if (block.first > 0)
            moves.push_back({block, block.first - 1});
    }
    apply(moves);
}

void RequestModel::moveDown(const std::vector<int>& rows)
{
    // From the last on, so that a block never moves over one that has yet to move.
    auto blocks = blocksOf(rows);
    std::reverse(blocks.begin(), blocks.end());
    std::vector<BlockMove> moves;
    for (const Block block : blocks) {
        if (block.first + block.count < rowCount())
            moves.push_back({block, block.first + 1});
    }
    apply(moves);
}

void RequestModel::moveBefore(const std::vector<int>& rows, int before)
{
    const auto blocks = blocksOf(rows, before);
    auto fromLast = blocks;
    std::reverse(fromLast.begin(), fromLast.end());
    std::vector<BlockMove> moves;
    int end = before;
    for (const Block block : fromLast) {
        if (block.first >= before)
            continue;
        end -= block.count;
        moves.push_back({block, end});
    }
    int begin = before;
    for (const Block block : blocks) {
        if (block.first < before)
            continue;
        moves.push_back({block, begin});
        begin += block.count;
    }
    apply(moves);
}

/// Rows that follow each other, ascending. No block goes beyond @p splitAt.
std::vector<RequestModel::Block> RequestModel::blocksOf(std::vector<int> rows, int splitAt)
{
    std::sort(rows.begin(), rows.end());
    std::vector<Block> blocks;
    for (const int row : rows) {
        if (!blocks.empty() && row != splitAt && row == blocks.back().first + blocks.back().count)
            ++blocks.back().count;
        else
            blocks.push_back({row, 1});
    }
    return blocks;
}

void RequestModel::apply(const std::vector<BlockMove>& moves)
{
    std::vector<BlockMove> real;
    std::copy_if(
        moves.begin(), moves.end(), std::back_inserter(real), [](const BlockMove& move) { return move.block.first != move.to; });
    if (real.empty())
        return;
    int count = 0;
    for (const BlockMove& move : real)
        count += move.block.count;
    if (real.size() > 1)
        m_workspace.undoStack().beginMacro(tr("Move %L1 Scopes").arg(count));
    for (const BlockMove& move : real)
        m_workspace.moveScopes(move.block.first, move.to, move.block.count);
    if (real.size() > 1)
        m_workspace.undoStack().endMacro();
}

void RequestModel::beginChange(const SelectionChange& change)
{
    const int last = change.first + change.count - 1;
    switch (change.kind) {
    case SelectionChange::Kind::Insert:
        beginInsertRows({}, change.first, last);
        break;
    case SelectionChange::Kind::Remove:
        beginRemoveRows({}, change.first, last);
        break;
    case SelectionChange::Kind::Move:
        beginMoveRows({}, change.first, last, {}, change.to > change.first ? change.to + change.count : change.to);
        break;
    case SelectionChange::Kind::Reset:
        beginResetModel();
        break;
    }
}

void RequestModel::endChange(const SelectionChange& change)
{
    switch (change.kind) {
    case SelectionChange::Kind::Insert:
        endInsertRows();
        break;
    case SelectionChange::Kind::Remove:
        endRemoveRows();
        break;
    case SelectionChange::Kind::Move:
        endMoveRows();
        break;
    case SelectionChange::Kind::Reset:
        endResetModel();
        break;
    }
}

/// Another catalog knows other scopes.
void RequestModel::markAll()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace scopes
