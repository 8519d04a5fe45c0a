#include "analysis/RequestParameters.h"

#include "document/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

using Explained = AuthorizationParameter;
using Role = Explained::Role;

struct Parameters
{
    Q_DECLARE_TR_FUNCTIONS(RequestParameters)
};

/// A parameter as the specifications have it.
struct Standard
{
    Role role;
    const char* name;
    const char* value; ///< the only one; empty: any
    const char* meaning;
    const char* section;
    Required required;
};

constexpr auto standards = std::to_array<Standard>({
    {Role::Client, "client_id", "", QT_TRANSLATE_NOOP("RequestParameters", "Names the app. It is no secret."),
        "RFC 6749, section 4.1.1", Required::Yes},
    {Role::ResponseType, "response_type", "code", QT_TRANSLATE_NOOP("RequestParameters", "Asks for an authorization code."),
        "RFC 6749, section 4.1.1", Required::Yes},
    {Role::Scope, "scope", "", QT_TRANSLATE_NOOP("RequestParameters", "The scopes asked for, in one string."),
        "RFC 6749, section 3.3", Required::No},
    {Role::RedirectUri, "redirect_uri", "", QT_TRANSLATE_NOOP("RequestParameters", "Where the answer goes."),
        "RFC 6749, section 3.1.2", Required::No},
    {Role::State, "state", "",
        QT_TRANSLATE_NOOP("RequestParameters", "Comes back unchanged; the app compares it, against forged answers."),
        "RFC 6749, section 10.12", Required::No},
    {Role::Challenge, "code_challenge", "",
        QT_TRANSLATE_NOOP(
            "RequestParameters", "The SHA-256 of the code verifier, so that nobody else can use the authorization code."),
        "RFC 7636, section 4.3", Required::No},
    {Role::ChallengeMethod, "code_challenge_method", "S256",
        QT_TRANSLATE_NOOP("RequestParameters", "How the challenge is made from the verifier."), "RFC 7636, section 4.3",
        Required::No},
});

bool isForPkce(Role role)
{
    return role == Role::Challenge || role == Role::ChallengeMethod;
}

Role roleOf(const ScopeCatalog& catalog, const QString& name)
{
    if (!name.isEmpty() && name == toQString(catalog.provider().clientParameter.value))
        return Role::Client;
    if (!name.isEmpty() && name == toQString(catalog.provider().scopeParameter.value))
        return Role::Scope;
    const auto* const found = std::find_if(
        standards.begin(), standards.end(), [&](const Standard& one) { return name == QLatin1StringView(one.name); });
    return found == standards.end() ? Role::Other : found->role;
}

bool isFor(const RequestParameter& parameter, const Platform* platform)
{
    return parameter.platforms.empty()
        || (platform != nullptr
            && std::find(parameter.platforms.begin(), parameter.platforms.end(), platform->id) != parameter.platforms.end());
}

/// Sentences one behind the other.
QString joined(std::initializer_list<Text> texts)
{
    QStringList sentences;
    for (const Text text : texts) {
        if (!text.empty())
            sentences += visibleText(toQString(text));
    }
    return sentences.join(u' ');
}

Explained explained(const ScopeCatalog& catalog, const RequestParameter& documented)
{
    Explained parameter;
    parameter.name = toQString(documented.name);
    parameter.value = toQString(documented.value);
    parameter.meaning = joined({documented.meaning, documented.note});
    for (const RequestParameterValue& value : documented.values)
        parameter.meaning +=
            Parameters::tr(" %1: %2.").arg(visibleText(toQString(value.value)), visibleText(toQString(value.meaning)));
    parameter.required = documented.required;
    parameter.origin.source = documented.source;
    parameter.role = roleOf(catalog, parameter.name);
    return parameter;
}

Explained explained(const ScopeCatalog& catalog, const Standard& standard)
{
    Explained parameter;
    const SourcedValue& other =
        standard.role == Role::Client ? catalog.provider().clientParameter : catalog.provider().scopeParameter;
    const bool isRenamed = (standard.role == Role::Client || standard.role == Role::Scope) && !other.value.empty();
    parameter.name = isRenamed ? toQString(other.value) : QString::fromLatin1(standard.name);
    parameter.value = QString::fromLatin1(standard.value);
    parameter.meaning = Parameters::tr(standard.meaning);
    parameter.required = standard.required;
    parameter.origin = isRenamed ? Origin{other.source, {}} : Origin{noId, QString::fromLatin1(standard.section)};
    parameter.role = standard.role;
    return parameter;
}

/// True if what the catalog says of PKCE leaves it out of the request.
bool leavesPkceOut(const ScopeCatalog& catalog, const Platform* platform)
{
    const auto& documented = catalog.provider().requestParameters;
    if (platform != nullptr && !platform->pkce.empty() && platform->pkce.front().required == Required::Yes)
        return false;
    return (platform != nullptr && !platform->pkce.empty())
        || std::any_of(
            documented.begin(), documented.end(), [](const RequestParameter& one) { return one.name == "code_challenge"; });
}

} // namespace

std::vector<AuthorizationParameter> requestParameters(
    const ScopeCatalog& catalog, const Platform* platform, const QMap<QString, QString>& options)
{
    std::vector<Explained> parameters;
    for (const RequestParameter& documented : catalog.provider().requestParameters) {
        Explained parameter = explained(catalog, documented);
        const bool isChosen = options.contains(parameter.name);
        // One that has no role and is not required would have no value.
        const bool isLeftOut = parameter.role == Role::Other && documented.required != Required::Yes && !isChosen;
        if (!isFor(documented, platform) || isLeftOut)
            continue;
        if (isChosen)
            parameter.value = options.value(parameter.name);
        parameter.isPlaceholder = parameter.role == Role::Other && parameter.value.isEmpty();
        if (parameter.isPlaceholder)
            parameter.value = parameter.name.toUpper();
        parameters.push_back(std::move(parameter));
    }
    const bool isWithoutPkce = leavesPkceOut(catalog, platform);
    for (const Standard& standard : standards) {
        const bool isThere =
            std::any_of(parameters.begin(), parameters.end(), [&](const Explained& one) { return one.role == standard.role; });
        if (!isThere && !(isForPkce(standard.role) && isWithoutPkce))
            parameters.push_back(explained(catalog, standard));
    }
    return parameters;
}

std::vector<const RequestParameter*> optionalParameters(const ScopeCatalog& catalog, const Platform* platform)
{
    std::vector<const RequestParameter*> found;
    for (const RequestParameter& documented : catalog.provider().requestParameters) {
        if (documented.required != Required::Yes && isFor(documented, platform)
            && roleOf(catalog, toQString(documented.name)) == Role::Other)
            found.push_back(&documented);
    }
    return found;
}

QString optionProblem(const ScopeCatalog& catalog, const Platform* platform, const QMap<QString, QString>& options)
{
    const auto known = optionalParameters(catalog, platform);
    for (auto option = options.begin(); option != options.end(); ++option) {
        const auto found = std::find_if(
            known.begin(), known.end(), [&](const RequestParameter* one) { return toQString(one->name) == option.key(); });
        if (found == known.end())
            return Parameters::tr("No optional parameter ‘%1’ is documented for this platform.")
                .arg(visibleText(option.key(), 200));
        QStringList allowed;
        for (const RequestParameterValue& value : (*found)->values)
            allowed += toQString(value.value);
        if (!allowed.isEmpty() && !allowed.contains(option.value()))
            return Parameters::tr("The parameter ‘%1’ is documented with these values: %2.")
                .arg(visibleText(option.key(), 200), visibleText(allowed.join(u", "_s)));
        if (!option.value().isValidUtf16())
            return Parameters::tr("The value of ‘%1’ is no valid text.").arg(visibleText(option.key(), 200));
    }
    return {};
}

} // namespace scopes
