#pragma once

#include "models/InspectedText.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace scopes {

class FindingsView;
class InspectEdit;
class InspectMarks;
class NoteLabel;

/// A text to look at: what it is and why, which scopes stand where in it, what is wrong, and how to mend it. Its scopes can be
/// taken into the request.
class InspectPane : public QWidget
{
    Q_OBJECT

public:
    explicit InspectPane(Workspace& workspace, QWidget* parent = nullptr);

    /// Inspects the text instead of what is there.
    void inspect(const QString& text);

    /// Puts the cursor into the text.
    void focusText();

Q_SIGNALS:
    void message(const QString& text);
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    QLayout* heading();
    QWidget* parts();
    QLayout* buttons();
    void wire();
    void wireText();
    void fillKinds();
    void showProgress();
    void showChecked();
    void showKind();
    void showFound();
    void mark();
    void showParts();
    void showPlace(int finding);
    void goTo(const std::vector<TextRange>& ranges);
    void addToRequest();
    void replaceRequest();
    void copyRepaired();
    void clear();

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    InspectedText* m_text;
    QComboBox* m_kind;
    NoteLabel* m_evidence;
    InspectEdit* m_edit;
    InspectMarks* m_marks;
    NoteLabel* m_found;
    FindingsView* m_findings;
    QWidget* m_partRow;
    QLabel* m_part;
    QPushButton* m_earlier;
    QPushButton* m_later;
    QWidget* m_progressRow;
    QProgressBar* m_progress;
    QPushButton* m_add;
    QPushButton* m_replace;
    QPushButton* m_copy;
    QPushButton* m_undo;
    QPushButton* m_clear;
    QPushButton* m_close;
    QTimer* m_progressTimer;
};

} // namespace scopes
