#pragma once

#include "catalog/Fact.h"

#include <vector>

namespace scopes {

/// A value that the provider documents. An empty value is not documented.
struct SourcedValue
{
    Text value;
    Text note; ///< may be empty
    SourceId source = noId;
};

enum class Required { Unknown, No, Yes };

struct AuthorizationEndpoint
{
    Text url;
    Text note;
    SourceId source = noId;
    bool isCurrent = true; ///< false: an older address
};

struct RequestParameterValue
{
    Text value;
    Text meaning;
};

/// A parameter of the authorization request.
struct RequestParameter
{
    Text name;
    Text meaning;
    Text value; ///< the only value that is allowed; empty: any
    Text note;
    std::vector<RequestParameterValue> values; ///< the documented values, where they are listed
    std::vector<Text> platforms; ///< empty: all
    Required required = Required::Unknown;
    SourceId source = noId;
};

/// A rule for redirect URIs; the ids are those of resources/catalog.schema.json.
struct RedirectRule
{
    Text rule;
    std::vector<Text> values; ///< schemes, hosts, or one number
    Text text; ///< in words
    SourceId source = noId;
};

/// Proof Key for Code Exchange, RFC 7636, as a platform has it.
struct PKCERule
{
    Required required = Required::Unknown;
    Text challengeEncoding; ///< "base64url-sha256" (RFC 7636) or "hex-sha256"; empty: not documented
    std::vector<Text> methods;
    int shortestVerifier = 0; ///< characters; 0: not documented
    int longestVerifier = 0;
    Text verifierCharacters;
    Text text;
    SourceId source = noId;
};

/// A request that is made by a call, of the provider's SDK or of its API, in place of opening the authorization page.
struct RequestCall
{
    Text language; ///< "kotlin", "swift" or "shell"
    Text text; ///< code with {client}, {scope}, {scopes}, {redirect} and {state} where literals of the language belong
    SourceId source = noId;
};

struct Platform
{
    Text id;
    Text name;
    std::vector<RedirectRule> redirectRules;
    std::vector<PKCERule> pkce; ///< none or one
    std::vector<RequestCall> call; ///< none or one
    Facts facts;
};

/// A name that the provider uses and what it means: a callback parameter, the beginning of a token.
struct SourcedMeaning
{
    Text name;
    Text meaning;
    SourceId source = noId;
};

/// An error that the provider answers with.
struct ProviderError
{
    Text where;
    Text error;
    Text meaning;
    SourceId source = noId;
};

/// A scope that every request must carry.
struct RequiredScope
{
    ScopeId scope = noId;
    Text severity; ///< "warning" or "error"
    Text text;
    SourceId source = noId;
};

/// Something that the provider asks for at review.
struct ReviewQuestion
{
    Text column; ///< the review sheet's column that answers it, such as "reason"
    Text title; ///< in the provider's words
};

/// A form that the provider has an app's maker fill in for a review.
struct ReviewForm
{
    Text id;
    Text name;
    Text text; ///< what is documented of it
    std::vector<ReviewQuestion> questions;
    SourceId source = noId;
};

/// What is documented of a provider's OAuth 2: facts with sources. What is not here is unknown.
struct Provider
{
    Text name;
    std::vector<AuthorizationEndpoint> authorizationEndpoints;
    SourcedValue separator; ///< between scopes; undocumented: RFC 6749 section 3.3 has a space
    SourcedValue clientParameter; ///< undocumented: RFC 6749 section 4.1.1 has client_id
    SourcedValue scopeParameter; ///< undocumented: RFC 6749 section 3.3 has scope
    SourcedValue tokenEndpoint;
    std::vector<RequestParameter> requestParameters;
    std::vector<Platform> platforms;
    std::vector<SourcedMeaning> callbackParameters;
    std::vector<SourcedMeaning> tokenPrefixes;
    std::vector<ProviderError> errors;
    std::vector<RequiredScope> requiredScopes;
    std::vector<ReviewForm> reviewForms;
    Facts refusal; ///< what happens when a scope is wrong
    Facts partialGrant; ///< what happens when the user grants a part
    Facts tokenFacts;
    Facts tokenKinds;
    Facts appFacts;
    Facts commonMistakes;
};

} // namespace scopes
