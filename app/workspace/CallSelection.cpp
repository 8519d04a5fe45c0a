#include "workspace/CallSelection.h"

#include <algorithm>

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
    m_names += names;
    m_names.removeAll(QString());
    std::sort(m_names.begin(), m_names.end());
    m_names.erase(std::unique(m_names.begin(), m_names.end()), m_names.end());
}

void CallSelection::remove(const QStringList& names)
{
    const CallSelection unwanted(names);
    m_names.removeIf([&](const QString& name) { return unwanted.contains(name); });
}

} // namespace scopes
