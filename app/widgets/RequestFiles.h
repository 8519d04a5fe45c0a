#pragma once

#include "widgets/FileDialogs.h"
#include "workspace/RequestSession.h"
#include "workspace/Settings.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace scopes {

class Notices;

/// New, Open, Save and what belongs to them, with the questions: a modified request is never lost without one, and never asked
/// about twice.
class RequestFiles : public QObject
{
    Q_OBJECT

public:
    /// @p window is the parent of the dialogs, and of this.
    RequestFiles(RequestSession& session, Settings& settings, Notices& notices, QWidget& window);

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }

    /// Asks, where something would be lost, whether to save it. True: go on; what was to be saved is.
    bool mayGoOn();

    void startNew();

    /// Has the user name a file to open; empty: the user thought better of it.
    QString chooseFile();

    /// Opens a request file, after mayGoOn(). False if nothing was opened; the user knows why.
    bool open(const QString& path);

    /// False if the request is not saved; the user knows why.
    bool save();
    bool saveAs();

    void revert();

    /// Fills the menu with the files that were open lately and are still there.
    void fillRecent(QMenu& menu);

Q_SIGNALS:
    /// For the status bar.
    void message(const QString& text);
    /// The request was opened or saved with that name, or begun anew.
    void requestChanged();

private:
    bool read(const QString& path, const Problems& problems);
    bool mayOverwrite();
    bool saveElsewhere(const QString& reason);
    bool reload();
    void saved();
    void remember();
    void offerReload();
    void offerSave();
    QString suggestion() const;

    RequestSession& m_session; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Notices& m_notices; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QWidget& m_window; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FileChooser m_chooser = fileDialogs();
};

} // namespace scopes
