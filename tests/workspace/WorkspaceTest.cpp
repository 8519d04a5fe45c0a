#include "workspace/Workspace.h"

#include "support/TestMain.h"
#include "workspace/SmallCatalog.h"
#include "workspace/WorkspaceState.h"

#include <QSignalSpy>

namespace scopes::tests {

namespace {

using Change = std::function<void(Workspace&)>;

QStringList words(const QString& text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

struct Case
{
    const char* title;
    const char* before;
    Change change;
    const char* after;
    const char* undoText; ///< empty: no undo step
};

using W = Workspace;

const std::vector<Case> cases{
    {"a scope is added at the end", "a", [](W& w) { w.addScopes({u"b"_s}); }, "a b", "Add b"},
    {"several are added as one step", "a",
        [](W& w) {
            w.addScopes({u"c"_s, u"b"_s});
        },
        "a c b", "Add 2 Scopes"},
    {"one that is there stays where it is", "a b", [](W& w) { w.addScopes({u"a"_s}); }, "a b", ""},
    {"only what is new counts", "a b",
        [](W& w) {
            w.addScopes({u"a"_s, u"c"_s});
        },
        "a b c", "Add c"},
    {"one given twice is added once", "",
        [](W& w) {
            w.addScopes({u"a"_s, u"a"_s});
        },
        "a", "Add a"},
    {"an empty name is not added", "a", [](W& w) { w.addScopes({QString()}); }, "a", ""},
    {"nothing is added", "a", [](W& w) { w.addScopes({}); }, "a", ""},
    {"one the catalog does not know is kept", "", [](W& w) { w.addScopes({u"video.lst"_s}); }, "video.lst", "Add video.lst"},
    {"several are inserted at a row", "a b",
        [](W& w) {
            w.insertScopes(1, {u"c"_s, u"d"_s});
        },
        "a c d b", "Add 2 Scopes"},
    {"a row past the end is the end", "a", [](W& w) { w.insertScopes(99, {u"b"_s}); }, "a b", "Add b"},
    {"a row before the start is the start", "a", [](W& w) { w.insertScopes(-5, {u"b"_s}); }, "b a", "Add b"},
    {"one is removed", "a b c", [](W& w) { w.removeScopes({u"b"_s}); }, "a c", "Remove b"},
    {"several apart are removed", "a b c d",
        [](W& w) {
            w.removeScopes({u"d"_s, u"a"_s, u"c"_s});
        },
        "b", "Remove 3 Scopes"},
    {"one that is not there is not removed", "a", [](W& w) { w.removeScopes({u"b"_s}); }, "a", ""},
    {"one given twice is removed once", "a b",
        [](W& w) {
            w.removeScopes({u"a"_s, u"a"_s});
        },
        "b", "Remove a"},
    {"all are replaced", "a b",
        [](W& w) {
            w.replaceScopes({u"x"_s, u"b"_s});
        },
        "x b", "Replace the Request"},
    {"replacing drops an empty name", "a",
        [](W& w) {
            w.replaceScopes({u"b"_s, QString()});
        },
        "b", "Replace the Request"},
    {"replacing by the same does nothing", "a b",
        [](W& w) {
            w.replaceScopes({u"a"_s, u"b"_s, u"a"_s});
        },
        "a b", ""},
    {"replacing by the same in another order does something", "a b",
        [](W& w) {
            w.replaceScopes({u"b"_s, u"a"_s});
        },
        "b a", "Replace the Request"},
    {"all are cleared", "a b", [](W& w) { w.replaceScopes({}); }, "", "Clear the Request"},
    {"one is moved down", "a b c", [](W& w) { w.moveScopes(0, 1); }, "b a c", "Move a"},
    {"a block is moved up", "a b c d", [](W& w) { w.moveScopes(2, 0, 2); }, "c d a b", "Move 2 Scopes"},
    {"a move past the end ends there", "a b c", [](W& w) { w.moveScopes(0, 99); }, "b c a", "Move a"},
    {"a move to its own place does nothing", "a b", [](W& w) { w.moveScopes(1, 1); }, "a b", ""},
    {"a block that reaches past the end is not moved", "a b", [](W& w) { w.moveScopes(1, 0, 2); }, "a b", ""},
    {"a block of no rows is not moved", "a b", [](W& w) { w.moveScopes(1, 0, 0); }, "a b", ""},
    {"a block of absurd size is not moved", "a b", [](W& w) { w.moveScopes(1, 0, std::numeric_limits<int>::max()); }, "a b", ""},
    {"a row before the first is not moved", "a b", [](W& w) { w.moveScopes(-1, 0); }, "a b", ""},
    {"documented scopes are ticked", "x b",
        [](W& w) {
            w.setTicked({0, 1, 2}, true);
        },
        "x b a c", "Add 2 Scopes"},
    {"documented scopes are unticked", "a x b c",
        [](W& w) {
            w.setTicked({0, 2}, false);
        },
        "x b", "Remove 2 Scopes"},
    {"ticks are inverted", "a x c",
        [](W& w) {
            w.invert({0, 1, 2, 3});
        },
        "x b d", "Invert 4 Scopes"},
    {"one tick is inverted", "a x", [](W& w) { w.invert({0}); }, "x", "Invert 1 Scope"},
    {"nothing is inverted", "a", [](W& w) { w.invert({}); }, "a", ""},
    {"a format is chosen", "a", [](W& w) { w.setFormat(u"json-array"_s); }, "a", "Format JSON array"},
    {"the format that is chosen already", "a", [](W& w) { w.setFormat(w.formatId()); }, "a", ""},
    {"a format that does not exist", "a", [](W& w) { w.setFormat(u"nonsense"_s); }, "a", ""},
    {"control characters are made visible in the step's name", "", [](W& w) { w.addScopes({u"a\u200Bb"_s}); }, "a\u200Bb",
        "Add a⟨U+200B⟩b"},
};

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void change_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("text");

        for (const Case& one : cases)
            QTest::newRow(one.title) << QString::fromUtf8(one.before) << one.change << QString::fromUtf8(one.after)
                                     << QString::fromUtf8(one.undoText);
    }

    void change()
    {
        QFETCH(QString, before);
        QFETCH(Change, change);
        QFETCH(QString, after);
        QFETCH(QString, text);

        Workspace workspace(smallCatalog({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        workspace.load({{}, {}, words(before), {}});
        QVERIFY(workspace.undoStack().isClean());
        const Mirror mirror(workspace);
        const WorkspaceState first = stateOf(workspace);

        change(workspace);
        QCOMPARE(workspace.selection().names(), words(after));
        QVERIFY(stateOf(workspace) == recount(workspace));
        QCOMPARE(workspace.undoStack().count(), text.isEmpty() ? 0 : 1);
        QCOMPARE(workspace.undoStack().undoText(), text);
        const WorkspaceState last = stateOf(workspace);

        workspace.undoStack().undo();
        QVERIFY(stateOf(workspace) == first);
        QVERIFY(workspace.undoStack().isClean());
        workspace.undoStack().redo();
        QVERIFY(stateOf(workspace) == last);
        QCOMPARE(mirror.fault(), QString());
        QCOMPARE(mirror.rows(), words(after));
    }

    void ampersandIsNoMnemonic()
    {
        Workspace workspace(smallCatalog({}));
        workspace.addScopes({u"read&write"_s});
        QCOMPARE(workspace.undoStack().text(0), u"Add read&write"_s);
        QCOMPARE(workspace.undoStack().undoText(), u"Add read&&write"_s);
    }

    void providersFormat_data()
    {
        QTest::addColumn<QByteArray>("separator");
        QTest::addColumn<QString>("format");

        QTest::newRow("a documented comma") << QByteArray(",") << u"comma"_s;
        QTest::newRow("a documented space") << QByteArray(" ") << u"space"_s;
        QTest::newRow("nothing documented is RFC 6749's space") << QByteArray() << u"space"_s;
        QTest::newRow("a line feed") << QByteArray("\n") << u"newline"_s;
    }

    void providersFormat()
    {
        QFETCH(QByteArray, separator);
        QFETCH(QString, format);
        const Workspace workspace(smallCatalog({u"a"_s}, "small", separator));
        QCOMPARE(workspace.formatId(), format);
    }

    void anotherCatalogMarksAnew()
    {
        Workspace workspace(smallCatalog({u"a"_s, u"b"_s, u"c"_s}));
        workspace.addScopes({u"c"_s, u"x"_s, u"a"_s});
        workspace.addScopes({u"y"_s});
        QVERIFY(workspace.isDocumented(u"a"_s));
        QVERIFY(!workspace.isDocumented(u"y"_s));
        const QString text = workspace.scopeString().value();
        const QSignalSpy about(&workspace, &Workspace::catalogAboutToChange);
        const QSignalSpy changed(&workspace, &Workspace::catalogChanged);
        const QSignalSpy selection(&workspace, &Workspace::selectionChanged);

        workspace.setCatalog(smallCatalog({u"y"_s, u"x"_s}, "other", " "));
        QCOMPARE(about.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(selection.count(), 0);
        QCOMPARE(workspace.selection().names(), words(u"c x a y"_s));
        QVERIFY(stateOf(workspace) == recount(workspace));
        QCOMPARE(workspace.ticked().count(), 2);
        QVERIFY(!workspace.isDocumented(u"a"_s));
        QCOMPARE(workspace.scopeString().value(), text);
        QCOMPARE(workspace.undoStack().count(), 2);

        workspace.undoStack().undo();
        workspace.undoStack().undo();
        QVERIFY(workspace.selection().isEmpty());
        QVERIFY(stateOf(workspace) == recount(workspace));
    }

    void theFormatFollowsTheProviderUntilSomethingIsDone()
    {
        Workspace workspace(smallCatalog({u"a"_s}, "first", ","));
        QCOMPARE(workspace.formatId(), u"comma"_s);
        const QSignalSpy formats(&workspace, &Workspace::formatChanged);
        workspace.setCatalog(smallCatalog({u"a"_s}, "second", " "));
        QCOMPARE(workspace.formatId(), u"space"_s);
        QCOMPARE(formats.count(), 1);
        QCOMPARE(workspace.undoStack().count(), 0);
        workspace.addScopes({u"a"_s});
        workspace.setCatalog(smallCatalog({u"a"_s}, "first", ","));
        QCOMPARE(workspace.formatId(), u"space"_s);

        workspace.load({u"first"_s, u"comma"_s, {}, {}});
        workspace.setFormat(u"json-array"_s);
        workspace.setCatalog(smallCatalog({u"a"_s}, "second", " "));
        QCOMPARE(workspace.formatId(), u"json-array"_s);
    }

    void requestKeepsItsCatalog()
    {
        Workspace workspace(smallCatalog({u"a"_s}, "first"));
        QCOMPARE(workspace.request().catalog, u"first"_s);
        workspace.setCatalog(smallCatalog({u"a"_s}, "second"));
        QCOMPARE(workspace.request().catalog, u"second"_s);
        workspace.load({u"third"_s, u"json-array"_s, {u"a"_s}, {{u"team"_s, u"video"_s}}});
        QCOMPARE(workspace.request().catalog, u"third"_s);
        workspace.setCatalog(smallCatalog({u"a"_s}, "first"));
        const RequestFile kept{u"third"_s, u"json-array"_s, {u"a"_s}, {{u"team"_s, u"video"_s}}};
        QVERIFY(workspace.request() == kept);
    }

    void loadBeginsAClean()
    {
        Workspace workspace(smallCatalog({u"a"_s, u"b"_s}));
        const Mirror mirror(workspace);
        workspace.addScopes({u"a"_s, u"x"_s});
        QVERIFY(!workspace.undoStack().isClean());
        workspace.load({{}, u"nonsense"_s, {u"b"_s}, {}});
        QVERIFY(workspace.undoStack().isClean());
        QCOMPARE(workspace.undoStack().count(), 0);
        QCOMPARE(workspace.formatId(), u"comma"_s);
        QCOMPARE(mirror.rows(), QStringList{u"b"_s});
        QCOMPARE(mirror.fault(), QString());
        QVERIFY(stateOf(workspace) == recount(workspace));
    }
};

} // namespace scopes::tests

using scopes::tests::WorkspaceTest;
SCOPES_TEST(WorkspaceTest)
#include "WorkspaceTest.moc"
