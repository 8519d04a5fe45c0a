#include "widgets/ReviewReadDialog.h"

#include "document/VisibleText.h"
#include "models/ReviewModel.h"
#include "widgets/NoteLabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

enum Column { ScopeColumn, OursColumn, TheirsColumn, StateColumn, ColumnCount };

/// The texts in which the note differs from the other one, with their titles.
QString differing(const ReviewNote& note, const ReviewNote& other)
{
    QStringList lines;
    const auto compare = [&](int column, const QString& text, const QString& otherText) {
        if (text != otherText)
            lines += ReviewReadDialog::tr("%1: %2").arg(
                ReviewModel::titleOf(column), text.isEmpty() ? ReviewReadDialog::tr("(empty)") : visibleText(text, 1000, true));
    };
    compare(ReviewModel::FeatureColumn, note.feature, other.feature);
    compare(ReviewModel::ReasonColumn, note.reason, other.reason);
    compare(ReviewModel::UserSeesColumn, note.userSees, other.userSees);
    compare(ReviewModel::LinkColumn, note.link, other.link);
    compare(ReviewModel::CallsColumn, note.calls.join(u'\n'), other.calls.join(u'\n'));
    return lines.join(u'\n');
}

} // namespace

ReviewReadDialog::ReviewReadDialog(ReviewEdits edits, const ReviewNotes& notes, QWidget* parent)
    : QDialog(parent)
    , m_edits(std::move(edits))
    , m_table(new QTableWidget(0, ColumnCount))
{
    setWindowTitle(tr("Read Back Review Sheet"));
    m_table->setAccessibleName(tr("Changes of the sheet"));
    m_table->setHorizontalHeaderLabels({tr("Take over"), tr("Here"), tr("In the sheet"), tr("Who changed it")});
    for (const ReviewConflict& conflict : m_edits.conflicts)
        addRow(conflict.scope, conflict.ours, conflict.theirs, true);
    for (auto note = m_edits.changed.begin(); note != m_edits.changed.end(); ++note)
        addRow(note.key(), notes.value(note.key()), *note, false);
    layOut();
}

void ReviewReadDialog::addRow(const QString& scope, const ReviewNote& ours, const ReviewNote& theirs, bool isConflict)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_scopes += scope;
    m_theirs.push_back(theirs);
    const QStringList texts{visibleText(scope, 200), differing(ours, theirs), differing(theirs, ours),
        isConflict ? tr("Changed here and in the sheet: choose.") : tr("Only the sheet.")};
    for (int column = 0; column < ColumnCount; ++column) {
        auto* const item = new QTableWidgetItem(texts[column]);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setTextAlignment(Qt::AlignTop | Qt::AlignLeading);
        m_table->setItem(row, column, item);
    }
    QTableWidgetItem* const box = m_table->item(row, ScopeColumn);
    box->setFlags(box->flags() | Qt::ItemIsUserCheckable);
    box->setCheckState(isConflict ? Qt::Unchecked : Qt::Checked);
    box->setData(Qt::AccessibleTextRole, tr("Take over %1. %2").arg(texts[ScopeColumn], texts[StateColumn]));
}

void ReviewReadDialog::layOut()
{
    const int line = fontMetrics().height();
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setColumnWidth(ScopeColumn, 12 * line);
    m_table->horizontalHeader()->setSectionResizeMode(OursColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(TheirsColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(StateColumn, 10 * line);
    auto* const note = new NoteLabel(this);
    QString text = m_edits.conflicts.empty()
        ? tr("The ticked notes get the sheet's words, in one step that Undo takes back.")
        : tr("The ticked notes get the sheet's words, in one step that Undo takes back. Those that were changed here as well, "
             "since the sheet was exported, stay as they are unless you tick them.");
    if (!m_edits.unknown.isEmpty())
        text +=
            u' ' + tr("Left out, since nothing here is of that name: %1.").arg(visibleText(m_edits.unknown.join(u", "_s), 300));
    note->setNote(text);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* const take = buttons->addButton(tr("&Take Over"), QDialogButtonBox::AcceptRole);
    take->setAccessibleName(tr("Take Over"));
    take->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(note);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(56 * line, 24 * line);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, m_table, &QTableView::resizeRowsToContents);
    m_table->resizeRowsToContents();
}

ReviewNotes ReviewReadDialog::chosen() const
{
    ReviewNotes notes;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (m_table->item(row, ScopeColumn)->checkState() == Qt::Checked)
            notes.insert(m_scopes[row], m_theirs[static_cast<std::size_t>(row)]);
    }
    return notes;
}

} // namespace scopes
