// What a key does among 1,000,000 scopes, as a share of the 200 ms beyond which a user has to be told to wait: going far,
// selecting far, and what is refused there. Sorting, which is told, is measured by when the window answers again.
#include "models/ScopeTreeModel.h"
#include "support/SyntheticCatalog.h"
#include "widgets/ScopeTreeView.h"
#include "widgets/ScopesPane.h"
#include "workspace/Workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardPaths>

#include <cstdio>

using namespace scopes;

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const QApplication app(argc, argv);
    Workspace workspace(tests::syntheticCatalog(1'000'000));
    ScopesPane pane(workspace);
    pane.resize(860, 620);
    pane.show();
    QCoreApplication::processEvents();
    auto& tree = *pane.findChild<ScopeTreeView*>();

    const auto measure = [&](const char* what, const auto& act) {
        QElapsedTimer timer;
        timer.start();
        act();
        pane.repaint();
        const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        constexpr double told = 200; // milliseconds
        std::printf("%s among 1,000,000 scopes / %g ms: %.2f (goal <= 1) [%.0f ms]\n", what, told, took / told, took);
        std::fflush(stdout);
    };
    const auto press = [&](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(&tree, &event);
    };
    measure("to the last row", [&] { press(Qt::Key_End); });
    measure("to the first row", [&] { press(Qt::Key_Home); });
    measure("select to the last row", [&] { press(Qt::Key_End, Qt::ShiftModifier); });
    measure("select all", [&] { press(Qt::Key_A, Qt::ControlModifier); });
    measure("copy all, which is refused", [&] { press(Qt::Key_C, Qt::ControlModifier); });
    measure("tick all, which is refused", [&] { press(Qt::Key_Space); });
    measure("sort by definition until the window answers",
        [&] { tree.header()->setSortIndicator(ScopeTreeModel::DefinitionColumn, Qt::AscendingOrder); });
    measure("back to the catalog's order", [&] { tree.header()->setSortIndicator(-1, Qt::AscendingOrder); });
    return 0;
}
