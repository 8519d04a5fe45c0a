#include "cli/Suggestion.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace scopes {

namespace {

/// Longer words are no slips of anything; the cost is quadratic.
constexpr qsizetype longestWord = 200;

/// Optimal string alignment: the typing errors between two words.
int distance(QStringView left, QStringView right)
{
    const auto width = static_cast<std::size_t>(right.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < left.size(); ++i) {
        before.swap(last);
        last.swap(row);
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < right.size(); ++j) {
            const auto at = static_cast<std::size_t>(j) + 1;
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + (left[i] == right[j] ? 0 : 1)});
            if (i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j])
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
    }
    return row.back();
}

} // namespace

QString nearest(const QString& word, const QStringList& known)
{
    if (word.isEmpty() || word.size() > longestWord)
        return {};
    QString best;
    int least = std::max(1, static_cast<int>(word.size()) / 3) + 1;
    for (const QString& candidate : known) {
        const bool isTooFar = std::abs(candidate.size() - word.size()) >= least;
        if (const int errors = isTooFar ? least : distance(word, candidate); errors < least) {
            least = errors;
            best = candidate;
        }
    }
    if (!best.isNull() || word.size() < 2)
        return best;
    const auto longer =
        std::find_if(known.begin(), known.end(), [&](const QString& candidate) { return candidate.startsWith(word); });
    return longer == known.end() ? QString() : *longer;
}

QString didYouMean(const QString& word, const QStringList& known)
{
    const QString meant = nearest(word, known);
    return meant.isNull() ? QString() : QCoreApplication::translate("cli", " Did you mean '%1'?").arg(meant);
}

} // namespace scopes
