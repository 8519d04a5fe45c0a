#include "workspace/KeptOverlayEdits.h"

#include "document/BoundedFile.h"
#include "document/VisibleText.h"
#include "document/WholeFile.h"
#include "workspace/Autosave.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

const QString suffix = u".overlay-edit.json"_s; // NOLINT(cert-err58-cpp)

template <typename T>
const T* itemOf(const std::map<QString, T>& items, const QString& name)
{
    const auto found = items.find(name);
    return found == items.end() ? nullptr : &found->second;
}

template <typename T>
bool isSame(const T* one, const T* other)
{
    return one == nullptr || other == nullptr ? one == other : *one == *other;
}

/// Leaves in both only the items in which they differ.
template <typename T>
void keepDifferent(std::map<QString, T>& before, std::map<QString, T>& after)
{
    std::erase_if(before, [&](const auto& item) {
        const auto same = after.find(item.first);
        const bool isKept = same == after.end() || !(same->second == item.second);
        if (!isKept)
            after.erase(same);
        return !isKept;
    });
}

/// Puts one part of what was kept over what is there by now; what is in the way goes into @p mine and @p theirs.
template <typename T>
void putOver(std::map<QString, T>& now, const std::map<QString, T>& before, const std::map<QString, T>& after, bool preferKept,
    std::map<QString, T>& mine, std::map<QString, T>& theirs)
{
    for (const auto& [name, item] : after) {
        const T* const present = itemOf(now, name);
        const bool isInTheWay = present != nullptr && !(*present == item) && !isSame(present, itemOf(before, name));
        if (isInTheWay) {
            mine.emplace(name, item);
            theirs.emplace(name, *present);
        }
        if (!isInTheWay || preferKept)
            now.insert_or_assign(name, item);
    }
    for (const auto& [name, item] : before) {
        if (const T* const present = itemOf(now, name); !after.contains(name) && present != nullptr && *present == item)
            now.erase(name);
    }
}

QByteArray hashOf(const QString& path)
{
    return QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
}

QJsonObject asJson(const Overlay& overlay)
{
    return QJsonDocument::fromJson(overlay.toBytes()).object();
}

/// One side of a kept change. The reader of overlays knows what is wrong with it.
Result<Overlay> sideOf(const QJsonObject& object, const QString& side)
{
    return readOverlay(QJsonDocument(object.value(side).toObject()).toJson());
}

/// What a file holds, or why it cannot be read.
Result<KeptOverlayEdit> readKept(const QString& file)
{
    const auto bytes = readBounded(file, 2 * largestOverlay);
    if (!bytes)
        return bytes.problems;
    const QJsonObject object = QJsonDocument::fromJson(*bytes.value).object();
    auto before = sideOf(object, u"before"_s);
    auto after = sideOf(object, u"after"_s);
    if (!before || !after)
        return before ? after.problems : before.problems;
    return KeptOverlayEdit{object.value(u"path"_s).toString(), *std::move(before.value), *std::move(after.value),
        QFileInfo(file).lastModified(), file};
}

} // namespace

PutBackOverlay putBack(const KeptOverlayEdit& kept, const Overlay& now, bool preferKept)
{
    PutBackOverlay result{now, {}};
    Overlay mine;
    Overlay theirs;
    putOver(result.overlay.notes, kept.before.notes, kept.after.notes, preferKept, mine.notes, theirs.notes);
    putOver(result.overlay.scopes, kept.before.scopes, kept.after.scopes, preferKept, mine.scopes, theirs.scopes);
    putOver(result.overlay.settings, kept.before.settings, kept.after.settings, preferKept, mine.settings, theirs.settings);
    result.conflicts = merge(mine, theirs, false).conflicts;
    return result;
}

KeptOverlayEdits::KeptOverlayEdits(QString folder)
    : m_folder(std::move(folder))
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

QString KeptOverlayEdits::standardFolder()
{
    return QDir::cleanPath(Autosave::standardFolder() + u"/../overlays"_s);
}

QString KeptOverlayEdits::fileOf(const QString& path) const
{
    return m_folder + u'/' + QString::fromLatin1(hashOf(path)) + u'.' + m_id + suffix;
}

QString KeptOverlayEdits::keep(const QString& path, const Overlay& held, const Overlay& mine) const
{
    Overlay before = held;
    Overlay after = mine;
    keepDifferent(before.notes, after.notes);
    keepDifferent(before.scopes, after.scopes);
    keepDifferent(before.settings, after.settings);
    before.others = {};
    after.others = {};
    before.catalog = after.catalog;
    if (!QDir().mkpath(m_folder))
        return tr("The folder %1 cannot be made.").arg(visibleText(QDir::toNativeSeparators(m_folder), 300));
    // What the user writes is nobody else's business.
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QJsonObject object{{u"path"_s, path}, {u"before"_s, asJson(before)}, {u"after"_s, asJson(after)}};
    return writeWholeFile(fileOf(path), QJsonDocument(object).toJson());
}

void KeptOverlayEdits::forget(const QString& path) const
{
    QFile::remove(fileOf(path));
}

KeptOverlayEdits::Leftovers KeptOverlayEdits::leftovers(const QString& path) const
{
    Leftovers found;
    const QDir folder(m_folder);
    const QStringList names = folder.entryList({QString::fromLatin1(hashOf(path)) + u".*"_s + suffix}, QDir::Files);
    for (const QString& name : names) {
        const QString file = folder.filePath(name);
        if (file == fileOf(path))
            continue;
        auto kept = readKept(file);
        if (kept) {
            found.edits.push_back(*std::move(kept.value));
            continue;
        }
        const QString aside = file + u".damaged"_s;
        QFile::remove(aside);
        QFile::rename(file, aside);
        found.messages +=
            tr("A change that was kept of %1 could not be read (%2) It was set aside as “%3”.")
                .arg(visibleText(QDir::toNativeSeparators(path), 300), visibleText(kept.problems.front().message, 500),
                    visibleText(QDir::toNativeSeparators(aside), 300));
    }
    std::stable_sort(found.edits.begin(), found.edits.end(),
        [](const KeptOverlayEdit& left, const KeptOverlayEdit& right) { return left.time < right.time; });
    return found;
}

void KeptOverlayEdits::discard(const KeptOverlayEdit& kept)
{
    QFile::remove(kept.keptIn);
}

} // namespace scopes
