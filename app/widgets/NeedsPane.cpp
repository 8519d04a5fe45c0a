#include "widgets/NeedsPane.h"

#include "models/CountText.h"
#include "models/NeedsModel.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"
#include "widgets/ScopeDelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QTreeView>

namespace scopes {

namespace {

/// Shorter searches show nothing: a button that flashes up helps nobody.
constexpr int quietFor = 300; // milliseconds

} // namespace

NeedsPane::NeedsPane(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_search(new NeedsSearch(workspace, this))
    , m_model(new NeedsModel(*m_search, this))
    , m_summary(new NoteLabel(this))
    , m_wish(new NamedComboBox(this))
    , m_request(new QPushButton(tr("R&equest These"), this))
    , m_stop(new QPushButton(tr("S&top"), this))
    , m_tree(new QTreeView(this))
{
    setWhatsThis(
        tr("These are the smallest sets of scopes that cover the ticked calls and fields, the best first: those with most "
           "scopes that are requested already, then with most that are approved, then with fewest texts for the user."));
    fillWishes();
    makeTree();
    setPlainToolTip(*m_request, tr("Makes the chosen set the request, in one step that Undo takes back."));
    setPlainToolTip(*m_stop, tr("Ends the search with the best set found so far."));
    m_stop->hide();

    auto* const bar = new QHBoxLayout;
    bar->addWidget(m_wish);
    bar->addStretch(1);
    bar->addWidget(m_stop);
    bar->addWidget(m_request);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    column->addWidget(m_tree, 1);
    column->addLayout(bar);

    connect(m_wish, &QComboBox::activated, this, [this](int row) { m_search->setWish(static_cast<NeedsSearch::Wish>(row)); });
    connect(m_request, &QPushButton::clicked, this, &NeedsPane::requestCurrent);
    connect(m_stop, &QPushButton::clicked, m_search, &NeedsSearch::stop);
    connect(m_search, &NeedsSearch::searching, this, &NeedsPane::showSearching);
    connect(m_search, &NeedsSearch::progressed, this, &NeedsPane::showProgress);
    connect(m_model, &QAbstractItemModel::modelReset, this, &NeedsPane::showAnswer);
    connect(&workspace, &Workspace::profileChanged, this, &NeedsPane::fillWishes);
    showAnswer();
}

void NeedsPane::fillWishes()
{
    const int chosen = std::max(m_wish->currentIndex(), 0);
    m_wish->clear();
    m_wish->addItems({tr("Fewest scopes"), tr("Keep what I request"), tr("Only approved")});
    m_wish->setAccessibleName(tr("Which sets"));
    const bool knowsApproved = m_workspace.approved() != nullptr;
    m_wish->setItemData(static_cast<int>(NeedsSearch::Wish::OnlyApproved),
        knowsApproved ? QVariant() : QVariant(tr("Choose an app profile first: without one it is not known what is approved.")),
        Qt::ToolTipRole);
    m_wish->setCurrentIndex(chosen);
}

void NeedsPane::makeTree()
{
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Needed scopes"));
    m_tree->setAccessibleDescription(
        tr("Sets of scopes that cover the ticked calls, the best first. Right shows why each scope is "
           "there; Enter on a scope or a call goes to it."));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setWordWrap(true);
    m_tree->setItemDelegate(new ScopeDelegate(*m_tree));
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionResizeMode(NeedsModel::WhatColumn, QHeaderView::Interactive);
    // Texts wrap at other places: the rows' heights must be asked for again.
    connect(m_tree->header(), &QHeaderView::sectionResized, m_tree, &QTreeView::doItemsLayout, Qt::QueuedConnection);
    connect(m_tree, &QTreeView::activated, this, &NeedsPane::activate);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &NeedsPane::updateButtons);
}

void NeedsPane::showAnswer()
{
    m_stop->hide();
    m_summary->setNote(m_model->summary());
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_tree->expand(m_model->index(row, 0));
    m_tree->setVisible(m_model->rowCount() > 0);
    const QModelIndex best = m_model->firstSet();
    if (best.isValid()) {
        m_tree->expand(best);
        m_tree->setCurrentIndex(best);
    }
    updateButtons();
    Q_EMIT answered();
}

QStringList NeedsPane::bestScopes() const
{
    return m_model->scopesAt(m_model->firstSet());
}

void NeedsPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Sets of scopes are what must be read whole; the reasons wrap.
    m_tree->header()->resizeSection(NeedsModel::WhatColumn, width() * 9 / 20);
}

void NeedsPane::showSearching()
{
    QTimer::singleShot(quietFor, this, [this] {
        if (!m_search->isSearching())
            return;
        if (m_summary->note().isEmpty())
            m_summary->setNote(tr("Looking for the smallest sets…"));
        m_stop->show();
    });
}

void NeedsPane::showProgress(int size, int lowerBound)
{
    if (m_stop->isHidden())
        return;
    m_summary->setNote(tr("Looking for the smallest sets… The best so far has %1, and none can have fewer than %2.")
                           .arg(scopeCount(size), QLocale().toString(lowerBound)));
}

void NeedsPane::updateButtons()
{
    m_request->setEnabled(!m_model->scopesAt(m_tree->currentIndex()).isEmpty());
}

void NeedsPane::activate(const QModelIndex& index)
{
    const QString name = index.data(NeedsModel::NameRole).toString();
    switch (index.data(NeedsModel::KindRole).toInt()) {
    case NeedsModel::ScopeOfSet:
        Q_EMIT scopeActivated(name);
        break;
    case NeedsModel::Part:
        Q_EMIT partActivated(name);
        break;
    case NeedsModel::Set:
        requestCurrent();
        break;
    default:
        break;
    }
}

void NeedsPane::requestCurrent()
{
    QStringList wanted = m_model->scopesAt(m_tree->currentIndex());
    if (wanted.isEmpty()) {
        Q_EMIT message(tr("No set of scopes is chosen. Tick calls in Endpoints first."));
        return;
    }
    // What is requested already stays in its order, the others follow in the catalog's.
    QStringList request;
    for (const QString& name : m_workspace.selection().names()) {
        if (wanted.removeOne(name))
            request += name;
    }
    request += wanted;
    const int before = m_workspace.undoStack().index();
    m_workspace.replaceScopes(request);
    Q_EMIT message(m_workspace.undoStack().index() == before
            ? tr("The request has just these scopes already.")
            : tr("The request has these %1 now; Undo takes that back.").arg(scopeCount(request.size())));
}

} // namespace scopes
