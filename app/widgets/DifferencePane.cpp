#include "widgets/DifferencePane.h"

#include "document/VisibleText.h"
#include "models/CallParts.h"
#include "models/DifferenceModel.h"
#include "widgets/CatalogBox.h"
#include "widgets/DifferenceTreeView.h"
#include "widgets/NoteLabel.h"

#include <QAccessible>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// @p name: what it is called where it does not stand beside the comparison; empty: as its text.
QPushButton* button(const QString& text, const QString& help, const QString& name = {})
{
    auto* const made = new QPushButton(text);
    made->setAccessibleName(name.isEmpty() ? QString(text).remove(u'&') : name);
    setPlainToolTip(*made, help);
    return made;
}

QLabel* labelFor(QWidget& field, const QString& text)
{
    auto* const label = new QLabel(text);
    label->setBuddy(&field);
    return label;
}

QString changeCount(int count)
{
    return count == 1 ? DifferencePane::tr("1 change") : DifferencePane::tr("%1 changes").arg(QLocale().toString(count));
}

} // namespace

DifferencePane::DifferencePane(RequestSession& requests, CatalogSession& catalogs, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_requests(requests)
    , m_workspace(requests.workspace())
    , m_settings(settings)
    , m_comparison(new CatalogComparison(this))
    , m_writing(new LatestTask(this))
    , m_model(new DifferenceModel(this))
    , m_before(new CatalogBox(catalogs, settings))
    , m_swap(button(tr("Swap"), tr("Makes the former catalog the one compared with, and the other way round.")))
    , m_after(new CatalogBox(catalogs, settings))
    , m_close(button(tr("Clo&se"), tr("Gives the room back to the catalog. What was compared stays."), tr("Close Comparison")))
    , m_filter(new QLineEdit)
    , m_count(new QLabel)
    , m_copy(button(
          tr("Cop&y"), tr("Copies all that changed, and what it means, as a document in Markdown."), tr("Copy as Markdown")))
    , m_save(button(tr("S&ave…"), tr("Writes the same document in Markdown to a file."), tr("Save Markdown…")))
    , m_note(new NoteLabel(this))
    , m_progress(new QProgressBar)
    , m_cancel(button(tr("Cancel Comparison"), tr("Gives up reading and comparing the two catalogs.")))
    , m_again(button(tr("Compare Again"), tr("Reads both catalogs again where their files have changed, and compares them.")))
    , m_tree(new DifferenceTreeView(*m_model))
    , m_follow(new QTimer(this))
    , m_patience(new QTimer(this))
    , m_typing(new QTimer(this))
{
    setWhatsThis(tr("This is what changed from one catalog to another: what came and went, other texts with the words that "
                    "changed, what calls need, and what all that means for the open request and for recent ones. Enter goes to "
                    "the row in the catalog that is open."));
    m_before->setAccessibleName(tr("Catalog before"));
    m_after->setAccessibleName(tr("Catalog now"));
    m_filter->setAccessibleName(tr("Filter the differences"));
    m_filter->setPlaceholderText(tr("Filter by name or text"));
    m_filter->setClearButtonEnabled(true);
    m_count->setAccessibleName(tr("How much changed"));
    m_progress->setAccessibleName(tr("Progress of the comparison"));
    m_note->setAccessibleDescription(tr("State of the comparison"));
    m_after->choose(CatalogBox::openCatalog);
    m_before->choose(m_before->otherOfProvider());
    layOut();
    wire();
    showCompared();
}

DifferencePane::~DifferencePane() = default;

void DifferencePane::layOut()
{
    auto* const sides = new QHBoxLayout;
    sides->addWidget(labelFor(*m_before, tr("&Before:")));
    sides->addWidget(m_before, 1);
    sides->addWidget(m_swap);
    sides->addWidget(labelFor(*m_after, tr("&Now:")));
    sides->addWidget(m_after, 1);
    auto* const tools = new QHBoxLayout;
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_count);
    tools->addWidget(m_copy);
    tools->addWidget(m_save);
    tools->addWidget(m_close);
    auto* const state = new QHBoxLayout;
    state->addWidget(m_note, 1);
    state->addWidget(m_progress);
    state->addWidget(m_cancel);
    state->addWidget(m_again);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(sides);
    layout->addLayout(tools);
    layout->addLayout(state);
    layout->addWidget(m_tree, 1);
    layout->addStretch(); // while there is no tree
}

void DifferencePane::wire()
{
    constexpr int patience = 200; // milliseconds, as all long work
    constexpr int typing = 120; // milliseconds between keys
    for (QTimer* const timer : {m_follow, m_patience, m_typing})
        timer->setSingleShot(true);
    m_patience->setInterval(patience);
    m_typing->setInterval(typing);
    connect(m_follow, &QTimer::timeout, this, &DifferencePane::compare);
    connect(m_patience, &QTimer::timeout, this, &DifferencePane::showWaiting);
    connect(m_typing, &QTimer::timeout, this, &DifferencePane::applyFilter);
    connect(&m_workspace, &Workspace::catalogChanged, this, &DifferencePane::followSoon);
    connect(&m_workspace, &Workspace::selectionChanged, this, &DifferencePane::followSoon);
    connect(&m_workspace, &Workspace::callsChanged, this, &DifferencePane::followSoon);
    connect(&m_requests, &RequestSession::titleChanged, this, &DifferencePane::followSoon);
    for (CatalogBox* const box : {m_before, m_after})
        connect(box, &CatalogBox::changed, this, &DifferencePane::compare);
    // Behind what the tree connects, which shows the rows.
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_tree->openMost();
        showNote();
    });
    connect(
        m_comparison, &CatalogComparison::progressed, this, [this](double share) { m_progress->setValue(qRound(share * 100)); });
    connect(m_comparison, &CatalogComparison::finished, this, &DifferencePane::showCompared);
    connect(m_swap, &QPushButton::clicked, this, &DifferencePane::swapSides);
    connect(m_close, &QPushButton::clicked, this, &DifferencePane::closeRequested);
    connect(m_cancel, &QPushButton::clicked, this, &DifferencePane::cancel);
    connect(m_again, &QPushButton::clicked, this, &DifferencePane::compare);
    connect(m_copy, &QPushButton::clicked, this, &DifferencePane::copyMarkdown);
    connect(m_save, &QPushButton::clicked, this, &DifferencePane::saveMarkdown);
    connect(m_filter, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tree, &DifferenceTreeView::goToRequested, this, &DifferencePane::goTo);
    connect(m_tree, &DifferenceTreeView::copyRequested, this, &DifferencePane::copyRows);
}

void DifferencePane::setFileChooser(const std::function<QString()>& chooser)
{
    m_before->setFileChooser(chooser);
    m_after->setFileChooser(chooser);
}

void DifferencePane::begin()
{
    if (m_before->chosen().isEmpty())
        m_before->choose(m_before->otherOfProvider());
    m_before->setFocus(Qt::OtherFocusReason);
    m_isOpening = true;
    compare();
}

/// Many changes in a row are looked at once, and only while somebody sees it.
void DifferencePane::followSoon()
{
    if (isVisible())
        m_follow->start(0);
}

void DifferencePane::compare()
{
    m_follow->stop();
    m_isCancelled = false;
    m_before->fill();
    m_after->fill();
    const auto before = m_before->side();
    const auto after = m_after->side();
    if (!before || !after) {
        m_comparison->cancel();
        return showCompared();
    }
    m_progress->setValue(0);
    m_comparison->start(*before, *after, requests());
    if (!m_patience->isActive())
        m_patience->start();
}

/// The open request, then recent files; which of these are of the two catalogs is seen when they are read.
std::vector<RequestSide> DifferencePane::requests() const
{
    std::vector<RequestSide> sides{{tr("The open request, %1").arg(m_requests.title()), m_workspace.request(), {}}};
    for (const QString& path : m_settings.recentFiles()) {
        if (path != m_requests.path())
            sides.push_back({QDir::toNativeSeparators(path), {}, path});
    }
    return sides;
}

void DifferencePane::swapSides()
{
    const QString before = m_before->chosen();
    m_before->choose(m_after->chosen());
    m_after->choose(before);
    compare();
}

void DifferencePane::cancel()
{
    m_comparison->cancel();
    m_isCancelled = true;
    showCompared();
    m_again->setFocus(Qt::OtherFocusReason);
}

void DifferencePane::showWaiting()
{
    if (!m_comparison->isRunning())
        return;
    m_note->setNote(tr("Reading and comparing the two catalogs…"));
    m_progress->show();
    m_cancel->show();
    m_again->hide();
}

void DifferencePane::showCompared()
{
    m_patience->stop();
    if (m_comparison->isRunning())
        return;
    const ComparedCatalogsPointer& compared = m_comparison->compared();
    if (compared != nullptr && compared == m_shown) {
        m_model->setReports(m_comparison->reports());
    } else {
        m_shown = compared;
        m_model->setCompared(compared, m_comparison->reports());
        if (compared != nullptr && !compared->difference.isEmpty())
            Q_EMIT message(tr("Compared the two catalogs: %1.").arg(changeCount(m_model->allCount())));
    }
    showNote();
    if (std::exchange(m_isOpening, false) && m_before->hasFocus() && m_model->rowCount() > 0) {
        m_tree->setCurrentIndex(m_model->index(0, 0));
        m_tree->setFocus(Qt::OtherFocusReason);
    }
}

void DifferencePane::showNote()
{
    const bool failed = hasErrors(m_comparison->problems());
    const bool isThere = m_shown != nullptr;
    m_progress->hide();
    m_cancel->hide();
    m_again->setVisible(m_isCancelled || failed);
    m_swap->setEnabled(!m_before->chosen().isEmpty() || !m_after->chosen().isEmpty());
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_filter, m_copy, m_save})
        widget->setEnabled(isThere);
    m_tree->setVisible(m_model->rowCount() > 0);
    const int all = m_model->allCount();
    m_count->setText(!isThere            ? QString()
            : m_filter->text().isEmpty() ? changeCount(all)
                                         : tr("%1 of %2").arg(QLocale().toString(m_model->shownCount()), changeCount(all)));
    if (const QString note = noteText(); note != m_note->note()) {
        m_note->setNote(note);
        QAccessibleEvent event(m_note, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

/// What is to be said instead of the tree, or above it.
QString DifferencePane::noteText() const
{
    if (m_isCancelled)
        return tr("The comparison was cancelled.");
    if (hasErrors(m_comparison->problems())) {
        constexpr int shownAtOnce = 3;
        const QString name = QFileInfo(m_comparison->problemPath()).fileName();
        return tr("%1 cannot be compared. %2 Mend the file and compare again, or choose another one.")
            .arg(visibleText(name, 200),
                visibleText(toString(m_comparison->problems(), name, shownAtOnce).trimmed().replace(u'\n', u' '), 1500));
    }
    if (m_before->chosen().isEmpty() || m_after->chosen().isEmpty())
        return tr("Choose the catalog to compare with: a former state of the file, another date, or another file.");
    if (m_shown == nullptr)
        return {};
    if (m_shown->difference.isEmpty())
        return tr("The two catalogs are equal: they document the same scopes and calls, with the same texts and needs.");
    if (m_model->rowCount() == 0)
        return tr("Nothing that changed holds “%1”. Esc takes the filter away.").arg(visibleText(m_filter->text(), 100));
    if (m_shown->before->id() != m_shown->after->id())
        return tr("These are catalogs of different providers, “%1” and “%2”: most of it differs.")
            .arg(visibleText(m_shown->before->name(), 100), visibleText(m_shown->after->name(), 100));
    return {};
}

void DifferencePane::applyFilter()
{
    m_typing->stop();
    m_model->setFilter(m_filter->text().trimmed());
}

bool DifferencePane::clearFilter()
{
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    applyFilter();
    return true;
}

void DifferencePane::goTo(const QModelIndex& row)
{
    const ScopeCatalog& open = m_workspace.catalog();
    const QStringList names = row.data(DifferenceModel::ScopeNamesRole).toStringList();
    for (const QString& name : names) {
        if (open.isDocumented(name)) {
            Q_EMIT scopeActivated(name);
            return;
        }
    }
    const QString call = row.data(DifferenceModel::CallNameRole).toString();
    if (!call.isEmpty() && CallParts(open).find(call) != noId) {
        Q_EMIT partActivated(call);
        return;
    }
    Q_EMIT message(tr("%1 is not in the catalog that is open, %2.")
                       .arg(visibleText(names.isEmpty() ? call : names.join(tr(" or ")), 150), visibleText(open.name(), 100)));
}

} // namespace scopes
