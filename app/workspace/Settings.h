#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariantHash>

#include <memory>

namespace scopes {

/// What the window remembers from one start to the next, in one INI file. A damaged file is set aside, and a folder that cannot
/// be written makes everything last only until the program ends: each gives one message, nothing is fatal. A value of the wrong
/// type or of absurd size counts as none.
class Settings
{
public:
    /// The column that a view is sorted by.
    struct Sorting
    {
        int column = -1; ///< -1: the catalog's order
        Qt::SortOrder order = Qt::AscendingOrder;

        bool operator==(const Sorting&) const = default;
    };

    static constexpr int mostRecentFiles = 10;

    /// @p path: the file, which need not exist; nothing is written before the first save.
    explicit Settings(QString path);
    ~Settings();

    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;

    /// scope-explorer/settings.ini in the user's folder for configuration (XDG Base Directory Specification 0.8).
    static QString standardPath();

    const QString& path() const { return m_path; }

    /// What the user should be told since the last call, whole sentences; empty: nothing. To be asked after the start and
    /// after save().
    QString takeMessage();

    /// Writes what was set. It is also written from time to time while events run, and at the end.
    void save();

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    QByteArray windowState() const;
    void setWindowState(const QByteArray& state);

    /// As QHeaderView::saveState() gave it for the view called @p view.
    QByteArray headerState(const QString& view) const;
    void setHeaderState(const QString& view, const QByteArray& state);

    /// As QSplitter::saveState() gave it for the splitter called @p splitter.
    QByteArray splitterState(const QString& splitter) const;
    void setSplitterState(const QString& splitter, const QByteArray& state);

    Sorting sorting() const;
    void setSorting(const Sorting& sorting);

    /// The topics that were left closed in the catalog of that id, by topic id.
    QStringList collapsedTopics(const QString& catalogId) const;
    void setCollapsedTopics(const QString& catalogId, const QStringList& topicIds);

    /// The output format's id; empty: the provider's own.
    QString formatId() const;
    void setFormatId(const QString& formatId);

    /// True unless it was turned off.
    bool differenceMarks() const;
    void setDifferenceMarks(bool shown);

    /// The folder of the last file dialog, absolute; empty: none.
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

    /// Absolute paths, the newest first, each once, at most mostRecentFiles.
    QStringList recentFiles() const;
    /// Puts a file first. @p path is absolute.
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);
    /// Takes out what is no longer there. Looks at the disk.
    void removeVanishedRecentFiles();

    /// Files of app profiles that the user knows of, absolute paths, each once.
    QStringList profileFiles() const;
    void setProfileFiles(const QStringList& paths);

    /// That of the chosen app profile, absolute; empty: none is chosen.
    QString chosenProfile() const;
    void setChosenProfile(const QString& path);

    /// Catalogs that were open lately, as RecentCatalogs writes them.
    QStringList recentCatalogs() const;
    void setRecentCatalogs(const QStringList& entries);

private:
    void setAside(const QString& reason);
    void tellUnsaved();
    QVariant value(const QString& key) const;
    void setValue(const QString& key, const QVariant& value);
    QByteArray bytes(const QString& key) const;
    void setBytes(const QString& key, const QByteArray& bytes);
    QString text(const QString& key) const;
    QStringList texts(const QString& key) const;

    QString m_path;
    std::unique_ptr<QSettings> m_file; ///< null if a damaged file could not be set aside
    QVariantHash m_unsaved; ///< instead of m_file
    QStringList m_messages;
    bool m_toldUnsaved = false;
};

} // namespace scopes
