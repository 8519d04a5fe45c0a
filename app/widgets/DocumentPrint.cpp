#include "widgets/DocumentPrint.h"

#include "document/WholeFile.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

namespace scopes {

namespace {

/// Black on white, whatever the window looks like.
void fill(QTextDocument& document, const PrintedPage& page)
{
    constexpr int points = 9;
    QFont font;
    font.setPointSize(points);
    document.setDefaultFont(font);
    // The page's own style is for browsers: Qt knows none of its units. It is the page's first; texts hold no markup.
    QString html = page.html;
    const QLatin1StringView end("</style>");
    const qsizetype begin = html.indexOf(QLatin1StringView("<style>"));
    if (begin >= 0)
        html.remove(begin, html.indexOf(end, begin) + end.size() - begin);
    document.setDefaultStyleSheet(QStringLiteral(
        "table { border-collapse: collapse } th, td { padding: 4px; border: 1px solid #888 } "
        "th { text-align: left } dd { white-space: pre-wrap } dt { font-weight: 600; margin-top: 6px } h1 { font-size: large }"));
    document.setHtml(html);
}

QPageLayout layoutOf(const PrintedPage& page)
{
    // QTextDocument::print() adds margins of 2 cm, and the number of the page.
    return {QPageSize(QPageSize::A4), page.isWide ? QPageLayout::Landscape : QPageLayout::Portrait, {}};
}

} // namespace

bool printPage(const PrintedPage& page, QWidget& parent)
{
    QPrinter printer;
    printer.setDocName(page.title);
    printer.setPageLayout(layoutOf(page));
    QPrintDialog dialog(&printer, &parent);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    QTextDocument document;
    fill(document, page);
    document.print(&printer);
    return printer.printerState() != QPrinter::Error;
}

QString savePdf(const QString& path, const PrintedPage& page)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(page.title);
        writer.setPageLayout(layoutOf(page));
        QTextDocument document;
        fill(document, page);
        document.print(&writer);
    }
    return writeWholeFile(path, buffer.data());
}

QString saveText(const QString& path, const QString& text)
{
    return writeWholeFile(path, text.toUtf8());
}

} // namespace scopes
