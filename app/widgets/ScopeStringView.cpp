#include "widgets/ScopeStringView.h"

#include <QEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

namespace scopes {

namespace {

QFont fixedFont(const QFont& like)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (like.pointSizeF() > 0)
        font.setPointSizeF(like.pointSizeF());
    return font;
}

} // namespace

ScopeStringView::ScopeStringView(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setAccessibleName(tr("Scope string"));
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ScopeStringView::setString(const QString& text)
{
    if (m_string == text)
        return;
    m_string = text;
    useFixedFont();
    setPlainText(text);
}

/// The document has no-break spaces and line ends of its own; the string is taken at the same places.
QMimeData* ScopeStringView::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    const bool isSameLength = document()->characterCount() - 1 == m_string.size();
    auto* const mime = new QMimeData; // the caller owns it
    mime->setText(isSameLength ? m_string.mid(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart())
                               : cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n'));
    return mime;
}

/// What a read-only text cannot do is the window's: pasting, undoing.
bool ScopeStringView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event); // NOLINT(*-static-cast-downcast): its type tells
        for (const auto standard : {QKeySequence::Paste, QKeySequence::Undo, QKeySequence::Redo, QKeySequence::Delete}) {
            if (key->matches(standard)) {
                event->ignore();
                return true;
            }
        }
    }
    return QPlainTextEdit::event(event);
}

void ScopeStringView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange && m_hasFixedFont)
        setFont(fixedFont(parentWidget() != nullptr ? parentWidget()->font() : font()));
}

void ScopeStringView::useFixedFont()
{
    if (m_hasFixedFont)
        return;
    m_hasFixedFont = true;
    setFont(fixedFont(font()));
}

int ScopeStringView::heightOf(int lines) const
{
    const int margin = static_cast<int>(document()->documentMargin());
    return lines * fontMetrics().lineSpacing() + 2 * (margin + frameWidth());
}

QSize ScopeStringView::sizeHint() const
{
    return {16 * fontMetrics().averageCharWidth(), heightOf(4)};
}

QSize ScopeStringView::minimumSizeHint() const
{
    return {12 * fontMetrics().averageCharWidth(), heightOf(2)};
}

} // namespace scopes
