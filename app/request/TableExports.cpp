#include "request/TableExports.h"

#include "request/Quoting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

struct FormatSpec
{
    TableFormat format;
    const char* name;
    const char* suffix;
};

constexpr auto formats = std::to_array<FormatSpec>({
    {TableFormat::Markdown, "markdown", "md"},
    {TableFormat::Csv, "csv", "csv"},
    {TableFormat::Tsv, "tsv", "tsv"},
    {TableFormat::Json, "json", "json"},
    {TableFormat::Html, "html", "html"},
});

const FormatSpec& specOf(TableFormat format)
{
    return formats[static_cast<std::size_t>(format)];
}

QStringList titlesOf(const Table& table)
{
    QStringList titles;
    for (const Table::Column& column : table.columns)
        titles += column.title;
    return titles;
}

/// A cell of a Markdown table stands in one line: its lines are parted by the only markup that GitHub takes there.
QString markdownCell(const QString& text)
{
    QStringList lines;
    for (const QString& line : QString(text).replace(u"\r\n"_s, u"\n"_s).replace(u'\t', u' ').split(u'\n'))
        lines += markdownLine(line);
    return lines.join(u"<br>"_s);
}

QString asMarkdown(const Table& table)
{
    const auto row = [](const QStringList& cells) { return u"| "_s + cells.join(u" | "_s) + u" |\n"_s; };
    const auto quoted = [](const QStringList& texts) {
        QStringList cells;
        for (const QString& text : texts)
            cells += markdownCell(text);
        return cells;
    };
    const QStringList titles = titlesOf(table);
    QString text =
        u"# "_s + markdownLine(table.title) + u"\n\n"_s + row(quoted(titles)) + row(QStringList(titles.size(), u"---"_s));
    for (const QStringList& cells : table.rows)
        text += row(quoted(cells));
    return text;
}

QString asSeparated(const Table& table, QString (*record)(const QStringList&))
{
    QString text = record(titlesOf(table));
    for (const QStringList& cells : table.rows)
        text += record(cells);
    return text;
}

QString asJson(const Table& table)
{
    QJsonArray columns;
    for (const Table::Column& column : table.columns)
        columns.append(column.name);
    QJsonArray rows;
    for (const QStringList& cells : table.rows) {
        QJsonObject row;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            row.insert(table.columns[i].name, cells.value(static_cast<qsizetype>(i)));
        rows.append(row);
    }
    const QJsonObject all{{u"title"_s, table.title}, {u"columns"_s, columns}, {u"rows"_s, rows}};
    return QString::fromUtf8(QJsonDocument(all).toJson());
}

QString asHtml(const Table& table)
{
    const auto row = [](const QStringList& cells, const QString& tag) {
        QString text = u"<tr>"_s;
        for (const QString& cell : cells)
            text += u'<' + tag + u'>' + htmlText(cell).replace(u'\n', u"<br>"_s) + u"</"_s + tag + u'>';
        return text + u"</tr>\n"_s;
    };
    QString body = u"<table>\n<thead>"_s + row(titlesOf(table), u"th"_s).trimmed() + u"</thead>\n<tbody>\n"_s;
    for (const QStringList& cells : table.rows)
        body += row(cells, u"td"_s);
    return htmlPage(table.title, body + u"</tbody>\n</table>\n"_s);
}

} // namespace

QString nameOf(TableFormat format)
{
    return QString::fromLatin1(specOf(format).name);
}

std::optional<TableFormat> tableFormat(const QString& name)
{
    for (const FormatSpec& spec : formats) {
        if (name == QLatin1StringView(spec.name))
            return spec.format;
    }
    return {};
}

QString suffixOf(TableFormat format)
{
    return QString::fromLatin1(specOf(format).suffix);
}

QString tableAs(TableFormat format, const Table& table)
{
    switch (format) {
    case TableFormat::Markdown:
        return asMarkdown(table);
    case TableFormat::Csv:
        return asSeparated(table, csvRecord);
    case TableFormat::Tsv:
        return asSeparated(table, tsvRecord);
    case TableFormat::Json:
        return asJson(table);
    case TableFormat::Html:
        return asHtml(table);
    }
    Q_UNREACHABLE();
}

} // namespace scopes
