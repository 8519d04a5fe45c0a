#include "widgets/DetailsPane.h"

#include "document/VisibleText.h"
#include "widgets/DetailsWriter.h"
#include "workspace/Workspace.h"

#include <QDesktopServices>
#include <QEvent>
#include <QScrollBar>
#include <QUrl>

namespace scopes {

DetailsPane::DetailsPane(Workspace& workspace, QWidget* parent)
    : QTextBrowser(parent)
    , m_workspace(workspace)
{
    setAccessibleName(tr("Details"));
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, &DetailsPane::follow);
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl& link) {
        if (link.scheme() == u"https")
            Q_EMIT message(visibleText(link.toString(), 300));
    });
    connect(&workspace, &Workspace::selectionChanged, this, &DetailsPane::write);
    // Before the tree finds its row in the new catalog, which is then to be shown.
    connect(&workspace, &Workspace::catalogAboutToChange, this, &DetailsPane::showNothing);
    showNothing();
}

void DetailsPane::showScope(int scopeId)
{
    m_scope = scopeId;
    m_topic = noId;
    m_part = {};
    write();
    verticalScrollBar()->setValue(0);
}

void DetailsPane::showTopic(int topicId)
{
    m_scope = noId;
    m_topic = topicId;
    m_part = {};
    write();
    verticalScrollBar()->setValue(0);
}

void DetailsPane::showPart(const CallPart& part)
{
    m_scope = noId;
    m_topic = noId;
    m_part = part;
    write();
    verticalScrollBar()->setValue(0);
}

void DetailsPane::showNothing()
{
    m_scope = noId;
    m_topic = noId;
    m_part = {};
    write();
}

QString DetailsPane::scopeName() const
{
    return m_scope == noId ? QString() : toQString(m_workspace.catalog().scope(m_scope).name);
}

void DetailsPane::setDifferencesMarked(bool marked)
{
    m_differencesMarked = marked;
    write();
}

void DetailsPane::write()
{
    const int place = verticalScrollBar()->value();
    const ScopeCatalog& catalog = m_workspace.catalog();
    if (m_scope != noId)
        DetailsWriter(*document(), catalog, palette())
            .writeScope(m_scope, m_workspace.ticked().contains(m_scope), m_differencesMarked);
    else if (m_topic != noId)
        DetailsWriter(*document(), catalog, palette()).writeTopic(m_topic, m_workspace.tickedIn(m_topic));
    else if (m_part.endpoint != noId)
        DetailsWriter(*document(), catalog, palette()).writePart(m_part);
    else {
        // The text would take the look of what the cursor stood in: a link, perhaps.
        setCurrentCharFormat({});
        setPlainText(tr(
            "Choose a scope or a call above to see what it means to the developer and to the user, which calls and fields need "
            "it, and where each fact is from."));
    }
    verticalScrollBar()->setValue(place);
}

void DetailsPane::follow(const QUrl& link)
{
    if (link.scheme() == u"scope")
        Q_EMIT scopeRequested(link.path(QUrl::FullyDecoded));
    else if (link.scheme() == u"note")
        Q_EMIT noteRequested(link.path(QUrl::FullyDecoded));
    else if (link.scheme() == u"own")
        Q_EMIT ownScopeRequested(link.path(QUrl::FullyDecoded));
    else if (link.scheme() == u"call")
        Q_EMIT callRequested(link.path(QUrl::FullyDecoded));
    else if (link.scheme() == u"calls")
        Q_EMIT callsRequested(link.path(QUrl::FullyDecoded));
    else if (link.scheme() == u"https" && QDesktopServices::openUrl(link))
        Q_EMIT message(tr("Opened %1 in the browser.").arg(visibleText(link.toString(), 300)));
    else
        Q_EMIT message(
            tr("%1 could not be opened. Copy the address and open it in a browser.").arg(visibleText(link.toString(), 300)));
}

void DetailsPane::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    // The colours stand in the document.
    if (event->type() == QEvent::PaletteChange)
        write();
}

} // namespace scopes
