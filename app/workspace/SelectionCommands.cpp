#include "workspace/SelectionCommands.h"

#include "document/VisibleText.h"

#include <utility>

namespace scopes {

namespace {

QString shown(const QString& name)
{
    constexpr qsizetype longestShown = 60;
    return visibleText(name, longestShown);
}

QStringList namesOf(const std::vector<PlacedName>& placed)
{
    QStringList names;
    names.reserve(static_cast<qsizetype>(placed.size()));
    for (const PlacedName& entry : placed)
        names.append(entry.name);
    return names;
}

std::vector<PlacedName> placedFrom(int row, const QStringList& names)
{
    std::vector<PlacedName> placed;
    placed.reserve(static_cast<std::size_t>(names.size()));
    for (const QString& name : names)
        placed.push_back({row++, name});
    return placed;
}

} // namespace

SelectionCommand::SelectionCommand(Workspace& workspace, const QString& text)
    : m_workspace(workspace)
{
    // The undo view shows what stands before the line feed, menus what stands behind: there '&' would be a mnemonic.
    setText(text.contains(u'&') ? text + u'\n' + QString(text).replace(u'&', u"&&"_s) : text);
}

InsertScopes::InsertScopes(Workspace& workspace, int row, const QStringList& names)
    : SelectionCommand(
        workspace, names.size() == 1 ? tr("Add %1").arg(shown(names.first())) : tr("Add %L1 Scopes").arg(names.size()))
    , m_placed(placedFrom(row, names))
    , m_names(names)
{
}

void InsertScopes::redo()
{
    insertAt(m_placed);
}

void InsertScopes::undo()
{
    takeOut(m_names);
}

RemoveScopes::RemoveScopes(Workspace& workspace, std::vector<PlacedName> placed)
    : SelectionCommand(workspace,
        placed.size() == 1 ? tr("Remove %1").arg(shown(placed.front().name)) : tr("Remove %L1 Scopes").arg(placed.size()))
    , m_placed(std::move(placed))
    , m_names(namesOf(m_placed))
{
}

void RemoveScopes::redo()
{
    takeOut(m_names);
}

void RemoveScopes::undo()
{
    insertAt(m_placed);
}

MoveScopes::MoveScopes(Workspace& workspace, int first, int to, int count)
    : SelectionCommand(
        workspace, count == 1 ? tr("Move %1").arg(shown(workspace.selection().at(first))) : tr("Move %L1 Scopes").arg(count))
    , m_first(first)
    , m_to(to)
    , m_count(count)
{
}

void MoveScopes::redo()
{
    moveRows(m_first, m_to, m_count);
}

void MoveScopes::undo()
{
    moveRows(m_to, m_first, m_count);
}

ReplaceScopes::ReplaceScopes(Workspace& workspace, QStringList names, const QString& text)
    : SelectionCommand(workspace, text)
    , m_before(workspace.selection().names())
    , m_after(std::move(names))
{
}

void ReplaceScopes::redo()
{
    replaceAll(m_after);
}

void ReplaceScopes::undo()
{
    replaceAll(m_before);
}

SetFormat::SetFormat(Workspace& workspace, QString formatId)
    : m_workspace(workspace)
    , m_before(workspace.formatId())
    , m_after(std::move(formatId))
{
    const ScopeFormat* const format = scopeFormat(m_after);
    setText(tr("Format %1").arg(format != nullptr ? format->title() : m_after));
}

void SetFormat::redo()
{
    m_workspace.applyFormat(m_after);
}

void SetFormat::undo()
{
    m_workspace.applyFormat(m_before);
}

} // namespace scopes
