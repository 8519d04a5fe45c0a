#pragma once

#include "models/CallReading.h"
#include "workspace/LatestTask.h"
#include "workspace/Workspace.h"

namespace scopes {

/// Takes calls from text into the workspace's ticked calls: what was typed, pasted or dropped. Each is one undo step.
class CallIntake : public QObject
{
    Q_OBJECT

public:
    /// Longer texts, and those that are read for a large catalog, are read in a thread, so that the window answers meanwhile.
    static constexpr qsizetype longestAtOnce = qsizetype{64} * 1024; ///< UTF-16 units

    /// Lives no longer than the workspace.
    explicit CallIntake(Workspace& workspace, QObject* parent = nullptr);

    /// Ticks the calls of the text with their fields and values; what is ticked already stays. A text longer than
    /// longestInspected is read no further.
    void take(const QString& text);

    /// Gives up the text that is being read.
    void stop();

Q_SIGNALS:
    /// A long text is being read now; one of the others follows, if it is not stopped.
    void began(qsizetype length);

    /// @p added of the names were not ticked before. Also where nothing was a call: then the reading has no names.
    void taken(const scopes::CallReading& reading, qsizetype added);

    /// Nothing was ticked, because the text names scopes and not calls.
    void foundScopes(const QString& text);

private:
    void finish(const QString& text, const CallReading& reading);

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    LatestTask m_task;
};

} // namespace scopes
