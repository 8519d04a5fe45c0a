#include "widgets/ReviewOutput.h"

#include "request/ReviewExports.h"

namespace scopes {

using namespace Qt::StringLiterals;

Table reviewTable(const ReviewModel& model, const std::vector<int>& columns)
{
    Table table;
    table.title = ReviewModel::tr("Scopes requested from %1, and why").arg(model.sheet().catalog);
    for (const int column : columns)
        table.columns.push_back({ReviewModel::nameOf(column), model.headerData(column, Qt::Horizontal).toString()});
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells += model.index(row, column).data(ReviewModel::PlainTextRole).toString();
        table.rows.push_back(cells);
    }
    return table;
}

PrintedPage reviewPage(const ReviewModel& model, const std::vector<int>& columns)
{
    constexpr std::size_t mostUpright = 3;
    const Table table = reviewTable(model, columns);
    const QString html = columns.empty() ? reviewAsHtml(model.sheet()) : tableAs(TableFormat::Html, table);
    return {table.title, html, columns.size() > mostUpright};
}

QString saveReview(const QString& path, const ReviewModel& model, const std::vector<int>& columns)
{
    const auto endsIn = [&](QLatin1StringView suffix) { return path.endsWith(suffix, Qt::CaseInsensitive); };
    if (endsIn(".pdf"_L1))
        return savePdf(path, reviewPage(model, columns));
    const bool isCsv = endsIn(".csv"_L1);
    const bool isHtml = endsIn(".html"_L1) || endsIn(".htm"_L1);
    if (!columns.empty()) {
        const auto format = isCsv ? TableFormat::Csv : isHtml ? TableFormat::Html : TableFormat::Markdown;
        return saveText(path, tableAs(format, reviewTable(model, columns)));
    }
    const ReviewSheet& sheet = model.sheet();
    return saveText(path, isCsv ? reviewAsCsv(sheet) : isHtml ? reviewAsHtml(sheet) : reviewAsMarkdown(sheet));
}

} // namespace scopes
