#include "catalog/CatalogData.h"
#include "support/TestMain.h"

#include <random>
#include <string>

using namespace scopes;

class TextArenaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void keepsTextsWhereTheyAre()
    {
        std::mt19937 random(tests::seed(7));
        TextArena arena;
        std::vector<std::pair<std::string, Text>> kept;
        for (int i = 0; i < 5'000; ++i) {
            // Some are longer than the arena's blocks.
            const std::size_t size = random() % 500 == 0 ? 400'000 : random() % 300;
            std::string text(size, static_cast<char>('a' + i % 26));
            const Text copy = arena.keep(text);
            QVERIFY(copy.data() != text.data());
            kept.emplace_back(std::move(text), copy);
        }
        TextArena moved = std::move(arena);
        QVERIFY(moved.keep("more") == "more");
        for (const auto& [text, copy] : kept)
            QVERIFY(copy == text);
    }

    void anEmptyTextIsNotNull()
    {
        TextArena arena;
        QVERIFY(arena.keep({}).data() != nullptr);
        QVERIFY(arena.keep({}).empty());
    }

    void labelsAreNumberedOnce()
    {
        CatalogData data;
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 40; ++i)
                QCOMPARE(data.productId("product " + std::to_string(i)), i);
        }
        QCOMPARE(data.products.size(), std::size_t(40));
        QCOMPARE(data.approvalId("product 5"), 0);
    }
};

SCOPES_TEST(TextArenaTest)
#include "TextArenaTest.moc"
