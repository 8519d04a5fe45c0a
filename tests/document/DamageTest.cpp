#include "document/Document.h"
#include "support/TestMain.h"

#include <QJsonDocument>

#include <random>

using namespace scopes;

namespace {

const QByteArray sample = "{\n"
                          "  \"name\": \"Kaffee – ☕ 😀\", \"empty\": \"\", \"esc\": \"a\\n\\\"b\\\"\\\\ \\u00e4\\ud83d\\ude00\",\n"
                          "  \"numbers\": [0, -1, 2.5, 1e10, -3.25E-2], \"words\": [true, false, null],\n"
                          "  \"nested\": {\"a\": {\"b\": [[], {}, [{\"c\": \"d\"}]]}}, \"name\": \"again\"\n"
                          "}\n";

/// How many values there are; touches every byte that the document gives out.
std::size_t visit(Value value)
{
    std::size_t sum = 1 + value.text().size() + value.key().size();
    sum -= value.text().size() + value.key().size();
    for (const Value child : value.children())
        sum += visit(child);
    return sum;
}

bool isLocated(const Result<Document>& result, const QByteArray& text)
{
    if (result.problems.size() != 1)
        return false;
    const Problem& problem = result.problems.front();
    return !problem.message.isEmpty() && problem.line >= 1 && problem.line <= text.count('\n') + 1 && problem.column >= 1
        && problem.column <= text.size() + 1;
}

} // namespace

class DamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readsTheSample()
    {
        const auto document = Document::fromJson(sample);
        QVERIFY(document);
        QCOMPARE(visit(document.value->root()), std::size_t(23));
    }

    void everyTruncationIsLocated()
    {
        for (qsizetype size = 0; size < sample.trimmed().size(); ++size) {
            const QByteArray cut = sample.left(size);
            const auto document = Document::fromJson(cut);
            QVERIFY2(!document, qPrintable(QString::number(size)));
            QVERIFY2(isLocated(document, cut), qPrintable(QString::number(size)));
        }
    }

    void damageIsReadOrLocated()
    {
        std::mt19937 random(tests::seed(20240101));
        int refused = 0;
        for (int round = 0; round < 10'000; ++round) {
            QByteArray damaged = sample;
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(damaged.size()));
            const char byte = static_cast<char>(random() & 0xFF);
            switch (random() % 3) {
            case 0:
                damaged[at] = byte;
                break;
            case 1:
                damaged.remove(at, 1);
                break;
            default:
                damaged.insert(at, byte);
            }
            const auto document = Document::fromJson(damaged);
            if (document) {
                QVERIFY(visit(document.value->root()) > 0);
            } else {
                ++refused;
                QVERIFY2(isLocated(document, damaged), damaged.constData());
            }
            // Qt's parser is another opinion, but lets some bad UTF-8, lone surrogates and control characters pass.
            QJsonParseError error;
            QJsonDocument::fromJson(damaged, &error);
            if (error.error != QJsonParseError::NoError)
                QVERIFY2(!document, damaged.constData());
        }
        QVERIFY(refused > 1000 && refused < 9999);
    }
};

SCOPES_TEST(DamageTest)
#include "DamageTest.moc"
