#include "widgets/InspectMarks.h"

#include "widgets/Contrast.h"
#include "widgets/Icons.h"

#include <algorithm>

namespace scopes {

namespace {

QColor mixed(const QColor& ground, const QColor& tint, double share)
{
    const auto channel = [share](double a, double b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(
        channel(ground.redF(), tint.redF()), channel(ground.greenF(), tint.greenF()), channel(ground.blueF(), tint.blueF()));
}

QTextCharFormat scopeFormat(const QPalette& palette)
{
    constexpr double share = 0.22; // seen, and the text's own colour stays readable on it
    QTextCharFormat format;
    format.setBackground(mixed(palette.color(QPalette::Base), palette.color(QPalette::Highlight), share));
    return format;
}

QTextCharFormat findingFormat(Severity severity, const QPalette& palette)
{
    const QColor ground = palette.color(QPalette::Base);
    QTextCharFormat format;
    switch (severity) {
    case Severity::Error:
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(readableOn(ground, QColor(0xc0, 0x1c, 0x28)));
        break;
    case Severity::Warning:
        format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        format.setUnderlineColor(readableOn(ground, QColor(0xa8, 0x60, 0x00)));
        break;
    case Severity::Note:
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(palette.color(QPalette::Text));
        break;
    }
    return format;
}

} // namespace

InspectMarks::InspectMarks(QTextDocument* document)
    : QSyntaxHighlighter(document)
{
}

void InspectMarks::setChecked(const Inspection& inspection, const std::vector<Finding>& findings,
    const std::vector<TextRange>& current, const QPalette& palette, int shownFrom)
{
    m_marks.clear();
    m_shownFrom = shownFrom;
    const QTextCharFormat ofScope = scopeFormat(palette);
    for (const ScopeOccurrence& one : inspection.occurrences)
        mark(m_marks, one.range, ofScope);
    // What is worst is applied last, so that it can be seen where findings stand in one another.
    for (const Severity severity : {Severity::Note, Severity::Warning, Severity::Error}) {
        const QTextCharFormat ofFinding = findingFormat(severity, palette);
        for (const Finding& finding : findings) {
            if (finding.severity != severity)
                continue;
            for (const TextRange& range : finding.ranges)
                mark(m_marks, range, ofFinding);
        }
    }
    std::stable_sort(m_marks.begin(), m_marks.end(), [](const Mark& a, const Mark& b) { return a.range.start < b.range.start; });
    m_longest = 0;
    for (const Mark& mark : m_marks)
        m_longest = std::max(m_longest, mark.range.length);
    m_currentFormat = {};
    m_currentFormat.setBackground(isDark(palette) ? QColor(0x6b, 0x53, 0x00) : QColor(0xff, 0xe0, 0x70));
    m_currentFormat.setForeground(isDark(palette) ? QColor(0xff, 0xff, 0xff) : QColor(0x1a, 0x1a, 0x1a));
    setCurrent(current);
}

/// Of a long text only a part is shown.
void InspectMarks::mark(std::vector<Mark>& marks, TextRange range, const QTextCharFormat& format) const
{
    range.start -= m_shownFrom;
    if (range.start < document()->characterCount() && range.start + range.length > 0)
        marks.push_back({range, format});
}

void InspectMarks::setCurrent(const std::vector<TextRange>& ranges)
{
    m_current.clear();
    for (const TextRange& range : ranges)
        mark(m_current, range, m_currentFormat);
    rehighlight();
}

void InspectMarks::forget()
{
    m_marks.clear();
    m_current.clear();
}

void InspectMarks::highlightBlock(const QString& text)
{
    const int start = currentBlock().position();
    const auto length = static_cast<int>(text.size());
    const auto first = std::lower_bound(
        m_marks.begin(), m_marks.end(), start - m_longest, [](const Mark& mark, int place) { return mark.range.start < place; });
    const auto last = std::lower_bound(
        first, m_marks.end(), start + length, [](const Mark& mark, int place) { return mark.range.start < place; });
    apply({first, last}, start, length);
    apply(m_current, start, length);
}

void InspectMarks::apply(const std::vector<Mark>& marks, int blockStart, int blockLength)
{
    for (const Mark& mark : marks) {
        const int from = std::max(mark.range.start - blockStart, 0);
        const int to = std::min(mark.range.start + mark.range.length - blockStart, blockLength);
        // Run by run: merging for each unit would hold a long line up.
        for (int at = from; at < to;) {
            const QTextCharFormat before = format(at);
            int end = at + 1;
            while (end < to && format(end) == before)
                ++end;
            QTextCharFormat merged = before;
            merged.merge(mark.format);
            setFormat(at, end - at, merged);
            at = end;
        }
    }
}

} // namespace scopes
