#pragma once

#include "widgets/FileDialogs.h"
#include "widgets/Notices.h"
#include "workspace/OverlaySession.h"

#include <QObject>

#include <functional>

namespace scopes {

/// The dialogs around what the user adds to the catalog: settings, notes, own scopes, and the files that they are shared in.
class OverlayFiles : public QObject
{
    Q_OBJECT

public:
    /// @p window is the parent of the dialogs, and of this.
    OverlayFiles(OverlaySession& session, Workspace& workspace, Notices& notices, QWidget& window);

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }

    void showSettings();

    /// Edits the note on a scope; says what to do if there is none.
    void editNote(const QString& scope);

    /// Adds a scope, or edits it if the overlay has it.
    void editScope(const QString& name);

    /// Adds what the overlay in a file has to that of the open catalog. Asks where the two differ, and before one that is for
    /// another catalog is added.
    void add(const QString& path);

    /// Lists all that the overlay has.
    void showAll();

    /// Tells of an overlay that cannot be read.
    void tellProblems();

    /// Before the program ends: where changes can be neither saved nor kept, asks what to do. False: the user wants to stay.
    bool mayClose();

Q_SIGNALS:
    /// For the status bar.
    void message(const QString& text);
    /// A scope that was added, to be shown.
    void scopeAdded(const QString& name);

private:
    bool mayChange();
    bool save(const OverlayPlace& place, const Overlay& before, const Overlay& after, const QString& undoText,
        const std::function<void()>& besides = {});
    static QString shownPath(const QString& path);
    static QString unsavedNotice(const QString& path);
    void tellNotSaved(const QString& path, const QString& why, const QString& notKept);
    void offerLeftovers();
    void putBack(const KeptOverlayEdit& kept);
    void saveCopy();
    bool saveElsewhere(const Overlay& overlay);
    void addAnothers();
    bool isWantedHere(const Overlay& theirs, const QString& path);
    /// @p question: what is asked, above where they differ.
    bool prefersTheirs(const std::vector<OverlayConflict>& conflicts, const QString& question, bool& isCancelled);
    static QString today();

    OverlaySession& m_session; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Notices& m_notices; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QWidget& m_window; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FileChooser m_chooser = fileDialogs();
    bool m_isAwaited = false; ///< a change is being put into a large catalog
    QString m_offered; ///< the file of the kept change that was offered last, for this overlay
    QString m_added; ///< a scope that is not in the large catalog yet
};

} // namespace scopes
