#pragma once

#include "document/Problem.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace scopes {

/// A text of the user's and the day on which it was written, YYYY-MM-DD.
struct OwnText
{
    QString text;
    QString date;
    QJsonObject others; ///< members that this program does not know, kept when it saves

    bool operator==(const OwnText&) const = default;
};

/// A scope that the user has added to a catalog.
struct OwnScope
{
    QString topic; ///< the name of a topic, the catalog's or a new one
    QString definition; ///< may be empty
    std::optional<QString> userDisplay; ///< what the end user reads; none: unknown
    QString date; ///< YYYY-MM-DD, when it was added or changed
    QJsonObject others; ///< as above

    bool operator==(const OwnScope&) const = default;
};

/// What a user adds to a catalog: notes on scopes, own scopes, and provider facts that the catalog does not have
/// (*.overlay.json, resources/overlay.schema.json, version 1). It is kept apart from the catalog, so that an update of that
/// changes nothing here, and never taken for the provider's word.
struct Overlay
{
    QString catalog; ///< id of the catalog that it is for
    std::map<QString, OwnText> notes; ///< by scope, also of scopes that the catalog does not have
    std::map<QString, OwnScope> scopes; ///< by name
    std::map<QString, OwnText> settings; ///< by id, see overlaySettings()
    QJsonObject others; ///< members that this program does not know, kept when it saves

    /// True if it says nothing.
    bool isEmpty() const { return notes.empty() && scopes.empty() && settings.empty() && others.isEmpty(); }

    /// The file's bytes: sorted members, one item a line, LF, a line feed at the end.
    QByteArray toBytes() const;

    bool operator==(const Overlay&) const = default;
};

/// A fact of a provider that the user can set.
struct OverlaySetting
{
    QString id; ///< its member in the file
    QString name; ///< translated, for a label
    QString standard; ///< what OAuth 2 has where nothing is documented; empty: nothing
    QString section; ///< where it has that
};

/// All of them, in the order in which they are shown.
std::vector<OverlaySetting> overlaySettings();

/// What is wrong with a setting's value, in whole sentences; empty: nothing.
QString settingProblem(const QString& id, const QString& value);

/// The largest overlay that is read, in bytes.
constexpr qint64 largestOverlay = qint64{16} * 1024 * 1024;

/// Reads an overlay's bytes: gives it, perhaps with notes, or located problems.
Result<Overlay> readOverlay(const QByteArray& bytes);

/// The same from a file.
Result<Overlay> readOverlayFile(const QString& path);

/// Writes the file as a whole or not at all, with the folder that it is in. The error message says why; empty: written.
[[nodiscard]] QString writeOverlay(const QString& path, const Overlay& overlay);

/// Where the overlay of a catalog lies: beside the catalog's file, with '.overlay.json' behind its name; for the built-in
/// catalog (@p catalogPath is empty), where the folder cannot be written or where there is one only there, in the folder
/// scope-explorer/overlays of the user's data (XDG_DATA_HOME), under the catalog's id. The file need not be there.
QString overlayPath(const QString& catalogPath, const QString& catalogId);

/// Where two overlays say different things.
struct OverlayConflict
{
    enum class Part { Note, Scope, Setting };

    Part part = Part::Note;
    QString name; ///< the scope or the setting's id
    QString mine; ///< in words, for the user
    QString theirs;
};

/// What comes of taking another's overlay.
struct OverlayMerge
{
    Overlay merged;
    std::vector<OverlayConflict> conflicts;
    int added = 0; ///< items that only the other one has
};

/// @p mine with all that @p theirs has besides; where they differ mine stays, or theirs if @p preferTheirs.
OverlayMerge merge(const Overlay& mine, const Overlay& theirs, bool preferTheirs);

} // namespace scopes
