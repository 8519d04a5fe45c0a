// How long a scan of 10,000 source files takes, as a ratio to reading the same files' bytes.
#include "Timing.h"
#include "catalog/BuiltInCatalog.h"
#include "scan/Scan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <vector>

using namespace scopes;
using tests::median;
using tests::milliseconds;

namespace {

constexpr int fileCount = 10'000;

/// About 20 KB that look like source code, with a call and a scope in each tenth file.
QByteArray source(int number)
{
    QByteArray text;
    if (number % 10 == 0)
        text += "const scope = 'user.info.basic';\nget(`${api}/v2/user/info/?fields=open_id`);\n";
    const QByteArray line = "    const value" + QByteArray::number(number)
        + " = await this.service.find({ path: '/api/items/' + id, limit: 20 }); // the items of a page\n";
    while (text.size() < 20'000)
        text += line;
    return text;
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    std::vector<QString> files;
    for (int number = 0; number < fileCount; ++number) {
        const QString directory = folder.filePath(QString::number(number / 100));
        QDir().mkpath(directory);
        files.push_back(directory + QLatin1Char('/') + QString::number(number % 100) + QStringLiteral(".js"));
        QFile file(files.back());
        if (!file.open(QIODevice::WriteOnly) || file.write(source(number)) <= 0) {
            std::fputs("The files for the scan could not be written.\n", stderr);
            return 1;
        }
    }
    const CatalogPointer catalog = builtInCatalog().value.value();
    std::vector<double> scanning;
    std::vector<double> reading;
    ScanReport report;
    qint64 bytes = 0;
    for (int run = 0; run < 5; ++run) {
        scanning.push_back(milliseconds([&] { report = scan({folder.path()}, *catalog); }));
        reading.push_back(milliseconds([&] {
            for (const QString& name : files) {
                QFile file(name);
                if (file.open(QIODevice::ReadOnly))
                    bytes += file.readAll().size();
            }
        }));
    }
    const bool isRight = report.filesRead == fileCount && report.used.size() == 2
        && report.used[0].places.size() == fileCount / 10 && bytes == 5 * report.bytesRead;
    if (!isRight) {
        std::fputs("The scan did not find what is there.\n", stderr);
        return 1;
    }
    std::printf("scan 10,000 files (%.0f MB) / read them: %.2f (goal <= 15) [%.0f ms / %.0f ms]\n",
        static_cast<double>(report.bytesRead) / 1e6, median(scanning) / median(reading), median(scanning), median(reading));
    return 0;
}
