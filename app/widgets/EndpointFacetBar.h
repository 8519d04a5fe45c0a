#pragma once

#include "models/EndpointFacets.h"
#include "widgets/FacetMenus.h"

namespace scopes {

class EndpointTreeModel;

/// Narrows what the tree of calls shows: by product, and by what is ticked, what the request covers and which token is taken.
class EndpointFacetBar : public FacetMenus
{
    Q_OBJECT

public:
    explicit EndpointFacetBar(EndpointTreeModel& model, QWidget* parent = nullptr);

private:
    void fillHeadings(QMenu& menu);
    void fillShow(QMenu& menu);
    void updateButtons();
    void add(QActionGroup& group, const QString& text, int count, const EndpointFacetChoice& choice);

    EndpointTreeModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QToolButton* m_heading;
    QToolButton* m_show;
};

} // namespace scopes
