#include "widgets/ScopesPane.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/ScopeTreeModel.h"
#include "widgets/FacetBar.h"
#include "widgets/ScopeTreeView.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace scopes {

namespace {

QLabel* plainLabel(QWidget& parent)
{
    auto* const label = new QLabel(&parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ScopesPane::ScopesPane(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_model(new ScopeTreeModel(workspace, this))
    , m_search(new QLineEdit(this))
    , m_facets(new FacetBar(*m_model, this))
    , m_count(plainLabel(*this))
    , m_problems(plainLabel(*this))
    , m_pages(new QStackedWidget(this))
    , m_tree(new ScopeTreeView(*m_model, this))
{
    m_search->setAccessibleName(tr("Search scopes"));
    m_search->setPlaceholderText(tr("Search scopes, text, endpoints, fields"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(Query::longest);
    m_search->installEventFilter(this);
    m_search->setToolTip(tr(
        "All words must match. Also: \"a phrase\", -word, name:, topic:, product:, endpoint:, field:, is:ticked, is:unticked."));
    m_problems->setWordWrap(true);
    m_problems->hide();
    m_pages->addWidget(m_tree);
    m_pages->addWidget(makeEmptyPage());

    auto* const top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_facets);
    top->addWidget(m_count);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_problems);
    column->addWidget(m_pages, 1);

    connect(m_search, &QLineEdit::textChanged, m_model, &ScopeTreeModel::setQuery);
    connect(m_model, &ScopeTreeModel::shownChanged, this, [this] {
        showCount();
        showProblems();
    });
    connect(m_tree, &ScopeTreeView::currentRowChanged, this, &ScopesPane::currentChanged);
    connect(m_tree, &ScopeTreeView::detailsRequested, this, &ScopesPane::detailsRequested);
    connect(m_tree, &ScopeTreeView::message, this, &ScopesPane::message);
    showCount();
}

QWidget* ScopesPane::makeEmptyPage()
{
    auto* const page = new QWidget(m_pages);
    m_emptyText = plainLabel(*page);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    auto* const clear = new QPushButton(tr("C&lear the Search"), page);
    connect(clear, &QPushButton::clicked, this, [this] {
        clearFilters();
        m_search->setFocus();
    });
    auto* const column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(m_emptyText);
    column->addWidget(clear, 0, Qt::AlignCenter);
    column->addStretch();
    return page;
}

void ScopesPane::showCount()
{
    const int shown = m_model->shownCount();
    const int all = m_model->workspace().catalog().scopeCount();
    m_count->setText(partOf(shown, all));
    if (shown > 0) {
        m_pages->setCurrentIndex(0);
        return;
    }
    const QString typed = visibleText(m_search->text().trimmed(), 100);
    QString text = typed.isEmpty()
        ? tr("No scope is left by what is chosen under Topic and Show.")
        : tr("No scope matches ‘%1’ in name, topic, definition, user display, product, endpoints or fields.").arg(typed);
    if (!typed.isEmpty() && m_model->facets() != FacetChoice{})
        text += u' ' + tr("Topic and Show leave out scopes as well.");
    if (all == 0)
        text = tr("This catalog has no scopes.");
    m_emptyText->setText(text);
    m_pages->setCurrentIndex(1);
}

void ScopesPane::showProblems()
{
    QStringList lines;
    for (const QueryProblem& problem : m_model->queryProblems())
        lines += u"⚠ "_s + problem.message;
    const QString text = lines.join(u'\n');
    if (text == m_problems->text())
        return;
    m_problems->setText(text);
    m_problems->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent event(m_problems, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void ScopesPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ScopesPane::clearFilters()
{
    m_search->clear();
    m_model->setFacets({});
}

bool ScopesPane::stepBack()
{
    if (m_model->isFiltered() || !m_search->text().isEmpty()) {
        clearFilters();
        return true;
    }
    if (m_tree->hasFocus())
        return false;
    m_tree->setFocus(Qt::OtherFocusReason);
    return true;
}

void ScopesPane::tickShown()
{
    m_model->setTicked(m_model->shownScopes(), true);
}

void ScopesPane::untickShown()
{
    m_model->setTicked(m_model->shownScopes(), false);
}

void ScopesPane::invertShown()
{
    const auto shown = m_model->shownScopes();
    m_model->workspace().invert(shown);
    Q_EMIT message(tr("Inverted %1.").arg(scopeCount(static_cast<qsizetype>(shown.size()))));
}

void ScopesPane::copySelection()
{
    m_tree->copySelection();
}

void ScopesPane::expandAll()
{
    m_tree->openAll();
}

void ScopesPane::collapseAll()
{
    m_tree->closeAll();
}

void ScopesPane::sortAsInCatalog()
{
    m_tree->sortAsInCatalog();
}

void ScopesPane::setDifferencesMarked(bool on)
{
    m_model->setDifferencesMarked(on);
}

bool ScopesPane::areDifferencesMarked() const
{
    return m_model->areDifferencesMarked();
}

void ScopesPane::showScope(const QString& name)
{
    const ScopeId scope = m_model->workspace().catalog().find(name);
    if (scope == noId) {
        Q_EMIT message(tr("%1 is not documented in this catalog.").arg(visibleText(name, 100)));
        return;
    }
    if (!m_tree->showScope(scope)) {
        clearFilters();
        m_tree->showScope(scope);
    }
    m_tree->setFocus(Qt::OtherFocusReason);
}

QByteArray ScopesPane::saveHeader() const
{
    return m_tree->saveColumns();
}

void ScopesPane::restoreHeader(const QByteArray& state)
{
    m_tree->restoreColumns(state);
}

QStringList ScopesPane::collapsedTopics() const
{
    return m_tree->collapsedTopics();
}

void ScopesPane::setCollapsedTopics(const QStringList& ids)
{
    m_tree->setCollapsedTopics(ids);
}

bool ScopesPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool intoResults = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
        if (intoResults && m_model->shownCount() > 0) {
            if (!m_tree->currentIndex().isValid() || m_tree->currentIndex().parent() == QModelIndex())
                m_tree->goToFirstScope();
            m_tree->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace scopes
