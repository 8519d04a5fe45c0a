#include "widgets/EndpointsPane.h"

#include "document/VisibleText.h"
#include "models/EndpointTreeModel.h"
#include "widgets/CallIntake.h"
#include "widgets/CallNotes.h"
#include "widgets/EndpointFacetBar.h"
#include "widgets/EndpointTreeView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>

namespace scopes {

using namespace Qt::StringLiterals;

EndpointsPane::EndpointsPane(Workspace& workspace, QWidget* parent)
    : CatalogPane(parent)
    , m_model(new EndpointTreeModel(workspace, this))
    , m_tree(new EndpointTreeView(*m_model, this))
    , m_intake(new CallIntake(workspace, this))
    , m_notes(new CallNotes(this))
{
    searchBox().setAccessibleName(tr("Search endpoints"));
    searchBox().setPlaceholderText(tr("Search calls, paths, fields, scopes; or paste a call"));
    begin(*m_model, *m_tree, new EndpointFacetBar(*m_model, this), m_notes);
    connect(m_model, &EndpointTreeModel::shownChanged, this, &EndpointsPane::showReading);
    connect(m_intake, &CallIntake::taken, this, &EndpointsPane::showTaken);
    connect(m_intake, &CallIntake::foundScopes, this, [this](const QString& text) {
        m_notes->dismiss();
        Q_EMIT foundScopes(text);
    });
    connect(m_intake, &CallIntake::began, this, [this](qsizetype length) {
        m_notes->showReading(tr("Looking for calls in a text of %1 characters…").arg(QLocale().toString(length)));
    });
    connect(m_notes, &CallNotes::stopRequested, m_intake, &CallIntake::stop);
    connect(&workspace, &Workspace::catalogChanged, m_notes, &CallNotes::dismiss);
    connect(m_tree, &EndpointTreeView::currentRowChanged, this, &EndpointsPane::currentChanged);
}

QString EndpointsPane::nothingFound(const QString& typed) const
{
    if (m_model->allCount() == 0)
        return tr("This catalog has no endpoints: which scopes its calls need is unknown.");
    QString text = typed.isEmpty()
        ? tr("No call is left by what is chosen under Product and Show.")
        : tr("No call matches ‘%1’ in name, address, product, fields or the scopes that it needs.").arg(typed);
    if (!typed.isEmpty() && m_model->facets() != EndpointFacetChoice{})
        text += u' ' + tr("Product and Show leave out calls as well.");
    return text;
}

void EndpointsPane::clearFilters()
{
    CatalogPane::clearFilters();
    m_model->setFacets({});
}

void EndpointsPane::takeCalls(const QString& text)
{
    m_intake->take(text);
}

bool EndpointsPane::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = watched == &searchBox() && event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste) && takePasted())
        return true;
    return CatalogPane::eventFilter(watched, event);
}

bool EndpointsPane::enterResults(int key)
{
    if ((key != Qt::Key_Return && key != Qt::Key_Enter) || m_model->reading().names.isEmpty())
        return CatalogPane::enterResults(key);
    const QString typed = searchBox().text();
    searchBox().clear();
    takeCalls(typed);
    return true;
}

/// True if the clipboard holds calls and no words to search for: those have no address and stand in one line.
bool EndpointsPane::takePasted()
{
    const QMimeData* const mime = QGuiApplication::clipboard()->mimeData();
    if (mime == nullptr || !mime->hasText())
        return false;
    const QString text = mime->text();
    if (!text.contains(u'/') && !text.trimmed().contains(u'\n'))
        return false;
    searchBox().clear();
    takeCalls(text);
    return true;
}

/// Tells of a call that is typed into the search.
void EndpointsPane::showReading()
{
    const CallReading& reading = m_model->reading();
    if (!reading.names.isEmpty())
        m_notes->show(tr("That is the call %1. Enter ticks it.").arg(reading.described), {});
    else if (m_isRead)
        m_notes->dismiss();
    m_isRead = !reading.names.isEmpty();
}

void EndpointsPane::showTaken(const CallReading& reading, qsizetype added)
{
    m_isRead = false;
    QString sentence = tr("No call was found in the text.");
    if (!reading.names.isEmpty()) {
        sentence = (added > 0 ? tr("Ticked %1: %2.") : tr("%1 is ticked already: %2."))
                       .arg(callCount(reading.calls, reading.choices), reading.described);
        showPart(reading.names.first());
    }
    QStringList unrecognised;
    for (const UnrecognisedCall& one : reading.unrecognised)
        unrecognised += u"%1 – %2"_s.arg(one.text, one.why);
    Q_EMIT message(sentence);
    if (unrecognised.size() == 1)
        sentence += u' ' + tr("One piece was not recognised:");
    else if (!unrecognised.isEmpty())
        sentence += u' ' + tr("%1 pieces were not recognised:").arg(QLocale().toString(unrecognised.size()));
    m_notes->show(sentence, unrecognised);
}

void EndpointsPane::tickShown()
{
    const std::vector<int> shown = m_model->shownCalls();
    if (!m_model->reading().names.isEmpty())
        takeCalls(searchBox().text());
    else
        m_model->setTicked(shown, true);
}

void EndpointsPane::untickShown()
{
    m_model->setTicked(m_model->shownCalls(), false);
}

void EndpointsPane::invertShown()
{
    m_model->invert(m_model->shownCalls());
}

QString EndpointsPane::nameOf(int key) const
{
    return m_model->parts().name(key);
}

int EndpointsPane::keyOf(const QString& name) const
{
    return m_model->parts().find(name);
}

void EndpointsPane::showPart(const QString& name)
{
    const int part = m_model->parts().find(name);
    if (part < 0) {
        Q_EMIT message(tr("%1 is not documented in this catalog.").arg(visibleText(name, 100)));
        return;
    }
    if (!m_tree->showRow(part)) {
        clearFilters();
        m_tree->showRow(part);
    }
    m_tree->setFocus(Qt::OtherFocusReason);
}

QString EndpointsPane::currentName() const
{
    const int part = m_model->keyAt(m_tree->currentIndex());
    return part < 0 ? QString() : m_model->parts().name(part);
}

} // namespace scopes
