#include "catalog/ProviderReader.h"

#include <QCoreApplication>

#include <charconv>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CatalogReader", text);
}

constexpr auto Wanted = Member::Presence::Wanted;
constexpr auto Optional = Member::Presence::Optional;

/// Reads the parts of a provider; one method a type of Provider.h.
class ProviderReader
{
public:
    explicit ProviderReader(ReadingContext& context)
        : m_context(context)
    {
    }

    void read(Value value, Provider& provider)
    {
        readObject(m_context, value,
            {{"name", Wanted, into(provider.name)}, {"separator", Optional, into(provider.separator)},
                {"clientParameter", Optional, into(provider.clientParameter)},
                {"tokenEndpoint", Optional, into(provider.tokenEndpoint)},
                {"authorizationEndpoints", Optional,
                    eachInto(provider.authorizationEndpoints, &ProviderReader::authorizationEndpoint)},
                {"requestParameters", Optional, eachInto(provider.requestParameters, &ProviderReader::requestParameter)},
                {"platforms", Optional, eachInto(provider.platforms, &ProviderReader::platform)},
                {"callbackParameters", Optional, eachInto(provider.callbackParameters, &ProviderReader::callbackParameter)},
                {"tokenPrefixes", Optional, eachInto(provider.tokenPrefixes, &ProviderReader::tokenPrefix)},
                {"errors", Optional, eachInto(provider.errors, &ProviderReader::providerError)},
                {"requiredScopes", Optional, eachInto(provider.requiredScopes, &ProviderReader::requiredScope)},
                {"refusal", Optional, into(provider.refusal)}, {"partialGrant", Optional, into(provider.partialGrant)},
                {"tokenFacts", Optional, into(provider.tokenFacts)}, {"appFacts", Optional, into(provider.appFacts)},
                {"commonMistakes", Optional, into(provider.commonMistakes)},
                {"tokenKinds", Optional, [&](Value kinds) { provider.tokenKinds = {fact(kinds)}; }}});
    }

private:
    using Reader = std::function<void(Value)>;

    Reader into(Text& text)
    {
        return [this, &text](Value value) { text = m_context.text(value); };
    }

    Reader into(Facts& facts)
    {
        return [this, &facts](Value value) { facts = m_context.facts(value); };
    }

    Reader into(std::vector<Text>& texts)
    {
        return [this, &texts](Value value) { texts = m_context.texts(value); };
    }

    Reader intoSource(SourceId& source)
    {
        return [this, &source](Value value) { source = m_context.reference(value, m_context.sources, tr("the id of a source")); };
    }

    Reader into(SourcedValue& target)
    {
        return [this, &target](Value value) {
            // A separator may be a space: blank is a value here.
            readObject(m_context, value,
                {{"value", Wanted, [&](Value member) { target.value = m_context.text(member, ReadingContext::Blank::Allowed); }},
                    {"note", Optional, into(target.note)}, {"source", Wanted, intoSource(target.source)}});
        };
    }

    Reader into(Required& required)
    {
        return [this, &required](Value value) {
            const Text word = m_context.text(value);
            if (word == "yes")
                required = Required::Yes;
            else if (word == "no")
                required = Required::No;
            else if (word != "unknown")
                m_context.error(value, tr("Expected \"yes\", \"no\" or \"unknown\"."));
        };
    }

    template <typename T>
    Reader eachInto(std::vector<T>& list, T (ProviderReader::*readOne)(Value))
    {
        return [this, &list, readOne](
                   Value value) { readArray(m_context, value, [&](Value element) { list.push_back((this->*readOne)(element)); }); };
    }

    Fact fact(Value value)
    {
        Fact fact;
        readObject(m_context, value, {{"text", Wanted, into(fact.text)}, {"source", Wanted, intoSource(fact.source)}});
        return fact;
    }

    AuthorizationEndpoint authorizationEndpoint(Value value)
    {
        AuthorizationEndpoint endpoint;
        readObject(m_context, value,
            {{"url", Wanted, into(endpoint.url)}, {"note", Optional, into(endpoint.note)},
                {"source", Wanted, intoSource(endpoint.source)}, {"status", Wanted, [&](Value member) {
                                                                      const Text status = m_context.text(member);
                                                                      endpoint.isCurrent = status == "current";
                                                                      if (!endpoint.isCurrent && status != "old")
                                                                          m_context.error(
                                                                              member, tr("Expected \"current\" or \"old\"."));
                                                                  }}});
        return endpoint;
    }

    RequestParameterValue parameterValue(Value value)
    {
        RequestParameterValue known;
        readObject(m_context, value, {{"value", Wanted, into(known.value)}, {"meaning", Wanted, into(known.meaning)}});
        return known;
    }

    RequestParameter requestParameter(Value value)
    {
        RequestParameter parameter;
        readObject(m_context, value,
            {{"name", Wanted, into(parameter.name)}, {"meaning", Optional, into(parameter.meaning)},
                {"required", Wanted, into(parameter.required)}, {"value", Optional, into(parameter.value)},
                {"values", Optional, eachInto(parameter.values, &ProviderReader::parameterValue)},
                {"platforms", Optional, into(parameter.platforms)}, {"note", Optional, into(parameter.note)},
                {"source", Wanted, intoSource(parameter.source)}});
        return parameter;
    }

    std::vector<Text> ruleValues(Value value)
    {
        if (value.kind() == Kind::Array)
            return m_context.texts(value);
        if (value.kind() == Kind::String || value.kind() == Kind::Number)
            return {m_context.data.texts.keep(value.text())};
        m_context.error(value, expected(tr("a string, a number or an array of strings"), value));
        return {};
    }

    RedirectRule redirectRule(Value value)
    {
        RedirectRule rule;
        readObject(m_context, value,
            {{"rule", Wanted, into(rule.rule)}, {"value", Optional, [&](Value member) { rule.values = ruleValues(member); }},
                {"text", Wanted, into(rule.text)}, {"source", Wanted, intoSource(rule.source)}});
        return rule;
    }

    Reader into(int& number)
    {
        return [this, &number](Value value) {
            const Text digits = value.text();
            const auto* const end = digits.data() + digits.size();
            if (value.kind() != Kind::Number || std::from_chars(digits.data(), end, number).ptr != end)
                m_context.error(value, expected(tr("a whole number"), value));
        };
    }

    PKCERule pkceRule(Value value)
    {
        PKCERule rule;
        readObject(m_context, value,
            {{"required", Wanted, into(rule.required)}, {"challengeEncoding", Optional, into(rule.challengeEncoding)},
                {"methods", Optional, into(rule.methods)}, {"verifierCharacters", Optional, into(rule.verifierCharacters)},
                {"verifierLength", Optional,
                    [&](Value range) {
                        readObject(m_context, range,
                            {{"min", Wanted, into(rule.shortestVerifier)}, {"max", Wanted, into(rule.longestVerifier)}});
                    }},
                {"text", Wanted, into(rule.text)}, {"source", Wanted, intoSource(rule.source)}});
        return rule;
    }

    Platform platform(Value value)
    {
        Platform platform;
        readObject(m_context, value,
            {{"id", Wanted, into(platform.id)}, {"name", Wanted, into(platform.name)},
                {"redirectRules", Optional, eachInto(platform.redirectRules, &ProviderReader::redirectRule)},
                {"pkce", Optional, [&](Value rule) { platform.pkce = {pkceRule(rule)}; }},
                {"facts", Optional, into(platform.facts)}});
        return platform;
    }

    SourcedMeaning meaning(Value value, std::string_view nameMember)
    {
        SourcedMeaning meaning;
        readObject(m_context, value,
            {{nameMember, Wanted, into(meaning.name)}, {"meaning", Wanted, into(meaning.meaning)},
                {"source", Wanted, intoSource(meaning.source)}});
        return meaning;
    }

    SourcedMeaning callbackParameter(Value value) { return meaning(value, "name"); }

    SourcedMeaning tokenPrefix(Value value) { return meaning(value, "prefix"); }

    ProviderError providerError(Value value)
    {
        ProviderError error;
        readObject(m_context, value,
            {{"where", Wanted, into(error.where)}, {"error", Wanted, into(error.error)}, {"meaning", Wanted, into(error.meaning)},
                {"source", Wanted, intoSource(error.source)}});
        return error;
    }

    RequiredScope requiredScope(Value value)
    {
        RequiredScope required;
        readObject(m_context, value,
            {{"scope", Wanted,
                 [&](Value name) { required.scope = m_context.reference(name, m_context.scopes, tr("the name of a scope")); }},
                {"severity", Wanted, into(required.severity)}, {"text", Wanted, into(required.text)},
                {"source", Wanted, intoSource(required.source)}});
        return required;
    }

    ReadingContext& m_context; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace

void readProvider(ReadingContext& context, Value value)
{
    ProviderReader(context).read(value, context.data.provider);
}

} // namespace scopes
