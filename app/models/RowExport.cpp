#include "models/RowExport.h"

#include "models/ScopeColumns.h"

#include <QMimeData>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// A cell of tab-separated values has no way to hold a tab or a line break: a space takes their place.
QString tsvCell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

QString rowText(const QStringList& cells, bool isHead, bool asHtml)
{
    QString text = asHtml ? u"<tr>"_s : QString();
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (asHtml)
            text += (isHead ? u"<th>%1</th>"_s : u"<td>%1</td>"_s).arg(cells[i].toHtmlEscaped());
        else
            text += (i > 0 ? u"\t"_s : QString()) + tsvCell(cells[i]);
    }
    return text + (asHtml ? u"</tr>\n"_s : u"\n"_s);
}

} // namespace

QStringList tableMimeTypes()
{
    return {u"text/plain"_s, u"text/tab-separated-values"_s, u"text/html"_s};
}

QMimeData* tableToMime(const QStringList& names, const QStringList& head, const QList<QStringList>& rows)
{
    QString tsv = rowText(head, true, false);
    QString html = u"<meta charset=\"utf-8\"><table>\n"_s + rowText(head, true, true);
    for (const QStringList& cells : rows) {
        tsv += rowText(cells, false, false);
        html += rowText(cells, false, true);
    }
    auto* const data = new QMimeData;
    data->setText(names.join(u'\n'));
    data->setData(u"text/tab-separated-values"_s, tsv.toUtf8());
    data->setHtml(html + u"</table>\n"_s);
    return data;
}

QStringList rowMimeTypes()
{
    return QStringList(QLatin1StringView(scopeNamesMimeType)) + tableMimeTypes();
}

QMimeData* rowsToMime(const ScopeCatalog& catalog, const std::vector<ScopeId>& scopes, const std::vector<int>& columns)
{
    QStringList head;
    for (const int column : columns)
        head += columnTitle(column);
    QStringList names;
    QList<QStringList> rows;
    for (const ScopeId scope : scopes) {
        names += toQString(catalog.scope(scope).name);
        QStringList cells;
        for (const int column : columns)
            cells += columnText(catalog, scope, column);
        rows += cells;
    }
    QMimeData* const data = tableToMime(names, head, rows);
    data->setData(QLatin1StringView(scopeNamesMimeType), data->text().toUtf8());
    return data;
}

} // namespace scopes
