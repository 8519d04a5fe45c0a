#pragma once

#include "document/Document.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace scopes {

/// Grows a Document from the parts of a YAML text in their order, and puts copies where aliases and merge keys stand.
class YamlTree
{
public:
    /// How deep values may be nested, as in JSON.
    static constexpr int deepestNesting = 200;

    /// How many values aliases may stand for. A text of some lines can ask for more than any memory holds.
    static constexpr std::size_t mostCopies = 2'000'000;

    /// Whether a part could be added, else what is wrong with it.
    enum class Outcome : std::uint8_t {
        Fine,
        TooDeep,
        TooManyCopies,
        UnknownAlias, ///< nothing before has the name
        AliasIsNoKey, ///< the alias of an object or array stands as a key
        Cycle ///< the alias stands within what it names: null was added
    };

    /// Makes room for what a text of @p size bytes commonly has, so that nothing moves while the tree grows.
    void reserve(std::size_t size);

    bool isEmpty() const { return m_document.m_nodes.empty(); }

    /// True if a key comes next.
    bool awaitsKey() const { return !m_open.empty() && m_open.back().awaitsKey; }

    /// True if the value of a merge key comes next.
    bool awaitsMerged() const { return !m_open.empty() && m_open.back().isKeyMerge; }

    /// @p anchor empty: none.
    void addKey(std::string_view text, bool isMerge, std::string_view anchor);
    Outcome addKeyAlias(const std::string& name);

    void addScalar(Kind kind, std::string_view text, std::size_t offset, std::string_view anchor);
    Outcome addAlias(const std::string& name, std::size_t offset);

    Outcome open(Kind kind, std::size_t offset, std::string_view anchor);

    /// Opens the array that names what a merge key merges; it is no value of the document.
    void openMergeList();

    /// Ends what was opened last.
    Outcome close();

    /// The document over its source. The tree has been used up then.
    Document take(QByteArray source);

private:
    using Node = Document::Node;

    struct Key
    {
        std::uint32_t start = 0;
        std::uint32_t size = 0;
    };

    /// An object or array that has not ended.
    struct Open
    {
        std::uint32_t node = 0; ///< of a merge list: the object's
        std::uint32_t last = 0; ///< the child before; 0: none
        int height = 1; ///< levels in it so far, itself included
        bool isMergeList = false;
        bool awaitsKey = false;
        bool isKeyMerge = false;
        Key key;
        std::string anchor;
        std::vector<std::uint32_t> merged; ///< the objects that merge keys name
    };

    /// What an alias can name.
    struct Anchored
    {
        std::uint32_t node = 0;
        std::uint32_t end = 0; ///< behind its last node; 0: it has not ended
        int height = 0;
    };

    /// The object that a merge key stands in.
    Open& mergingOpen() { return m_open.back().isMergeList ? m_open[m_open.size() - 2] : m_open.back(); }

    void setAnchor(std::string_view anchor, Anchored anchored);
    Outcome merge(Open& object);
    Outcome copy(std::uint32_t from, std::uint32_t end, std::uint32_t to);
    std::uint32_t append(std::size_t offset);
    std::uint32_t appendTo(Open& container, Key key);
    std::uint32_t keep(std::string_view text);

    std::uint32_t firstChildOf(std::uint32_t index) const;
    std::uint32_t endOf(std::uint32_t index) const;
    int heightOf(std::uint32_t index) const;
    std::string_view keyOf(std::uint32_t index) const;

    Node& node(std::uint32_t index) { return m_document.m_nodes[index]; }

    const Node& node(std::uint32_t index) const { return m_document.m_nodes[index]; }

    Document m_document;
    std::shared_ptr<std::string> m_texts = std::make_shared<std::string>(); ///< of all keys and scalars
    std::vector<Open> m_open;
    std::unordered_map<std::string, Anchored> m_anchors;
    std::unordered_map<std::string, Key> m_keyAnchors; ///< anchors that stand at keys, which are no nodes
    std::size_t m_copies = 0;
};

} // namespace scopes
