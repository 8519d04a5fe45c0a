#pragma once

#include <functional>

namespace scopes {

/// Told how much of a file has been read, from 0 to 1, in the thread that reads. Gives false when nobody waits for the file any
/// more: the reading then ends soon, with a problem that says so. Empty: nobody asks.
using ReadingProgress = std::function<bool(double share)>;

} // namespace scopes
