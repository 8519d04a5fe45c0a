#include "models/CountText.h"
#include "models/RowExport.h"
#include "models/ScopeTreeModel.h"

#include <QLocale>

#include <algorithm>

// What the user does to rows of the scope tree: ticking and copying.
namespace scopes {

std::vector<ScopeId> ScopeTreeModel::scopesAt(const QModelIndexList& indexes) const
{
    ScopeSet wanted(m_catalog->scopeCount());
    for (const QModelIndex& index : indexes) {
        const ScopeId scope = scopeAt(index);
        if (scope != noId) {
            wanted.insert(scope);
        } else if (index.isValid()) {
            for (const ScopeId child : m_rows.scopesAt(index.row()))
                wanted.insert(child);
        }
    }
    // Walking the few topics concerned beats walking all rows: a selection is small, a catalog may not be.
    std::vector<int> topicRows;
    wanted.forEach([&](ScopeId scope) { topicRows.push_back(m_rows.rowOfTopic(m_catalog->scope(scope).topic)); });
    std::sort(topicRows.begin(), topicRows.end());
    topicRows.erase(std::unique(topicRows.begin(), topicRows.end()), topicRows.end());
    std::vector<ScopeId> scopes;
    for (const int row : topicRows) {
        for (const ScopeId scope : m_rows.scopesAt(row)) {
            if (wanted.contains(scope))
                scopes.push_back(scope);
        }
    }
    return scopes;
}

bool ScopeTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != ScopeColumn)
        return false;
    const auto scopes = scopesAt({index});
    bool ticked = value.toInt() == Qt::Checked;
    // With a part of the topic hidden its box never gets full: a second click on it takes back what the first one ticked.
    const bool isTopic = scopeAt(index) == noId;
    if (isTopic && ticked
        && std::all_of(scopes.begin(), scopes.end(), [&](ScopeId id) { return m_workspace.ticked().contains(id); }))
        ticked = false;
    setTicked(scopes, ticked);
    return true;
}

void ScopeTreeModel::setTicked(const std::vector<ScopeId>& scopes, bool ticked)
{
    const auto changed = std::count_if(
        scopes.begin(), scopes.end(), [&](ScopeId scope) { return m_workspace.ticked().contains(scope) != ticked; });
    if (ticked && changed > mostTicked) {
        Q_EMIT message(
            tr("Nothing was ticked: %1 are more than can be added to a request at once (%2). Search for what you need.")
                .arg(scopeCount(changed), QLocale().toString(mostTicked)));
        return;
    }
    m_workspace.setTicked(scopes, ticked);
    if (scopes.size() == 1 || changed == 0)
        return;
    QString text = ticked ? tr("Ticked %1.").arg(scopeCount(changed)) : tr("Unticked %1.").arg(scopeCount(changed));
    const int hidden = m_catalog->scopeCount() - shownCount();
    if (hidden > 0)
        text += u' ' + tr("The %1 that the search hides stay as they were.").arg(scopeCount(hidden));
    Q_EMIT message(text);
}

void ScopeTreeModel::toggle(const QModelIndexList& rows)
{
    const auto scopes = scopesAt(rows);
    const auto& ticked = m_workspace.ticked();
    if (!scopes.empty())
        setTicked(scopes, !std::all_of(scopes.begin(), scopes.end(), [&](ScopeId scope) { return ticked.contains(scope); }));
}

QString ScopeTreeModel::copiedText(const QModelIndexList& rows) const
{
    const auto count = static_cast<qsizetype>(scopesAt(rows).size());
    return count == 0 ? QString() : tr("Copied the rows of %1, as text and as a table.").arg(scopeCount(count));
}

QStringList ScopeTreeModel::mimeTypes() const
{
    return rowMimeTypes();
}

QMimeData* ScopeTreeModel::mimeData(const QModelIndexList& indexes) const
{
    const auto scopes = scopesAt(indexes);
    if (scopes.size() > mostRowsCopied)
        return nullptr;
    return rowsToMime(*m_catalog, scopes, {ScopeColumn, DefinitionColumn, UserDisplayColumn});
}

} // namespace scopes
