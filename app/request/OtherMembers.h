#pragma once

#include "document/Problem.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace scopes {

/// The members of a JSON object that are not among the @p known: a program that saves the file keeps what it doesn't know.
/// @p bytes are JSON that was read as an object before. A located problem where Qt cannot hold a value, such as the number 1e999:
/// better not opened than saved without it.
Result<QJsonObject> otherMembers(const QByteArray& bytes, const QStringList& known);

} // namespace scopes
