#include "workspace/CallCommands.h"

#include "document/VisibleText.h"

namespace scopes {

ChangeCalls::ChangeCalls(Workspace& workspace, const QStringList& added, const QStringList& removed)
    : SelectionCommand(workspace, describe(added, removed))
    , m_added(added)
    , m_removed(removed)
{
}

QString ChangeCalls::describe(const QStringList& added, const QStringList& removed)
{
    const auto count = added.size() + removed.size();
    if (!added.isEmpty() && !removed.isEmpty())
        return tr("Change %L1 Calls and Fields").arg(count);
    const QStringList& names = added.isEmpty() ? removed : added;
    // A field brings its call along, which comes first in the order of names: the field is what was meant.
    if (count == 1 || (count == 2 && names.last().startsWith(names.first())))
        return added.isEmpty() ? tr("Untick %1").arg(visibleText(names.first(), 60))
                               : tr("Tick %1").arg(visibleText(names.last(), 60));
    return (added.isEmpty() ? tr("Untick %L1 Calls and Fields") : tr("Tick %L1 Calls and Fields")).arg(count);
}

void Workspace::setCallsTicked(const QStringList& names, bool ticked)
{
    CallSelection added(names);
    added.remove(m_calls);
    CallSelection removed(names);
    removed.remove(added);
    (ticked ? removed : added) = CallSelection();
    if (!added.isEmpty() || !removed.isEmpty())
        m_undoStack.push(new ChangeCalls(*this, added.names(), removed.names()));
}

void Workspace::replaceCalls(const QStringList& names)
{
    const CallSelection after(names);
    CallSelection added = after;
    added.remove(m_calls);
    CallSelection removed = m_calls;
    removed.remove(after);
    if (!added.isEmpty() || !removed.isEmpty())
        m_undoStack.push(new ChangeCalls(*this, added.names(), removed.names()));
}

void Workspace::changeCalls(const QStringList& added, const QStringList& removed)
{
    m_calls.remove(removed);
    m_calls.insert(added);
    Q_EMIT callsChanged(added + removed);
}

} // namespace scopes
