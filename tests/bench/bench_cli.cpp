// From start to answer: 'check' of the command line on the built-in catalog, as a ratio to a program that links Qt Core and
// parses that catalog and does no more. This program starts itself for that.
#include "Timing.h"
#include "catalog/BuiltInCatalog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>
#include <vector>

using namespace scopes;
using tests::median;
using namespace Qt::StringLiterals;

namespace {

/// Milliseconds from the start of the program to its end.
double measure(const QString& program, const QStringList& arguments)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    process.waitForFinished(-1);
    const double time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() > 1 || process.readAllStandardOutput().isEmpty()) {
        std::printf("%s did not answer\n", qPrintable(program));
        std::exit(1);
    }
    return time;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1) {
        const auto catalog = builtInCatalog();
        std::printf("%d\n", catalog ? (*catalog.value)->scopeCount() : 0);
        return 0;
    }
    const QCoreApplication app(argc, argv);
    const QString cli = QStringLiteral(SCOPES_CLI);
    std::vector<double> baseline;
    std::vector<double> check;
    std::vector<double> json;
    for (int run = 0; run < 41; ++run) {
        baseline.push_back(measure(QCoreApplication::applicationFilePath(), {u"parse"_s}));
        check.push_back(measure(cli, {u"check"_s, u"user.info.basic,video.list"_s}));
        json.push_back(measure(cli, {u"check"_s, u"--json"_s, u"user.info.basic video.lst"_s}));
    }
    const double bare = median(baseline);
    const auto print = [&](const char* figure, double value) {
        std::printf("%s: %.2f (goal <= 1.5) [%.1f ms / %.1f ms]\n", figure, value / bare, value, bare);
    };
    print("start to answer of check / a program that parses the catalog", median(check));
    print("start to answer of check with findings as JSON / the same", median(json));
    return 0;
}
