#include "workspace/Settings.h"

#include "document/VisibleText.h"
#include "workspace/SettingsDamage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestState = 65'536; // bytes of a window's, header's or splitter's state
constexpr qsizetype longestText = 4096;
constexpr qsizetype mostTexts = 10'000;

const QString geometryKey = u"window/geometry"_s;
const QString stateKey = u"window/state"_s;
const QString sortColumnKey = u"scopes/sortColumn"_s;
const QString sortDescendingKey = u"scopes/sortDescending"_s;
const QString marksKey = u"scopes/differenceMarks"_s;
const QString formatKey = u"request/format"_s;
const QString folderKey = u"files/lastFolder"_s;
const QString recentKey = u"files/recent"_s;
const QString recentCatalogsKey = u"catalogs/recent"_s;
const QString profilesKey = u"profiles/files"_s;
const QString chosenProfileKey = u"profiles/chosen"_s;

QString tr(const char* sentence)
{
    return QCoreApplication::translate("Settings", sentence);
}

QString shown(const QString& path)
{
    return visibleText(QDir::toNativeSeparators(path), longestText);
}

/// A key for something with a name of its own, in which '/' would begin a group.
QString keyFor(const QString& group, const QString& name)
{
    return group + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name.left(200)));
}

/// True if nothing is known that keeps the file from being written with a new one in its place; nothing is written to find out.
bool mayBeWritten(const QString& path)
{
    const QFileInfo file(path);
    if (file.exists() && !file.isWritable())
        return false;
    QFileInfo folder(file.absolutePath());
    while (!folder.exists() && !folder.isRoot())
        folder.setFile(folder.absolutePath());
    return folder.isDir() && folder.isWritable();
}

} // namespace

Settings::Settings(QString path)
    : m_path(std::move(path))
{
    QString damage = settingsDamage(m_path);
    if (damage.isEmpty()) {
        m_file = std::make_unique<QSettings>(m_path, QSettings::IniFormat);
        m_file->allKeys(); // reads it all: only then does the status tell
        if (m_file->status() == QSettings::FormatError)
            damage = tr("it is not in INI format");
    }
    if (!damage.isEmpty())
        setAside(damage);
    if (m_file != nullptr && !mayBeWritten(m_path))
        tellUnsaved(); // now: the end of the program, which saves, has nobody to tell
}

Settings::~Settings() = default;

QString Settings::standardPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/scope-explorer/settings.ini"_s;
}

void Settings::setAside(const QString& reason)
{
    m_file.reset();
    QString aside = m_path + u".damaged"_s;
    for (int number = 2; number < 1000 && QFileInfo::exists(aside); ++number)
        aside = m_path + u".damaged-%1"_s.arg(number);
    if (QFile::rename(m_path, aside) || QDir().rename(m_path, aside)) {
        m_messages.append(tr("The settings in “%1” could not be used: %2. The file was set aside as “%3”, and the program starts "
                             "with its default settings.")
                              .arg(shown(m_path), reason, shown(aside)));
        m_file = std::make_unique<QSettings>(m_path, QSettings::IniFormat);
        return;
    }
    m_toldUnsaved = true;
    m_messages.append(tr("The settings in “%1” cannot be used: %2. The file cannot be set aside as “%3” either, so the program "
                         "starts with its default settings and does not save them. Move the file away.")
                          .arg(shown(m_path), reason, shown(aside)));
}

QString Settings::takeMessage()
{
    return std::exchange(m_messages, {}).join(u'\n');
}

void Settings::save()
{
    if (m_file == nullptr)
        return;
    m_file->sync();
    if (m_file->status() != QSettings::NoError)
        tellUnsaved();
}

void Settings::tellUnsaved()
{
    if (std::exchange(m_toldUnsaved, true))
        return;
    m_messages.append(tr("The settings cannot be saved in “%1”; they last until the program ends. Check that the folder can "
                         "be written and that the disk is not full.")
                          .arg(shown(m_path)));
}

QByteArray Settings::windowGeometry() const
{
    return bytes(geometryKey);
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    setBytes(geometryKey, geometry);
}

QByteArray Settings::windowState() const
{
    return bytes(stateKey);
}

void Settings::setWindowState(const QByteArray& state)
{
    setBytes(stateKey, state);
}

QByteArray Settings::headerState(const QString& view) const
{
    return bytes(keyFor(u"headers"_s, view));
}

void Settings::setHeaderState(const QString& view, const QByteArray& state)
{
    setBytes(keyFor(u"headers"_s, view), state);
}

QByteArray Settings::splitterState(const QString& splitter) const
{
    return bytes(keyFor(u"splitters"_s, splitter));
}

void Settings::setSplitterState(const QString& splitter, const QByteArray& state)
{
    setBytes(keyFor(u"splitters"_s, splitter), state);
}

Settings::Sorting Settings::sorting() const
{
    bool isNumber = false;
    const int column = text(sortColumnKey).toInt(&isNumber);
    if (!isNumber || column < 0 || column > 100)
        return {};
    return {column, text(sortDescendingKey) == u"true" ? Qt::DescendingOrder : Qt::AscendingOrder};
}

void Settings::setSorting(const Sorting& sorting)
{
    setValue(sortColumnKey, QString::number(sorting.column));
    setValue(sortDescendingKey, sorting.order == Qt::DescendingOrder ? u"true"_s : u"false"_s);
}

QStringList Settings::collapsedTopics(const QString& catalogId) const
{
    return texts(keyFor(u"collapsedTopics"_s, catalogId));
}

void Settings::setCollapsedTopics(const QString& catalogId, const QStringList& topicIds)
{
    setValue(keyFor(u"collapsedTopics"_s, catalogId), topicIds.mid(0, mostTexts));
}

QString Settings::formatId() const
{
    return text(formatKey);
}

void Settings::setFormatId(const QString& formatId)
{
    setValue(formatKey, formatId);
}

bool Settings::differenceMarks() const
{
    return text(marksKey) != u"false";
}

void Settings::setDifferenceMarks(bool shown)
{
    setValue(marksKey, shown ? u"true"_s : u"false"_s);
}

QString Settings::lastFolder() const
{
    const QString folder = text(folderKey);
    return QDir::isAbsolutePath(folder) ? folder : QString();
}

void Settings::setLastFolder(const QString& folder)
{
    setValue(folderKey, folder);
}

QStringList Settings::recentFiles() const
{
    QStringList files;
    for (const QString& path : texts(recentKey)) {
        if (files.size() < mostRecentFiles && QDir::isAbsolutePath(path) && !files.contains(path))
            files.append(path);
    }
    return files;
}

void Settings::addRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    setValue(recentKey, files.mid(0, mostRecentFiles));
}

void Settings::removeRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    if (files.removeAll(path) > 0)
        setValue(recentKey, files);
}

void Settings::removeVanishedRecentFiles()
{
    QStringList files = recentFiles();
    if (files.removeIf([](const QString& path) { return !QFileInfo::exists(path); }) > 0)
        setValue(recentKey, files);
}

QStringList Settings::profileFiles() const
{
    QStringList files = texts(profilesKey);
    files.removeIf([](const QString& path) { return !QDir::isAbsolutePath(path); });
    files.removeDuplicates();
    return files;
}

void Settings::setProfileFiles(const QStringList& paths)
{
    setValue(profilesKey, paths);
}

QString Settings::chosenProfile() const
{
    const QString path = text(chosenProfileKey);
    return QDir::isAbsolutePath(path) ? path : QString();
}

void Settings::setChosenProfile(const QString& path)
{
    setValue(chosenProfileKey, path);
}

QStringList Settings::recentCatalogs() const
{
    return texts(recentCatalogsKey);
}

void Settings::setRecentCatalogs(const QStringList& entries)
{
    setValue(recentCatalogsKey, entries);
}

QVariant Settings::value(const QString& key) const
{
    return m_file != nullptr ? m_file->value(key) : m_unsaved.value(key);
}

void Settings::setValue(const QString& key, const QVariant& value)
{
    if (m_file == nullptr)
        m_unsaved.insert(key, value);
    else if (m_file->value(key) != value)
        m_file->setValue(key, value);
}

QByteArray Settings::bytes(const QString& key) const
{
    const QVariant stored = value(key);
    if (stored.typeId() != QMetaType::QByteArray || stored.toByteArray().size() > largestState)
        return {};
    return stored.toByteArray();
}

void Settings::setBytes(const QString& key, const QByteArray& bytes)
{
    if (bytes.size() <= largestState)
        setValue(key, bytes);
}

QString Settings::text(const QString& key) const
{
    const QVariant stored = value(key);
    if (stored.typeId() != QMetaType::QString || stored.toString().size() > longestText)
        return {};
    return stored.toString();
}

QStringList Settings::texts(const QString& key) const
{
    const QVariant stored = value(key);
    // One text is not told from a list of one, and an empty list is written as an invalid value.
    if (stored.typeId() != QMetaType::QStringList && stored.typeId() != QMetaType::QString)
        return {};
    QStringList list = stored.toStringList().mid(0, mostTexts);
    list.removeIf([](const QString& entry) { return entry.isEmpty() || entry.size() > longestText; });
    return list;
}

} // namespace scopes
