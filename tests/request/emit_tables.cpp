#include "RandomNames.h"
#include "document/VisibleText.h"
#include "request/TableExports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace scopes;
using namespace Qt::StringLiterals;

/// Writes random tables for tables_test.py, a JSON object a line: {"rows", "shown", "exports": {format: text}}. 'shown' has the
/// rows' texts as people see them. Arguments: how many, the seed.
int main(int argc, char** argv)
{
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 1;
    QRandomGenerator random(argc > 2 ? QByteArray(argv[2]).toUInt() : 1);
    for (int i = 0; i < count; ++i) {
        Table table{tests::hostileName(random), {}, {}};
        const int columns = random.bounded(1, 5);
        for (int column = 0; column < columns; ++column)
            table.columns.push_back({u"column%1"_s.arg(column), tests::hostileName(random)});
        QJsonArray rows;
        QJsonArray shown;
        for (int row = random.bounded(0, 6); row > 0; --row) {
            QStringList cells;
            QStringList seen;
            for (int column = 0; column < columns; ++column) {
                cells += random.bounded(8) == 0 ? QString() : tests::hostileName(random);
                seen += visibleText(cells.last(), cells.last().size(), true);
            }
            table.rows.push_back(cells);
            rows.append(QJsonArray::fromStringList(cells));
            shown.append(QJsonArray::fromStringList(seen));
        }
        QJsonObject exports;
        for (const auto format :
            {TableFormat::Markdown, TableFormat::Csv, TableFormat::Tsv, TableFormat::Json, TableFormat::Html}) {
            exports.insert(nameOf(format), tableAs(format, table));
            if (tableAs(format, table) != exports.value(nameOf(format)).toString())
                return 1; // the same table gives the same bytes
        }
        QJsonArray titles;
        for (const Table::Column& column : table.columns)
            titles.append(column.title);
        const QJsonObject all{
            {u"title"_s, table.title}, {u"titles"_s, titles}, {u"rows"_s, rows}, {u"shown"_s, shown}, {u"exports"_s, exports}};
        std::puts(QJsonDocument(all).toJson(QJsonDocument::Compact).constData());
    }
    return 0;
}
