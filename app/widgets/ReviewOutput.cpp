#include "widgets/ReviewOutput.h"

#include "request/ReviewExports.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

PrintedPage reviewPage(const ReviewSheet& sheet, const ReviewForm* form)
{
    constexpr std::size_t mostUpright = 3;
    if (form == nullptr)
        return {QCoreApplication::translate("ReviewOutput", "Review sheet"), reviewAsHtml(sheet), false};
    const Table table = reviewFormTable(sheet, *form);
    return {table.title, tableAs(TableFormat::Html, table), table.columns.size() > mostUpright};
}

QString reviewText(const ReviewSheet& sheet, const ReviewForm* form)
{
    return form == nullptr ? reviewAsMarkdown(sheet) : tableAs(TableFormat::Markdown, reviewFormTable(sheet, *form));
}

QString saveReview(const QString& path, const ReviewSheet& sheet, const ReviewForm* form)
{
    const auto endsIn = [&](QLatin1StringView suffix) { return path.endsWith(suffix, Qt::CaseInsensitive); };
    if (endsIn(".pdf"_L1))
        return savePdf(path, reviewPage(sheet, form));
    if (endsIn(".csv"_L1))
        return saveText(path, form == nullptr ? reviewAsCsv(sheet) : tableAs(TableFormat::Csv, reviewFormTable(sheet, *form)));
    if (endsIn(".html"_L1) || endsIn(".htm"_L1))
        return saveText(path, reviewPage(sheet, form).html);
    return saveText(path, reviewText(sheet, form));
}

} // namespace scopes
