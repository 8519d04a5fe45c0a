#include "widgets/ComparisonDialog.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/InspectEdit.h"
#include "widgets/NoteLabel.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

ComparisonDialog::ComparisonDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_granted(makeSource(tr("Granted"),
          tr("Paste the token response, the callback or any list. Tokens and codes are masked, and nothing is stored.")))
    , m_needed(makeSource(tr("Needed"), tr("Paste the scopes that your calls need, in any form.")))
    , m_model(new ComparisonModel(this))
    , m_table(new QTableView)
    , m_summary(new NoteLabel(this))
    , m_stopped(new NoteLabel(this))
    , m_add(new QPushButton(tr("&Add Selected to Request")))
    , m_takeOut(new QPushButton(tr("&Take Selected Out of Request")))
    , m_timer(new QTimer(this))
{
    setWindowTitle(tr("Requested, Granted, Needed"));
    m_table->setAccessibleName(tr("Compared scopes"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ComparisonModel::FollowsColumn, QHeaderView::Stretch);
    m_add->setAccessibleName(tr("Add Selected to Request"));
    m_takeOut->setAccessibleName(tr("Take Selected Out of Request"));
    layOut();
    wire();
    compareAgain();
    const int line = fontMetrics().height();
    resize(52 * line, 34 * line);
}

ComparisonDialog::Source ComparisonDialog::makeSource(const QString& name, const QString& placeholder)
{
    Source source;
    source.text = new InspectedText(m_workspace, this);
    source.edit = new InspectEdit(this);
    source.note = new NoteLabel(this);
    source.edit->setAccessibleName(name);
    source.edit->setPlaceholderText(placeholder);
    source.edit->setMinimumHeight(4 * fontMetrics().height());
    source.edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // the comparison has the room
    connect(source.edit, &InspectEdit::typed, source.text,
        [text = source.text](int position, int removed, const QString& added) { text->replace(position, removed, added, true); });
    connect(
        source.edit, &InspectEdit::pasted, source.text, [text = source.text](int position, int removed, const QString& added) {
            text->replace(position, removed, added, false);
        });
    connect(source.edit, &InspectEdit::undoRequested, &source.text->undoStack(), &QUndoStack::undo);
    connect(source.edit, &InspectEdit::redoRequested, &source.text->undoStack(), &QUndoStack::redo);
    return source;
}

QWidget* ComparisonDialog::sourceBox(const Source& source, const QString& title)
{
    auto* const box = new QWidget(this);
    auto* const label = new QLabel(title);
    label->setBuddy(source.edit);
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(source.edit, 1);
    layout->addWidget(source.note);
    return box;
}

void ComparisonDialog::layOut()
{
    auto* const sources = new QHBoxLayout;
    sources->addWidget(sourceBox(m_granted, tr("&Granted by the user:")), 1);
    sources->addWidget(sourceBox(m_needed, tr("&Needed by your calls:")), 1);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_add, QDialogButtonBox::ActionRole);
    buttons->addButton(m_takeOut, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(sources, 1);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 3);
    layout->addWidget(m_stopped);
    layout->addWidget(buttons);
}

void ComparisonDialog::wire()
{
    // Many changes in a row are compared once.
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &ComparisonDialog::compareAgain);
    const auto later = [this] { m_timer->start(0); };
    connect(&m_workspace, &Workspace::selectionChanged, this, later);
    connect(&m_workspace, &Workspace::catalogChanged, this, later);
    for (const Source& source : {m_granted, m_needed}) {
        connect(source.text, &InspectedText::began, this, [source] { source.edit->setReadOnly(!source.text->isEditable()); });
        connect(source.text, &InspectedText::changed, this, [this, source] {
            showSource(source);
            compareAgain();
        });
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ComparisonDialog::showCurrent);
    connect(m_add, &QPushButton::clicked, this, &ComparisonDialog::addSelected);
    connect(m_takeOut, &QPushButton::clicked, this, &ComparisonDialog::takeSelectedOut);
}

void ComparisonDialog::setNeeded(const QStringList& scopes)
{
    if (scopes == m_neededByCalls)
        return;
    m_neededByCalls = scopes;
    showNeeded();
    compareAgain();
}

/// What is pasted, else what the ticked calls need.
std::optional<QStringList> ComparisonDialog::needed() const
{
    if (m_needed.text->isEmpty() && !m_neededByCalls.isEmpty())
        return m_neededByCalls;
    return scopesOf(m_needed);
}

void ComparisonDialog::showNeeded()
{
    if (!m_needed.text->isEmpty())
        return;
    m_needed.note->setNote(m_neededByCalls.isEmpty()
            ? QString()
            : tr("From the calls ticked in Endpoints: %1. What is pasted here counts instead.")
                  .arg(scopeCount(m_neededByCalls.size())));
}

void ComparisonDialog::showSource(const Source& source)
{
    source.edit->setShown(source.text->shown());
    source.edit->setReadOnly(!source.text->isEditable());
    const CheckedTextPointer& checked = source.text->checked();
    if (checked == nullptr || source.text->isEmpty()) {
        source.note->setNote({});
        return showNeeded();
    }
    const auto names = scopesOf(source);
    source.note->setNote(tr("%1: %2.").arg(titleOf(checked->inspection.kind),
        names ? scopeCount(names->size()) : tr("no scope was found, so this set is not known")));
}

/// Not known without a text, and where a text speaks of no scope. A token response without a scope grants none.
std::optional<QStringList> ComparisonDialog::scopesOf(const Source& source)
{
    const CheckedTextPointer& checked = source.text->checked();
    if (checked == nullptr || source.text->isEmpty())
        return {};
    QStringList names = checked->inspection.scopes();
    const PasteKind kind = checked->inspection.kind;
    if (names.isEmpty() && kind != PasteKind::TokenJson && kind != PasteKind::CallbackUrl)
        return {};
    return names;
}

void ComparisonDialog::compareAgain()
{
    ComparedSets sets;
    if (!m_workspace.selection().isEmpty())
        sets.requested = m_workspace.selection().names();
    sets.granted = scopesOf(m_granted);
    sets.needed = needed();
    Comparison comparison = compare(sets, m_workspace.catalog());
    const QString summary = summaryOf(comparison, sets);
    const QStringList chosen = selected();
    m_model->setComparison(std::move(comparison), m_workspace.catalogPointer());
    m_table->resizeRowsToContents();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (chosen.contains(m_model->index(row, 0).data(ComparisonModel::NameRole).toString()))
            m_table->selectionModel()->select(m_model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    if (summary != m_summary->note()) {
        m_summary->setNote(summary);
        QAccessibleEvent event(m_summary, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    showCurrent();
}

void ComparisonDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    m_table->resizeRowsToContents();
}

QStringList ComparisonDialog::selected() const
{
    QStringList names;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows())
        names += row.data(ComparisonModel::NameRole).toString();
    return names;
}

void ComparisonDialog::showCurrent()
{
    const QStringList names = selected();
    const auto isRequested = [this](const QString& name) { return m_workspace.selection().contains(name); };
    m_add->setEnabled(!std::all_of(names.begin(), names.end(), isRequested));
    m_takeOut->setEnabled(std::any_of(names.begin(), names.end(), isRequested));
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const QString stopped = rows.isEmpty() ? QString() : rows.first().data(ComparisonModel::StoppedRole).toString();
    m_stopped->setNote(
        stopped.isEmpty() ? QString() : tr("Without %1 these stop working:\n%2").arg(visibleText(names.first(), 100), stopped));
}

void ComparisonDialog::addSelected()
{
    const auto before = m_workspace.selection().size();
    m_workspace.addScopes(selected());
    Q_EMIT message(tr("Added %1 to the request.").arg(scopeCount(m_workspace.selection().size() - before)));
}

void ComparisonDialog::takeSelectedOut()
{
    const auto before = m_workspace.selection().size();
    m_workspace.removeScopes(selected());
    Q_EMIT message(
        tr("Took %1 out of the request; Undo brings it back.").arg(scopeCount(before - m_workspace.selection().size())));
}

} // namespace scopes
