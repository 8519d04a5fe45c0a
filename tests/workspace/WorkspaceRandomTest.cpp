#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"
#include "workspace/WorkspaceState.h"

#include <random>

namespace scopes::tests {

namespace {

/// Does anything that a user can do to a request, chosen at random.
class RandomUser
{
public:
    RandomUser(Workspace& workspace, quint32 seed)
        : m_workspace(workspace)
        , m_random(seed)
    {
    }

    /// One change, or an attempt that changes nothing.
    void change()
    {
        const auto size = static_cast<int>(m_workspace.selection().size());
        switch (below(12)) {
        case 0:
        case 1:
            m_workspace.addScopes(someNames());
            break;
        case 2:
            m_workspace.insertScopes(below(size + 3) - 1, someNames());
            break;
        case 3:
            m_workspace.removeScopes(someSelected() + someNames().mid(0, 1));
            break;
        case 4:
            m_workspace.moveScopes(below(size + 2) - 1, below(size + 2) - 1, 1 + below(3));
            break;
        case 5:
            m_workspace.setTicked(someIds(), true);
            break;
        case 6:
            m_workspace.setTicked(someIds(), false);
            break;
        case 7:
            m_workspace.invert(someIds());
            break;
        case 8:
            if (below(4) == 0 || size > 60)
                m_workspace.replaceScopes(below(4) == 0 ? QStringList() : someSelected() + someNames());
            break;
        case 9:
            if (below(4) == 0)
                m_workspace.replaceCalls(someNames());
            else
                m_workspace.setCallsTicked(someNames(), true);
            break;
        case 10:
            m_workspace.setCallsTicked(m_workspace.calls().names().mid(below(4), 1 + below(3)) + someNames(), false);
            break;
        default:
            m_workspace.setFormat(scopeFormats()[static_cast<std::size_t>(below(static_cast<int>(scopeFormats().size())))].id);
        }
    }

    int below(int limit) { return limit > 0 ? static_cast<int>(m_random() % static_cast<quint32>(limit)) : 0; }

private:
    std::vector<ScopeId> someIds()
    {
        std::vector<ScopeId> ids;
        // A block as a topic would give it, without repetition.
        const int first = below(m_workspace.catalog().scopeCount());
        for (int id = first; id < std::min(first + 1 + below(8), m_workspace.catalog().scopeCount()); ++id)
            ids.push_back(id);
        return ids;
    }

    QStringList someNames()
    {
        QStringList names;
        for (int count = 1 + below(4); count > 0; --count) {
            const ScopeCatalog& catalog = m_workspace.catalog();
            const ScopeId id = below(catalog.scopeCount());
            names.append(
                below(4) == 0 || catalog.scopeCount() == 0 ? u"unknown.%1"_s.arg(below(40)) : toQString(catalog.scope(id).name));
        }
        return names;
    }

    QStringList someSelected()
    {
        QStringList names;
        for (const QString& name : m_workspace.selection().names()) {
            if (below(6) == 0)
                names.append(name);
        }
        return names;
    }

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::mt19937 m_random;
};

} // namespace

class WorkspaceRandomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void thousandOperationsUndone()
    {
        Workspace workspace(syntheticCatalog(100));
        RandomUser user(workspace, seed(13));
        workspace.load({{}, {}, {u"given.before"_s}, {}});
        const Mirror mirror(workspace);

        QUndoStack& stack = workspace.undoStack();
        std::vector<WorkspaceState> states{stateOf(workspace)};
        while (stack.count() < 1000) {
            const int before = stack.count();
            const WorkspaceState last = states.back();
            user.change();
            const WorkspaceState now = stateOf(workspace);
            QVERIFY(now == recount(workspace));
            // A step on the stack is a change, and a change is a step.
            QCOMPARE(stack.count() - before, now == last ? 0 : 1);
            if (stack.count() > before)
                states.push_back(now);
        }
        for (int step = 1000; step > 0; --step) {
            QVERIFY(!stack.undoText().isEmpty());
            stack.undo();
            QVERIFY2(stateOf(workspace) == states[static_cast<std::size_t>(step) - 1], qPrintable(QString::number(step)));
        }
        QVERIFY(stack.isClean());
        QVERIFY(!stack.canUndo());
        for (std::size_t step = 1; step <= 1000; ++step) {
            stack.redo();
            QVERIFY2(stateOf(workspace) == states[step], qPrintable(QString::number(step)));
        }
        QVERIFY(stateOf(workspace) == recount(workspace));
        QCOMPARE(mirror.fault(), QString());
    }

    void mirrorFollowsHundredThousandOperations()
    {
        Workspace workspace(syntheticCatalog(100, 1));
        const std::vector<CatalogPointer> catalogs{workspace.catalogPointer(), syntheticCatalog(60, 2), syntheticCatalog(0)};
        RandomUser user(workspace, seed(26));
        const Mirror mirror(workspace);
        for (int operation = 0; operation < 100'000; ++operation) {
            const int choice = user.below(40);
            if (choice < 8)
                workspace.undoStack().undo();
            else if (choice < 14)
                workspace.undoStack().redo();
            else if (choice == 14 && user.below(20) == 0)
                workspace.setCatalog(catalogs[static_cast<std::size_t>(user.below(3))]);
            else if (choice == 15 && user.below(100) == 0)
                workspace.load({{}, {}, workspace.selection().names().mid(3), {}});
            else
                user.change();
            if (!mirror.fault().isEmpty() || operation % 50 == 0) {
                QVERIFY2(mirror.fault().isEmpty(), qPrintable(u"operation %1: %2"_s.arg(operation).arg(mirror.fault())));
                QVERIFY2(stateOf(workspace) == recount(workspace), qPrintable(QString::number(operation)));
            }
        }
        QCOMPARE(mirror.fault(), QString());
        QCOMPARE(mirror.rows(), workspace.selection().names());
        // The walk is worth something only if it met every kind of change.
        for (const auto kind : {SelectionChange::Kind::Insert, SelectionChange::Kind::Remove, SelectionChange::Kind::Move,
                 SelectionChange::Kind::Reset})
            QVERIFY2(mirror.count(kind) > 500, qPrintable(QString::number(mirror.count(kind))));
    }
};

} // namespace scopes::tests

using scopes::tests::WorkspaceRandomTest;
SCOPES_TEST(WorkspaceRandomTest)
#include "WorkspaceRandomTest.moc"
