#include "import/ScopeTableReader.h"

#include "document/BoundedFile.h"
#include "document/Document.h"
#include "import/CatalogWords.h"
#include "import/DescriptionBuilder.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace scopes {

namespace {

constexpr std::size_t mostNotes = 200;

/// How much of the reading is done, about, when all rows have been read.
constexpr double rowsShare = 0.8;

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

std::vector<std::string> wordsOfRow(const TextTable::Row& row, TableForm form)
{
    std::vector<std::string> words;
    words.reserve(row.cells.size());
    for (const std::string_view cell : row.cells)
        words.push_back(wordsIn(cell, form));
    return words;
}

/// A scope's name often has signs in it that a heading's word has not.
bool looksLikeName(std::string_view name)
{
    return name.find_first_of(".:/_-") != std::string_view::npos && name.find(' ') == std::string_view::npos;
}

/// Notes with places, which come in the order of the text: one walk over it counts the lines.
class TableNotes
{
public:
    explicit TableNotes(QByteArrayView source)
        : m_source(source)
    {
    }

    void add(std::size_t offset, QString message)
    {
        if (m_notes.size() >= mostNotes) {
            ++m_dropped;
            return;
        }
        const auto start = static_cast<qsizetype>(m_lineStart);
        const TextPosition place = positionOf(m_source.sliced(start), offset - m_lineStart);
        m_notes.push_back({Problem::Severity::Note, std::move(message), {}, m_lines + place.line, place.column});
        m_lines += place.line - 1;
        if (place.line > 1)
            m_lineStart = static_cast<std::size_t>(m_source.first(static_cast<qsizetype>(offset)).lastIndexOf('\n') + 1);
    }

    Problems take()
    {
        if (m_dropped > 0)
            m_notes.push_back({Problem::Severity::Note,
                m_dropped == 1 ? tr("There is 1 more note.") : tr("There are %L1 more notes.").arg(m_dropped), {}, 0, 0});
        return std::move(m_notes);
    }

private:
    QByteArrayView m_source;
    Problems m_notes;
    std::size_t m_lineStart = 0;
    int m_lines = 0;
    std::size_t m_dropped = 0;
};

/// A table, and where its columns stand.
struct ChosenTable
{
    TextTable* table;
    ColumnPlaces places;
};

class ScopeTableReader
{
public:
    ScopeTableReader(TextTables& tables, const TableColumns& columns, const ReadingProgress& progress)
        : m_tables(tables)
        , m_columns(columns)
        , m_rowProgress(partOf(progress, 0, rowsShare))
        , m_builder(DescriptionFormat::Table, nullptr, partOf(progress, rowsShare, 1))
        , m_notes(tables.source)
    {
    }

    Result<ImportedDescription> read()
    {
        std::vector<ChosenTable> chosen;
        for (TextTable& table : m_tables.tables) {
            if (const auto places = placesIn(table))
                chosen.push_back({&table, *places});
        }
        if (chosen.empty())
            return m_problem;
        m_builder.description().title = m_tables.title;
        std::size_t rows = 0;
        for (const ChosenTable& each : chosen)
            rows += each.table->rows.size();
        CountedProgress progress(m_rowProgress, rows);
        for (const ChosenTable& each : chosen) {
            const bool hasTopics = each.places.at(static_cast<std::size_t>(TableField::Topic)) >= 0;
            noteUnread(each);
            m_caption = chosen.size() > 1 && !hasTopics ? each.table->caption : std::string();
            for (const TextTable::Row& row : each.table->rows) {
                if (!progress.next())
                    return stoppedReading();
                readRow(row, each);
            }
        }
        ImportedDescription description = m_builder.finish();
        if (m_builder.isStopped())
            return stoppedReading();
        if (description.scopes.empty())
            return Problem::error(tr("The table was read to its end and no row of it names a scope."), 1, 1);
        return {std::move(description), m_notes.take()};
    }

    /// Where the columns stand in a table; its first row becomes its headings if it is that. None if it has no such columns:
    /// the first such problem is kept.
    std::optional<ColumnPlaces> placesIn(TextTable& table)
    {
        const bool isMarked = !table.headings.cells.empty();
        const TextTable::Row& first = isMarked ? table.headings : table.rows.front();
        const std::vector<std::string> headings = wordsOfRow(first, m_tables.form);
        const auto guessed = guessedPlaces(headings);
        std::optional<ColumnPlaces> places = guessed;
        if (guessed && headings.size() == 2)
            places = withBoth(*guessed);
        if (!m_columns.isEmpty()) {
            auto chosen = m_columns.placesIn(headings, headings.size());
            if (!chosen) {
                keep(chosen.problems.front().message, first.offset);
                return {};
            }
            places = chosen.value;
        } else if (!guessed) {
            keep(
                tr("No heading of the table says where the scopes' names are. Choose the columns, such as name=1 for the first."),
                first.offset);
            return {};
        }
        const bool isHeading = guessed || m_columns.namesHeadings() || isUnlikeNames(table, *places);
        if (!isMarked && isHeading) {
            table.headings = std::move(table.rows.front());
            table.rows.erase(table.rows.begin());
        }
        return places;
    }

private:
    /// Of two columns the one that is not the name says what it means, whatever its heading: often 'Scopes' stands above both.
    static ColumnPlaces withBoth(ColumnPlaces places)
    {
        const bool isAlone = std::count_if(places.begin(), places.end(), [](int place) { return place >= 0; }) == 1;
        if (isAlone)
            places.at(static_cast<std::size_t>(TableField::Definition)) =
                1 - places.at(static_cast<std::size_t>(TableField::Name));
        return places;
    }

    /// True if the first row's name looks like none, and those of most others do.
    bool isUnlikeNames(const TextTable& table, const ColumnPlaces& places) const
    {
        const auto nameOf = [&](const TextTable::Row& row) {
            return nameIn(cellOf(row, places, TableField::Name), m_tables.form);
        };
        const auto likely = std::count_if(
            table.rows.begin(), table.rows.end(), [&](const TextTable::Row& row) { return looksLikeName(nameOf(row)); });
        return !looksLikeName(nameOf(table.rows.front())) && 2 * static_cast<std::size_t>(likely) >= table.rows.size();
    }

    static std::string_view cellOf(const TextTable::Row& row, const ColumnPlaces& places, TableField field)
    {
        const int place = places.at(static_cast<std::size_t>(field));
        return place >= 0 && static_cast<std::size_t>(place) < row.cells.size() ? row.cells[static_cast<std::size_t>(place)]
                                                                                : std::string_view();
    }

    void keep(const QString& message, std::size_t offset)
    {
        if (!m_problem.message.isEmpty())
            return;
        const TextPosition place = positionOf(m_tables.source, offset);
        m_problem = Problem::error(message, place.line, place.column);
    }

    /// Says of guessed columns that the meanings may stand in one that no heading tells.
    void noteUnread(const ChosenTable& chosen)
    {
        if (!m_columns.isEmpty() || chosen.places.at(static_cast<std::size_t>(TableField::Definition)) >= 0)
            return;
        const std::vector<std::string> headings = wordsOfRow(chosen.table->headings, m_tables.form);
        QStringList unread;
        int first = 0;
        for (std::size_t column = 0; column < headings.size(); ++column) {
            const bool isRead =
                std::find(chosen.places.begin(), chosen.places.end(), static_cast<int>(column)) != chosen.places.end();
            if (isRead || isBlankText(headings[column]))
                continue;
            if (unread.isEmpty())
                first = static_cast<int>(column) + 1;
            unread += u'\'' + shownText(headings[column]) + u'\'';
        }
        if (unread.isEmpty())
            return;
        constexpr qsizetype mostShown = 10;
        const QString names = unread.size() > mostShown
            ? tr("%1 and more").arg(unread.mid(0, mostShown).join(QStringLiteral(", ")))
            : unread.join(QStringLiteral(", "));
        m_notes.add(chosen.table->headings.offset,
            tr("No heading of the table says which column holds the definitions, so they are unknown. These columns were not "
               "read: "
               "%1. Choose the columns, such as definition=%2, if one of them does.")
                .arg(names)
                .arg(first));
    }

    void readRow(const TextTable::Row& row, const ChosenTable& chosen)
    {
        const std::string name = nameIn(cellOf(row, chosen.places, TableField::Name), m_tables.form);
        const auto hasText = [&](std::string_view cell) { return !isBlankText(textIn(cell, m_tables.form)); };
        if (isBlankText(name)) {
            if (std::any_of(row.cells.begin(), row.cells.end(), hasText))
                m_notes.add(row.offset, tr("This row names no scope and was left out."));
            return;
        }
        if (name.find_first_of(" \t\r\n") != std::string::npos) {
            m_notes.add(row.offset,
                tr("'%1' has white space in it, so it is no scope (RFC 6749, section 3.3); the row was left out.")
                    .arg(shownText(name)));
            return;
        }
        const std::size_t columns = chosen.table->headings.cells.size();
        if (columns > 0
            && std::any_of(
                row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(columns, row.cells.size())), row.cells.end(), hasText))
            m_notes.add(row.offset,
                tr("The row of '%1' has more cells than the table has headings. Is there a separator without quotation marks in "
                   "it?")
                    .arg(shownText(name)));
        addScope(name, row, chosen);
    }

    void addScope(const std::string& name, const TextTable::Row& row, const ChosenTable& chosen)
    {
        const auto text = [&](TableField field) { return textIn(cellOf(row, chosen.places, field), m_tables.form); };
        const auto words = [&](TableField field) { return wordsIn(cellOf(row, chosen.places, field), m_tables.form); };
        const std::size_t known = m_builder.description().scopes.size();
        const ImportedScopeId id = m_builder.declare(name, text(TableField::Definition), "oauth2");
        if (id < known)
            m_notes.add(row.offset, tr("The scope '%1' stands in more than one row.").arg(shownText(name)));
        ImportedScope& scope = m_builder.scope(id);
        const auto take = [](std::string& kept, std::string found) {
            if (kept.empty())
                kept = std::move(found);
        };
        take(scope.userDisplay, text(TableField::UserDisplay));
        take(scope.service, words(TableField::Product));
        take(scope.approval, words(TableField::Approval));
        const std::string topic = words(TableField::Topic);
        take(scope.topic, topic.empty() ? m_caption : topic);
    }

    TextTables& m_tables; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const TableColumns& m_columns; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ReadingProgress m_rowProgress;
    DescriptionBuilder m_builder;
    TableNotes m_notes;
    std::string m_caption; ///< of the table at hand, where it is the topic
    Problem m_problem;
};

Problem noTable()
{
    return Problem::error(
        tr("There is no table with rows here. A table of scopes was expected: CSV, TSV, Markdown or HTML."), 1, 1);
}

} // namespace

bool isScopeTable(QByteArrayView text)
{
    const std::vector<std::string> headings = delimitedHeadings(text);
    const auto places = headings.size() < 2 ? std::nullopt : guessedPlaces(headings);
    return places && std::count_if(places->begin(), places->end(), [](int place) { return place >= 0; }) >= 2;
}

Result<ImportedDescription> readScopeTable(const QByteArray& text, const TableColumns& columns, const ReadingProgress& progress)
{
    auto tables = readTables(text);
    if (!tables)
        return tables.problems;
    if (tables.value->tables.empty())
        return noTable();
    return ScopeTableReader(*tables.value, columns, progress).read();
}

bool mayBeTable(const QByteArray& text)
{
    const auto tables = readTables(text);
    if (!tables || tables.value->tables.empty())
        return false;
    if (tables.value->form != TableForm::Delimited)
        return true;
    const std::vector<TextTable::Row>& rows = tables.value->tables.front().rows;
    const std::size_t count = rows.front().cells.size();
    return count >= 2 && rows.size() >= 2
        && std::all_of(rows.begin(), rows.end(), [&](const TextTable::Row& row) { return row.cells.size() == count; });
}

Result<TablePreview> previewTable(const QByteArray& text, std::size_t mostRows)
{
    auto read = readTables(text);
    if (!read)
        return read.problems;
    TextTables& tables = *read.value;
    if (tables.tables.empty())
        return noTable();
    const TableColumns guess;
    const ReadingProgress nobody;
    ScopeTableReader reader(tables, guess, nobody);
    const TextTable* shown = &tables.tables.front();
    TablePreview preview;
    for (TextTable& table : tables.tables) {
        const auto places = reader.placesIn(table);
        if (places && preview.guessed.isEmpty()) {
            preview.guessed = columnsAt(*places);
            shown = &table;
        } else if (preview.guessed.isEmpty() && table.rows.size() > shown->rows.size()) {
            shown = &table;
        }
    }
    preview.headings = wordsOfRow(shown->headings, tables.form);
    for (std::size_t i = 0; i < std::min(mostRows, shown->rows.size()); ++i)
        preview.rows.push_back(wordsOfRow(shown->rows[i], tables.form));
    return preview;
}

} // namespace scopes
