#pragma once

#include "catalog/Endpoint.h"
#include "catalog/Provider.h"
#include "catalog/Scope.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <vector>

namespace scopes {

/// Memory for texts that stays where it is while it grows.
class TextArena
{
public:
    TextArena() = default;
    ~TextArena() = default;

    /// The copy shares what is kept already, and both go on in memory of their own.
    TextArena(const TextArena& other)
        : m_blocks(other.m_blocks)
    {
    }

    TextArena& operator=(const TextArena&) = delete;
    TextArena(TextArena&&) noexcept = default;
    TextArena& operator=(TextArena&&) noexcept = default;

    /// A copy of @p text in the arena's memory. An empty text stays without memory but with data() not null.
    Text keep(Text text);

private:
    std::vector<std::shared_ptr<char[]>> m_blocks; // NOLINT(modernize-avoid-c-arrays): blocks differ in size
    std::size_t m_free = 0; ///< bytes left in the last block
    char* m_next = nullptr;
};

/// What a reader fills and a ScopeCatalog is made of. Everything in the vectors points into the arena, which a copy shares.
struct CatalogData
{
    TextArena texts;
    Text id;
    Text name;
    Text about;
    Text retrieved; ///< YYYY-MM-DD, may be empty
    Provider provider;
    std::vector<Source> sources;
    std::vector<Topic> topics;
    std::vector<Scope> scopes;
    std::vector<ScopeDetails> details;
    std::vector<Endpoint> endpoints;
    std::vector<OtherScope> otherScopes;
    std::vector<Text> products;
    std::vector<Text> approvals;
    std::vector<Text> endpointHeadings; ///< products and, for calls without one, the provider's own groups

    /// The id of a product, an approval or a heading, which is added if it is new.
    LabelId productId(Text label) { return labelId(products, m_productIds, label); }

    LabelId approvalId(Text label) { return labelId(approvals, m_approvalIds, label); }

    LabelId endpointHeadingId(Text label) { return labelId(endpointHeadings, m_headingIds, label); }

private:
    LabelId labelId(std::vector<Text>& labels, QHash<QByteArrayView, LabelId>& ids, Text label);

    QHash<QByteArrayView, LabelId> m_productIds;
    QHash<QByteArrayView, LabelId> m_approvalIds;
    QHash<QByteArrayView, LabelId> m_headingIds;
};

} // namespace scopes
