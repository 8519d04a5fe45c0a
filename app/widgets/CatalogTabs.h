#pragma once

#include "analysis/CallPart.h"
#include "widgets/PlaceHistory.h"
#include "widgets/PlaceKeeper.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace scopes {

class CatalogPane;
class EndpointsPane;
class ScopesPane;
class Workspace;

/// What exists, from two sides: scopes, and the endpoints that need them. One search is for both. Remembers where the user has
/// been. The endpoints are made when they are first asked for.
class CatalogTabs : public QWidget
{
    Q_OBJECT

public:
    enum Tab { ScopesTab, EndpointsTab };

    /// Lives no longer than the workspace.
    explicit CatalogTabs(Workspace& workspace, QWidget* parent = nullptr);

    Tab tab() const;
    void showTab(Tab tab);

    ScopesPane& scopes() { return *m_scopes; }

    /// The search of the side that is shown, which stands wherever this is put. What is typed goes along to the other side.
    QWidget& searchRow() { return *m_searches; }

    /// Makes them if need be.
    EndpointsPane& endpoints();

    /// The pane that is shown.
    CatalogPane& pane();

    /// These two show the tab and the row, after clearing a search that hides it.
    void showScope(const QString& name);
    void showPart(const QString& name);

    /// From a scope to the calls and fields that need it, from a call or field to the scopes that it needs.
    void jumpAcross();

    /// Searches for the calls and fields that are documented to need the scope of that name.
    void showCallsOf(const QString& name);

    void goBack();
    void goForward();

    /// Tells of the current row again.
    void announceCurrent();

    /// Around a change of the catalog: rows that both catalogs have stay current, selected and where they are.
    void rememberPlaces();
    void restorePlaces();

    /// Puts a widget at the end of the row of tabs.
    void setCorner(QWidget* widget);

Q_SIGNALS:
    void tabChanged(int tab);
    void endpointsMade();
    /// noId where there is none.
    void scopeChanged(int scopeId, int topicId);
    /// endpoint is noId where there is none.
    void partChanged(const scopes::CallPart& part);
    void detailsRequested();
    void message(const QString& text);

private:
    Place currentPlace(Tab tab);
    void goTo(const std::optional<Place>& place, const QString& otherwise);
    void onTabChanged(int index);
    void jumpToCalls();
    void jumpToScopes();
    void search(Tab tab, const QString& query);
    void addPane(CatalogPane& pane);
    void takeSearchAlong();

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QWidget* m_searches; ///< the panes' search rows, of which one is shown
    QTabBar* m_bar;
    QStackedWidget* m_panes;
    ScopesPane* m_scopes;
    EndpointsPane* m_endpoints = nullptr;
    PlaceHistory m_history;
    QHBoxLayout* m_top; ///< the tabs and what stands beside them
    PlaceKeeper* m_placeInScopes = nullptr;
    PlaceKeeper* m_placeInEndpoints = nullptr; ///< null until there is that side
    Tab m_last = ScopesTab;
    bool m_isTravelling = false; ///< through the history, which does not grow by it
};

} // namespace scopes
