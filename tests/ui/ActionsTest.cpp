#include "widgets/Actions.h"

#include "support/TestMain.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace scopes;
using namespace Qt::StringLiterals;

/// The one list of actions: what every action must have, over all of them.
class ActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void noTwoActionsShareAShortcut()
    {
        QHash<QString, QString> owners;
        for (const ActionSpec& spec : actionSpecs()) {
            for (const QKeySequence& keys : spec.shortcuts()) {
                const QString name = keys.toString(QKeySequence::PortableText);
                QVERIFY2(!owners.contains(name),
                    qPrintable(u"%1 is for '%2' and for '%3'"_s.arg(name, owners.value(name), spec.text())));
                owners.insert(name, spec.text());
            }
        }
        QVERIFY(owners.size() > 30);
    }

    void everyActionHasTextHelpAndKeys()
    {
        for (const ActionSpec& spec : actionSpecs()) {
            QVERIFY(withoutMnemonic(spec.text()).size() > 2);
            QVERIFY2(spec.help().endsWith(u'.'), qPrintable(spec.help()));
            const bool isSubmenu = (spec.traits & ActionSpec::Submenu) != 0;
            QVERIFY2(isSubmenu || !spec.shortcuts().isEmpty(), qPrintable(spec.text()));
        }
    }

    void mnemonicsAreUniqueInEachMenu()
    {
        QMainWindow window;
        const Actions actions(window, *window.menuBar());
        const auto check = [](const QList<QAction*>& list) {
            QHash<QChar, QString> owners;
            for (const QAction* action : list) {
                if (action->isSeparator())
                    continue;
                const qsizetype mark = action->text().indexOf(u'&');
                QVERIFY2(mark >= 0, qPrintable(action->text()));
                const QChar letter = action->text().at(mark + 1).toLower();
                QVERIFY2(!owners.contains(letter), qPrintable(action->text() + u" and "_s + owners.value(letter)));
                owners.insert(letter, action->text());
            }
        };
        check(window.menuBar()->actions());
        for (const QAction* menu : window.menuBar()->actions())
            check(menu->menu<QMenu*>()->actions());
    }

    void everyActionStandsInAMenu()
    {
        QMainWindow window;
        const Actions actions(window, *window.menuBar());
        QList<QAction*> shown;
        for (const QAction* menu : window.menuBar()->actions()) {
            for (QAction* action : menu->menu<QMenu*>()->actions()) {
                if (!action->isSeparator())
                    shown.append(action);
            }
        }
        QCOMPARE(shown, actions.all());
        QCOMPARE(shown.size(), static_cast<qsizetype>(actionSpecs().size()));
    }

    void iconsComeWithTheFirstMenu()
    {
        QMainWindow window;
        const Actions actions(window, *window.menuBar());
        QVERIFY(actions[ActionId::Save].icon().isNull());
        Q_EMIT window.menuBar()->actions().first()->menu<QMenu*>()->aboutToShow();
        QVERIFY(!actions[ActionId::Save].icon().pixmap(16).isNull());
    }

    void textsWithoutMnemonic_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("without");
        QTest::newRow("a mnemonic goes") << u"Save &As…"_s << u"Save As…"_s;
        QTest::newRow("a doubled ampersand is one") << u"A && B"_s << u"A & B"_s;
        QTest::newRow("an ampersand at the end stays") << u"A &"_s << u"A &"_s;
    }

    void textsWithoutMnemonic()
    {
        QFETCH(QString, text);
        QTEST(withoutMnemonic(text), "without");
    }
};

SCOPES_TEST(ActionsTest)

#include "ActionsTest.moc"
