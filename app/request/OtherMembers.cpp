#include "request/OtherMembers.h"

#include "document/Document.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace scopes {

Result<QJsonObject> otherMembers(const QByteArray& bytes, const QStringList& known)
{
    QJsonParseError error;
    QJsonObject members = QJsonDocument::fromJson(bytes, &error).object();
    if (error.error != QJsonParseError::NoError) {
        const TextPosition place = positionOf(bytes, static_cast<std::size_t>(std::max(error.offset, 0)));
        return Problem::error(QCoreApplication::translate("OtherMembers", "This value cannot be kept when the file is saved: %1.")
                                  .arg(error.errorString()),
            place.line, place.column);
    }
    for (const QString& name : known)
        members.remove(name);
    return members;
}

} // namespace scopes
