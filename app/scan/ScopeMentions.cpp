#include "scan/ScopeMentions.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// True for what can stand in a scope's name; percent signs part names, because they begin '%20' and '%2C'.
constexpr auto isNameByte = [] {
    std::array<bool, 256> table{};
    for (int c = 0x21; c < 0x7f; ++c)
        table[static_cast<std::size_t>(c)] = std::string_view("\"'`,;()[]{}<>|\\=&%+*?#!$^~@").find(static_cast<char>(c)) == npos;
    return table;
}();

bool isPartOfName(char c)
{
    return isNameByte[static_cast<unsigned char>(c)];
}

std::string_view lineAt(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 2000;
    const std::size_t before = text.rfind('\n', at);
    std::size_t start = before == npos ? 0 : before + 1;
    start = std::max(start, at > longest ? at - longest : 0);
    const std::size_t end = std::min({text.find('\n', at), text.size(), at + longest});
    return text.substr(start, end - start);
}

/// True if a quote is open at @p at of the line.
bool isQuoted(std::string_view line, std::size_t at)
{
    char open = '\0';
    for (std::size_t i = 0; i < at; ++i) {
        if (line[i] == '\\')
            ++i;
        else if (open != '\0' && line[i] == open)
            open = '\0';
        else if (open == '\0' && (line[i] == '"' || line[i] == '\'' || line[i] == '`'))
            open = line[i];
    }
    return open != '\0';
}

bool speaksOfScopes(std::string_view line)
{
    constexpr std::string_view word = "scope";
    return std::search(line.begin(), line.end(), word.begin(), word.end(), [](char c, char lower) {
        return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == lower;
    }) != line.end();
}

/// True if a scope stands there for itself, and is not a variable's attribute or a word that means something else.
bool isMention(std::string_view text, std::size_t start, std::size_t end, Quoting quoting)
{
    const std::string_view name = text.substr(start, end - start);
    const std::string_view line = lineAt(text, start);
    const auto at = static_cast<std::size_t>(text.data() + start - line.data());
    if (name.find_first_of(".:/_-") == npos && !speaksOfScopes(line))
        return false;
    if (quoting == Quoting::Plain)
        return true;
    const bool isAlone = line.find_first_not_of(" \t\r", at + name.size()) == npos && line.find_first_not_of(" \t") == at;
    return isAlone || isQuoted(line, at);
}

} // namespace

ScopeMentions::ScopeMentions(const ScopeCatalog& catalog)
    : m_catalog(catalog)
{
    for (const Scope& scope : catalog.scopes()) {
        if (!scope.name.empty())
            m_lengths[static_cast<unsigned char>(scope.name.front())] |= std::uint64_t{1}
                << std::min<std::size_t>(scope.name.size(), 63);
    }
}

/// Most words are no scope's name by their first byte and length alone, which is much faster to see than with a hash.
ScopeId ScopeMentions::scopeOf(std::string_view word) const
{
    constexpr std::size_t longest = 500;
    if (word.empty() || word.size() > longest)
        return noId;
    const std::uint64_t lengths = m_lengths[static_cast<unsigned char>(word.front())];
    if ((lengths >> std::min<std::size_t>(word.size(), 63) & 1U) == 0)
        return noId;
    return m_catalog.find(QByteArrayView(word.data(), static_cast<qsizetype>(word.size())));
}

std::vector<ScopeMention> ScopeMentions::find(std::string_view text, Quoting quoting) const
{
    std::vector<ScopeMention> mentions;
    for (std::size_t at = 0; at < text.size();) {
        if (!isPartOfName(text[at])) {
            // The digits of '%2C' are none of the name's.
            at += text[at] == '%' ? 3 : 1;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && isPartOfName(text[end]))
            ++end;
        std::size_t nameEnd = end;
        while (nameEnd > at && (text[nameEnd - 1] == '.' || text[nameEnd - 1] == ':'))
            --nameEnd;
        const ScopeId scope = scopeOf(text.substr(at, nameEnd - at));
        if (scope != noId && isMention(text, at, nameEnd, quoting))
            mentions.push_back({scope, at});
        at = end;
    }
    return mentions;
}

} // namespace scopes
