// How long a key in the search box takes until the tree is painted, and ticking a topic, each as a ratio to a small catalog.
#include "Timing.h"
#include "models/ScopeTreeModel.h"
#include "support/SyntheticCatalog.h"
#include "widgets/ScopeTreeView.h"
#include "widgets/ScopesPane.h"
#include "workspace/Workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace scopes;
using tests::median;

namespace {

void paintAll(QWidget& window)
{
    // A queued layout is done by the event loop, then what it dirtied is painted.
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents();
    window.repaint();
}

/// Milliseconds from a key to the painted tree: the median of the keys of two words, typed and deleted again. @p goTo leads to
/// the row that is current meanwhile.
struct KeyTimes
{
    double median = 0;
    double slowest = 0;
};

KeyTimes keyTimes(int scopes, Qt::Key goTo = Qt::Key_Home)
{
    Workspace workspace(tests::syntheticCatalog(scopes));
    ScopesPane pane(workspace);
    pane.resize(860, 620);
    pane.show();
    pane.focusSearch();
    paintAll(pane);
    // The first key builds the index, which is measured by nobody's patience twice; or waits for it.
    pane.searchBox().setText(QStringLiteral("x"));
    while (pane.model().isBehind())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    pane.searchBox().clear();
    auto* const tree = pane.findChild<ScopeTreeView*>();
    QKeyEvent go(QEvent::KeyPress, goTo, Qt::NoModifier);
    QCoreApplication::sendEvent(tree, &go);
    paintAll(pane);

    std::vector<double> times;
    const auto press = [&](int key, const QString& text) {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::sendEvent(&pane.searchBox(), &down);
        paintAll(pane);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    };
    for (const QString& word : {QStringLiteral("contacts"), QStringLiteral("read the")}) {
        for (const QChar letter : word)
            press(letter.toUpper().unicode(), QString(letter));
        for (qsizetype i = 0; i < word.size(); ++i)
            press(Qt::Key_Backspace, QString());
    }
    return {median(times), *std::max_element(times.begin(), times.end())};
}

/// Milliseconds to tick a topic of 1,000 scopes and undo it, painted.
double tickTime(int scopes)
{
    Workspace workspace(tests::syntheticCatalog(scopes, 1, 1000));
    ScopesPane pane(workspace);
    pane.resize(860, 620);
    pane.show();
    paintAll(pane);
    std::vector<double> times;
    for (int run = 0; run < 15; ++run) {
        QElapsedTimer timer;
        timer.start();
        pane.model().setData(pane.model().index(0, 0), Qt::Checked, Qt::CheckStateRole);
        paintAll(pane);
        workspace.undoStack().undo();
        paintAll(pane);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return median(times);
}

void print(const char* figure, double value, double baseline, double goal, const char* note = "")
{
    std::printf("%s: %.2f (goal <= %g) [%.1f ms / %.1f ms]%s\n", figure, value / baseline, goal, value, baseline, note);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const QApplication app(argc, argv);
    const KeyTimes small = keyTimes(200);
    print("keystroke to painted, 20,000 scopes / 200 scopes", keyTimes(20'000).median, small.median, 2);
    print("keystroke to painted, 100,000 scopes / 200 scopes", keyTimes(100'000).median, small.median, 4);
    print("keystroke to painted with the last row current, 20,000 scopes / 200 scopes", keyTimes(20'000, Qt::Key_End).median,
        keyTimes(200, Qt::Key_End).median, 2);
    const KeyTimes million = keyTimes(1'000'000);
    print("keystroke to painted, 1,000,000 scopes / 200 scopes", million.median, small.median, 20);
    print("slowest keystroke, 1,000,000 scopes / slowest on 200 scopes (each within 150 ms)", million.slowest, small.slowest, 20);
    print("tick a topic of 1,000 among 100,000 and undo / among 1,000", tickTime(100'000), tickTime(1'000), 2);
    return 0;
}
