#include "analysis/AuthorizationFindings.h"

namespace scopes {

using namespace Qt::StringLiterals;

std::vector<Finding> authorizationFindings(
    const AuthorizationRequest& request, const AuthorizationInput& input, const ScopeCatalog& catalog, const AppProfile* profile)
{
    AppProfile onPlatform = profile != nullptr ? *profile : AppProfile();
    onPlatform.platform = input.platform;
    const QString text = request.url.isEmpty() ? input.scopes.join(catalog.separator()) : request.url;
    auto findings = findingsOf(inspect(text, catalog), catalog, profile != nullptr ? &onPlatform : nullptr);
    std::erase_if(findings, [](const Finding& finding) { return finding.ruleId == "redirect-uri"_L1; });
    return findings;
}

} // namespace scopes
