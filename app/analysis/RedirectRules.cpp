#include "analysis/RedirectRules.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

using State = RedirectCheck::State;

struct RedirectRules
{
    Q_DECLARE_TR_FUNCTIONS(RedirectRules)
};

State met(bool isMet)
{
    return isMet ? State::Met : State::Broken;
}

QString firstValue(const RedirectRule& rule)
{
    return rule.values.empty() ? QString() : toQString(rule.values.front());
}

QString portWildcardOf(const Platform& platform)
{
    for (const RedirectRule& rule : platform.redirectRules) {
        if (rule.rule == "registered-port-wildcard")
            return firstValue(rule);
    }
    return {};
}

bool isAmong(const std::vector<Text>& values, const QString& wanted)
{
    return std::any_of(values.begin(), values.end(), [&](Text value) { return toQString(value) == wanted; });
}

bool isAbsolute(const QUrl& url)
{
    return url.isValid() && !url.isRelative() && !url.host().isEmpty();
}

/// One address against the rules of one platform.
class AddressCheck
{
public:
    AddressCheck(const Platform& platform, const QString& address, QStringList registered)
        : m_address(address)
        , m_url(address, QUrl::StrictMode)
        , m_registered(std::move(registered))
        , m_portWildcard(portWildcardOf(platform))
    {
    }

    State stateOf(const RedirectRule& rule) const
    {
        const Text name = rule.rule;
        if (name == "maximum-count")
            return m_registered.isEmpty() ? State::Unknown : met(m_registered.size() <= firstValue(rule).toInt());
        if (name == "shorter-than")
            return met(m_address.size() < firstValue(rule).toInt());
        if (name == "absolute")
            return met(isAbsolute(m_url));
        // Of an address that cannot be taken apart it is not known whether it has them.
        if (name == "no-query")
            return m_url.isValid() ? met(!m_url.hasQuery()) : State::Unknown;
        if (name == "no-fragment")
            return m_url.isValid() ? met(!m_url.hasFragment()) : State::Unknown;
        if (name == "scheme")
            return met(isAmong(rule.values, m_url.scheme()));
        if (name == "host")
            return met(isAmong(rule.values, m_url.host()));
        if (name == "port-required")
            return met(m_url.port() > 0);
        if (name == "exact-match" || name == "registered-port-wildcard")
            return m_registered.isEmpty() ? State::Unknown : met(isRegistered(m_address, m_registered, m_portWildcard));
        return State::Unknown;
    }

private:
    QString m_address;
    QUrl m_url;
    QStringList m_registered;
    QString m_portWildcard;
};

/// RFC 6749, section 3.1.2, for providers that document nothing.
std::vector<RedirectCheck> checkByStandard(const QString& address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString section = u"RFC 6749, section 3.1.2"_s;
    return {
        {u"absolute"_s, met(url.isValid() && !url.isRelative()), RedirectRules::tr("It is an absolute address."), noId, section},
        {u"no-fragment"_s, met(!address.contains(u'#')), RedirectRules::tr("It has no fragment."), noId, section}};
}

} // namespace

QString nameOf(RedirectCheck::State state)
{
    switch (state) {
    case State::Met:
        return u"met"_s;
    case State::Broken:
        return u"broken"_s;
    case State::Unknown:
        return u"unknown"_s;
    }
    return {};
}

std::vector<RedirectCheck> checkRedirectUri(const Platform* platform, const QString& address, const QStringList& registered)
{
    if (platform == nullptr || platform->redirectRules.empty())
        return checkByStandard(address);
    const AddressCheck check(*platform, address, registered);
    std::vector<RedirectCheck> checks;
    for (const RedirectRule& rule : platform->redirectRules)
        checks.push_back({toQString(rule.rule), check.stateOf(rule), visibleText(toQString(rule.text)), rule.source, {}});
    return checks;
}

bool isRegistered(const QString& address, const QStringList& registered, const QString& portWildcard)
{
    if (registered.contains(address))
        return true;
    const QUrl url(address, QUrl::StrictMode);
    if (portWildcard.isEmpty() || !url.isValid() || url.port() <= 0)
        return false;
    const QString port = u':' + QString::number(url.port());
    const qsizetype at = address.indexOf(port, address.indexOf(u"://"_s) + 3);
    QString wildcard = address;
    wildcard.replace(at, port.size(), u':' + portWildcard);
    return at > 0 && registered.contains(wildcard);
}

} // namespace scopes
