#pragma once

#include "catalog/Provider.h"

#include <QByteArray>
#include <QString>

namespace scopes {

/// How the SHA-256 of a verifier is written as the code challenge.
enum class ChallengeEncoding {
    Base64Url, ///< without padding: RFC 7636, section 4.2
    Hex ///< 64 lower-case digits, as some providers document it
};

/// What the platform documents, else RFC 7636's. @p platform may be null.
ChallengeEncoding challengeEncoding(const Platform* platform);

/// How many random bytes a verifier is made from: 32 (256 bits, as RFC 7636, section 7.1, recommends), or more where the
/// platform documents longer verifiers than those give. @p platform may be null.
int verifierByteCount(const Platform* platform);

/// The bytes in base64url without padding: RFC 7636, section 4.1. 32 bytes give 43 characters.
QString base64Url(const QByteArray& bytes);

/// The S256 challenge of a verifier: RFC 7636, section 4.2, in the encoding asked for.
QString codeChallenge(const QString& verifier, ChallengeEncoding encoding);

} // namespace scopes
