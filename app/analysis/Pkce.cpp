#include "analysis/Pkce.h"

#include <QCryptographicHash>

#include <algorithm>

namespace scopes {

namespace {

const PKCERule* ruleOf(const Platform* platform)
{
    return platform != nullptr && !platform->pkce.empty() ? &platform->pkce.front() : nullptr;
}

} // namespace

ChallengeEncoding challengeEncoding(const Platform* platform)
{
    const PKCERule* const rule = ruleOf(platform);
    return rule != nullptr && rule->challengeEncoding == "hex-sha256" ? ChallengeEncoding::Hex : ChallengeEncoding::Base64Url;
}

int verifierByteCount(const Platform* platform)
{
    constexpr int fewest = 32;
    constexpr int longest = 128; // RFC 7636, section 4.1
    const PKCERule* const rule = ruleOf(platform);
    // Three bytes give four characters; the first byte of three already gives two.
    return rule == nullptr ? fewest : std::max(fewest, ((std::min(rule->shortestVerifier, longest) - 1) * 3) / 4 + 1);
}

QString base64Url(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString codeChallenge(const QString& verifier, ChallengeEncoding encoding)
{
    const QByteArray digest = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256);
    return encoding == ChallengeEncoding::Hex ? QString::fromLatin1(digest.toHex()) : base64Url(digest);
}

} // namespace scopes
