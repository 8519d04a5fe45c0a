#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace scopes {

/// The text of a file: UTF-8, or what its byte order mark says it is in (UTF-16, which some shells and spreadsheets write, or
/// UTF-32). The mark is no part of the text. What cannot be decoded has U+FFFD in its place.
QString decodedText(const QByteArray& bytes);

/// True if the bytes begin with UTF-16's byte order mark.
bool beginsAsUtf16(QByteArrayView bytes);

} // namespace scopes
