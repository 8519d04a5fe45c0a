#include "analysis/Inspection.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Inspection", text);
}

} // namespace

QString nameOf(PasteKind kind)
{
    switch (kind) {
    case PasteKind::Nothing:
        return u"nothing"_s;
    case PasteKind::ScopeList:
        return u"scope list"_s;
    case PasteKind::AuthorizationUrl:
        return u"authorize url"_s;
    case PasteKind::CallbackUrl:
        return u"callback url"_s;
    case PasteKind::TokenJson:
        return u"token json"_s;
    case PasteKind::Json:
        return u"json"_s;
    case PasteKind::Yaml:
        return u"yaml"_s;
    case PasteKind::EnvLine:
        return u"env line"_s;
    case PasteKind::CodeLiteral:
        return u"code literal"_s;
    case PasteKind::CurlCommand:
        return u"curl command"_s;
    case PasteKind::DocsTable:
        return u"docs table"_s;
    case PasteKind::ErrorText:
        return u"error text"_s;
    }
    return {};
}

std::vector<PasteKind> pasteKinds()
{
    return {PasteKind::ScopeList, PasteKind::AuthorizationUrl, PasteKind::CallbackUrl, PasteKind::TokenJson, PasteKind::Json,
        PasteKind::Yaml, PasteKind::EnvLine, PasteKind::CodeLiteral, PasteKind::CurlCommand, PasteKind::DocsTable,
        PasteKind::ErrorText, PasteKind::Nothing};
}

QString describe(Layer layer)
{
    switch (layer) {
    case Layer::PercentEncoding:
        return tr("percent-encoding");
    case Layer::PercentEncodingTwice:
        return tr("percent-encoding, applied more than once");
    case Layer::PlusForSpace:
        return tr("+ between the scopes");
    case Layer::Quotes:
        return tr("quotes");
    case Layer::SmartQuotes:
        return tr("typographic quotes");
    case Layer::Brackets:
        return tr("brackets");
    case Layer::HtmlEntities:
        return tr("HTML entities");
    case Layer::Escapes:
        return tr("escapes with a backslash");
    case Layer::TerminalCodes:
        return tr("the colours of a terminal");
    case Layer::LineBreaks:
        return tr("line breaks");
    case Layer::Concatenation:
        return tr("strings joined by code");
    case Layer::TemplateLiteral:
        return tr("a template literal");
    }
    return {};
}

} // namespace scopes
