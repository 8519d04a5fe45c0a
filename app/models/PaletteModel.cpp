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
    const std::string folded = withoutSpaces(fold(typed.trimmed()));
    std::vector<Entry> found;
    addActions(folded, found);
    if (!folded.empty())
        addScopes(typed.trimmed(), folded, found);

    const auto isBetter = [](const Entry& one, const Entry& other) {
        return one.score != other.score ? one.score > other.score : one.length < other.length;
    };
    std::stable_sort(found.begin(), found.end(), isBetter);
    if (found.size() > largestCount)
        found.resize(largestCount);

    beginResetModel();
    m_entries = std::move(found);
    endResetModel();
}

void PaletteModel::addActions(const std::string& typed, std::vector<Entry>& found) const
{
    for (int i = 0; i < m_actions.size(); ++i) {
        if (m_actions[i].action == nullptr)
            continue;
        const std::string text = fold(plainText(m_actions[i]));
        // Where nothing is typed, the order of the menus is the best.
        if (const auto score = fuzzyScore(typed, text))
            found.push_back({i, false, *score, typed.empty() ? 0 : text.size()});
    }
}

void PaletteModel::addScopes(const QString& text, const std::string& typed, std::vector<Entry>& found) const
{
    const ScopeCatalog& catalog = m_workspace.catalog();
    std::string buffer;
    // Names that hold what was typed as it stands come before those that hold its letters only: where they fill the list,
    // a million other names need not be looked at.
    const std::vector<ScopeId> complete = completions(catalog, text, largestCount);
    const auto add = [&](ScopeId id, bool isNew) {
        const std::string_view name = foldedName(catalog.scope(id).name, buffer);
        const auto score = fuzzyScore(typed, name);
        if (score && (isNew || std::find(complete.begin(), complete.end(), id) == complete.end()))
            found.push_back({id, true, *score, name.size()});
    };
    for (const ScopeId id : complete)
        add(id, true);
    if (complete.size() < largestCount) {
        for (ScopeId id = 0; id < catalog.scopeCount(); ++id)
            add(id, false);
    }
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
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

} // namespace scopes
