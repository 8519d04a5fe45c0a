#pragma once

#include <QString>

namespace scopes {

/// Why the settings file at @p path must not even be given to QSettings, as the end of a sentence without a full stop; empty if
/// it may. A missing or empty file may. Nothing but a regular file is opened.
QString settingsDamage(const QString& path);

} // namespace scopes
