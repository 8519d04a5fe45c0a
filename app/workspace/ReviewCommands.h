#pragma once

#include "workspace/SelectionCommands.h"

#include <QJsonValue>

namespace scopes {

/// Changes what is said to the reviewer.
class ChangeReview : public SelectionCommand
{
public:
    /// @p after is the request file's member 'review'; undefined: it has none.
    ChangeReview(Workspace& workspace, QJsonValue before, QJsonValue after, const QString& text);

    void redo() override { applyReview(m_after); }

    void undo() override { applyReview(m_before); }

private:
    QJsonValue m_before;
    QJsonValue m_after;
};

} // namespace scopes
