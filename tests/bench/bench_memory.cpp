// How much memory a catalog of 1,000,000 scopes takes, loaded and indexed, beside the bytes of its file.

#include "CatalogJson.h"
#include "catalog/CatalogReader.h"
#include "document/BoundedFile.h"
#include "search/SearchIndex.h"
#include "support/SyntheticCatalog.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <malloc.h>

using namespace scopes;

namespace {

constexpr int scopeCount = 1'000'000;

/// Megabytes in use on the heap.
double heapInUse()
{
    const auto heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6;
}

/// Megabytes that the process had in memory at most; 0 if the system does not say.
double mostInMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype start = text.indexOf("VmHWM:");
    return start < 0 ? 0 : text.mid(start + 6, 16).simplified().split(' ').first().toDouble() * 1024 / 1e6;
}

/// Reads the file in a process of its own and prints what that took.
int measure(const QString& path)
{
    const double before = heapInUse();
    auto content = readBounded(path);
    if (!content)
        return 1;
    auto catalog = readCatalog(*std::move(content.value));
    content.value.reset();
    if (!catalog || (*catalog.value)->scopeCount() != scopeCount)
        return 1;
    const double loaded = heapInUse() - before;
    const SearchIndex index(*catalog.value);
    std::printf("%.1f %.1f %.1f\n", loaded, heapInUse() - before, mostInMemory());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    if (argc > 1)
        return measure(QCoreApplication::arguments().at(1));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.json"));
    double size = 0;
    {
        QFile file(path);
        const QByteArray json = tests::toJson(*tests::syntheticCatalog(scopeCount));
        size = static_cast<double>(json.size()) / 1e6;
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            return 1;
    }
    QProcess reader;
    reader.start(QCoreApplication::applicationFilePath(), {path});
    reader.waitForFinished(-1);
    const QList<QByteArray> figures = reader.readAllStandardOutput().trimmed().split(' ');
    if (reader.exitCode() != 0 || figures.size() != 3) {
        std::fputs("The synthetic catalog could not be read.\n", stderr);
        return 1;
    }
    const double indexed = figures[1].toDouble();
    std::printf("memory of a catalog of 1,000,000 scopes, loaded and indexed / its text: %.2f (goal <= 2.5) [%.0f MB / %.0f MB; "
                "loaded %.0f MB; at most %.0f MB while reading]\n",
        indexed / size, indexed, size, figures[0].toDouble(), figures[2].toDouble());
    return 0;
}
