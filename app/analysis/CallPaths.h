#pragma once

#include "catalog/ScopeCatalog.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace scopes {

/// An endpoint's address in a text. Offsets count bytes.
struct PathMatch
{
    std::size_t start = 0; ///< of the URL, or of the path where it stands alone
    std::size_t end = 0; ///< behind path and query
    std::vector<EndpointId> endpoints; ///< with this path, one a method; empty: at the provider's host, but not in the catalog
    std::string_view query; ///< as it stands there, without the question mark
    std::string_view fragment; ///< what follows a '#'
};

/// The addresses of a catalog's endpoints, found in any text: URLs, paths, code with '\/' for '/'. A parameter of a path, such
/// as {id}, stands for any segment. Where the text has what addresses begin with alone, as a program's base URL
/// ('https://host/v2'), the rest of an address ('/user/info/') is found too. Addresses at other hosts are passed over. The
/// catalog must outlive it.
class CallPaths
{
public:
    explicit CallPaths(const ScopeCatalog& catalog);

    /// In the order of the text, in one pass over it. The matches point into @p text.
    std::vector<PathMatch> find(std::string_view text) const;

private:
    struct Node
    {
        std::unordered_map<std::string_view, std::unique_ptr<Node>> segments;
        std::unique_ptr<Node> any; ///< for a parameter
        std::vector<EndpointId> endpoints;
    };

    struct Start
    {
        std::size_t text = 0; ///< where the URL or path begins
        std::size_t path = 0; ///< where its first segment begins
        std::size_t next = 0; ///< where to look on, if there is nothing here
        bool isThere = false;
        bool hasHost = false; ///< it is one of the provider's
    };

    void add(EndpointId endpoint, std::string_view url);
    Start startAt(std::string_view text, std::size_t slash) const;
    Start startOfUrl(std::string_view text, std::size_t slash) const;
    using Bases = std::vector<const Node*>;
    Bases basesIn(std::string_view text) const;
    const Node* nodeOf(const std::vector<std::string_view>& segments, const Start& start, const Bases& bases) const;
    PathMatch matchAt(std::string_view text, const Start& start, const Bases& bases) const;
    static const Node* walk(const Node& node, const std::vector<std::string_view>& segments, std::size_t number, int literals);

    Node m_root;
    std::vector<std::string_view> m_hosts;
    bool m_takesAnyHost = false; ///< some endpoint's host is not in the catalog
};

} // namespace scopes
