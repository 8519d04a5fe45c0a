#include "models/RowExport.h"
#include "widgets/AddScopeEdit.h"
#include "widgets/RequestListView.h"
#include "widgets/RequestPane.h"
#include "widgets/TextIntake.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

// What comes into the request from the clipboard and by drag and drop.
namespace scopes {

bool RequestPane::canPaste(const QMimeData* mime) const
{
    return holdsScopes(mime);
}

void RequestPane::paste()
{
    const QMimeData* const mime = QGuiApplication::clipboard()->mimeData();
    if (!canPaste(mime)) {
        say(tr("Nothing was pasted: the clipboard holds no text."));
        return;
    }
    pasteText(mime->hasText() ? mime->text() : RequestModel::scopesIn(*mime).join(u'\n'));
}

void RequestPane::pasteText(const QString& text, std::optional<int> row)
{
    if (!m_inspector || !m_inspector(text))
        m_intake->paste(text, row);
}

void RequestPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (!canPaste(event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void RequestPane::dropEvent(QDropEvent* event)
{
    if (!canPaste(event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // A row of the list that is dropped beside it stays.
    if (event->source() != m_list)
        takeData(*event->mimeData());
}

void RequestPane::takeData(const QMimeData& mime)
{
    if (!mime.hasFormat(QLatin1StringView(scopeNamesMimeType))) {
        const QString text = mime.text();
        QTimer::singleShot(0, this, [this, text] { pasteText(text); });
        return;
    }
    const int before = m_model->rowCount();
    m_workspace.addScopes(RequestModel::scopesIn(mime));
    Q_EMIT m_list->scopesDropped(m_model->rowCount() - before);
}

void RequestPane::showTaken(const QStringList& names, bool hasChanged, const QString& text)
{
    m_add->clear();
    m_list->showScope(names.last());
    showHint(hasChanged ? QString() : text);
    Q_EMIT message(text);
}

} // namespace scopes
