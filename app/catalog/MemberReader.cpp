#include "catalog/MemberReader.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cstdint>

namespace scopes {

namespace {

QString shown(Text text)
{
    return visibleText(toQString(text), 80);
}

QString tr(const char* text)
{
    return QCoreApplication::translate("CatalogReader", text);
}

} // namespace

QString expected(const QString& what, Value found)
{
    return tr("Expected %1; found %2.").arg(what, nameOf(found.kind()));
}

void ReadingContext::add(Problem problem)
{
    if (problems.size() < mostProblems)
        problems.push_back(std::move(problem));
}

Text ReadingContext::text(Value value, Blank blank)
{
    if (value.kind() != Kind::String) {
        error(value, expected(tr("a string"), value));
        return "";
    }
    const Text text = value.text();
    if (blank == Blank::Refused && text.find_first_not_of(" \t\r\n") == Text::npos)
        error(value, tr("Expected a text; found an empty string."));
    return data.texts.keep(text);
}

int ReadingContext::reference(Value value, const QHash<QByteArrayView, int>& known, const QString& what)
{
    if (value.kind() != Kind::String) {
        error(value, expected(what, value));
        return noId;
    }
    const auto found = known.constFind(bytes(value.text()));
    if (found != known.constEnd())
        return *found;
    error(value, tr("Expected %1; '%2' is none in this catalog.").arg(what, shown(value.text())));
    return noId;
}

std::vector<ScopeId> ReadingContext::scopeNames(Value value)
{
    std::vector<ScopeId> names;
    readArray(*this, value, [&](Value name) {
        const ScopeId scope = reference(name, scopes, tr("the name of a scope"));
        if (scope != noId && std::find(names.begin(), names.end(), scope) == names.end())
            names.push_back(scope);
    });
    return names;
}

Requirement ReadingContext::requirement(Value value)
{
    Requirement requirement;
    readArray(*this, value, [&](Value alternative) { requirement.alternatives.push_back(scopeNames(alternative)); });
    return requirement;
}

std::vector<Text> ReadingContext::texts(Value value)
{
    std::vector<Text> texts;
    readArray(*this, value, [&](Value element) { texts.push_back(text(element)); });
    return texts;
}

Facts ReadingContext::facts(Value value)
{
    Facts facts;
    readArray(*this, value, [&](Value element) {
        Fact fact;
        readObject(*this, element,
            {{"text", Member::Presence::Wanted, [&](Value member) { fact.text = text(member); }},
                {"source", Member::Presence::Wanted,
                    [&](Value member) { fact.source = reference(member, sources, tr("the id of a source")); }}});
        facts.push_back(fact);
    });
    return facts;
}

bool readObject(ReadingContext& context, Value value, std::initializer_list<Member> members)
{
    if (value.kind() != Kind::Object) {
        context.error(value, expected(nameOf(Kind::Object), value));
        return false;
    }
    std::uint64_t seen = 0;
    for (const Value child : value.children()) {
        const auto* const member =
            std::find_if(members.begin(), members.end(), [&](const Member& candidate) { return candidate.name == child.key(); });
        if (member == members.end()) {
            context.note(child, tr("The member '%1' is not known here and was not read.").arg(shown(child.key())));
            continue;
        }
        const auto bit = std::uint64_t{1} << (member - members.begin());
        if ((seen & bit) != 0) {
            context.error(child, tr("The member '%1' stands here twice. Take one of them out.").arg(shown(child.key())));
            continue;
        }
        seen |= bit;
        if (!(member->nullable && child.kind() == Kind::Null))
            member->read(child);
    }
    for (const auto* member = members.begin(); member != members.end(); ++member) {
        const auto bit = std::uint64_t{1} << (member - members.begin());
        if (member->presence == Member::Presence::Wanted && (seen & bit) == 0)
            context.error(value, tr("Expected the member '%1', which is missing.").arg(toQString(member->name)));
    }
    return true;
}

void readArray(ReadingContext& context, Value value, const std::function<void(Value)>& read)
{
    if (value.kind() != Kind::Array) {
        context.error(value, expected(nameOf(Kind::Array), value));
        return;
    }
    for (const Value child : value.children())
        read(child);
}

} // namespace scopes
