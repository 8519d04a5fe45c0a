#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QTreeView;
QT_END_NAMESPACE

namespace scopes {

class NamedComboBox;
class NeedsModel;
class NeedsSearch;
class NoteLabel;
class Workspace;

/// The smallest sets of scopes for the ticked calls, why each scope is in them, and a way to request one.
class NeedsPane : public QWidget
{
    Q_OBJECT

public:
    /// Lives no longer than the workspace.
    explicit NeedsPane(Workspace& workspace, QWidget* parent = nullptr);

    NeedsModel& model() { return *m_model; }

    /// The best set for the calls ticked, of those with a user access token where there are such; empty: there is none.
    QStringList bestScopes() const;

    /// Requests the current set, else the best, in one undo step; message() says what was done.
    void requestCurrent();

Q_SIGNALS:
    /// bestScopes() may have changed.
    void answered();
    void scopeActivated(const QString& name);
    void partActivated(const QString& name);
    void message(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTree();
    void showAnswer();
    void showSearching();
    void showProgress(int size, int lowerBound);
    void updateButtons();
    void activate(const QModelIndex& index);
    void fillWishes();

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    NeedsSearch* m_search;
    NeedsModel* m_model;
    NoteLabel* m_summary;
    NamedComboBox* m_wish;
    QPushButton* m_request;
    QPushButton* m_stop;
    QTreeView* m_tree;
};

} // namespace scopes
