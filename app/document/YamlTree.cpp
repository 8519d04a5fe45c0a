#include "document/YamlTree.h"

#include <algorithm>
#include <unordered_set>

namespace scopes {

void YamlTree::reserve(std::size_t size)
{
    constexpr std::size_t bytesToValue = 12;
    constexpr std::size_t mostValues = 4'000'000;
    m_texts->reserve(size);
    m_document.m_nodes.reserve(std::min(size / bytesToValue, mostValues));
}

void YamlTree::addKey(std::string_view text, bool isMerge, std::string_view anchor)
{
    Open& open = m_open.back();
    open.awaitsKey = false;
    open.isKeyMerge = isMerge;
    open.key = {keep(text), static_cast<std::uint32_t>(text.size())};
    if (!anchor.empty()) {
        m_anchors.erase(std::string(anchor));
        m_keyAnchors[std::string(anchor)] = open.key;
    }
}

YamlTree::Outcome YamlTree::addKeyAlias(const std::string& name)
{
    Open& open = m_open.back();
    open.awaitsKey = false;
    open.isKeyMerge = false;
    if (const auto key = m_keyAnchors.find(name); key != m_keyAnchors.end()) {
        open.key = key->second;
        return Outcome::Fine;
    }
    const auto anchored = m_anchors.find(name);
    if (anchored == m_anchors.end())
        return Outcome::UnknownAlias;
    const Node& target = node(anchored->second.node);
    if (target.kind == Kind::Array || target.kind == Kind::Object)
        return Outcome::AliasIsNoKey;
    open.key = {target.textStart, target.textSize};
    return Outcome::Fine;
}

void YamlTree::addScalar(Kind kind, std::string_view text, std::size_t offset, std::string_view anchor)
{
    const std::uint32_t index = append(offset);
    node(index).kind = kind;
    node(index).textStart = keep(text);
    node(index).textSize = static_cast<std::uint32_t>(text.size());
    setAnchor(anchor, {index, index + 1, 0});
}

YamlTree::Outcome YamlTree::addAlias(const std::string& name, std::size_t offset)
{
    if (const auto key = m_keyAnchors.find(name); key != m_keyAnchors.end()) {
        const std::uint32_t index = append(offset);
        node(index).kind = Kind::String;
        node(index).textStart = key->second.start;
        node(index).textSize = key->second.size;
        return Outcome::Fine;
    }
    const auto anchored = m_anchors.find(name);
    if (anchored == m_anchors.end())
        return Outcome::UnknownAlias;
    const Anchored target = anchored->second;
    if (target.end == 0) {
        append(offset);
        return Outcome::Cycle;
    }
    if (awaitsMerged() && node(target.node).kind == Kind::Object) {
        mergingOpen().merged.push_back(target.node);
        if (!m_open.back().isMergeList) {
            m_open.back().isKeyMerge = false;
            m_open.back().awaitsKey = true;
        }
        return Outcome::Fine;
    }
    if (static_cast<int>(m_open.size()) + target.height > deepestNesting)
        return Outcome::TooDeep;
    if (!m_open.empty())
        m_open.back().height = std::max(m_open.back().height, target.height + 1);
    return copy(target.node, target.end, append(offset));
}

YamlTree::Outcome YamlTree::open(Kind kind, std::size_t offset, std::string_view anchor)
{
    if (m_open.size() >= deepestNesting)
        return Outcome::TooDeep;
    if (awaitsMerged() && kind == Kind::Object)
        mergingOpen().merged.push_back(static_cast<std::uint32_t>(m_document.m_nodes.size()));
    Open container;
    container.node = append(offset);
    container.awaitsKey = kind == Kind::Object;
    container.anchor = anchor;
    node(container.node).kind = kind;
    setAnchor(anchor, {container.node, 0, 0});
    m_open.push_back(std::move(container));
    return Outcome::Fine;
}

void YamlTree::openMergeList()
{
    Open list;
    list.node = m_open.back().node;
    list.isMergeList = true;
    list.isKeyMerge = true;
    m_open.push_back(std::move(list));
}

YamlTree::Outcome YamlTree::close()
{
    Open closed = std::move(m_open.back());
    m_open.pop_back();
    if (closed.isMergeList) {
        m_open.back().isKeyMerge = false;
        m_open.back().awaitsKey = true;
        return Outcome::Fine;
    }
    if (!closed.merged.empty()) {
        if (const Outcome outcome = merge(closed); outcome != Outcome::Fine)
            return outcome;
    }
    if (!closed.anchor.empty()) {
        // A value within it may have taken the name since.
        const auto anchored = m_anchors.find(closed.anchor);
        if (anchored != m_anchors.end() && anchored->second.node == closed.node)
            anchored->second = {closed.node, static_cast<std::uint32_t>(m_document.m_nodes.size()), closed.height};
    }
    if (!m_open.empty())
        m_open.back().height = std::max(m_open.back().height, closed.height + 1);
    return Outcome::Fine;
}

Document YamlTree::take(QByteArray source)
{
    m_document.m_source = std::move(source);
    m_document.m_unescaped = m_texts->data();
    m_document.m_unescapedOwner = m_texts;
    return std::move(m_document);
}

void YamlTree::setAnchor(std::string_view anchor, Anchored anchored)
{
    if (anchor.empty())
        return;
    m_keyAnchors.erase(std::string(anchor));
    m_anchors[std::string(anchor)] = anchored;
}

/// Adds the members that the object does not have itself; of several objects the first one wins
/// (https://yaml.org/type/merge.html).
YamlTree::Outcome YamlTree::merge(Open& object)
{
    std::unordered_set<std::string_view> known;
    for (std::uint32_t child = firstChildOf(object.node); child != 0; child = node(child).next)
        known.insert(keyOf(child));
    for (const std::uint32_t source : object.merged) {
        for (std::uint32_t child = firstChildOf(source); child != 0; child = node(child).next) {
            // What is skipped costs time too.
            if (++m_copies > mostCopies)
                return Outcome::TooManyCopies;
            if (!known.insert(keyOf(child)).second)
                continue;
            const std::uint32_t to = appendTo(object, {node(child).keyStart, node(child).keySize});
            if (const Outcome outcome = copy(child, endOf(child), to); outcome != Outcome::Fine)
                return outcome;
        }
    }
    object.height = heightOf(object.node);
    return static_cast<int>(m_open.size()) + object.height > deepestNesting ? Outcome::TooDeep : Outcome::Fine;
}

/// Copies the nodes from @p from to @p end onto the node @p to, which is the last one, and behind it.
YamlTree::Outcome YamlTree::copy(std::uint32_t from, std::uint32_t end, std::uint32_t to)
{
    m_copies += end - from;
    if (m_copies > mostCopies)
        return Outcome::TooManyCopies;
    const auto moved = [&](std::uint32_t index) { return index - from + to; };
    node(to).offset = node(from).offset;
    node(to).kind = node(from).kind;
    node(to).textStart = node(from).textStart;
    node(to).textSize = node(from).textSize;
    for (std::uint32_t index = from + 1; index < end; ++index) {
        Node copied = node(index);
        copied.parent = moved(copied.parent);
        copied.next = copied.next == 0 ? 0 : moved(copied.next);
        m_document.m_nodes.push_back(copied);
    }
    return Outcome::Fine;
}

/// A new node for the value that comes: under the key that was read, in the array, or the root.
std::uint32_t YamlTree::append(std::size_t offset)
{
    std::uint32_t index = 0;
    if (m_open.empty()) {
        Node& root = m_document.m_nodes.emplace_back();
        root.keyIsUnescaped = true;
        root.textIsUnescaped = true;
    } else if (m_open.back().isMergeList) {
        index = appendTo(mergingOpen(), mergingOpen().key);
    } else {
        Open& container = m_open.back();
        container.awaitsKey = node(container.node).kind == Kind::Object;
        container.isKeyMerge = false;
        index = appendTo(container, container.key);
    }
    node(index).offset = static_cast<std::uint32_t>(offset);
    return index;
}

std::uint32_t YamlTree::appendTo(Open& container, Key key)
{
    const auto child = static_cast<std::uint32_t>(m_document.m_nodes.size());
    Node& added = m_document.m_nodes.emplace_back();
    added.keyIsUnescaped = true;
    added.textIsUnescaped = true;
    added.parent = container.node;
    if (node(container.node).kind == Kind::Object) {
        added.keyStart = key.start;
        added.keySize = key.size;
    }
    if (container.last != 0)
        node(container.last).next = child;
    container.last = child;
    ++node(container.node).textSize;
    return child;
}

std::uint32_t YamlTree::keep(std::string_view text)
{
    const auto start = static_cast<std::uint32_t>(m_texts->size());
    m_texts->append(text);
    return start;
}

std::uint32_t YamlTree::firstChildOf(std::uint32_t index) const
{
    const Node& parent = node(index);
    const bool isContainer = parent.kind == Kind::Array || parent.kind == Kind::Object;
    return isContainer && parent.textSize > 0 ? index + 1 : 0;
}

/// Children stand behind their parents, so a value ends where the last child of its last child ends.
std::uint32_t YamlTree::endOf(std::uint32_t index) const
{
    for (std::uint32_t child = firstChildOf(index); child != 0; child = firstChildOf(child)) {
        while (node(child).next != 0)
            child = node(child).next;
        index = child;
    }
    return index + 1;
}

int YamlTree::heightOf(std::uint32_t index) const
{
    int height = node(index).kind == Kind::Array || node(index).kind == Kind::Object ? 1 : 0;
    for (std::uint32_t child = firstChildOf(index); child != 0; child = node(child).next)
        height = std::max(height, heightOf(child) + 1);
    return height;
}

std::string_view YamlTree::keyOf(std::uint32_t index) const
{
    return std::string_view(*m_texts).substr(node(index).keyStart, node(index).keySize);
}

} // namespace scopes
