#pragma once

#include "request/Overlay.h"
#include "workspace/KeptOverlayEdits.h"
#include "workspace/LatestTask.h"
#include "workspace/Workspace.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <QUndoCommand>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace scopes {

class FileWatch;

/// Items of an overlay that are to be set, or taken out where there is no value.
struct OverlayEdit
{
    std::map<QString, std::optional<OwnText>> notes;
    std::map<QString, std::optional<OwnScope>> scopes;
    std::map<QString, std::optional<OwnText>> settings;

    bool isEmpty() const { return notes.empty() && scopes.empty() && settings.empty(); }
};

/// What makes @p after of @p before; members that this program does not know are not compared.
OverlayEdit editBetween(const Overlay& before, const Overlay& after);

/// Makes the edit, and gives the one that takes it back.
OverlayEdit apply(const OverlayEdit& edit, Overlay& overlay);

/// Where an overlay is kept, and what it is for.
struct OverlayPlace
{
    QString path; ///< the file; it need not be there
    QString catalogId;

    bool operator==(const OverlayPlace&) const = default;
};

/// A catalog with its overlay, made ready for a session.
struct OverlaidCatalog
{
    CatalogPointer base; ///< the catalog without the overlay
    QString path; ///< where the overlay is kept; the file need not be there
    bool wasThere = false; ///< that file
    std::optional<QByteArray> content; ///< of that file; none: it was not there, or was refused
    Overlay overlay;
    Problems problems; ///< why the overlay cannot be used, or what is odd in it
    CatalogPointer catalog; ///< with the overlay
};

/// Reads the overlay of the catalog that was read from @p catalogPath (empty: the built-in one), and applies it. Takes time with
/// the catalog's size; any thread may call it.
OverlaidCatalog overlaid(const CatalogPointer& catalog, const QString& catalogPath);

/// The overlay of the workspace's catalog, and its file. Each change is a step on the workspace's undo stack and is saved at
/// once, on top of what the file holds by then. What could not be saved is kept, also for the next start of the program, put over
/// whatever the file holds, and saved with the next change. What other programs do to the file is read at once. An overlay that
/// cannot be read stays as it is, and nothing is changed until it can be. Into a large catalog a changed overlay is put in the
/// background.
class OverlaySession : public QObject
{
    Q_OBJECT

public:
    /// @p workspace outlives this.
    explicit OverlaySession(Workspace& workspace, QObject* parent = nullptr);
    ~OverlaySession() override;

    const Overlay& overlay() const { return m_overlay; }

    /// Where the overlay is kept; the file need not be there.
    const QString& path() const { return m_path; }

    /// Whoever lets the user edit notes it with overlay(): by the time of the change another catalog may be open.
    OverlayPlace place() const { return {m_path, m_base->id()}; }

    /// Why the overlay cannot be used, or what is odd in it.
    const Problems& problems() const { return m_problems; }

    bool isReadable() const { return !hasErrors(m_problems); }

    /// The catalog without the overlay.
    const CatalogPointer& base() const { return m_base; }

    /// Makes the catalog the workspace's.
    void take(OverlaidCatalog ready);

    /// True while a change of the overlay is put into a large catalog: applied() comes when it is there.
    bool isApplying() const { return m_applying.isRunning(); }

    /// Reads the overlay's file again.
    void reload();

    /// Makes the change that leads from @p before, the overlay() that the user has seen at @p place, to @p after; nothing where
    /// that is none. What else has changed since stays. @p undoText is the step's name; @p besides makes what belongs to the
    /// step too. False: what the file holds by now cannot be read, so nothing was done; notChanged() has told it.
    [[nodiscard]] bool change(const OverlayPlace& place, const Overlay& before, const Overlay& after, const QString& undoText,
        const std::function<void()>& besides = {});

    /// Tries again to write what could not be saved to the file at @p path; saved() or notSaved() tells how that went.
    void saveAgain(const QString& path);

    /// By path: overlays with changes that could neither be saved nor be kept for the next start, so that the end of the
    /// program would lose them.
    const std::map<QString, Overlay>& endangered() const { return m_endangered; }

    /// The user has this overlay elsewhere, or does not want it.
    void letGo(const QString& path) { m_endangered.erase(path); }

    /// What could not be saved to the file of the open overlay when the program ran before.
    KeptOverlayEdits::Leftovers leftovers() const { return m_kept.leftovers(m_path); }

    /// Puts such a change back as a step on the undo stack; @p preferKept as of scopes::putBack(). It is kept until it is saved,
    /// or kept anew. False: as of change().
    [[nodiscard]] bool putBack(const KeptOverlayEdit& kept, bool preferKept, const QString& undoText);

Q_SIGNALS:
    /// Around each change of the workspace's catalog that comes from a change of the overlay.
    void aboutToApply();
    void applied();
    /// What was changed is in effect, if the overlay is open, and could not be written to the file. @p notKept: why it could not
    /// be kept for the next start either; empty: it is.
    void notSaved(const QString& path, const QString& why, const QString& notKept);
    void saved(const QString& path);
    /// Another catalog is the workspace's, or the same one read anew. What was being applied is not any more.
    void taken();
    /// Another program changed the file, or took it away, and what it holds now is in effect, unless it cannot be read.
    void readAgain();
    /// Nothing was changed, since what the file holds by now cannot be read.
    void notChanged(const QString& path, const scopes::Problems& problems);

private:
    friend class ChangeOverlay;

    /// What was changed since the file was written last.
    struct Unsaved
    {
        QString catalogId; ///< for whose catalog it is, as the file may not be there yet
        OverlayEdit edit;
    };

    /// Edits the overlay at @p place, open or not; gives what takes it back, or nothing if the file cannot be read.
    std::optional<OverlayEdit> edit(const OverlayPlace& place, const OverlayEdit& edit);
    bool bringUpToDate(OverlaidCatalog& ready) const;
    void applyOverlay();
    void show(const CatalogPointer& catalog);
    void watch();
    void readChanged();

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CatalogPointer m_base;
    QString m_path;
    Overlay m_overlay;
    Problems m_problems;
    std::map<QString, Unsaved> m_unsaved; ///< by path
    std::map<QString, Overlay> m_endangered;
    KeptOverlayEdits m_kept{KeptOverlayEdits::standardFolder()};
    LatestTask m_applying;
    std::unique_ptr<FileWatch> m_watch;
    QTimer m_untilWatch; ///< watching begins some time after the first use: it takes time, which the start does not have
    bool m_wasThere = false; ///< the file
    std::optional<QByteArray> m_content; ///< of the file, until it is watched; none: there was no file, or it was refused
    std::set<QString> m_written; ///< the files that were written here
};

/// A change of an overlay that has been made. It is no change of the request.
class ChangeOverlay : public QUndoCommand
{
public:
    /// What id() gives.
    static constexpr int commandId = 7001;

    /// @p inverse takes @p edit back.
    ChangeOverlay(OverlaySession& session, OverlayPlace place, OverlayEdit edit, OverlayEdit inverse, const QString& text);

    int id() const override { return commandId; }

    void redo() override;
    void undo() override;

private:
    OverlaySession& m_session; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    OverlayPlace m_place;
    OverlayEdit m_edit;
    OverlayEdit m_inverse;
    bool m_isMade = true; ///< until it is undone
};

} // namespace scopes
