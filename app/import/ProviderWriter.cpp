#include "import/ProviderWriter.h"

#include "import/PlainText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>

namespace scopes {

namespace {

std::string tr(const char* text)
{
    return QCoreApplication::translate("import", text).toStdString();
}

bool hasFlow(const ImportedDescription& description, std::string_view name)
{
    return std::any_of(description.flows.begin(), description.flows.end(),
        [&](const ImportedFlow& flow) { return flow.flow && *flow.flow == name; });
}

void writeParameter(JsonWriter& json, std::string_view name, std::string_view required, const std::string& meaning)
{
    json.beginObject().name("name").text(name).name("meaning").text(meaning).name("required").text(required);
    json.name("source").text(standardSource).end();
}

void writeValue(JsonWriter& json, std::string_view value, const std::string& meaning)
{
    json.beginObject().name("value").text(value).name("meaning").text(meaning).end();
}

/// RFC 6749, sections 4.1.1 and 4.2.1.
void writeParameters(JsonWriter& json, bool hasCode, bool hasToken)
{
    json.name("requestParameters").beginArray();
    json.beginObject().name("name").text("response_type").name("required").text("yes");
    if (!hasCode || !hasToken) {
        json.name("value").text(hasCode ? "code" : "token");
    } else {
        json.name("values").beginArray();
        writeValue(json, "code", tr("Asks for an authorization code."));
        writeValue(json, "token", tr("Asks for an access token at once (implicit grant)."));
        json.end();
    }
    json.name("source").text(standardSource).end();
    writeParameter(json, "client_id", "yes", tr("The client identifier."));
    writeParameter(json, "redirect_uri", "no", tr("Where the answer goes; needed unless exactly one is registered."));
    writeParameter(json, "scope", "no", tr("The scopes that are asked for, in one string."));
    writeParameter(json, "state", "no", tr("A value that comes back with the answer, against forged requests: recommended."));
    json.end();
}

void writeStandard(JsonWriter& json, std::string_view name, std::string_view value, const std::string& note)
{
    json.name(name).beginObject().name("value").text(value).name("source").text(standardSource).name("note").text(note).end();
}

void writeAuthorizationEndpoints(JsonWriter& json, const std::set<std::string_view>& addresses)
{
    json.name("authorizationEndpoints").beginArray();
    for (const std::string_view address : addresses) {
        json.beginObject().name("url").text(address).name("status").text("current");
        json.name("source").text(documentSource).end();
    }
    json.end();
}

/// One address is a fact of the format; of several the user must choose.
void writeTokenEndpoints(JsonWriter& json, const std::set<std::string_view>& addresses)
{
    if (addresses.size() == 1) {
        json.name("tokenEndpoint").beginObject().name("value").text(*addresses.begin());
        json.name("source").text(documentSource).end();
        return;
    }
    json.name("tokenFacts").beginArray();
    for (const std::string_view address : addresses) {
        json.beginObject().name("text").text(tr("An address that gives tokens: ") + std::string(address));
        json.name("source").text(documentSource).end();
    }
    json.end();
}

} // namespace

std::string_view tokenOf(const ImportedDescription& description, std::string_view scheme)
{
    constexpr std::string_view user = "user access token";
    constexpr std::string_view client = "client access token";
    if (description.format == DescriptionFormat::GraphPermissions || description.format == DescriptionFormat::GraphTexts)
        return scheme == "Application" ? client : scheme.starts_with("Delegated") ? user : std::string_view();
    std::string_view token;
    for (const ImportedFlow& flow : description.flows) {
        if (flow.scheme != scheme)
            continue;
        const std::string_view found = !flow.flow ? std::string_view() : *flow.flow == "clientCredentials" ? client : user;
        if (found.empty() || (!token.empty() && token != found))
            return {};
        token = found;
    }
    return token;
}

void CommonToken::add(std::string_view scheme)
{
    const std::string_view token = tokenOf(m_description, scheme);
    m_isMixed |= token.empty() || (!m_isFirst && token != m_token);
    m_token = token;
    m_isFirst = false;
}

void writeProvider(JsonWriter& json, const ImportedDescription& description, std::string_view name)
{
    json.name("provider").beginObject().name("name").text(name);
    // The permissions of AWS's policies are asked for in no OAuth request.
    if (description.format == DescriptionFormat::AwsActions) {
        json.end();
        return;
    }
    std::set<std::string_view> authorization;
    std::set<std::string_view> token;
    for (const ImportedFlow& flow : description.flows) {
        if (isCatalogAddress(flow.authorizationUrl))
            authorization.insert(flow.authorizationUrl);
        if (isCatalogAddress(flow.tokenUrl))
            token.insert(flow.tokenUrl);
    }
    if (!authorization.empty())
        writeAuthorizationEndpoints(json, authorization);
    writeStandard(
        json, "separator", " ", tr("RFC 6749 section 3.3. The description does not say whether the provider keeps to it."));
    writeStandard(json, "clientParameter", "client_id",
        tr("RFC 6749 section 4.1.1. The description does not say whether the provider keeps to it."));
    const bool hasCode = hasFlow(description, "authorizationCode");
    const bool hasToken = hasFlow(description, "implicit");
    if (description.flows.empty() || hasCode || hasToken)
        writeParameters(json, hasCode || !hasToken, hasToken);
    if (!token.empty())
        writeTokenEndpoints(json, token);
    json.end();
}

bool isCatalogAddress(std::string_view text)
{
    constexpr std::string_view scheme = "https://";
    if (!text.starts_with(scheme) || text.size() == scheme.size())
        return false;
    const char first = text[scheme.size()];
    return first != '/' && first != '?' && first != '#'
        && std::all_of(text.begin(), text.end(), [](char byte) { return byte > ' ' && byte < '\x7F'; });
}

} // namespace scopes
