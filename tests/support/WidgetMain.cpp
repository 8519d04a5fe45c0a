#include "support/TestMain.h"

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char** argv)
{
    // Tests never touch the settings and files of the person who runs them.
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const QApplication app(argc, argv);
    // Qt 6.4's crash handler prints without an end where a sanitizer has one of its own.
    const QStringList arguments = QCoreApplication::arguments() + QStringList(QStringLiteral("-nocrashhandler"));
    int failed = 0;
    for (const auto& make : scopes::tests::registry())
        failed += QTest::qExec(make().get(), arguments);
    return failed == 0 ? 0 : 1;
}
