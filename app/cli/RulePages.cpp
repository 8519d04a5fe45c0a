#include "cli/RulePages.h"

#include <QDir>
#include <QFile>

namespace scopes {

using namespace Qt::StringLiterals;

QStringList ruleIds()
{
    QStringList ids;
    for (const QString& name : QDir(u":/rules"_s).entryList({u"*.md"_s}, QDir::Files, QDir::Name))
        ids += name.chopped(3);
    return ids;
}

QString rulePage(const QString& rule)
{
    QFile file(u":/rules/"_s + rule + u".md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString ruleTitle(const QString& rule)
{
    const QString page = rulePage(rule);
    return page.isEmpty() ? rule : page.section(u'\n', 0, 0).section(u": "_s, 1);
}

} // namespace scopes
