#include "models/PaletteModel.h"

#include "document/VisibleText.h"
#include "models/FuzzyMatch.h"
#include "search/Completions.h"
#include "search/Folding.h"

#include <QIcon>
#include <QKeySequence>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// An action's text without its mnemonic, '…' and all, behind its group.
QString plainText(const PaletteAction& one)
{
    QString text = one.action->text();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&')
            text.remove(i, 1);
    }
    return one.group.isEmpty() ? text : one.group + u": "_s + text;
}

std::string withoutSpaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// A scope's name as fold() gives it. Nearly all names are ASCII, for which a copy in lower case is the same and fast.
std::string_view foldedName(Text name, std::string& buffer)
{
    buffer.clear();
    for (const char c : name) {
        if (static_cast<unsigned char>(c) >= 0x80 || static_cast<unsigned char>(c) < 0x20) {
            buffer = fold(name);
            break;
        }
        buffer += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return buffer;
}

} // namespace

PaletteModel::PaletteModel(const Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::selectionChanged, this, &PaletteModel::refreshScopes);
    connect(&workspace, &Workspace::catalogAboutToChange, this, &PaletteModel::clear);
    setTyped({});
}

void PaletteModel::setActions(const QList<PaletteAction>& actions)
{
    m_actions = actions;
    setTyped({});
}

void PaletteModel::setTyped(const QString& typed)
{
    const QString text = typed.trimmed();
    const std::string folded = withoutSpaces(fold(text));
    const CatalogPointer catalog = m_workspace.catalogPointer();
    std::vector<Entry> actions = actionsFor(folded);
    m_finding.cancel();
    if (folded.empty())
        return show(best(std::move(actions)));
    if (catalog->scopeCount() <= mostAtOnce)
        return show(withScopes(std::move(actions), *catalog, text, folded));
    m_finding.start([this, actions, catalog, text, folded](const LatestTask::Link& link) -> LatestTask::Finish {
        return
            [this, entries = withScopes(actions, *catalog, text, folded, [&link] { return link.isWanted(); })] { show(entries); };
    });
}

void PaletteModel::show(std::vector<Entry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
    Q_EMIT found();
}

/// The first largestCount by their score; those alike stay in their order.
std::vector<PaletteModel::Entry> PaletteModel::best(std::vector<Entry> entries)
{
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& one, const Entry& other) {
        return one.score != other.score ? one.score > other.score : one.length < other.length;
    });
    if (entries.size() > largestCount)
        entries.resize(largestCount);
    return entries;
}

std::vector<PaletteModel::Entry> PaletteModel::actionsFor(const std::string& typed) const
{
    std::vector<Entry> found;
    for (int i = 0; i < m_actions.size(); ++i) {
        if (m_actions[i].action == nullptr)
            continue;
        const std::string text = fold(plainText(m_actions[i]));
        // Where nothing is typed, the order of the menus is the best.
        if (const auto score = fuzzyScore(typed, text))
            found.push_back({i, false, *score, typed.empty() ? 0 : text.size()});
    }
    return found;
}

/// The best of @p entries and of the catalog's scopes. Also in another thread.
std::vector<PaletteModel::Entry> PaletteModel::withScopes(std::vector<Entry> entries, const ScopeCatalog& catalog,
    const QString& text, const std::string& typed, const IsWanted& isWanted)
{
    constexpr std::size_t mostKept = 5000; // until the best of them are taken
    constexpr ScopeId askedEvery = 4096;
    std::string buffer;
    // Names that hold what was typed as it stands come before those that hold its letters only: where they fill the list,
    // a million other names need not be looked at.
    const std::vector<ScopeId> complete = completions(catalog, text, largestCount);
    const auto add = [&](ScopeId id, bool isNew) {
        const std::string_view name = foldedName(catalog.scope(id).name, buffer);
        const auto score = fuzzyScore(typed, name);
        if (score && (isNew || std::find(complete.begin(), complete.end(), id) == complete.end()))
            entries.push_back({id, true, *score, name.size()});
    };
    for (const ScopeId id : complete)
        add(id, true);
    const ScopeId others = complete.size() < largestCount ? catalog.scopeCount() : 0;
    for (ScopeId id = 0; id < others; ++id) {
        if (isWanted && id % askedEvery == 0 && !isWanted())
            return {};
        add(id, false);
        if (entries.size() > mostKept)
            entries = best(std::move(entries));
    }
    return best(std::move(entries));
}

const PaletteModel::Entry* PaletteModel::entryAt(const QModelIndex& index) const
{
    using Option = CheckIndexOption;
    return checkIndex(index, Option::IndexIsValid | Option::ParentIsInvalid) ? &m_entries[static_cast<std::size_t>(index.row())]
                                                                             : nullptr;
}

QAction* PaletteModel::actionAt(const QModelIndex& index) const
{
    const Entry* entry = entryAt(index);
    return entry != nullptr && !entry->isScope ? m_actions[entry->number].action.data() : nullptr;
}

QString PaletteModel::scopeAt(const QModelIndex& index) const
{
    const Entry* entry = entryAt(index);
    return entry != nullptr && entry->isScope ? toQString(m_workspace.catalog().scope(entry->number).name) : QString();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const Entry* entry = entryAt(index);
    if (entry == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*entry);
    case Qt::DecorationRole:
        if (const QAction* action = actionAt(index); action != nullptr && !action->icon().isNull())
            return action->icon();
        break;
    case HintRole:
        return hintOf(*entry);
    case IsScopeRole:
        return entry->isScope;
    case Qt::AccessibleTextRole: {
        const QString hint = hintOf(*entry);
        return hint.isEmpty() ? textOf(*entry) : tr("%1, %2").arg(textOf(*entry), hint);
    }
    default:
        break;
    }
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (entryAt(index) == nullptr)
        return Qt::NoItemFlags;
    const QAction* action = actionAt(index);
    const bool isOff = action != nullptr && !action->isEnabled();
    return isOff ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString PaletteModel::textOf(const Entry& entry) const
{
    if (entry.isScope)
        return visibleText(toQString(m_workspace.catalog().scope(entry.number).name), 200);
    const PaletteAction& one = m_actions[entry.number];
    return one.action != nullptr ? plainText(one) : QString();
}

QString PaletteModel::hintOf(const Entry& entry) const
{
    if (entry.isScope)
        return m_workspace.ticked().contains(entry.number) ? tr("requested") : QString();
    const QAction* action = m_actions[entry.number].action;
    if (action == nullptr)
        return {};
    QString keys = action->shortcut().toString(QKeySequence::NativeText);
    if (!action->isChecked())
        return keys;
    return keys.isEmpty() ? tr("on") : tr("%1, on").arg(keys);
}

void PaletteModel::refreshScopes()
{
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {HintRole, Qt::AccessibleTextRole});
}

void PaletteModel::clear()
{
    m_finding.cancel();
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

} // namespace scopes
