#include "document/VisibleText.h"
#include "request/Quoting.h"
#include "request/ReviewExports.h"

#include <QCoreApplication>
#include <QSet>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ReviewExports", text);
}

/// Reads the rows of an edited sheet against the notes that are here.
class SheetReader
{
public:
    SheetReader(const CsvRecord& heading, const QStringList& requested, const ReviewNotes& notes)
        : m_notes(notes)
        , m_known(requested.begin(), requested.end())
    {
        for (const QString& cell : heading.cells)
            m_columns += csvText(cell).trimmed();
        for (auto note = notes.begin(); note != notes.end(); ++note)
            m_known.insert(note.key());
    }

    bool hasScopes() const { return m_columns.contains(u"scope"_s); }

    void read(const CsvRecord& record)
    {
        const QString scope = cell(record, u"scope"_s, {});
        if (scope.isEmpty())
            return;
        if (m_seen.contains(scope)) {
            m_problems.push_back(Problem::error(
                tr("The scope '%1' stands in the sheet twice. Take one of the lines out.").arg(visibleText(scope, 80)),
                record.line));
            return;
        }
        m_seen.insert(scope);
        if (m_known.contains(scope))
            merge(scope, record);
        else
            m_edits.unknown += scope;
    }

    Result<ReviewEdits> take()
    {
        if (!m_problems.empty())
            return std::move(m_problems);
        return std::move(m_edits);
    }

private:
    QString cell(const CsvRecord& record, const QString& column, const QString& missing) const
    {
        const auto at = m_columns.indexOf(column);
        return at < 0 || at >= record.cells.size() ? missing : csvText(record.cells[at]);
    }

    void merge(const QString& scope, const CsvRecord& record)
    {
        const ReviewNote ours = m_notes.value(scope);
        ReviewNote theirs;
        theirs.feature = cell(record, u"feature"_s, ours.feature);
        theirs.reason = cell(record, u"reason"_s, ours.reason);
        theirs.userSees = cell(record, u"userSees"_s, ours.userSees);
        theirs.link = cell(record, u"link"_s, ours.link);
        theirs.calls = cell(record, u"featureCalls"_s, ours.calls.join(u'\n')).split(u'\n', Qt::SkipEmptyParts);
        const QString mark = cell(record, u"mark"_s, {});
        if (theirs == ours || mark == markOf(theirs))
            return;
        // A sheet without marks cannot tell what it was made from: only what is empty here is taken over unasked.
        if (mark == markOf(ours) || (mark.isEmpty() && ours.isEmpty()))
            m_edits.changed.insert(scope, theirs);
        else
            m_edits.conflicts.push_back({scope, ours, theirs});
    }

    const ReviewNotes& m_notes; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QSet<QString> m_known;
    QStringList m_columns;
    QSet<QString> m_seen;
    ReviewEdits m_edits;
    Problems m_problems;
};

} // namespace

QString reviewAsCsv(const ReviewSheet& sheet)
{
    QString text = csvRecord({u"scope"_s, u"feature"_s, u"reason"_s, u"userSees"_s, u"link"_s, u"featureCalls"_s, u"definition"_s,
        u"userDisplay"_s, u"calls"_s, u"fields"_s, u"missing"_s, u"mark"_s});
    for (const ReviewRow& row : sheet.rows)
        text += csvRecord({row.scope, row.note.feature, row.note.reason, row.note.userSees, row.note.link,
            row.note.calls.join(u'\n'), row.definition, row.userDisplay.value_or(QString()), row.calls.join(u'\n'),
            row.fields.join(u'\n'), row.gapsInWords(), markOf(row.note)});
    return text;
}

Result<ReviewEdits> readReviewCsv(const QString& csv, const QStringList& requested, const ReviewNotes& notes)
{
    const std::vector<CsvRecord> records = csvRecords(csv);
    if (records.empty())
        return Problem::error(tr("The sheet is empty. Expected a heading line with the column 'scope'."));
    SheetReader reader(records.front(), requested, notes);
    if (!reader.hasScopes())
        return Problem::error(tr("The first line of the sheet has no column 'scope'. Keep the heading as it was exported."), 1);
    for (std::size_t i = 1; i < records.size(); ++i)
        reader.read(records[i]);
    return reader.take();
}

} // namespace scopes
