#include "workspace/CallSelection.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace scopes {

CallSelection::CallSelection(const QStringList& names)
{
    insert(names);
}

bool CallSelection::contains(const QString& name) const
{
    return std::binary_search(m_names.begin(), m_names.end(), name);
}

void CallSelection::insert(const QStringList& names)
{
    // Only what is added is sorted: there may be 100,000 names to which one comes.
    const auto old = m_names.size();
    for (const QString& name : names) {
        if (!name.isEmpty())
            m_names += name;
    }
    const auto middle = m_names.begin() + old;
    if (!std::is_sorted(middle, m_names.end()))
        std::sort(middle, m_names.end());
    std::inplace_merge(m_names.begin(), middle, m_names.end());
    m_names.erase(std::unique(m_names.begin(), m_names.end()), m_names.end());
}

void CallSelection::remove(const QStringList& names)
{
    remove(CallSelection(names));
}

void CallSelection::remove(const CallSelection& other)
{
    QStringList kept;
    std::set_difference(m_names.begin(), m_names.end(), other.m_names.begin(), other.m_names.end(), std::back_inserter(kept));
    m_names = std::move(kept);
}

} // namespace scopes
