#include "widgets/InspectPane.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/FindingsView.h"
#include "widgets/InspectEdit.h"
#include "widgets/InspectMarks.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int anyKind = -1;

QPushButton* button(const QString& text, const QString& help)
{
    auto* const made = new QPushButton(text);
    made->setAccessibleName(QString(text).remove(u'&'));
    setPlainToolTip(*made, help);
    return made;
}

} // namespace

InspectPane::InspectPane(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new InspectedText(workspace, this))
    , m_kind(new NamedComboBox)
    , m_evidence(new NoteLabel(this))
    , m_edit(new InspectEdit)
    , m_marks(new InspectMarks(m_edit->document()))
    , m_found(new NoteLabel(this))
    , m_findings(new FindingsView(m_text->findings(), tr("Findings of the inspected text"), FindingsView::Mnemonics::None))
    , m_partRow(new QWidget)
    , m_part(new QLabel)
    , m_earlier(button(tr("Earlier Part"), tr("Shows what stands before in the text.")))
    , m_later(button(tr("Later Part"), tr("Shows what stands behind in the text.")))
    , m_progressRow(new QWidget)
    , m_progress(new QProgressBar)
    , m_add(button(tr("Add to Re&quest"), tr("Adds the scopes that were found to the request.")))
    , m_replace(button(tr("Rep&lace Request"), tr("Takes the scopes that were found instead of those requested now.")))
    , m_copy(button(tr("Copy Repa&ired"), tr("Copies the text with all safe fixes. Secrets are masked in the copy too.")))
    , m_undo(button(tr("U&ndo Change"), tr("Takes the last change of the text back. A secret comes back masked.")))
    , m_clear(button(tr("Clea&r Text"), tr("Empties the field and forgets the text.")))
    , m_close(button(tr("Back &to Scopes"), tr("Shows the scopes again. The text stays until the program ends.")))
    , m_progressTimer(new QTimer(this))
{
    m_edit->setAccessibleName(tr("Text to inspect"));
    m_edit->setPlaceholderText(
        tr("Paste or type anything that holds scopes: an authorization URL, a callback, a token response, code, configuration, "
           "a log. Secrets are masked, and nothing is stored."));
    m_kind->setAccessibleName(tr("Read as"));
    setPlainToolTip(*m_kind, tr("What the text is taken for. Choose another kind if that is wrong."));
    m_found->setAccessibleDescription(tr("Scopes that were found"));
    m_progressRow->hide();
    fillKinds();
    layOut();
    wire();
    wireText();
    showChecked();
}

void InspectPane::layOut()
{
    auto* const progress = new QHBoxLayout(m_progressRow);
    progress->setContentsMargins({});
    m_progress->setAccessibleName(tr("Progress of the inspection"));
    progress->addWidget(m_progress, 1);
    auto* const cancel = button(tr("Cancel Inspection"), tr("Gives the inspection up and forgets the text."));
    connect(cancel, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT message(tr("The inspection was cancelled and the text forgotten."));
    });
    progress->addWidget(cancel);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(heading());
    layout->addWidget(m_edit, 3);
    layout->addWidget(parts());
    layout->addWidget(m_progressRow);
    layout->addWidget(m_evidence);
    layout->addWidget(m_found);
    layout->addLayout(buttons());
    layout->addWidget(m_findings);
}

QLayout* InspectPane::heading()
{
    auto* const row = new QHBoxLayout; // the layout that takes it owns it
    auto* const label = new QLabel(tr("Text rea&d as:"));
    label->setBuddy(m_kind);
    row->addWidget(label);
    row->addWidget(m_kind);
    row->addStretch();
    row->addWidget(m_undo);
    row->addWidget(m_clear);
    row->addWidget(m_close);
    return row;
}

QLayout* InspectPane::buttons()
{
    auto* const row = new QHBoxLayout; // the layout that takes it owns it
    row->addWidget(m_add);
    row->addWidget(m_replace);
    row->addWidget(m_copy);
    row->addStretch();
    return row;
}

void InspectPane::fillKinds()
{
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kind->addItem(tr("whatever it looks like"), anyKind);
    for (const PasteKind kind : pasteKinds()) {
        if (kind != PasteKind::Nothing)
            m_kind->addItem(titleOf(kind), static_cast<int>(kind));
    }
}

void InspectPane::wire()
{
    connect(m_kind, &QComboBox::activated, this, [this](int row) {
        const int kind = m_kind->itemData(row).toInt();
        m_text->setKind(kind == anyKind ? std::nullopt : std::optional(static_cast<PasteKind>(kind)));
    });
    connect(m_add, &QPushButton::clicked, this, &InspectPane::addToRequest);
    connect(m_replace, &QPushButton::clicked, this, &InspectPane::replaceRequest);
    connect(m_copy, &QPushButton::clicked, this, &InspectPane::copyRepaired);
    connect(m_clear, &QPushButton::clicked, this, &InspectPane::clear);
    connect(m_close, &QPushButton::clicked, this, &InspectPane::closeRequested);
    connect(m_findings, &FindingsView::fixRequested, m_text, &InspectedText::fix);
    connect(m_findings, &FindingsView::fixAllRequested, m_text, &InspectedText::fixAllSafe);
    connect(m_findings, &FindingsView::currentChanged, this, &InspectPane::showPlace);
}

void InspectPane::wireText()
{
    QUndoStack& stack = m_text->undoStack();
    connect(m_edit, &InspectEdit::typed, this,
        [this](int position, int removed, const QString& added) { m_text->replace(position, removed, added, true); });
    connect(m_edit, &InspectEdit::pasted, this, [this](int position, int removed, const QString& text) {
        if (removed == m_text->shown().size())
            m_text->setText(text);
        else
            m_text->replace(position, removed, text, false);
    });
    connect(m_edit, &InspectEdit::undoRequested, &stack, &QUndoStack::undo);
    connect(m_edit, &InspectEdit::redoRequested, &stack, &QUndoStack::redo);
    connect(m_undo, &QPushButton::clicked, &stack, &QUndoStack::undo);
    connect(&stack, &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(m_text, &InspectedText::changed, this, &InspectPane::showChecked);
    connect(m_text, &InspectedText::progressed, m_progress, &QProgressBar::setValue);
    constexpr int patience = 200; // milliseconds
    m_progressTimer->setSingleShot(true);
    m_progressTimer->setInterval(patience);
    connect(m_progressTimer, &QTimer::timeout, this, &InspectPane::showProgress);
    connect(m_text, &InspectedText::began, this, [this] {
        m_edit->setReadOnly(!m_text->isEditable());
        m_progressTimer->start();
    });
}

void InspectPane::inspect(const QString& text)
{
    m_text->setText(text);
}

void InspectPane::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void InspectPane::showProgress()
{
    m_progressRow->setVisible(m_text->isBehind());
}

void InspectPane::showChecked()
{
    m_progressTimer->stop();
    m_progressRow->hide();
    m_marks->forget();
    m_edit->setShown(m_text->shown());
    m_edit->setReadOnly(!m_text->isEditable());
    m_undo->setEnabled(m_text->undoStack().canUndo());
    m_clear->setEnabled(!m_text->isEmpty());
    m_copy->setEnabled(!m_text->isEmpty() && !m_text->isPart());
    showParts();
    showKind();
    showFound();
    if (auto* const box = qobject_cast<QBoxLayout*>(layout()))
        box->setStretchFactor(m_findings, m_text->findings().rowCount() > 0 ? 4 : 0);
    mark();
}

void InspectPane::showKind()
{
    const CheckedTextPointer& checked = m_text->checked();
    const bool isThere = checked != nullptr && !m_text->isEmpty();
    m_kind->setItemText(0, isThere && !m_text->kind() ? titleOf(checked->inspection.kind) : tr("whatever it looks like"));
    m_kind->setCurrentIndex(m_kind->findData(m_text->kind() ? static_cast<int>(*m_text->kind()) : anyKind));
    QStringList sentences;
    if (isThere)
        sentences += checked->inspection.evidence;
    if (isThere && !checked->inspection.layers.empty()) {
        QStringList layers;
        for (const Layer layer : checked->inspection.layers)
            layers += describe(layer);
        sentences += tr("Seen through: %1.").arg(layers.join(u", "_s));
    }
    if (m_text->isPart())
        sentences += tr("All of the text was inspected; a part of it is shown.");
    m_evidence->setNote(visibleText(sentences.join(u' ')));
}

void InspectPane::showFound()
{
    const CheckedTextPointer& checked = m_text->checked();
    const bool isThere = checked != nullptr && !m_text->isEmpty();
    const QStringList names = isThere ? checked->inspection.scopes() : QStringList();
    constexpr qsizetype listed = 600;
    m_found->setNote(!isThere ? QString()
            : names.isEmpty() ? tr("No scope was found in this text.")
                              : tr("Found %1: %2").arg(scopeCount(names.size()), visibleText(names.join(u", "_s), listed)));
    m_add->setEnabled(!names.isEmpty());
    m_replace->setEnabled(!names.isEmpty());
    m_findings->setSummary(!isThere                                 ? QString()
            : names.isEmpty() && m_text->findings().rowCount() == 0 ? QString()
                                                                    : summaryOf(m_text->findings()));
}

void InspectPane::addToRequest()
{
    const auto before = m_workspace.selection().size();
    m_workspace.addScopes(m_text->checked()->inspection.scopes());
    const auto added = m_workspace.selection().size() - before;
    Q_EMIT message(added == 0 ? tr("Nothing was added: all of it is requested already.")
                              : tr("Added %1 to the request.").arg(scopeCount(added)));
}

void InspectPane::replaceRequest()
{
    m_workspace.replaceScopes(m_text->checked()->inspection.scopes());
    Q_EMIT message(
        tr("Replaced the request: now %1. Undo brings the former back.").arg(scopeCount(m_workspace.selection().size())));
}

void InspectPane::copyRepaired()
{
    QGuiApplication::clipboard()->setText(m_text->repairedForOthers());
    const bool hasSecrets = m_text->checked() != nullptr && !m_text->checked()->inspection.secrets.empty();
    Q_EMIT message(hasSecrets ? tr("Copied the text with all safe fixes; its secrets are masked in the copy too.")
                              : tr("Copied the text with all safe fixes."));
}

void InspectPane::clear()
{
    m_text->cancel();
    focusText();
}

void InspectPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text != nullptr)
        mark();
}

} // namespace scopes
