#include "widgets/AddScopeEdit.h"

#include "models/CompletionModel.h"
#include "widgets/RequestDelegate.h"

#include <QCompleter>
#include <QListView>
#include <QTimer>

namespace scopes {

AddScopeEdit::AddScopeEdit(const Workspace& workspace, QWidget* parent)
    : QLineEdit(parent)
    , m_completions(new CompletionModel(workspace, this))
{
    setPlaceholderText(tr("Add a scope…"));
    setAccessibleName(tr("Add a scope"));
    setToolTip(tr("Name of a scope, or several in any format"));

    connect(this, &QLineEdit::textEdited, this, &AddScopeEdit::complete);
    connect(this, &QLineEdit::textChanged, this, &AddScopeEdit::keepDirection);
    connect(this, &QLineEdit::returnPressed, this, [this] { enter(text()); });
}

/// Completions are made when somebody comes to type: a window starts without them.
void AddScopeEdit::focusInEvent(QFocusEvent* event)
{
    if (completer() == nullptr)
        makeCompleter();
    QLineEdit::focusInEvent(event);
}

void AddScopeEdit::makeCompleter()
{
    auto* const popup = new QListView(this);
    popup->setResizeMode(QListView::Adjust);
    popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    popup->setAccessibleName(tr("Completions"));
    auto* const names = new QCompleter(m_completions, this);
    names->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    names->setPopup(popup);
    popup->setItemDelegate(new RequestDelegate(RequestDelegate::Button::None, popup));
    setCompleter(names);
    connect(names, qOverload<const QString&>(&QCompleter::activated), this, &AddScopeEdit::enter);
}

void AddScopeEdit::complete(const QString& typed)
{
    m_completions->setTyped(typed);
    if (completer() == nullptr)
        makeCompleter();
    // The popup measures its rows before it has its width.
    QWidget* const popup = completer()->popup();
    if (!popup->isVisible())
        popup->resize(width(), popup->height());
}

/// Enter tells what stands in the line first, and then, through the completer, the row that is current in the popup even if
/// nobody went there: the first counts. What counts is told when both are over, since the line edit takes the second as text.
void AddScopeEdit::enter(const QString& name)
{
    if (m_isEntering)
        return;
    m_isEntering = true;
    QTimer::singleShot(0, this, [this, name] {
        m_isEntering = false;
        if (completer() != nullptr)
            completer()->popup()->hide();
        Q_EMIT entered(name);
    });
}

/// Names run from left to right, what stands for none as the language does.
void AddScopeEdit::keepDirection()
{
    if (text().isEmpty())
        unsetLayoutDirection();
    else
        setLayoutDirection(Qt::LeftToRight);
}

} // namespace scopes
