#include "workspace/OverlaySession.h"

#include "document/BoundedFile.h"
#include "request/AppliedOverlay.h"
#include "workspace/FileWatch.h"

#include <QFileInfo>

#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
std::map<QString, std::optional<T>> editOf(const std::map<QString, T>& before, const std::map<QString, T>& after)
{
    std::map<QString, std::optional<T>> edit;
    for (const auto& [name, item] : before) {
        if (!after.contains(name))
            edit.emplace(name, std::nullopt);
    }
    for (const auto& [name, item] : after) {
        const auto old = before.find(name);
        if (old == before.end() || !(old->second == item))
            edit.emplace(name, item);
    }
    return edit;
}

template <typename T>
std::map<QString, std::optional<T>> applyTo(std::map<QString, T>& items, const std::map<QString, std::optional<T>>& edit)
{
    std::map<QString, std::optional<T>> inverse;
    for (const auto& [name, item] : edit) {
        const auto old = items.find(name);
        inverse.emplace(name, old == items.end() ? std::nullopt : std::optional<T>(old->second));
        if (item)
            items.insert_or_assign(name, *item);
        else
            items.erase(name);
    }
    return inverse;
}

/// Reads the file at the path of @p catalog.
void readOverlayOf(OverlaidCatalog& catalog)
{
    catalog.overlay = {};
    catalog.overlay.catalog = catalog.base->id();
    catalog.content.reset();
    catalog.problems.clear();
    catalog.wasThere = QFileInfo::exists(catalog.path);
    if (!catalog.wasThere)
        return;
    auto bytes = readBounded(catalog.path, largestOverlay);
    auto file = bytes ? readOverlay(*bytes.value) : Result<Overlay>(std::move(bytes.problems));
    catalog.content = std::move(bytes.value);
    catalog.problems = std::move(file.problems);
    if (file)
        catalog.overlay = *std::move(file.value);
}

/// Puts a copy of the catalog with its overlay into the workspace while the window waits.
bool isAppliedAtOnce(const ScopeCatalog& catalog)
{
    constexpr int mostAtOnce = 50'000;
    return catalog.scopeCount() <= mostAtOnce;
}

} // namespace

OverlaidCatalog overlaid(const CatalogPointer& catalog, const QString& catalogPath)
{
    OverlaidCatalog ready{catalog, overlayPath(catalogPath, catalog->id()), false, {}, {}, {}, {}};
    readOverlayOf(ready);
    ready.catalog = withOverlay(catalog, ready.overlay);
    return ready;
}

OverlayEdit editBetween(const Overlay& before, const Overlay& after)
{
    return {editOf(before.notes, after.notes), editOf(before.scopes, after.scopes), editOf(before.settings, after.settings)};
}

OverlayEdit apply(const OverlayEdit& edit, Overlay& overlay)
{
    return {applyTo(overlay.notes, edit.notes), applyTo(overlay.scopes, edit.scopes), applyTo(overlay.settings, edit.settings)};
}

OverlaySession::OverlaySession(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_base(workspace.catalogPointer())
{
    m_untilWatch.setSingleShot(true);
    m_untilWatch.setInterval(500);
    connect(&m_untilWatch, &QTimer::timeout, this, &OverlaySession::watch);
}

OverlaySession::~OverlaySession() = default;

void OverlaySession::take(OverlaidCatalog ready)
{
    m_applying.cancel();
    const bool isOther = bringUpToDate(ready);
    m_base = std::move(ready.base);
    m_path = std::move(ready.path);
    m_wasThere = ready.wasThere;
    m_content = std::move(ready.content);
    m_overlay = std::move(ready.overlay);
    m_problems = std::move(ready.problems);
    // From what was read: another change since then is noticed too.
    if (m_watch != nullptr)
        m_watch->stop();
    m_untilWatch.start();
    if (isOther && isAppliedAtOnce(*m_base))
        ready.catalog = withOverlay(m_base, m_overlay);
    if (ready.catalog != m_workspace.catalogPointer())
        m_workspace.setCatalog(std::move(ready.catalog));
    Q_EMIT taken();
    if (isOther && !isAppliedAtOnce(*m_base))
        applyOverlay();
}

/// Puts what was changed here since over what was read some time ago. True if the overlay is not that of the catalog any more.
bool OverlaySession::bringUpToDate(OverlaidCatalog& ready) const
{
    const Overlay read = ready.overlay;
    // What others have written since then is left to the watch, which has it told.
    if (m_written.contains(ready.path) && readBounded(ready.path, largestOverlay).value != ready.content)
        readOverlayOf(ready);
    if (const auto unsaved = m_unsaved.find(ready.path); unsaved != m_unsaved.end() && !hasErrors(ready.problems))
        apply(unsaved->second.edit, ready.overlay);
    return !(ready.overlay == read);
}

void OverlaySession::reload()
{
    OverlaidCatalog read{m_base, m_path, false, {}, {}, {}, {}};
    readOverlayOf(read);
    bringUpToDate(read);
    m_wasThere = read.wasThere;
    m_content = std::move(read.content);
    m_overlay = std::move(read.overlay);
    m_problems = std::move(read.problems);
    applyOverlay();
}

/// To put an overlay into a catalog is to copy all of it but its texts.
void OverlaySession::applyOverlay()
{
    m_applying.cancel();
    if (isAppliedAtOnce(*m_base)) {
        show(withOverlay(m_base, m_overlay));
        return;
    }
    m_applying.start([this, base = m_base, overlay = m_overlay](const LatestTask::Link& link) -> LatestTask::Finish {
        if (!link.isWanted())
            return {}; // several steps were undone at once
        return [this, catalog = withOverlay(base, overlay)] { show(catalog); };
    });
}

void OverlaySession::show(const CatalogPointer& catalog)
{
    Q_EMIT aboutToApply();
    m_workspace.setCatalog(catalog);
    Q_EMIT applied();
}

void OverlaySession::watch()
{
    if (m_watch == nullptr) {
        m_watch = std::make_unique<FileWatch>();
        connect(m_watch.get(), &FileWatch::changed, this, &OverlaySession::readChanged);
        connect(m_watch.get(), &FileWatch::vanished, this, &OverlaySession::readChanged);
        connect(m_watch.get(), &FileWatch::cameBack, this, &OverlaySession::readChanged);
    }
    if (m_content) {
        m_watch->watch(m_path, *std::exchange(m_content, std::nullopt));
        return;
    }
    m_watch->watch(m_path);
    // One that was refused is so still, unless it can be read now.
    const bool isThere = QFileInfo::exists(m_path);
    if (isThere != m_wasThere || (isThere && readBounded(m_path, largestOverlay)))
        readChanged();
}

void OverlaySession::readChanged()
{
    m_untilWatch.stop();
    reload();
    m_content.reset();
    Q_EMIT readAgain();
}

bool OverlaySession::change(const OverlayPlace& place, const Overlay& before, const Overlay& after, const QString& undoText,
    const std::function<void()>& besides)
{
    OverlayEdit made = editBetween(before, after);
    if (made.isEmpty())
        return true;
    std::optional<OverlayEdit> inverse = edit(place, made);
    if (!inverse)
        return false; // before there is a step: one that did nothing would cost the user the steps that can be redone
    QUndoStack& steps = m_workspace.undoStack();
    if (besides)
        steps.beginMacro(undoText);
    steps.push(new ChangeOverlay(*this, place, std::move(made), *std::move(inverse), undoText));
    if (besides) {
        besides();
        steps.endMacro();
    }
    return true;
}

std::optional<OverlayEdit> OverlaySession::edit(const OverlayPlace& place, const OverlayEdit& edit)
{
    // Others may have written to the file meanwhile: a colleague's change that version control brought, for instance.
    const auto& [path, catalogId] = place;
    const bool isOpen = path == m_path;
    Overlay held;
    Overlay overlay = isOpen ? m_overlay : Overlay();
    Problems notes;
    if (QFileInfo::exists(path)) {
        auto file = readOverlayFile(path);
        if (!file) {
            Q_EMIT notChanged(path, file.problems);
            return {};
        }
        held = *std::move(file.value);
        overlay = held;
        notes = std::move(file.problems);
    }
    if (const auto unsaved = m_unsaved.find(path); unsaved != m_unsaved.end())
        apply(unsaved->second.edit, overlay);
    overlay.catalog = isOpen ? m_base->id() : overlay.catalog.isEmpty() ? catalogId : overlay.catalog;
    OverlayEdit inverse = apply(edit, overlay);
    const QString why = writeOverlay(path, overlay);
    OverlayEdit unsaved = why.isEmpty() ? OverlayEdit() : editBetween(held, overlay);
    const bool isSaved = unsaved.isEmpty(); // also what was undone
    if (why.isEmpty())
        m_written.insert(path);
    const QString notKept = isSaved ? QString() : m_kept.keep(path, held, overlay);
    m_endangered.erase(path);
    if (isSaved) {
        m_unsaved.erase(path);
        m_kept.forget(path);
    } else {
        m_unsaved.insert_or_assign(path, Unsaved{overlay.catalog, std::move(unsaved)});
        if (!notKept.isEmpty())
            m_endangered.emplace(path, overlay);
    }
    if (isOpen) {
        // What is written here is no other program's change.
        if (why.isEmpty() && m_untilWatch.isActive())
            m_content = overlay.toBytes();
        else if (why.isEmpty() && m_watch != nullptr)
            m_watch->watch(path, overlay.toBytes());
        m_overlay = std::move(overlay);
        m_problems = std::move(notes);
        applyOverlay();
    }
    if (isSaved)
        Q_EMIT saved(path);
    else
        Q_EMIT notSaved(path, why, notKept);
    return inverse;
}

void OverlaySession::saveAgain(const QString& path)
{
    if (const auto unsaved = m_unsaved.find(path); unsaved != m_unsaved.end())
        edit({path, unsaved->second.catalogId}, {});
}

bool OverlaySession::putBack(const KeptOverlayEdit& kept, bool preferKept, const QString& undoText)
{
    const Overlay now = m_overlay;
    if (!change(place(), now, scopes::putBack(kept, now, preferKept).overlay, undoText))
        return false;
    if (!m_endangered.contains(m_path))
        KeptOverlayEdits::discard(kept);
    return true;
}

ChangeOverlay::ChangeOverlay(
    OverlaySession& session, OverlayPlace place, OverlayEdit edit, OverlayEdit inverse, const QString& text)
    : m_session(session)
    , m_place(std::move(place))
    , m_edit(std::move(edit))
    , m_inverse(std::move(inverse))
{
    setText(text);
}

void ChangeOverlay::redo()
{
    if (std::exchange(m_isMade, true))
        return;
    if (auto inverse = m_session.edit(m_place, m_edit))
        m_inverse = *std::move(inverse);
}

void ChangeOverlay::undo()
{
    m_isMade = false;
    m_session.edit(m_place, m_inverse);
}

} // namespace scopes
