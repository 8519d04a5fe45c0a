#include "scan/SourceFiles.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>

#include <optional>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Scan", text);
}

/// The environment for git: nothing that points it elsewhere, nothing that makes it write or ask.
QProcessEnvironment gitEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"GIT_DIR"_s, u"GIT_WORK_TREE"_s, u"GIT_INDEX_FILE"_s, u"GIT_PREFIX"_s})
        environment.remove(name);
    environment.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
    environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    return environment;
}

class FileFinder
{
public:
    explicit FileFinder(const std::function<bool()>& goOn)
        : m_goOn(goOn)
        , m_git(QStandardPaths::findExecutable(u"git"_s))
    {
    }

    SourceFiles find(const QStringList& paths)
    {
        for (const QString& path : paths) {
            const QFileInfo info(path);
            if (!info.exists())
                report(path, tr("There is no such file or folder."));
            else if (info.isDir())
                addFolder(path);
            else
                addFile(path);
        }
        return std::move(m_result);
    }

private:
    void report(const QString& path, const QString& what)
    {
        m_result.problems.push_back(Problem::error(visibleText(path, 300) + u": "_s + what));
    }

    bool mayGoOn()
    {
        m_result.isStopped = m_result.isStopped || (m_goOn && !m_goOn());
        return !m_result.isStopped;
    }

    void addFile(const QString& path)
    {
        if (!m_known.contains(path)) {
            m_known.insert(path);
            m_result.files += path;
        }
    }

    void addFolder(const QString& folder)
    {
        if (!mayGoOn())
            return;
        if (!QFileInfo(folder).isReadable()) {
            report(folder, tr("The folder cannot be read."));
            return;
        }
        const auto listed = filesOfGit(folder);
        if (m_result.isStopped)
            return;
        if (!listed) {
            walk(folder);
            return;
        }
        for (const QString& name : *listed) {
            const QString path = QDir(folder).filePath(name);
            const QFileInfo info(path);
            if (info.isSymLink())
                continue;
            // A work tree within this one, such as a submodule, is listed as a folder.
            if (info.isDir())
                addFolder(path);
            else if (info.isFile())
                addFile(path);
        }
    }

    /// What git has of the folder or would take; none where it is no work tree, or there is no git.
    std::optional<QStringList> filesOfGit(const QString& folder)
    {
        if (m_git.isEmpty())
            return std::nullopt;
        QProcess git;
        git.setProcessEnvironment(gitEnvironment());
        git.setStandardErrorFile(QProcess::nullDevice());
        // A work tree's own settings must not start programs.
        git.start(m_git,
            {u"-C"_s, folder, u"-c"_s, u"core.fsmonitor=false"_s, u"-c"_s, u"core.hooksPath=/dev/null"_s, u"ls-files"_s, u"-co"_s,
                u"--exclude-standard"_s, u"-z"_s});
        constexpr int step = 50; // milliseconds
        QByteArray output;
        while (!git.waitForFinished(step)) {
            output += git.readAllStandardOutput();
            if (git.state() == QProcess::NotRunning)
                break;
            if (mayGoOn())
                continue;
            git.kill();
            git.waitForFinished();
            return std::nullopt;
        }
        output += git.readAllStandardOutput();
        if (git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0)
            return std::nullopt;
        QStringList names;
        for (const QByteArray& name : output.split('\0')) {
            if (!name.isEmpty())
                names += QFile::decodeName(name);
        }
        names.sort();
        return names;
    }

    void walk(const QString& folder)
    {
        const auto entries = QDir(folder).entryInfoList(
            QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name | QDir::DirsLast);
        for (const QFileInfo& entry : entries) {
            if (!mayGoOn())
                return;
            if (!entry.isDir())
                addFile(entry.filePath());
            else if (entry.fileName() != ".git"_L1)
                walkInto(entry.filePath());
        }
    }

    /// A folder below one that is no work tree may be one.
    void walkInto(const QString& folder)
    {
        if (QFileInfo::exists(folder + u"/.git"_s))
            addFolder(folder);
        else if (QFileInfo(folder).isReadable())
            walk(folder);
        else
            report(folder, tr("The folder cannot be read."));
    }

    const std::function<bool()>& m_goOn; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QString m_git;
    QSet<QString> m_known;
    SourceFiles m_result;
};

} // namespace

SourceFiles sourceFiles(const QStringList& paths, const std::function<bool()>& goOn)
{
    return FileFinder(goOn).find(paths);
}

} // namespace scopes
