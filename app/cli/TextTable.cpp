#include "cli/TextTable.h"

#include <algorithm>
#include <numeric>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 2;

int widthOf(QStringView text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); }));
}

int longestWord(QStringView text)
{
    int longest = 0;
    for (const QStringView word : text.split(u' '))
        longest = std::max(longest, widthOf(word));
    return longest;
}

/// The greatest that @p measure gives for a cell, for each column.
std::vector<int> widest(const std::vector<QStringList>& rows, int (*measure)(QStringView))
{
    std::vector<int> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<std::size_t>(i)] = std::max(widths[static_cast<std::size_t>(i)], measure(row[i]));
    }
    return widths;
}

/// Takes from the widest column that is wider than its longest word, one by one, until all fit or none can give more.
void fit(std::vector<int>& widths, const std::vector<int>& least, int columns)
{
    int total = std::accumulate(widths.begin(), widths.end(), 0) + gap * (static_cast<int>(widths.size()) - 1);
    for (; total > columns; --total) {
        std::size_t chosen = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] > least[i] && (chosen == widths.size() || widths[i] > widths[chosen]))
                chosen = i;
        }
        if (chosen == widths.size())
            return;
        --widths[chosen];
    }
}

/// Where a line of at most @p width code points ends.
qsizetype lineEnd(QStringView text, int width)
{
    qsizetype end = 0;
    for (int count = 0; end < text.size() && count < width; ++count)
        end += text[end].isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
    if (end == text.size())
        return end;
    const qsizetype space = text.first(end + 1).lastIndexOf(u' ');
    return space > 0 ? space : end;
}

QStringList wrapped(const QString& text, int width)
{
    QStringList lines;
    QStringView rest(text);
    do {
        const qsizetype end = lineEnd(rest, width);
        lines += rest.first(end).toString();
        rest = rest.sliced(end);
        if (rest.startsWith(u' '))
            rest = rest.sliced(1);
    } while (!rest.isEmpty());
    return lines;
}

} // namespace

QString textTable(const std::vector<QStringList>& rows, int columns)
{
    std::vector<int> widths = widest(rows, widthOf);
    if (columns > 0)
        fit(widths, widest(rows, longestWord), columns);
    QString text;
    for (const QStringList& row : rows) {
        std::vector<QStringList> cells;
        qsizetype height = 1;
        for (qsizetype i = 0; i < row.size(); ++i) {
            cells.push_back(wrapped(row[i], std::max(1, widths[static_cast<std::size_t>(i)])));
            height = std::max(height, cells.back().size());
        }
        for (qsizetype line = 0; line < height; ++line) {
            const qsizetype start = text.size();
            int column = 0;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const QString cell = cells[i].value(line);
                text += cell;
                column += widths[i] + gap;
                text += QString(column - widthOf(QStringView(text).sliced(start)), u' ');
            }
            while (text.size() > start && text.endsWith(u' '))
                text.chop(1);
            text += u'\n';
        }
    }
    return text;
}

} // namespace scopes
