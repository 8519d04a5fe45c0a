#include "widgets/TableColumnsDialog.h"

#include "document/VisibleText.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

namespace {

constexpr int mostColumns = 100;

QString shown(const std::string& text)
{
    return visibleText(QString::fromStdString(text), 80);
}

QString titleOf(TableField field)
{
    switch (field) {
    case TableField::Name:
        return TableColumnsDialog::tr("Scope's &name:");
    case TableField::Definition:
        return TableColumnsDialog::tr("&Definition:");
    case TableField::UserDisplay:
        return TableColumnsDialog::tr("&User display:");
    case TableField::Topic:
        return TableColumnsDialog::tr("&Topic:");
    case TableField::Product:
        return TableColumnsDialog::tr("&Product:");
    case TableField::Approval:
        return TableColumnsDialog::tr("&Approval:");
    }
    return {};
}

int columnCountOf(const TablePreview& preview)
{
    std::size_t count = preview.headings.size();
    for (const auto& row : preview.rows)
        count = std::max(count, row.size());
    return static_cast<int>(std::min<std::size_t>(count, mostColumns));
}

/// '2: Meaning', or what stands first in a column without heading.
QStringList columnTitles(const TablePreview& preview, int count)
{
    QStringList titles;
    for (int column = 0; column < count; ++column) {
        const auto place = static_cast<std::size_t>(column);
        QString words = place < preview.headings.size() ? shown(preview.headings[place]) : QString();
        if (words.isEmpty() && !preview.rows.empty() && place < preview.rows.front().size())
            words = shown(preview.rows.front()[place]);
        titles += words.isEmpty() ? TableColumnsDialog::tr("Column %1").arg(column + 1)
                                  : TableColumnsDialog::tr("%1: %2").arg(column + 1).arg(words);
    }
    return titles;
}

} // namespace

TableColumnsDialog::TableColumnsDialog(
    const TablePreview& preview, const TableColumns& columns, const QString& file, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Columns of the Table"));
    const int count = columnCountOf(preview);
    auto* const head = new NoteLabel;
    head->setNote(
        tr("Which columns of %1 hold the scopes’ names and what is known of them? The choice is kept for this file.").arg(file));
    auto* const form = new QFormLayout;
    const QStringList titles = columnTitles(preview, count);
    const auto before =
        (columns.isEmpty() ? preview.guessed : columns).placesIn(preview.headings, static_cast<std::size_t>(count));
    for (const TableField field : tableFields) {
        const auto place = static_cast<std::size_t>(field);
        QComboBox* const choice = addChoice(*form, field, titles);
        m_choices.at(place) = choice;
        if (before)
            choice->setCurrentIndex(std::max(0, choice->findData(before.value->at(place))));
    }
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Ok)->setEnabled(count > 0);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(head);
    layout->addWidget(tableOf(preview, count), 1);
    layout->addLayout(form);
    layout->addWidget(buttons);
    m_choices.front()->setFocus();
    const int line = fontMetrics().height();
    resize(40 * line, 28 * line);
}

TableColumns TableColumnsDialog::columns() const
{
    TableColumns columns;
    for (const TableField field : tableFields) {
        const int place = m_choices.at(static_cast<std::size_t>(field))->currentData().toInt();
        if (place >= 0)
            columns.setColumn(field, QString::number(place + 1));
    }
    return columns;
}

/// The first rows, to look at.
QTableWidget* TableColumnsDialog::tableOf(const TablePreview& preview, int columnCount)
{
    auto* const table = new QTableWidget(static_cast<int>(preview.rows.size()), columnCount);
    table->setAccessibleName(tr("First rows of the table"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->setHorizontalHeaderLabels(columnTitles({preview.headings, {}, {}}, columnCount));
    for (int row = 0; row < table->rowCount(); ++row) {
        const std::vector<std::string>& cells = preview.rows[static_cast<std::size_t>(row)];
        const int cellCount = std::min(columnCount, static_cast<int>(cells.size()));
        for (int column = 0; column < cellCount; ++column)
            table->setItem(row, column, new QTableWidgetItem(shown(cells[static_cast<std::size_t>(column)])));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

QComboBox* TableColumnsDialog::addChoice(QFormLayout& form, TableField field, const QStringList& columns)
{
    auto* const choice = new NamedComboBox;
    const QString title = titleOf(field);
    choice->setAccessibleName(QString(title).remove(u'&').remove(u':'));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    if (field != TableField::Name)
        choice->addItem(tr("None"), -1);
    for (int column = 0; column < columns.size(); ++column)
        choice->addItem(columns[column], column);
    form.addRow(title, choice);
    return choice;
}

} // namespace scopes
