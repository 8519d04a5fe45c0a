#include "widgets/ExportDialog.h"

#include "document/VisibleText.h"
#include "models/ExportTables.h"
#include "widgets/DocumentPrint.h"
#include "widgets/FileDialogs.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t previewedRows = 50;
constexpr std::size_t mostUpright = 3; ///< columns on a page that stands
const QString pdf = u"pdf"_s; // NOLINT(cert-err58-cpp)

QString chooseFile(QWidget& parent, const QString& suffix)
{
    QFileDialog dialog(&parent, ExportDialog::tr("Export"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setNameFilters({ExportDialog::tr("The chosen format (*.%1)").arg(suffix), ExportDialog::tr("All files (*)")});
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(u"scopes."_s + suffix);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace

ExportDialog::ExportDialog(std::vector<ExportSource> sources, int first, QWidget* parent)
    : QDialog(parent)
    , m_sources(std::move(sources))
    , m_source(new NamedComboBox)
    , m_format(new NamedComboBox)
    , m_columns(new QListWidget)
    , m_preview(new QPlainTextEdit)
    , m_note(new NoteLabel)
    , m_hint(new NoteLabel)
    , m_copy(new QPushButton(tr("Cop&y")))
    , m_print(new QPushButton(tr("&Print…")))
    , m_save(new QPushButton(tr("&Save As…")))
    , m_chooser(chooseFile)
{
    setWindowTitle(tr("Export"));
    m_source->setAccessibleName(tr("What"));
    m_format->setAccessibleName(tr("Export format"));
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setAccessibleDescription(tr("Space ticks a column that is exported."));
    m_preview->setAccessibleName(tr("Preview"));
    for (const ExportSource& source : m_sources)
        m_source->addItem(source.title);
    m_source->setCurrentIndex(first);
    const auto add = [this](const QString& title, const QString& name) { m_format->addItem(title, name); };
    add(tr("Markdown"), nameOf(TableFormat::Markdown));
    add(tr("CSV, for spreadsheets"), nameOf(TableFormat::Csv));
    add(tr("Tab separated"), nameOf(TableFormat::Tsv));
    add(tr("JSON"), nameOf(TableFormat::Json));
    add(tr("Web page"), nameOf(TableFormat::Html));
    add(tr("PDF document"), pdf);
    setPlainToolTip(*m_copy, tr("Copies the whole export in the chosen format."));
    setPlainToolTip(*m_print, tr("Prints the table."));
    setPlainToolTip(*m_save, tr("Saves the export to a file."));
    layOut();
    wire();
    chooseSource();
    const int line = fontMetrics().height();
    resize(54 * line, 30 * line);
}

void ExportDialog::layOut()
{
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setTabChangesFocus(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_columns->setMaximumHeight(9 * fontMetrics().lineSpacing());
    auto* const form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&What:"), m_source);
    form->addRow(tr("&Columns:"), m_columns);
    form->addRow(tr("&Format:"), m_format);
    auto* const close = new QPushButton(tr("Cl&ose"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const button : {m_copy, m_print, m_save, close}) {
        button->setAccessibleName(QString(button->text()).remove(u'&').remove(u'…'));
        button->setAutoDefault(false);
        if (button == close)
            buttons->addStretch();
        buttons->addWidget(button);
    }
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_hint);
    layout->addLayout(buttons);
}

void ExportDialog::wire()
{
    connect(m_source, &QComboBox::currentIndexChanged, this, &ExportDialog::chooseSource);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showPreview);
    connect(m_columns, &QListWidget::itemChanged, this, &ExportDialog::showPreview);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(m_print, &QPushButton::clicked, this, &ExportDialog::print);
}

void ExportDialog::chooseSource()
{
    const ExportSource& source = m_sources[static_cast<std::size_t>(m_source->currentIndex())];
    m_table = source.table();
    const QSignalBlocker blocker(m_columns);
    m_columns->clear();
    const auto add = [&](const Table::Column& column, bool isChosen) {
        auto* const item = new QListWidgetItem(visibleText(column.title, 100), m_columns);
        item->setData(Qt::UserRole, column.name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    };
    // The chosen ones in their order, then the others.
    for (const Table::Column& column : withColumns(m_table, source.columns).columns)
        add(column, true);
    for (const Table::Column& column : m_table.columns) {
        if (!source.columns.contains(column.name))
            add(column, source.columns.isEmpty());
    }
    m_columns->setCurrentRow(0);
    showPreview();
}

std::optional<TableFormat> ExportDialog::format() const
{
    return tableFormat(m_format->currentData().toString());
}

QStringList ExportDialog::chosenColumns() const
{
    QStringList names;
    for (int row = 0; row < m_columns->count(); ++row) {
        if (m_columns->item(row)->checkState() == Qt::Checked)
            names += m_columns->item(row)->data(Qt::UserRole).toString();
    }
    return names;
}

Table ExportDialog::chosenTable() const
{
    return withColumns(m_table, chosenColumns());
}

QString ExportDialog::counted() const
{
    return m_table.rows.size() == 1 ? tr("1 row") : tr("%1 rows").arg(QLocale().toString(qulonglong(m_table.rows.size())));
}

void ExportDialog::showPreview()
{
    const QStringList columns = chosenColumns();
    const bool isPdf = !format();
    const bool isEmpty = m_table.rows.empty() || columns.isEmpty();
    QString note = tr("%1.").arg(counted());
    if (m_table.rows.empty())
        note = tr("There is nothing to export here yet.");
    else if (columns.isEmpty())
        note = tr("Tick at least one column.");
    else if (m_table.rows.size() > previewedRows)
        note = tr("%1; the preview has the first %L2.").arg(counted()).arg(previewedRows);
    if (isPdf && !isEmpty)
        note += u' ' + tr("A PDF document looks like the printed page; its words are shown here.");
    m_note->setNote(note);
    // Text as it is: no character of it is markup here, and invisible ones are shown.
    const Table some = withColumns(m_table, columns, previewedRows);
    constexpr int mostShown = 200'000;
    const QString text = isEmpty ? QString() : tableAs(format().value_or(TableFormat::Markdown), some).remove(u'\r');
    m_preview->setPlainText(visibleText(text, mostShown, true));
    m_copy->setEnabled(!isEmpty && !isPdf);
    m_print->setEnabled(!isEmpty);
    m_save->setEnabled(!isEmpty);
    m_hint->setNote({});
}

void ExportDialog::tell(const QString& text)
{
    m_hint->setNote(text);
    Q_EMIT message(text);
}

void ExportDialog::copy()
{
    QGuiApplication::clipboard()->setText(tableAs(*format(), chosenTable()));
    tell(tr("Copied %1.").arg(counted()));
}

void ExportDialog::save()
{
    const auto chosen = format();
    const QString path = m_chooser(*this, chosen ? suffixOf(*chosen) : pdf);
    if (path.isEmpty())
        return;
    const Table table = chosenTable();
    const QString problem = chosen
        ? saveText(path, tableAs(*chosen, table))
        : savePdf(path, {table.title, tableAs(TableFormat::Html, table), table.columns.size() > mostUpright});
    if (!problem.isEmpty())
        return showProblem(*this, tr("Nothing was exported."), tr("%1: %2").arg(visibleText(path, 500), problem));
    tell(tr("Saved %1 to %2.").arg(counted(), visibleText(QFileInfo(path).fileName(), 200)));
}

void ExportDialog::print()
{
    const Table table = chosenTable();
    if (printPage({table.title, tableAs(TableFormat::Html, table), table.columns.size() > mostUpright}, *this))
        tell(tr("%1 went to the printer.").arg(counted()));
}

} // namespace scopes
