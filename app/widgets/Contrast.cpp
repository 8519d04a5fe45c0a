#include "widgets/Contrast.h"

#include <algorithm>
#include <cmath>

namespace scopes {

namespace {

/// Relative luminance as WCAG 2.2 defines it, 0 to 1.
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrastRatio(const QColor& one, const QColor& other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor& ground, QColor ink)
{
    constexpr double leastContrast = 4.5;
    const bool isDark = luminance(ground) < 0.18;
    // Each step goes a tenth of the way to white or black, which is readable on any ground of that kind.
    for (int step = 0; step < 40 && contrastRatio(ground, ink) < leastContrast; ++step) {
        const auto nearer = [isDark](int channel) { return isDark ? channel + (255 - channel + 9) / 10 : channel * 9 / 10; };
        ink = QColor(nearer(ink.red()), nearer(ink.green()), nearer(ink.blue()));
    }
    return ink;
}

} // namespace scopes
