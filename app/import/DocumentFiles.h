#pragma once

#include "document/Document.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace scopes {

/// The files beside a description that its references may lead to, read when they are first asked for. Only files in the
/// folders that are allowed, and below; never a network. Bounded in number and in bytes.
class DocumentFiles
{
public:
    /// @p path is the description's; @p folders are allowed beside its own.
    explicit DocumentFiles(const QString& path, const QStringList& folders = {});

    /// What a reference leads to: the root of its file, or why there is none in one sentence.
    struct Opened
    {
        Value root;
        QString reason;
    };

    /// The file of a relative reference, percent-encoded as in a URI, without '#' and what follows, seen from the file that
    /// @p from stands in.
    Opened open(std::string_view reference, Value from);

    /// True if the value stands in one of the files opened here.
    bool isElsewhere(Value value) const { return m_places.contains(value.document()); }

    /// 'FILE:LINE:COLUMN' of a value that stands elsewhere.
    QString placeOf(Value value) const;

private:
    struct File
    {
        std::unique_ptr<Document> document; ///< null: could not be read
        QByteArray source;
        QString path;
        QString reason;
    };

    bool isAllowed(const QString& path) const;
    File& fileAt(const QString& path);

    QString m_path;
    QStringList m_folders; ///< canonical, with a slash at the end
    std::map<QString, File> m_files; ///< by canonical path
    std::unordered_map<const Document*, const File*> m_places;
    qint64 m_bytes = 0;
};

} // namespace scopes
