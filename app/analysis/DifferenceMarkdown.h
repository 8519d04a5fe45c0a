#pragma once

#include "analysis/RequestImpact.h"

namespace scopes {

/// Differences as documents in GitHub Flavored Markdown. Texts from catalogs and requests are quoted, so that nothing in them is
/// markup; in texts that changed, ~~words~~ went and **words** came. The same difference gives the same bytes.

/// @p reports: what the change means for these requests.
QString differenceAsMarkdown(const ScopeCatalog& before, const ScopeCatalog& after, const CatalogDifference& difference,
    const std::vector<RequestReport>& reports = {});

QString differenceAsMarkdown(const RequestDifference& difference);

/// What a catalog is called in a comparison: 'TikTok for Developers, as of 2026-01-01'. Translated, as it is.
QString nameInComparison(const ScopeCatalog& catalog);

} // namespace scopes
