#pragma once

#include "request/TableExports.h"

#include <QDialog>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QListWidget;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace scopes {

class NamedComboBox;
class NoteLabel;

/// Something that can be exported.
struct ExportSource
{
    QString title; ///< 'The request'
    std::function<Table()> table; ///< with all its columns
    QStringList columns; ///< names of those to begin with, in order; empty: all
};

/// Exports a table: what, which columns, in which format, to a file, the clipboard or a printer; with a look at it first.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Gives the path of the file to save to, or an empty one. @p suffix is that of the format, without a dot.
    using SaveChooser = std::function<QString(QWidget& parent, const QString& suffix)>;

    /// Begins with the source number @p first. @p sources is not empty.
    ExportDialog(std::vector<ExportSource> sources, int first, QWidget* parent = nullptr);

    void setSaveChooser(SaveChooser chooser) { m_chooser = std::move(chooser); }

Q_SIGNALS:
    void message(const QString& text);

private:
    void layOut();
    void wire();
    void chooseSource();
    void showPreview();
    /// None: a PDF document.
    std::optional<TableFormat> format() const;
    QStringList chosenColumns() const;
    Table chosenTable() const;
    QString counted() const;
    void tell(const QString& text);
    void copy();
    void save();
    void print();

    std::vector<ExportSource> m_sources;
    Table m_table; ///< of the chosen source
    NamedComboBox* m_source;
    NamedComboBox* m_format;
    QListWidget* m_columns;
    QPlainTextEdit* m_preview;
    NoteLabel* m_note;
    NoteLabel* m_hint;
    QPushButton* m_copy;
    QPushButton* m_print;
    QPushButton* m_save;
    SaveChooser m_chooser;
};

} // namespace scopes
