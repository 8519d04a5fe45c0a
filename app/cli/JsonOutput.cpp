#include "cli/JsonOutput.h"

#include <QJsonDocument>

namespace scopes {

using namespace Qt::StringLiterals;

void writeJson(QTextStream& out, const QString& command, QJsonObject answer)
{
    answer.insert(u"command"_s, command);
    answer.insert(u"version"_s, jsonOutputVersion);
    out << QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Indented));
}

QJsonObject toJson(TextRange range)
{
    return {{u"start"_s, range.start}, {u"end"_s, range.start + range.length}};
}

} // namespace scopes
