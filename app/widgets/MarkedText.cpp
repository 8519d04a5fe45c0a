#include "widgets/MarkedText.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace scopes {

namespace {

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

/// Ink and ground of a search hit: 10:1 in both, whatever the row's own colours are.
QTextCharFormat matchFormat(const QPalette& palette)
{
    QTextCharFormat format;
    format.setBackground(isDark(palette) ? QColor(0x6b, 0x53, 0x00) : QColor(0xff, 0xe0, 0x70));
    format.setForeground(isDark(palette) ? QColor(0xff, 0xff, 0xff) : QColor(0x1a, 0x1a, 0x1a));
    return format;
}

QTextCharFormat differenceFormat()
{
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::DotLine);
    return format;
}

/// Ends a line within a name after one of the name's own separators, where there is one near the line's end.
void breakName(QTextLine& line, const QString& name)
{
    const int end = line.textStart() + line.textLength();
    if (end >= name.size())
        return;
    for (int last = end; last > line.textStart() + line.textLength() / 3; --last) {
        if (QStringView(u"./:_-").contains(name.at(last - 1))) {
            line.setLineWidth(std::ceil(line.cursorToX(last)));
            return;
        }
    }
}

void prepare(QTextLayout& layout, const MarkedText& marked, int width)
{
    QTextOption option;
    option.setWrapMode(marked.isName ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    if (marked.isName)
        option.setTextDirection(Qt::LeftToRight);
    else if (marked.isMirrored)
        option.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1));
        if (marked.isName)
            breakName(line, marked.text);
        line.setPosition({marked.isMirrored && marked.isName ? width - line.naturalTextWidth() : 0, y});
        y += line.height();
    }
    layout.endLayout();
}

} // namespace

int MarkedText::heightFor(int width) const
{
    QTextLayout layout(text, font);
    prepare(layout, *this, width);
    return static_cast<int>(std::ceil(layout.boundingRect().height()));
}

void MarkedText::paint(QPainter& painter, const QRect& area, const QColor& ink, const QPalette& palette) const
{
    QTextLayout layout(text, font);
    layout.setCacheEnabled(true); // else drawing shapes the text once more
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange& range : differences)
        formats.append({range.start, range.length, differenceFormat()});
    for (const TextRange& range : matches)
        formats.append({range.start, range.length, matchFormat(palette)});
    layout.setFormats(formats);
    prepare(layout, *this, area.width());
    painter.save();
    painter.setPen(ink);
    painter.setClipRect(area, Qt::IntersectClip);
    layout.draw(&painter, area.topLeft());
    painter.restore();
}

} // namespace scopes
