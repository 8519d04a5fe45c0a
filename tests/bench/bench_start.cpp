// Start to the first painted window, and memory then, as ratios to a bare window with a tree of 20 rows. The program starts
// itself anew for each run, once as the one and once as the other in turn, so that both link the same libraries.
#include "catalog/BuiltInCatalog.h"
#include "widgets/MainWindow.h"
#include "workspace/Autosave.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QMainWindow>
#include <QProcess>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <future>
#include <vector>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

/// Ends the program when the window has been painted for the first time; prints the resident memory in KiB.
class FirstPaint : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_isSeen) {
            m_isSeen = true;
            // As soon as the picture has been handed to the display, and before anything that was put off until then.
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
        }
        return false;
    }

    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::User) {
            printMemory();
            std::_Exit(0);
        }
        return QObject::event(event);
    }

private:
    static void printMemory()
    {
        QFile status(u"/proc/self/status"_s);
        if (status.open(QIODevice::ReadOnly)) {
            for (const QByteArray& line : status.readAll().split('\n')) {
                if (line.startsWith("VmRSS:"))
                    std::printf("%lld\n", line.simplified().split(' ').at(1).toLongLong());
            }
        }
        std::fflush(stdout);
    }

    bool m_isSeen = false;
};

int runBareWindow(int argc, char** argv)
{
    const QApplication app(argc, argv);
    QStandardItemModel model;
    for (int row = 0; row < 20; ++row)
        model.appendRow(new QStandardItem(u"row %1"_s.arg(row)));
    QMainWindow window;
    auto* const tree = new QTreeView(&window);
    tree->setModel(&model);
    window.setCentralWidget(tree);
    window.resize(1240, 660);
    FirstPaint paint;
    tree->viewport()->installEventFilter(&paint);
    window.show();
    return QApplication::exec();
}

/// @p folder takes the files. It is the caller's to remove: the program ends without a look back.
int runExplorer(int argc, char** argv, const QDir& folder)
{
    QThread::currentThread();
    auto catalog = std::async(std::launch::async, builtInCatalog); // as main() does
    const QApplication app(argc, argv);
    Workspace workspace(*catalog.get().value);
    Settings settings(folder.filePath(u"settings.ini"_s));
    RequestSession session(workspace);
    const Autosave autosave(session, folder.filePath(u"autosave"_s));
    MainWindow window(workspace, session, settings);
    FirstPaint paint;
    window.findChild<QTreeView*>()->viewport()->installEventFilter(&paint);
    window.show();
    return QApplication::exec();
}

struct Run
{
    double milliseconds = 0;
    double mebibytes = 0;
};

Run measure(const QString& mode)
{
    const QTemporaryDir folder;
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(QCoreApplication::applicationFilePath(), {mode, folder.path()});
    process.waitForFinished(-1);
    const double time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return {time, process.readAllStandardOutput().trimmed().toDouble() / 1024};
}

double median(const std::vector<Run>& runs, double Run::*what)
{
    std::vector<double> values;
    for (const Run& run : runs)
        values.push_back(run.*what);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const char* figure, double value, double baseline, double goal, const char* unit)
{
    std::printf("%s: %.2f (goal <= %g) [%.1f %s / %.1f %s]\n", figure, value / baseline, goal, value, unit, baseline, unit);
}

} // namespace

int main(int argc, char** argv)
{
    const QString mode = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (mode == u"bare")
        return runBareWindow(argc, argv);
    if (mode == u"explorer" && argc > 2)
        return runExplorer(argc, argv, QDir(QString::fromLocal8Bit(argv[2])));

    const QCoreApplication app(argc, argv);
    std::vector<Run> bare;
    std::vector<Run> explorer;
    for (int run = 0; run < 21; ++run) {
        bare.push_back(measure(u"bare"_s));
        explorer.push_back(measure(u"explorer"_s));
    }
    print("start to painted window / bare window with a tree", median(explorer, &Run::milliseconds),
        median(bare, &Run::milliseconds), 1.25, "ms");
    print("resident memory after start / the same bare window", median(explorer, &Run::mebibytes), median(bare, &Run::mebibytes),
        1.4, "MiB");
    return 0;
}
