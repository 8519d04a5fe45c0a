#include "catalog/StableNames.h"

#include <QtGlobal>

namespace scopes {

Text nameOf(ObtainedBy obtainedBy)
{
    switch (obtainedBy) {
    case ObtainedBy::Unknown:
        return {};
    case ObtainedBy::UserAuthorization:
        return "user authorization";
    case ObtainedBy::ClientCredentials:
        return "client credentials";
    }
    Q_UNREACHABLE();
}

Text nameOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Unknown:
        return {};
    case TokenKind::None:
        return "none";
    case TokenKind::UserAccessToken:
        return "user access token";
    case TokenKind::ClientAccessToken:
        return "client access token";
    }
    Q_UNREACHABLE();
}

Text nameOf(Scope::Status status)
{
    switch (status) {
    case Scope::Status::Documented:
        return "documented";
    case Scope::Status::Deprecated:
        return "deprecated";
    case Scope::Status::Own:
        return "own";
    }
    Q_UNREACHABLE();
}

} // namespace scopes
