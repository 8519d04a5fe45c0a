#include "widgets/FindingsView.h"

#include "widgets/FindingDelegate.h"
#include "widgets/Icons.h"
#include "widgets/NoteLabel.h"
#include "widgets/RuleDialog.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>

#include <algorithm>

namespace scopes {

FindingsView::FindingsView(FindingsModel& model, const QString& name, Mnemonics mnemonics, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_icon(new QLabel)
    , m_summary(new NoteLabel)
    , m_list(new QListView)
    , m_preview(new NoteLabel)
    , m_buttons(new QWidget)
    , m_fix(new QPushButton(tr("Fi&x")))
    , m_fixAll(new QPushButton(tr("Fix All &Safe")))
    , m_why(new QPushButton(tr("&Why?…")))
{
    m_list->setAccessibleName(name);
    m_list->setModel(&model);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setWhatsThis(tr("What is wrong with the text, or worth knowing, in the order of the text. Each comes with what "
                            "follows from it; “Why?” tells the source and the rule."));
    m_fix->setAccessibleName(tr("Fix"));
    m_fixAll->setAccessibleName(tr("Fix All Safe"));
    setPlainToolTip(*m_fixAll, tr("Applies all fixes that cannot change what is asked for, as one step that can be undone."));
    m_why->setAccessibleName(tr("Why?"));
    for (QPushButton* const button : {m_fix, m_fixAll, m_why}) {
        if (mnemonics == Mnemonics::None)
            button->setText(button->text().remove(u'&'));
    }
    setShownLines(6);
    layOut();
    wire();
    showRows();
    hide();
}

void FindingsView::layOut()
{
    auto* const top = new QHBoxLayout;
    top->addWidget(m_icon, 0, Qt::AlignTop);
    top->addWidget(m_summary, 1);
    auto* const buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins({});
    buttons->addWidget(m_fix);
    buttons->addWidget(m_fixAll);
    buttons->addWidget(m_why);
    buttons->addStretch();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_preview);
    layout->addWidget(m_buttons);
}

void FindingsView::wire()
{
    connect(&m_model, &QAbstractItemModel::modelReset, this, &FindingsView::showRows);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &FindingsView::showCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_lastRow = std::max(currentRow(), 0);
        showCurrent();
        Q_EMIT currentChanged(currentRow());
    });
    connect(m_list, &QAbstractItemView::activated, this, &FindingsView::showRule);
    connect(m_fix, &QPushButton::clicked, this, [this] { Q_EMIT fixRequested(currentRow()); });
    connect(m_fixAll, &QPushButton::clicked, this, &FindingsView::fixAllRequested);
    connect(m_why, &QPushButton::clicked, this, &FindingsView::showRule);
}

void FindingsView::setShownLines(int lines)
{
    m_list->setMinimumHeight(lines * m_list->fontMetrics().height());
}

void FindingsView::offerForRequest(std::function<bool(int row)> isNoted)
{
    m_isNoted = std::move(isNoted);
    // The request needs the room more than an empty half of this list.
    constexpr int mostLines = 7;
    m_list->setMaximumHeight(mostLines * m_list->fontMetrics().height());
    m_requestButtons = new QWidget;
    m_takeOut = new QPushButton(tr("Ta&ke Out"));
    m_takeOut->setAccessibleName(tr("Take Out"));
    setPlainToolTip(*m_takeOut, tr("Takes the scope out of the request; it can be undone."));
    m_noteApplied = new QPushButton(tr("Note as &Applied For"));
    m_noteApplied->setAccessibleName(tr("Note as Applied For"));
    auto* const row = new QHBoxLayout(m_requestButtons);
    row->setContentsMargins({});
    row->addWidget(m_takeOut);
    row->addWidget(m_noteApplied);
    row->addStretch();
    layout()->addWidget(m_requestButtons);
    connect(m_takeOut, &QPushButton::clicked, this, [this] { Q_EMIT takeOutRequested(currentRow()); });
    connect(m_noteApplied, &QPushButton::clicked, this, [this] { Q_EMIT noteAppliedRequested(currentRow()); });
    showCurrent();
}

void FindingsView::showOffers(const QString& rule)
{
    if (m_requestButtons == nullptr)
        return;
    const bool isUnapproved = rule == QStringLiteral("not-approved");
    m_requestButtons->setVisible(isUnapproved || rule == QStringLiteral("unknown-scope"));
    m_noteApplied->setVisible(isUnapproved);
    const bool isNoted = isUnapproved && m_isNoted(currentRow());
    m_noteApplied->setEnabled(!isNoted);
    setPlainToolTip(*m_noteApplied,
        isNoted ? tr("It is noted in the app profile already that approval was asked for.")
                : tr("Notes in the app profile, and saves it, that approval of the scope was asked for."));
}

void FindingsView::setSummary(const QString& text)
{
    if (text == m_summary->note())
        return;
    m_summary->setNote(text);
    setVisible(!text.isEmpty());
    updateIcon();
    if (text.isEmpty())
        return;
    for (const auto kind : {QAccessible::NameChanged, QAccessible::Alert}) {
        QAccessibleEvent event(m_summary, kind);
        QAccessible::updateAccessibility(&event);
    }
}

/// A finding is always current, so that the buttons have one to act on: after a fix the one that followed.
void FindingsView::showRows()
{
    const bool hasRows = m_model.rowCount() > 0;
    m_list->setVisible(hasRows);
    m_buttons->setVisible(hasRows);
    m_fixAll->setEnabled(m_model.hasSafeFix());
    updateIcon();
    if (hasRows)
        m_list->setCurrentIndex(m_model.index(std::min(m_lastRow, m_model.rowCount() - 1)));
    showCurrent();
}

void FindingsView::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const QString fix = current.data(FindingsModel::FixRole).toString();
    m_fix->setEnabled(!fix.isEmpty());
    m_why->setEnabled(current.isValid());
    showOffers(current.data(FindingsModel::RuleRole).toString());
    setPlainToolTip(*m_fix, fix.isEmpty() ? tr("There is no one way to mend this.") : tr("%1; it can be undone.").arg(fix));
    QStringList notes;
    if (!fix.isEmpty())
        notes += tr("Fix: %1.\n%2").arg(fix, current.data(FindingsModel::PreviewRole).toString());
    const QString source = tr("Source: %1.").arg(current.data(FindingsModel::SourceRole).toString());
    const bool hasRoom = m_requestButtons == nullptr; // beside the request the list of scopes needs it more
    if (current.isValid() && hasRoom)
        notes += source;
    m_preview->setNote(notes.join(u'\n'));
    setPlainToolTip(*m_why, current.isValid() ? tr("Tells the rule with what to do. %1").arg(source) : QString());
}

void FindingsView::showRule()
{
    if (!m_list->currentIndex().isValid())
        return;
    auto* const dialog = new RuleDialog(m_list->currentIndex(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FindingsView::updateIcon()
{
    const bool hasErrors = m_model.count(Severity::Error) > 0;
    const bool hasWarnings = m_model.count(Severity::Warning) > 0;
    const int size = fontMetrics().height();
    m_icon->setPixmap(hasErrors ? themedIcon(QStringLiteral("dialog-error")).pixmap(size)
            : hasWarnings       ? themedIcon(QStringLiteral("dialog-warning")).pixmap(size)
                                : QPixmap());
    m_icon->setVisible(hasErrors || hasWarnings);
}

int FindingsView::currentRow() const
{
    return m_list->currentIndex().row();
}

void FindingsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

} // namespace scopes
