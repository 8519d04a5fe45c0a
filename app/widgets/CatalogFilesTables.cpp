#include "document/BoundedFile.h"
#include "import/DescriptionReader.h"
#include "import/DocumentReader.h"
#include "widgets/CatalogFiles.h"
#include "widgets/OpeningPanel.h"
#include "widgets/TableColumnsDialog.h"

// Tables of scopes whose columns the user chooses.
namespace scopes {

namespace {

/// The columns that the user chose; none if the user thought better of it.
std::optional<TableColumns> askedColumns(
    const TablePreview& table, const TableColumns& columns, const QString& file, QWidget& parent)
{
    TableColumnsDialog dialog(table, columns, file, &parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.columns()) : std::nullopt;
}

OpeningChoices withColumns(OpeningChoices choices, const TableColumns& columns)
{
    choices.columns = columns;
    return choices;
}

/// A look at the tables of a file; why there is none, if it cannot be read or has no table.
Result<TablePreview> previewOf(const QString& path)
{
    const auto text = readBounded(path);
    return text ? previewTable(*text.value) : Result<TablePreview>(text.problems);
}

} // namespace

/// Takes time with the file's size; any thread may call it.
CatalogFiles::OtherWays CatalogFiles::otherWaysOf(const RecentCatalog& file)
{
    OtherWays ways;
    const auto text = readBounded(file.path);
    if (!text || claimsToBeCatalog(*text.value))
        return ways;
    if (!looksLikeJson(*text.value) && mayBeTable(*text.value))
        ways.table = previewTable(*text.value).value;
    ways.leadsToFiles = !file.choices.withFiles && refersToFiles(*text.value);
    return ways;
}

/// Asks for the columns of a file that cannot be read as it is and may be a table. False if the user thought better of it.
bool CatalogFiles::openTable(const RecentCatalog& file, const TablePreview& table)
{
    const auto columns = askedColumns(table, file.choices.columns, fileName(file.path), m_window);
    if (!columns)
        return false;
    RecentCatalog chosen = file;
    chosen.choices = withColumns(file.choices, *columns);
    read(chosen, [this, chosen](const Problems& problems) {
        if (hasErrors(problems))
            showProblems(
                m_window, tr("The table was not read with these columns; the catalog you had stays."), chosen.path, problems);
        else
            showTaken();
    });
    return true;
}

/// Reads the open table with other columns.
void CatalogFiles::chooseColumns()
{
    const QString path = m_session.path();
    if (!isLarge(path)) {
        readColumns(previewOf(path));
        return;
    }
    endReading();
    m_readPath = path;
    inBackground(path, [this, path](const LatestTask::Link&) -> LatestTask::Finish {
        return [this, path, table = previewOf(path)] {
            m_panel->hide();
            if (path == m_session.path())
                readColumns(table);
            if (!isReading())
                catchUp();
        };
    });
}

void CatalogFiles::readColumns(const Result<TablePreview>& table)
{
    if (!table)
        return showNotReloaded(table.problems);
    const auto columns = askedColumns(*table.value, m_session.choices().columns, fileName(m_session.path()), m_window);
    if (!columns)
        return;
    read(current(withColumns(m_session.choices(), *columns)), [this](const Problems& problems) {
        if (hasErrors(problems))
            showProblems(
                m_window, tr("The table was not read with these columns; what you had stays."), m_session.path(), problems);
        else
            showTaken();
    });
}

} // namespace scopes
