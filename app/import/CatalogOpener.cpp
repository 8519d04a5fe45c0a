#include "import/CatalogOpener.h"

#include "catalog/CatalogReader.h"
#include "document/BoundedFile.h"
#include "import/DescriptionReader.h"

#include <QDateTime>
#include <QFileInfo>

namespace scopes {

namespace {

void append(Problems& problems, Problems more)
{
    problems.insert(problems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

bool claimsToBeCatalog(QByteArrayView bytes)
{
    constexpr qsizetype headSize = qsizetype{64} * 1024;
    return bytes.first(qMin(bytes.size(), headSize)).contains("\"scope-explorer-catalog\"");
}

Result<OpenedCatalog> openCatalog(QByteArray bytes, const ImportOrigin& origin, Grouping grouping, const TableColumns& columns)
{
    if (claimsToBeCatalog(bytes)) {
        auto read = readCatalog(std::move(bytes));
        if (!read)
            return std::move(read.problems);
        return {OpenedCatalog{*std::move(read.value)}, std::move(read.problems)};
    }
    auto description = readDescription(std::move(bytes), columns);
    if (!description)
        return std::move(description.problems);
    Problems notes = std::move(description.problems);
    const bool isTable = description.value->format == DescriptionFormat::Table;
    auto json = catalogJson(*description.value, origin, grouping);
    append(notes, std::move(json.problems));
    description.value.reset();
    auto read = readCatalog(*std::move(json.value));
    if (!read)
        return std::move(read.problems);
    append(notes, std::move(read.problems));
    return {OpenedCatalog{*std::move(read.value), true, isTable}, std::move(notes)};
}

Result<OpenedCatalog> openCatalogFile(const QString& path, Grouping grouping, const TableColumns& columns)
{
    auto content = readBounded(path);
    if (!content)
        return std::move(content.problems);
    return openCatalog(*std::move(content.value), originOf(path), grouping, columns);
}

ImportOrigin originOf(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {{}, QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate)};
    return {info.fileName(), info.lastModified().toUTC().date().toString(Qt::ISODate)};
}

} // namespace scopes
