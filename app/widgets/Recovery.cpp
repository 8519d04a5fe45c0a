#include "widgets/Recovery.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/Notices.h"
#include "widgets/RequestFiles.h"
#include "workspace/Autosave.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Recovery", text);
}

/// 'login.scopes.json (3 scopes, 23 Nov 2026 12:30)'
QString nameOf(const Autosave::Leftover& leftover)
{
    const QString name =
        leftover.path.isEmpty() ? tr("An untitled request") : visibleText(QFileInfo(leftover.path).fileName(), 120);
    return tr("%1 (%2, %3)")
        .arg(name, scopeCount(leftover.request.scopes.size()),
            QLocale().toString(leftover.time.toLocalTime(), QLocale::ShortFormat));
}

void offer(Autosave& autosave, RequestFiles& files, Notices& notices, const Autosave::Leftover& leftover)
{
    const auto restore = [&autosave, &files, leftover] {
        if (files.mayGoOn())
            autosave.recover(leftover);
    };
    notices.add(u"leftover/"_s + leftover.id, tr("%1 was not saved when the program last ended.").arg(nameOf(leftover)),
        {{tr("&Restore"), restore}, {tr("Dis&card"), [&autosave, leftover] { autosave.discard(leftover); }}});
}

} // namespace

void recoverRequests(Autosave& autosave, RequestFiles& files, Notices& notices, bool mayRestore)
{
    constexpr std::size_t mostOffers = 3; // more would leave no room for the scopes; the others stay for the next start
    const Autosave::Leftovers found = autosave.recoverable();
    for (const QString& message : found.messages)
        notices.add(u"autosave"_s, message);
    std::size_t first = 0;
    if (mayRestore && !found.requests.empty()) {
        const Autosave::Leftover& newest = found.requests.front();
        autosave.recover(newest);
        notices.add(
            u"restored"_s, tr("%1 was restored: the program ended before it was saved. Save it to keep it.").arg(nameOf(newest)));
        first = 1;
    }
    for (std::size_t i = first; i < std::min(found.requests.size(), mostOffers); ++i)
        offer(autosave, files, notices, found.requests[i]);
}

} // namespace scopes
