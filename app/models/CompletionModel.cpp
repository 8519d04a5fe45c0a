#include "models/CompletionModel.h"

#include "document/VisibleText.h"
#include "search/Completions.h"

namespace scopes {

CompletionModel::CompletionModel(const Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::catalogAboutToChange, this, &CompletionModel::clear);
}

void CompletionModel::setTyped(const QString& typed)
{
    constexpr int mostShown = 50;
    beginResetModel();
    m_scopes.clear();
    if (!typed.trimmed().isEmpty())
        m_scopes = completions(m_workspace.catalog(), typed, mostShown);
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_scopes.size());
}

QVariant CompletionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};

    const ScopeId id = m_scopes[static_cast<std::size_t>(index.row())];
    const Scope& scope = m_workspace.catalog().scope(id);
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(toQString(scope.name), 500);
    case Qt::EditRole:
    case ScopeName:
        return toQString(scope.name);
    case IsDocumented:
        return true;
    case Mark:
        return m_workspace.ticked().contains(id) ? tr("requested") : QString();
    case Detail:
    case Qt::AccessibleDescriptionRole:
        return visibleText(toQString(scope.definition), 500);
    default:
        return {};
    }
}

void CompletionModel::clear()
{
    setTyped({});
}

} // namespace scopes
