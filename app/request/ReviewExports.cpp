#include "request/ReviewExports.h"

#include "request/Quoting.h"

#include <QCoreApplication>
#include <QUrl>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ReviewExports", text);
}

/// The label and text of each part of a row that has one, in the order of the sheet.
std::vector<std::pair<QString, QString>> partsOf(const ReviewRow& row)
{
    std::vector<std::pair<QString, QString>> parts;
    const auto add = [&](const QString& label, const QString& text) {
        if (!text.trimmed().isEmpty())
            parts.emplace_back(label, text);
    };
    add(tr("What it lets the app do"), row.isDocumented ? row.definition : tr("The catalog does not document it."));
    add(tr("What the user reads"), row.isDocumented ? row.userDisplay.value_or(tr("Not published.")) : QString());
    add(tr("Feature"), row.note.feature);
    add(tr("Why it is needed"), row.note.reason);
    add(tr("What the user sees"), row.note.userSees);
    add(tr("Screenshot or video"), row.note.link);
    add(tr("Calls that the feature makes"), row.note.calls.join(u'\n'));
    add(tr("Documented calls that name it"), row.calls.join(u'\n'));
    add(tr("Documented fields that name it"), row.fields.join(u'\n'));
    add(tr("Missing"), row.gapsInWords());
    return parts;
}

QString summaryOf(const ReviewSheet& sheet)
{
    return sheet.rows.size() == 1 ? (sheet.isComplete() ? tr("The one scope is complete.") : tr("The one scope is incomplete."))
                                  : tr("%1 of %2 scopes are complete.").arg(sheet.completeCount()).arg(sheet.rows.size());
}

QString titleOf(const ReviewSheet& sheet)
{
    return tr("Scopes requested from %1, and why").arg(sheet.catalog);
}

/// The address where a click may lead, else nothing.
QString addressOf(const QString& link)
{
    const QString text = link.trimmed();
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty();
    return isWeb ? QString::fromLatin1(url.toEncoded()) : QString();
}

QString htmlPart(const QString& label, const QString& text, const QString& link)
{
    const QString shown = link.isEmpty()
        ? htmlText(text)
        : u"<a rel=\"noopener noreferrer\" href=\""_s + htmlText(link) + u"\">"_s + htmlText(text) + u"</a>"_s;
    return u"<dt>"_s + htmlText(label) + u"</dt><dd>"_s + shown + u"</dd>\n"_s;
}

} // namespace

QString reviewAsMarkdown(const ReviewSheet& sheet)
{
    QString text = u"# "_s + markdownLine(titleOf(sheet)) + u"\n\n"_s + markdownLine(summaryOf(sheet)) + u"\n\n| "_s
        + QStringList{tr("Scope"), tr("Feature"), tr("Missing")}.join(u" | "_s) + u" |\n| --- | --- | --- |\n"_s;
    for (const ReviewRow& row : sheet.rows)
        text += u"| "_s
            + QStringList{markdownName(row.scope), markdownLine(QString(row.note.feature).replace(u'\n', u' ')),
                markdownLine(row.gapsInWords())}
                  .join(u" | "_s)
            + u" |\n"_s;
    for (const ReviewRow& row : sheet.rows) {
        text += u"\n## "_s + markdownName(row.scope) + u'\n';
        for (const auto& [label, part] : partsOf(row))
            text += u"\n**"_s + markdownLine(label) + u"**\n\n"_s + markdownParagraphs(part) + u'\n';
    }
    return text;
}

QString reviewAsHtml(const ReviewSheet& sheet)
{
    QString text = u"<p>"_s + htmlText(summaryOf(sheet)) + u"</p>\n<table>\n<thead><tr><th>"_s
        + QStringList{tr("Scope"), tr("Feature"), tr("Missing")}.join(u"</th><th>"_s) + u"</th></tr></thead>\n<tbody>\n"_s;
    for (const ReviewRow& row : sheet.rows)
        text += u"<tr><td><code>"_s + htmlText(row.scope) + u"</code></td><td>"_s + htmlText(row.note.feature) + u"</td><td>"_s
            + htmlText(row.gapsInWords()) + u"</td></tr>\n"_s;
    text += u"</tbody>\n</table>\n"_s;
    for (const ReviewRow& row : sheet.rows) {
        text += u"<section>\n<h2><code>"_s + htmlText(row.scope) + u"</code></h2>\n<dl>\n"_s;
        for (const auto& [label, part] : partsOf(row))
            text += htmlPart(label, part, label == tr("Screenshot or video") ? addressOf(part) : QString());
        text += u"</dl>\n</section>\n"_s;
    }
    return htmlPage(titleOf(sheet), text);
}

} // namespace scopes
