#pragma once

#include "workspace/SelectionCommands.h"

namespace scopes {

/// Ticks calls, fields and parameter values, or unticks them.
class TickCalls : public SelectionCommand
{
    Q_DECLARE_TR_FUNCTIONS(TickCalls)

public:
    /// None of @p names is ticked as yet if @p ticked, else all are; there is at least one.
    TickCalls(Workspace& workspace, const QStringList& names, bool ticked);

    void redo() override { changeCalls(m_names, m_ticked); }

    void undo() override { changeCalls(m_names, !m_ticked); }

private:
    static QString describe(const QStringList& names, bool ticked);

    QStringList m_names;
    bool m_ticked;
};

} // namespace scopes
