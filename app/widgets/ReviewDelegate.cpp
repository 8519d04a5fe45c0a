#include "widgets/ReviewDelegate.h"

#include "models/ReviewModel.h"
#include "widgets/Icons.h"

#include <QKeyEvent>
#include <QPlainTextEdit>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

QWidget* ReviewDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    auto* const editor = new QPlainTextEdit(parent);
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    editor->setAccessibleDescription(tr("Tab goes to the next text, Ctrl+Return ends, Esc gives up."));
    editor->setPlaceholderText(index.data(ReviewModel::HintRole).toString());
    return editor;
}

void ReviewDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* const edit = qobject_cast<QPlainTextEdit*>(editor); edit != nullptr && !edit->document()->isModified()) {
        edit->setPlainText(index.data(Qt::EditRole).toString());
        edit->moveCursor(QTextCursor::End);
    }
}

void ReviewDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    // What was only looked at stays as it is, also where it holds what an editor cannot show.
    if (const auto* const edit = qobject_cast<QPlainTextEdit*>(editor); edit != nullptr && edit->document()->isModified())
        model->setData(index, edit->toPlainText(), Qt::EditRole);
}

void ReviewDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    constexpr int leastLines = 4;
    const QRect viewport = editor->parentWidget()->rect();
    QRect place = option.rect;
    place.setHeight(std::max(place.height(), leastLines * option.fontMetrics.lineSpacing() + 12));
    if (place.bottom() > viewport.bottom())
        place.moveBottom(std::max(viewport.bottom(), place.height() - 1));
    editor->setGeometry(place);
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width(), std::min(hint.height() + 6, mostLines * option.fontMetrics.lineSpacing() + 6)};
}

void ReviewDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == ReviewModel::ScopeColumn) {
        // Rows that miss nothing keep the mark's place, so that the names stand below each other.
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = index.data(ReviewModel::IsCompleteRole).toBool() ? QIcon() : themedIcon(u"dialog-warning"_s);
        const int size = option->fontMetrics.height();
        option->decorationSize = {size, size};
        option->decorationAlignment = Qt::AlignTop | Qt::AlignLeading;
        option->text.replace(u'.', u".\u200B"_s); // where a long name may go on in the next line
    }
    if (option->text.isEmpty()) {
        option->text = index.data(ReviewModel::HintRole).toString();
        option->font.setItalic(true);
        QColor quiet = option->palette.color(QPalette::Text);
        quiet.setAlphaF(0.72F);
        option->palette.setColor(QPalette::Text, quiet);
    }
}

bool ReviewDelegate::eventFilter(QObject* object, QEvent* event)
{
    auto* const editor = qobject_cast<QPlainTextEdit*>(object);
    if (editor == nullptr || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QStyledItemDelegate::eventFilter(object, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool isReturn = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool ends = isReturn && key.modifiers().testFlag(Qt::ControlModifier);
    const bool goesOn = key.key() == Qt::Key_Tab && key.modifiers() == Qt::NoModifier;
    const bool goesBack = key.key() == Qt::Key_Backtab;
    if (!ends && !goesOn && !goesBack)
        return QStyledItemDelegate::eventFilter(object, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        end(*editor, goesOn ? EditNextItem : goesBack ? EditPreviousItem : SubmitModelCache);
    return true;
}

void ReviewDelegate::end(QWidget& editor, EndEditHint hint)
{
    Q_EMIT commitData(&editor);
    Q_EMIT closeEditor(&editor, hint);
}

} // namespace scopes
