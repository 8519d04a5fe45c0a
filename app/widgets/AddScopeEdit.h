#pragma once

#include "workspace/Workspace.h"

#include <QLineEdit>

namespace scopes {

class CompletionModel;

/// Where the name of a scope is typed, completed from the catalog.
class AddScopeEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit AddScopeEdit(const Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Enter, or a completion was chosen. The text is as typed.
    void entered(const QString& text);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void makeCompleter();
    void complete(const QString& typed);
    void enter(const QString& name);
    void keepDirection();

    CompletionModel* m_completions;
    bool m_isEntering = false;
};

} // namespace scopes
