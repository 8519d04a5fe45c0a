#include "models/CallReading.h"

#include "analysis/Inspection.h"
#include "document/VisibleText.h"
#include "models/EndpointColumns.h"
#include "models/EndpointTreeModel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace scopes {

namespace {

constexpr qsizetype mostDescribed = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("CallReading", text);
}

QString titleOf(const CallPart& part, const ScopeCatalog& catalog)
{
    return visibleText(endpointText(catalog, part, EndpointTreeModel::EndpointColumn), 60);
}

/// 'a, b and 4 more'.
QString firstOf(QStringList texts)
{
    const qsizetype more = texts.size() - mostDescribed;
    if (more <= 1)
        return texts.join(tr(", "));
    texts.resize(mostDescribed);
    return tr("%1 and %2 more").arg(texts.join(tr(", ")), QLocale().toString(more));
}

QString describe(const Call& call, const ScopeCatalog& catalog)
{
    QStringList choices;
    const auto parts = call.parts();
    for (std::size_t i = 1; i < parts.size(); ++i)
        choices += titleOf(parts[i], catalog);
    const QString title = titleOf(parts.front(), catalog);
    return choices.isEmpty() ? title : tr("%1 with %2").arg(title, firstOf(choices));
}

/// True if the text names scopes and has no address: then the names in it are scopes, even if some are calls as well.
bool namesScopes(QStringView text, const std::vector<UnrecognisedCall>& unrecognised, const ScopeCatalog& catalog)
{
    return !text.contains(u'/') && std::any_of(unrecognised.begin(), unrecognised.end(), [&](const UnrecognisedCall& one) {
        return catalog.find(one.text) != noId;
    });
}

} // namespace

CallReading readCalls(QStringView text, const CallRecogniser& recogniser, const ScopeCatalog& catalog)
{
    CallReading reading;
    const RecognisedCalls recognised = recogniser.recognise(text);
    const std::vector<Call> calls = recognised.calls();
    QStringList described;
    for (const Call& call : calls) {
        const auto parts = call.parts();
        for (const CallPart& part : parts)
            reading.names += nameOf(part, catalog);
        reading.choices += static_cast<int>(parts.size()) - 1;
        described += describe(call, catalog);
    }
    reading.calls = static_cast<int>(calls.size());
    reading.described = firstOf(described);
    QSet<QString> said;
    for (const UnrecognisedCall& one : recognised.unrecognised) {
        if (const auto before = said.size(); said.insert(one.text), said.size() > before)
            reading.unrecognised.push_back(one);
    }
    reading.isScopes = reading.names.isEmpty() ? !inspect(text, catalog).scopes().isEmpty()
                                               : namesScopes(text, recognised.unrecognised, catalog);
    return reading;
}

QString callCount(int calls, int choices)
{
    const QLocale locale;
    QString callText = calls == 1 ? tr("1 call") : tr("%1 calls").arg(locale.toString(calls));
    if (choices == 0)
        return callText;
    const QString choiceText = choices == 1 ? tr("1 field or value") : tr("%1 fields or values").arg(locale.toString(choices));
    return tr("%1 and %2").arg(callText, choiceText);
}

} // namespace scopes
