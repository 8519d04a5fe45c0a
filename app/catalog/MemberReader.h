#pragma once

#include "catalog/CatalogData.h"
#include "document/Document.h"
#include "document/Problem.h"
#include "document/ReadingProgress.h"

#include <QHash>
#include <QStringList>

#include <cstdint>
#include <initializer_list>
#include <utility>

namespace scopes {

/// One member that an object may or must have, and what reads it. Made by the four functions below.
template <typename Read>
struct Member
{
    std::string_view name;
    bool isWanted;
    bool isNullable;
    Read read; ///< called with the member's Value; not for null if nullable
};

template <typename Read>
Member<Read> wanted(std::string_view name, Read read)
{
    return {name, true, false, std::move(read)};
}

template <typename Read>
Member<Read> wantedOrNull(std::string_view name, Read read)
{
    return {name, true, true, std::move(read)};
}

template <typename Read>
Member<Read> optional(std::string_view name, Read read)
{
    return {name, false, false, std::move(read)};
}

template <typename Read>
Member<Read> optionalOrNull(std::string_view name, Read read)
{
    return {name, false, true, std::move(read)};
}

/// The names that other parts of the catalog refer to, each with its number in its list. The bytes are the document's.
struct Names
{
    QHash<QByteArrayView, int> numbers;
    std::pair<Text, int> last{{}, noId}; ///< what was asked for last: neighbours often refer to the same

    bool contains(Text name) const;
};

/// What the readers of a catalog's parts share: the data that they fill, the problems that they find, the names that other
/// parts refer to. A problem does not stop the reading, so that many are found at once; after errors the data is of no use.
/// The functions called 'into' give a reader of one member that stores what it reads in their argument.
class ReadingContext
{
public:
    /// No more problems than that are kept; notes never push an error out.
    static constexpr std::size_t mostProblems = 100;

    explicit ReadingContext(CatalogData& catalogData)
        : data(catalogData)
    {
    }

    CatalogData& data; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Names sources;
    Names topics;
    Names scopes;
    Names endpoints;
    Names platforms;

    void error(Value value, const QString& message);
    void note(Value value, const QString& message);

    /// The errors in the order of the document, then the notes in the same order.
    Problems takeProblems();

    /// The value's text in the catalog's memory; an error and an empty text where it is no string, or is blank though it must
    /// not be.
    enum class Blank { Allowed, Refused };
    Text text(Value value, Blank blank = Blank::Refused);

    /// The same with an error where it is not of the form that the name says.
    Text identifier(Value value); ///< a-z, 0-9, dot, underscore, hyphen
    Text date(Value value); ///< YYYY-MM-DD
    Text address(Value value); ///< https, with a host, without white space

    /// The number under which collectNames() has found the name; an error and noId where it has not.
    SourceId source(Value value);
    ScopeId scope(Value value);
    TopicId topic(Value value);
    EndpointId endpoint(Value value);
    int platform(Value value);

    Requirement requirement(Value value);
    std::vector<ScopeId> scopeNames(Value value);
    std::vector<Text> texts(Value value);
    Facts facts(Value value);
    Fact fact(Value value);

    /// The meaning of the word that the value is; an error that names them all and T{} where it is none of them.
    template <typename T>
    T oneOf(Value value, std::initializer_list<std::pair<std::string_view, T>> words);

    auto into(Text& target)
    {
        return [this, &target](Value value) { target = text(value); };
    }

    auto intoSource(SourceId& target)
    {
        return [this, &target](Value value) { target = source(value); };
    }

    auto intoAddress(Text& target)
    {
        return [this, &target](Value value) { target = address(value); };
    }

    auto into(Requirement& target)
    {
        return [this, &target](Value value) { target = requirement(value); };
    }

    auto into(Facts& target)
    {
        return [this, &target](Value value) { target = facts(value); };
    }

    /// Notes under which number each element's name can be referred to; a name that stands twice is an error. @p what is what
    /// the elements are, untranslated. Says nothing of a list that is no array: whoever reads it will. False when nobody waits
    /// for the reading any more.
    bool collectNames(Value list, std::string_view member, Names& names, const char* what, const ReadingProgress& progress = {});

    /// What readObject(), readArray() and oneOf() say.
    bool isArray(Value value) { return is(Kind::Array, value); }

    bool isObject(Value value) { return is(Kind::Object, value); }

    void unknown(Value member);
    void repeated(Value member);
    void missing(Value object, std::string_view member);
    void notOneOf(Value value, const QStringList& words);

private:
    bool is(Kind kind, Value value);
    int reference(Value value, Names& known, const char* what);

    Problems m_errors;
    Problems m_notes;
};

/// 'Expected WHAT; found KIND.'
QString expected(const QString& what, Value found);

/// A value as a message shows it: the kind, and of a string or number its text too, safe to show and not too long.
QString shown(Value value);

/// Reads an object by the list of its members: a wanted one that is missing and a repeated one are errors, an unknown one is a
/// note. Anything but an object is an error. The list is a template, not a container: objects come by the hundred thousand.
template <typename... Reads>
void readObject(ReadingContext& context, Value value, const Member<Reads>&... members)
{
    static_assert(sizeof...(Reads) <= 64, "one bit a member");
    if (!context.isObject(value))
        return;
    std::uint64_t seen = 0;
    std::uint64_t bit = 1;
    for (const Value child : value.children()) {
        const auto take = [&, key = child.key()](const auto& member) {
            // The first letter tells most names apart without a call.
            if (member.name.size() != key.size() || member.name.front() != key.front() || member.name != key) {
                bit <<= 1;
                return false;
            }
            if ((seen & bit) != 0)
                context.repeated(child);
            else if (!member.isNullable || child.kind() != Kind::Null)
                member.read(child);
            seen |= bit;
            return true;
        };
        bit = 1;
        if (!(take(members) || ...))
            context.unknown(child);
    }
    bit = 1;
    const auto demand = [&](const auto& member) {
        if (member.isWanted && (seen & bit) == 0)
            context.missing(value, member.name);
        bit <<= 1;
    };
    (demand(members), ...);
}

/// Calls @p read for each element; anything but an array is an error.
template <typename Read>
void readArray(ReadingContext& context, Value value, Read read)
{
    if (!context.isArray(value))
        return;
    for (const Value child : value.children())
        read(child);
}

/// A reader of a member that appends what @p read gives for each element.
template <typename T, typename Read>
auto eachInto(ReadingContext& context, std::vector<T>& list, Read read)
{
    return [&context, &list, read](
               Value value) { readArray(context, value, [&](Value element) { list.push_back(read(element)); }); };
}

template <typename T>
T ReadingContext::oneOf(Value value, std::initializer_list<std::pair<std::string_view, T>> words)
{
    if (value.kind() == Kind::String) {
        for (const auto& [word, meaning] : words) {
            if (value.text() == word)
                return meaning;
        }
    }
    QStringList known;
    for (const auto& [word, meaning] : words)
        known += toQString(word);
    notOneOf(value, known);
    return T{};
}

} // namespace scopes
