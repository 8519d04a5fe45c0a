#include "cli/NeedsOutput.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

QString scopeCount(int count)
{
    return count == 1 ? tr("1 scope") : tr("%1 scopes").arg(count);
}

/// The count of sets in words: 'at least' where the search was stopped or there are more than can be counted.
QString countText(const SetAnswer& answer)
{
    const QString number = QString::number(answer.count);
    return answer.isCountExact ? number : tr("at least %1").arg(number);
}

QJsonArray setsToJson(const SetAnswer& answer, const ScopeCatalog& catalog)
{
    QJsonArray sets;
    for (const auto& set : answer.sets)
        sets.append(QJsonArray::fromStringList(namesOf(set, catalog)));
    return sets;
}

/// What the issue of a set is for a program: the sets, how many there are, and whether they are the smallest.
QJsonObject answerToJson(const SetAnswer& answer, const ScopeCatalog& catalog)
{
    return {{u"sets"_s, setsToJson(answer, catalog)}, {u"count"_s, static_cast<double>(answer.count)},
        {u"countIsExact"_s, answer.isCountExact}, {u"size"_s, answer.sets.empty() ? QJsonValue() : QJsonValue(answer.size)},
        {u"lowerBound"_s, answer.sets.empty() ? QJsonValue() : QJsonValue(answer.lowerBound)}, {u"proven"_s, answer.isProven}};
}

/// For each scope of the best set what only it covers.
QJsonArray reasonsToJson(const TokenNeeds& request, const ScopeCatalog& catalog)
{
    QJsonArray reasons;
    if (request.answer.sets.empty())
        return reasons;
    const auto& best = request.answer.sets.front();
    const auto covered = coveredOnlyByEach(best, request.parts, catalog);
    for (std::size_t place = 0; place < best.size(); ++place)
        reasons.append(QJsonObject{{u"scope"_s, toQString(catalog.scope(best[place]).name)},
            {u"onlyItCovers"_s, QJsonArray::fromStringList(namesOf(covered[place], catalog))}});
    return reasons;
}

QJsonObject requestToJson(const TokenNeeds& request, const ScopeCatalog& catalog)
{
    QJsonObject object = answerToJson(request.answer, catalog);
    object.insert(u"token"_s, tokenName(request.token));
    object.insert(u"calls"_s, QJsonArray::fromStringList(namesOf(request.parts, catalog)));
    object.insert(u"reasons"_s, reasonsToJson(request, catalog));
    QJsonArray inTheWay;
    for (const CallInTheWay& one : request.inTheWay) {
        QJsonArray missing;
        for (const auto& scopes : one.missing)
            missing.append(QJsonArray::fromStringList(namesOf(scopes, catalog)));
        inTheWay.append(QJsonObject{{u"call"_s, nameOf(one.part, catalog)}, {u"missing"_s, missing}});
    }
    object.insert(u"inTheWay"_s, inTheWay);
    return object;
}

void writeInTheWay(QTextStream& out, const TokenNeeds& request, const ScopeCatalog& catalog)
{
    out << tr("  No set of scopes is allowed that covers these calls:\n");
    for (const CallInTheWay& one : request.inTheWay) {
        QStringList missing;
        for (const auto& scopes : one.missing)
            missing += namesOf(scopes, catalog).join(tr(" and "));
        out << tr("  %1 needs %2; not approved: %3.\n")
                   .arg(visibleText(nameOf(one.part, catalog)), visibleText(needInWords(one.part, catalog)),
                       visibleText(missing.join(tr(", or "))));
    }
}

void writeSets(QTextStream& out, const TokenNeeds& request, const ScopeCatalog& catalog)
{
    const SetAnswer& answer = request.answer;
    if (answer.size == 0) {
        out << tr("  No scope is needed.\n");
        return;
    }
    if (!answer.isProven)
        out << tr("  The best set found so far has %1. It is not proven smallest: at least %2 are needed.\n")
                   .arg(scopeCount(answer.size), QString::number(answer.lowerBound));
    else if (answer.count == 1 && answer.isCountExact)
        out << tr("  The smallest set has %1.\n").arg(scopeCount(answer.size));
    else
        out << tr("  The smallest sets have %1; there are %2.\n").arg(scopeCount(answer.size), countText(answer));
    for (std::size_t number = 0; number < answer.sets.size(); ++number)
        out << "  " << number + 1 << ". " << visibleText(namesOf(answer.sets[number], catalog).join(u", ")) << '\n';
    out << (answer.sets.size() > 1 ? tr("  Why, in the first set:\n") : tr("  Why:\n"));
    const auto& first = answer.sets.front();
    const auto coveredByEach = coveredOnlyByEach(first, request.parts, catalog);
    for (std::size_t place = 0; place < first.size(); ++place) {
        const QString name = visibleText(toQString(catalog.scope(first[place]).name));
        const QStringList covered = namesOf(coveredByEach[place], catalog);
        if (covered.isEmpty())
            out << tr("    %1: kept; no call here needs it.\n").arg(name);
        else
            out << tr("    %1: only it covers %2.\n").arg(name, visibleText(covered.join(u", "), 4000));
    }
}

} // namespace

QString tokenInWords(TokenKind token)
{
    switch (token) {
    case TokenKind::UserAccessToken:
        return tr("With a user access token");
    case TokenKind::ClientAccessToken:
        return tr("With a client access token");
    case TokenKind::None:
    case TokenKind::Unknown:
        break;
    }
    return tr("With a token of a kind that is not documented");
}

QJsonValue tokenName(TokenKind token)
{
    if (token == TokenKind::UserAccessToken)
        return u"user"_s;
    return token == TokenKind::ClientAccessToken ? QJsonValue(u"client"_s) : QJsonValue(QJsonValue::Null);
}

QStringList namesOf(const std::vector<ScopeId>& set, const ScopeCatalog& catalog)
{
    QStringList names;
    for (const ScopeId scope : set)
        names += toQString(catalog.scope(scope).name);
    return names;
}

QStringList namesOf(const std::vector<CallPart>& parts, const ScopeCatalog& catalog)
{
    QStringList names;
    for (const CallPart& part : parts)
        names += nameOf(part, catalog);
    return names;
}

QJsonObject toJson(const CallNeeds& needs, const std::vector<UnrecognisedCall>& unrecognised, const ScopeCatalog& catalog)
{
    SetAnswer first;
    if (!needs.requests.empty())
        first = needs.requests.front().answer;
    else if (!needs.free.empty())
        first = smallestSets({});
    QJsonObject answer = answerToJson(first, catalog);
    QJsonArray requests;
    for (const TokenNeeds& request : needs.requests)
        requests.append(requestToJson(request, catalog));
    QJsonArray rest;
    for (const UnrecognisedCall& one : unrecognised)
        rest.append(one.text);
    answer.insert(u"requests"_s, requests);
    answer.insert(u"noScope"_s, QJsonArray::fromStringList(namesOf(needs.free, catalog)));
    answer.insert(u"undocumented"_s, QJsonArray::fromStringList(namesOf(needs.undocumented, catalog)));
    answer.insert(u"unrecognised"_s, rest);
    answer.insert(u"keptUnknown"_s, QJsonArray::fromStringList(needs.keptUnknown));
    return answer;
}

void writeText(QTextStream& out, const CallNeeds& needs, const ScopeCatalog& catalog)
{
    for (const TokenNeeds& request : needs.requests) {
        out << tokenInWords(request.token) << ":\n";
        if (request.inTheWay.empty())
            writeSets(out, request, catalog);
        else
            writeInTheWay(out, request, catalog);
    }
    if (!needs.free.empty())
        out << tr("No scope is needed for: %1.\n").arg(visibleText(namesOf(needs.free, catalog).join(u", "), 4000));
    for (const CallPart& part : needs.undocumented) {
        if (part.isCall() && !catalog.endpoint(part.endpoint).fields.empty())
            out << tr("%1 asks for fields, and these decide: name them, as in '%1#%2'.\n")
                       .arg(visibleText(nameOf(part, catalog)),
                           visibleText(toQString(catalog.endpoint(part.endpoint).fields.front().name)));
    }
    if (!needs.undocumented.empty())
        out << tr("What these need is not documented: %1.\n")
                   .arg(visibleText(namesOf(needs.undocumented, catalog).join(u", "), 4000));
    if (!needs.keptUnknown.isEmpty())
        out << tr("Kept though the catalog does not have them: %1.\n").arg(visibleText(needs.keptUnknown.join(u", "), 4000));
}

} // namespace scopes
