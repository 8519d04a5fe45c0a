#include "catalog/CatalogData.h"

#include <algorithm>
#include <cstring>

namespace scopes {

Text TextArena::keep(Text text)
{
    if (text.empty())
        return "";
    if (text.size() > m_free) {
        constexpr std::size_t blockSize = std::size_t{1} << 18;
        m_free = std::max(blockSize, text.size());
        // Not make_unique: that would clear memory which is written at once.
        m_blocks.emplace_back(new char[m_free]); // NOLINT(modernize-make-unique)
        m_next = m_blocks.back().get();
    }
    char* const kept = m_next;
    std::memcpy(kept, text.data(), text.size());
    m_next += text.size();
    m_free -= text.size();
    return {kept, text.size()};
}

LabelId CatalogData::labelId(std::vector<Text>& labels, QHash<QByteArrayView, LabelId>& ids, Text label)
{
    // Few catalogs have more labels than can be looked through faster than hashed.
    constexpr std::size_t few = 16;
    if (labels.size() <= few) {
        if (const auto known = std::find(labels.begin(), labels.end(), label); known != labels.end())
            return static_cast<LabelId>(known - labels.begin());
    }
    const QByteArrayView key(label.data(), static_cast<qsizetype>(label.size()));
    if (const auto known = ids.constFind(key); known != ids.constEnd())
        return *known;
    const Text kept = texts.keep(label);
    const auto added = static_cast<LabelId>(labels.size());
    labels.push_back(kept);
    ids.insert(QByteArrayView(kept.data(), static_cast<qsizetype>(kept.size())), added);
    return added;
}

} // namespace scopes
