#include "widgets/RequestListView.h"

#include "models/RowExport.h"
#include "widgets/NoteLabel.h"
#include "widgets/RequestDelegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSet>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

bool holdsScopes(const QMimeData* data)
{
    if (data == nullptr)
        return false;
    if (data->hasFormat(QLatin1StringView(scopeNamesMimeType)))
        return true;
    const auto urls = data->urls();
    return data->hasText() && std::none_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
}

RequestListView::RequestListView(RequestModel& model, QWidget* parent)
    : QListView(parent)
    , m_model(model)
    , m_placeholder(new NoteLabel(viewport()))
{
    setModel(&model);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed);
    setResizeMode(Adjust);
    setDragDropMode(DragDrop);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDefaultDropAction(Qt::MoveAction);

    auto* const delegate = new RequestDelegate(RequestDelegate::Button::Remove, this);
    setItemDelegate(delegate);
    // Queued: the row must not go while the view still handles the click on it.
    connect(delegate, &RequestDelegate::removeClicked, this, [this](const QModelIndex& index) {
        const QPersistentModelIndex row(index);
        QTimer::singleShot(0, this, [this, row] {
            if (row.isValid())
                m_model.removeAt({row.row()});
        });
    });
    connect(delegate, &RequestDelegate::renamed, this, [this](int row) { setCurrentIndex(m_model.index(row)); });
    connect(this, &QAbstractItemView::activated, this,
        [this](const QModelIndex& index) { Q_EMIT scopeActivated(index.data(ScopeName).toString()); });

    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_placeholder->setForegroundRole(QPalette::Text);
    auto* const layout = new QVBoxLayout(viewport());
    layout->addWidget(m_placeholder);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &RequestListView::remember);
    // Behind what setModel() connected: the selection clears itself after a reset.
    connect(&model, &QAbstractItemModel::modelReset, this, &RequestListView::restore);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RequestListView::adaptToRows);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RequestListView::adaptToRows);
    connect(&model, &QAbstractItemModel::modelReset, this, &RequestListView::adaptToRows);
    adaptToRows();
}

void RequestListView::remember()
{
    constexpr qsizetype mostRemembered = 1'000;
    m_before = {{}, currentIndex().data(ScopeName).toString(), currentIndex().row(), verticalScrollBar()->value()};
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        if (m_before.selected.size() < mostRemembered)
            m_before.selected += index.data(ScopeName).toString();
    }
}

/// Keeps selected and current what is still there, and the place that is scrolled to.
void RequestListView::restore()
{
    if (m_model.rowCount() == 0)
        return;
    const QSet<QString> selected(m_before.selected.begin(), m_before.selected.end());
    QModelIndex current;
    QItemSelection selection;
    for (int row = 0; row < m_model.rowCount() && (!selected.isEmpty() || !m_before.current.isEmpty()); ++row) {
        const QModelIndex index = m_model.index(row);
        const QString name = index.data(ScopeName).toString();
        if (name == m_before.current)
            current = index;
        if (selected.contains(name))
            selection.select(index, index);
    }
    // Where the current row is gone, the one that took its place is current.
    if (!current.isValid() && !m_before.current.isEmpty())
        current = m_model.index(std::clamp(m_before.row, 0, m_model.rowCount() - 1));
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(m_before.scrolled);
}

void RequestListView::setPlaceholder(const QString& text)
{
    m_placeholder->setNote(text);
    adaptToRows();
}

/// Measuring each row of a long list would take seconds.
void RequestListView::adaptToRows()
{
    constexpr int mostMeasured = 500;
    const int rows = m_model.rowCount();
    if (uniformItemSizes() != (rows > mostMeasured))
        setUniformItemSizes(rows > mostMeasured);
    m_placeholder->setVisible(rows == 0 && !m_placeholder->note().isEmpty());
    updateGeometry();
}

QSize RequestListView::sizeHint() const
{
    const int line = fontMetrics().height();
    return {14 * line, std::max(8 * line, minimumSizeHint().height())};
}

QSize RequestListView::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    int height = 3 * line + 2 * frameWidth();
    if (m_model.rowCount() == 0 && viewport()->width() > line)
        height = std::max(height, viewport()->layout()->heightForWidth(viewport()->width()) + 2 * frameWidth());
    return {8 * line, height};
}

void RequestListView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && m_model.rowCount() == 0)
        updateGeometry();
}

std::vector<int> RequestListView::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    return rows;
}

void RequestListView::removeSelected()
{
    const auto rows = selectedRows();
    if (rows.empty())
        return;
    const int first = *std::min_element(rows.begin(), rows.end());
    m_model.removeAt(rows);
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(std::min(first, m_model.rowCount() - 1)));
}

void RequestListView::moveSelectedUp()
{
    m_model.moveUp(selectedRows());
    scrollTo(currentIndex());
}

void RequestListView::moveSelectedDown()
{
    m_model.moveDown(selectedRows());
    scrollTo(currentIndex());
}

bool RequestListView::copySelected()
{
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        return false;
    QGuiApplication::clipboard()->setMimeData(m_model.mimeData(selected));
    return true;
}

void RequestListView::showScope(const QString& name)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        if (index.data(ScopeName).toString() == name) {
            setCurrentIndex(index);
            scrollTo(index);
            return;
        }
    }
}

void RequestListView::keyPressEvent(QKeyEvent* event)
{
    const bool isAlt = event->modifiers().testFlag(Qt::AltModifier);
    if (event->matches(QKeySequence::Delete) || event->key() == Qt::Key_Backspace)
        removeSelected();
    else if (isAlt && event->key() == Qt::Key_Up)
        moveSelectedUp();
    else if (isAlt && event->key() == Qt::Key_Down)
        moveSelectedDown();
    else if (event->matches(QKeySequence::Copy))
        copySelected();
    else
        QListView::keyPressEvent(event);
}

void RequestListView::contextMenuEvent(QContextMenuEvent* event)
{
    if (selectedRows().empty())
        return;
    QMenu menu(this);
    // The keys are shown, not set: the window's own actions have them.
    const auto add = [&](const QString& text, const QString& keys, auto does) {
        menu.addAction(text + u'\t' + keys, this, does);
    };
    const auto current = currentIndex();
    add(tr("&Show in the Catalog"), QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText),
        [this, current] { Q_EMIT activated(current); });
    add(tr("Re&name"), QKeySequence(Qt::Key_F2).toString(QKeySequence::NativeText), [this, current] { edit(current); });
    add(tr("&Copy Names"), QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText), [this] { copySelected(); });
    menu.addSeparator();
    add(tr("Move &Up"), QKeySequence(Qt::ALT | Qt::Key_Up).toString(QKeySequence::NativeText), [this] { moveSelectedUp(); });
    add(tr("Move &Down"), QKeySequence(Qt::ALT | Qt::Key_Down).toString(QKeySequence::NativeText),
        [this] { moveSelectedDown(); });
    menu.addSeparator();
    add(tr("&Remove"), QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText), [this] { removeSelected(); });
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    menu.exec(isByKey ? viewport()->mapToGlobal(visualRect(current).center()) : event->globalPos());
}

void RequestListView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!holdsScopes(event->mimeData())) {
        event->ignore();
        return;
    }
    QListView::dragEnterEvent(event);
}

void RequestListView::dragMoveEvent(QDragMoveEvent* event)
{
    if (!holdsScopes(event->mimeData())) {
        event->ignore();
        return;
    }
    QListView::dragMoveEvent(event);
    event->setDropAction(event->source() == this ? Qt::MoveAction : Qt::CopyAction);
    event->accept();
}

int RequestListView::dropRow(const QPoint& position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return m_model.rowCount();
    return index.row() + (position.y() > visualRect(index).center().y() ? 1 : 0);
}

void RequestListView::dropEvent(QDropEvent* event)
{
    if (holdsScopes(event->mimeData())) {
        event->setDropAction(event->source() == this ? Qt::MoveAction : Qt::CopyAction);
        event->accept();
        drop(*event, dropRow(event->position().toPoint()));
    } else {
        event->ignore();
    }
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
}

void RequestListView::drop(const QDropEvent& event, int row)
{
    if (event.source() == this) {
        m_model.moveBefore(selectedRows(), row);
        return;
    }
    if (!event.mimeData()->hasFormat(QLatin1StringView(scopeNamesMimeType))) {
        Q_EMIT textDropped(event.mimeData()->text(), row);
        return;
    }
    const int before = m_model.rowCount();
    m_model.dropMimeData(event.mimeData(), Qt::CopyAction, row, 0, {});
    Q_EMIT scopesDropped(m_model.rowCount() - before);
}

} // namespace scopes
