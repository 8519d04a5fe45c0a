#pragma once

#include "workspace/Workspace.h"

#include <QStringList>

namespace scopes::tests {

/// What can be seen of a workspace's request.
struct WorkspaceState
{
    QStringList names;
    QString format;
    std::vector<ScopeId> ticked;
    std::vector<int> tickedInTopics;
    QStringList calls;

    bool operator==(const WorkspaceState&) const = default;
};

/// As the workspace says it is.
inline WorkspaceState stateOf(const Workspace& workspace)
{
    WorkspaceState state{workspace.selection().names(), workspace.formatId(), {}, {}, workspace.calls().names()};
    workspace.ticked().forEach([&](ScopeId id) { state.ticked.push_back(id); });
    for (TopicId topic = 0; topic < workspace.catalog().topicCount(); ++topic)
        state.tickedInTopics.push_back(workspace.tickedIn(topic));
    return state;
}

/// As it must be, counted from the names alone.
inline WorkspaceState recount(const Workspace& workspace)
{
    const ScopeCatalog& catalog = workspace.catalog();
    WorkspaceState state{workspace.selection().names(), workspace.formatId(), {}, {}, workspace.calls().names()};
    const QSet<QString> names(state.names.begin(), state.names.end());
    state.tickedInTopics.resize(static_cast<std::size_t>(catalog.topicCount()));
    for (ScopeId id = 0; id < catalog.scopeCount(); ++id) {
        if (!names.contains(toQString(catalog.scope(id).name)))
            continue;
        state.ticked.push_back(id);
        ++state.tickedInTopics[static_cast<std::size_t>(catalog.scope(id).topic)];
    }
    return state;
}

/// A list that knows the selection only from the workspace's signals, as a view does, and finds what they get wrong.
class Mirror : public QObject
{
    Q_OBJECT

public:
    explicit Mirror(Workspace& workspace)
        : m_workspace(workspace)
        , m_rows(workspace.selection().names())
    {
        connect(&workspace, &Workspace::selectionAboutToChange, this, &Mirror::announce);
        connect(&workspace, &Workspace::selectionChanged, this, &Mirror::follow);
    }

    const QStringList& rows() const { return m_rows; }

    /// What was wrong first; empty: nothing.
    const QString& fault() const { return m_fault; }

    int count(SelectionChange::Kind kind) const { return m_counts[static_cast<std::size_t>(kind)]; }

private:
    void check(bool right, const QString& fault)
    {
        if (!right && m_fault.isEmpty())
            m_fault = fault;
    }

    void announce(const SelectionChange& change)
    {
        check(!m_isChanging, u"two changes are announced at once"_s);
        check(m_rows == m_workspace.selection().names(), u"a change is announced after it was made"_s);
        m_isChanging = true;
        m_announced = change;
        m_before = m_workspace.ticked();
    }

    void follow(const SelectionChange& change, const std::vector<ScopeId>& touched)
    {
        const QStringList& now = m_workspace.selection().names();
        check(m_isChanging, u"a change was not announced"_s);
        m_isChanging = false;
        check(change.kind == m_announced.kind && change.first == m_announced.first && change.count == m_announced.count
                && change.to == m_announced.to,
            u"another change was announced"_s);
        ++m_counts[static_cast<std::size_t>(change.kind)];
        apply(change, now);
        check(m_rows == now, u"the rows differ after a change of kind %1"_s.arg(static_cast<int>(change.kind)));
        for (const ScopeId id : touched) {
            check(m_before.contains(id) != m_workspace.ticked().contains(id), u"a scope is touched that did not change"_s);
            m_before.set(id, !m_before.contains(id));
        }
        check(m_before == m_workspace.ticked(), u"a scope changed that is not touched"_s);
    }

    void apply(const SelectionChange& change, const QStringList& now)
    {
        switch (change.kind) {
        case SelectionChange::Kind::Insert:
            m_rows = m_rows.mid(0, change.first) + now.mid(change.first, change.count) + m_rows.mid(change.first);
            break;
        case SelectionChange::Kind::Remove:
            m_rows.remove(change.first, change.count);
            break;
        case SelectionChange::Kind::Move: {
            const QStringList block = m_rows.mid(change.first, change.count);
            m_rows.remove(change.first, change.count);
            m_rows = m_rows.mid(0, change.to) + block + m_rows.mid(change.to);
            break;
        }
        case SelectionChange::Kind::Reset:
            m_rows = now;
            break;
        }
    }

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QStringList m_rows;
    QString m_fault;
    SelectionChange m_announced;
    ScopeSet m_before;
    bool m_isChanging = false;
    std::array<int, 4> m_counts{};
};

} // namespace scopes::tests
