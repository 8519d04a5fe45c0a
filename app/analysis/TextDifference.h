#pragma once

#include "document/TextRange.h"

#include <QStringView>

#include <vector>

namespace scopes {

/// How the text that the user reads differs from the definition.
struct TextDifference
{
    bool areIdentical = false; ///< the same to the letter
    std::vector<TextRange> onlyInFirst; ///< words of the first text that the second does not have at that place, ascending
    std::vector<TextRange> onlyInSecond; ///< the other way round
};

/// Compares two texts word by word by their longest common subsequence. A word is a run of letters, digits, '_' and
/// apostrophes; case counts, punctuation and spaces do not. Neighbouring words that differ are one range. Texts of more than
/// 2,000 words are compared by their common beginning and end alone.
TextDifference differenceOf(QStringView first, QStringView second);

} // namespace scopes
