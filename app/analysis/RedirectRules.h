#pragma once

#include "catalog/Provider.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace scopes {

/// A rule for a redirect URI, and whether an address keeps it.
struct RedirectCheck
{
    enum class State {
        Met,
        Broken,
        Unknown ///< cannot be told from the address
    };

    QString rule; ///< the id in resources/catalog.schema.json
    State state = State::Unknown;
    QString text; ///< the rule in words, as the catalog or the specification has it; safe to show
    SourceId source = noId; ///< in the catalog
    QString section; ///< of a specification, where no source of the catalog says it
};

/// The stable name: met, broken or unknown.
QString nameOf(RedirectCheck::State state);

/// Holds an address, as the request would send it, against each rule that the platform documents, in their order; where none
/// is documented, or @p platform is null, against RFC 6749, section 3.1.2. @p registered are the addresses that are registered
/// for the app; empty: not known.
std::vector<RedirectCheck> checkRedirectUri(const Platform* platform, const QString& address, const QStringList& registered);

/// True if the address is one of the registered ones, or is one but for the port where that is registered as @p portWildcard
/// (empty: none may be).
bool isRegistered(const QString& address, const QStringList& registered, const QString& portWildcard);

} // namespace scopes
