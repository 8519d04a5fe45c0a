#pragma once

#include <QString>

namespace scopes {

/// '1 scope', '3 scopes'.
QString scopeCount(qsizetype count);

/// '12 of 19'.
QString partOf(qsizetype part, qsizetype whole);

} // namespace scopes
