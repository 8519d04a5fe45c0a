#include "widgets/FacetBar.h"

#include "document/VisibleText.h"
#include "models/ScopeColumns.h"
#include "models/ScopeTreeModel.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace scopes {

namespace {

/// A menu of more topics could not be read.
constexpr int mostTopics = 100;

QToolButton* menuButton(QWidget& parent, const QString& name, const QString& help)
{
    auto* const button = new QToolButton(&parent);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(help);
    button->setMenu(new QMenu(button));
    return button;
}

QString menuText(const QString& text)
{
    return visibleText(text, 80).replace(u'&', u"&&"_s);
}

} // namespace

FacetBar::FacetBar(ScopeTreeModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_topic(menuButton(*this, tr("Topic"), tr("Show the scopes of one topic only.")))
    , m_show(menuButton(*this, tr("Show"), tr("Show only what is ticked or not, approved or obtained in some way.")))
{
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_topic);
    row->addWidget(m_show);
    // Menus are made when they open: their counts are those of that moment.
    connect(m_topic->menu(), &QMenu::aboutToShow, this, &FacetBar::fillTopics);
    connect(m_show->menu(), &QMenu::aboutToShow, this, &FacetBar::fillShow);
    connect(&model, &ScopeTreeModel::shownChanged, this, &FacetBar::updateButtons);
    updateButtons();
}

void FacetBar::choose(const FacetChoice& choice)
{
    m_model.setFacets(choice);
}

void FacetBar::addChoice(QMenu& menu, QActionGroup& group, const QString& text, int count, const FacetChoice& choice)
{
    QAction* const action = menu.addAction(u"%1\t%2"_s.arg(menuText(text), QLocale().toString(count)));
    action->setCheckable(true);
    action->setChecked(choice == m_model.facets());
    action->setActionGroup(&group);
    connect(action, &QAction::triggered, this, [this, choice] { choose(choice); });
}

void FacetBar::fillTopics()
{
    QMenu& menu = *m_topic->menu();
    menu.clear();
    auto* const group = new QActionGroup(&menu);
    const FacetResult& result = m_model.facetResult();
    const ScopeCatalog& catalog = m_model.workspace().catalog();
    FacetChoice choice = m_model.facets();
    choice.topic.reset();
    addChoice(menu, *group, tr("All topics"), result.topics.all, choice);
    menu.addSeparator();
    int listed = 0;
    for (TopicId topic = 0; topic < catalog.topicCount() && listed < mostTopics; ++topic) {
        const int count = result.ofTopic(topic);
        if (count == 0 && m_model.facets().topic != topic)
            continue;
        choice.topic = topic;
        addChoice(menu, *group, toQString(catalog.topic(topic).name), count, choice);
        ++listed;
    }
    if (listed == mostTopics)
        menu.addAction(tr("For other topics type topic: in the search"))->setEnabled(false);
}

void FacetBar::fillShow()
{
    QMenu& menu = *m_show->menu();
    menu.clear();
    const FacetResult& result = m_model.facetResult();
    const ScopeCatalog& catalog = m_model.workspace().catalog();
    const FacetChoice now = m_model.facets();

    auto* const ticked = new QActionGroup(&menu);
    menu.addSection(tr("Request"));
    FacetChoice choice = now;
    choice.ticked = Membership::All;
    addChoice(menu, *ticked, tr("Ticked or not"), result.ticked.all, choice);
    choice.ticked = Membership::In;
    addChoice(menu, *ticked, tr("Ticked"), result.ofTicked(true), choice);
    choice.ticked = Membership::Out;
    addChoice(menu, *ticked, tr("Not ticked"), result.ofTicked(false), choice);

    auto* const approvals = new QActionGroup(&menu);
    menu.addSection(tr("Approval"));
    choice = now;
    choice.approval.reset();
    addChoice(menu, *approvals, tr("Any approval"), result.approvals.all, choice);
    for (LabelId approval = noId; approval < static_cast<int>(catalog.approvals().size()); ++approval) {
        choice.approval = approval;
        const QString text = approval == noId ? tr("unknown") : toQString(catalog.approval(approval));
        addChoice(menu, *approvals, text, result.ofApproval(approval), choice);
    }

    fillApproved(menu);

    auto* const obtained = new QActionGroup(&menu);
    menu.addSection(tr("Obtained by"));
    choice = now;
    choice.obtainedBy.reset();
    addChoice(menu, *obtained, tr("Any way"), result.obtainedBy.all, choice);
    for (const ObtainedBy way : {ObtainedBy::UserAuthorization, ObtainedBy::ClientCredentials, ObtainedBy::Unknown}) {
        choice.obtainedBy = way;
        addChoice(menu, *obtained, obtainedByText(way), result.of(way), choice);
    }
}

/// Only with an app profile is it known what is approved.
void FacetBar::fillApproved(QMenu& menu)
{
    const Workspace& workspace = m_model.workspace();
    if (workspace.approved() == nullptr)
        return;
    auto* const approved = new QActionGroup(&menu);
    menu.addSection(tr("Approved for %1").arg(menuText(workspace.profile()->name)));
    FacetChoice choice = m_model.facets();
    choice.approved = Membership::All;
    addChoice(menu, *approved, tr("Approved or not"), m_model.facetResult().approved.all, choice);
    choice.approved = Membership::In;
    addChoice(menu, *approved, tr("Approved"), m_model.facetResult().ofApproved(true), choice);
    choice.approved = Membership::Out;
    addChoice(menu, *approved, tr("Not approved"), m_model.facetResult().ofApproved(false), choice);
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
