#pragma once

#include <QStringView>

#include <optional>

namespace scopes {

/// A token, key or secret within a text.
struct TokenInText
{
    qsizetype start = 0;
    qsizetype length = 0;
    QStringView owner; ///< the provider whose it is by its beginning, as it calls itself; empty for a JSON Web Token
};

/// The shortest text that holds one, in UTF-16 units.
qsizetype shortestToken();

/// The first token in @p word at or behind @p from that is told by its beginning alone, whatever stands beside it:
/// ghp_..., xoxb-..., or a JSON Web Token (RFC 7519, section 3). The beginnings and who says so are in
/// resources/facts/token-forms.json.
std::optional<TokenInText> findToken(QStringView word, qsizetype from);

} // namespace scopes
