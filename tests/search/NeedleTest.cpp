#include "search/Needle.h"

#include "support/TestMain.h"

#include <random>

namespace scopes::tests {

class NeedleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    /// Texts of two letters make near misses at every place; exact memory lets a sanitizer see a read outside.
    void findsWhatThePlainSearchFinds()
    {
        std::mt19937 engine(seed(5));
        const auto someText = [&](std::size_t size) {
            std::string text(size, 'a');
            for (char& character : text)
                character = engine() % 3 == 0 ? 'b' : 'a';
            return text;
        };
        for (int round = 0; round < 100000; ++round) {
            const std::string text = someText(engine() % 80);
            const std::string wanted = someText(1 + engine() % (round % 2 == 0 ? 40 : 5));
            const std::vector<char> exact(text.begin(), text.end());
            const char* const found = Needle(wanted).find(exact.data(), exact.data() + text.size());
            const std::size_t expected = std::min(text.find(wanted), text.size());
            QVERIFY2(found == exact.data() + expected, std::string(text).append(" / ").append(wanted).c_str());
            QCOMPARE(Needle(wanted).isIn(text), text.find(wanted) != std::string::npos);
        }
    }

    void findsAtEveryPlaceOfEveryLength()
    {
        for (std::size_t length = 1; length <= 70; ++length) {
            std::string wanted(length, 'x');
            wanted.back() = 'e';
            for (std::size_t place = 0; place < 70; ++place) {
                const std::string text = std::string(place, 'e') + wanted + "x";
                const Needle needle(wanted);
                QCOMPARE(needle.find(text.data(), text.data() + text.size()) - text.data(),
                    static_cast<std::ptrdiff_t>(text.find(wanted)));
                QVERIFY(!needle.isIn(std::string_view(text).substr(place + 1)) || place + 1 <= text.rfind(wanted));
            }
        }
    }
};

SCOPES_TEST(NeedleTest)

} // namespace scopes::tests

#include "NeedleTest.moc"
