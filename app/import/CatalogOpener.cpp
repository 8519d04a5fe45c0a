#include "import/CatalogOpener.h"

#include "catalog/CatalogReader.h"
#include "document/BoundedFile.h"
#include "import/DescriptionReader.h"
#include "import/DocumentFiles.h"

#include <QDateTime>
#include <QFileInfo>

namespace scopes {

namespace {

void append(Problems& problems, Problems more)
{
    problems.insert(problems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// How much of an import is done, about, when the document has been read, and when it is there in our format.
constexpr double readShare = 0.4;
constexpr double writtenShare = 0.72;

} // namespace

bool claimsToBeCatalog(QByteArrayView bytes)
{
    constexpr qsizetype headSize = qsizetype{64} * 1024;
    return bytes.first(qMin(bytes.size(), headSize)).contains("\"scope-explorer-catalog\"");
}

Result<OpenedCatalog> openCatalog(QByteArray bytes, const ImportOrigin& origin, const OpeningChoices& choices,
    const ReadingProgress& progress, DocumentFiles* files)
{
    if (claimsToBeCatalog(bytes)) {
        auto read = readCatalog(std::move(bytes), progress);
        if (!read)
            return std::move(read.problems);
        return {OpenedCatalog{*std::move(read.value)}, std::move(read.problems)};
    }
    const ReadingProgress reading = partOf(progress, 0, readShare);
    const ReadingProgress writing = partOf(progress, readShare, writtenShare);
    const ReadingProgress taking = partOf(progress, writtenShare, 1);
    auto description = readDescription(std::move(bytes), {choices.columns, choices.undefinedSchemes}, files, reading);
    if (!description)
        return std::move(description.problems);
    Problems notes = std::move(description.problems);
    const bool isTable = description.value->format == DescriptionFormat::Table;
    const bool leadsToFiles = description.value->leadsToFiles;
    auto json = catalogJson(*description.value, origin, choices.grouping, writing);
    if (!json)
        return std::move(json.problems);
    append(notes, std::move(json.problems));
    description.value.reset();
    if (!goesOn(taking, 0))
        return stoppedReading();
    auto read = readCatalog(*std::move(json.value), taking);
    if (!read)
        return std::move(read.problems);
    append(notes, std::move(read.problems));
    return {OpenedCatalog{*std::move(read.value), true, isTable, leadsToFiles}, std::move(notes)};
}

Result<OpenedCatalog> openCatalogFile(const QString& path, const OpeningChoices& choices, const ReadingProgress& progress)
{
    constexpr double fileShare = 0.1; // of the time that the whole takes, about
    const ReadingProgress inFile = partOf(progress, 0, fileShare);
    const ReadingProgress inBytes = partOf(progress, fileShare, 1);
    auto content = readBounded(path, largestDocument, inFile);
    if (!content)
        return std::move(content.problems);
    DocumentFiles files(path);
    return openCatalog(*std::move(content.value), originOf(path), choices, inBytes, choices.withFiles ? &files : nullptr);
}

ImportOrigin originOf(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {{}, QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate)};
    return {info.fileName(), info.lastModified().toUTC().date().toString(Qt::ISODate)};
}

} // namespace scopes
