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

QStringList rowMimeTypes()
{
    return {QLatin1StringView(scopeNamesMimeType), u"text/plain"_s, u"text/tab-separated-values"_s, u"text/html"_s};
}

QMimeData* rowsToMime(const ScopeCatalog& catalog, const std::vector<ScopeId>& scopes, const std::vector<int>& columns)
{
    QStringList names;
    QStringList head;
    for (const int column : columns)
        head += columnTitle(column);
    QString tsv = rowText(head, true, false);
    QString html = u"<meta charset=\"utf-8\"><table>\n"_s + rowText(head, true, true);
    for (const ScopeId scope : scopes) {
        names += toQString(catalog.scope(scope).name);
        QStringList cells;
        for (const int column : columns)
            cells += columnText(catalog, scope, column);
        tsv += rowText(cells, false, false);
        html += rowText(cells, false, true);
    }
    auto* const data = new QMimeData;
    const QString lines = names.join(u'\n');
    data->setData(QLatin1StringView(scopeNamesMimeType), lines.toUtf8());
    data->setText(lines);
    data->setData(u"text/tab-separated-values"_s, tsv.toUtf8());
    data->setHtml(html + u"</table>\n"_s);
    return data;
}

} // namespace scopes
