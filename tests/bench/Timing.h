#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <vector>

namespace scopes::tests {

/// How long @p work takes.
template <typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The middle one of @p values, of which there is at least one.
inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace scopes::tests
