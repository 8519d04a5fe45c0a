#include "models/NeedsModel.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/EndpointColumns.h"

#include <QLocale>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString count(std::uint64_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

} // namespace

NeedsModel::NeedsModel(NeedsSearch& search, QObject* parent)
    : QAbstractItemModel(parent)
    , m_search(search)
{
    connect(&search, &NeedsSearch::changed, this, &NeedsModel::rebuild);
    rebuild();
}

void NeedsModel::rebuild()
{
    beginResetModel();
    m_nodes.clear();
    m_roots.clear();
    m_summary.clear();
    m_reasons.clear();
    m_found = m_search.found();
    if (m_found) {
        m_catalog = m_found->catalog;
        const CallNeeds& needs = m_found->needs;
        for (const TokenNeeds& request : needs.requests)
            addRequest(request);
        addParts(tr("Not documented"), tr("Nothing is known of what these need: they may need any scope."), needs.undocumented);
        addParts(tr("Need no scope and no token"), QString(), needs.free);
        m_summary = summaryOf(needs);
    }
    endResetModel();
}

QString NeedsModel::summaryOf(const CallNeeds& needs) const
{
    if (needs.requests.empty() && needs.free.empty() && needs.undocumented.empty())
        return tr("Tick the calls that your app makes, and below them the fields that it asks for: here will stand the smallest "
                  "sets of scopes that cover them.");
    QStringList sentences;
    if (needs.requests.size() > 1)
        sentences += tr("No token serves all of these calls: they take %1 separate requests.").arg(needs.requests.size());
    for (const TokenNeeds& request : needs.requests) {
        // With several requests each sentence says which it speaks of.
        const QString sentence = sentenceOn(request);
        sentences += needs.requests.size() > 1 ? tr("With a %1: %2").arg(tokenText(request.token), sentence) : sentence;
    }
    if (!needs.undocumented.empty())
        sentences += tr("What some of the calls need is not documented.");
    if (needs.requests.empty() && needs.undocumented.empty())
        sentences += tr("These calls need no scope.");
    return sentences.join(u' ');
}

QString NeedsModel::sentenceOn(const TokenNeeds& request)
{
    const SetAnswer& answer = request.answer;
    const QString size = scopeCount(answer.size);
    if (!request.inTheWay.empty())
        return tr("No set covers all; what is in the way stands below.");
    if (!answer.isProven)
        return tr("The best set found has %1. It is not proven smallest: none can have fewer than %2.")
            .arg(size, count(static_cast<std::uint64_t>(answer.lowerBound)));
    if (answer.count == 1 && answer.isCountExact)
        return tr("The smallest set has %1, and no other is as small.").arg(size);
    return (answer.isCountExact ? tr("The smallest sets have %1; there are %2.")
                                : tr("The smallest sets have %1; there are at least %2."))
        .arg(size, count(answer.count));
}

void NeedsModel::addRequest(const TokenNeeds& needs)
{
    const SetAnswer& answer = needs.answer;
    QString title =
        needs.token == TokenKind::Unknown ? tr("The kind of token is unknown") : tr("With a %1").arg(tokenText(needs.token));
    if (!needs.inTheWay.empty()) {
        const int heading =
            add(-1, {.kind = Heading, .what = tr("%1: no set covers all").arg(title), .why = tr("In the way are:")});
        for (const CallInTheWay& call : needs.inTheWay) {
            QStringList ways;
            for (const auto& missing : call.missing) {
                QStringList names;
                for (const ScopeId scope : missing)
                    names += visibleText(toQString(m_catalog->scope(scope).name));
                ways += names.join(tr(" and "));
            }
            add(heading,
                {.kind = Part,
                    .why = ways.isEmpty()
                        ? tr("No set can meet it.")
                        : tr("It would take %1, which is not approved for the app.").arg(ways.join(tr(", or "))),
                    .part = call.part});
        }
        return;
    }
    QString why = needs.parts.size() == 1 ? tr("for 1 call or field") : tr("for %L1 calls and fields").arg(needs.parts.size());
    if (static_cast<std::uint64_t>(answer.sets.size()) < answer.count || !answer.isCountExact)
        why += answer.sets.size() == 1 ? tr(", the best one is shown") : tr(", the best %L1 are shown").arg(answer.sets.size());
    const int heading = add(-1, {.kind = Heading, .what = title, .why = why});
    for (const auto& set : answer.sets)
        addSet(heading, needs, set);
}

void NeedsModel::addSet(int heading, const TokenNeeds& needs, const std::vector<int>& set)
{
    const Workspace& workspace = m_search.workspace();
    QStringList names;
    int requested = 0;
    int approved = 0;
    int shown = 0;
    for (const ScopeId id : set) {
        const Scope& scope = m_catalog->scope(id);
        names += toQString(scope.name);
        requested += workspace.selection().contains(names.last()) ? 1 : 0;
        approved += workspace.approved() != nullptr && workspace.profile()->approved.contains(names.last()) ? 1 : 0;
        shown += scope.userDisplay.empty() ? 0 : 1;
    }
    QStringList facts{scopeCount(names.size())};
    if (!needs.answer.isProven)
        facts += tr("not proven smallest");
    if (requested > 0)
        facts += requested == names.size() ? tr("all requested already") : tr("%1 requested already").arg(requested);
    if (workspace.approved() != nullptr)
        facts += approved == names.size() ? tr("all approved") : tr("%1 approved").arg(approved);
    if (needs.token != TokenKind::ClientAccessToken)
        facts += shown == 1 ? tr("the user reads 1 text") : tr("the user reads %1 texts").arg(shown);
    const int node =
        add(heading, {.kind = Set, .what = visibleText(names.join(u", "_s)), .why = facts.join(u", "_s), .scopes = names});
    m_nodes[static_cast<std::size_t>(node)].needs = &needs;
    for (const QString& name : names)
        add(node, {.kind = ScopeOfSet, .what = visibleText(name), .scopes = {name}, .name = name});
}

QString NeedsModel::whatOf(const Node& node) const
{
    return node.kind == Part ? partText(node.part) : node.what;
}

QString NeedsModel::whyOf(const Node& node) const
{
    if (node.kind == Part && node.why.isEmpty())
        return visibleText(endpointText(*m_catalog, node.part, 1));
    if (node.kind != ScopeOfSet)
        return node.why;
    auto reasons = m_reasons.find(node.parent);
    if (reasons == m_reasons.end())
        reasons = m_reasons.emplace(node.parent, reasonsOf(m_nodes[static_cast<std::size_t>(node.parent)])).first;
    return reasons->second.at(node.row);
}

QStringList NeedsModel::reasonsOf(const Node& set) const
{
    std::vector<ScopeId> scopes;
    for (const QString& name : set.scopes)
        scopes.push_back(m_catalog->find(name));
    QStringList reasons;
    for (const auto& only : coveredOnlyByEach(scopes, set.needs->parts, *m_catalog))
        reasons += only.empty() ? tr("Kept because it is requested: the others cover all without it.")
                                : tr("Only it covers %1.").arg(partList(only));
    return reasons;
}

void NeedsModel::addParts(const QString& heading, const QString& why, const std::vector<CallPart>& parts)
{
    if (parts.empty())
        return;
    const int node = add(-1, {.kind = Heading, .what = heading, .why = why});
    for (const CallPart& part : parts)
        add(node, {.kind = Part, .part = part});
}

int NeedsModel::add(int parent, Node node)
{
    const auto number = static_cast<int>(m_nodes.size());
    std::vector<int>& siblings = parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(parent)].children;
    node.parent = parent;
    node.row = static_cast<int>(siblings.size());
    siblings.push_back(number);
    m_nodes.push_back(std::move(node));
    return number;
}

/// 'Get User Info: open_id'.
QString NeedsModel::partText(const CallPart& part) const
{
    const QString call = endpointText(*m_catalog, {part.endpoint, noId, noId, noId}, 0);
    return visibleText(part.isCall() ? call : tr("%1: %2").arg(call, endpointText(*m_catalog, part, 0)), 200);
}

QString NeedsModel::partList(const std::vector<CallPart>& parts) const
{
    constexpr std::size_t mostNamed = 5;
    QStringList texts;
    for (std::size_t i = 0; i < std::min(parts.size(), mostNamed); ++i)
        texts += partText(parts[i]);
    if (parts.size() > mostNamed)
        texts += tr("%L1 more").arg(parts.size() - mostNamed);
    return texts.join(u", "_s);
}

const NeedsModel::Node& NeedsModel::nodeOf(const QModelIndex& index) const
{
    return m_nodes[static_cast<std::size_t>(index.internalId())];
}

QModelIndex NeedsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    const std::vector<int>& children = parent.isValid() ? nodeOf(parent).children : m_roots;
    return createIndex(row, column, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex NeedsModel::parent(const QModelIndex& child) const
{
    const int parent = child.isValid() ? nodeOf(child).parent : -1;
    return parent < 0 ? QModelIndex()
                      : createIndex(m_nodes[static_cast<std::size_t>(parent)].row, 0, static_cast<quintptr>(parent));
}

int NeedsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_roots.size());
    return parent.column() == 0 ? static_cast<int>(nodeOf(parent).children.size()) : 0;
}

int NeedsModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant NeedsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == WhatColumn ? whatOf(node) : whyOf(node);
    case Qt::AccessibleTextRole:
        return index.column() == WhatColumn ? tr("%1. %2").arg(whatOf(node), whyOf(node)) : whyOf(node);
    case KindRole:
        return node.kind;
    case ScopesRole:
        return node.scopes;
    case NameRole:
        return node.kind == Part ? nameOf(node.part, *m_catalog) : node.name;
    default:
        return {};
    }
}

QVariant NeedsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == WhatColumn ? tr("Scopes") : tr("Why");
}

QModelIndex NeedsModel::firstSet() const
{
    for (const int root : m_roots) {
        for (const int child : m_nodes[static_cast<std::size_t>(root)].children) {
            if (m_nodes[static_cast<std::size_t>(child)].kind == Set)
                return createIndex(m_nodes[static_cast<std::size_t>(child)].row, 0, static_cast<quintptr>(child));
        }
    }
    return {};
}

QStringList NeedsModel::scopesAt(const QModelIndex& index) const
{
    for (QModelIndex at = index.siblingAtColumn(0); at.isValid(); at = at.parent()) {
        if (nodeOf(at).kind == Set)
            return nodeOf(at).scopes + (m_search.found() ? m_search.found()->needs.keptUnknown : QStringList());
    }
    return {};
}

} // namespace scopes
