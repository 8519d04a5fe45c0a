#pragma once

#include "models/ComparisonModel.h"
#include "models/InspectedText.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace scopes {

class InspectEdit;
class NoteLabel;

/// Compares what is requested, what was granted and what is needed. The request is the window's; the others are read from
/// whatever is pasted, secrets masked.
class ComparisonDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ComparisonDialog(Workspace& workspace, QWidget* parent = nullptr);

    /// What the ticked calls need, which counts as long as nothing is pasted for it; empty: nothing is ticked.
    void setNeeded(const QStringList& scopes);

Q_SIGNALS:
    void message(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A pasted text and what was read from it.
    struct Source
    {
        InspectedText* text = nullptr;
        InspectEdit* edit = nullptr;
        NoteLabel* note = nullptr;
    };

    Source makeSource(const QString& name, const QString& placeholder);
    QWidget* sourceBox(const Source& source, const QString& title);
    void layOut();
    void wire();
    void showSource(const Source& source);
    void compareAgain();
    void showCurrent();
    void addSelected();
    void takeSelectedOut();
    QStringList selected() const;
    static std::optional<QStringList> scopesOf(const Source& source);
    std::optional<QStringList> needed() const;
    void showNeeded();

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Source m_granted;
    Source m_needed;
    QStringList m_neededByCalls;
    ComparisonModel* m_model;
    QTableView* m_table;
    NoteLabel* m_summary;
    NoteLabel* m_stopped;
    QPushButton* m_add;
    QPushButton* m_takeOut;
    QTimer* m_timer;
};

} // namespace scopes
