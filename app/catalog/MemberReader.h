#pragma once

#include "catalog/CatalogData.h"
#include "document/Document.h"

#include <QHash>

#include <functional>
#include <initializer_list>

namespace scopes {

/// What the readers of a catalog's parts share: the data that they fill, the problems that they find, the names that other
/// parts refer to. A problem does not stop the reading, so that many are found at once; after errors the data is of no use.
class ReadingContext
{
public:
    /// No more problems than that are kept.
    static constexpr std::size_t mostProblems = 100;

    explicit ReadingContext(CatalogData& catalogData)
        : data(catalogData)
    {
    }

    CatalogData& data; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Problems problems;
    QHash<QByteArrayView, SourceId> sources;
    QHash<QByteArrayView, TopicId> topics;
    QHash<QByteArrayView, ScopeId> scopes;
    QHash<QByteArrayView, EndpointId> endpoints;

    void error(Value value, const QString& message) { add(value.problem(message)); }

    void note(Value value, const QString& message) { add(value.problem(message, Problem::Severity::Note)); }

    /// The value's text in the catalog's memory; an error and an empty text where it is no string, or is blank though it must
    /// not be.
    enum class Blank { Allowed, Refused };
    Text text(Value value, Blank blank = Blank::Refused);

    /// Its id among @p known; an error that names @p what and noId where it is none of them.
    int reference(Value value, const QHash<QByteArrayView, int>& known, const QString& what);

    /// Alternatives of sets of scope names.
    Requirement requirement(Value value);
    std::vector<ScopeId> scopeNames(Value value);
    std::vector<Text> texts(Value value);
    Facts facts(Value value);

private:
    void add(Problem problem);
};

/// 'Expected WHAT; found KIND.'
QString expected(const QString& what, Value found);

/// The bytes as a key of a hash; valid as long as they are.
inline QByteArrayView bytes(Text text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// One member that an object may or must have, and what reads it.
struct Member
{
    enum class Presence { Optional, Wanted };

    std::string_view name;
    Presence presence;
    std::function<void(Value)> read; ///< not called for null if nullable
    bool nullable = false;
};

/// Reads an object by the list of its members: a wanted one that is missing and a repeated one are errors, an unknown one is a
/// note. Anything but an object is an error. False if nothing could be read.
bool readObject(ReadingContext& context, Value value, std::initializer_list<Member> members);

/// Calls @p read for each element; anything but an array is an error.
void readArray(ReadingContext& context, Value value, const std::function<void(Value)>& read);

} // namespace scopes
