#pragma once

#include "request/ScopeRecogniser.h"
#include "workspace/Workspace.h"

#include <QObject>

#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace scopes {

/// Takes scopes from text into the request: what was typed, pasted or dropped. Each is one undo step.
class TextIntake : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over @p window, which owns this.
    TextIntake(Workspace& workspace, QWidget* window);

    /// Adds at the end.
    void addTyped(const QString& text);

    /// Inserts at the row, at the end without one. If there are requested scopes, the user is asked whether to add or to replace
    /// them; this function returns before the answer.
    void paste(const QString& text, std::optional<int> row = {});

Q_SIGNALS:
    /// The request holds these now; @p hasChanged is false if it did before. @p message tells it.
    void taken(const QStringList& names, bool hasChanged, const QString& message);

    /// Nothing changed; @p reason is a sentence or two.
    void refused(const QString& reason);

private:
    void ask(const Recognised& pasted, int row);
    int insert(const QStringList& names, int row);
    void insertPasted(const Recognised& pasted, int row);
    void replace(const Recognised& pasted);

    Workspace& m_workspace;
    QWidget* m_window;
};

} // namespace scopes
