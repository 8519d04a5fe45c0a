#include "request/Overlay.h"

#include "document/BoundedFile.h"
#include "document/VisibleText.h"
#include "document/WholeFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QUrl>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

struct Overlays
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

QJsonObject asJson(const OwnText& own, const QString& member)
{
    QJsonObject object = own.others;
    object.insert(u"date"_s, own.date);
    object.insert(member, own.text);
    return object;
}

QJsonObject asJson(const OwnScope& scope)
{
    QJsonObject object = scope.others;
    object.insert(u"date"_s, scope.date);
    object.insert(u"definition"_s, scope.definition);
    object.insert(u"topic"_s, scope.topic);
    if (scope.userDisplay)
        object.insert(u"userDisplay"_s, *scope.userDisplay);
    return object;
}

QString inWords(const OwnText& own)
{
    return Overlays::tr("%1 (%2)").arg(own.text, own.date);
}

QString inWords(const OwnScope& scope)
{
    const QString user = scope.userDisplay ? Overlays::tr("; the user reads: %1").arg(*scope.userDisplay) : QString();
    return Overlays::tr("%1: %2%3 (%4)").arg(scope.topic, scope.definition, user, scope.date);
}

/// True if two items say the same, whatever their days are.
bool sayTheSame(OwnText mine, const OwnText& theirs)
{
    mine.date = theirs.date;
    return mine == theirs;
}

bool sayTheSame(OwnScope mine, const OwnScope& theirs)
{
    mine.date = theirs.date;
    return mine == theirs;
}

template <typename T>
void mergePart(std::map<QString, T>& mine, const std::map<QString, T>& theirs, OverlayConflict::Part part, bool preferTheirs,
    OverlayMerge& result)
{
    for (const auto& [name, item] : theirs) {
        const auto [place, isNew] = mine.try_emplace(name, item);
        if (isNew) {
            ++result.added;
            continue;
        }
        if (sayTheSame(place->second, item))
            continue;
        result.conflicts.push_back({part, name, inWords(place->second), inWords(item)});
        if (preferTheirs)
            place->second = item;
    }
}

} // namespace

QByteArray Overlay::toBytes() const
{
    QJsonObject ownNotes;
    for (const auto& [name, note] : notes)
        ownNotes.insert(name, asJson(note, u"text"_s));
    QJsonObject ownScopes;
    for (const auto& [name, scope] : scopes)
        ownScopes.insert(name, asJson(scope));
    QJsonObject ownSettings;
    for (const auto& [id, setting] : settings)
        ownSettings.insert(id, asJson(setting, u"value"_s));
    QJsonObject object = others;
    object.insert(u"catalog"_s, catalog);
    object.insert(u"format"_s, u"scope-explorer-overlay"_s);
    object.insert(u"notes"_s, ownNotes);
    object.insert(u"scopes"_s, ownScopes);
    object.insert(u"settings"_s, ownSettings);
    object.insert(u"version"_s, 1);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

std::vector<OverlaySetting> overlaySettings()
{
    return {{u"separator"_s, Overlays::tr("Separator of scopes"), u" "_s, Overlays::tr("RFC 6749, section 3.3")},
        {u"scopeParameter"_s, Overlays::tr("Parameter of the scopes"), u"scope"_s, Overlays::tr("RFC 6749, section 3.3")},
        {u"clientParameter"_s, Overlays::tr("Parameter of the client identifier"), u"client_id"_s,
            Overlays::tr("RFC 6749, section 4.1.1")},
        {u"authorizationEndpoint"_s, Overlays::tr("Authorization endpoint"), {}, {}},
        {u"tokenEndpoint"_s, Overlays::tr("Token endpoint"), {}, {}}};
}

QString settingProblem(const QString& id, const QString& value)
{
    if (id == "separator"_L1) {
        const bool isOne = value.toUcs4().size() == 1 && value.isValidUtf16();
        return isOne && (value == u"\n"_s || !isInvisible(value.toUcs4().constFirst()))
            ? QString()
            : Overlays::tr("A separator is exactly one character that can be seen, a space or a line feed.");
    }
    if (id.endsWith(u"Endpoint")) {
        const QUrl address(value, QUrl::StrictMode);
        const bool isGood = address.isValid() && address.scheme() == "https"_L1 && !address.host().isEmpty()
            && !address.hasFragment() && value.startsWith(u"https://");
        return isGood ? QString()
                      : Overlays::tr("An endpoint is an absolute address that begins with https:// and has no fragment (RFC "
                                     "6749, sections 3.1 and 3.2).");
    }
    const bool isName = !value.isEmpty() && value.size() <= 200 && std::all_of(value.begin(), value.end(), [](QChar unit) {
        return unit.unicode() < 0x80 && (unit.isLetterOrNumber() || unit == u'-' || unit == u'.' || unit == u'_');
    });
    return isName ? QString()
                  : Overlays::tr("A parameter’s name has letters, digits, hyphens, dots and underscores only (RFC 6749, "
                                 "appendix A).");
}

Result<Overlay> readOverlayFile(const QString& path)
{
    const auto content = readBounded(path, largestOverlay);
    if (!content)
        return content.problems;
    return readOverlay(*content.value);
}

QString writeOverlay(const QString& path, const Overlay& overlay)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return Overlays::tr("The folder %1 cannot be made.").arg(visibleText(QDir::toNativeSeparators(folder), 300));
    return writeWholeFile(path, overlay.toBytes());
}

QString overlayPath(const QString& catalogPath, const QString& catalogId)
{
    const QString ending = u".overlay.json"_s;
    QString kept = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/scope-explorer/overlays/"_s
        + catalogId + ending;
    const QFileInfo file(catalogPath);
    if (catalogPath.isEmpty() || !file.isFile())
        return kept;
    QString beside = file.absoluteFilePath() + ending;
    if (QFileInfo::exists(beside) || QFileInfo(beside).isSymLink())
        return beside;
    return QFileInfo::exists(kept) || !QFileInfo(file.absolutePath()).isWritable() ? kept : beside;
}

OverlayMerge merge(const Overlay& mine, const Overlay& theirs, bool preferTheirs)
{
    OverlayMerge result{mine, {}, 0};
    mergePart(result.merged.notes, theirs.notes, OverlayConflict::Part::Note, preferTheirs, result);
    mergePart(result.merged.scopes, theirs.scopes, OverlayConflict::Part::Scope, preferTheirs, result);
    mergePart(result.merged.settings, theirs.settings, OverlayConflict::Part::Setting, preferTheirs, result);
    for (auto other = theirs.others.begin(); other != theirs.others.end(); ++other) {
        if (!result.merged.others.contains(other.key()))
            result.merged.others.insert(other.key(), other.value());
    }
    return result;
}

} // namespace scopes
