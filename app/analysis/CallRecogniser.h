#pragma once

#include "analysis/CallPart.h"
#include "analysis/CallPaths.h"
#include "document/TextRange.h"

#include <QString>

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace scopes {

/// A call and where it was found.
struct FoundCall
{
    Call call;
    TextRange range; ///< in the text, in UTF-16 units
};

/// What looks like a call and is none that the catalog has.
struct UnrecognisedCall
{
    QString text; ///< safe to show: bounded, secrets left out
    QString why; ///< a translated sentence
    TextRange range;
};

struct RecognisedCalls
{
    std::vector<FoundCall> found; ///< in the order of the text
    std::vector<UnrecognisedCall> unrecognised;

    /// One call for each endpoint.
    std::vector<Call> calls() const;
};

/// Finds a catalog's calls in text. The catalog must outlive it. Making one reads all endpoints; asking is then linear in the
/// text.
class CallRecogniser
{
public:
    explicit CallRecogniser(const ScopeCatalog& catalog);

    /// The calls in what somebody typed or pasted, several at once: an endpoint's id ('user.info', 'user.info#open_id,username',
    /// 'post.content.init?post_mode=DIRECT_POST'), 'METHOD path', a URL whose `fields=` list chooses fields, a curl command, a
    /// path with its parameters filled in, a line of code or of a log.
    RecognisedCalls recognise(QStringView text) const;

    /// A call in a source file; offsets count bytes.
    struct Place
    {
        Call call;
        std::size_t start = 0;
        std::size_t end = 0;
    };

    /// The calls in source code or any other long text, by their addresses alone.
    std::vector<Place> findIn(std::string_view text) const;

    /// A recorded request; none if the catalog does not have it. @p method may be empty: then it is not known.
    std::optional<Call> recorded(std::string_view method, std::string_view url, std::string_view body) const;

private:
    struct Unit;

    void readUnit(const Unit& unit, RecognisedCalls& result) const;
    bool readPaths(const Unit& unit, RecognisedCalls& result) const;
    bool readIds(const Unit& unit, RecognisedCalls& result) const;
    bool readId(std::string_view word, const Unit& unit, std::size_t at, RecognisedCalls& result) const;
    void listUnknown(const Unit& unit, RecognisedCalls& result) const;
    EndpointId withMethod(const std::vector<EndpointId>& endpoints, std::string_view method, bool isCertain) const;

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CallPaths m_paths;
    std::unordered_map<std::string_view, EndpointId> m_byId;
};

} // namespace scopes
