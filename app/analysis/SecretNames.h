#pragma once

#include <QString>

namespace scopes {

/// What a value of that name is, in words, translated; empty if it is nothing secret. RFC 6749, sections 2.3.1, 4.1.2 and 5.1;
/// RFC 7636.
QString secretName(QStringView identifier);

/// True for a name that ends in token and is none of those that say where a list goes on or guard a form: GITHUB_TOKEN,
/// PRIVATE-TOKEN. What it names is a secret if it looks like one.
bool mayNameToken(QStringView identifier);

} // namespace scopes
