#pragma once

#include <functional>

namespace scopes {

/// Calls @p end once, from the event loop, when the system asks the program to end: Ctrl+C in the terminal, SIGTERM, and
/// SIGHUP where they exist. A second Ctrl+C ends it at once. To be called once, after QCoreApplication was made.
void onEndSignal(const std::function<void()>& end);

} // namespace scopes
