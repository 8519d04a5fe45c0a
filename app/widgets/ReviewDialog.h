#pragma once

#include "models/ReviewModel.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace scopes {

class NamedComboBox;
class NoteLabel;
class ReviewTable;

/// What the reviewer of the app is told, edited in a table, exported and read back. It stays open beside the window.
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    /// How files are named: gives a path, or an empty one if the user thought better of it.
    struct Chooser
    {
        std::function<QString(QWidget& parent)> toSave;
        std::function<QString(QWidget& parent)> toRead;
    };

    explicit ReviewDialog(Workspace& workspace, QWidget* parent = nullptr);

    ~ReviewDialog() override;

    ReviewDialog(const ReviewDialog&) = delete;
    ReviewDialog& operator=(const ReviewDialog&) = delete;

    void setChooser(Chooser chooser) { m_chooser = std::move(chooser); }

Q_SIGNALS:
    void message(const QString& text);
    /// Ctrl+S was pressed: the request, which holds the sheet, is to be saved.
    void saveRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut();
    void wire();
    void fillForms();
    void chooseForm();
    /// The chosen form of the provider; null: none is.
    const ReviewForm* form() const;
    void showSummary();
    void tell(const QString& text);
    void copyMarkdown();
    void save();
    void print();
    void readBack();

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ReviewModel* m_model;
    ReviewTable* m_table;
    NamedComboBox* m_form;
    NoteLabel* m_formNote;
    NoteLabel* m_summary;
    NoteLabel* m_hint;
    QPushButton* m_copy;
    QPushButton* m_print;
    QPushButton* m_save;
    QPushButton* m_read;
    Chooser m_chooser;
};

} // namespace scopes
