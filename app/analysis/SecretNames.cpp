#include "analysis/SecretNames.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Inspection", text);
}

/// False for a name that surely ends like none of those below, which is most words of most texts.
bool mayEndAsSecret(QStringView name)
{
    const char16_t last = name.back().toLower().unicode();
    const char16_t before = name[name.size() - 2].toLower().unicode();
    const auto isLeftOut = [](char16_t unit) { return unit == u'-' || unit == u'_' || unit > 0x7F; };
    if (isLeftOut(last) || isLeftOut(before))
        return true;
    return (before == u'e' && (last == u't' || last == u'y' || last == u'n' || last == u'r'))
        || ((before == u'r' || before == u'w') && last == u'd') || (before == u'd' && last == u'e');
}

} // namespace

QString secretName(QStringView identifier)
{
    constexpr qsizetype longest = 80;
    if (identifier.size() < 4 || identifier.size() > longest || !mayEndAsSecret(identifier))
        return {};
    QString name = identifier.toString().toLower();
    name.remove(u'-').remove(u'_');
    if (name.endsWith(u"secret") || name.endsWith(u"secretkey"))
        return tr("a secret");
    if (name.endsWith(u"accesstoken") || name.endsWith(u"refreshtoken") || name.endsWith(u"idtoken") || name.endsWith(u"apitoken")
        || name.endsWith(u"clienttoken") || name == "token"_L1 || name.endsWith(u"authtoken") || name.endsWith(u"bearertoken"))
        return tr("a token");
    if (name.endsWith(u"apikey"))
        return tr("an API key");
    if (name.endsWith(u"codeverifier"))
        return tr("a code verifier");
    if (name.endsWith(u"password") || name.endsWith(u"passwd") || name.endsWith(u"privatekey"))
        return tr("a password or private key");
    if (name.endsWith(u"authcode") || name.endsWith(u"authorizationcode") || name.endsWith(u"devicecode"))
        return tr("an authorization code");
    return {};
}

bool mayNameToken(QStringView identifier)
{
    constexpr qsizetype longest = 80;
    constexpr qsizetype shortest = 5;
    if (identifier.size() < shortest || identifier.size() > longest || !identifier.endsWith(u"token", Qt::CaseInsensitive))
        return false;
    static constexpr std::array<QStringView, 7> others{u"page", u"next", u"sync", u"continuation", u"csrf", u"xsrf", u"cursor"};
    return std::none_of(
        others.begin(), others.end(), [&](QStringView other) { return identifier.contains(other, Qt::CaseInsensitive); });
}

} // namespace scopes
