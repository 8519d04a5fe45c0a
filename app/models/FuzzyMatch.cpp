#include "models/FuzzyMatch.h"

#include <algorithm>
#include <vector>

namespace scopes {

namespace {

constexpr int impossible = -1'000'000;
constexpr int atStart = 10;
constexpr int atWordStart = 7;
constexpr int contiguous = 6;
constexpr int elsewhere = 1;
constexpr int largestGapCost = 4;

/// Longer texts are names of nothing; the rest of them is not looked at.
constexpr std::size_t longestText = 400;

bool isWordCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}

bool isSubsequence(std::string_view typed, std::string_view text)
{
    std::size_t from = 0;
    for (const char letter : typed) {
        const std::size_t at = text.find(letter, from);
        if (at == std::string_view::npos)
            return false;
        from = at + 1;
    }
    return true;
}

int worthAt(std::string_view text, std::size_t at)
{
    if (at == 0)
        return atStart;
    return isWordCharacter(text[at]) && !isWordCharacter(text[at - 1]) ? atWordStart : elsewhere;
}

} // namespace

std::optional<int> fuzzyScore(std::string_view typed, std::string_view text)
{
    text = text.substr(0, longestText);
    if (!isSubsequence(typed, text))
        return std::nullopt;
    if (typed.empty())
        return 0;

    // best[i]: the best score of the letters so far when the last of them stands at i of the text.
    std::vector<int> best(text.size(), impossible);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == typed.front())
            best[i] = worthAt(text, i) - std::min(static_cast<int>(i), largestGapCost);
    }
    std::vector<int> next(text.size());
    for (const char letter : typed.substr(1)) {
        std::fill(next.begin(), next.end(), impossible);
        int before = impossible; ///< the best of those that leave a gap
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (i >= 2)
                before = std::max(before, best[i - 2]);
            if (text[i] == letter)
                next[i] =
                    std::max(best[i - 1] + std::max(contiguous, worthAt(text, i)), before + worthAt(text, i) - largestGapCost);
        }
        best.swap(next);
    }
    return *std::max_element(best.begin(), best.end());
}

} // namespace scopes
