#include "widgets/EndpointFacetBar.h"

#include "models/EndpointColumns.h"
#include "models/EndpointTreeModel.h"

#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString coverageChoice(Coverage coverage)
{
    switch (coverage) {
    case Coverage::Yes:
        return EndpointFacetBar::tr("covered");
    case Coverage::No:
        return EndpointFacetBar::tr("not covered");
    case Coverage::ByFields:
        return EndpointFacetBar::tr("decided by the fields");
    case Coverage::Unknown:
        break;
    }
    return EndpointFacetBar::tr("need unknown");
}

/// Else calls are listed under the provider's own groups.
bool hasProducts(const ScopeCatalog& catalog)
{
    const auto calls = catalog.endpoints();
    return std::any_of(calls.begin(), calls.end(), [](const Endpoint& call) { return call.product != noId; });
}

QString tokenChoice(TokenKind token)
{
    return token == TokenKind::Unknown ? EndpointFacetBar::tr("token unknown") : tokenText(token);
}

} // namespace

EndpointFacetBar::EndpointFacetBar(EndpointTreeModel& model, QWidget* parent)
    : FacetMenus(parent)
    , m_model(model)
    , m_heading(addButton(tr("Product"), tr("Show the calls of one product only, or of one group of the provider's."),
          [this](QMenu& menu) { fillHeadings(menu); }))
    , m_show(
          addButton(tr("Show Calls"), tr("Show only what is ticked or not, covered by the request or not, or takes some token."),
              [this](QMenu& menu) { fillShow(menu); }))
{
    connect(&model, &EndpointTreeModel::shownChanged, this, &EndpointFacetBar::updateButtons);
    updateButtons();
}

void EndpointFacetBar::add(QActionGroup& group, const QString& text, int count, const EndpointFacetChoice& choice)
{
    addChoice(group, text, count, choice == m_model.facets(), [this, choice] { m_model.setFacets(choice); });
}

void EndpointFacetBar::fillHeadings(QMenu& menu)
{
    const EndpointFacetResult& result = m_model.facetResult();
    const ScopeCatalog& catalog = m_model.workspace().catalog();
    QActionGroup& group = *addGroup(menu, {});
    EndpointFacetChoice choice = m_model.facets();
    choice.heading.reset();
    add(group, hasProducts(catalog) ? tr("All products") : tr("All groups"), result.headings.all, choice);
    menu.addSeparator();
    int listed = 0;
    const int headingCount = static_cast<int>(catalog.endpointHeadings().size());
    for (LabelId heading = noId; heading < headingCount && listed < mostChoices; ++heading) {
        const int count = result.ofHeading(heading);
        if (count == 0 && m_model.facets().heading != heading)
            continue;
        choice.heading = heading;
        add(group, heading == noId ? tr("unknown") : toQString(catalog.endpointHeading(heading)), count, choice);
        ++listed;
    }
    if (listed == mostChoices)
        menu.addAction(tr("For others type product: in the search"))->setEnabled(false);
}

void EndpointFacetBar::fillShow(QMenu& menu)
{
    const EndpointFacetResult& result = m_model.facetResult();
    const EndpointFacetChoice now = m_model.facets();

    QActionGroup* group = addGroup(menu, tr("Calls"));
    EndpointFacetChoice choice = now;
    choice.ticked = Membership::All;
    add(*group, tr("Ticked or not"), result.ticked.all, choice);
    choice.ticked = Membership::In;
    add(*group, tr("Ticked"), result.ofTicked(true), choice);
    choice.ticked = Membership::Out;
    add(*group, tr("Not ticked"), result.ofTicked(false), choice);

    group = addGroup(menu, tr("Covered by the request"));
    choice = now;
    choice.covered.reset();
    add(*group, tr("Covered or not"), result.covered.all, choice);
    for (const Coverage coverage : {Coverage::Yes, Coverage::No, Coverage::ByFields, Coverage::Unknown}) {
        choice.covered = coverage;
        add(*group, coverageChoice(coverage), result.of(coverage), choice);
    }

    group = addGroup(menu, tr("Takes"));
    choice = now;
    choice.token.reset();
    add(*group, tr("Any token"), result.tokens.all, choice);
    for (const TokenKind token :
        {TokenKind::UserAccessToken, TokenKind::ClientAccessToken, TokenKind::None, TokenKind::Unknown}) {
        choice.token = token;
        add(*group, tokenChoice(token), result.of(token), choice);
    }
}

void EndpointFacetBar::updateButtons()
{
    const EndpointFacetChoice& now = m_model.facets();
    const ScopeCatalog& catalog = m_model.workspace().catalog();
    QString heading = tr("all");
    if (now.heading)
        heading = *now.heading == noId ? tr("unknown") : menuText(toQString(catalog.endpointHeading(*now.heading))).left(20);
    m_heading->setText((hasProducts(catalog) ? tr("Product: %1") : tr("Group: %1")).arg(heading));
    QStringList shown;
    if (now.ticked != Membership::All)
        shown += now.ticked == Membership::In ? tr("ticked") : tr("not ticked");
    if (now.covered)
        shown += coverageChoice(*now.covered);
    if (now.token)
        shown += tokenChoice(*now.token);
    m_show->setText(shown.isEmpty() ? tr("Show: all") : tr("Show: %1").arg(shown.join(u", "_s)));
}

} // namespace scopes
