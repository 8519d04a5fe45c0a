#pragma once

#include "document/TextRange.h"

#include <QFont>
#include <QList>
#include <QPalette>
#include <QRect>
#include <QString>

class QPainter;

namespace scopes {

/// A wrapped plain text in which search hits and differing words are marked. Hits have a ground and an ink of their own, so
/// that they can be read on every row; differing words are underlined, which works without colour.
struct MarkedText
{
    QString text;
    QList<TextRange> matches;
    QList<TextRange> differences;
    QFont font;
    bool isName =
        false; ///< laid out from left to right whatever the language, and broken at its separators, or any place if need be
    bool isMirrored = false; ///< it stands at the right, in a layout from right to left, whatever its own direction

    /// The height in pixels when wrapped at @p width.
    int heightFor(int width) const;

    /// Draws it from the top left of @p area (top right if laid out from right to left).
    void paint(QPainter& painter, const QRect& area, const QColor& ink, const QPalette& palette) const;
};

} // namespace scopes
