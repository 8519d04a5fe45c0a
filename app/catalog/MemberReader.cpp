#include "catalog/MemberReader.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QDate>
#include <QStringList>

#include <algorithm>
#include <tuple>

namespace scopes {

namespace {

constexpr std::string_view whiteSpace = " \t\r\n\f\v";

bool isBlank(Text text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return whiteSpace.find(c) != Text::npos; });
}

/// The bytes as a key of a hash; valid as long as they are.
QByteArrayView bytes(Text text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QString shown(Text text)
{
    return visibleText(toQString(text), 80);
}

QString tr(const char* text)
{
    return QCoreApplication::translate("CatalogReader", text);
}

bool isDate(Text text)
{
    return text.size() == 10 && QDate::fromString(toQString(text), QStringLiteral("yyyy-MM-dd")).isValid();
}

bool isAddress(Text text)
{
    constexpr std::string_view scheme = "https://";
    return text.starts_with(scheme) && text.size() > scheme.size()
        && std::string_view("/?#").find(text[scheme.size()]) == Text::npos && text.find_first_of(whiteSpace) == Text::npos;
}

} // namespace

QString shown(Value value)
{
    switch (value.kind()) {
    case Kind::String:
        return u'\'' + shown(value.text()) + u'\'';
    case Kind::Boolean:
    case Kind::Number:
        return shown(value.text());
    default:
        return nameOf(value.kind());
    }
}

QString expected(const QString& what, Value found)
{
    return tr("Expected %1; found %2.").arg(what, shown(found));
}

bool Names::contains(Text name) const
{
    return numbers.contains(bytes(name));
}

void ReadingContext::error(Value value, const QString& message)
{
    // The limit comes first: to find a problem's line is to count lines.
    if (m_errors.size() < mostProblems)
        m_errors.push_back(value.problem(message));
}

void ReadingContext::note(Value value, const QString& message)
{
    if (m_notes.size() < mostProblems)
        m_notes.push_back(value.problem(message, Problem::Severity::Note));
}

Problems ReadingContext::takeProblems()
{
    const auto isBefore = [](const Problem& left, const Problem& right) {
        return std::tie(left.line, left.column) < std::tie(right.line, right.column);
    };
    std::stable_sort(m_errors.begin(), m_errors.end(), isBefore);
    std::stable_sort(m_notes.begin(), m_notes.end(), isBefore);
    Problems all = std::move(m_errors);
    const std::size_t room = mostProblems - all.size();
    for (std::size_t i = 0; i < std::min(room, m_notes.size()); ++i)
        all.push_back(std::move(m_notes[i]));
    return all;
}

Text ReadingContext::text(Value value, Blank blank)
{
    if (value.kind() != Kind::String) {
        error(value, expected(tr("a string"), value));
        return "";
    }
    const Text text = value.text();
    if (blank == Blank::Refused && isBlank(text))
        error(value, tr("Expected a text; found a string with nothing in it."));
    return data.texts.keep(text);
}

Text ReadingContext::identifier(Value value)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    if (value.kind() != Kind::String || value.text().empty()
        || !std::all_of(value.text().begin(), value.text().end(), isAllowed)) {
        error(value, expected(tr("an id of lower-case letters, digits, dots, underscores and hyphens"), value));
        return "";
    }
    return data.texts.keep(value.text());
}

Text ReadingContext::date(Value value)
{
    if (value.kind() == Kind::String && isDate(value.text()))
        return data.texts.keep(value.text());
    error(value, expected(tr("a date as YYYY-MM-DD"), value));
    return "";
}

Text ReadingContext::address(Value value)
{
    if (value.kind() == Kind::String && isAddress(value.text()))
        return data.texts.keep(value.text());
    error(value, expected(tr("an address that begins with https:// and has no spaces"), value));
    return "";
}

int ReadingContext::reference(Value value, Names& known, const char* what)
{
    if (value.kind() != Kind::String) {
        error(value, expected(tr(what), value));
        return noId;
    }
    const Text name = value.text();
    if (known.last.second != noId && known.last.first == name)
        return known.last.second;
    const int number = known.numbers.value(bytes(name), noId);
    if (number != noId) {
        known.last = {name, number};
        return number;
    }
    error(value, tr("Expected %1 in this catalog; found %2, which is none.").arg(tr(what), scopes::shown(value)));
    return noId;
}

SourceId ReadingContext::source(Value value)
{
    return reference(value, sources, QT_TRANSLATE_NOOP("CatalogReader", "the id of a source"));
}

ScopeId ReadingContext::scope(Value value)
{
    return reference(value, scopes, QT_TRANSLATE_NOOP("CatalogReader", "the name of a scope"));
}

TopicId ReadingContext::topic(Value value)
{
    return reference(value, topics, QT_TRANSLATE_NOOP("CatalogReader", "the id of a topic"));
}

EndpointId ReadingContext::endpoint(Value value)
{
    return reference(value, endpoints, QT_TRANSLATE_NOOP("CatalogReader", "the id of an endpoint"));
}

int ReadingContext::platform(Value value)
{
    return reference(value, platforms, QT_TRANSLATE_NOOP("CatalogReader", "the id of a platform"));
}

std::vector<ScopeId> ReadingContext::scopeNames(Value value)
{
    std::vector<ScopeId> names;
    readArray(*this, value, [&](Value name) {
        const ScopeId found = scope(name);
        if (found != noId && std::find(names.begin(), names.end(), found) == names.end())
            names.push_back(found);
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

Fact ReadingContext::fact(Value value)
{
    Fact fact;
    readObject(*this, value, wanted("text", into(fact.text)), wanted("source", intoSource(fact.source)));
    return fact;
}

Facts ReadingContext::facts(Value value)
{
    Facts facts;
    readArray(*this, value, [&](Value element) { facts.push_back(fact(element)); });
    return facts;
}

bool ReadingContext::collectNames(
    Value list, std::string_view member, Names& names, const char* what, const ReadingProgress& progress)
{
    if (!list || list.kind() != Kind::Array)
        return true;
    names.numbers.reserve(list.size());
    CountedProgress counted(progress, list.size());
    int number = 0;
    for (const Value element : list.children()) {
        if (!counted.next())
            return false;
        const Value name = element.member(member);
        if (name && name.kind() == Kind::String) {
            const auto key = bytes(name.text());
            if (const auto first = names.numbers.constFind(key); first != names.numbers.constEnd())
                error(name,
                    tr("The %1 %2 stands twice: it is number %3 of the list too. Take one of them out.")
                        .arg(tr(what), scopes::shown(name), QString::number(*first + 1)));
            else
                names.numbers.insert(key, number);
        }
        ++number;
    }
    return true;
}

bool ReadingContext::is(Kind kind, Value value)
{
    if (value.kind() == kind)
        return true;
    error(value, expected(nameOf(kind), value));
    return false;
}

void ReadingContext::unknown(Value member)
{
    note(member, tr("The member '%1' is not known here and was not read.").arg(shown(member.key())));
}

void ReadingContext::repeated(Value member)
{
    error(member, tr("The member '%1' stands here twice. Take one of them out.").arg(shown(member.key())));
}

void ReadingContext::missing(Value object, std::string_view member)
{
    error(object, tr("Expected the member '%1', which is missing.").arg(toQString(member)));
}

void ReadingContext::notOneOf(Value value, const QStringList& words)
{
    error(value, expected(tr("one of '%1'").arg(words.join(QStringLiteral("', '"))), value));
}

} // namespace scopes
