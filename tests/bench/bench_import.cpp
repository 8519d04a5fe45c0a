// How long it takes to import a large OpenAPI document: JSON beside Python's json.load of the same file, YAML beside libyaml's
// events of the same text alone.

#include "LargeDescription.h"
#include "Timing.h"
#include "import/DescriptionReader.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <vector>
#include <yaml.h>

using scopes::tests::median;
using scopes::tests::milliseconds;

namespace {

constexpr int runs = 3;

bool readsEvents(const QByteArray& text)
{
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libyaml reads unsigned bytes
    yaml_parser_set_input_string(
        &parser, reinterpret_cast<const unsigned char*>(text.constData()), static_cast<std::size_t>(text.size()));
    bool isGood = true;
    for (bool isEnd = false; !isEnd && isGood;) {
        yaml_event_t event;
        isGood = yaml_parser_parse(&parser, &event) != 0;
        if (isGood) {
            isEnd = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
        }
    }
    yaml_parser_delete(&parser);
    return isGood;
}

/// What Python says that json.load took; 0 if there is no Python.
double pythonMilliseconds(const QString& path)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
        {QStringLiteral("-c"),
            QStringLiteral("import json, sys, time\nt = time.perf_counter()\nwith open(sys.argv[1], encoding='utf-8') as f:\n"
                           "    json.load(f)\nprint((time.perf_counter() - t) * 1000)"),
            path});
    python.waitForFinished(-1);
    return python.readAllStandardOutput().trimmed().toDouble();
}

bool isRead(const scopes::Result<scopes::ImportedDescription>& read)
{
    return read && read.value->scopes.size() == 2;
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.json"));
    const QByteArray json = scopes::tests::largeDescription(70'000'000, false);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.flush())
        return 1;
    const QByteArray yaml = scopes::tests::largeDescription(10'000'000, true);
    std::vector<double> ours;
    std::vector<double> theirs;
    std::vector<double> oursYaml;
    std::vector<double> events;
    bool complete = true;
    // In turns, so that a busy moment of the machine touches all.
    for (int run = 0; run < runs; ++run) {
        ours.push_back(milliseconds([&] { complete = complete && isRead(scopes::readDescriptionFile(path)); }));
        theirs.push_back(pythonMilliseconds(path));
        oursYaml.push_back(milliseconds([&] { complete = complete && isRead(scopes::readDescription(yaml)); }));
        events.push_back(milliseconds([&] { complete = complete && readsEvents(yaml); }));
    }
    if (!complete || median(theirs) <= 0) {
        std::fputs("A document could not be read, or there is no python3.\n", stderr);
        return 1;
    }
    std::printf("import a 70 MB OpenAPI JSON / Python json.load: %.2f (goal <= 0.5) [%.0f ms / %.0f ms]\n",
        median(ours) / median(theirs), median(ours), median(theirs));
    std::printf("import a 10 MB OpenAPI YAML / libyaml events: %.2f (goal <= 1.5) [%.0f ms / %.0f ms]\n",
        median(oursYaml) / median(events), median(oursYaml), median(events));
    return 0;
}
