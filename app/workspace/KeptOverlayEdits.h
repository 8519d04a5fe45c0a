#pragma once

#include "request/Overlay.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace scopes {

/// A change of an overlay that could not be written to the overlay's file. Both sides have the items concerned alone.
struct KeptOverlayEdit
{
    QString path; ///< the overlay's file
    Overlay before; ///< as the file had them
    Overlay after; ///< as the user has them; what is only in before was taken out
    QDateTime time; ///< of the change
    QString keptIn; ///< the file that it is kept in
};

/// What comes of putting a kept change over what the overlay is by now.
struct PutBackOverlay
{
    Overlay overlay;
    std::vector<OverlayConflict> conflicts; ///< 'mine' is what was kept, 'theirs' what stands there by now
};

/// @p now with what was kept; where somebody has written something else since, that stays, or goes if @p preferKept. What was to
/// be taken out and has been changed since stays.
PutBackOverlay putBack(const KeptOverlayEdit& kept, const Overlay& now, bool preferKept);

/// Keeps changes of overlays that could not be written in a folder of its own, so that they outlast the program. Each instance
/// of the program writes files of its own there, one for each overlay.
class KeptOverlayEdits
{
    Q_DECLARE_TR_FUNCTIONS(KeptOverlayEdits)

public:
    /// What leftovers() found.
    struct Leftovers
    {
        std::vector<KeptOverlayEdit> edits; ///< the oldest first
        QStringList messages; ///< on what could not be read and was set aside, whole sentences
    };

    /// @p folder need not exist before something is kept.
    explicit KeptOverlayEdits(QString folder);

    /// scope-explorer/overlays in the user's folder for state, beside Autosave::standardFolder().
    static QString standardFolder();

    const QString& folder() const { return m_folder; }

    /// Keeps what makes @p mine of @p held, the content of the file at @p path; takes the place of what this instance has kept
    /// of that. Gives why it could not, as a sentence; empty: kept.
    [[nodiscard]] QString keep(const QString& path, const Overlay& held, const Overlay& mine) const;

    /// Takes away what this instance has kept of the overlay at @p path.
    void forget(const QString& path) const;

    /// What other instances have kept of the overlay at @p path, which may still run.
    Leftovers leftovers(const QString& path) const;

    static void discard(const KeptOverlayEdit& kept);

private:
    QString fileOf(const QString& path) const;

    QString m_folder;
    QString m_id;
};

} // namespace scopes
