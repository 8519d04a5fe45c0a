#include "analysis/CallPaths.h"

#include <algorithm>
#include <cstring>

namespace scopes {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view endsOfSegment = "/?# \t\r\n\"'`<>()[],;|\\";
constexpr std::string_view endsOfQuery = "# \t\r\n\"'`<>)|";

/// The character at @p at; a line feed, which ends everything, outside of the text.
char charAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? text[at] : '\n';
}

bool isWordChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'
        || c == '~' || c == ':';
}

bool isSlash(std::string_view text, std::size_t at)
{
    return charAt(text, at) == '/' || (charAt(text, at) == '\\' && charAt(text, at + 1) == '/');
}

/// Behind the slash, which may be written '\/'.
std::size_t behindSlash(std::string_view text, std::size_t at)
{
    return at + (text[at] == '/' ? 1 : 2);
}

/// The end of the segment that begins at @p at. What a program puts in, as in {id} and ${id}, belongs to it whole.
std::size_t endOfSegment(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (text[at] == '{') {
            const std::size_t close = text.find_first_of("}\n", at);
            if (close == npos || text[close] == '\n')
                return at;
            at = std::min(text.find_first_not_of('}', close), text.size());
            continue;
        }
        if (text[at] == '}' || endsOfSegment.find(text[at]) != npos)
            return at;
        ++at;
    }
    return at;
}

bool isParameter(std::string_view segment)
{
    return segment.find('{') != npos || segment.starts_with(':');
}

/// Without user and port: 'host' of 'user@host:80'.
std::string_view bareHost(std::string_view authority)
{
    if (const std::size_t at = authority.rfind('@'); at != npos)
        authority.remove_prefix(at + 1);
    return authority.substr(0, authority.find(':'));
}

bool equalsHost(std::string_view one, std::string_view other)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [&](char a, char b) { return lower(a) == lower(b); });
}

} // namespace

CallPaths::CallPaths(const ScopeCatalog& catalog)
{
    const auto endpoints = catalog.endpoints();
    for (std::size_t number = 0; number < endpoints.size(); ++number)
        add(static_cast<EndpointId>(number), endpoints[number].url);
}

void CallPaths::add(EndpointId endpoint, std::string_view url)
{
    if (const std::size_t scheme = url.find("://"); scheme != npos) {
        url.remove_prefix(scheme + 3);
        const std::string_view host = bareHost(url.substr(0, url.find('/')));
        url.remove_prefix(std::min(url.find('/'), url.size()));
        if (isParameter(host))
            m_takesAnyHost = true;
        else if (std::find(m_hosts.begin(), m_hosts.end(), host) == m_hosts.end())
            m_hosts.push_back(host);
    } else {
        m_takesAnyHost = true;
    }
    url = url.substr(0, url.find_first_of("?#"));
    Node* node = &m_root;
    while (!url.empty()) {
        const std::string_view segment = url.substr(0, url.find('/'));
        url.remove_prefix(std::min(segment.size() + 1, url.size()));
        if (segment.empty())
            continue;
        auto& next = isParameter(segment) ? node->any : node->segments[segment];
        if (next == nullptr)
            next = std::make_unique<Node>();
        node = next.get();
    }
    if (node != &m_root)
        node->endpoints.push_back(endpoint);
}

/// The node of a path of which at least one segment is literal.
const CallPaths::Node* CallPaths::walk(
    const Node& node, const std::vector<std::string_view>& segments, std::size_t number, int literals)
{
    if (number == segments.size())
        return node.endpoints.empty() || literals <= 0 ? nullptr : &node;
    if (const auto next = node.segments.find(segments[number]); next != node.segments.end()) {
        if (const Node* const found = walk(*next->second, segments, number + 1, literals + 1))
            return found;
    }
    return node.any != nullptr ? walk(*node.any, segments, number + 1, literals) : nullptr;
}

/// Of a URL whose first slash stands at @p slash: '://' or ':\/\/'.
CallPaths::Start CallPaths::startOfUrl(std::string_view text, std::size_t slash) const
{
    Start start;
    std::size_t at = behindSlash(text, slash);
    at = behindSlash(text, at);
    start.text = slash - 1;
    while (start.text > 0 && isWordChar(text[start.text - 1]))
        --start.text;
    const std::size_t end = endOfSegment(text, at);
    const std::string_view host = bareHost(text.substr(at, end - at));
    const bool isOurs = std::any_of(m_hosts.begin(), m_hosts.end(), [&](std::string_view one) { return equalsHost(one, host); });
    // A host that a program puts in may be the provider's.
    start.isThere = isSlash(text, end) && (isOurs || m_takesAnyHost || host.find_first_of("{$%") != npos);
    start.hasHost = isOurs;
    start.next = end;
    while (!start.isThere && start.next < text.size() && endsOfQuery.find(text[start.next]) == npos)
        ++start.next;
    if (start.isThere)
        start.path = behindSlash(text, end);
    return start;
}

/// Where an address begins whose slash stands at @p slash, if one does.
CallPaths::Start CallPaths::startAt(std::string_view text, std::size_t slash) const
{
    const std::size_t behind = behindSlash(text, slash);
    Start start{slash, behind, behind, false, false};
    if (isSlash(text, behind)) {
        if (slash > 0 && text[slash - 1] == ':')
            return startOfUrl(text, slash);
        start.next = behindSlash(text, behind);
        return start;
    }
    std::size_t word = slash;
    while (word > 0 && isWordChar(text[word - 1]))
        --word;
    const char before = word > 0 ? text[word - 1] : '\n';
    if (word == slash) {
        start.isThere = before != '/' && before != '<';
        return start;
    }
    const std::string_view name = text.substr(word, slash - word);
    const std::string_view host = bareHost(name);
    start.text = word;
    start.hasHost = std::any_of(m_hosts.begin(), m_hosts.end(), [&](std::string_view one) { return equalsHost(one, host); });
    // 'v2/user/info' in quotes or alone; and what a program puts in: '%s/v2/…', '$base/v2/…'.
    const bool beginsThere = before != '/' && before != '\\' && m_root.segments.find(name) != m_root.segments.end();
    start.isThere = start.hasHost || beginsThere || before == '$' || (before == '%' && name.size() == 1);
    if (beginsThere && !start.hasHost)
        start.path = word;
    return start;
}

/// What the base URLs in the text lead to.
CallPaths::Bases CallPaths::basesIn(std::string_view text) const
{
    Bases bases;
    for (const std::string_view host : m_hosts) {
        for (std::size_t at = text.find(host); at != npos; at = text.find(host, at)) {
            at += host.size();
            const Node* node = &m_root;
            while (node != nullptr && isSlash(text, at)) {
                at = behindSlash(text, at);
                const std::size_t end = endOfSegment(text, at);
                if (end == at)
                    break;
                const auto next = node->segments.find(text.substr(at, end - at));
                node = next != node->segments.end() ? next->second.get() : nullptr;
                at = end;
            }
            const bool isBase = node != nullptr && node != &m_root && !node->segments.empty();
            if (isBase && std::find(bases.begin(), bases.end(), node) == bases.end())
                bases.push_back(node);
        }
    }
    return bases;
}

const CallPaths::Node* CallPaths::nodeOf(
    const std::vector<std::string_view>& segments, const Start& start, const Bases& bases) const
{
    if (segments.empty())
        return nullptr;
    const Node* node = walk(m_root, segments, 0, start.hasHost ? 1 : 0);
    // One literal segment behind a base is too little to tell a call by.
    for (auto base = bases.begin(); node == nullptr && !start.hasHost && base != bases.end(); ++base)
        node = walk(**base, segments, 0, -1);
    return node;
}

PathMatch CallPaths::matchAt(std::string_view text, const Start& start, const Bases& bases) const
{
    constexpr std::size_t mostSegments = 40;
    std::vector<std::string_view> segments;
    std::size_t end = start.path;
    for (std::size_t at = start.path; segments.size() < mostSegments;) {
        end = endOfSegment(text, at);
        if (end > at)
            segments.push_back(text.substr(at, end - at));
        if (end == at || !isSlash(text, end))
            break;
        at = behindSlash(text, end);
        end = at;
    }
    const Node* node = nodeOf(segments, start, bases);
    while (node == nullptr && !segments.empty() && std::strchr(".:!", segments.back().back()) != nullptr) {
        // The end of a sentence is none of the path's.
        segments.back().remove_suffix(1);
        --end;
        if (segments.back().empty())
            segments.pop_back();
        node = nodeOf(segments, start, bases);
    }
    PathMatch match{start.text, end, {}, {}, {}};
    if (node != nullptr)
        match.endpoints = node->endpoints;
    if (charAt(text, end) == '?') {
        match.end = std::min(text.find_first_of(endsOfQuery, end), text.size());
        match.query = text.substr(end + 1, match.end - end - 1);
    }
    if (charAt(text, match.end) == '#') {
        const std::size_t behind = std::min(text.find_first_of(endsOfQuery, match.end + 1), text.size());
        match.fragment = text.substr(match.end + 1, behind - match.end - 1);
        match.end = behind;
    }
    return match;
}

std::vector<PathMatch> CallPaths::find(std::string_view text) const
{
    std::vector<PathMatch> matches;
    const Bases bases = basesIn(text);
    for (std::size_t at = text.find('/'); at != npos; at = text.find('/', at)) {
        // The word before a '\/' ends at the backslash.
        const std::size_t slash = at > 0 && text[at - 1] == '\\' ? at - 1 : at;
        const Start start = startAt(text, slash);
        at = std::max(at + 1, start.next);
        if (!start.isThere)
            continue;
        PathMatch match = matchAt(text, start, bases);
        if (match.endpoints.empty() && !start.hasHost)
            continue;
        at = std::max(at, match.end);
        matches.push_back(std::move(match));
    }
    return matches;
}

} // namespace scopes
