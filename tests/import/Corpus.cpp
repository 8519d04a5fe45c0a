#include "Corpus.h"

#include "support/TestMain.h"

#include <QDirIterator>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

QString corpusFolder()
{
    return sharedFolder() + u"corpus/"_s;
}

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QStringList corpusDocuments()
{
    if (sharedFolder().isEmpty())
        return {};
    const QString folder = corpusFolder() + u"documents/"_s;
    QStringList paths;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        paths += files.next().sliced(folder.size());
    paths.sort();
    return paths;
}

QByteArray corpusDocument(const QString& path)
{
    return content(corpusFolder() + u"documents/"_s + path);
}

QByteArray corpusExpected(const QString& path)
{
    return content(corpusFolder() + u"expected/"_s + path + u".scopes.json"_s);
}

} // namespace scopes::tests
