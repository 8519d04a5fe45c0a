#include "workspace/Workspace.h"

#include "workspace/SelectionCommands.h"

#include <QSet>

#include <algorithm>

namespace scopes {

Workspace::Workspace(CatalogPointer catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(std::move(catalog))
{
    m_formatId = providersFormatId();
    markAll();
}

Workspace::~Workspace() = default;

void Workspace::setCatalog(CatalogPointer catalog)
{
    // Nobody has chosen the format of a request in which nothing has been done.
    const bool followsProvider =
        !m_isFormatInFile && m_selection.isEmpty() && m_undoStack.count() == 0 && m_formatId == providersFormatId();
    Q_EMIT catalogAboutToChange();
    m_catalog = std::move(catalog);
    markAll();
    markApproved();
    Q_EMIT catalogChanged();
    if (followsProvider && m_formatId != providersFormatId())
        applyFormat(providersFormatId());
}

void Workspace::setProfile(AppProfilePointer profile)
{
    m_profile = std::move(profile);
    markApproved();
    Q_EMIT profileChanged();
}

QString Workspace::providersFormatId() const
{
    return formatIdOf(m_catalog->separator());
}

QString Workspace::formatIdOf(const QString& separator)
{
    if (separator == u","_s)
        return u"comma"_s;
    return separator == u"\n"_s ? u"newline"_s : u"space"_s;
}

FormatOptions Workspace::formatOptions() const
{
    FormatOptions options;
    options.separator = m_catalog->separator();
    return options;
}

FormattedText Workspace::scopeString() const
{
    return format(m_formatId, m_selection.names(), formatOptions());
}

void Workspace::addScopes(const QStringList& names)
{
    insertScopes(static_cast<int>(m_selection.size()), names);
}

void Workspace::insertScopes(int row, const QStringList& names)
{
    QStringList added;
    QSet<QString> seen;
    for (const QString& name : names) {
        if (name.isEmpty() || m_selection.contains(name) || seen.contains(name))
            continue;
        seen.insert(name);
        added.append(name);
    }
    if (!added.isEmpty())
        m_undoStack.push(new InsertScopes(*this, std::clamp(row, 0, static_cast<int>(m_selection.size())), added));
}

void Workspace::removeScopes(const QStringList& names)
{
    const QSet<QString> unwanted(names.begin(), names.end());
    std::vector<PlacedName> placed;
    for (qsizetype row = 0; row < m_selection.size(); ++row) {
        if (unwanted.contains(m_selection.at(row)))
            placed.push_back({row, m_selection.at(row)});
    }
    if (!placed.empty())
        m_undoStack.push(new RemoveScopes(*this, std::move(placed)));
}

void Workspace::replaceScopes(const QStringList& names)
{
    // An empty name cannot be kept in a file, and no provider has one.
    QStringList wanted = names;
    wanted.removeAll(QString());
    const Selection after(wanted);
    if (after == m_selection)
        return;
    const QString text = after.isEmpty() ? tr("Clear the Request") : tr("Replace the Request");
    m_undoStack.push(new ReplaceScopes(*this, after.names(), text));
}

void Workspace::moveScopes(int first, int to, int count)
{
    const auto size = static_cast<int>(m_selection.size());
    if (count < 1 || first < 0 || count > size || first > size - count)
        return;
    to = std::clamp(to, 0, size - count);
    if (to != first)
        m_undoStack.push(new MoveScopes(*this, first, to, count));
}

void Workspace::setTicked(const std::vector<ScopeId>& scopes, bool ticked)
{
    if (ticked)
        addScopes(namesOf(scopes));
    else
        removeScopes(namesOf(scopes));
}

void Workspace::invert(const std::vector<ScopeId>& scopes)
{
    QSet<QString> unticked;
    QStringList added;
    for (const ScopeId id : scopes) {
        const QString name = toQString(m_catalog->scope(id).name);
        if (m_ticked.contains(id))
            unticked.insert(name);
        else
            added.append(name);
    }
    QStringList after;
    for (const QString& name : m_selection.names()) {
        if (!unticked.contains(name))
            after.append(name);
    }
    after += added;
    if (after != m_selection.names())
        m_undoStack.push(new ReplaceScopes(
            *this, after, scopes.size() == 1 ? tr("Invert 1 Scope") : tr("Invert %L1 Scopes").arg(scopes.size())));
}

void Workspace::setFormat(const QString& formatId)
{
    if (formatId != m_formatId && scopeFormat(formatId) != nullptr)
        m_undoStack.push(new SetFormat(*this, formatId));
}

RequestFile Workspace::request() const
{
    return {m_requestCatalog.isEmpty() ? m_catalog->id() : m_requestCatalog, m_formatId, m_selection.names(), m_otherMembers,
        m_calls.names()};
}

void Workspace::load(const RequestFile& request, bool isInFile)
{
    m_requestCatalog = request.catalog;
    m_isFormatInFile = isInFile && scopeFormat(request.format) != nullptr;
    m_otherMembers = request.others;
    readReview();
    m_calls = CallSelection(request.calls);
    Q_EMIT callsChanged({});
    replaceAll(request.scopes);
    applyFormat(scopeFormat(request.format) != nullptr ? request.format : providersFormatId());
    Q_EMIT reviewChanged();
    m_undoStack.clear();
    m_undoStack.setClean();
}

void Workspace::keepAsInFile()
{
    m_requestCatalog = request().catalog;
    m_isFormatInFile = true;
}

void Workspace::insertAt(const std::vector<PlacedName>& names)
{
    SelectionChange change;
    const auto first = static_cast<int>(names.front().position);
    const auto count = static_cast<int>(names.size());
    if (names.back().position == first + count - 1)
        change = {SelectionChange::Kind::Insert, first, count, 0};
    QStringList inserted;
    for (const PlacedName& placed : names)
        inserted.append(placed.name);
    Q_EMIT selectionAboutToChange(change);
    m_selection.insert(names);
    const auto touched = mark(inserted, true);
    Q_EMIT selectionChanged(change, touched);
}

void Workspace::takeOut(const QStringList& names)
{
    const SelectionChange change = removalOf(names);
    Q_EMIT selectionAboutToChange(change);
    m_selection.remove(names);
    const auto touched = mark(names, false);
    Q_EMIT selectionChanged(change, touched);
}

void Workspace::moveRows(int first, int to, int count)
{
    const SelectionChange change{SelectionChange::Kind::Move, first, count, to};
    Q_EMIT selectionAboutToChange(change);
    const bool moved = m_selection.move(first, to, count);
    Q_ASSERT(moved);
    Q_UNUSED(moved)
    Q_EMIT selectionChanged(change, {});
}

void Workspace::replaceAll(const QStringList& names)
{
    Q_EMIT selectionAboutToChange({});
    const ScopeSet before = m_ticked;
    m_selection.replace(names);
    markAll();
    std::vector<ScopeId> touched;
    ScopeSet added = m_ticked;
    added -= before;
    ScopeSet changed = before;
    changed -= m_ticked;
    changed |= added;
    changed.forEach([&](ScopeId id) { touched.push_back(id); });
    Q_EMIT selectionChanged({}, touched);
}

void Workspace::applyFormat(const QString& formatId)
{
    m_formatId = formatId;
    Q_EMIT formatChanged();
}

SelectionChange Workspace::removalOf(const QStringList& names) const
{
    const QSet<QString> unwanted(names.begin(), names.end());
    int first = -1;
    int last = -1;
    for (int row = 0; row < m_selection.size(); ++row) {
        if (!unwanted.contains(m_selection.at(row)))
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    const auto count = static_cast<int>(names.size());
    if (first >= 0 && last - first + 1 == count)
        return {SelectionChange::Kind::Remove, first, count, 0};
    return {};
}

std::vector<ScopeId> Workspace::mark(const QStringList& names, bool ticked)
{
    std::vector<ScopeId> touched;
    touched.reserve(static_cast<std::size_t>(names.size()));
    for (const QString& name : names) {
        const ScopeId id = m_catalog->find(name);
        if (id == noId || m_ticked.contains(id) == ticked)
            continue;
        m_ticked.set(id, ticked);
        m_tickedInTopic[static_cast<std::size_t>(m_catalog->scope(id).topic)] += ticked ? 1 : -1;
        touched.push_back(id);
    }
    return touched;
}

void Workspace::markAll()
{
    m_ticked = ScopeSet(m_catalog->scopeCount());
    m_tickedInTopic.assign(static_cast<std::size_t>(m_catalog->topicCount()), 0);
    mark(m_selection.names(), true);
}

void Workspace::markApproved()
{
    m_approved.reset();
    if (m_profile == nullptr || (!m_profile->catalog.isEmpty() && m_profile->catalog != m_catalog->id()))
        return;
    m_approved.emplace(m_catalog->scopeCount());
    for (const QString& name : m_profile->approved) {
        const ScopeId id = m_catalog->find(name);
        if (id != noId)
            m_approved->insert(id);
    }
}

QStringList Workspace::namesOf(const std::vector<ScopeId>& scopes) const
{
    QStringList names;
    names.reserve(static_cast<qsizetype>(scopes.size()));
    for (const ScopeId id : scopes)
        names.append(toQString(m_catalog->scope(id).name));
    return names;
}

} // namespace scopes
