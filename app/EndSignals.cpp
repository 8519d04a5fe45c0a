#include "EndSignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>

#ifdef Q_OS_UNIX
#include <array>
#include <unistd.h>
#endif

namespace scopes {

#ifdef Q_OS_UNIX

namespace {

// A handler may do next to nothing: it writes a byte, and the event loop hears of it (the self-pipe trick).
std::array<int, 2> endPipe{-1, -1}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void handle(int signal)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(endPipe[1], &byte, 1);
    std::signal(signal, SIG_DFL);
}

} // namespace

void onEndSignal(const std::function<void()>& end)
{
    if (pipe(endPipe.data()) != 0)
        return;
    auto* notifier = new QSocketNotifier(endPipe[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [notifier, end] {
        notifier->setEnabled(false);
        end();
    });
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, handle);
}

#else

void onEndSignal(const std::function<void()>&) { }

#endif

} // namespace scopes
