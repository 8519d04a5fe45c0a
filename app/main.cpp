#include "EndSignals.h"
#include "ProgramOptions.h"
#include "catalog/BuiltInCatalog.h"
#include "cli/CommandLine.h"
#include "document/VisibleText.h"
#include "document/WholeFile.h"
#include "import/CatalogOpener.h"
#include "models/RequestCheck.h"
#include "widgets/CatalogFiles.h"
#include "widgets/FileKind.h"
#include "widgets/MainWindow.h"
#include "widgets/Notices.h"
#include "widgets/Recovery.h"
#include "workspace/Autosave.h"

#include <QApplication>
#include <QBuffer>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <future>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Fine = 0, NotDone = 1, WrongUsage = 2, UnreadableInput = 3 };

QString tr(const char* text)
{
    return QCoreApplication::translate("main", text);
}

void print(std::FILE* stream, const QString& text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
}

int fail(ExitCode code, const QString& text)
{
    print(stderr, u"scope-explorer: "_s + text + u'\n');
    return code;
}

/// While Qt connects to the display. It warns of the reason and aborts where it cannot; we say what to do instead.
void endWithoutDisplay(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    static QString reason; // the first warning; what follows speaks of reinstalling, which helps nobody
    if (type == QtWarningMsg && reason.isEmpty())
        reason = text.trimmed();
    if (type != QtFatalMsg)
        return;
    fail(NotDone,
        tr("The window cannot be opened, because there is no display that can be used: %1. Set DISPLAY or WAYLAND_DISPLAY to "
           "one. Without a display, 'scope-explorer list' lists the scopes of the catalog, and 'scope-explorer --help' tells "
           "what else can be done.")
            .arg(visibleText(reason.isEmpty() ? text.section(u'\n', 0, 0) : reason, 300)));
    std::fflush(stderr);
    std::_Exit(NotDone);
}

/// The catalog that was asked for, with notes on it; no value, and the reason on stderr, if it cannot be read.
Result<OpenedCatalog> catalogFor(const QString& path)
{
    if (!path.isEmpty()) {
        auto opened = openCatalogFile(path);
        if (!opened)
            print(stderr, toString(opened.problems, visibleText(path, 300)));
        return opened;
    }
    auto builtIn = builtInCatalog();
    if (builtIn)
        return OpenedCatalog{*builtIn.value, false};
    print(stderr, toString(builtIn.problems, {}));
    return builtIn.problems;
}

/// Draws the window as it is at a first start, whatever this user's settings are.
int takePicture(const ProgramOptions& options, Workspace& workspace)
{
    RequestSession session(workspace);
    const FileKind kind = options.file.isEmpty() ? FileKind::Request : fileKind(options.file);
    if (kind == FileKind::Catalog || kind == FileKind::Table) {
        const auto opened = catalogFor(options.file);
        if (!opened)
            return UnreadableInput;
        workspace.setCatalog(opened.value->catalog);
    } else if (!options.file.isEmpty()) {
        if (const Problems problems = session.open(options.file); hasErrors(problems)) {
            print(stderr, toString(problems, visibleText(options.file, 300)));
            return UnreadableInput;
        }
    }

    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    MainWindow window(workspace, session, settings);
    window.arrange(MainWindow::firstSize); // whatever the screen
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.show();
    QCoreApplication::processEvents();
    if (const auto* check = window.findChild<RequestCheck*>(); check != nullptr) {
        while (check->isBehind()) // with what is wrong with the request, which is looked for in the background
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QCoreApplication::processEvents(); // the panes give the findings their room
    QBuffer picture;
    picture.open(QIODevice::WriteOnly);
    window.grab().save(&picture, "PNG");
    if (const QString why = writeWholeFile(options.screenshot, picture.data()); !why.isEmpty())
        return fail(NotDone, tr("The picture %1 was not written: %2").arg(visibleText(options.screenshot, 300), why));
    return Fine;
}

/// @p isCatalogLater: the catalog that was asked for is read when the window is there.
int showWindow(const ProgramOptions& options, Workspace& workspace, const Result<OpenedCatalog>& opened, bool isCatalogLater)
{
    Settings settings(Settings::standardPath());
    RequestSession session(workspace);
    auto autosave = std::make_unique<Autosave>(session, Autosave::standardFolder());
    MainWindow window(workspace, session, settings);
    QObject::connect(autosave.get(), &Autosave::failed, &window,
        [&window](const QString& message) { window.notices().add(u"autosave"_s, visibleText(message, 2000)); });
    const auto keepAll = [&] {
        autosave->flush();
        window.remember();
    };
    QObject::connect(qApp, &QGuiApplication::commitDataRequest, &window, keepAll, Qt::DirectConnection);

    bool isEndedBySignal = false;
    onEndSignal([&] {
        keepAll();
        isEndedBySignal = session.isModified();
        QCoreApplication::exit(Fine);
    });
    // As of a small catalog that cannot be read, which is known before there is a window. What the user has begun meanwhile
    // stays.
    const auto endUnread = [&](const Problems& problems) {
        print(stderr, toString(problems, visibleText(options.catalog, 300)));
        const bool isBegun =
            session.isModified() || workspace.undoStack().count() > 0 || QApplication::activeModalWidget() != nullptr;
        if (!isBegun) {
            keepAll();
            QCoreApplication::exit(UnreadableInput);
        }
        return !isBegun;
    };
    window.show();
    QTimer::singleShot(0, &window, [&] {
        recoverRequests(*autosave, window.requests(), window.notices(), options.file.isEmpty());
        if (isCatalogLater)
            window.catalogs().open(options.catalog, endUnread);
        else if (!options.catalog.isEmpty())
            window.catalogs().begin(options.catalog, *opened.value, opened.problems);
        if (!options.file.isEmpty())
            window.openFile(options.file);
    });
    const int code = QApplication::exec();
    // Nobody could be asked: what was not saved is offered at the next start, so its file must outlive this program.
    if (isEndedBySignal) {
        static const auto kept = std::move(autosave);
        std::fflush(nullptr);
        std::_Exit(code);
    }
    return code;
}

int runWindow(int argc, char** argv, const ProgramOptions& options)
{
    // The thread that Qt meets first is its main one.
    QThread::currentThread();
    // Read while Qt connects to the display. Of a catalog that cannot be read it is said also where there is no display; for a
    // large one the window does not wait.
    const bool isLater = options.screenshot.isEmpty() && CatalogFiles::isLarge(options.catalog);
    const QString first = isLater ? QString() : options.catalog;
    const auto opened = std::async(std::launch::async, catalogFor, first).share();
    if (!first.isEmpty() && !opened.get())
        return UnreadableInput;
    const auto former = qInstallMessageHandler(endWithoutDisplay);
    const QApplication app(argc, argv);
    qInstallMessageHandler(former);
    if (!opened.get())
        return UnreadableInput;
    QGuiApplication::setApplicationDisplayName(u"Scope Explorer"_s);
    QGuiApplication::setDesktopFileName(u"org.scope_explorer.ScopeExplorer"_s);

    Workspace workspace(opened.get().value->catalog);
    return options.screenshot.isEmpty() ? showWindow(options, workspace, opened.get(), isLater) : takePicture(options, workspace);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(u"scope-explorer"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SCOPE_EXPLORER_VERSION));
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));

    const ProgramOptions options = programOptions(arguments);
    if (options.isCommand)
        return runCommand(arguments);
    if (!options.error.isEmpty())
        return fail(WrongUsage, options.error + u' ' + tr("'scope-explorer --help' tells what there is."));
    if (options.wantsHelp || options.wantsVersion) {
        print(stdout, options.wantsHelp ? usage() : u"scope-explorer " SCOPE_EXPLORER_VERSION "\n"_s);
        return Fine;
    }
    return runWindow(argc, argv, options);
}
