#include "cli/TextTable.h"

#include "support/TestMain.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace scopes;

class TextTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aligns()
    {
        QCOMPARE(textTable({{u"a"_s, u"bb"_s}, {u"ccc"_s, u"d"_s}}), u"a    bb\nccc  d\n"_s);
        QCOMPARE(textTable({{u"😀"_s, u"b"_s}, {u"ä"_s, u""_s}, {u"cc"_s}}), u"😀   b\nä\ncc\n"_s);
        QCOMPARE(textTable({}), QString());
    }

    void wrapsBetweenWords()
    {
        QCOMPARE(textTable({{u"name.is.long"_s, u"one two three"_s, u"x"_s}}, 22),
            u"name.is.long  one    x\n"
            "              two\n"
            "              three\n"_s);
        QCOMPARE(textTable({{u"unbreakable"_s, u"words"_s}}, 5), u"unbreakable  words\n"_s);
    }

    void losesNothing()
    {
        std::mt19937 random(tests::seed(5));
        for (int round = 0; round < 300; ++round) {
            QStringList row;
            QString all;
            for (int cell = 0; cell < 3; ++cell) {
                QString text;
                for (auto i = random() % 30; i > 0; --i)
                    text += random() % 5 == 0 && !text.isEmpty() && !text.endsWith(u' ')
                        ? u' '
                        : QChar(u'a' + static_cast<int>(random() % 26));
                row += text.trimmed();
                all += text;
            }
            QString out = textTable({row}, 1 + static_cast<int>(random() % 100));
            const auto sorted = [](QString text) {
                text.remove(QRegularExpression(u"\\s"_s));
                std::sort(text.begin(), text.end());
                return text;
            };
            QCOMPARE(sorted(out), sorted(all));
        }
    }
};

SCOPES_TEST(TextTableTest)
#include "TextTableTest.moc"
