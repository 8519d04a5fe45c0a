#include "workspace/CallCommands.h"

#include "document/VisibleText.h"

namespace scopes {

TickCalls::TickCalls(Workspace& workspace, const QStringList& names, bool ticked)
    : SelectionCommand(workspace, describe(names, ticked))
    , m_names(names)
    , m_ticked(ticked)
{
}

QString TickCalls::describe(const QStringList& names, bool ticked)
{
    // A field brings its call along, which comes first in the order of names: the field is what was meant.
    const QString& meant = names.last();
    const bool isOne = names.size() == 1 || (names.size() == 2 && meant.startsWith(names.first()));
    if (isOne)
        return (ticked ? tr("Tick %1") : tr("Untick %1")).arg(visibleText(ticked ? meant : names.first(), 60));
    return (ticked ? tr("Tick %1 Calls and Fields") : tr("Untick %1 Calls and Fields")).arg(names.size());
}

void Workspace::setCallsTicked(const QStringList& names, bool ticked)
{
    QStringList changed;
    for (const QString& name : CallSelection(names).names()) {
        if (m_calls.contains(name) != ticked)
            changed += name;
    }
    if (!changed.isEmpty())
        m_undoStack.push(new TickCalls(*this, changed, ticked));
}

void Workspace::changeCalls(const QStringList& names, bool ticked)
{
    if (ticked)
        m_calls.insert(names);
    else
        m_calls.remove(names);
    Q_EMIT callsChanged(names);
}

} // namespace scopes
