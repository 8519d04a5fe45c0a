#pragma once

#include <QColor>

namespace scopes {

/// The contrast of two opaque colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
double contrastRatio(const QColor& one, const QColor& other);

/// The ink, made lighter on a dark ground and darker on a light one until it has the contrast that WCAG 2.2 AA asks of text,
/// 4.5. A palette's own link colour often has less.
QColor readableOn(const QColor& ground, QColor ink);

} // namespace scopes
