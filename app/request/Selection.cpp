#include "request/Selection.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace scopes {

Selection::Selection(const QStringList& names)
{
    append(names);
}

QStringList Selection::append(const QStringList& names)
{
    QStringList added;
    m_known.reserve(m_known.size() + names.size());
    for (const QString& name : names) {
        const qsizetype before = m_known.size();
        m_known.insert(name);
        if (m_known.size() != before)
            added.append(name);
    }
    m_names.append(added);
    return added;
}

std::vector<PlacedName> Selection::remove(const QStringList& names)
{
    std::vector<PlacedName> removed;
    QSet<QString> leaving;
    for (const QString& name : names) {
        if (m_known.remove(name))
            leaving.insert(name);
    }
    if (leaving.isEmpty())
        return removed;

    removed.reserve(static_cast<std::size_t>(leaving.size()));
    QStringList staying;
    staying.reserve(m_names.size() - leaving.size());
    for (qsizetype row = 0; row < m_names.size(); ++row) {
        const QString& name = m_names.at(row);
        if (leaving.contains(name))
            removed.push_back({row, name});
        else
            staying.append(name);
    }
    m_names = std::move(staying);
    return removed;
}

void Selection::insert(const std::vector<PlacedName>& names)
{
    QStringList merged;
    merged.reserve(m_names.size() + static_cast<qsizetype>(names.size()));
    auto staying = m_names.cbegin();
    for (const PlacedName& placed : names) {
        if (m_known.contains(placed.name))
            continue;
        m_known.insert(placed.name);
        const qsizetype wanted = std::max<qsizetype>(0, placed.position - merged.size());
        const auto stop = std::next(staying, std::min<qsizetype>(wanted, std::distance(staying, m_names.cend())));
        std::copy(staying, stop, std::back_inserter(merged));
        staying = stop;
        merged.append(placed.name);
    }
    std::copy(staying, m_names.cend(), std::back_inserter(merged));
    m_names = std::move(merged);
}

bool Selection::move(qsizetype from, qsizetype to, qsizetype count)
{
    const qsizetype last = size() - count;
    if (count < 0 || from < 0 || to < 0 || from > last || to > last)
        return false;

    const auto begin = m_names.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + count, begin + to + count);
    else
        std::rotate(begin + to, begin + from, begin + from + count);
    return true;
}

QStringList Selection::replace(const QStringList& names)
{
    QStringList before = std::exchange(m_names, {});
    m_known.clear();
    append(names);
    return before;
}

} // namespace scopes
