#include "widgets/OverlayDialog.h"

#include "document/VisibleText.h"
#include "models/ProviderNotes.h"
#include "widgets/NoteLabel.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

using Part = OverlayConflict::Part;

OverlayDialog::OverlayDialog(OverlaySession& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_about(new NoteLabel(this))
    , m_list(new QTreeWidget)
    , m_edit(new QPushButton(tr("&Edit…")))
    , m_remove(new QPushButton(tr("&Take Out")))
    , m_copy(new QPushButton(tr("&Save a Copy…")))
    , m_merge(new QPushButton(tr("&Add Another’s…")))
{
    setWindowTitle(tr("Own Notes and Scopes"));
    layOut();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &OverlayDialog::check);
    connect(m_list, &QTreeWidget::itemActivated, this, &OverlayDialog::editCurrent);
    connect(m_edit, &QPushButton::clicked, this, &OverlayDialog::editCurrent);
    connect(m_remove, &QPushButton::clicked, this, &OverlayDialog::removeCurrent);
    connect(m_copy, &QPushButton::clicked, this, &OverlayDialog::copyRequested);
    connect(m_merge, &QPushButton::clicked, this, &OverlayDialog::mergeRequested);
    connect(&session, &OverlaySession::applied, this, &OverlayDialog::fill);
    connect(&session, &OverlaySession::taken, this, &OverlayDialog::fill);
    fill();
    const int line = fontMetrics().height();
    resize(46 * line, 24 * line);
}

void OverlayDialog::layOut()
{
    m_list->setAccessibleName(tr("Own notes, scopes and settings"));
    m_list->setHeaderLabels({tr("What"), tr("Scope or setting"), tr("Text"), tr("Date"), tr("In the catalog")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    for (const int column : {0, 1, 3, 4})
        m_list->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_edit->setAccessibleName(tr("Edit"));
    m_remove->setAccessibleName(tr("Take Out"));
    m_copy->setAccessibleName(tr("Save a Copy"));
    m_merge->setAccessibleName(tr("Add Another’s"));
    setPlainToolTip(*m_copy, tr("Saves the overlay to another file, for a colleague."));
    setPlainToolTip(*m_merge, tr("Adds what another’s overlay has; where the two differ you are asked."));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    for (QPushButton* const button : {m_edit, m_remove, m_copy, m_merge})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_about);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
}

void OverlayDialog::addRow(Part part, const QString& name, const QString& text, const QString& date, const QString& state)
{
    const QString what = part == Part::Note ? tr("Note") : part == Part::Scope ? tr("Own scope") : tr("Setting");
    QString title = name;
    for (const OverlaySetting& setting : overlaySettings()) {
        if (part == Part::Setting && setting.id == name)
            title = setting.name;
    }
    auto* const row =
        new QTreeWidgetItem(m_list, {what, visibleText(title, 200), visibleText(text, 300), visibleText(date, 20), state});
    row->setData(0, Qt::UserRole, static_cast<int>(part));
    row->setData(1, Qt::UserRole, name);
    row->setToolTip(2, toolTipText(visibleText(text, 2000, true)));
}

void OverlayDialog::fill()
{
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    const Overlay& overlay = m_session.overlay();
    const ScopeCatalog& base = *m_session.base();
    for (const auto& [name, note] : overlay.notes) {
        const bool isThere = base.find(name) != noId;
        const QString gone = overlay.scopes.contains(name) ? tr("own scope") : tr("not there");
        addRow(Part::Note, name, note.text, note.date, isThere ? tr("yes") : gone);
    }
    for (const auto& [name, scope] : overlay.scopes)
        addRow(Part::Scope, name, scope.definition, scope.date,
            base.find(name) == noId ? tr("own scope") : tr("documented meanwhile"));
    for (const auto& [id, setting] : overlay.settings)
        addRow(Part::Setting, id, id == "separator"_L1 ? separatorName(setting.text) : setting.text, setting.date, {});
    const QString place = visibleText(QDir::toNativeSeparators(m_session.path()), 300);
    m_about->setNote(!m_session.isReadable() ? tr("%1 cannot be read, so nothing can be changed until it is mended.").arg(place)
            : overlay.isEmpty()
            ? tr("You have added nothing to this catalog yet: write a note on a scope, or add a scope of your own. It "
                 "will be kept in %1.")
                  .arg(place)
            : tr("What you add to this catalog is kept in %1. An update of the catalog changes nothing here.").arg(place));
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(std::clamp(current, 0, m_list->topLevelItemCount() - 1)));
    check();
}

void OverlayDialog::check()
{
    const bool mayChange = m_list->currentItem() != nullptr && m_session.isReadable();
    m_edit->setEnabled(mayChange);
    m_remove->setEnabled(mayChange);
    m_copy->setEnabled(m_session.isReadable() && !m_session.overlay().isEmpty());
    m_merge->setEnabled(m_session.isReadable());
}

void OverlayDialog::editCurrent()
{
    const QTreeWidgetItem* const row = m_list->currentItem();
    if (row == nullptr || !m_session.isReadable())
        return;
    const QString name = row->data(1, Qt::UserRole).toString();
    switch (static_cast<Part>(row->data(0, Qt::UserRole).toInt())) {
    case Part::Note:
        Q_EMIT noteRequested(name);
        break;
    case Part::Scope:
        Q_EMIT scopeRequested(name);
        break;
    case Part::Setting:
        Q_EMIT settingsRequested();
        break;
    }
}

void OverlayDialog::removeCurrent()
{
    const QTreeWidgetItem* const row = m_list->currentItem();
    if (row == nullptr)
        return;
    const QString name = row->data(1, Qt::UserRole).toString();
    const QString title = row->text(1);
    const Overlay before = m_session.overlay();
    Overlay after = before;
    QString step;
    switch (static_cast<Part>(row->data(0, Qt::UserRole).toInt())) {
    case Part::Note:
        after.notes.erase(name);
        step = tr("Take Out the Note on %1").arg(title);
        break;
    case Part::Scope:
        after.scopes.erase(name);
        step = tr("Take Out Own Scope %1").arg(title);
        break;
    case Part::Setting:
        after.settings.erase(name);
        step = tr("Take Out Setting %1").arg(title);
        break;
    }
    // The rows are those of the open overlay at any time; where nothing can be changed that is told, and they stay.
    static_cast<void>(m_session.change(m_session.place(), before, after, step));
}

} // namespace scopes
