#include "widgets/ProfileFiles.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/Actions.h"
#include "widgets/Notices.h"
#include "widgets/ProfileDialog.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString fileName(const QString& path)
{
    return visibleText(QFileInfo(path).fileName(), 100);
}

} // namespace

ProfileFiles::ProfileFiles(Workspace& workspace, Settings& settings, Notices& notices, QWidget& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_notices(notices)
    , m_window(window)
    , m_profiles(workspace, settings)
{
}

void ProfileFiles::restore()
{
    const QString path = m_settings.chosenProfile();
    const Problems problems = m_profiles.restore();
    if (!hasErrors(problems))
        return;
    m_notices.add(u"profile"_s,
        tr("The app profile %1 cannot be read, so approval is not checked. %2")
            .arg(fileName(path), visibleText(toString(problems, visibleText(path, 300), 2), 1000, true)));
}

void ProfileFiles::fill(QMenu& menu)
{
    menu.clear();
    auto* const group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, const QString& path) {
        QAction* const action = menu.addAction(escapedForMenu(text));
        action->setCheckable(true);
        action->setChecked(path == m_profiles.chosenPath());
        action->setActionGroup(group);
        return action;
    };
    connect(add(tr("No profile"), {}), &QAction::triggered, this, [this] { m_profiles.chooseNone(); });
    for (const QString& path : m_profiles.paths())
        connect(add(fileName(path), path), &QAction::triggered, this, [this, path] { choose(path); });
    menu.addSeparator();
    connect(menu.addAction(tr("&New Profile From Request…")), &QAction::triggered, this, &ProfileFiles::make);
    connect(menu.addAction(tr("&Open Profile…")), &QAction::triggered, this, &ProfileFiles::open);
    const auto addForChosen = [&](const QString& text, auto act) {
        QAction* const action = menu.addAction(text);
        action->setEnabled(m_workspace.profile() != nullptr);
        connect(action, &QAction::triggered, this, act);
    };
    addForChosen(tr("&Edit Profile…"), &ProfileFiles::edit);
    QAction* const back = menu.addAction(tr("&Take Back Last Edit"));
    back->setEnabled(canTakeBack());
    connect(back, &QAction::triggered, this, &ProfileFiles::takeBackEdit);
    addForChosen(tr("&Save Profile As…"), &ProfileFiles::saveAs);
    addForChosen(tr("&Forget Profile"), [this] {
        m_profiles.forgetChosen();
        Q_EMIT message(tr("The profile is forgotten; its file stays where it is."));
    });
}

bool ProfileFiles::choose(const QString& path)
{
    const Problems problems = m_profiles.choose(path);
    if (hasErrors(problems)) {
        showProblems(m_window, tr("The app profile was not opened; the one you had stays."), path, problems);
        return false;
    }
    m_notices.dismiss(u"profile"_s);
    const AppProfile& profile = *m_workspace.profile();
    Q_EMIT message(
        tr("The app profile is now %1: %2 approved.").arg(visibleText(profile.name, 80), scopeCount(profile.approved.size())));
    return true;
}

void ProfileFiles::make()
{
    AppProfile profile;
    profile.name = tr("New app");
    profile.catalog = m_workspace.catalog().id();
    profile.approved = m_workspace.selection().names();
    editThenSave(profile, {});
}

void ProfileFiles::open()
{
    const QString last = m_settings.lastFolder();
    const QString path = m_chooser.profileToOpen(m_window, last.isEmpty() ? QDir::homePath() : last);
    if (!path.isEmpty() && choose(path))
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
}

void ProfileFiles::edit()
{
    if (m_workspace.profile() != nullptr)
        editThenSave(*m_workspace.profile(), m_profiles.chosenPath());
}

void ProfileFiles::saveAs()
{
    if (m_workspace.profile() != nullptr)
        save({}, *m_workspace.profile());
}

void ProfileFiles::editThenSave(const AppProfile& profile, const QString& path)
{
    auto* const dialog = new ProfileDialog(profile, m_workspace, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, path] { save(path, dialog->profile()); });
    dialog->open();
}

/// Asks for the file where there is none yet.
void ProfileFiles::save(const QString& path, const AppProfile& profile)
{
    const QString target = path.isEmpty() ? m_chooser.profileToSave(m_window, suggestion(profile)) : path;
    if (target.isEmpty())
        return;
    const Version before = current();
    const QString reason = m_profiles.save(target, profile);
    if (!reason.isEmpty())
        return showProblem(m_window, tr("The app profile was not saved in %1.").arg(visibleText(target, 300)), reason);
    if (!path.isEmpty() && path == before.path)
        m_before.push_back(before);
    m_settings.setLastFolder(QFileInfo(target).absolutePath());
    Q_EMIT message(tr("Saved the app profile %1.").arg(fileName(target)));
}

ProfileFiles::Version ProfileFiles::current() const
{
    return {m_profiles.chosenPath(), m_workspace.profile() == nullptr ? AppProfile() : *m_workspace.profile()};
}

bool ProfileFiles::canTakeBack() const
{
    return m_workspace.profile() != nullptr && !m_before.empty() && m_before.back().path == m_profiles.chosenPath();
}

void ProfileFiles::takeBackEdit()
{
    if (!canTakeBack())
        return;
    const Version before = m_before.back();
    const QString reason = m_profiles.save(before.path, before.profile);
    if (!reason.isEmpty())
        return showProblem(m_window, tr("The app profile was not saved in %1.").arg(visibleText(before.path, 300)), reason);
    m_before.pop_back();
    Q_EMIT message(tr("The app profile %1 is what it was before its last edit.").arg(fileName(before.path)));
}

QString ProfileFiles::suggestion(const AppProfile& profile) const
{
    QString name;
    for (const QChar unit : profile.name.toLower().left(60))
        name += unit.isLetterOrNumber() ? unit : u'-';
    const QString folder = m_settings.lastFolder().isEmpty() ? QDir::homePath() : m_settings.lastFolder();
    return folder + u'/' + (name.isEmpty() ? u"app"_s : name) + u".app.json"_s;
}

void ProfileFiles::noteAppliedFor(const QStringList& scopes)
{
    const Version before = current();
    const QString reason = m_profiles.noteAppliedFor(scopes);
    if (!reason.isEmpty())
        return showProblem(m_window, tr("The app profile was not saved."), reason);
    m_before.push_back(before);
    Q_EMIT message(tr("Noted in %1 that %2 was applied for, and saved it.")
                       .arg(fileName(m_profiles.chosenPath()), visibleText(scopes.join(u", "_s), 100)));
}

} // namespace scopes
