#pragma once

#include <QByteArray>
#include <QString>

namespace scopes::tests {

/// A small catalog that is right and has every member of the format at least once, a member a line.
QByteArray minimalCatalog();

/// The same with the value at @p pointer (RFC 6901) replaced by @p replacement, or the whole member or element taken out if
/// @p replacement is null. All else stays on its line. Aborts if there is no such value.
QByteArray minimalCatalogWith(const QString& pointer, const QByteArray& replacement);

/// The pointers of all values of the text, that of the root included, in document order.
QStringList pointersOf(const QByteArray& json);

} // namespace scopes::tests
