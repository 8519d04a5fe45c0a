#include "analysis/CallMethod.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The method that @p word is, in capitals; empty if it is none.
std::string methodOf(std::string_view word)
{
    constexpr auto methods = std::to_array<std::string_view>({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"});
    std::string capitals(word);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return std::find(methods.begin(), methods.end(), capitals) != methods.end() ? capitals : std::string();
}

std::string_view wordAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && isLetter(text[end]))
        ++end;
    return text.substr(at, end - at);
}

std::string_view wordBefore(std::string_view text, std::size_t end)
{
    std::size_t start = end;
    while (start > 0 && isLetter(text[start - 1]))
        --start;
    return text.substr(start, end - start);
}

/// Behind quotes, signs and spaces.
std::size_t behindSigns(std::string_view text, std::size_t at)
{
    return std::min(text.find_first_not_of(" \t=:'\"`,(", at), text.size());
}

/// '-X POST', '-XPOST', '--request POST', else what sending data implies.
MethodHint methodOfCurl(std::string_view command)
{
    for (const std::string_view option : {" -X", " --request"}) {
        if (const std::size_t at = command.find(option); at != npos) {
            if (std::string method = methodOf(wordAt(command, behindSigns(command, at + option.size()))); !method.empty())
                return {std::move(method), true};
        }
    }
    if (command.find(" -G") != npos || command.find(" --get") != npos)
        return {"GET", false};
    constexpr auto options = std::to_array<std::string_view>({" -d", " --data", " -F", " --form", " --json"});
    const bool sends =
        std::any_of(options.begin(), options.end(), [&](std::string_view option) { return command.find(option) != npos; });
    return {sends ? "POST" : "GET", false};
}

} // namespace

MethodHint methodBeside(std::string_view text, std::size_t start, std::size_t end)
{
    // 'GET /path', perhaps with quotes or a host between.
    std::size_t before = start;
    while (before > 0 && std::string_view(" \t\"'`").find(text[before - 1]) != npos)
        --before;
    if (before < start) {
        const std::string_view word = wordBefore(text, before);
        if (std::string method = methodOf(word); !method.empty() && method == word)
            return {std::move(method), true};
    }
    constexpr std::size_t near = 300;
    const std::size_t from = start > near ? start - near : 0;
    const std::string_view left = text.substr(from, start - from);
    if (const std::size_t curl = left.rfind("curl "); curl != npos) {
        const std::string_view right = text.substr(end, 10 * near);
        const std::size_t stop = end + std::min(right.find("curl "), right.size());
        return methodOfCurl(text.substr(from + curl, stop - from - curl));
    }
    // requests.post("…"
    const std::size_t open = left.rfind('(');
    if (open != npos && (left.rfind('\n') == npos || left.rfind('\n') < open)) {
        if (std::string method = methodOf(wordBefore(left, open)); !method.empty())
            return {std::move(method), false};
    }
    // fetch("…", {method: "POST"
    const std::string_view right = text.substr(end, near);
    if (const std::size_t name = right.find("method"); name != npos) {
        if (std::string method = methodOf(wordAt(right, behindSigns(right, name + 6))); !method.empty())
            return {std::move(method), false};
    }
    return {};
}

} // namespace scopes
