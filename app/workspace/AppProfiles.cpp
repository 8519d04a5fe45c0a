#include "workspace/AppProfiles.h"

#include <utility>

namespace scopes {

AppProfiles::AppProfiles(Workspace& workspace, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
{
}

Problems AppProfiles::restore()
{
    const QString path = m_settings.chosenProfile();
    return path.isEmpty() ? Problems() : choose(path);
}

Problems AppProfiles::choose(const QString& path)
{
    auto profile = readAppProfileFile(path);
    if (profile)
        take(path, std::move(*profile.value));
    return profile.problems;
}

void AppProfiles::chooseNone()
{
    m_path.clear();
    m_settings.setChosenProfile({});
    m_workspace.setProfile(nullptr);
}

QString AppProfiles::save(const QString& path, const AppProfile& profile)
{
    QString problem = writeAppProfile(path, profile);
    if (problem.isEmpty())
        take(path, profile);
    return problem;
}

QString AppProfiles::noteAppliedFor(const QStringList& scopes)
{
    if (m_path.isEmpty() || m_workspace.profile() == nullptr)
        return {};
    // Another program may have changed the file meanwhile.
    const auto onDisk = readAppProfileFile(m_path);
    AppProfile profile = onDisk ? *onDisk.value : *m_workspace.profile();
    for (const QString& scope : scopes) {
        if (!profile.appliedFor.contains(scope))
            profile.appliedFor.append(scope);
    }
    profile.appliedFor.sort();
    return save(m_path, profile);
}

void AppProfiles::forgetChosen()
{
    QStringList known = paths();
    known.removeAll(m_path);
    m_settings.setProfileFiles(known);
    chooseNone();
}

void AppProfiles::take(const QString& path, AppProfile profile)
{
    QStringList known = paths();
    if (!known.contains(path)) {
        known.append(path);
        known = known.mid(std::max<qsizetype>(known.size() - mostKnown, 0));
        m_settings.setProfileFiles(known);
    }
    m_path = path;
    m_settings.setChosenProfile(path);
    m_workspace.setProfile(std::make_shared<const AppProfile>(std::move(profile)));
}

} // namespace scopes
