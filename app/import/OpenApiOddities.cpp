#include "import/OpenApiOddities.h"

#include "import/CatalogWords.h"
#include "import/Members.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

template <std::size_t Count>
bool isOneOf(std::string_view word, const std::array<std::string_view, Count>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
}

} // namespace

void OpenApiOddities::comesToScheme(Value place, Value scheme, std::string_view type)
{
    if (type == "oauth2") {
        addOAuthScheme(place);
        return;
    }
    if (type == "openIdConnect") {
        addOAuthScheme(place);
        const std::string_view address = textOf(scheme, "openIdConnectUrl");
        m_builder.note(place,
            address.empty()
                ? tr("The scheme '%1' is of OpenID Connect, whose scopes are not listed here. Only those that calls use "
                     "are known.")
                      .arg(shownText(place.key()))
                : tr("The scheme '%1' is of OpenID Connect: its scopes are listed at %2, which was not read. Only those "
                     "that calls use are known.")
                      .arg(shownText(place.key()), shownText(address)));
        return;
    }
    m_otherSchemes[place.key()] = type;
    if (!isObject(scheme))
        return; // a reference that leads nowhere has its note
    constexpr std::array<std::string_view, 3> types{"apiKey", "http", "mutualTLS"};
    constexpr std::array<std::string_view, 2> swaggerTypes{"apiKey", "basic"};
    if (type.empty())
        m_builder.note(
            place, tr("The security scheme '%1' has no type, so it counts as none of OAuth.").arg(shownText(place.key())));
    else if (m_isSwagger ? !isOneOf(type, swaggerTypes) : !isOneOf(type, types))
        m_builder.note(place,
            tr("The security scheme '%1' is of the type '%2', which is unknown, so it counts as none of OAuth.")
                .arg(shownText(place.key()), shownText(type)));
}

void OpenApiOddities::addOAuthScheme(Value place)
{
    m_oauthSchemes.add(place, place.key());
    if (m_oauthSchemes.count == 2)
        m_secondOAuthScheme = place;
}

void OpenApiOddities::comesToFlow(Value flow, std::string_view name)
{
    constexpr std::array<std::string_view, 5> flows{
        "implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"};
    constexpr std::array<std::string_view, 4> swaggerFlows{"implicit", "password", "application", "accessCode"};
    if (name.empty())
        m_builder.note(flow, tr("The OAuth scheme '%1' does not say its flow.").arg(shownText(flow.key())));
    else if (m_isSwagger ? !isOneOf(name, swaggerFlows) : !isOneOf(name, flows))
        m_builder.note(flow, tr("The flow '%1' is unknown.").arg(shownText(name)));
    readAddress(flow, "authorizationUrl");
    readAddress(flow, "tokenUrl");
    readAddress(flow, "refreshUrl");
    if (name == "implicit" && !textOf(flow, "tokenUrl").empty())
        m_builder.note(lastMember(flow, "tokenUrl"), tr("The flow 'implicit' has no use for a tokenUrl."));
}

void OpenApiOddities::readAddress(Value flow, std::string_view name)
{
    const Value value = lastMember(flow, name);
    const std::string_view address = textOf(value);
    if (address.empty())
        return;
    if (address.find('{') != std::string_view::npos) {
        m_builder.note(value, tr("The address '%1' has parts in braces, to be filled in.").arg(shownText(address)));
        return;
    }
    const QUrl url(QString::fromUtf8(address.data(), static_cast<qsizetype>(address.size())));
    if (url.scheme().isEmpty() || url.host().isEmpty())
        m_builder.note(value, tr("'%1' is not a whole address: its scheme or host is missing.").arg(shownText(address)));
    else if (url.scheme() == QLatin1String("http") && !isLoopback(url.host()))
        m_plainAddresses.add(value, address);
    if (url.hasQuery())
        m_builder.note(value, tr("The address '%1' comes with parameters of its own.").arg(shownText(address)));
}

void OpenApiOddities::comesToRole(Value place, std::string_view scheme)
{
    m_roles[scheme].add(place, textOf(place));
}

void OpenApiOddities::comesToSecurity(
    Value operation, std::string_view call, const std::vector<SecurityAlternative>& alternatives, bool isInherited)
{
    const auto needsOAuth = [](const SecurityAlternative& needs) {
        return std::any_of(needs.begin(), needs.end(), [](const SchemeNeed& need) { return need.hasScopes; });
    };
    const auto anyIs = [&](const auto& isSo) { return std::any_of(alternatives.begin(), alternatives.end(), isSo); };
    if (alternatives.empty() && !isInherited)
        m_openCalls.add(operation, call);
    if (anyIs([](const SecurityAlternative& needs) { return needs.empty(); }))
        m_callsWithoutToken.add(operation, call);
    if (anyIs([](const SecurityAlternative& needs) { return needs.size() > 1; }))
        m_callsOfSeveralSchemes.add(operation, call);
    if (anyIs(needsOAuth) && anyIs([&](const SecurityAlternative& needs) { return !needs.empty() && !needsOAuth(needs); }))
        m_callsOfOtherSchemes.add(operation, call);
}

void OpenApiOddities::tellOfSchemes()
{
    if (m_secondOAuthScheme)
        m_builder.note(m_secondOAuthScheme,
            tr("There are %1 OAuth schemes ('%2' first). Scopes of the same name are one here, whichever of them declares it.")
                .arg(QString::number(m_oauthSchemes.count), shownText(m_oauthSchemes.first)));
    for (const auto& [scheme, roles] : m_roles)
        m_builder.note(roles.where,
            tr("What calls list under the scheme '%1' ('%2' first) are no scopes of OAuth, as it is of the type '%3'. They were "
               "left out.")
                .arg(shownText(scheme), shownText(roles.first), shownText(m_otherSchemes[scheme])));
    for (const auto& [scheme, uses] : m_unknownSchemes) {
        QString message = uses.count == 1 ? tr("The security scheme '%1' is defined nowhere.").arg(shownText(scheme))
                                          : tr("The security scheme '%1', which is asked for %2 times, is defined nowhere.")
                                                .arg(shownText(scheme), QString::number(uses.count));
        if (m_builder.takesUndefinedSchemes())
            message += QLatin1Char(' ') + tr("What is listed under it is taken for scopes, as you chose.");
        else if (m_builder.description().unknownSchemes.find(scheme) != m_builder.description().unknownSchemes.end())
            message += QLatin1Char(' ') + tr("What is listed under it is not counted among the scopes.");
        m_builder.note(uses.where, std::move(message));
    }
    m_builder.noteOnce(m_plainAddresses, tr("The address '%1' is not encrypted: RFC 6749, section 3, asks for https."),
        tr("%1 addresses are not encrypted: RFC 6749, section 3, asks for https. The first of them is '%2'."));
}

void OpenApiOddities::tellOfCalls()
{
    m_builder.noteOnce(m_unclearNeeds, tr("What stands under the scheme '%1' here should be a list of scopes."),
        tr("What stands under a scheme should be a list of scopes and is none, %1 times. The first of these schemes is '%2'."));
    m_builder.noteOnce(m_callsWithoutScopes, tr("The call '%1' needs OAuth and lists no scope."),
        tr("%1 calls need OAuth and list no scope. The first of them is '%2'."));
    m_builder.noteOnce(m_openCalls, tr("The call '%1' needs no token: its own security is empty."),
        tr("%1 calls need no token: their own security is empty. The first of them is '%2'."));
    m_builder.noteOnce(m_callsWithoutToken, tr("The call '%1' can be made without any token, too."),
        tr("%1 calls can be made without any token, too. The first of them is '%2'."));
    m_builder.noteOnce(m_callsOfSeveralSchemes, tr("The call '%1' needs several security schemes at a time."),
        tr("%1 calls need several security schemes at a time. The first of them is '%2'."));
    m_builder.noteOnce(m_callsOfOtherSchemes, tr("The call '%1' can be made with a scheme that is not of OAuth instead."),
        tr("%1 calls can be made with a scheme that is not of OAuth instead. The first of them is '%2'."));
}

void OpenApiOddities::tell(Value root)
{
    tellOfSchemes();
    tellOfCalls();
    const ImportedDescription& description = m_builder.description();
    const bool noneListsScopes = std::none_of(description.operations.begin(), description.operations.end(), listsScopes);
    if (m_hasCalls && !description.scopes.empty() && noneListsScopes && m_callsWithoutScopes.count == 0)
        m_builder.note(lastMember(root, "paths"), tr("No call lists a scope: what needs which scope is unknown."));
    if (const Value webhooks = lastMember(root, "webhooks"); isObject(webhooks) && webhooks.size() > 0)
        m_builder.note(webhooks, tr("Webhooks are not calls to the API. They were left out."));
    tellWhyNoScopes(root);
}

void OpenApiOddities::tellWhyNoScopes(Value root)
{
    if (m_oauthSchemes.count > 0) {
        m_builder.setWithoutScopes(m_oauthSchemes.where,
            m_oauthSchemes.count == 1 ? tr("Its OAuth scheme '%1' lists none.").arg(shownText(m_oauthSchemes.first))
                                      : tr("Its %1 OAuth schemes ('%2' first) list none.")
                                            .arg(QString::number(m_oauthSchemes.count), shownText(m_oauthSchemes.first)));
        return;
    }
    if (m_otherSchemes.empty()) {
        m_builder.setWithoutScopes(root, tr("It has no security schemes."));
        return;
    }
    constexpr qsizetype mostNamed = 5;
    QStringList named;
    for (const auto& [name, type] : m_otherSchemes) {
        if (named.size() == mostNamed) {
            named += QStringLiteral("…");
            break;
        }
        named += type.empty() ? tr("'%1'").arg(shownText(name)) : tr("'%1' (%2)").arg(shownText(name), shownText(type));
    }
    m_builder.setWithoutScopes(root, tr("Its security schemes are not of OAuth: %1.").arg(named.join(QLatin1String(", "))));
}

} // namespace scopes
