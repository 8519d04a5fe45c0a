#include "document/BoundedFile.h"
#include "import/DocumentReader.h"
#include "import/ScopeTableReader.h"
#include "widgets/CatalogFiles.h"
#include "widgets/TableColumnsDialog.h"

// Tables of scopes whose columns the user chooses.
namespace scopes {

namespace {

/// The columns that the user chose; none if the text is no table, or the user thought better of it.
std::optional<TableColumns> askedColumns(
    const QByteArray& text, const TableColumns& columns, const QString& file, QWidget& parent)
{
    const auto preview = previewTable(text);
    if (!preview)
        return {};
    TableColumnsDialog dialog(*preview.value, columns, file, &parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.columns()) : std::nullopt;
}

OpeningChoices withColumns(OpeningChoices choices, const TableColumns& columns)
{
    choices.columns = columns;
    return choices;
}

} // namespace

/// Where a file cannot be read as it is and may be a table: asks for its columns. False if it was not opened.
bool CatalogFiles::openTable(const QString& path, const RecentCatalog& known)
{
    const auto text = readBounded(path);
    if (!text || claimsToBeCatalog(*text.value) || looksLikeJson(*text.value) || !mayBeTable(*text.value))
        return false;
    const auto columns = askedColumns(*text.value, known.choices.columns, fileName(path), m_window);
    if (!columns || hasErrors(m_session.open(path, withColumns(known.choices, *columns))))
        return false;
    showTaken();
    return true;
}

/// Reads the open table with other columns.
void CatalogFiles::chooseColumns()
{
    const auto text = readBounded(m_session.path());
    if (!text) {
        showNotReloaded(text.problems);
        return;
    }
    const auto columns = askedColumns(*text.value, m_session.choices().columns, fileName(m_session.path()), m_window);
    if (!columns)
        return;
    endReading();
    const Problems problems = m_session.open(m_session.path(), withColumns(m_session.choices(), *columns));
    if (hasErrors(problems))
        showProblems(m_window, tr("The table was not read with these columns; what you had stays."), m_session.path(), problems);
    else
        showTaken();
}

} // namespace scopes
