#pragma once

#include "analysis/CallPart.h"

#include <QTextBrowser>

class QUrl;

namespace scopes {

class Workspace;

/// All that is known of the current row, each fact with its source. Text can be selected and copied; a link opens only when it
/// is clicked, and only https.
class DetailsPane : public QTextBrowser
{
    Q_OBJECT

public:
    /// Lives no longer than the workspace.
    explicit DetailsPane(Workspace& workspace, QWidget* parent = nullptr);

    void showScope(int scopeId);
    void showTopic(int topicId);
    void showPart(const CallPart& part);

    /// Says how to see something here.
    void showNothing();

    /// The scope that is shown; empty if none is.
    QString scopeName() const;

    void setDifferencesMarked(bool marked);

Q_SIGNALS:
    /// The user's note on the scope, or the user's own scope, is to be edited.
    void noteRequested(const QString& scope);
    void ownScopeRequested(const QString& scope);
    void message(const QString& text);
    /// A link to a scope of the catalog was followed.
    void scopeRequested(const QString& name);
    /// The same of a call.
    void callRequested(const QString& name);
    /// All calls that need that scope.
    void callsRequested(const QString& scope);

protected:
    void changeEvent(QEvent* event) override;

private:
    void write();
    void follow(const QUrl& link);

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ScopeId m_scope = noId;
    TopicId m_topic = noId;
    CallPart m_part; ///< endpoint is noId: none
    bool m_differencesMarked = true;
};

} // namespace scopes
