#pragma once

#include "search/Facets.h"

#include <QWidget>

class QActionGroup;
class QMenu;
class QToolButton;

namespace scopes {

class ScopeTreeModel;

/// Two buttons that narrow what the tree shows: by topic, and by what is ticked, how it is approved and how it is obtained.
/// Each choice says how many rows it would give.
class FacetBar : public QWidget
{
    Q_OBJECT

public:
    explicit FacetBar(ScopeTreeModel& model, QWidget* parent = nullptr);

private:
    void fillTopics();
    void fillShow();
    void fillApproved(QMenu& menu);
    void updateButtons();
    void choose(const FacetChoice& choice);
    void addChoice(QMenu& menu, QActionGroup& group, const QString& text, int count, const FacetChoice& choice);

    ScopeTreeModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QToolButton* m_topic;
    QToolButton* m_show;
};

} // namespace scopes
