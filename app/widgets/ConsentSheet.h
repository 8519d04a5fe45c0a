#pragma once

#include "analysis/ConsentPreview.h"
#include "workspace/Workspace.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QPushButton;
class QTextEdit;
class QTimer;
QT_END_NAMESPACE

namespace scopes {

class NamedComboBox;
class NoteLabel;

/// What the user would read, on a neutral sheet that follows the request, with what a refusal stops and what one more scope
/// adds. It stays open beside the window.
class ConsentSheet : public QDialog
{
    Q_OBJECT

public:
    /// Gives the path of the file to save to, or an empty one.
    using SaveChooser = std::function<QString(QWidget& parent)>;

    explicit ConsentSheet(const Workspace& workspace, QWidget* parent = nullptr);

    void setSaveChooser(SaveChooser chooser) { m_chooser = std::move(chooser); }

Q_SIGNALS:
    void message(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void wire();
    void refresh();
    void fillBoxes();
    void showRefusal();
    void showAddition();
    void copyText();
    void print();
    void save();

    const Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QTextEdit* m_sheet;
    NamedComboBox* m_refused;
    NoteLabel* m_refusal;
    NamedComboBox* m_more;
    NoteLabel* m_addition;
    NoteLabel* m_hint;
    QPushButton* m_copy;
    QPushButton* m_print;
    QPushButton* m_save;
    QTimer* m_timer; ///< many changes in a row are shown once
    SaveChooser m_chooser;
    ConsentPreview m_preview;
};

} // namespace scopes
