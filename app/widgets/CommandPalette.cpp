#include "widgets/CommandPalette.h"

#include "models/PaletteModel.h"
#include "widgets/Actions.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace scopes {

namespace {

/// Draws a row's hint at its end; the text is elided before the hint is.
class HintDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const QString hint = index.data(PaletteModel::HintRole).toString();
        const int width = hint.isEmpty() ? 0 : row.fontMetrics.horizontalAdvance(hint) + 2 * gap(row);
        row.text = row.fontMetrics.elidedText(row.text, Qt::ElideMiddle, row.rect.width() - width - row.decorationSize.width());
        const QStyle* style = row.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        if (hint.isEmpty())
            return;
        const auto role = (row.state & QStyle::State_Selected) != 0 ? QPalette::HighlightedText : QPalette::Text;
        const QRect box = QStyle::visualRect(
            row.direction, row.rect, QRect(row.rect.right() - width, row.rect.top(), width - gap(row), row.rect.height()));
        style->drawItemText(painter, box, static_cast<int>(Qt::AlignVCenter | Qt::AlignRight), row.palette,
            (row.state & QStyle::State_Enabled) != 0, hint, role);
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(size.height(), option.fontMetrics.height() * 3 / 2)};
    }

private:
    static int gap(const QStyleOptionViewItem& row) { return row.fontMetrics.averageCharWidth(); }
};

/// The actions with those in their submenus, which are filled as if they were opened.
QList<PaletteAction> withSubmenus(const QList<QAction*>& actions)
{
    QList<PaletteAction> all;
    for (QAction* const action : actions) {
        auto* const menu = action->menu<QMenu*>();
        if (action->isSeparator())
            continue;
        if (menu == nullptr) {
            all.append({QString(), action});
            continue;
        }
        Q_EMIT menu->aboutToShow();
        for (QAction* const inner : menu->actions()) {
            if (!inner->isSeparator() && inner->menu<QMenu*>() == nullptr)
                all.append({withoutMnemonic(action->text()), inner});
        }
    }
    return all;
}

} // namespace

CommandPalette::CommandPalette(const Workspace& workspace, const QList<QAction*>& actions, QWidget& window)
    : QDialog(&window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_actions(actions)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_help(new QLabel(this))
    , m_model(new PaletteModel(workspace, this))
{
    setWindowTitle(tr("Command Palette"));
    m_edit->setPlaceholderText(tr("A few letters of an action or a scope"));
    m_edit->setAccessibleName(tr("Find an action or a scope"));
    m_edit->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HintDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Actions and scopes"));
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);

    // Without a window's frame, the edge must be seen on what is beneath.
    auto* frame = new QFrame(this);
    frame->setFrameStyle(static_cast<int>(QFrame::Box) | static_cast<int>(QFrame::Plain));
    auto* around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(frame);
    auto* layout = new QVBoxLayout(frame);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    layout->addWidget(m_help);
    connect(m_model, &PaletteModel::found, this, [this] {
        goToFirst();
        if (const auto toggle = std::exchange(m_awaitedChoice, {}))
            choose(*toggle);
    });
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_awaitedChoice.reset();
        m_model->setTyped(typed);
    });
    connect(this, &QDialog::finished, this, [this] { m_awaitedChoice.reset(); });
    connect(m_list, &QListView::clicked, this, [this] { choose(true); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::describeCurrent);
}

void CommandPalette::popUp()
{
    m_edit->clear();
    m_model->setActions(withSubmenus(m_actions));
    const QWidget* window = parentWidget();
    const int letter = fontMetrics().averageCharWidth();
    QRect box(0, 0, std::min(window->width() * 9 / 10, 80 * letter), std::min(window->height() * 7 / 10, 60 * letter));
    box.moveCenter(window->frameGeometry().center());
    box.moveTop(window->geometry().top() + (window->height() - box.height()) / 4);
    setGeometry(box.intersected(window->screen()->availableGeometry()));
    show();
    raise();
    activateWindow();
    m_edit->setFocus();
}

void CommandPalette::goToFirst()
{
    // Nothing is chosen that cannot be done.
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if ((index.flags() & Qt::ItemIsEnabled) != 0) {
            m_list->setCurrentIndex(index);
            break;
        }
    }
    describeCurrent();
}

void CommandPalette::describeCurrent()
{
    // The focus stays where the letters go: a screen reader hears of the current row through the edit's description.
    const QModelIndex current = m_list->currentIndex();
    const QString nothing = tr("No action and no scope has these letters. Type fewer of them, or Esc to go back.");
    m_edit->setAccessibleDescription(current.isValid() ? current.data(Qt::AccessibleTextRole).toString() : nothing);
    m_help->setText(
        m_model->rowCount() > 0 ? tr("Enter: do it, or tick the scope. Shift+Enter: only show the scope. Esc: back.") : nothing);
}

void CommandPalette::choose(bool toggle)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || (current.flags() & Qt::ItemIsEnabled) == 0)
        return;
    QAction* action = m_model->actionAt(current);
    const QString scope = m_model->scopeAt(current);
    accept();
    // Actions may open dialogs of their own: this one is gone by then.
    if (action != nullptr)
        QTimer::singleShot(0, action, &QAction::trigger);
    else
        Q_EMIT scopeChosen(scope, toggle);
}

/// The rows of a large catalog come after what is typed: what is chosen is of them.
void CommandPalette::chooseWhenFound(bool toggle)
{
    if (m_model->isBehind())
        m_awaitedChoice = toggle;
    else
        choose(toggle);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    auto* press = static_cast<QKeyEvent*>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
    switch (press->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, press);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseWhenFound((press->modifiers() & Qt::ShiftModifier) == 0);
        return true;
    default:
        return false;
    }
}

void CommandPalette::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow())
        reject();
}

} // namespace scopes

#include "CommandPalette.moc"
