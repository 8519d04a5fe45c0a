#include "Corpus.h"
#include "import/DescriptionReader.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>

using namespace scopes;

/// Damaged descriptions give a result or a located error, and in bounded time. Large documents are tried less often, unless
/// SCOPES_ROUNDS is set: then each is cut 64 times, any is damaged 2,000 times, and all of that so many times.
class ImportDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (tests::corpusDocuments().isEmpty())
            QSKIP("../shared/corpus is absent");
    }

    void cutAnywhere_data()
    {
        QTest::addColumn<QString>("path");

        const QStringList paths = tests::corpusDocuments();
        for (const QString& path : paths)
            QTest::newRow(qPrintable(path)) << path;
    }

    void cutAnywhere()
    {
        QFETCH(const QString, path);
        const QByteArray whole = tests::corpusDocument(path);
        QRandomGenerator random(tests::seed(20240102));
        const qint64 limit = timeLimit(whole);
        const qint64 few = std::clamp<qint64>(64 * 200'000 / std::max<qint64>(whole.size(), 1), 3, 64);
        const qint64 cuts = isFull() ? qint64{64} * rounds() : few;
        for (qint64 i = 0; i < cuts; ++i)
            tryText(whole.first(random.bounded(static_cast<quint32>(whole.size()))), limit);
    }

    void oneByteWrong()
    {
        const QStringList paths = tests::corpusDocuments();
        QRandomGenerator random(tests::seed(20240103));
        std::vector<QByteArray> documents;
        std::vector<qint64> limits;
        for (const QString& path : paths) {
            documents.push_back(tests::corpusDocument(path));
            limits.push_back(timeLimit(documents.back()));
        }
        for (int i = 0; i < 2000 * rounds(); ++i) {
            auto which = static_cast<std::size_t>(random.bounded(static_cast<quint32>(documents.size())));
            while (!isFull() && documents[which].size() > 400'000 && random.bounded(40U) != 0)
                which = static_cast<std::size_t>(random.bounded(static_cast<quint32>(documents.size())));
            QByteArray damaged = documents[which];
            damaged[static_cast<qsizetype>(random.bounded(static_cast<quint32>(damaged.size())))] =
                static_cast<char>(random.bounded(256U));
            tryText(damaged, limits[which]);
            if (QTest::currentTestFailed()) {
                qInfo().noquote() << "in" << paths[static_cast<qsizetype>(which)];
                return;
            }
        }
    }

private:
    static bool isFull() { return qEnvironmentVariableIsSet("SCOPES_ROUNDS"); }

    static int rounds() { return std::max(1, qEnvironmentVariableIntValue("SCOPES_ROUNDS")); }

    /// Milliseconds that a damaged text may take: five times the whole one's, and what a busy machine may add.
    static qint64 timeLimit(const QByteArray& whole)
    {
        QElapsedTimer timer;
        timer.start();
        const auto read = readDescription(whole);
        Q_UNUSED(read)
        constexpr qint64 busy = 500;
        return 5 * timer.elapsed() + busy;
    }

    static void tryText(const QByteArray& text, qint64 limit)
    {
        QElapsedTimer timer;
        timer.start();
        const auto read = readDescription(text);
        QVERIFY2(timer.elapsed() <= limit, qPrintable(QString::number(timer.elapsed())));
        if (read) {
            QVERIFY(!hasErrors(read.problems));
            return;
        }
        QCOMPARE(read.problems.size(), 1U);
        QVERIFY(read.problems.front().line > 0);
        QVERIFY(read.problems.front().column > 0);
        QVERIFY(!read.problems.front().message.isEmpty());
    }
};

SCOPES_TEST(ImportDamageTest)
#include "ImportDamageTest.moc"
