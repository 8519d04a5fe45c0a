#pragma once

#include "document/Problem.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace scopes {

/// One of the user's apps at a provider, such as its sandbox or its production (*.app.json, resources/profile.schema.json,
/// version 1). No secret has a place in it.
struct AppProfile
{
    QString name; ///< for the user
    QString catalog; ///< id of the provider's catalog
    QString platform; ///< id of one of the provider's platforms; empty: not said
    QString clientKey; ///< how the provider names the app in a request, no secret (RFC 6749 section 2.2); empty: not said
    QStringList approved; ///< scopes that the provider has approved for the app, sorted, each once
    QStringList appliedFor; ///< scopes whose approval has been asked for, sorted, each once
    QStringList products;
    QStringList redirectUris; ///< as they are registered
    QJsonObject others; ///< members that this program does not know, kept when it saves

    /// The file's bytes: sorted members, one item a line, LF, a line feed at the end.
    QByteArray toBytes() const;

    bool operator==(const AppProfile&) const = default;
};

/// Null: none is chosen.
using AppProfilePointer = std::shared_ptr<const AppProfile>;

/// The largest profile that is read, in bytes.
constexpr qint64 largestAppProfile = qint64{16} * 1024 * 1024;

/// Reads a profile's bytes. Gives the profile, perhaps with notes, or located problems. A member whose name speaks of a secret
/// is refused: a file that is kept in version control is no place for one.
Result<AppProfile> readAppProfile(const QByteArray& bytes);

/// The same from a file.
Result<AppProfile> readAppProfileFile(const QString& path);

/// Writes the file as a whole or not at all. The error message says why; empty: written.
[[nodiscard]] QString writeAppProfile(const QString& path, const AppProfile& profile);

} // namespace scopes
