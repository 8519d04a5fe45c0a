#include "widgets/CatalogPane.h"

#include "document/VisibleText.h"
#include "models/CatalogTreeModel.h"
#include "models/CountText.h"
#include "widgets/CatalogTreeView.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

bool leadsIntoResults(int key)
{
    return key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
}

QLabel* plainLabel(QWidget& parent)
{
    auto* const label = new QLabel(&parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

CatalogPane::CatalogPane(QWidget* parent)
    : QWidget(parent)
    , m_row(new QWidget(this))
    , m_search(new QLineEdit(m_row))
    , m_count(plainLabel(*m_row))
    , m_problems(plainLabel(*m_row))
    , m_pages(new QStackedWidget(this))
    , m_emptyText(plainLabel(*this))
{
}

void CatalogPane::begin(CatalogTreeModel& model, CatalogTreeView& tree, QWidget* facets, QWidget* notes)
{
    m_model = &model;
    m_tree = &tree;
    // There is nothing to clear at the start, and the button's pictures take time.
    connect(
        m_search, &QLineEdit::textChanged, m_search, [this] { m_search->setClearButtonEnabled(true); }, Qt::SingleShotConnection);
    m_search->setMaxLength(Query::longest);
    m_search->installEventFilter(this);
    m_search->setToolTip(
        tr("All words must match. Also: \"a phrase\", -word, name:, topic:, product:, endpoint:, field:, is:ticked, "
           "is:unticked. name:=… asks for the whole name. A quote in a phrase is typed twice."));
    m_problems->setWordWrap(true);
    m_problems->hide();
    m_pages->addWidget(m_tree);
    m_pages->addWidget(makeEmptyPage());

    auto* const search = new QVBoxLayout(m_row);
    search->setContentsMargins(0, 0, 0, 0);
    auto* const top = new QHBoxLayout;
    search->addLayout(top);
    search->addWidget(m_problems);
    top->addWidget(m_search, 1);
    if (facets != nullptr)
        top->addWidget(facets);
    top->addWidget(m_count);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_row);
    if (notes != nullptr)
        column->addWidget(notes);
    column->addWidget(m_pages, 1);

    connect(m_search, &QLineEdit::textChanged, m_model, &CatalogTreeModel::setQuery);
    connect(m_model, &CatalogTreeModel::shownChanged, this, [this] {
        showCount();
        showProblems();
    });
    connect(m_model, &CatalogTreeModel::behindChanged, this, [this] {
        showCount();
        if (!m_model->isBehind() && m_search->hasFocus())
            enterResults(std::exchange(m_awaitedKey, 0));
    });
    const auto forgetKey = [this] { m_awaitedKey = 0; };
    connect(m_search, &QLineEdit::textChanged, this, forgetKey);
    connect(&m_model->workspace(), &Workspace::catalogAboutToChange, this, forgetKey);
    connect(m_tree, &CatalogTreeView::detailsRequested, this, &CatalogPane::detailsRequested);
    connect(m_tree, &CatalogTreeView::message, this, &CatalogPane::message);
    showCount();
}

QWidget* CatalogPane::makeEmptyPage()
{
    auto* const page = new QWidget(m_pages);
    m_emptyText->setParent(page);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_clear = new QPushButton(tr("C&lear the Search"), page);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clearFilters();
        m_search->setFocus();
    });
    auto* const column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(m_emptyText);
    column->addWidget(m_clear, 0, Qt::AlignCenter);
    column->addStretch();
    return page;
}

void CatalogPane::showCount()
{
    const int shown = m_model->shownCount();
    if (m_model->isBehind()) {
        m_count->setText(tr("Preparing the search…"));
        m_count->setToolTip(tr("The index of this large catalog is being made. What you search for is shown when it is there."));
    } else if (m_model->isSorting()) {
        m_count->setText(tr("Sorting…"));
        m_count->setToolTip(
            tr("The rows of this large catalog stay as they are until they are sorted. View > Catalog Order gives "
               "the sorting up."));
    } else {
        m_count->setText(partOf(shown, m_model->allCount()));
        m_count->setToolTip({});
    }
    if (shown == 0)
        m_emptyText->setText(nothingFound(visibleText(m_search->text().trimmed(), 100)));
    m_clear->setVisible(m_model->allCount() > 0 || !m_search->text().isEmpty());
    m_pages->setCurrentIndex(shown > 0 ? 0 : 1);
}

void CatalogPane::showProblems()
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

void CatalogPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CatalogPane::search(const QString& query)
{
    m_search->setText(query);
}

void CatalogPane::clearFilters()
{
    m_search->clear();
}

bool CatalogPane::stepBack()
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

void CatalogPane::copySelection()
{
    m_tree->copySelection();
}

void CatalogPane::expandAll()
{
    m_tree->openAll();
}

void CatalogPane::collapseAll()
{
    m_tree->closeAll();
}

void CatalogPane::sortAsInCatalog()
{
    m_tree->sortAsInCatalog();
}

QByteArray CatalogPane::saveHeader() const
{
    return m_tree->saveColumns();
}

void CatalogPane::restoreHeader(const QByteArray& state)
{
    m_tree->restoreColumns(state);
}

bool CatalogPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        m_awaitedKey = m_model->isBehind() && leadsIntoResults(key) ? key : 0;
        if (m_awaitedKey != 0 || enterResults(key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool CatalogPane::enterResults(int key)
{
    if (!leadsIntoResults(key) || m_model->shownCount() == 0)
        return false;
    if (!m_tree->currentIndex().isValid() || m_tree->currentIndex().parent() == QModelIndex())
        m_tree->goToFirstRow();
    m_tree->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace scopes
