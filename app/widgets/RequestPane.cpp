#include "widgets/RequestPane.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/ProviderNotes.h"
#include "models/RequestCheck.h"
#include "models/ShownString.h"
#include "widgets/AddScopeEdit.h"
#include "widgets/FindingsView.h"
#include "widgets/FormatBox.h"
#include "widgets/Icons.h"
#include "widgets/NoteLabel.h"
#include "widgets/ProfileButton.h"
#include "widgets/RequestListView.h"
#include "widgets/ScopeStringView.h"
#include "widgets/TextIntake.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// Scrolls when it has less than its least height, not already when it has less than it would like.
class ScrolledContent : public QWidget
{
public:
    int heightForWidth(int width) const override { return layout()->minimumHeightForWidth(width); }
};

} // namespace

RequestPane::RequestPane(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
    , m_model(new RequestModel(workspace, this))
    , m_profile(new ProfileButton(workspace))
    , m_count(new QLabel)
    , m_list(new RequestListView(*m_model))
    , m_add(new AddScopeEdit(workspace))
    , m_hint(new NoteLabel)
    , m_format(new FormatBox(workspace))
    , m_string(new ScopeStringView)
    , m_stringNote(new NoteLabel)
    , m_copy(new QPushButton(tr("C&opy")))
    , m_paste(new QPushButton(tr("&Paste…")))
    , m_stringTimer(new QTimer(this))
    , m_intake(new TextIntake(workspace, this))
    , m_check(new RequestCheck(workspace, this))
    , m_findings(new FindingsView(m_check->findings(), tr("Findings of the request"), FindingsView::Mnemonics::Own))
{
    setAcceptDrops(true);
    m_list->setAccessibleName(tr("Request"));
    m_list->setPlaceholder(tr("Nothing is requested yet. Tick scopes at the left, type a name below, or paste a scope string."));
    m_copy->setAccessibleName(tr("Copy"));
    m_copy->setDefault(true);
    m_paste->setAccessibleName(tr("Paste"));
    setPlainToolTip(*m_paste, tr("Takes scopes from the clipboard: a list, a URL, JSON, code."));
    m_copy->setIcon(blankIcon(m_copy->iconSize()));
    m_paste->setIcon(blankIcon(m_paste->iconSize()));
    layOut();
    wire();
    m_findings->offerForRequest([this](int row) {
        const AppProfilePointer& profile = m_workspace.profile();
        const QStringList& scopes = m_check->findings().finding(row).scopes;
        return profile != nullptr && std::all_of(scopes.begin(), scopes.end(), [&](const QString& scope) {
            return profile->appliedFor.contains(scope);
        });
    });
    showCount();
    showString();
}

QMenu& RequestPane::profileMenu()
{
    return *m_profile->menu();
}

void RequestPane::layOut()
{
    auto* const heading = new QLabel(tr("Request"));
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_count->setTextFormat(Qt::PlainText);
    auto* const top = new QHBoxLayout;
    top->addWidget(heading);
    top->addWidget(m_profile);
    top->addStretch();
    top->addWidget(m_count);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_paste);
    buttons->addStretch();

    auto* const content = new ScrolledContent;
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(2, 0, 0, 0); // in line with what stands beside and above it
    layout->addLayout(top);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_add);
    layout->addWidget(m_hint);
    layout->addWidget(m_format);
    layout->addWidget(m_string, 1);
    layout->addWidget(m_stringNote);
    layout->addLayout(buttons);
    layout->addWidget(m_findings);

    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

QSize RequestPane::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), 0};
}

void RequestPane::wire()
{
    connect(m_list, &RequestListView::scopeActivated, this, &RequestPane::scopeActivated);
    connect(m_list, &RequestListView::scopesDropped, this, [this](int added) {
        say(added == 0 ? tr("Nothing was added: it is requested already.") : tr("Added %1.").arg(scopeCount(added)));
    });
    // Queued: a dialog must not open while another program waits for its drag to end.
    connect(
        m_list, &RequestListView::textDropped, this, [this](const QString& text, int row) { pasteText(text, row); },
        Qt::QueuedConnection);
    connect(m_add, &AddScopeEdit::entered, m_intake, &TextIntake::addTyped);
    connect(m_intake, &TextIntake::taken, this, &RequestPane::showTaken);
    connect(m_intake, &TextIntake::refused, this, &RequestPane::say);
    connect(m_add, &QLineEdit::textEdited, this, [this] { showHint({}); });
    connect(m_copy, &QPushButton::clicked, this, &RequestPane::copyString);
    connect(m_paste, &QPushButton::clicked, this, &RequestPane::paste);

    connect(m_check, &RequestCheck::changed, this, &RequestPane::showFindings);
    connect(m_findings, &FindingsView::fixRequested, m_check, &RequestCheck::fix);
    connect(m_findings, &FindingsView::fixAllRequested, m_check, &RequestCheck::fixAllSafe);

    const auto scopesOf = [this](int row) { return m_check->findings().finding(row).scopes; };
    connect(m_findings, &FindingsView::takeOutRequested, this, [this, scopesOf](int row) { takeOut(scopesOf(row)); });
    connect(m_findings, &FindingsView::noteAppliedRequested, this,
        [this, scopesOf](int row) { Q_EMIT noteAppliedRequested(scopesOf(row)); });

    // Many changes in a row are shown once.
    m_stringTimer->setSingleShot(true);
    connect(m_stringTimer, &QTimer::timeout, this, &RequestPane::showString);
    const auto later = [this] { m_stringTimer->start(0); };
    connect(&m_workspace, &Workspace::selectionChanged, this, later);
    connect(&m_workspace, &Workspace::selectionChanged, this, &RequestPane::showCount);
    connect(&m_workspace, &Workspace::formatChanged, this, later);
    connect(&m_workspace, &Workspace::catalogChanged, this, later);
}

void RequestPane::focusAdd()
{
    m_add->setFocus(Qt::ShortcutFocusReason);
    m_add->selectAll();
}

void RequestPane::copyString()
{
    if (m_workspace.selection().isEmpty()) {
        say(tr("Nothing is requested yet, so nothing was copied."));
        return;
    }
    const auto string = m_workspace.scopeString();
    if (!string) {
        say(tr("Nothing was copied. %1").arg(string.problem().message));
        return;
    }
    QGuiApplication::clipboard()->setText(string.value());
    showHint({});
    Q_EMIT message(copiedText(m_workspace.selection().size(), m_workspace.formatId()));
}

bool RequestPane::copySelected()
{
    return m_list->copySelected();
}

void RequestPane::removeSelected()
{
    m_list->removeSelected();
}

void RequestPane::moveSelectedUp()
{
    m_list->moveSelectedUp();
}

void RequestPane::moveSelectedDown()
{
    m_list->moveSelectedDown();
}

/// Tells what was not done: in the pane, where it is looked for, and to the window.
void RequestPane::say(const QString& text)
{
    showHint(text);
    Q_EMIT message(text);
}

void RequestPane::showHint(const QString& text)
{
    m_hint->setNote(text);
    m_add->setAccessibleDescription(text);
}

void RequestPane::showCount()
{
    showHint({});
    m_count->setText(scopeCount(m_workspace.selection().size()));
}

/// Without findings the room is the request's.
void RequestPane::showFindings()
{
    m_findings->setSummary(m_check->summary());
    if (auto* const box = qobject_cast<QBoxLayout*>(layout()))
        box->setStretchFactor(m_findings, m_check->findings().rowCount() > 0 ? 2 : 0);
}

void RequestPane::takeOut(const QStringList& scopes)
{
    m_workspace.removeScopes(scopes);
    Q_EMIT message(scopes.size() == 1
            ? tr("Took %1 out of the request; Undo brings it back.").arg(visibleText(scopes.first(), 60))
            : tr("Took %1 out of the request; Undo brings them back.").arg(scopeCount(scopes.size())));
}

void RequestPane::showString()
{
    const ShownString shown = shownString(m_workspace);
    m_string->setString(shown.text);
    m_string->setVisible(shown.problem.isEmpty());
    m_copy->setEnabled(shown.problem.isEmpty());
    setPlainToolTip(*m_copy, shown.problem.isEmpty() ? tr("Copies the scope string, exactly as shown.") : shown.problem);
    QString note = shown.problem;
    if (shown.isPart && note.isEmpty())
        note = tr("Only the beginning is shown; Copy takes all of it.");
    m_stringNote->setNote(note);
}

void RequestPane::takeIconsFromTheme()
{
    m_copy->setIcon(themedIcon(u"edit-copy"_s));
    m_paste->setIcon(themedIcon(u"edit-paste"_s));
}

void RequestPane::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    constexpr int fewLines = 32; // below, the buttons would be scrolled out of sight
    m_format->setBrief(viewport()->height() < fewLines * fontMetrics().height());
}

void RequestPane::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeIconsFromTheme();
}

} // namespace scopes
