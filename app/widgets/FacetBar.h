#pragma once

#include "search/Facets.h"
#include "widgets/FacetMenus.h"

namespace scopes {

class ScopeTreeModel;

/// Narrows what the tree of scopes shows: by topic, and by what is ticked, how it is approved and how it is obtained.
class FacetBar : public FacetMenus
{
    Q_OBJECT

public:
    explicit FacetBar(ScopeTreeModel& model, QWidget* parent = nullptr);

private:
    void fillTopics(QMenu& menu);
    void fillShow(QMenu& menu);
    void fillApproved(QMenu& menu);
    void updateButtons();
    void add(QActionGroup& group, const QString& text, int count, const FacetChoice& choice);

    ScopeTreeModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QToolButton* m_topic;
    QToolButton* m_show;
};

} // namespace scopes
