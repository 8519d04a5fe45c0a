#pragma once

#include "workspace/Workspace.h"

#include <QCoreApplication>
#include <QUndoCommand>

namespace scopes {

/// A change of the selection. Commands know how to go back from what they stored, never from what the screen shows.
class SelectionCommand : public QUndoCommand
{
protected:
    SelectionCommand(Workspace& workspace, const QString& text);

    void insertAt(const std::vector<PlacedName>& names) { m_workspace.insertAt(names); }

    void takeOut(const QStringList& names) { m_workspace.takeOut(names); }

    void moveRows(int first, int to, int count) { m_workspace.moveRows(first, to, count); }

    void replaceAll(const QStringList& names) { m_workspace.replaceAll(names); }

    void changeCalls(const QStringList& added, const QStringList& removed) { m_workspace.changeCalls(added, removed); }

    void applyReview(const QJsonValue& review) { m_workspace.applyReview(review); }

private:
    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

/// Puts names, none of which is selected, at a row.
class InsertScopes : public SelectionCommand
{
    Q_DECLARE_TR_FUNCTIONS(InsertScopes)

public:
    InsertScopes(Workspace& workspace, int row, const QStringList& names);

    void redo() override;
    void undo() override;

private:
    std::vector<PlacedName> m_placed;
    QStringList m_names;
};

/// Takes names, all of which are selected, out.
class RemoveScopes : public SelectionCommand
{
    Q_DECLARE_TR_FUNCTIONS(RemoveScopes)

public:
    RemoveScopes(Workspace& workspace, std::vector<PlacedName> placed);

    void redo() override;
    void undo() override;

private:
    std::vector<PlacedName> m_placed;
    QStringList m_names;
};

/// Moves a block of rows.
class MoveScopes : public SelectionCommand
{
    Q_DECLARE_TR_FUNCTIONS(MoveScopes)

public:
    MoveScopes(Workspace& workspace, int first, int to, int count);

    void redo() override;
    void undo() override;

private:
    int m_first;
    int m_to;
    int m_count;
};

/// Takes other names instead of all that are selected.
class ReplaceScopes : public SelectionCommand
{
    Q_DECLARE_TR_FUNCTIONS(ReplaceScopes)

public:
    ReplaceScopes(Workspace& workspace, QStringList names, const QString& text);

    void redo() override;
    void undo() override;

private:
    QStringList m_before;
    QStringList m_after;
};

/// Chooses the output format.
class SetFormat : public QUndoCommand
{
    Q_DECLARE_TR_FUNCTIONS(SetFormat)

public:
    SetFormat(Workspace& workspace, QString formatId);

    void redo() override;
    void undo() override;

private:
    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QString m_before;
    QString m_after;
};

} // namespace scopes
