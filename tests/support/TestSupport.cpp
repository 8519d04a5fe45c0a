#include "support/TestMain.h"

#include <QDir>

namespace scopes::tests {

std::vector<TestFactory>& registry()
{
    static std::vector<TestFactory> factories;
    return factories;
}

quint32 seed(quint32 fallback)
{
    bool given = false;
    const auto fromEnvironment = qEnvironmentVariableIntValue("SCOPES_SEED", &given);
    const quint32 value = given ? static_cast<quint32>(fromEnvironment) : fallback;
    qInfo("seed %u (set SCOPES_SEED to repeat)", value);
    return value;
}

QString dataFolder()
{
    return QStringLiteral(SCOPES_TEST_DATA "/");
}

QString sharedFolder()
{
    const QDir beside(QStringLiteral(SCOPES_SOURCE_DIR "/../shared"));
    return beside.exists() ? beside.absolutePath() + u'/' : QString();
}

} // namespace scopes::tests
