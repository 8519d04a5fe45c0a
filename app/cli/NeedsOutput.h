#pragma once

#include "analysis/CallNeeds.h"
#include "analysis/CallRecogniser.h"

#include <QJsonObject>
#include <QTextStream>

namespace scopes {

/// 'user access token', 'client access token', or that none is documented; as a phrase for people.
QString tokenInWords(TokenKind token);

/// 'user', 'client', or null where no kind of token is documented.
QJsonValue tokenName(TokenKind token);

/// The names of the scopes.
QStringList namesOf(const std::vector<ScopeId>& set, const ScopeCatalog& catalog);

/// The names of the parts.
QStringList namesOf(const std::vector<CallPart>& parts, const ScopeCatalog& catalog);

/// The answer of 'needs --json'. At the top stand the sets of the first request, or the empty set where calls need no scope at
/// all; each request stands in "requests".
QJsonObject toJson(const CallNeeds& needs, const std::vector<UnrecognisedCall>& unrecognised, const ScopeCatalog& catalog);

/// The same in words.
void writeText(QTextStream& out, const CallNeeds& needs, const ScopeCatalog& catalog);

} // namespace scopes
