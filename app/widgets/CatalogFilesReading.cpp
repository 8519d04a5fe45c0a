#include "catalog/CatalogReader.h"
#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/ToldProgress.h"
#include "widgets/CatalogFiles.h"
#include "widgets/OpeningPanel.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QWidget>

#include <functional>
#include <utility>

// Reading the file of a catalog: a small one at once, a large one in the background.
namespace scopes {

namespace {

/// The first scopes of a file, from its beginning alone.
std::vector<ScopePreview> previewOf(const QString& path)
{
    constexpr qint64 headSize = qint64(16) << 20; // behind the topics of a million scopes
    constexpr int mostShown = 1000;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(headSize);
    return claimsToBeCatalog(head) ? firstScopes(head, mostShown) : std::vector<ScopePreview>();
}

/// Reading a catalog takes a moment: the pointer says so.
Problems patiently(const std::function<Problems()>& read)
{
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    Problems problems = read();
    QGuiApplication::restoreOverrideCursor();
    return problems;
}

/// When the file was written last, and how long it is.
std::pair<QDateTime, qint64> stateOf(const QString& path)
{
    const QFileInfo info(path);
    return {info.lastModified(), info.size()};
}

} // namespace

bool CatalogFiles::isLarge(const QString& path)
{
    constexpr qint64 readAtOnce = 1'500'000;
    const QFileInfo info(path);
    return info.isFile() && info.size() > readAtOnce;
}

void CatalogFiles::open(const QString& path, const Failed& failed)
{
    const RecentCatalog known = recentCatalog(m_settings, QFileInfo(path).absoluteFilePath());
    read(known, [this, path, known, failed](const Problems& problems) {
        if (!hasErrors(problems))
            showTaken();
        else if (!failed || !failed(problems))
            tryOtherWays(known, problems);
    });
}

/// Of a file that was not opened: asks for its columns if it may be a table, offers to read others too, or says why.
void CatalogFiles::tryOtherWays(const RecentCatalog& file, const Problems& problems)
{
    const OtherWays ways = m_otherWays ? *std::exchange(m_otherWays, {}) : otherWaysOf(file);
    if (ways.table && openTable(file, *ways.table))
        return;
    if (ways.leadsToFiles)
        offerFilesInstead(file, problems);
    else
        showProblems(m_window, tr("The catalog was not opened; the one you had stays."), file.path, problems);
}

void CatalogFiles::reload()
{
    if (m_session.path().isEmpty())
        Q_EMIT message(tr("The built-in catalog is part of the program and does not change."));
    else
        readAgain(tr("Read %1 again: %2."));
}

/// Another program has changed the file of the open catalog.
void CatalogFiles::readChanged()
{
    // What the user wants to open next comes first; if it is given up, this catalog stays and is read again.
    m_isOutdated = isReading() && m_readPath != m_session.path();
    if (!m_isOutdated)
        readAgain(tr("%1 was changed by another program and has been read again: %2."));
}

/// @p done: what is said then, of the file's name and the number of scopes.
void CatalogFiles::readAgain(const QString& done)
{
    readAnew(m_session.choices(),
        [this, done] { Q_EMIT message(done.arg(fileName(m_session.path()), scopeCount(m_workspace.catalog().scopeCount()))); });
}

/// Reads the file of the open catalog as chosen, and has @p say tell of it.
void CatalogFiles::readAnew(const OpeningChoices& choices, const std::function<void()>& say)
{
    read(current(choices), [this, say](const Problems& problems) {
        if (hasErrors(problems)) {
            showNotReloaded(problems);
            return;
        }
        showTakenAgain();
        say();
    });
}

void CatalogFiles::groupBy(Grouping grouping)
{
    OpeningChoices choices = m_session.choices();
    choices.grouping = grouping;
    readAnew(choices, [this] {
        const auto topics = m_workspace.catalog().topics().size();
        Q_EMIT message(topics == 1
                ? tr("The scopes are in 1 topic now.")
                : tr("The scopes are in %1 topics now.").arg(QLocale().toString(static_cast<qulonglong>(topics))));
    });
}

/// Reads the file, and those beside it that it refers to.
void CatalogFiles::readWithFiles(RecentCatalog file)
{
    file.choices.withFiles = true;
    read(file, [this, file](const Problems& problems) {
        if (!hasErrors(problems))
            showTaken();
        else
            showProblems(m_window, tr("The catalog was not opened; the one you had stays."), file.path, problems);
    });
}

/// The file of the open catalog and how it is to be read.
RecentCatalog CatalogFiles::current(const OpeningChoices& choices) const
{
    return {m_session.path(), {}, {}, {}, choices};
}

/// Reads and takes the catalog of a file, and calls @p then with the problems as of CatalogSession::open(): at once, or for a
/// large file later, if nothing else is chosen meanwhile.
void CatalogFiles::read(const RecentCatalog& file, const AfterReading& then)
{
    endReading();
    m_readPath = file.path;
    if (isLarge(file.path)) {
        readInBackground(file, then);
        return;
    }
    then(patiently([&] { return m_session.open(file.path, file.choices); }));
    catchUp();
}

/// What a large file was read to.
struct CatalogFiles::ReadFile
{
    Result<OpenedCatalog> opened;
    std::optional<OverlaidCatalog> ready; ///< the catalog, if there is one
    std::optional<OtherWays> otherWays; ///< if there is none
};

/// Does what takes long with a file while the panel tells of it.
void CatalogFiles::inBackground(const QString& path, const LatestTask::Work& work)
{
    if (m_panel == nullptr) {
        m_panel = new OpeningPanel(&m_notices);
        m_notices.addPanel(m_panel);
        connect(m_panel, &OpeningPanel::cancelled, this, &CatalogFiles::cancelReading);
    }
    m_panel->begin(fileName(path));
    m_reading.start(work);
}

void CatalogFiles::readInBackground(const RecentCatalog& file, const AfterReading& then)
{
    inBackground(file.path, [this, file, then, before = stateOf(file.path)](const LatestTask::Link& link) -> LatestTask::Finish {
        link.tell([this, scopes = previewOf(file.path)] { m_panel->showScopes(scopes); });
        ToldProgress progress(link, [this](double share) { m_panel->showShare(share); });
        const auto read =
            std::make_shared<ReadFile>(ReadFile{openCatalogFile(file.path, file.choices, std::ref(progress)), {}, {}});
        if (!link.isWanted())
            return {}; // so that its memory is given back here
        if (read->opened)
            read->ready = overlaid(read->opened.value->catalog, file.path);
        else
            read->otherWays = otherWaysOf(file);
        return [this, file, then, before, read] { takeRead(file, *read, before == stateOf(file.path), then); };
    });
}

/// @p isStill: false if the file has changed since the reading of it began.
void CatalogFiles::takeRead(const RecentCatalog& file, ReadFile& read, bool isStill, const AfterReading& then)
{
    m_panel->hide();
    const Problems problems = read.opened.problems;
    if (read.ready)
        m_session.take(file.path, *read.opened.value, std::move(read.opened.problems), file.choices, *std::move(read.ready));
    m_otherWays = std::move(read.otherWays);
    then(problems);
    m_otherWays.reset();
    if (!isStill && file.path == m_session.path() && !isReading())
        readChanged();
    else
        catchUp();
}

/// Does what had to wait while a file was read.
void CatalogFiles::catchUp()
{
    const bool isOfferDue = std::exchange(m_isOfferDue, false);
    if (std::exchange(m_isOutdated, false) && m_readPath != m_session.path())
        readChanged();
    if (isOfferDue)
        offerCatalogOfRequest();
}

void CatalogFiles::endReading()
{
    m_reading.cancel();
    if (m_panel != nullptr)
        m_panel->hide();
}

void CatalogFiles::cancelReading()
{
    endReading();
    Q_EMIT message(tr("Reading was given up; the catalog that was open stays."));
    catchUp();
}

} // namespace scopes
