#include "request/ReviewSheet.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ReviewSheet", text);
}

/// The endpoint's id of 'id', 'id#field' and 'id?parameter=value'.
QString endpointOf(const QString& call)
{
    const auto end = std::find_if(call.begin(), call.end(), [](QChar unit) { return unit == u'#' || unit == u'?'; });
    return call.first(end - call.begin());
}

/// A call's address without what chooses fields, so that spellings of one call are alike: 'GET https://host/path'.
QString addressOf(const QString& call)
{
    QString address = endpointOf(call).simplified();
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

/// The addresses that people write for a call instead of its id: with and without the method, the whole URL or its path.
QStringList addressesOf(const Endpoint& endpoint)
{
    const QString method = toQString(endpoint.method);
    const QString url = addressOf(toQString(endpoint.url));
    const QString path = url.section(u'/', 3).prepend(u'/');
    return {url, path, method + u' ' + url, method + u' ' + path};
}

void describe(ReviewRow& row, const ScopeCatalog& catalog)
{
    const ScopeId id = catalog.find(row.scope);
    if (!catalog.isDocumented(row.scope))
        return;
    const Scope& scope = catalog.scope(id);
    row.isDocumented = true;
    row.definition = toQString(scope.definition);
    if (scope.userDisplay.data() != nullptr)
        row.userDisplay = toQString(scope.userDisplay);
    for (const EndpointId call : catalog.endpointsOf(id))
        row.calls += toQString(catalog.endpoint(call).method) + u' ' + toQString(catalog.endpoint(call).url);
    for (const auto& [call, field] : catalog.fieldsOf(id)) {
        const Endpoint& endpoint = catalog.endpoint(call);
        row.fields += toQString(endpoint.id) + u'#' + toQString(endpoint.fields[static_cast<std::size_t>(field)].name);
    }
}

/// Finds what no longer fits.
class Gaps
{
public:
    Gaps(const std::optional<QStringList>& madeCalls, const ScopeCatalog& catalog)
        : m_isKnown(madeCalls.has_value())
    {
        for (const QString& call : madeCalls.value_or(QStringList())) {
            m_made.insert(call);
            m_endpoints.insert(endpointOf(call));
        }
        for (const Endpoint& endpoint : catalog.endpoints()) {
            for (const QString& address : m_endpoints.contains(toQString(endpoint.id)) ? addressesOf(endpoint) : QStringList())
                m_addresses.insert(address);
        }
    }

    void find(ReviewRow& row) const
    {
        if (!row.isRequested) {
            row.gaps.push_back(ReviewGap::ScopeGone);
            return;
        }
        if (row.note.reason.trimmed().isEmpty())
            row.gaps.push_back(ReviewGap::NoReason);
        if (m_isKnown)
            std::copy_if(row.note.calls.begin(), row.note.calls.end(), std::back_inserter(row.callsGone),
                [this](const QString& call) { return !isMade(call); });
        if (!row.callsGone.isEmpty())
            row.gaps.push_back(ReviewGap::CallGone);
    }

private:
    bool isMade(const QString& call) const
    {
        return m_made.contains(call) || (call == endpointOf(call) && m_endpoints.contains(call))
            || m_addresses.contains(addressOf(call));
    }

    bool m_isKnown;
    QSet<QString> m_made;
    QSet<QString> m_endpoints;
    QSet<QString> m_addresses; ///< of m_endpoints
};

} // namespace

QString nameOf(ReviewGap gap)
{
    switch (gap) {
    case ReviewGap::NoReason:
        return u"no-reason"_s;
    case ReviewGap::ScopeGone:
        return u"scope-gone"_s;
    case ReviewGap::CallGone:
        return u"call-gone"_s;
    }
    Q_UNREACHABLE();
}

QString ReviewRow::gapsInWords() const
{
    QStringList sentences;
    for (const ReviewGap gap : gaps) {
        switch (gap) {
        case ReviewGap::NoReason:
            sentences += tr("Nothing says why it is needed.");
            break;
        case ReviewGap::ScopeGone:
            sentences += tr("It is no longer requested.");
            break;
        case ReviewGap::CallGone:
            sentences += tr("The app no longer makes: %1.").arg(visibleText(callsGone.join(u", "_s), 500));
            break;
        }
    }
    return sentences.join(u' ');
}

bool ReviewSheet::isComplete() const
{
    return completeCount() == static_cast<int>(rows.size());
}

int ReviewSheet::completeCount() const
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const ReviewRow& row) { return row.gaps.empty(); }));
}

ReviewSheet reviewSheet(const QStringList& requested, const ReviewNotes& notes, const ScopeCatalog& catalog,
    const std::optional<QStringList>& madeCalls)
{
    ReviewSheet sheet{catalog.name(), {}};
    const Gaps gaps(madeCalls, catalog);
    const QSet<QString> known(requested.begin(), requested.end());
    const auto add = [&](const QString& scope, bool isRequested) {
        ReviewRow row;
        row.scope = scope;
        row.isRequested = isRequested;
        row.note = notes.value(scope);
        describe(row, catalog);
        gaps.find(row);
        sheet.rows.push_back(std::move(row));
    };
    for (const QString& scope : requested)
        add(scope, true);
    for (auto note = notes.begin(); note != notes.end(); ++note) {
        if (!known.contains(note.key()) && !note->isEmpty())
            add(note.key(), false);
    }
    return sheet;
}

} // namespace scopes
