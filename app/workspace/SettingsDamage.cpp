#include "workspace/SettingsDamage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestSettings = qint64(4) * 1024 * 1024;

QString tr(const char* sentence)
{
    return QCoreApplication::translate("Settings", sentence);
}

/// Why these bytes are no settings that this program wrote, or nothing.
QString damageIn(const QByteArray& content)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(content);
    if (decoder.hasError())
        return tr("it is not text in UTF-8");
    const auto isJunk = [](QChar unit) { return unit < u' ' && unit != u'\n' && unit != u'\r' && unit != u'\t'; };
    if (std::any_of(text.begin(), text.end(), isJunk))
        return tr("it holds control characters");
    // QSettings would build any type of any size from such a value. None is ever written here.
    static const QRegularExpression variant(u"[=,]\\s*\"?@Variant\\("_s);
    if (text.contains(variant))
        return tr("it holds a value of a kind that is never written there");
    return {};
}

} // namespace

QString settingsDamage(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists() || (info.isFile() && info.size() == 0))
        return {};
    if (info.isDir())
        return tr("it is a folder");
    if (!info.isFile())
        return tr("it is a special file (a pipe, a socket or a device)");
    if (info.size() > largestSettings)
        return tr("it has %1 bytes, more than settings ever need").arg(info.size());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("it cannot be read (%1)").arg(file.errorString());
    return damageIn(file.read(largestSettings));
}

} // namespace scopes
