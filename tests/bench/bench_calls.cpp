// How long the window is held up by what a user does among 280,000 calls, as a share of the 50 ms within which it answers, and by
// a key in the command palette at 1,000,000 scopes. What takes longer is done in the background: its time is told beside it.
#include "models/EndpointTreeModel.h"
#include "models/PaletteModel.h"
#include "support/SyntheticCatalog.h"
#include "widgets/EndpointTreeView.h"
#include "widgets/EndpointsPane.h"
#include "workspace/Workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

using namespace scopes;

namespace {

/// Does it, and what follows until @p isDone; prints the longest time in which no event was answered, and that of all.
template <typename Act, typename IsDone>
void measure(const char* what, Act act, IsDone isDone)
{
    constexpr double answered = 50; // milliseconds
    QElapsedTimer all;
    all.start();
    QElapsedTimer turn;
    turn.start();
    act();
    QCoreApplication::processEvents();
    double longest = static_cast<double>(turn.nsecsElapsed()) / 1e6;
    while (!isDone()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
        turn.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, static_cast<double>(turn.nsecsElapsed()) / 1e6);
    }
    const double took = static_cast<double>(all.nsecsElapsed()) / 1e6;
    std::printf(
        "%s / %g ms: %.2f (goal <= 1) [%.0f ms, done after %.0f ms]\n", what, answered, longest / answered, longest, took);
    std::fflush(stdout);
}

void measureCalls()
{
    Workspace workspace(tests::callsCatalog(100));
    EndpointsPane pane(workspace);
    pane.resize(860, 620);
    pane.show();
    QCoreApplication::processEvents();
    EndpointTreeModel& model = pane.model();
    EndpointTreeView& tree = pane.tree();
    const CatalogPointer large = tests::callsCatalog(280'000);
    const auto isDone = [&] { return !model.isBehind() && !model.isSorting(); };
    const auto press = [](QWidget& widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(&widget, &event);
    };
    measure(
        "280,000 calls take the place of 100", [&] { workspace.setCatalog(large); }, isDone);
    measure(
        "the first search among 280,000 calls", [&] { pane.searchBox().setText(QStringLiteral("items/27")); }, isDone);
    measure(
        "a search that finds 280,000 calls", [&] { pane.searchBox().setText(QStringLiteral("call")); }, isDone);
    measure(
        "a search by the scopes that 280,000 calls need", [&] { pane.searchBox().setText(QStringLiteral("name:scope")); },
        isDone);
    measure(
        "showing 280,000 calls again", [&] { pane.searchBox().clear(); }, isDone);
    for (int column = 0; column < EndpointTreeModel::ColumnCount; ++column)
        measure(
            "sort 280,000 calls", [&] { tree.header()->setSortIndicator(column, Qt::DescendingOrder); }, isDone);
    measure(
        "tick a scope that 40,000 calls need", [&] { workspace.addScopes({QStringLiteral("scope.3")}); }, isDone);
    measure(
        "280,000 calls in the catalog's order", [&] { tree.header()->setSortIndicator(-1, Qt::AscendingOrder); }, isDone);
    measure(
        "select all open rows among 280,000 calls", [&] { press(tree, Qt::Key_A, Qt::ControlModifier); }, isDone);
    measure(
        "tick one among 280,000 calls",
        [&] {
            tree.goToFirstRow();
            press(tree, Qt::Key_Space);
        },
        isDone);
    measure(
        "close all products of 280,000 calls", [&] { tree.closeAll(); }, isDone);
    measure(
        "open all products of 280,000 calls", [&] { tree.openAll(); }, isDone);
}

void measurePalette()
{
    const Workspace workspace(tests::syntheticCatalog(1'000'000));
    PaletteModel model(workspace);
    const auto isDone = [&] { return !model.isBehind(); };
    for (const char* const typed : {"c", "crm", "crmread", "crmreadzzz"})
        measure(
            "a key in the command palette at 1,000,000 scopes", [&] { model.setTyped(QString::fromLatin1(typed)); }, isDone);
}

} // namespace

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const QApplication app(argc, argv);
    measureCalls();
    measurePalette();
    return 0;
}
