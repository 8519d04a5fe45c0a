#pragma once

#include "document/Problem.h"
#include "document/ReadingProgress.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace scopes {

class Document;

/// What a value of a document is.
enum class Kind : std::uint8_t { Null, Boolean, Number, String, Array, Object };

/// The name of a kind for a message: 'a string', 'an array'.
QString nameOf(Kind kind);

/// One value of a document: a light handle that is valid while its document lives. A default-constructed one is absent.
class Value
{
public:
    Value() = default;

    explicit operator bool() const { return m_document != nullptr; }

    Kind kind() const;

    /// UTF-8. A string's content with escapes resolved, or the literal of a number or boolean as it stands in the document.
    std::string_view text() const;

    /// UTF-8. The name under which this value stands in its object; empty in an array and for the root.
    std::string_view key() const;

    /// How many elements or members; 0 for a scalar.
    std::uint32_t size() const;

    /// The first element or member, and the next one in the same array or object; absent after the last. In document order,
    /// members with a repeated name included.
    Value firstChild() const;
    Value nextSibling() const;

    /// The first member of that name; absent if there is none or this is no object.
    Value member(std::string_view name) const;

    /// Bytes from the start of the document to this value.
    std::size_t offset() const;

    /// How much of the document's text stands before the value, from 0 to 1.
    double shareBefore() const;

    /// The document that the value is of, to tell values of several apart; null for an absent one.
    const Document* document() const { return m_document; }

    /// RFC 6901.
    QString pointer() const;

    /// A problem at this value's place.
    Problem problem(QString message, Problem::Severity severity = Problem::Severity::Error) const;

    /// For loops: `for (Value child : value.children())`.
    class Children;
    Children children() const;

private:
    friend class Document;

    Value(const Document* document, std::uint32_t index)
        : m_document(document)
        , m_index(index)
    {
    }

    const Document* m_document = nullptr;
    std::uint32_t m_index = 0;
};

class Value::Children
{
public:
    class Iterator
    {
    public:
        explicit Iterator(Value value)
            : m_value(value)
        {
        }

        Value operator*() const { return m_value; }

        Iterator& operator++()
        {
            m_value = m_value.nextSibling();
            return *this;
        }

        bool operator!=(const Iterator& other) const { return bool(m_value) != bool(other.m_value); }

    private:
        Value m_value;
    };

    explicit Children(Value first)
        : m_first(first)
    {
    }

    Iterator begin() const { return Iterator(m_first); }

    Iterator end() const { return Iterator(Value()); }

private:
    Value m_first;
};

/// A JSON or YAML document as it was written: order, repeated names and positions are kept. Immutable.
class Document
{
public:
    /// Reads JSON (RFC 8259). Bytes that are not valid UTF-8, a byte order mark, nesting deeper than 200, a second value behind
    /// the first, and everything that is not JSON give one located problem.
    static Result<Document> fromJson(QByteArray json, const ReadingProgress& progress = {});

    /// Reads the first document of a YAML text (YAML 1.1 as libyaml has it, scalars typed by YAML 1.2's core schema). A key and
    /// a scalar keep their text as written, whatever it looks like. Aliases and merge keys are put in place: bounded, and a
    /// value within itself becomes null with a note. A byte order mark is passed over.
    static Result<Document> fromYaml(QByteArray yaml, const ReadingProgress& progress = {});

    Value root() const { return {this, 0}; }

    Document(Document&&) noexcept = default;
    Document& operator=(Document&&) noexcept = default;

private:
    friend class Value;
    friend class JsonParser;
    friend class YamlTree;

    /// 32-bit offsets keep a node at half the size that pointers would need; BoundedFile's limit keeps them in range.
    struct Node
    {
        std::uint32_t offset = 0; ///< into m_source
        std::uint32_t keyStart = 0; ///< into m_unescaped if keyIsUnescaped, else into m_source; the same for the text
        std::uint32_t keySize = 0;
        std::uint32_t textStart = 0;
        std::uint32_t textSize = 0; ///< number of children for arrays and objects
        std::uint32_t parent = 0;
        std::uint32_t next = 0; ///< 0: none, the root is nobody's sibling
        Kind kind = Kind::Null;
        bool keyIsUnescaped = false;
        bool textIsUnescaped = false;
    };

    const char* keyBase(const Node& node) const { return node.keyIsUnescaped ? m_unescaped : m_source.constData(); }

    const char* textBase(const Node& node) const { return node.textIsUnescaped ? m_unescaped : m_source.constData(); }

    Document() = default;

    QByteArray m_source;
    std::shared_ptr<const void> m_unescapedOwner; ///< what keeps the memory behind m_unescaped
    const char* m_unescaped = nullptr; ///< strings that had escapes
    std::vector<Node> m_nodes;
};

/// The line and column of a byte in a text; lines and columns count from 1, columns in code points.
struct TextPosition
{
    int line = 1;
    int column = 1;
};

TextPosition positionOf(QByteArrayView source, std::size_t offset);

// These run for every value of a document, so they stand here.

inline Kind Value::kind() const
{
    return m_document->m_nodes[m_index].kind;
}

inline std::string_view Value::text() const
{
    const auto& node = m_document->m_nodes[m_index];
    if (node.kind == Kind::Array || node.kind == Kind::Object || node.kind == Kind::Null)
        return {};
    return {m_document->textBase(node) + node.textStart, node.textSize};
}

inline std::string_view Value::key() const
{
    const auto& node = m_document->m_nodes[m_index];
    return {m_document->keyBase(node) + node.keyStart, node.keySize};
}

inline std::uint32_t Value::size() const
{
    const auto& node = m_document->m_nodes[m_index];
    return node.kind == Kind::Array || node.kind == Kind::Object ? node.textSize : 0;
}

inline Value Value::firstChild() const
{
    // Children are stored right behind their parent.
    return size() > 0 ? Value(m_document, m_index + 1) : Value();
}

inline Value Value::nextSibling() const
{
    const std::uint32_t next = m_document->m_nodes[m_index].next;
    return next != 0 ? Value(m_document, next) : Value();
}

inline Value::Children Value::children() const
{
    return Children(firstChild());
}

} // namespace scopes
