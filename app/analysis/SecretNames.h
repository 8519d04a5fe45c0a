#pragma once

#include <QString>

namespace scopes {

/// What a value of that name is, in words, translated; empty if it is nothing secret. RFC 6749, sections 2.3.1, 4.1.2 and 5.1;
/// RFC 7636.
QString secretName(QStringView identifier);

} // namespace scopes
