#include "cli/NeedsCommand.h"

#include "cli/CommandTable.h"
#include "cli/Input.h"
#include "cli/JsonOutput.h"
#include "cli/NeedsOutput.h"
#include "cli/Suggestion.h"
#include "document/VisibleText.h"
#include "request/RequestFile.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultSeconds = 10;

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// What the options ask for; no value if it cannot be had, which has been said then.
struct Question
{
    NeedsOptions options;
    std::optional<AppProfile> profile;
    int seconds = defaultSeconds;
    ExitStatus failure = ExitStatus::Fine; ///< not Fine: there is no question
};

Question readQuestion(Invocation& invocation)
{
    Question question;
    question.options.keepRequested = invocation.isSet(u"keep"_s);
    question.options.onlyApproved = invocation.isSet(u"only-approved"_s);
    const auto refuse = [&](const QString& sentence, ExitStatus why) { question.failure = invocation.fail(sentence, why); };
    bool isNumber = true;
    if (invocation.isSet(u"seconds"_s))
        question.seconds = invocation.option(u"seconds"_s).toInt(&isNumber);
    if (!isNumber || question.seconds < 0)
        refuse(tr("--seconds takes a whole number that is not negative."), ExitStatus::WrongUsage);
    else if (question.options.keepRequested && !invocation.isSet(u"request"_s))
        refuse(tr("--keep keeps the scopes of --request FILE, which is missing."), ExitStatus::WrongUsage);
    else if (question.options.onlyApproved && !invocation.isSet(u"profile"_s))
        refuse(tr("--only-approved means those of --profile FILE, which is missing."), ExitStatus::WrongUsage);
    if (question.failure != ExitStatus::Fine)
        return question;
    auto profile = readProfile(invocation);
    if (!profile)
        question.failure = ExitStatus::UnreadableInput;
    else
        question.profile = std::move(*profile);
    if (const QString file = invocation.option(u"request"_s); !file.isNull()) {
        const auto request = readRequestFile(file);
        invocation.report(request.problems, visibleText(file, 300));
        if (!request)
            question.failure = ExitStatus::UnreadableInput;
        else
            question.options.requested = request.value->scopes;
    }
    return question;
}

/// The calls of all operands; no value if standard input cannot be read.
std::optional<RecognisedCalls> readCalls(Invocation& invocation, const ScopeCatalog& catalog)
{
    const CallRecogniser recogniser(catalog);
    RecognisedCalls all;
    for (const QString& operand : invocation.operands()) {
        QString text = operand;
        if (operand == "-"_L1) {
            const auto input = readInput(operand, invocation);
            if (!input)
                return std::nullopt;
            text = input->text;
        }
        RecognisedCalls calls = recogniser.recognise(text);
        all.found.insert(all.found.end(), calls.found.begin(), calls.found.end());
        all.unrecognised.insert(all.unrecognised.end(), calls.unrecognised.begin(), calls.unrecognised.end());
    }
    return all;
}

void noteUnrecognised(Invocation& invocation, const RecognisedCalls& calls, const ScopeCatalog& catalog)
{
    QStringList ids;
    for (const Endpoint& endpoint : catalog.endpoints())
        ids += toQString(endpoint.id);
    for (const UnrecognisedCall& one : calls.unrecognised)
        invocation.note(tr("'%1' is not recognised. %2%3").arg(one.text, one.why, didYouMean(one.text, ids)));
}

ExitStatus run(Invocation& invocation)
{
    if (invocation.operands().isEmpty())
        return invocation.fail(
            tr("Name at least one call: an id such as 'user.info#open_id', 'GET /path', a URL, or '-'."), ExitStatus::WrongUsage);
    Question question = readQuestion(invocation);
    if (question.failure != ExitStatus::Fine)
        return question.failure;
    const CatalogPointer catalog = invocation.catalog();
    if (catalog == nullptr)
        return ExitStatus::UnreadableInput;
    const auto calls = readCalls(invocation, *catalog);
    if (!calls)
        return ExitStatus::UnreadableInput;
    noteUnrecognised(invocation, *calls, *catalog);
    QElapsedTimer timer;
    timer.start();
    question.options.profile = question.profile ? &*question.profile : nullptr;
    question.options.goOn = [&](const SetProgress&) { return timer.elapsed() < qint64{1000} * question.seconds; };
    const CallNeeds needs = neededScopes(calls->calls(), *catalog, question.options);
    if (invocation.isSet(u"json"_s))
        writeJson(invocation.out(), u"needs"_s, toJson(needs, calls->unrecognised, *catalog));
    else
        writeText(invocation.out(), needs, *catalog);
    return needs.hasAnswer() ? ExitStatus::Fine : ExitStatus::NotDone;
}

} // namespace

Command needsCommand()
{
    return {u"needs"_s, tr("CALL..."), tr("find the smallest sets of scopes that calls need"),
        tr("Tells the smallest sets of scopes that cover the calls, all of them, best first: those with more of the requested\n"
           "scopes, then with more approved ones, then with fewer texts for the user to read. A CALL is an endpoint's id\n"
           "(user.info), with fields or parameter values (user.info#open_id, post.content.init?post_mode=DIRECT_POST), 'METHOD\n"
           "path', a URL, a curl command, a line of code, or '-' for standard input. Calls with a user access token and with a\n"
           "client access token need two requests: with --json the first one stands at the top, and all in \"requests\".\n"
           "Exit code: 0 found, 1 no set exists or nothing is documented, 2 wrong usage, 3 input could not be read.\n"),
        {{u"request"_s, tr("the request that there is: its scopes are preferred"), u"FILE"_s},
            {u"keep"_s, tr("each set has all scopes of --request")},
            {u"profile"_s, tr("an app profile: its approved scopes are preferred"), u"FILE"_s},
            {u"only-approved"_s, tr("no scope that --profile has not approved")},
            {u"seconds"_s, tr("stop after this time with the best found (10)"), u"N"_s}, jsonOption()},
        run, Operand::Call};
}

} // namespace scopes
