#include "catalog/ProviderReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CatalogReader", text);
}

/// Reads the parts of a provider; one method a type of Provider.h.
class ProviderReader
{
public:
    explicit ProviderReader(ReadingContext& context)
        : m_context(context)
    {
    }

private:
    template <typename T>
    auto into(T& target)
    {
        return m_context.into(target);
    }

    auto intoSource(SourceId& source) { return m_context.intoSource(source); }

    auto into(Required& required)
    {
        return [this, &required](Value value) {
            required =
                m_context.oneOf<Required>(value, {{"yes", Required::Yes}, {"no", Required::No}, {"unknown", Required::Unknown}});
        };
    }

    /// A text that must be one of some words.
    template <std::size_t Count>
    auto into(Text& target, const std::array<std::string_view, Count>& words)
    {
        return [this, &target, &words](Value value) { target = oneOf(value, words); };
    }

    template <std::size_t Count>
    Text oneOf(Value value, const std::array<std::string_view, Count>& words)
    {
        if (value.kind() == Kind::String) {
            if (const auto word = std::find(words.begin(), words.end(), value.text()); word != words.end())
                return m_context.data.texts.keep(*word);
        }
        QStringList known;
        for (const auto word : words)
            known += toQString(word);
        m_context.notOneOf(value, known);
        return "";
    }

    /// A text that may be blank: a value of a parameter, for instance.
    auto intoExact(Text& target)
    {
        return [this, &target](Value value) { target = m_context.text(value, ReadingContext::Blank::Allowed); };
    }

    auto into(int& number)
    {
        return [this, &number](Value value) { number = positiveNumber(value); };
    }

    int positiveNumber(Value value)
    {
        int number = 0;
        const Text digits = value.text();
        const auto* const end = digits.data() + digits.size();
        const auto [stop, error] = std::from_chars(digits.data(), end, number);
        if (value.kind() != Kind::Number || error != std::errc() || stop != end || number < 1)
            m_context.error(value, expected(tr("a whole number from 1 to %1").arg(std::numeric_limits<int>::max()), value));
        return number;
    }

    template <typename T>
    auto each(std::vector<T>& list, T (ProviderReader::*readOne)(Value))
    {
        return eachInto(m_context, list, [this, readOne](Value element) { return (this->*readOne)(element); });
    }

    Text text(Value value) { return m_context.text(value); }

    Text address(Value value) { return m_context.address(value); }

    /// A separator: it may be a space, and is one code point.
    Text character(Value value)
    {
        const auto isFirstByte = [](char byte) { return (byte & 0xC0) != 0x80; };
        if (value.kind() != Kind::String || std::count_if(value.text().begin(), value.text().end(), isFirstByte) != 1)
            m_context.error(value, expected(tr("a string of exactly one character"), value));
        return m_context.data.texts.keep(value.text());
    }

    SourcedValue sourced(Value value, Text (ProviderReader::*readValue)(Value))
    {
        SourcedValue read;
        readObject(m_context, value, wanted("value", [&](Value member) { read.value = (this->*readValue)(member); }),
            optional("note", into(read.note)), wanted("source", intoSource(read.source)));
        return read;
    }

    AuthorizationEndpoint authorizationEndpoint(Value value)
    {
        AuthorizationEndpoint endpoint;
        readObject(m_context, value, wanted("url", m_context.intoAddress(endpoint.url)), optional("note", into(endpoint.note)),
            wanted("source", intoSource(endpoint.source)), wanted("status", [&](Value word) {
                endpoint.isCurrent = m_context.oneOf<bool>(word, {{"current", true}, {"old", false}});
            }));
        return endpoint;
    }

    RequestParameterValue parameterValue(Value value)
    {
        RequestParameterValue known;
        readObject(m_context, value, wanted("value", intoExact(known.value)), wanted("meaning", into(known.meaning)));
        return known;
    }

    RequestParameter requestParameter(Value value)
    {
        RequestParameter parameter;
        readObject(m_context, value, wanted("name", into(parameter.name)), optional("meaning", into(parameter.meaning)),
            wanted("required", into(parameter.required)), optional("value", intoExact(parameter.value)),
            optional("values", each(parameter.values, &ProviderReader::parameterValue)),
            optional("platforms", [&](Value names) { parameter.platforms = platformNames(names); }),
            optional("note", into(parameter.note)), wanted("source", intoSource(parameter.source)));
        return parameter;
    }

    std::vector<Text> platformNames(Value value)
    {
        std::vector<Text> names;
        readArray(m_context, value, [&](Value name) {
            if (m_context.platform(name) != noId)
                names.push_back(text(name));
        });
        return names;
    }

    std::vector<Text> ruleValues(Value value)
    {
        if (value.kind() == Kind::Array)
            return m_context.texts(value);
        if (value.kind() == Kind::String)
            return {m_context.text(value)};
        if (value.kind() == Kind::Number) {
            positiveNumber(value);
            return {m_context.data.texts.keep(value.text())};
        }
        m_context.error(value, expected(tr("a string, a number or an array of strings"), value));
        return {};
    }

    RedirectRule redirectRule(Value value)
    {
        static constexpr auto rules = std::to_array<std::string_view>({"maximum-count", "shorter-than", "absolute", "no-query",
            "no-fragment", "scheme", "host", "port-required", "registered-port-wildcard", "universal-link", "exact-match"});
        RedirectRule rule;
        readObject(m_context, value, wanted("rule", into(rule.rule, rules)),
            optional("value", [&](Value member) { rule.values = ruleValues(member); }), wanted("text", into(rule.text)),
            wanted("source", intoSource(rule.source)));
        checkRuleValue(value, rule.rule);
        return rule;
    }

    /// Some rules say nothing without a value of the right kind.
    void checkRuleValue(Value rule, Text name)
    {
        const bool isLimit = name == "maximum-count" || name == "shorter-than";
        if (!isLimit && name != "scheme" && name != "host")
            return;
        const Kind kind = isLimit ? Kind::Number : Kind::Array;
        const Value value = rule.member("value");
        if (!value)
            m_context.missing(rule, "value");
        else if (value.kind() != kind)
            m_context.error(value, expected(nameOf(kind), value));
    }

    PKCERule pkceRule(Value value)
    {
        static constexpr auto encodings = std::to_array<std::string_view>({"hex-sha256", "base64url-sha256"});
        static constexpr auto methods = std::to_array<std::string_view>({"S256", "plain"});
        PKCERule rule;
        readObject(m_context, value, wanted("required", into(rule.required)),
            optional("challengeEncoding", into(rule.challengeEncoding, encodings)),
            optional("methods", eachInto(m_context, rule.methods, [&](Value method) { return oneOf(method, methods); })),
            optional("verifierCharacters", into(rule.verifierCharacters)),
            optional("verifierLength", [&](Value range) { readRange(range, rule.shortestVerifier, rule.longestVerifier); }),
            wanted("text", into(rule.text)), wanted("source", intoSource(rule.source)));
        return rule;
    }

    void readRange(Value value, int& least, int& most)
    {
        readObject(m_context, value, wanted("min", into(least)), wanted("max", into(most)));
        if (least > most && most > 0)
            m_context.error(value, tr("Expected 'min' to be at most 'max'; found %1 and %2.").arg(least).arg(most));
    }

    RequestCall requestCall(Value value)
    {
        static constexpr auto languages = std::to_array<std::string_view>({"kotlin", "shell", "swift"});
        RequestCall call;
        readObject(m_context, value, wanted("language", into(call.language, languages)), wanted("text", into(call.text)),
            wanted("source", intoSource(call.source)));
        return call;
    }

    Platform platform(Value value)
    {
        Platform platform;
        readObject(m_context, value, wanted("id", [&](Value id) { platform.id = m_context.identifier(id); }),
            wanted("name", into(platform.name)),
            optional("redirectRules", each(platform.redirectRules, &ProviderReader::redirectRule)),
            optional("pkce", [&](Value rule) { platform.pkce = {pkceRule(rule)}; }),
            optional("call", [&](Value call) { platform.call = {requestCall(call)}; }), optional("facts", into(platform.facts)));
        return platform;
    }

    SourcedMeaning meaning(Value value, std::string_view nameMember)
    {
        SourcedMeaning meaning;
        readObject(m_context, value, wanted(nameMember, into(meaning.name)), wanted("meaning", into(meaning.meaning)),
            wanted("source", intoSource(meaning.source)));
        return meaning;
    }

    SourcedMeaning callbackParameter(Value value) { return meaning(value, "name"); }

    SourcedMeaning tokenPrefix(Value value) { return meaning(value, "prefix"); }

    ProviderError providerError(Value value)
    {
        ProviderError error;
        readObject(m_context, value, wanted("where", into(error.where)), wanted("error", into(error.error)),
            wanted("meaning", into(error.meaning)), wanted("source", intoSource(error.source)));
        return error;
    }

    RequiredScope requiredScope(Value value)
    {
        static constexpr auto severities = std::to_array<std::string_view>({"warning", "error"});
        RequiredScope required;
        readObject(m_context, value, wanted("scope", [&](Value name) { required.scope = m_context.scope(name); }),
            wanted("severity", into(required.severity, severities)), wanted("text", into(required.text)),
            wanted("source", intoSource(required.source)));
        return required;
    }

    ReviewQuestion reviewQuestion(Value value)
    {
        static constexpr auto columns = std::to_array<std::string_view>(
            {"scope", "feature", "reason", "userSees", "link", "featureCalls", "definition", "userDisplay", "calls"});
        ReviewQuestion question;
        readObject(m_context, value, wanted("column", into(question.column, columns)), wanted("title", into(question.title)));
        return question;
    }

    ReviewForm reviewForm(Value value)
    {
        ReviewForm form;
        readObject(m_context, value, wanted("id", [&](Value id) { form.id = m_context.identifier(id); }),
            wanted("name", into(form.name)), wanted("text", into(form.text)),
            wanted("questions", each(form.questions, &ProviderReader::reviewQuestion)),
            wanted("source", intoSource(form.source)));
        return form;
    }

public:
    // Last, for what the readers above return must be known before it is used.
    void read(Value value, Provider& provider)
    {
        // Request parameters refer to platforms, in whichever order the two stand.
        if (value.kind() == Kind::Object)
            m_context.collectNames(
                value.member("platforms"), "id", m_context.platforms, QT_TRANSLATE_NOOP("CatalogReader", "platform"));
        readObject(m_context, value, wanted("name", into(provider.name)),
            optional("separator", [&](Value v) { provider.separator = sourced(v, &ProviderReader::character); }),
            optional("clientParameter", [&](Value v) { provider.clientParameter = sourced(v, &ProviderReader::text); }),
            optional("scopeParameter", [&](Value v) { provider.scopeParameter = sourced(v, &ProviderReader::text); }),
            optional("tokenEndpoint", [&](Value v) { provider.tokenEndpoint = sourced(v, &ProviderReader::address); }),
            optional("authorizationEndpoints", each(provider.authorizationEndpoints, &ProviderReader::authorizationEndpoint)),
            optional("requestParameters", each(provider.requestParameters, &ProviderReader::requestParameter)),
            optional("platforms", each(provider.platforms, &ProviderReader::platform)),
            optional("callbackParameters", each(provider.callbackParameters, &ProviderReader::callbackParameter)),
            optional("tokenPrefixes", each(provider.tokenPrefixes, &ProviderReader::tokenPrefix)),
            optional("errors", each(provider.errors, &ProviderReader::providerError)),
            optional("requiredScopes", each(provider.requiredScopes, &ProviderReader::requiredScope)),
            optional("reviewForms", each(provider.reviewForms, &ProviderReader::reviewForm)),
            optional("refusal", into(provider.refusal)), optional("partialGrant", into(provider.partialGrant)),
            optional("tokenFacts", into(provider.tokenFacts)), optional("appFacts", into(provider.appFacts)),
            optional("commonMistakes", into(provider.commonMistakes)),
            optional("tokenKinds", [&](Value v) { provider.tokenKinds = {m_context.fact(v)}; }));
    }

private:
    ReadingContext& m_context; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace

void readProvider(ReadingContext& context, Value value)
{
    ProviderReader(context).read(value, context.data.provider);
}

} // namespace scopes
