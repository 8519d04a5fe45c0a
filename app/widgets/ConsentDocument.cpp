#include "widgets/ConsentDocument.h"

#include "document/VisibleText.h"
#include "document/WholeFile.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>

#include <cmath>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 1000;

struct Sheet
{
    Q_DECLARE_TR_FUNCTIONS(ConsentSheet)
};

/// Puts paragraphs into a document.
class SheetWriter
{
public:
    explicit SheetWriter(QTextDocument& document)
        : m_cursor(&document)
        , m_space(QFontMetricsF(document.defaultFont()).height() / 2)
    {
    }

    void note(const QString& text)
    {
        QTextCharFormat format;
        format.setFontItalic(true);
        paragraph(text, format, 0, m_space / 2);
    }

    void heading(const QString& text)
    {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        paragraph(text, format, 0, m_space);
    }

    void line(const QString& text) { paragraph(u"•\t"_s + text, {}, 2 * m_space, m_space / 3, -m_space); }

    void remark(const QString& text)
    {
        QTextCharFormat format;
        format.setFontItalic(true);
        paragraph(text, format, 2 * m_space, 0);
    }

    void names(const QString& title, const QStringList& all)
    {
        if (all.isEmpty())
            return;
        heading(title);
        for (const QString& name : all.mid(0, mostLines))
            line(visibleText(name, 300));
    }

private:
    void paragraph(const QString& text, const QTextCharFormat& format, qreal margin, qreal above, qreal indent = 0)
    {
        QTextBlockFormat block;
        block.setTextIndent(indent);
        block.setTabPositions({QTextOption::Tab(margin, QTextOption::LeftTab)});
        block.setLeftMargin(margin);
        block.setTopMargin(m_isEmpty ? 0 : above);
        if (m_isEmpty) {
            m_cursor.setBlockFormat(block);
            m_cursor.setCharFormat(format);
        } else {
            m_cursor.insertBlock(block, format);
        }
        m_cursor.insertText(text, format);
        m_isEmpty = false;
    }

    QTextCursor m_cursor;
    qreal m_space;
    bool m_isEmpty = true;
};

void writeLines(SheetWriter& writer, const ConsentPreview& preview)
{
    int left = mostLines;
    for (const ConsentGroup& group : preview.groups) {
        if (left <= 0)
            break;
        writer.heading(group.topic);
        for (const ConsentLine& line : group.lines) {
            if (left-- <= 0)
                break;
            writer.line(line.text);
            if (!line.definition.isEmpty())
                writer.remark(Sheet::tr("The developer's definition says something else: %1").arg(line.definition));
        }
    }
    if (preview.lineCount() > mostLines)
        writer.note(Sheet::tr("The first %L1 of %L2 lines are shown.").arg(mostLines).arg(preview.lineCount()));
}

QByteArray pdfOf(const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        constexpr qreal margin = 20; // millimetres
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
        writer.setTitle(Sheet::tr("Consent preview"));
        writer.setCreator(QCoreApplication::applicationName());
        QTextDocument document;
        writeConsent(document, preview, catalog, font);
        document.print(&writer);
    }
    return buffer.data();
}

QByteArray pngOf(const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    consentPicture(preview, catalog, font, 2).save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

void writeConsent(QTextDocument& document, const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font)
{
    document.clear();
    document.setUndoRedoEnabled(false);
    document.setDefaultFont(font);
    SheetWriter writer(document);
    writer.note(consentCaution(catalog));
    writeLines(writer, preview);
    const bool isEmpty = preview.groups.empty() && preview.undocumented.isEmpty() && preview.unpublished.isEmpty()
        && preview.withoutUser.isEmpty();
    if (isEmpty)
        writer.heading(Sheet::tr("Nothing is requested yet, so the user would read nothing. Tick scopes in the window."));
    writer.names(Sheet::tr("No text for the user is published for:"), preview.unpublished);
    writer.names(Sheet::tr("Not documented, so what the user reads is not known:"), preview.undocumented);
    writer.names(Sheet::tr("Obtained without a user, so nobody is asked:"), preview.withoutUser);
}

QImage consentPicture(const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font, qreal scale)
{
    QTextDocument document;
    writeConsent(document, preview, catalog, font);
    constexpr qreal tallest = 16000; // pixels; pictures have no second page
    const qreal lineHeight = QFontMetricsF(font).height();
    document.setDocumentMargin(1.5 * lineHeight);
    document.setTextWidth(34 * lineHeight);
    const QSizeF size(document.size().width(), std::min(document.size().height(), tallest / scale));
    QImage picture((size * scale).toSize(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.scale(scale, scale);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    context.clip = QRectF(QPointF(), size);
    document.documentLayout()->draw(&painter, context);
    return picture;
}

QString saveConsent(const QString& path, const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font)
{
    const bool isPicture = path.endsWith(u".png", Qt::CaseInsensitive);
    return writeWholeFile(path, isPicture ? pngOf(preview, catalog, font) : pdfOf(preview, catalog, font));
}

} // namespace scopes
