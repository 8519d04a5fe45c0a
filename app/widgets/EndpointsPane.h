#pragma once

#include "widgets/CatalogPane.h"

namespace scopes {

class CallIntake;
class CallNotes;
class EndpointTreeModel;
class EndpointTreeView;
struct CallReading;
class Workspace;

/// What can be called: the search and the tree of calls, fields and parameter values. Calls that are pasted, dropped, or typed
/// into the search are ticked; what is not recognised of them is listed above the tree.
class EndpointsPane : public CatalogPane
{
    Q_OBJECT

public:
    /// Lives no longer than the workspace.
    explicit EndpointsPane(Workspace& workspace, QWidget* parent = nullptr);

    EndpointTreeModel& model() { return *m_model; }

    EndpointTreeView& tree() { return *m_tree; }

    QString nameOf(int key) const override;
    int keyOf(const QString& name) const override;

    void tickShown() override;
    void untickShown() override;
    void invertShown() override;
    void clearFilters() override;

    /// Ticks the calls that the text holds, in one undo step, and tells of it.
    void takeCalls(const QString& text);

    /// Makes the call, field or value of that name current, after clearing the search if that hides it; message() says so if
    /// the catalog has none of that name.
    void showPart(const QString& name);

    /// The name of the current row; empty: it is none or a product.
    QString currentName() const;

Q_SIGNALS:
    /// @p part: a number in EndpointTreeModel::parts(); -1 where there is none.
    void currentChanged(int part);

    /// A text that was to be read for calls names scopes.
    void foundScopes(const QString& text);

protected:
    QString nothingFound(const QString& typed) const override;
    /// Enter takes a call that is typed.
    bool enterResults(int key) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool takePasted();
    void showReading();
    void showTaken(const CallReading& reading, qsizetype added);

    EndpointTreeModel* m_model;
    EndpointTreeView* m_tree;
    CallIntake* m_intake;
    CallNotes* m_notes;
    bool m_isRead = false; ///< the note tells of what is in the search box
};

} // namespace scopes
