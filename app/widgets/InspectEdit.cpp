#include "widgets/InspectEdit.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace scopes {

namespace {

/// How many units two texts have in common at their beginning, and behind that at their end.
std::pair<int, int> commonEnds(const QString& a, const QString& b)
{
    const auto start = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    qsizetype end = 0;
    while (end < std::min(a.size(), b.size()) - start && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    return {static_cast<int>(start), static_cast<int>(end)};
}

} // namespace

InspectEdit::InspectEdit(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font().pointSizeF() > 0)
        fixed.setPointSizeF(font().pointSizeF());
    setFont(fixed);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
    connect(this, &QPlainTextEdit::textChanged, this, &InspectEdit::tellChange);
}

QString InspectEdit::rawText() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void InspectEdit::setShown(const QString& text)
{
    if (text == m_text)
        return;
    const auto [start, end] = commonEnds(m_text, text);
    m_isShowing = true;
    QTextCursor cursor(document());
    cursor.setPosition(start);
    cursor.setPosition(static_cast<int>(m_text.size()) - end, QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(start, text.size() - start - end));
    m_isShowing = false;
    m_text = text;
}

void InspectEdit::showPlace(int position)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(position, 0, std::max(document()->characterCount() - 1, 0)));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void InspectEdit::tellChange()
{
    if (m_isShowing)
        return;
    const QString now = rawText();
    if (now == m_text)
        return;
    const auto [start, end] = commonEnds(m_text, now);
    const int removed = static_cast<int>(m_text.size()) - start - end;
    const QString added = now.mid(start, now.size() - start - end);
    m_text = now;
    Q_EMIT typed(start, removed, added);
}

bool InspectEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event); // NOLINT(*-static-cast-downcast): its type tells
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) || key->matches(QKeySequence::Paste)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void InspectEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        Q_EMIT undoRequested();
    else if (event->matches(QKeySequence::Redo))
        Q_EMIT redoRequested();
    else
        QPlainTextEdit::keyPressEvent(event);
}

bool InspectEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source != nullptr && source->hasText() && !source->hasUrls(); // files are the window's
}

void InspectEdit::insertFromMimeData(const QMimeData* source)
{
    if (!canInsertFromMimeData(source) || isReadOnly())
        return;
    const QTextCursor cursor = textCursor();
    Q_EMIT pasted(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart(), source->text());
}

} // namespace scopes
