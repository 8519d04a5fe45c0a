#include "widgets/DetailsWriter.h"

#include "analysis/TextDifference.h"
#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/ScopeColumns.h"
#include "widgets/Contrast.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("DetailsWriter", text);
}

QString shown(Text text)
{
    return visibleText(toQString(text));
}

QString shownOr(Text text, const char* otherwise)
{
    return text.empty() ? tr(otherwise) : shown(text);
}

} // namespace

DetailsWriter::DetailsWriter(QTextDocument& document, const ScopeCatalog& catalog, const QPalette& palette)
    : m_catalog(catalog)
    , m_block(&document)
    , m_cursor(&document)
{
    document.clear();
    document.setDocumentMargin(8);
    m_block.beginEditBlock();
    QColor muted = palette.color(QPalette::Text);
    muted.setAlphaF(0.75F);
    m_muted.setForeground(muted);
    m_link.setForeground(readableOn(palette.color(QPalette::Base), palette.color(QPalette::Link)));
    m_link.setFontUnderline(true);
    m_link.setAnchor(true);
}

DetailsWriter::~DetailsWriter()
{
    m_block.endEditBlock();
}

void DetailsWriter::heading(const QString& text, int level)
{
    QTextBlockFormat block;
    block.setHeadingLevel(level);
    block.setTopMargin(level == 1 ? 0 : 8);
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    format.setProperty(QTextFormat::FontSizeAdjustment, level == 1 ? 2 : 0);
    if (m_cursor.document()->isEmpty())
        m_cursor.setBlockFormat(block);
    else
        m_cursor.insertBlock(block);
    m_cursor.insertText(text, format);
}

void DetailsWriter::paragraph(const QString& text)
{
    m_cursor.insertBlock(QTextBlockFormat(), m_plain);
    m_cursor.insertText(text, m_plain);
}

void DetailsWriter::item(const QString& text)
{
    QTextBlockFormat block;
    block.setLeftMargin(14);
    block.setTextIndent(-12);
    m_cursor.insertBlock(block, m_plain);
    m_cursor.insertText(u"• "_s + text, m_plain);
}

void DetailsWriter::append(const QString& text)
{
    m_cursor.insertText(text, m_plain);
}

void DetailsWriter::appendMuted(const QString& text)
{
    m_cursor.insertText(text, m_muted);
}

void DetailsWriter::appendLink(const QString& text, const QString& address)
{
    QTextCharFormat format = m_link;
    format.setAnchorHref(address);
    format.setToolTip(visibleText(address, 200).toHtmlEscaped());
    m_cursor.insertText(text, format);
}

void DetailsWriter::appendSource(SourceId id)
{
    if (id == noId)
        return;
    const Source& source = m_catalog.source(id);
    if (source.kind == Source::Kind::Own) {
        appendMuted(tr(" (%1, %2)").arg(shown(source.title), shown(source.retrieved)));
        return;
    }
    appendMuted(source.kind == Source::Kind::ThirdParty ? tr(" (third party, not the provider's word: ") : tr(" ("));
    const QString address = toQString(source.url);
    const QString title = source.title.empty() ? visibleText(address, 120) : shown(source.title);
    if (address.startsWith(u"https://"))
        appendLink(title, address);
    else
        appendMuted(title);
    appendMuted(tr(", read %1)").arg(shown(source.retrieved)));
}

void DetailsWriter::appendScopes(const std::vector<ScopeId>& scopes, const QString& between)
{
    for (std::size_t i = 0; i < scopes.size(); ++i) {
        const QString name = toQString(m_catalog.scope(scopes[i]).name);
        append(i == 0 ? QString() : between);
        appendLink(visibleText(name), u"scope:"_s + QString::fromLatin1(QUrl::toPercentEncoding(name)));
    }
}

QString DetailsWriter::summary(const Scope& scope, const ScopeDetails& details) const
{
    QStringList parts;
    parts += tr("Product: %1").arg(shownOr(m_catalog.product(scope.product), "unknown"));
    parts += tr("Approval: %1").arg(shownOr(m_catalog.approval(scope.approval), "unknown"));
    parts += tr("Obtained by: %1").arg(obtainedByText(scope.obtainedBy));
    parts += tr("Region: %1").arg(shownOr(details.region, "no restriction documented"));
    return parts.join(u"  ·  "_s);
}

void DetailsWriter::writeScope(ScopeId id, bool isRequested, bool markDifferences)
{
    const Scope& scope = m_catalog.scope(id);
    const ScopeDetails& details = m_catalog.details(scope);
    heading(shown(scope.name), 1);
    const bool isOwn = scope.status == Scope::Status::Own;
    append(isOwn ? tr("   own, not documented") : QString());
    append(isRequested ? tr("   requested") : QString());
    paragraph(summary(scope, details));
    texts(scope, markDifferences);
    const QString link = QString::fromLatin1(QUrl::toPercentEncoding(toQString(scope.name)));
    for (const Fact& note : details.ownNotes) {
        heading(tr("Your note"), 2);
        paragraph(visibleText(toQString(note.text), 20000, true));
        appendSource(note.source);
        append(u"  "_s);
        appendLink(tr("Edit…"), u"note:"_s + link);
    }
    relations(scope, details);
    calls(id);
    targetApis(details);
    if (!details.facts.empty()) {
        heading(tr("Facts"), 2);
        facts(details.facts);
    }
    if (!details.notes.empty())
        paragraph(shown(details.notes));
    paragraph(
        isOwn ? tr("Name and texts are yours: the provider does not document this scope") : tr("Name and texts as documented"));
    appendSource(scope.source);
    if (isOwn) {
        append(u"  "_s);
        appendLink(tr("Edit…"), u"own:"_s + link);
    }
    if (details.ownNotes.empty()) {
        paragraph({});
        appendLink(tr("Add a note of your own…"), u"note:"_s + link);
    }
}

void DetailsWriter::texts(const Scope& scope, bool markDifferences)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(2);
    format.setCellSpacing(0);
    format.setTopMargin(4);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, 50), QTextLength(QTextLength::PercentageLength, 50)});
    const QTextTable* const table = m_cursor.insertTable(1, 2, format);
    const bool isOwn = scope.status == Scope::Status::Own;
    const QString notPublished = isOwn ? tr("Unknown.") : tr("Not published by the provider.");
    const bool isDisplayPublished = scope.userDisplay.data() != nullptr;
    const QString definition = scope.definition.empty() ? notPublished : shown(scope.definition);
    const QString userDisplay = isDisplayPublished ? shown(scope.userDisplay) : notPublished;
    const bool areBothPublished = isDisplayPublished && !scope.definition.empty();
    const TextDifference difference = areBothPublished ? differenceOf(definition, userDisplay) : TextDifference();
    const bool marked = markDifferences && areBothPublished;
    cell(*table, 0, tr("For the developer"), definition, marked ? difference.onlyInFirst : std::vector<TextRange>());
    cell(*table, 1, difference.areIdentical ? tr("For the user: the same text") : tr("For the user"), userDisplay,
        marked ? difference.onlyInSecond : std::vector<TextRange>());
    m_cursor.movePosition(QTextCursor::End);
}

void DetailsWriter::cell(
    const QTextTable& table, int column, const QString& title, const QString& text, const std::vector<TextRange>& marked)
{
    m_cursor = table.cellAt(0, column).firstCursorPosition();
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    m_cursor.insertText(title, bold);
    m_cursor.insertBlock(QTextBlockFormat(), m_plain);
    QTextCharFormat underlined;
    underlined.setFontUnderline(true);
    int end = 0;
    for (const TextRange& range : marked) {
        m_cursor.insertText(text.mid(end, range.start - end), m_plain);
        m_cursor.insertText(text.mid(range.start, range.length), underlined);
        end = range.start + range.length;
    }
    m_cursor.insertText(text.mid(end), m_plain);
}

void DetailsWriter::relations(const Scope& scope, const ScopeDetails& details)
{
    if (scope.status == Scope::Status::Deprecated) {
        paragraph(tr("Deprecated. "));
        if (!details.replacedBy.empty()) {
            append(tr("Replaced by "));
            appendScopes(details.replacedBy);
        }
    }
    for (const Implication& implication : details.implies) {
        paragraph(tr("Reaches what these do: "));
        appendScopes(implication.scopes);
        appendSource(implication.source);
        if (!implication.caution.empty())
            append(tr(". Caution: %1").arg(shown(implication.caution)));
    }
}

void DetailsWriter::calls(ScopeId id)
{
    heading(tr("Calls and fields"), 2);
    const auto endpoints = m_catalog.endpointsOf(id);
    if (endpoints.empty())
        paragraph(tr("No call is documented to need this scope: what takes it is unknown."));
    const auto fields = m_catalog.fieldsOf(id);
    const std::size_t listed = std::min(endpoints.size(), mostListed);
    for (const EndpointId endpointId : endpoints.first(listed)) {
        const Endpoint& endpoint = m_catalog.endpoint(endpointId);
        item(QString());
        appendLink(u"%1 %2"_s.arg(shown(endpoint.method), shown(endpoint.url)),
            u"call:"_s + QString::fromLatin1(QUrl::toPercentEncoding(toQString(endpoint.id))));
        append(u" "_s);
        const QString name = shown(endpoint.name);
        if (endpoint.documentation.empty())
            append(name);
        else
            appendLink(name, toQString(endpoint.documentation));
        if (!endpoint.limits.empty())
            appendMuted(tr(" – %1").arg(shown(endpoint.limits)));
        QStringList names;
        for (const auto& ref : fields) {
            if (ref.endpoint == endpointId)
                names += shown(endpoint.fields[static_cast<std::size_t>(ref.field)].name);
        }
        if (!names.isEmpty())
            append(tr(". Fields: %1").arg(names.join(u", "_s)));
        if (!endpoint.notes.empty())
            append(tr(". %1").arg(shown(endpoint.notes)));
        appendSource(endpoint.source);
    }
    if (listed == endpoints.size())
        return;
    item(tr("… and %L1 more: ").arg(endpoints.size() - listed));
    appendLink(tr("list all %L1 calls").arg(endpoints.size()),
        u"calls:"_s + QString::fromLatin1(QUrl::toPercentEncoding(toQString(m_catalog.scope(id).name))));
}

void DetailsWriter::targetApis(const ScopeDetails& details)
{
    if (details.targetApis.empty())
        return;
    heading(tr("Target APIs"), 2);
    for (const TargetApi& api : details.targetApis) {
        item(QString());
        if (api.documentation.empty())
            append(shown(api.name));
        else
            appendLink(shown(api.name), toQString(api.documentation));
        appendSource(api.source);
    }
}

void DetailsWriter::facts(const Facts& facts)
{
    for (const Fact& fact : facts) {
        item(shown(fact.text));
        appendSource(fact.source);
    }
}

void DetailsWriter::writeTopic(TopicId id, int requested)
{
    const Topic& topic = m_catalog.topic(id);
    const auto scopes = m_catalog.scopesOf(id);
    heading(shown(topic.name), 1);
    paragraph(
        tr("Topic of %1, %2 requested.")
            .arg(scopeCount(static_cast<qsizetype>(scopes.size())), partOf(requested, static_cast<qsizetype>(scopes.size()))));
    if (!topic.note.empty())
        paragraph(shown(topic.note));
    for (const ScopeId scope : scopes.first(std::min(scopes.size(), mostListed))) {
        item(QString());
        appendScopes({scope});
        append(u"  "_s + shown(m_catalog.scope(scope).definition));
    }
    if (scopes.size() > mostListed)
        item(tr("… and %L1 more.").arg(scopes.size() - mostListed));
}

} // namespace scopes
