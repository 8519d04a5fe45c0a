#include "document/VisibleText.h"
#include "models/ComparisonModel.h"
#include "models/CountText.h"
#include "models/ExportTables.h"
#include "models/RequestCheck.h"
#include "request/ShareLink.h"
#include "widgets/CatalogTabs.h"
#include "widgets/ComparisonDialog.h"
#include "widgets/EndpointsPane.h"
#include "widgets/ExportDialog.h"
#include "widgets/LinkDialog.h"
#include "widgets/MainWindow.h"
#include "widgets/RequestPane.h"
#include "widgets/ScopeTreeView.h"
#include "widgets/ScopesPane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

// What leaves the window for others, and what comes from them as a link.
namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// The columns that the tree shows, from left to right.
QStringList shownColumns(const QTreeView& tree)
{
    QStringList names;
    for (int visual = 0; visual < tree.header()->count(); ++visual) {
        const int column = tree.header()->logicalIndex(visual);
        if (!tree.isColumnHidden(column))
            names += scopeColumnName(column);
    }
    return names;
}

} // namespace

std::vector<ExportSource> MainWindow::exportSources()
{
    const QStringList columns = shownColumns(m_scopes->tree());
    std::vector<ExportSource> sources{
        {tr("The catalog"), [this] { return catalogTable(m_workspace.catalog()); }, columns},
        {tr("The scopes that the search shows"),
            [this] {
                return scopeTable(m_workspace.catalog(), m_scopes->model().shownScopes(),
                    tr("Some scopes of %1").arg(m_workspace.catalog().name()));
            },
            columns},
        {tr("The request"), [this] { return requestTable(m_workspace); }, columns},
    };
    if (const auto* const check = m_request->findChild<RequestCheck*>(); check != nullptr)
        sources.push_back({tr("The findings on the request"),
            [check] { return findingsTable(check->findings(), tr("Findings on the request")); }, {}});
    if (m_tabs->tab() == CatalogTabs::EndpointsTab)
        sources.push_back({tr("The calls that the search shows"), [this] { return callTable(m_tabs->endpoints().model()); }, {}});
    if (const auto* const comparison = m_comparison == nullptr ? nullptr : m_comparison->findChild<ComparisonModel*>();
        comparison != nullptr)
        sources.push_back({tr("The comparison"),
            [comparison] {
                return modelTable(*comparison, {u"scope"_s, u"requested"_s, u"granted"_s, u"needed"_s, u"follows"_s},
                    tr("Comparison of scopes"));
            },
            {}});
    return sources;
}

void MainWindow::showExport()
{
    constexpr int catalog = 0;
    constexpr int request = 2;
    auto* const dialog = new ExportDialog(exportSources(), m_workspace.selection().isEmpty() ? catalog : request, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::message, this, &MainWindow::showMessage);
    dialog->open();
}

void MainWindow::copyLink()
{
    if (m_workspace.selection().isEmpty())
        return showMessage(tr("Nothing is requested, so there is nothing to link to. Tick scopes first."));
    const QString link = shareLink(m_workspace.request());
    if (link.isEmpty())
        return showMessage(tr("The request is too long for a link, or holds a name that no link can hold. Send its file."));
    QGuiApplication::clipboard()->setText(link);
    showMessage(tr("Copied a link to %1.").arg(scopeCount(m_workspace.selection().size())));
}

void MainWindow::openLink(const QString& link)
{
    const auto read = readShareLink(link);
    if (!read)
        return showProblems(*this, tr("The link was not opened; what you had stays."), visibleText(link, 60), read.problems);
    LinkDialog dialog(*read.value, read.problems, m_workspace, this);
    const int answer = dialog.exec();
    if (answer == LinkDialog::Add) {
        const auto before = m_workspace.selection().size();
        m_workspace.addScopes(read.value->scopes);
        showMessage(tr("Added %1 from the link.").arg(scopeCount(m_workspace.selection().size() - before)));
    } else if (answer == LinkDialog::Replace && m_requests->mayGoOn()) {
        m_session.recover(*read.value, {});
        showMessage(tr("Opened %1 from the link; the request has no file yet.").arg(scopeCount(read.value->scopes.size())));
    }
}

} // namespace scopes
