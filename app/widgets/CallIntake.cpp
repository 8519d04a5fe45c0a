#include "widgets/CallIntake.h"

#include "models/ScopeSearch.h"

#include <memory>

namespace scopes {

CallIntake::CallIntake(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::catalogAboutToChange, this, &CallIntake::stop);
}

void CallIntake::take(const QString& text)
{
    m_task.cancel();
    const CatalogPointer catalog = m_workspace.catalogPointer();
    // What reads calls is made from all those of the catalog.
    if (text.size() <= longestAtOnce && !ScopeSearch::isLarge(*catalog)) {
        finish(text, readCalls(text, CallRecogniser(*catalog), *catalog));
        return;
    }
    Q_EMIT began(text.size());
    m_task.start([this, text, catalog](const LatestTask::Link&) {
        auto reading = std::make_shared<CallReading>(readCalls(text, CallRecogniser(*catalog), *catalog));
        return [this, text, reading] { finish(text, *reading); };
    });
}

void CallIntake::stop()
{
    m_task.cancel();
}

void CallIntake::finish(const QString& text, const CallReading& reading)
{
    if (reading.isScopes) {
        Q_EMIT foundScopes(text);
        return;
    }
    const qsizetype before = m_workspace.calls().size();
    m_workspace.setCallsTicked(reading.names, true);
    Q_EMIT taken(reading, m_workspace.calls().size() - before);
}

} // namespace scopes
