#include "widgets/ConsentSheet.h"

#include "document/VisibleText.h"
#include "models/ProviderNotes.h"
#include "widgets/ConsentDocument.h"
#include "widgets/ConsentPrint.h"
#include "widgets/FileDialogs.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTextEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostListed = 1000;
constexpr std::size_t mostCalls = 12;

QString chooseFile(QWidget& parent)
{
    QFileDialog dialog(&parent, ConsentSheet::tr("Save Consent Preview"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setNameFilters({ConsentSheet::tr("PDF document (*.pdf)"), ConsentSheet::tr("PNG picture (*.png)")});
    dialog.setDefaultSuffix(u"pdf"_s);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
        [&](const QString& filter) { dialog.setDefaultSuffix(filter.contains(u"png"_s) ? u"png"_s : u"pdf"_s); });
    dialog.selectFile(u"consent-preview"_s);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

/// Puts the names in, and keeps the choice if it is still there.
void fill(NamedComboBox& box, const QString& nothing, const QStringList& names)
{
    const QString chosen = box.currentData().toString();
    const QSignalBlocker blocker(&box);
    box.clear();
    box.addItem(nothing, QString());
    for (const QString& name : names.mid(0, mostListed))
        box.addItem(visibleText(name, 200), name);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

QString quotedLines(const QStringList& texts)
{
    QStringList quoted;
    for (const QString& text : texts)
        quoted += ConsentSheet::tr("“%1”").arg(text);
    return quoted.join(u' ');
}

} // namespace

ConsentSheet::ConsentSheet(const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_sheet(new QTextEdit)
    , m_refused(new NamedComboBox)
    , m_refusal(new NoteLabel)
    , m_more(new NamedComboBox)
    , m_addition(new NoteLabel)
    , m_hint(new NoteLabel)
    , m_copy(new QPushButton(tr("&Copy as Text")))
    , m_print(new QPushButton(tr("&Print…")))
    , m_save(new QPushButton(tr("&Save As…")))
    , m_timer(new QTimer(this))
    , m_chooser(chooseFile)
{
    setWindowTitle(tr("Consent Preview"));
    m_sheet->setReadOnly(true);
    m_sheet->setTabChangesFocus(true);
    m_sheet->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sheet->setAccessibleName(tr("What the user would read"));
    m_sheet->setMinimumHeight(9 * fontMetrics().lineSpacing());
    m_refused->setAccessibleName(tr("If the user refuses"));
    m_more->setAccessibleName(tr("With one more scope"));
    setPlainToolTip(*m_copy, tr("Copies the preview as plain text."));
    setPlainToolTip(*m_print, tr("Prints the preview."));
    setPlainToolTip(*m_save, tr("Saves the preview as a PDF document or a PNG picture."));
    layOut();
    wire();
}

void ConsentSheet::layOut()
{
    for (NamedComboBox* const box : {m_refused, m_more}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(20);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    auto* const form = new QFormLayout;
    const auto addRow = [&](const QString& text, QWidget* box) {
        auto* const label = new QLabel(text);
        label->setBuddy(box);
        form->addRow(label, box);
    };
    addRow(tr("If the user &refuses:"), m_refused);
    form->addRow(m_refusal);
    addRow(tr("With one &more scope:"), m_more);
    form->addRow(m_addition);
    auto* const close = new QPushButton(tr("C&lose"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const button : {m_copy, m_print, m_save}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    buttons->addWidget(close);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_sheet, 1);
    layout->addLayout(form);
    layout->addWidget(m_hint);
    layout->addLayout(buttons);
    const int line = fontMetrics().height();
    resize(32 * line, 28 * line);
}

void ConsentSheet::wire()
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &ConsentSheet::refresh);
    const auto later = [this] {
        if (isVisible())
            m_timer->start(0);
    };
    connect(&m_workspace, &Workspace::selectionChanged, this, later);
    connect(&m_workspace, &Workspace::catalogChanged, this, later);
    connect(m_refused, &QComboBox::currentIndexChanged, this, &ConsentSheet::showRefusal);
    connect(m_more, &QComboBox::currentIndexChanged, this, &ConsentSheet::showAddition);
    connect(m_copy, &QPushButton::clicked, this, &ConsentSheet::copyText);
    connect(m_print, &QPushButton::clicked, this, &ConsentSheet::print);
    connect(m_save, &QPushButton::clicked, this, &ConsentSheet::save);
}

void ConsentSheet::showEvent(QShowEvent* event)
{
    refresh();
    QDialog::showEvent(event);
}

void ConsentSheet::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible())
        m_timer->start(0);
}

void ConsentSheet::refresh()
{
    m_preview = consentPreview(m_workspace.catalog(), m_workspace.selection().names());
    writeConsent(*m_sheet->document(), m_preview, m_workspace.catalog(), font());
    m_sheet->setTextCursor(QTextCursor(m_sheet->document()));
    m_hint->setNote({});
    fillBoxes();
    showRefusal();
    showAddition();
}

void ConsentSheet::fillBoxes()
{
    QStringList asked;
    for (const ConsentGroup& group : m_preview.groups) {
        for (const ConsentLine& line : group.lines)
            asked += line.scopes;
    }
    fill(*m_refused, asked.isEmpty() ? tr("Nothing to refuse") : tr("Choose a scope"), asked);
    QStringList others;
    for (const Scope& scope : m_workspace.catalog().scopes()) {
        const QString name = toQString(scope.name);
        if (others.size() < mostListed && !m_workspace.selection().contains(name))
            others += name;
    }
    fill(*m_more, others.isEmpty() ? tr("All are requested") : tr("Choose a scope"), others);
}

void ConsentSheet::showRefusal()
{
    const QString scope = m_refused->currentData().toString();
    QString text;
    // What the provider says of it stands there once a scope is chosen: which ones can be refused is not documented for each.
    if (!scope.isEmpty()) {
        const ScopeCatalog& catalog = m_workspace.catalog();
        const auto stopped = stoppedByRefusing(catalog, m_workspace.selection().names(), scope);
        QStringList calls;
        for (std::size_t i = 0; i < std::min(mostCalls, stopped.size()); ++i)
            calls += stopped[i].describe(catalog);
        text = stopped.empty() ? tr("No documented call stops working.") : tr("This stops working: %1.").arg(calls.join(u"; "_s));
        if (stopped.size() > mostCalls)
            text += tr(" And %L1 more.").arg(stopped.size() - mostCalls);
        const Facts& facts = catalog.provider().partialGrant;
        text += facts.empty() ? tr(" Whether it can be refused alone is not documented.")
                              : u' '
                + tr("%1 (Source: %2) Which scopes those are is not documented.")
                      .arg(visibleText(toQString(facts.front().text)), sourceText(catalog, facts.front().source));
    }
    m_refusal->setNote(text);
}

void ConsentSheet::showAddition()
{
    const QString scope = m_more->currentData().toString();
    QString text;
    if (!scope.isEmpty()) {
        const QStringList before = m_workspace.selection().names();
        const ConsentChange change = consentChange(m_workspace.catalog(), before, before + QStringList{scope});
        text = change.added.isEmpty() ? tr("The user would read no other line than now.")
                                      : tr("The user would also read: %1").arg(quotedLines(change.added));
        if (!change.removed.isEmpty())
            text += u' ' + tr("No longer: %1").arg(quotedLines(change.removed));
    }
    m_addition->setNote(text);
}

void ConsentSheet::copyText()
{
    QGuiApplication::clipboard()->setText(toText(m_preview, m_workspace.catalog()));
    m_hint->setNote(tr("Copied the preview as text."));
    Q_EMIT message(m_hint->note());
}

void ConsentSheet::print()
{
    if (printConsent(m_preview, m_workspace.catalog(), font(), *this)) {
        m_hint->setNote(tr("The preview went to the printer."));
        Q_EMIT message(m_hint->note());
    }
}

void ConsentSheet::save()
{
    const QString path = m_chooser(*this);
    if (path.isEmpty())
        return;
    const QString problem = saveConsent(path, m_preview, m_workspace.catalog(), font());
    if (!problem.isEmpty())
        return showProblem(*this, tr("The preview was not saved."), tr("%1: %2").arg(visibleText(path, 500), problem));
    m_hint->setNote(tr("Saved the preview to %1.").arg(visibleText(QFileInfo(path).fileName(), 200)));
    Q_EMIT message(m_hint->note());
}

} // namespace scopes
