#include "scan/Scan.h"

#include "document/VisibleText.h"
#include "scan/FileScanner.h"
#include "scan/SourceFiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64{256} * 1024 * 1024;
constexpr qint64 beginning = 8192; ///< bytes by which a binary file is known, as git does it

QString tr(const char* text)
{
    return QCoreApplication::translate("Scan", text);
}

class Scanner
{
public:
    Scanner(const ScopeCatalog& catalog, const ScanOptions& options)
        : m_catalog(catalog)
        , m_options(options)
        , m_files(catalog)
    {
    }

    ScanReport run(const QStringList& paths)
    {
        SourceFiles found = sourceFiles(paths, [this] { return mayGoOn(); });
        m_report.problems = std::move(found.problems);
        m_progress.allFiles = static_cast<int>(found.files.size());
        for (const QString& file : found.files) {
            if (!mayGoOn())
                break;
            read(file);
            ++m_progress.files;
            m_progress.bytes = m_report.bytesRead;
        }
        mayGoOn();
        conclude();
        return std::move(m_report);
    }

private:
    bool mayGoOn()
    {
        m_report.isStopped = m_report.isStopped || (m_options.goOn && !m_options.goOn(m_progress));
        return !m_report.isStopped;
    }

    void report(const QString& file, const QString& what)
    {
        m_report.problems.push_back(Problem::error(visibleText(file, 300) + u": "_s + what));
    }

    void read(const QString& name)
    {
        // Opening a pipe would wait for a writer.
        if (!QFileInfo(name).isFile())
            return;
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            report(name, tr("The file cannot be read: %1.").arg(file.errorString()));
            return;
        }
        if (FileScanner::isBinary(file.peek(beginning))) {
            ++m_report.filesPassedOver;
            return;
        }
        if (file.size() > largestFile) {
            report(name, tr("The file is larger than 256 MiB and was not read."));
            return;
        }
        const QByteArray content = file.read(std::min(largestFile, file.size() + 1)); // which takes room for as much at once
        ++m_report.filesRead;
        m_report.bytesRead += content.size();
        const FileFindings findings = m_files.look(name, content);
        for (const auto& [call, line] : findings.calls) {
            for (const CallPart& part : call.parts())
                add(m_parts[part], {name, line});
        }
        for (const auto& [scope, line] : findings.scopes)
            add(m_scopes[scope], {name, line});
    }

    static void add(std::vector<ScanPlace>& places, ScanPlace place)
    {
        if (places.empty() || places.back() != place)
            places.push_back(std::move(place));
    }

    std::vector<ScanPlace> placesOf(ScopeId scope) const
    {
        const auto found = m_scopes.find(scope);
        return found != m_scopes.end() ? found->second : std::vector<ScanPlace>();
    }

    void listRequested(ScopeSet& requested)
    {
        if (m_options.requested) {
            for (const QString& name : *m_options.requested) {
                const ScopeId scope = m_catalog.find(name);
                m_report.requested.push_back({name, scope, scope == noId ? std::vector<ScanPlace>() : placesOf(scope)});
            }
        } else {
            for (const auto& [scope, places] : m_scopes)
                m_report.requested.push_back({toQString(m_catalog.scope(scope).name), scope, places});
        }
        for (const RequestedScope& one : m_report.requested) {
            if (one.scope != noId)
                requested.insert(one.scope);
        }
    }

    /// A call whose own need is not documented is decided by those of its parts that are.
    bool isDecidedByParts(const CallPart& call) const
    {
        return call.isCall() && std::any_of(m_parts.begin(), m_parts.end(), [&](const auto& entry) {
            return entry.first.endpoint == call.endpoint && requirementOf(entry.first, m_catalog).isDocumented();
        });
    }

    void conclude()
    {
        ScopeSet requested(m_catalog.scopeCount());
        ScopeSet useful(m_catalog.scopeCount());
        listRequested(requested);
        for (const auto& [part, places] : m_parts) {
            m_report.used.push_back({part, places});
            const Requirement& requirement = requirementOf(part, m_catalog);
            for (const ScopeId scope : requirement.mentioned())
                useful.insert(scope);
            if (!requirement.isDocumented() && !isDecidedByParts(part))
                m_report.undocumented.push_back(part);
            if (!requirement.isDocumented() || requirement.isMetBy(requested))
                continue;
            MissingNeed need{part, {}, places};
            for (const auto& all : requirement.alternatives) {
                auto& missing = need.missing.emplace_back();
                std::copy_if(all.begin(), all.end(), std::back_inserter(missing),
                    [&](ScopeId scope) { return !requested.contains(scope); });
            }
            m_report.missing.push_back(std::move(need));
        }
        std::copy_if(m_report.requested.begin(), m_report.requested.end(), std::back_inserter(m_report.unused),
            [&](const RequestedScope& one) { return !useful.contains(one.scope); });
    }

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const ScanOptions& m_options; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FileScanner m_files;
    std::map<CallPart, std::vector<ScanPlace>> m_parts;
    std::map<ScopeId, std::vector<ScanPlace>> m_scopes;
    ScanProgress m_progress;
    ScanReport m_report;
};

} // namespace

std::vector<Call> ScanReport::calls() const
{
    std::vector<Call> calls;
    for (const UsedPart& one : used) {
        Call call{one.part.endpoint, {}, {}};
        if (one.part.field != noId)
            call.fields.push_back(one.part.field);
        else if (one.part.parameter != noId)
            call.values.push_back(one.part);
        calls.push_back(std::move(call));
    }
    return merged(calls);
}

ScanReport scan(const QStringList& paths, const ScopeCatalog& catalog, const ScanOptions& options)
{
    return Scanner(catalog, options).run(paths);
}

} // namespace scopes
