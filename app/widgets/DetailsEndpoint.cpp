#include "document/VisibleText.h"
#include "models/EndpointColumns.h"
#include "widgets/DetailsWriter.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

// What is known of a call, and of one of its fields and values.
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

} // namespace

void DetailsWriter::writePart(const CallPart& part)
{
    const Endpoint& endpoint = m_catalog.endpoint(part.endpoint);
    const CallPart call{part.endpoint, noId, noId, noId};
    const QString title = visibleText(endpointText(m_catalog, call, 0));
    heading(part.isCall() ? title : tr("%1: %2").arg(title, visibleText(endpointText(m_catalog, part, 0))), 1);
    paragraph(u"%1 %2"_s.arg(shown(endpoint.method), shown(endpoint.url)));
    paragraph(tr("Product: %1  ·  Takes: %2  ·  Name here: %3")
                  .arg(endpoint.product == noId ? tr("unknown") : shown(m_catalog.product(endpoint.product)),
                      tokenText(endpoint.token), visibleText(nameOf(part, m_catalog))));
    if (const Text group = m_catalog.group(endpoint); !group.empty())
        paragraph(tr("Listed under: %1").arg(shown(group)));
    if (!part.isCall())
        need(part, part.field != noId ? tr("The field needs") : tr("The value needs"));
    need(call, tr("The call needs"));
    members(part);
    for (const Text note : {endpoint.limits, endpoint.notes}) {
        if (!note.empty())
            paragraph(shown(note));
    }
    if (!endpoint.confidence.empty())
        paragraph(tr("How sure this is: %1").arg(shown(endpoint.confidence)));
    paragraph(tr("As documented"));
    if (!endpoint.documentation.empty()) {
        append(u": "_s);
        appendLink(title, toQString(endpoint.documentation));
    }
    appendSource(endpoint.source);
}

/// 'The call needs: video.publish or video.upload', each scope with its link.
void DetailsWriter::need(const CallPart& part, const QString& who)
{
    const auto& alternatives = requirementOf(part, m_catalog).alternatives;
    if (alternatives.empty()) {
        paragraph(tr("%1: %2.").arg(who, needInWords(part, m_catalog)));
        return;
    }
    paragraph(who + u": "_s);
    if (alternatives.front().empty()) {
        append(tr("no scope."));
        return;
    }
    appendAlternatives(part);
}

void DetailsWriter::appendAlternatives(const CallPart& part)
{
    const auto& alternatives = requirementOf(part, m_catalog).alternatives;
    const std::size_t listed = std::min(alternatives.size(), mostListed);
    for (std::size_t i = 0; i < listed; ++i) {
        append(i == 0 ? QString() : tr(" or "));
        appendScopes(alternatives[i], tr(" and "));
    }
    const std::size_t others = alternatives.size() - listed;
    if (others > 0)
        append(others == 1 ? tr(", … or 1 other way") : tr(", … or %L1 other ways").arg(others));
}

/// The call's fields and values with what they need on top.
void DetailsWriter::members(const CallPart& part)
{
    if (!part.isCall())
        return;
    const Endpoint& endpoint = m_catalog.endpoint(part.endpoint);
    const auto write = [this](const CallPart& member) {
        const QString meaning = visibleText(endpointText(m_catalog, member, 1));
        item(visibleText(endpointText(m_catalog, member, 0)) + u": "_s);
        if (requirementOf(member, m_catalog).alternatives.empty())
            append(tr("not documented"));
        appendAlternatives(member);
        if (!meaning.isEmpty())
            appendMuted(tr(" – %1").arg(meaning));
    };
    if (!endpoint.fields.empty())
        heading(tr("Fields"), 2);
    const std::size_t listed = std::min(endpoint.fields.size(), mostListed);
    for (std::size_t field = 0; field < listed; ++field)
        write({part.endpoint, static_cast<int>(field), noId, noId});
    if (listed < endpoint.fields.size())
        item(tr("… and %L1 more, which the list of endpoints has below the call.").arg(endpoint.fields.size() - listed));
    if (!endpoint.parameters.empty())
        heading(tr("Parameter values"), 2);
    for (int parameter = 0; parameter < static_cast<int>(endpoint.parameters.size()); ++parameter) {
        const auto values = static_cast<int>(endpoint.parameters[static_cast<std::size_t>(parameter)].values.size());
        for (int value = 0; value < values; ++value)
            write({part.endpoint, noId, parameter, value});
    }
}

} // namespace scopes
