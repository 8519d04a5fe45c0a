#pragma once

#include "workspace/OverlaySession.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace scopes {

class NoteLabel;

/// Lists all that the user adds to the open catalog, also what no longer has a scope there, to be edited, taken out and shared.
class OverlayDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p session outlives this.
    explicit OverlayDialog(OverlaySession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void noteRequested(const QString& scope);
    void scopeRequested(const QString& name);
    void settingsRequested();
    void copyRequested();
    void mergeRequested();

private:
    void layOut();
    void fill();
    void addRow(OverlayConflict::Part part, const QString& name, const QString& text, const QString& date, const QString& state);
    void editCurrent();
    void removeCurrent();
    void check();

    OverlaySession& m_session; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    NoteLabel* m_about;
    QTreeWidget* m_list;
    QPushButton* m_edit;
    QPushButton* m_remove;
    QPushButton* m_copy;
    QPushButton* m_merge;
};

} // namespace scopes
