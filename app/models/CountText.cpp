#include "models/CountText.h"

#include <QCoreApplication>
#include <QLocale>

namespace scopes {

QString scopeCount(qsizetype count)
{
    return count == 1 ? QCoreApplication::translate("CountText", "1 scope")
                      : QCoreApplication::translate("CountText", "%1 scopes").arg(QLocale().toString(count));
}

QString partOf(qsizetype part, qsizetype whole)
{
    return QCoreApplication::translate("CountText", "%1 of %2").arg(QLocale().toString(part), QLocale().toString(whole));
}

} // namespace scopes
