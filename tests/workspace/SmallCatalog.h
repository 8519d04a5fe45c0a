#pragma once

#include "catalog/ScopeCatalog.h"

#include <QStringList>

namespace scopes::tests {

/// A catalog of the given scopes, of which the first half (rounded up) is in topic 0 and the rest in topic 1.
inline CatalogPointer smallCatalog(const QStringList& names, const QByteArray& id = "small", const QByteArray& separator = ",")
{
    CatalogData data;
    const auto keep = [&](const QByteArray& text) {
        return data.texts.keep(Text(text.constData(), static_cast<std::size_t>(text.size())));
    };
    data.id = keep(id);
    data.provider.separator.value = keep(separator);
    data.sources.push_back({});
    data.topics.push_back({keep("first"), keep("First"), {}});
    data.topics.push_back({keep("second"), keep("Second"), {}});
    for (const QString& name : names) {
        Scope scope;
        scope.name = keep(name.toUtf8());
        scope.topic = static_cast<qsizetype>(data.scopes.size()) * 2 < names.size() ? 0 : 1;
        scope.source = 0;
        data.scopes.push_back(scope);
    }
    return std::make_shared<const ScopeCatalog>(std::move(data));
}

} // namespace scopes::tests
