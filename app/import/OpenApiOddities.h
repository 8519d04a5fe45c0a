#pragma once

#include "document/Document.h"
#include "import/ImportedDescription.h"
#include "import/Oddity.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace scopes {

class DescriptionBuilder;

/// What is odd in an OpenAPI or Swagger description, beside its scopes: it is gathered while the reader walks, and told at the
/// end. The description outlives this.
class OpenApiOddities
{
public:
    explicit OpenApiOddities(DescriptionBuilder& builder, bool isSwagger)
        : m_builder(builder)
        , m_isSwagger(isSwagger)
    {
    }

    /// A security scheme, as it stands once references have been followed; absent: they lead nowhere. @p place is where it is
    /// named.
    void comesToScheme(Value place, Value scheme, std::string_view type);

    /// A flow of OAuth and what it is called.
    void comesToFlow(Value flow, std::string_view name);

    /// A name that a call lists under a scheme that is not of OAuth.
    void comesToRole(Value place, std::string_view scheme);

    /// What a call lists under a scheme that nothing defines.
    void comesToUnknownScheme(Value listed) { m_unknownSchemes[listed.key()].add(listed, listed.key()); }

    /// What a call has under a scheme of OAuth, and is no list of names.
    void comesToUnclearNeed(Value listed) { m_unclearNeeds.add(listed, listed.key()); }

    /// A call, whatever its security.
    void comesToCall() { m_hasCalls = true; }

    /// What a call asks for; @p isInherited: it is the document's.
    void comesToSecurity(
        Value operation, std::string_view call, const std::vector<SecurityAlternative>& alternatives, bool isInherited);

    /// A call that asks for OAuth and lists no scope.
    void comesToCallWithoutScopes(Value operation, std::string_view call) { m_callsWithoutScopes.add(operation, call); }

    /// The description has been read.
    void tell(Value root);

private:
    void readAddress(Value flow, std::string_view name);
    void addOAuthScheme(Value place);
    void tellOfSchemes();
    void tellOfCalls();
    void tellWhyNoScopes(Value root);

    DescriptionBuilder& m_builder; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    bool m_isSwagger;
    bool m_hasCalls = false;
    std::map<std::string_view, std::string_view> m_otherSchemes; ///< those that are not of OAuth: name, type
    std::map<std::string_view, Oddity> m_roles; ///< by scheme
    std::map<std::string_view, Oddity> m_unknownSchemes;
    Oddity m_oauthSchemes;
    Value m_secondOAuthScheme;
    Oddity m_unclearNeeds; ///< by scheme
    Oddity m_openCalls; ///< their own security is empty
    Oddity m_callsWithoutToken; ///< that is one of several ways
    Oddity m_callsOfSeveralSchemes; ///< at a time
    Oddity m_callsOfOtherSchemes; ///< instead of OAuth
    Oddity m_plainAddresses; ///< those that are not encrypted
    Oddity m_callsWithoutScopes;
};

} // namespace scopes
