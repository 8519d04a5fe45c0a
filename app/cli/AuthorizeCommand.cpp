#include "cli/AuthorizeCommand.h"

#include "analysis/AuthorizationFindings.h"
#include "analysis/RequestSnippets.h"
#include "cli/CommandTable.h"
#include "cli/Input.h"
#include "cli/JsonOutput.h"
#include "cli/Suggestion.h"
#include "document/VisibleText.h"
#include "request/RequestFile.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// The request, and what is wrong with it.
struct Answer
{
    AuthorizationRequest request;
    std::vector<Finding> findings; ///< but for those on the redirect URI, which the request has itself
    QString snippetKind;
    QString text;

    bool isGood() const
    {
        const bool isWarnedOf =
            std::any_of(request.notes.begin(), request.notes.end(), [](const AuthorizationNote& note) { return note.isWarning; });
        return !isWarnedOf && request.hasGoodRedirectUri()
            && std::none_of(findings.begin(), findings.end(), [](const Finding& one) { return one.severity == Severity::Error; });
    }
};

/// The option's value, else what the profile has.
QString given(const Invocation& invocation, const QString& option, const QString& fallback)
{
    return invocation.isSet(option) ? invocation.option(option) : fallback;
}

/// The operands behind the scopes of --request; none where its file cannot be read, which has been said then.
std::optional<QStringList> scopesOf(Invocation& invocation)
{
    QStringList scopes;
    if (const QString file = invocation.option(u"request"_s); !file.isNull()) {
        const auto request = readRequestFile(file);
        invocation.report(request.problems, visibleText(file, 300));
        if (!request)
            return std::nullopt;
        scopes = request.value->scopes;
    }
    scopes += invocation.operands();
    scopes.removeDuplicates();
    return scopes;
}

/// The only address that can stand in a request as it is registered.
QString onlyAddress(const QStringList& registered)
{
    return registered.size() == 1 && !registered.front().contains(u'*') ? registered.front() : QString();
}

/// What was asked for; the message says what is wrong with an option.
Result<AuthorizationInput> inputOf(const Invocation& invocation, const QStringList& scopes, const AppProfile& profile)
{
    AuthorizationInput input;
    input.scopes = scopes;
    input.platform = given(invocation, u"platform"_s, profile.platform);
    input.clientKey = given(invocation, u"client-key"_s, profile.clientKey);
    input.redirectUri = given(invocation, u"redirect-uri"_s, onlyAddress(profile.redirectUris));
    input.registeredUris = profile.redirectUris;
    for (const QString& parameter : invocation.values(u"parameter"_s)) {
        if (parameter.indexOf(u'=') < 1)
            return Problem::error(tr("--parameter takes NAME=VALUE; found '%1'.").arg(visibleText(parameter, 200)));
        input.options.insert(parameter.section(u'=', 0, 0), parameter.section(u'=', 1));
    }
    return input;
}

QJsonObject toJson(const AuthorizationParameter& parameter, const ScopeCatalog& catalog)
{
    const QString required = parameter.required == Required::Yes ? u"yes"_s
        : parameter.required == Required::No                     ? u"no"_s
                                                                 : u"unknown"_s;
    return {{u"name"_s, parameter.name}, {u"value"_s, parameter.value}, {u"meaning"_s, parameter.meaning},
        {u"required"_s, required}, {u"placeholder"_s, parameter.isPlaceholder},
        {u"source"_s, sourceText(parameter.origin, catalog)}};
}

QJsonObject toJson(const Answer& answer, const ScopeCatalog& catalog)
{
    const AuthorizationRequest& request = answer.request;
    QJsonArray parameters;
    for (const AuthorizationParameter& parameter : request.parameters)
        parameters.append(toJson(parameter, catalog));
    QJsonArray rules;
    for (const RedirectCheck& check : request.redirectChecks)
        rules.append(QJsonObject{{u"rule"_s, check.rule}, {u"state"_s, nameOf(check.state)}, {u"text"_s, check.text},
            {u"source"_s, sourceText(Origin{check.source, check.section}, catalog)}});
    QJsonArray findings;
    for (const Finding& finding : answer.findings)
        findings.append(QJsonObject{{u"rule"_s, finding.ruleId}, {u"severity"_s, nameOf(finding.severity)},
            {u"scopes"_s, QJsonArray::fromStringList(finding.scopes)}, {u"message"_s, finding.message}, {u"why"_s, finding.why},
            {u"source"_s, sourceText(finding, catalog)}});
    QJsonArray notes;
    for (const AuthorizationNote& note : request.notes)
        notes.append(
            QJsonObject{{u"text"_s, note.text}, {u"warning"_s, note.isWarning}, {u"source"_s, sourceText(note.origin, catalog)}});
    const auto orNull = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"url"_s, orNull(request.url)}, {u"call"_s, orNull(request.call)}, {u"state"_s, orNull(request.state)},
        {u"codeVerifier"_s, orNull(request.codeVerifier)}, {u"parameters"_s, parameters}, {u"redirectRules"_s, rules},
        {u"findings"_s, findings}, {u"notes"_s, notes}, {u"snippet"_s, answer.text}, {u"snippetKind"_s, answer.snippetKind}};
}

void writeText(Invocation& invocation, const Answer& answer, const ScopeCatalog& catalog)
{
    const AuthorizationRequest& request = answer.request;
    invocation.out() << answer.text << (answer.text.endsWith(u'\n') ? "" : "\n");
    for (const RedirectCheck& check : request.redirectChecks) {
        if (check.state == RedirectCheck::State::Broken)
            invocation.note(tr("The redirect URI breaks a rule: %1 (Source: %2)")
                                .arg(check.text, sourceText(Origin{check.source, check.section}, catalog)));
    }
    for (const Finding& finding : answer.findings)
        invocation.note(nameOf(finding.severity) + u": "_s + finding.message + u' ' + finding.why);
    for (const AuthorizationNote& note : request.notes) {
        if (note.isWarning)
            invocation.note(tr("%1 (Source: %2)").arg(note.text, sourceText(note.origin, catalog)));
    }
    for (const AuthorizationParameter& parameter : request.parameters) {
        if (parameter.isPlaceholder)
            invocation.note(tr("%1 stands for a value that is not known; --client-key gives the app's.").arg(parameter.value));
    }
    if (answer.snippetKind != "url"_L1)
        return;
    invocation.note(tr("state, new for this request; the answer must bring the same: %1").arg(request.state));
    if (!request.codeVerifier.isEmpty())
        invocation.note(
            tr("code verifier, new for this request and kept nowhere; the token call takes it: %1").arg(request.codeVerifier));
}

/// What goes wrong before there is an answer is said on stderr.
std::optional<Answer> answerTo(Invocation& invocation, const AuthorizationInput& input, const ScopeCatalog& catalog,
    const std::optional<AppProfile>& profile)
{
    auto request = authorizationRequest(catalog, input, systemRandomBytes);
    if (!request) {
        invocation.fail(request.problems.front().message, ExitStatus::NotDone);
        return std::nullopt;
    }
    Answer answer;
    answer.request = std::move(*request.value);
    answer.snippetKind = given(invocation, u"snippet"_s, answer.request.call.isEmpty() ? u"url"_s : answer.request.callLanguage);
    auto text = snippet(answer.snippetKind, answer.request);
    if (!text) {
        invocation.fail(text.problems.front().message, ExitStatus::NotDone);
        return std::nullopt;
    }
    answer.text = std::move(*text.value);
    answer.findings = authorizationFindings(answer.request, input, catalog, profile ? &*profile : nullptr);
    return answer;
}

QStringList snippetIds()
{
    QStringList ids;
    for (const SnippetKind& kind : snippetKinds())
        ids += kind.id;
    return ids;
}

ExitStatus run(Invocation& invocation)
{
    const QString kind = invocation.option(u"snippet"_s);
    if (!kind.isNull() && !snippetIds().contains(kind))
        return invocation.fail(tr("There is no snippet '%1'.%2 These are: %3.")
                                   .arg(kind, didYouMean(kind, snippetIds()), snippetIds().join(u", "_s)),
            ExitStatus::WrongUsage);
    const CatalogPointer catalog = invocation.catalog();
    if (catalog == nullptr)
        return ExitStatus::UnreadableInput;
    const auto profile = readProfile(invocation);
    const auto scopes = profile ? scopesOf(invocation) : std::nullopt;
    if (!scopes)
        return ExitStatus::UnreadableInput;
    const auto input = inputOf(invocation, *scopes, profile->value_or(AppProfile()));
    if (!input)
        return invocation.fail(input.problems.front().message, ExitStatus::WrongUsage);
    const auto answer = answerTo(invocation, *input.value, *catalog, *profile);
    if (!answer)
        return ExitStatus::NotDone;
    if (invocation.isSet(u"json"_s))
        writeJson(invocation.out(), u"authorize"_s, toJson(*answer, *catalog));
    else
        writeText(invocation, *answer, *catalog);
    return answer->isGood() ? ExitStatus::Fine : ExitStatus::NotDone;
}

} // namespace

Command authorizeCommand()
{
    return {u"authorize"_s, tr("--platform P --redirect-uri U SCOPE..."), tr("write the authorization request"),
        tr("Prints the address of the authorization page with all its parameters, or the code that makes the request, as the\n"
           "catalog documents it for the platform. State and code verifier are new each time, and are kept nowhere. What is "
           "wrong\n"
           "with the request is said on stderr, with its source. Nothing is opened or sent.\n"
           "Exit code: 0 nothing is wrong, 1 something is or it cannot be written, 2 wrong usage, 3 input could not be read.\n"),
        {{u"platform"_s, tr("id of a platform in the catalog, such as web or desktop"), u"P"_s},
            {u"redirect-uri"_s, tr("where the answer goes"), u"U"_s},
            {u"client-key"_s, tr("the app's public key; without it a placeholder stands there"), u"K"_s},
            {u"profile"_s, tr("take what is not given from this app profile, and check against it"), u"FILE"_s},
            {u"request"_s, tr("request the scopes of this file too"), u"FILE"_s},
            {u"parameter"_s, tr("give an optional parameter a value; may be repeated"), u"NAME=VALUE"_s},
            {u"snippet"_s, tr("print code instead: %1").arg(snippetIds().join(u", "_s)), u"NAME"_s}, jsonOption()},
        run, Operand::Scope, {{u"snippet"_s, snippetIds()}}};
}

} // namespace scopes
