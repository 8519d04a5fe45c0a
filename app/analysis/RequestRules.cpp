#include "analysis/FindingRules.h"
#include "analysis/OneOfChars.h"
#include "analysis/RedirectRules.h"
#include "analysis/RequestOwner.h"
#include "document/VisibleText.h"
#include "request/NameText.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

bool isHexOf256Bits(const QString& text)
{
    constexpr qsizetype digits = 64;
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar unit) {
        return unit.isDigit() || (unit.toLower() >= u'a' && unit.toLower() <= u'f');
    });
}

bool isBase64UrlOf256Bits(const QString& text)
{
    constexpr qsizetype characters = 43;
    return text.size() == characters && std::all_of(text.begin(), text.end(), [](QChar unit) {
        return unit.unicode() < 0x80 && (unit.isLetterOrNumber() || unit == u'-' || unit == u'_');
    });
}

/// Checks the parameters of one authorization request against what the provider documents.
class RequestCheck
{
public:
    RequestCheck(RuleContext& context, const QueryGroup& query)
        : m_context(context)
        , m_query(query)
        , m_provider(context.catalog.provider())
    {
        for (const Platform& platform : m_provider.platforms) {
            if (context.profile != nullptr && toQString(platform.id) == context.profile->platform)
                m_platform = &platform;
        }
    }

    void run()
    {
        if (!isRequest() || !isOfProvider(m_query, m_context.inspection.text, m_provider))
            return;
        checkEndpoint();
        for (const QueryParameter& parameter : m_query.parameters)
            checkName(parameter);
        for (const RequestParameter& documented : m_provider.requestParameters)
            checkParameter(documented);
        if (const QueryParameter* const redirect = m_query.find(u"redirect_uri");
            redirect != nullptr && !redirect->isTemplate && !redirect->value.isEmpty())
            checkRedirect(*redirect);
        checkChallenge();
        checkRepeats();
        checkScopeMarks();
    }

private:
    bool isRequest() const
    {
        const bool isAnswer = m_query.find(u"code") != nullptr && m_query.find(u"response_type") == nullptr;
        const bool hasScope = m_query.find(u"scope") != nullptr || m_query.find(u"scopes") != nullptr
            || m_query.find(toQString(m_provider.scopeParameter.value)) != nullptr;
        const bool hasMore = m_query.find(u"redirect_uri") != nullptr || m_query.find(u"client_id") != nullptr
            || m_query.find(toQString(m_provider.clientParameter.value)) != nullptr;
        return !isAnswer && (endpoint() != nullptr || m_query.find(u"response_type") != nullptr || (hasScope && hasMore));
    }

    const AuthorizationEndpoint* endpoint() const
    {
        for (const AuthorizationEndpoint& one : m_provider.authorizationEndpoints) {
            if (!m_query.base.isEmpty() && isSameAddress(m_query.base, toQString(one.url)))
                return &one;
        }
        return nullptr;
    }

    Finding& add(const char* rule, Severity severity, TextRange range, SourceId source)
    {
        Finding& finding = m_context.add(rule, severity, {range});
        finding.source = source;
        return finding;
    }

    void checkEndpoint()
    {
        const AuthorizationEndpoint* const used = endpoint();
        if (used == nullptr || used->isCurrent)
            return;
        for (const AuthorizationEndpoint& current : m_provider.authorizationEndpoints) {
            if (!current.isCurrent)
                continue;
            Finding& finding = add("authorization-endpoint", Severity::Warning, m_query.baseRange, used->source);
            finding.message = m_context.tr("This is an older address of the authorization page.");
            finding.why = visibleText(toQString(used->note));
            const QString address = toQString(current.url);
            finding.fix = Fix{m_context.tr("Write %1").arg(shownName(address)), {{m_query.baseRange, address}}, false};
            return;
        }
    }

    const RequestParameter* documented(const QString& name) const
    {
        for (const RequestParameter& one : m_provider.requestParameters) {
            if (toQString(one.name) == name)
                return &one;
        }
        return nullptr;
    }

    /// The documented parameter that was meant by a name which is none; null if it may be anything.
    const RequestParameter* meant(const QString& name) const
    {
        const auto plain = [](const QString& text) {
            return text.toLower().section(u'[', 0, 0).remove(u'_').remove(u'-'); // scope[] is meant as scope
        };
        const QString client = toQString(m_provider.clientParameter.value);
        const QString typed = plain(name);
        if (!client.isEmpty()
            && (typed == "clientid"_L1 || typed == "clientkey"_L1 || typed == "appid"_L1 || typed == "appkey"_L1))
            return documented(client);
        const QString scope = toQString(m_provider.scopeParameter.value);
        if (!scope.isEmpty() && (typed == "scope"_L1 || typed == "scopes"_L1))
            return documented(scope);
        static constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 6> others{{{"scopes"_L1, "scope"_L1},
            {"redirecturl"_L1, "redirect_uri"_L1}, {"callbackurl"_L1, "redirect_uri"_L1}, {"redirect"_L1, "redirect_uri"_L1},
            {"responsetypes"_L1, "response_type"_L1}, {"codechallengemethods"_L1, "code_challenge_method"_L1}}};
        for (const auto& [wrong, right] : others) {
            if (typed == wrong)
                return documented(right);
        }
        for (const RequestParameter& one : m_provider.requestParameters) {
            if (plain(toQString(one.name)) == typed)
                return &one;
        }
        return nullptr;
    }

    void checkName(const QueryParameter& parameter)
    {
        if (documented(parameter.name) != nullptr)
            return;
        const RequestParameter* const right = meant(parameter.name);
        if (right == nullptr)
            return;
        const QString name = toQString(right->name);
        m_misnamed += name;
        Finding& finding = add("parameter-name", Severity::Error, parameter.nameRange, right->source);
        finding.message = m_context.tr("The parameter %1 is called %2 here.").arg(shownName(parameter.name), shownName(name));
        finding.why = m_context
                          .tr("An authorization server ignores parameters that it does not know (RFC 6749, section 3.1): "
                              "%1 goes unread and %2 is missing. %3")
                          .arg(shownName(parameter.name), shownName(name), visibleText(toQString(right->meaning)));
        if (m_query.find(name) == nullptr)
            finding.fix = Fix{m_context.tr("Write %1").arg(shownName(name)), {{parameter.nameRange, name}}, false};
    }

    bool isForPlatform(const RequestParameter& parameter) const
    {
        if (parameter.platforms.empty())
            return true;
        return m_platform != nullptr
            && std::find(parameter.platforms.begin(), parameter.platforms.end(), m_platform->id) != parameter.platforms.end();
    }

    void checkParameter(const RequestParameter& parameter)
    {
        const QString name = toQString(parameter.name);
        const QueryParameter* const given = m_query.find(name);
        const bool isChallenge = name.startsWith(u"code_challenge");
        if (given == nullptr) {
            // A piece of a URL may lack what stands elsewhere.
            const bool isWhole = endpoint() != nullptr;
            if (parameter.required == Required::Yes && isWhole && isForPlatform(parameter) && !m_misnamed.contains(name))
                reportMissing(parameter, isChallenge ? "code-challenge" : "missing-parameter");
            return;
        }
        if (given->isTemplate)
            return;
        if (given->value.isEmpty() && parameter.required == Required::Yes)
            return reportMissing(parameter, "missing-parameter");
        QStringList allowed;
        for (const RequestParameterValue& value : parameter.values)
            allowed += toQString(value.value);
        if (!parameter.value.empty())
            allowed = {toQString(parameter.value)};
        if (allowed.isEmpty() || allowed.contains(given->value))
            return;
        Finding& finding =
            add(isChallenge ? "code-challenge" : "unexpected-value", Severity::Error, given->valueRange, parameter.source);
        finding.message = m_context.tr("The parameter %1 is %2; the provider documents %3.")
                              .arg(shownName(name), shownName(given->value), shownName(allowed.join(u", ")));
        finding.why = visibleText(toQString(parameter.meaning));
        if (allowed.size() == 1)
            finding.fix =
                Fix{m_context.tr("Write %1").arg(shownName(allowed.front())), {{given->valueRange, allowed.front()}}, false};
    }

    void reportMissing(const RequestParameter& parameter, const char* rule)
    {
        Finding& finding = add(rule, Severity::Error, m_query.range, parameter.source);
        finding.message = m_context.tr("The parameter %1 is missing.").arg(shownName(toQString(parameter.name)));
        finding.why =
            m_context.tr("The provider documents it as a part of the request. %1").arg(visibleText(toQString(parameter.meaning)));
    }

    /// The rule that a redirect URI breaks on a platform; none if it breaks none.
    std::optional<RedirectCheck> brokenRule(const Platform& platform, const QString& address) const
    {
        const QStringList registered = m_context.profile != nullptr ? m_context.profile->redirectUris : QStringList();
        for (const RedirectCheck& check : checkRedirectUri(&platform, address, registered)) {
            // How many are registered says nothing of this one.
            if (check.state == RedirectCheck::State::Broken && check.rule != "maximum-count"_L1)
                return check;
        }
        return std::nullopt;
    }

    /// Without a platform only what every platform refuses is wrong.
    void checkRedirect(const QueryParameter& redirect)
    {
        std::optional<RedirectCheck> broken;
        if (m_platform != nullptr) {
            broken = brokenRule(*m_platform, redirect.value);
        } else {
            for (const Platform& platform : m_provider.platforms) {
                if (platform.redirectRules.empty())
                    continue;
                const std::optional<RedirectCheck> here = brokenRule(platform, redirect.value);
                if (!here)
                    return;
                broken = broken ? broken : here;
            }
        }
        if (!broken)
            return;
        Finding& finding = add("redirect-uri", Severity::Error, redirect.valueRange, broken->source);
        finding.message = m_context.tr("The redirect URI breaks a rule of the provider: %1").arg(broken->text);
        finding.why = m_platform != nullptr
            ? m_context.tr("The provider refuses a request whose redirect URI it does not accept.")
            : m_context.tr("No platform that the provider documents accepts it, and the request is refused.");
    }

    void checkChallenge()
    {
        const QueryParameter* const challenge = m_query.find(u"code_challenge");
        if (challenge == nullptr || challenge->isTemplate || m_platform == nullptr || m_platform->pkce.empty())
            return;
        const PKCERule& rule = m_platform->pkce.front();
        const bool isHex = rule.challengeEncoding == "hex-sha256";
        const bool isBase64 = rule.challengeEncoding == "base64url-sha256";
        if ((!isHex && !isBase64) || (isHex && isHexOf256Bits(challenge->value))
            || (isBase64 && isBase64UrlOf256Bits(challenge->value)))
            return;
        Finding& finding = add("code-challenge", Severity::Error, challenge->valueRange, rule.source);
        finding.message = isHex
            ? m_context.tr("The code challenge is not the SHA-256 of a verifier in hex: 64 digits.")
            : m_context.tr("The code challenge is not the SHA-256 of a verifier in base64url: 43 characters.");
        if (isHex && isBase64UrlOf256Bits(challenge->value))
            finding.message += u' ' + m_context.tr("It looks like base64url, as RFC 7636 has it.");
        finding.why = visibleText(toQString(rule.text));
    }

    /// A parameter that stands twice in one address.
    void checkRepeats()
    {
        QHash<QString, const QueryParameter*> seen;
        for (const QueryParameter& parameter : m_query.parameters) {
            const QueryParameter* const before = seen.value(parameter.name);
            seen.insert(parameter.name, &parameter);
            if (before == nullptr || documented(parameter.name) == nullptr || endpoint() == nullptr)
                continue;
            const int start = before->nameRange.start;
            const TextRange both{start, parameter.valueRange.start + parameter.valueRange.length - start};
            if (hasOneOfChars(m_context.source(both), u" \n\r\t\"'`")) // of two addresses, or of code with a choice
                continue;
            Finding& finding = add("unexpected-value", Severity::Error, parameter.nameRange, noId);
            finding.section = u"RFC 6749, section 3.1"_s;
            finding.message =
                m_context.tr("The parameter %1 stands in the request more than once.").arg(shownName(parameter.name));
            finding.why =
                m_context.tr("Parameters must not be included more than once. The provider refuses the request, or reads "
                             "only one of them.");
            return;
        }
    }

    /// Brackets and quotation marks of a list that was put into the scope parameter as a program writes it.
    void checkScopeMarks()
    {
        const QString name = toQString(m_provider.scopeParameter.value);
        const QueryParameter* const scope = m_query.find(name.isEmpty() ? u"scope"_s : name);
        if (scope == nullptr || scope->isTemplate || scope->value.isEmpty()
            || !(hasOneOfChars(scope->value, u"\"") || scope->value.startsWith(u'[') || scope->value.startsWith(u'\'')))
            return;
        Finding& finding = add("unexpected-value", Severity::Error, scope->valueRange, noId);
        finding.section = u"RFC 6749, section 3.3"_s;
        finding.message = m_context.tr("Brackets or quotation marks stand in the value of %1.").arg(shownName(scope->name));
        finding.why = m_context.tr("The value is names with separators between, and no list of a program: the provider reads the "
                                   "marks as parts of the names, which it does not know.");
        QString plain = scope->value;
        static const QRegularExpression marks(uR"([\[\]"'])"_s);
        static const QRegularExpression commas(uR"(\s*,\s*)"_s);
        plain = plain.remove(marks).replace(commas, u","_s);
        if (!plain.isEmpty())
            finding.fix = Fix{m_context.tr("Take the marks out"), {{scope->valueRange, percentEncoded(plain)}}, false};
    }

    RuleContext& m_context; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const QueryGroup& m_query; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const Provider& m_provider; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const Platform* m_platform = nullptr;
    QStringList m_misnamed;
};

} // namespace

void checkRequest(RuleContext& context)
{
    constexpr std::size_t most = 50;
    for (std::size_t i = 0; i < std::min(most, context.inspection.queries.size()); ++i)
        RequestCheck(context, context.inspection.queries[i]).run();
}

} // namespace scopes
