#include "widgets/Contrast.h"

#include "support/TestMain.h"

using namespace scopes;

class ContrastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratios_data();
    void ratios();
    void everyInkGetsReadable();
};

void ContrastTest::ratios_data()
{
    QTest::addColumn<QColor>("one");
    QTest::addColumn<QColor>("other");
    QTest::addColumn<double>("ratio");

    QTest::newRow("black on white has the most") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("a colour on itself has none") << QColor(Qt::red) << QColor(Qt::red) << 1.0;
    QTest::newRow("the grey that just passes on white") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.54;
}

void ContrastTest::ratios()
{
    QFETCH(const QColor, one);
    QFETCH(const QColor, other);
    QFETCH(const double, ratio);
    QVERIFY(std::abs(contrastRatio(one, other) - ratio) < 0.01);
    QVERIFY(std::abs(contrastRatio(other, one) - ratio) < 0.01);
}

void ContrastTest::everyInkGetsReadable()
{
    for (int grey = 0; grey < 256; grey += 5) {
        const QColor ground(grey, grey, grey);
        for (const QColor& ink :
            {QColor(Qt::blue), QColor(Qt::red), QColor(0x30, 0x8c, 0xc6), QColor(Qt::gray), QColor(Qt::white)})
            QVERIFY2(contrastRatio(ground, readableOn(ground, ink)) >= 4.5, qPrintable(ground.name() + ink.name()));
    }
    // What can be read already stays as it is.
    QCOMPARE(readableOn(Qt::white, Qt::blue), QColor(Qt::blue));
}

SCOPES_TEST(ContrastTest)
#include "ContrastTest.moc"
