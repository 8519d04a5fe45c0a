#include "widgets/FacetBar.h"

#include "models/ScopeColumns.h"
#include "models/ScopeTreeModel.h"

#include <QMenu>
#include <QToolButton>

namespace scopes {

FacetBar::FacetBar(ScopeTreeModel& model, QWidget* parent)
    : FacetMenus(parent)
    , m_model(model)
    , m_topic(addButton(tr("Topic"), tr("Show the scopes of one topic only."), [this](QMenu& menu) { fillTopics(menu); }))
    , m_show(addButton(tr("Show"), tr("Show only what is ticked or not, approved or obtained in some way."),
          [this](QMenu& menu) { fillShow(menu); }))
{
    connect(&model, &ScopeTreeModel::shownChanged, this, &FacetBar::updateButtons);
    updateButtons();
}

void FacetBar::add(QActionGroup& group, const QString& text, int count, const FacetChoice& choice)
{
    addChoice(group, text, count, choice == m_model.facets(), [this, choice] { m_model.setFacets(choice); });
}

void FacetBar::fillTopics(QMenu& menu)
{
    QActionGroup& group = *addGroup(menu, {});
    const FacetResult& result = m_model.facetResult();
    const ScopeCatalog& catalog = m_model.workspace().catalog();
    FacetChoice choice = m_model.facets();
    choice.topic.reset();
    add(group, tr("All topics"), result.topics.all, choice);
    menu.addSeparator();
    int listed = 0;
    for (TopicId topic = 0; topic < catalog.topicCount() && listed < mostChoices; ++topic) {
        const int count = result.ofTopic(topic);
        if (count == 0 && m_model.facets().topic != topic)
            continue;
        choice.topic = topic;
        add(group, toQString(catalog.topic(topic).name), count, choice);
        ++listed;
    }
    if (listed == mostChoices)
        menu.addAction(tr("For other topics type topic: in the search"))->setEnabled(false);
}

void FacetBar::fillShow(QMenu& menu)
{
    const FacetResult& result = m_model.facetResult();
    const ScopeCatalog& catalog = m_model.workspace().catalog();
    const FacetChoice now = m_model.facets();

    QActionGroup& ticked = *addGroup(menu, tr("Request"));
    FacetChoice choice = now;
    choice.ticked = Membership::All;
    add(ticked, tr("Ticked or not"), result.ticked.all, choice);
    choice.ticked = Membership::In;
    add(ticked, tr("Ticked"), result.ofTicked(true), choice);
    choice.ticked = Membership::Out;
    add(ticked, tr("Not ticked"), result.ofTicked(false), choice);

    QActionGroup& approvals = *addGroup(menu, tr("Approval"));
    choice = now;
    choice.approval.reset();
    add(approvals, tr("Any approval"), result.approvals.all, choice);
    for (LabelId approval = noId; approval < static_cast<int>(catalog.approvals().size()); ++approval) {
        choice.approval = approval;
        const QString text = approval == noId ? tr("unknown") : toQString(catalog.approval(approval));
        add(approvals, text, result.ofApproval(approval), choice);
    }

    fillApproved(menu);

    QActionGroup& obtained = *addGroup(menu, tr("Obtained by"));
    choice = now;
    choice.obtainedBy.reset();
    add(obtained, tr("Any way"), result.obtainedBy.all, choice);
    for (const ObtainedBy way : {ObtainedBy::UserAuthorization, ObtainedBy::ClientCredentials, ObtainedBy::Unknown}) {
        choice.obtainedBy = way;
        add(obtained, obtainedByText(way), result.of(way), choice);
    }
}

/// Only with an app profile is it known what is approved.
void FacetBar::fillApproved(QMenu& menu)
{
    const Workspace& workspace = m_model.workspace();
    if (workspace.approved() == nullptr)
        return;
    QActionGroup& approved = *addGroup(menu, tr("Approved for %1").arg(menuText(workspace.profile()->name)));
    FacetChoice choice = m_model.facets();
    choice.approved = Membership::All;
    add(approved, tr("Approved or not"), m_model.facetResult().approved.all, choice);
    choice.approved = Membership::In;
    add(approved, tr("Approved"), m_model.facetResult().ofApproved(true), choice);
    choice.approved = Membership::Out;
    add(approved, tr("Not approved"), m_model.facetResult().ofApproved(false), choice);
}

void FacetBar::updateButtons()
{
    const FacetChoice& now = m_model.facets();
    const ScopeCatalog& catalog = m_model.workspace().catalog();
    m_topic->setText(
        now.topic ? tr("Topic: %1").arg(menuText(toQString(catalog.topic(*now.topic).name)).left(20)) : tr("Topic: all"));
    QStringList shown;
    if (now.ticked != Membership::All)
        shown += now.ticked == Membership::In ? tr("ticked") : tr("not ticked");
    if (now.approval)
        shown += *now.approval == noId ? tr("approval unknown") : menuText(toQString(catalog.approval(*now.approval)));
    if (now.approved != Membership::All)
        shown += now.approved == Membership::In ? tr("approved for the app") : tr("not approved for the app");
    if (now.obtainedBy)
        shown += obtainedByText(*now.obtainedBy);
    m_show->setText(shown.isEmpty() ? tr("Show: all") : tr("Show: %1").arg(shown.join(u", "_s)));
}

} // namespace scopes
