#include "widgets/CatalogFiles.h"

#include "catalog/BuiltInCatalog.h"
#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/CatalogNotes.h"
#include "widgets/FileKind.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QWidget>

#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

// Topics of notices.
const QString notesNotice = u"catalog-notes"_s; // NOLINT(cert-err58-cpp)
const QString undefinedNotice = u"catalog-undefined-schemes"_s; // NOLINT(cert-err58-cpp)
const QString filesNotice = u"catalog-files"_s; // NOLINT(cert-err58-cpp)
const QString outsideNotice = u"catalog-outside"_s; // NOLINT(cert-err58-cpp)
const QString otherCatalogNotice = u"catalog-of-request"_s; // NOLINT(cert-err58-cpp)

} // namespace

QString CatalogFiles::fileName(const QString& path)
{
    return visibleText(QFileInfo(path).fileName(), 200);
}

QString CatalogFiles::shownPath(const QString& path)
{
    return visibleText(QDir::toNativeSeparators(path), 300);
}

CatalogFiles::CatalogFiles(Workspace& workspace, Settings& settings, Notices& notices, QWidget& window)
    : QObject(&window)
    , m_session(workspace)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_notices(notices)
    , m_window(window)
{
    connect(&m_session, &CatalogSession::changedOutside, this, &CatalogFiles::readChanged);
    connect(&m_session, &CatalogSession::vanishedOutside, this, &CatalogFiles::showVanished);
    connect(&m_session, &CatalogSession::cameBackOutside, this, [this] { m_notices.dismiss(outsideNotice); });
}

QString CatalogFiles::chooseFile()
{
    const QString last = m_settings.lastFolder();
    QString path = m_chooser.catalogToOpen(m_window, last.isEmpty() ? QDir::homePath() : last);
    if (!path.isEmpty())
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
    return path;
}

void CatalogFiles::choose()
{
    const QString path = chooseFile();
    if (path.isEmpty())
        return;
    const FileKind kind = fileKind(path);
    if (kind == FileKind::Request || kind == FileKind::Profile || kind == FileKind::Overlay)
        Q_EMIT otherFileChosen(path);
    else
        open(path);
}

void CatalogFiles::showBuiltIn()
{
    endReading();
    m_readPath.clear();
    const Problems problems = m_session.showBuiltIn();
    if (hasErrors(problems))
        showProblems(m_window, tr("The built-in catalog cannot be read. Please install the program again."), {}, problems);
    else
        showTaken();
    catchUp();
}

void CatalogFiles::begin(const QString& path, const OpenedCatalog& opened, Problems notes)
{
    const RecentCatalog known = recentCatalog(m_settings, QFileInfo(path).absoluteFilePath());
    const bool isChosen = opened.isImported && known.choices != OpeningChoices();
    // It was read before it was known how the user wants this file to be read.
    if (!isChosen || hasErrors(m_session.open(path, known.choices)))
        m_session.take(path, opened, std::move(notes));
    showTaken();
}

/// Says what is shown now, and with which notes; remembers it for the chooser.
void CatalogFiles::showTaken()
{
    m_told = {};
    m_notices.dismiss(otherCatalogNotice);
    showTakenAgain();
}

/// The same of a file that was open before: what the user has dismissed stays away while there is nothing new to tell.
void CatalogFiles::showTakenAgain()
{
    m_notices.dismiss(outsideNotice);
    if (m_notices.isShown(otherCatalogNotice))
        offerCatalogOfRequest(); // unless it is that catalog by now
    const ScopeCatalog& catalog = m_workspace.catalog();
    const QString& path = m_session.path();
    if (!path.isEmpty())
        addRecentCatalog(m_settings, {path, catalog.id(), catalog.name(), catalog.retrieved(), m_session.choices()});
    Q_EMIT message(m_session.isImported()
            ? summary()
            : tr("The catalog is now %1: %2.").arg(visibleText(catalog.name(), 200), scopeCount(catalog.scopeCount())));
    const bool hasUndefinedSchemes = m_session.isImported() && !catalog.otherScopes().empty();
    const Told before = std::exchange(m_told, {path, m_session.leadsToFiles(), hasUndefinedSchemes, m_session.notes()});
    for (Problem& note : m_told.notes)
        note.line = note.column = 0;
    tellOfFile(before);
}

/// @p before: what was told of the file that was open before.
void CatalogFiles::tellOfFile(const Told& before)
{
    const bool isSameFile = m_told.path == before.path;
    if (!m_told.leadsToFiles)
        m_notices.dismiss(filesNotice);
    else if (!isSameFile || !before.leadsToFiles)
        offerFiles();
    if (!m_told.hasUndefinedSchemes)
        m_notices.dismiss(undefinedNotice);
    else if (!isSameFile || !before.hasUndefinedSchemes)
        offerUndefinedSchemes();
    const bool isDismissed = isSameFile && m_told.notes == before.notes && !m_notices.isShown(notesNotice);
    if (m_told.notes.empty())
        m_notices.dismiss(notesNotice);
    else if (!isDismissed)
        m_notices.add(notesNotice, summary(), {{tr("Show &Notes…"), [this] { showNotes(); }}});
}

/// What calls list under schemes that the description does not define may be scopes or roles: the user may know.
void CatalogFiles::offerUndefinedSchemes()
{
    const auto names = m_workspace.catalog().otherScopes();
    const QString file = fileName(m_session.path());
    const QString first = visibleText(toQString(names.front().name), 100);
    m_notices.add(undefinedNotice,
        names.size() == 1
            ? tr("Calls in %1 list the name “%2” under a security scheme that it does not define. Take it as a scope if you know "
                 "that it is one.")
                  .arg(file, first)
            : tr(
                "Calls in %1 list %2 names, such as “%3”, under security schemes that it does not define. Take them as scopes if "
                "you know that they are.")
                  .arg(file, QLocale().toString(static_cast<qulonglong>(names.size())), first),
        {{tr("&Take as Scopes"), [this] { takeUndefinedSchemes(true); }}});
}

void CatalogFiles::takeUndefinedSchemes(bool take)
{
    OpeningChoices choices = m_session.choices();
    choices.undefinedSchemes = take;
    readAnew(choices, [this] { Q_EMIT message(summary()); });
}

/// A description may be spread over files: they are read only where the user agrees.
void CatalogFiles::offerFiles()
{
    m_notices.add(filesNotice,
        tr("%1 refers to other files, which were not read, so scopes and calls may be missing. If you agree, those in its folder "
           "and below are read, now and whenever this file is. Nothing is fetched from a network.")
            .arg(fileName(m_session.path())),
        {{tr("Read &Other Files"), [this] { readWithFiles(current(m_session.choices())); }}});
}

/// The same for a file that says nothing without the others.
void CatalogFiles::offerFilesInstead(const RecentCatalog& file, const Problems& problems)
{
    m_notices.add(filesNotice,
        tr("%1 was not opened; the catalog you had stays. %2 If you agree, the files in its folder and below are read too, now "
           "and "
           "whenever this file is. Nothing is fetched from a network.")
            .arg(fileName(file.path), visibleText(problems.front().message, 500)),
        {{tr("Read &Other Files"), [this, file] { readWithFiles(file); }}});
}

void CatalogFiles::showNotReloaded(const Problems& problems)
{
    const QString reason = toString(problems, fileName(m_session.path()), 2);
    m_notices.add(outsideNotice,
        tr("The new content of the catalog’s file cannot be used, so the catalog stays as it was read before. %1")
            .arg(visibleText(reason, 1500, true)),
        {{tr("&Try Again"), [this] { reload(); }},
            {tr("Show &All…"), [this, problems] {
                 showProblems(m_window, tr("The new content of the catalog’s file cannot be used."), m_session.path(), problems);
             }}});
}

void CatalogFiles::showVanished()
{
    m_notices.add(outsideNotice,
        tr("%1 was moved or deleted by another program. The catalog stays as it was read.").arg(fileName(m_session.path())));
}

/// 'Imported 67 scopes and 174 calls from slack.json, with 3 notes.'
QString CatalogFiles::summary() const
{
    const auto calls = m_workspace.catalog().endpoints().size();
    const auto notes = m_session.notes().size();
    const QString what = calls == 1
        ? tr("%1 and 1 call").arg(scopeCount(m_workspace.catalog().scopeCount()))
        : tr("%1 and %2 calls")
              .arg(scopeCount(m_workspace.catalog().scopeCount()), QLocale().toString(static_cast<qulonglong>(calls)));
    const QString file = fileName(m_session.path());
    const QString done =
        m_session.isImported() ? tr("Imported %1 from %2").arg(what, file) : tr("Read %1 from %2").arg(what, file);
    if (notes == 0)
        return tr("%1.").arg(done);
    return notes == 1
        ? tr("%1, with 1 note on what is odd there.").arg(done)
        : tr("%1, with %2 notes on what is odd there.").arg(done, QLocale().toString(static_cast<qulonglong>(notes)));
}

QString CatalogFiles::descriptionOfCurrent() const
{
    const ScopeCatalog& catalog = m_workspace.catalog();
    QStringList lines{tr("Catalog: %1").arg(visibleText(catalog.name(), 200))};
    if (!catalog.retrieved().isEmpty())
        lines += tr("As of %1").arg(visibleText(catalog.retrieved(), 20));
    lines += m_session.path().isEmpty() ? tr("Built into the program")
        : m_session.isImported()        ? tr("Imported from %1").arg(shownPath(m_session.path()))
                                        : tr("Read from %1").arg(shownPath(m_session.path()));
    lines += scopeCount(catalog.scopeCount());
    return lines.join(u'\n');
}

void CatalogFiles::offerCatalogOfRequest()
{
    m_notices.dismiss(otherCatalogNotice);
    m_isOfferDue = isReading(); // it may be the very catalog that is being read
    if (m_isOfferDue)
        return;
    const QString wanted = m_workspace.request().catalog;
    const QString id = m_workspace.catalog().id();
    if (wanted.isEmpty() || wanted == id)
        return;
    std::vector<NoticeChoice> choices;
    QString name = wanted;
    const auto builtIn = builtInCatalog();
    if (builtIn && (*builtIn.value)->id() == wanted) {
        name = (*builtIn.value)->name();
        choices.push_back({tr("&Open That Catalog"), [this] { showBuiltIn(); }});
    }
    for (const RecentCatalog& catalog : recentCatalogs(m_settings)) {
        if (choices.empty() && catalog.id == wanted && QFileInfo::exists(catalog.path)) {
            name = catalog.name;
            choices.push_back({tr("&Open That Catalog"), [this, path = catalog.path] { open(path); }});
        }
    }
    choices.push_back({tr("&Choose a File…"), [this] { choose(); }});
    m_notices.add(otherCatalogNotice,
        tr("This request was made with the catalog “%1”, and “%2” is open. What the open one does not have is marked as not "
           "documented.")
            .arg(visibleText(name, 100), visibleText(m_workspace.catalog().name(), 100)),
        choices);
}

void CatalogFiles::showNotes()
{
    auto* const dialog = new CatalogNotes(m_workspace.catalog().name(), m_session.path(), m_session.notes(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace scopes
