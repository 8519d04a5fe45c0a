#pragma once

#include "workspace/SelectionCommands.h"

namespace scopes {

/// Ticks some calls, fields and parameter values, and unticks others.
class ChangeCalls : public SelectionCommand
{
    Q_DECLARE_TR_FUNCTIONS(ChangeCalls)

public:
    /// None of @p added is ticked as yet, all of @p removed are, and not both lists are empty.
    ChangeCalls(Workspace& workspace, const QStringList& added, const QStringList& removed);

    void redo() override { changeCalls(m_added, m_removed); }

    void undo() override { changeCalls(m_removed, m_added); }

private:
    static QString describe(const QStringList& added, const QStringList& removed);

    QStringList m_added;
    QStringList m_removed;
};

} // namespace scopes
