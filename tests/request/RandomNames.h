#pragma once

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

#include <array>

/// Lists of names for tests of randomness.
namespace scopes::tests {

using namespace Qt::StringLiterals;

/// Up to 12 code points of any plane, most of them such as some format gives a meaning to. Valid UTF-16, never empty.
inline QString hostileName(QRandomGenerator& random)
{
    static constexpr auto special = std::to_array<char32_t>(
        {U'\'', U'"', U'\\', U'`', U'$', U'#', U'{', U'}', U'@', U'(', U')', U'?', U'/', U'%', U'+', U'&', U'=', U',', U';', U':',
            U'-', U'~', U'!', U' ', U'\t', U'\n', U'\r', U'\0', U'\a', U'\x1b', U'\x7f', U'u', U'U', U'x', U'n', U'0', U'7', U'1',
            U'8', U'a', U'\u0080', U'\u0085', U'\u009f', U'\u00a0', U'\u00e9', U'\u0301', U'\u200b', U'\u202e', U'\u2028',
            U'\u2029', U'\ufeff', U'\ufffd', U'\ufffe', U'\uffff', U'\U0001f600', U'\U000e0001', U'\U0010ffff'});
    QString name;
    const int length = random.bounded(1, 13);
    for (int i = 0; i < length; ++i) {
        char32_t codePoint = special[random.bounded(static_cast<quint32>(special.size()))];
        if (random.bounded(4) == 0)
            codePoint = static_cast<char32_t>(random.bounded(0x10ffff));
        if (!QChar::isSurrogate(codePoint))
            name += QString::fromUcs4(&codePoint, 1);
    }
    return name.isEmpty() ? u"a"_s : name;
}

/// A name as providers have them: letters, digits and . _ : / - with a letter or digit at both ends.
inline QString realisticName(QRandomGenerator& random)
{
    static const QStringList known{u"user.info.basic"_s, u"video.list"_s, u"no"_s, u"yes"_s, u"on"_s, u"null"_s, u"true"_s,
        u"1e3"_s, u"0x1f"_s, u"2001-01-01"_s, u"12:30:45"_s, u"1_000"_s, u"openid"_s, u"offline_access"_s, u"scope:read"_s,
        u"scopes:admin"_s, u"export"_s, u"https://www.googleapis.com/auth/gmail.readonly"_s,
        u"https://graph.microsoft.com/Mail.Read"_s, u"urn:ietf:params:oauth:scope:x"_s, u"read:user"_s, u"api://app-id/access"_s};
    if (random.bounded(3) == 0)
        return known.at(random.bounded(static_cast<int>(known.size())));
    static const QString ends = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"_s;
    static const QString inner = ends + u"._:/-._:/-"_s;
    QString name(ends.at(random.bounded(static_cast<int>(ends.size()))));
    const int length = random.bounded(0, 24);
    for (int i = 0; i < length; ++i)
        name += inner.at(random.bounded(static_cast<int>(inner.size())));
    return name + ends.at(random.bounded(static_cast<int>(ends.size())));
}

/// One to @p most names of that making.
inline QStringList randomList(QRandomGenerator& random, int most, QString (*make)(QRandomGenerator&))
{
    QStringList names;
    const int count = random.bounded(1, most + 1);
    for (int i = 0; i < count; ++i)
        names.append(make(random));
    return names;
}

} // namespace scopes::tests
