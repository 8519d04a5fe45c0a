#include "analysis/RequestOwner.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// The address without the slash at its end, in lower case.
QString comparable(const QString& address)
{
    QString result = address.toLower();
    while (result.endsWith(u'/'))
        result.chop(1);
    return result;
}

QString hostOf(QStringView address)
{
    const qsizetype start = address.indexOf(u"://") + 3;
    return start < 3 ? QString() : address.mid(start).toString().section(u'/', 0, 0).section(u'?', 0, 0).toLower();
}

/// True for the host of an authorization page, or for the end of one.
bool isHost(const Provider& provider, const QString& host, bool isEnd)
{
    return std::any_of(
        provider.authorizationEndpoints.begin(), provider.authorizationEndpoints.end(), [&](const AuthorizationEndpoint& one) {
            const QString own = QUrl(toQString(one.url)).host();
            return isEnd ? own.endsWith(host) : own == host;
        });
}

/// False for the path of another page behind an unknown host: ${shop}/admin/oauth/authorize.
bool hasOwnPath(const QueryGroup& query, const Provider& provider)
{
    return !query.base.startsWith(u'/')
        || std::any_of(provider.authorizationEndpoints.begin(), provider.authorizationEndpoints.end(),
            [&](const AuthorizationEndpoint& one) { return isSameAddress(QUrl(toQString(one.url)).path(), query.base); });
}

/// True if the text around the parameters has another provider's page or token endpoint:
/// curl -d 'client_id=...' https://login.example.com/oauth2/token, or the lines of an HTTP request.
bool namesOtherProvider(const QueryGroup& query, const QString& text, const Provider& provider)
{
    constexpr int farthest = 1000;
    const int from = std::max(0, query.range.start - farthest);
    const QString near = text.mid(from, query.range.length + 2 * farthest);
    static const QRegularExpression addresses(
        uR"((?:https?://([\w.-]+)/[^\s'"?&]*(?:authorize|token|/auth)/?(?=[\s'"?]|$))|(?:^Host:\s*([\w.-]+)))"_s,
        QRegularExpression::MultilineOption);
    bool isOther = false;
    for (auto all = addresses.globalMatch(near); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const QString host = match.captured(1) + match.captured(2);
        if (isHost(provider, host, false) || host == hostOf(toQString(provider.tokenEndpoint.value)))
            return false;
        isOther = true;
    }
    return isOther;
}

} // namespace

bool isSameAddress(const QString& a, const QString& b)
{
    return comparable(a) == comparable(b);
}

bool isOfProvider(const QueryGroup& query, const QString& text, const Provider& provider)
{
    // Behind a variable only the end of the host is in the text: {shop}.example.com.
    const QString host = query.base.startsWith(u'.') ? query.base.section(u'/', 0, 0) : hostOf(query.base);
    const qsizetype variable = std::max(host.lastIndexOf(u'}'), host.lastIndexOf(u'$'));
    if (variable >= 0 || host.startsWith(u'.')) {
        const QString end = host.mid(variable + 1);
        return end.count(u'.') < 2 || isHost(provider, end, true);
    }
    return host.isEmpty() ? hasOwnPath(query, provider) && !namesOtherProvider(query, text, provider)
                          : isHost(provider, host, false);
}

} // namespace scopes
