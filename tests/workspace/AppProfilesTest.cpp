#include "workspace/AppProfiles.h"

#include "SmallCatalog.h"
#include "support/TestMain.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace scopes;
using namespace scopes::tests;

/// Profiles of apps: their files, which is chosen, and what that says of the catalog's scopes.
class AppProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(path(u"settings.ini"_s));
        m_workspace = std::make_unique<Workspace>(smallCatalog({u"a.read"_s, u"a.write"_s}));
        m_profiles = std::make_unique<AppProfiles>(*m_workspace, *m_settings);
    }

    void cleanup()
    {
        m_profiles.reset();
        m_workspace.reset();
        m_settings.reset();
    }

    void aSavedProfileIsChosenAndKnown()
    {
        const QSignalSpy changed(m_workspace.get(), &Workspace::profileChanged);
        QVERIFY(m_workspace->approved() == nullptr);
        QCOMPARE(m_profiles->save(path(u"a.app.json"_s), profile({firstScope()})), QString());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_profiles->paths(), {path(u"a.app.json"_s)});
        QCOMPARE(m_workspace->approved()->count(), 1);
        QVERIFY(m_workspace->approved()->contains(0));
        QVERIFY(!m_workspace->undoStack().canUndo());
    }

    void theChosenOneComesBack()
    {
        QCOMPARE(m_profiles->save(path(u"a.app.json"_s), profile({firstScope()})), QString());
        Workspace other(smallCatalog({u"a.read"_s, u"a.write"_s}));
        AppProfiles again(other, *m_settings);
        QVERIFY(again.restore().empty());
        QCOMPARE(other.profile()->name, u"App"_s);
        again.chooseNone();
        QVERIFY(other.profile() == nullptr);
        QVERIFY(again.restore().empty());
        QVERIFY(other.profile() == nullptr);
        QCOMPARE(again.paths().size(), 1);
    }

    void whatCannotBeReadOrWrittenChangesNothing()
    {
        QCOMPARE(m_profiles->save(path(u"a.app.json"_s), profile({firstScope()})), QString());
        QVERIFY(hasErrors(m_profiles->choose(path(u"missing.app.json"_s))));
        QVERIFY(!m_profiles->save(path(u"no/folder/b.app.json"_s), profile({})).isEmpty());
        QCOMPARE(m_profiles->chosenPath(), path(u"a.app.json"_s));
        QCOMPARE(m_workspace->approved()->count(), 1);
    }

    void aProfileOfAnotherProviderApprovesNothingAndRefusesNothing()
    {
        AppProfile foreign = profile({firstScope()});
        foreign.catalog = u"elsewhere"_s;
        QCOMPARE(m_profiles->save(path(u"a.app.json"_s), foreign), QString());
        QVERIFY(m_workspace->profile() != nullptr);
        QVERIFY(m_workspace->approved() == nullptr);
    }

    void anApplicationIsAddedToTheFileAsItIsNow()
    {
        QCOMPARE(m_profiles->save(path(u"a.app.json"_s), profile({firstScope()})), QString());
        AppProfile byOthers = profile({firstScope()});
        byOthers.products = {u"Login Kit"_s};
        QCOMPARE(writeAppProfile(path(u"a.app.json"_s), byOthers), QString());
        QCOMPARE(m_profiles->noteAppliedFor({u"b.c"_s, u"a.b"_s, u"b.c"_s}), QString());
        const AppProfile now = *readAppProfileFile(path(u"a.app.json"_s)).value;
        QCOMPARE(now.appliedFor, (QStringList{u"a.b"_s, u"b.c"_s}));
        QCOMPARE(now.products, {u"Login Kit"_s});
        QCOMPARE(m_workspace->profile()->appliedFor, now.appliedFor);
    }

    void aForgottenProfileKeepsItsFile()
    {
        QCOMPARE(m_profiles->save(path(u"a.app.json"_s), profile({})), QString());
        m_profiles->forgetChosen();
        QVERIFY(m_profiles->paths().isEmpty());
        QVERIFY(m_workspace->profile() == nullptr);
        QVERIFY(QFile::exists(path(u"a.app.json"_s)));
    }

private: // NOLINT(readability-redundant-access-specifiers): what follows are no slots
    QString path(const QString& name) const { return m_folder->filePath(name); }

    QString firstScope() const { return toQString(m_workspace->catalog().scope(0).name); }

    AppProfile profile(const QStringList& approved) const
    {
        AppProfile made;
        made.name = u"App"_s;
        made.catalog = m_workspace->catalog().id();
        made.approved = approved;
        return made;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<AppProfiles> m_profiles;
};

SCOPES_TEST(AppProfilesTest)
#include "AppProfilesTest.moc"
