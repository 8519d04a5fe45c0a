#include "models/ReviewModel.h"

#include "document/VisibleText.h"

#include <QSet>
#include <QTextDocument>

#include <algorithm>
#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// What is fixed of a column.
struct ColumnSpec
{
    const char* name;
    const char* title;
    const char* hint; ///< of an empty cell that can be edited
    QString ReviewNote::*text; ///< null: none of the engineer's texts
};

constexpr auto columns = std::to_array<ColumnSpec>({
    {"scope", QT_TRANSLATE_NOOP("scopes::ReviewModel", "Scope"), "", nullptr},
    {"missing", QT_TRANSLATE_NOOP("scopes::ReviewModel", "Missing"), "", nullptr},
    {"feature", QT_TRANSLATE_NOOP("scopes::ReviewModel", "Feature"),
        QT_TRANSLATE_NOOP("scopes::ReviewModel", "Which feature of the app uses it?"), &ReviewNote::feature},
    {"reason", QT_TRANSLATE_NOOP("scopes::ReviewModel", "Why it is needed"),
        QT_TRANSLATE_NOOP("scopes::ReviewModel", "Why is it needed?"), &ReviewNote::reason},
    {"userSees", QT_TRANSLATE_NOOP("scopes::ReviewModel", "What the user sees"),
        QT_TRANSLATE_NOOP("scopes::ReviewModel", "What does the user see of it?"), &ReviewNote::userSees},
    {"link", QT_TRANSLATE_NOOP("scopes::ReviewModel", "Screenshot or video"),
        QT_TRANSLATE_NOOP("scopes::ReviewModel", "The address or file of a screenshot or video."), &ReviewNote::link},
    {"featureCalls", QT_TRANSLATE_NOOP("scopes::ReviewModel", "Calls of the feature"),
        QT_TRANSLATE_NOOP("scopes::ReviewModel", "The calls that the feature makes, one a line."), nullptr},
    {"definition", QT_TRANSLATE_NOOP("scopes::ReviewModel", "Definition"), "", nullptr},
    {"userDisplay", QT_TRANSLATE_NOOP("scopes::ReviewModel", "User display"), "", nullptr},
    {"calls", QT_TRANSLATE_NOOP("scopes::ReviewModel", "Calls and fields"), "", nullptr},
});

static_assert(columns.size() == ReviewModel::ColumnCount, "a column is found by its number");

bool isEditable(int column)
{
    return columns[static_cast<std::size_t>(column)].text != nullptr || column == ReviewModel::CallsColumn;
}

QStringList linesOf(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        const QString entry = line.trimmed();
        if (!entry.isEmpty() && !lines.contains(entry))
            lines += entry;
    }
    return lines;
}

/// Two rows are of the same scope.
bool isSameScope(const ReviewRow& a, const ReviewRow& b)
{
    return a.scope == b.scope;
}

} // namespace

QString summaryOf(const ReviewSheet& sheet)
{
    if (sheet.rows.empty())
        return ReviewModel::tr("Nothing is requested yet. Tick scopes in the window; each gets a row here.");
    if (sheet.isComplete())
        return sheet.rows.size() == 1 ? ReviewModel::tr("The one scope is complete.")
                                      : ReviewModel::tr("All %L1 scopes are complete.").arg(sheet.rows.size());
    const auto first = std::find_if(sheet.rows.begin(), sheet.rows.end(), [](const ReviewRow& row) { return !row.gaps.empty(); });
    return ReviewModel::tr("%L1 of %L2 scopes complete. %3: %4")
        .arg(sheet.completeCount())
        .arg(sheet.rows.size())
        .arg(visibleText(first->scope, 100), first->gapsInWords());
}

ReviewModel::ReviewModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_sheet(sheetNow())
{
    connect(&workspace, &Workspace::selectionChanged, this, &ReviewModel::refresh);
    connect(&workspace, &Workspace::reviewChanged, this, &ReviewModel::refresh);
    connect(&workspace, &Workspace::callsChanged, this, &ReviewModel::refresh);
    connect(&workspace, &Workspace::catalogChanged, this, &ReviewModel::refresh);
}

QString ReviewModel::nameOf(int column)
{
    return QString::fromLatin1(columns[static_cast<std::size_t>(column)].name);
}

int ReviewModel::columnOf(const QString& name)
{
    for (int column = 0; column < ColumnCount; ++column) {
        if (name == nameOf(column))
            return column;
    }
    return -1;
}

QString ReviewModel::titleOf(int column)
{
    return tr(columns[static_cast<std::size_t>(column)].title);
}

void ReviewModel::setTitles(const QHash<int, QString>& titles)
{
    m_titles = titles;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void ReviewModel::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    if (m_isBehind && m_isFollowing)
        refresh();
}

ReviewSheet ReviewModel::sheetNow() const
{
    const QStringList& calls = m_workspace.calls().names();
    return reviewSheet(m_workspace.selection().names(), m_workspace.reviewNotes(), m_workspace.catalog(),
        calls.isEmpty() ? std::nullopt : std::optional<QStringList>(calls));
}

void ReviewModel::refresh()
{
    m_isBehind = !m_isFollowing;
    if (m_isBehind)
        return;
    ReviewSheet sheet = sheetNow();
    m_sheet.catalog = sheet.catalog;
    replaceRows(std::move(sheet.rows));
    Q_EMIT refreshed();
}

/// Rows of the same scopes at both ends stay, so that a view keeps its place, and an editor there stays open.
void ReviewModel::replaceRows(std::vector<ReviewRow> rows)
{
    std::vector<ReviewRow>& old = m_sheet.rows;
    const auto [oldEnd, newEnd] = std::mismatch(old.begin(), old.end(), rows.begin(), rows.end(), isSameScope);
    const auto head = static_cast<int>(oldEnd - old.begin());
    const auto most = static_cast<int>(std::min(old.size(), rows.size())) - head;
    int tail = 0;
    while (tail < most && isSameScope(old[old.size() - 1 - std::size_t(tail)], rows[rows.size() - 1 - std::size_t(tail)]))
        ++tail;
    const auto removed = static_cast<int>(old.size()) - head - tail;
    if (removed > 0) {
        beginRemoveRows({}, head, head + removed - 1);
        old.erase(old.begin() + head, old.begin() + head + removed);
        endRemoveRows();
    }
    const auto added = static_cast<int>(rows.size()) - head - tail;
    if (added > 0) {
        beginInsertRows({}, head, head + added - 1);
        old = std::move(rows);
        endInsertRows();
    } else {
        old = std::move(rows);
    }
    if (!old.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ReviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sheet.rows.size());
}

int ReviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ReviewRow& row = m_sheet.rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(plainText(row, index.column()), longestShown, true);
    case Qt::ToolTipRole: {
        const QString text = plainText(row, index.column());
        return text.isEmpty()
            ? QString()
            : Qt::convertFromPlainText(visibleText(text, qsizetype{4} * longestShown, true), Qt::WhiteSpaceNormal);
    }
    case Qt::EditRole:
        return plainText(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignTop | Qt::AlignLeading);
    case NameRole:
        return row.scope;
    case IsCompleteRole:
        return row.gaps.empty();
    case HintRole:
        return row.isRequested ? tr(columns[static_cast<std::size_t>(index.column())].hint) : QString();
    case Qt::AccessibleTextRole:
        return spokenCell(row, index.column());
    default:
        return {};
    }
}

bool ReviewModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString scope = m_sheet.rows[static_cast<std::size_t>(index.row())].scope;
    ReviewNote note = m_workspace.reviewNotes().value(scope);
    const QString text = value.toString().trimmed().isEmpty() ? QString() : value.toString();
    if (index.column() == CallsColumn)
        note.calls = linesOf(text);
    else
        note.*columns[static_cast<std::size_t>(index.column())].text = text;
    m_workspace.setReviewNote(scope, note, tr("Edit “%1” of %2").arg(titleOf(index.column()), visibleText(scope, 60)));
    return true;
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return visibleText(m_titles.value(section, titleOf(section)), 200);
}

Qt::ItemFlags ReviewModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool mayEdit = isEditable(index.column()) && m_workspace.reviewProblems().empty();
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren | (mayEdit ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QString ReviewModel::plainText(const ReviewRow& row, int column) const
{
    switch (column) {
    case ScopeColumn:
        return row.scope;
    case MissingColumn:
        return row.gaps.empty() ? tr("Nothing.") : row.gapsInWords();
    case CallsColumn:
        return row.note.calls.join(u'\n');
    case DefinitionColumn:
        return row.isDocumented ? row.definition : tr("The catalog does not document it.");
    case UserDisplayColumn:
        return row.isDocumented ? row.userDisplay.value_or(tr("Not published.")) : QString();
    case ServesColumn:
        return serves(row);
    default:
        return row.note.*columns[static_cast<std::size_t>(column)].text;
    }
}

QString ReviewModel::serves(const ReviewRow& row) const
{
    const ScopeId id = m_workspace.catalog().find(row.scope);
    const QStringList& ticked = m_workspace.calls().names();
    if (ticked.isEmpty() || id == noId)
        return (row.calls + row.fields).join(u'\n');
    QSet<QString> endpoints;
    for (const EndpointId endpoint : m_workspace.catalog().endpointsOf(id))
        endpoints.insert(toQString(m_workspace.catalog().endpoint(endpoint).id));
    QStringList served;
    for (const QString& name : ticked) {
        const bool isServed = name.contains(u'#') ? row.fields.contains(name) : endpoints.contains(name.section(u'?', 0, 0));
        if (isServed)
            served += name;
    }
    return served.isEmpty() ? tr("None of the ticked calls is documented to need it.") : served.join(u'\n');
}

QString ReviewModel::spokenCell(const ReviewRow& row, int column) const
{
    const QString text = visibleText(plainText(row, column), longestShown, true);
    if (column == ScopeColumn)
        return row.gaps.empty() ? tr("%1, complete").arg(text) : tr("%1. %2").arg(text, row.gapsInWords());
    return text.isEmpty() ? tr("%1: empty").arg(titleOf(column)) : tr("%1: %2").arg(titleOf(column), text);
}

} // namespace scopes
