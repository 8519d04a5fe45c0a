// Opening a catalog of 1,000,000 scopes in the window, and after it a description of 70 MB: when the first rows are seen, when
// all is there, and how long the window is held up at most meanwhile.
#include "CatalogJson.h"
#include "LargeDescription.h"
#include "catalog/BuiltInCatalog.h"
#include "support/SyntheticCatalog.h"
#include "widgets/CatalogTabs.h"
#include "widgets/MainWindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>
#include <cstdio>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

constexpr int scopeCount = 1'000'000;

/// Sees when the list of the first scopes is painted with rows, and when a timer that is due every few milliseconds is late.
class Watch : public QObject
{
public:
    Watch()
    {
        m_timer.start();
        m_beat.setInterval(5);
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, &Watch::beat);
        m_beat.start();
        m_last = now();
    }

    double now() const { return static_cast<double>(m_timer.nsecsElapsed()) / 1e6; }

    double firstRows() const { return m_firstRows; }

    /// Of the latenesses since the last call the greatest.
    double takeLongest() { return std::exchange(m_longest, 0); }

    void beat()
    {
        m_longest = std::max(m_longest, now() - m_last);
        m_last = now();
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* const tree = qobject_cast<QTreeWidget*>(watched->parent());
        if (event->type() == QEvent::Paint && m_firstRows == 0 && tree != nullptr && tree->topLevelItemCount() > 0)
            m_firstRows = now();
        return false;
    }

private:
    QElapsedTimer m_timer;
    QTimer m_beat;
    double m_last = 0;
    double m_longest = 0;
    double m_firstRows = 0;
};

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

bool writeBoth(const QString& folder)
{
    return write(folder + QStringLiteral("/large.json"), tests::toJson(*tests::syntheticCatalog(scopeCount)))
        && write(folder + QStringLiteral("/description.json"), tests::largeDescription(70'000'000, false));
}

void print(const char* figure, double value, double goal)
{
    std::printf("%s / %g ms: %.2f (goal <= 1) [%.0f ms]\n", figure, goal, value / goal, value);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    const QTemporaryDir folder;
    if (argc > 1)
        return writeBoth(QString::fromLocal8Bit(argv[1])) ? 0 : 1;
    // In another process, whose memory goes with it.
    if (QProcess::execute(QCoreApplication::applicationFilePath(), {folder.path()}) != 0)
        return 1;

    Workspace workspace(*builtInCatalog().value);
    Settings settings(folder.filePath(u"settings.ini"_s));
    RequestSession session(workspace);
    MainWindow window(workspace, session, settings);
    window.show();
    QCoreApplication::processEvents();

    Watch watch;
    double whileReading = 0;
    bool isTaken = false;
    QObject::connect(&workspace, &Workspace::catalogAboutToChange, &watch, [&] {
        watch.beat();
        whileReading = watch.takeLongest();
        isTaken = true;
    });
    const auto open = [&](const QString& name) {
        watch.beat();
        watch.takeLongest();
        isTaken = false;
        window.openFile(folder.filePath(name));
        if (auto* const list = window.findChild<QTreeWidget*>(); list != nullptr)
            list->viewport()->installEventFilter(&watch);
        constexpr double patience = 120'000; // milliseconds
        const double end = watch.now() + patience;
        while (!isTaken && watch.now() < end)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        watch.beat();
    };
    open(u"large.json"_s);
    if (workspace.catalog().scopeCount() != scopeCount) {
        std::fputs("The synthetic catalog was not opened.\n", stderr);
        return 1;
    }
    print("first rows seen of 1,000,000 scopes that are opened", watch.firstRows(), 1000);
    print("longest that the window is held up while 1,000,000 scopes are read", whileReading, 50);
    print("longest that the window is held up when they take the place of the former catalog", watch.takeLongest(), 50);
    std::printf("1,000,000 scopes opened and shown after %.0f ms\n", watch.now());

    window.findChild<CatalogTabs*>()->showTab(CatalogTabs::EndpointsTab); // so that both sides have something to do
    open(u"description.json"_s);
    if (workspace.catalog().scopeCount() != 2) {
        std::fputs("The description was not opened.\n", stderr);
        return 1;
    }
    print("longest that the window is held up while a description of 70 MB is read", whileReading, 50);
    print("longest that the window is held up when its calls take the place of those before", watch.takeLongest(), 50);
    return 0;
}
