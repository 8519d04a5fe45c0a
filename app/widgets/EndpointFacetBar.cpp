#include "widgets/EndpointFacetBar.h"

#include "models/EndpointColumns.h"
#include "models/EndpointTreeModel.h"

#include <QMenu>
#include <QToolButton>

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

QString tokenChoice(TokenKind token)
{
    return token == TokenKind::Unknown ? EndpointFacetBar::tr("token unknown") : tokenText(token);
}

} // namespace

EndpointFacetBar::EndpointFacetBar(EndpointTreeModel& model, QWidget* parent)
    : FacetMenus(parent)
    , m_model(model)
    , m_product(addButton(tr("Product"), tr("Show the calls of one product only."), [this](QMenu& menu) { fillProducts(menu); }))
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

void EndpointFacetBar::fillProducts(QMenu& menu)
{
    const EndpointFacetResult& result = m_model.facetResult();
    const ScopeCatalog& catalog = m_model.workspace().catalog();
    QActionGroup& group = *addGroup(menu, {});
    EndpointFacetChoice choice = m_model.facets();
    choice.product.reset();
    add(group, tr("All products"), result.products.all, choice);
    menu.addSeparator();
    int listed = 0;
    for (LabelId product = noId; product < static_cast<int>(catalog.products().size()) && listed < mostChoices; ++product) {
        const int count = result.ofProduct(product);
        if (count == 0 && m_model.facets().product != product)
            continue;
        choice.product = product;
        add(group, product == noId ? tr("unknown") : toQString(catalog.product(product)), count, choice);
        ++listed;
    }
    if (listed == mostChoices)
        menu.addAction(tr("For other products type product: in the search"))->setEnabled(false);
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
    QString product = tr("all");
    if (now.product)
        product = *now.product == noId ? tr("unknown") : menuText(toQString(catalog.product(*now.product))).left(20);
    m_product->setText(tr("Product: %1").arg(product));
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
