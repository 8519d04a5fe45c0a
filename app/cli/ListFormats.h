#pragma once

#include "catalog/ScopeCatalog.h"

#include <QJsonArray>
#include <QJsonObject>

namespace scopes {

/// The catalog's scopes in catalog order, as text with a line feed at the end.

/// For people: name, topic, definition, user display; see textTable() for @p columns. Invisible characters are made visible.
QString listAsTable(const ScopeCatalog& catalog, int columns);

/// What the catalog has on one scope, or on all; what is unknown is null.
QJsonObject scopeAsJson(const ScopeCatalog& catalog, ScopeId id);
QJsonArray scopesAsJson(const ScopeCatalog& catalog);

/// An array of objects with sorted keys; what is unknown is null.
QString listAsJson(const ScopeCatalog& catalog);

/// RFC 4180 with a heading line; what is unknown is empty. Texts are as in the catalog, but for an apostrophe before what a
/// spreadsheet would take for a formula: see csvField().
QString listAsCsv(const ScopeCatalog& catalog);

/// The same with tabs instead of commas.
QString listAsTsv(const ScopeCatalog& catalog);

/// One HTML file with a table; see htmlPage().
QString listAsHtml(const ScopeCatalog& catalog);

/// A table of GitHub Flavored Markdown, in which the texts have no meaning to Markdown.
QString listAsMarkdown(const ScopeCatalog& catalog);

} // namespace scopes
