#pragma once

#include "catalog/CatalogReader.h"

namespace scopes::tests {

/// A catalog with that provider and no scope; 's' is its only source. Null, with a message, if the provider cannot be read.
inline CatalogPointer catalogWith(const QByteArray& provider)
{
    const QByteArray json = R"({"format": "scope-explorer-catalog", "version": 1, "id": "plain", "name": "Plain",
        "retrieved": "2026-01-01", "sources": [{"id": "s", "title": "t", "retrieved": "2026-01-01", "kind": "provider"}],
        "topics": [{"id": "t", "name": "T"}], "scopes": [], "endpoints": [], "provider": )"
        + provider + '}';
    auto read = readCatalog(json);
    if (!read)
        qWarning("%s", qPrintable(toString(read.problems, QStringLiteral("plain"))));
    return read ? *read.value : nullptr;
}

/// A provider that documents nothing.
inline QByteArray provider()
{
    return R"({"name": "Plain"})";
}

/// A provider that documents nothing but a page, at that address, and where tokens are given if @p tokens is true.
inline QByteArray providerWithPage(const QByteArray& page, bool tokens = false)
{
    return R"({"name": "Plain", "authorizationEndpoints": [{"status": "current", "source": "s", "url": ")" + page + R"("}])"
        + (tokens ? R"(, "tokenEndpoint": {"value": "https://id.example.com/token", "source": "s"}})" : "}");
}

} // namespace scopes::tests
