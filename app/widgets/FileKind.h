#pragma once

#include <QString>

namespace scopes {

/// What a file holds, told by its content and not by its name.
enum class FileKind {
    Request, ///< ours, or JSON that claims to be: its reader says what is wrong with it
    Catalog, ///< the same of a catalog, or what another provider publishes and a catalog is made of
    Overlay, ///< the same of what somebody added to a catalog
    Profile, ///< the same of an app profile
    Recording, ///< requests that were recorded or collected: a HAR archive or a Postman collection
    Table, ///< text with a table, of which a catalog can be made where its columns are scopes; scopes may be found in it too
    PlainText, ///< other text of up to largestRequestFile bytes, in which scopes may be found
    Other ///< anything else: missing, a directory, binary, too large
};

FileKind fileKind(const QString& path);

/// The content of a file that is FileKind::PlainText or FileKind::Table.
QString textOfFile(const QString& path);

} // namespace scopes
