#include "request/ReviewForms.h"

#include <algorithm>
#include <optional>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// What stands in a column of the sheet, by the column's stable name; no value: there is no such column.
std::optional<QString> cellOf(const ReviewRow& row, const QString& column)
{
    if (column == "scope"_L1)
        return row.scope;
    if (column == "feature"_L1)
        return row.note.feature;
    if (column == "reason"_L1)
        return row.note.reason;
    if (column == "userSees"_L1)
        return row.note.userSees;
    if (column == "link"_L1)
        return row.note.link;
    if (column == "featureCalls"_L1)
        return row.note.calls.join(u'\n');
    if (column == "definition"_L1)
        return row.definition;
    if (column == "userDisplay"_L1)
        return row.userDisplay.value_or(QString());
    if (column == "calls"_L1)
        return (row.calls + row.fields).join(u'\n');
    return {};
}

} // namespace

Table reviewFormTable(const ReviewSheet& sheet, const ReviewForm& form)
{
    Table table{toQString(form.name), {}, {}};
    for (const ReviewQuestion& question : form.questions) {
        if (cellOf({}, toQString(question.column)))
            table.columns.push_back({toQString(question.column), toQString(question.title)});
    }
    for (const ReviewRow& row : sheet.rows) {
        QStringList cells;
        for (const Table::Column& column : table.columns)
            cells += cellOf(row, column.name).value_or(QString());
        table.rows.push_back(cells);
    }
    return table;
}

const ReviewForm* findReviewForm(const ScopeCatalog& catalog, const QString& id)
{
    const auto& forms = catalog.provider().reviewForms;
    const auto form = std::find_if(forms.begin(), forms.end(), [&](const ReviewForm& one) { return toQString(one.id) == id; });
    return form == forms.end() ? nullptr : &*form;
}

} // namespace scopes
