#pragma once

#include <QByteArray>

#include <functional>

namespace scopes {

/// Gives so many random bytes. Handed to whatever needs randomness, so that tests can set it.
using RandomSource = std::function<QByteArray(int count)>;

/// Bytes from the operating system's random source, fit for secrets.
QByteArray systemRandomBytes(int count);

} // namespace scopes
