#pragma once

#include "document/TextRange.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace scopes {

/// A text with layers taken off (percent-encoding, entities, string concatenation) that knows where in the original text
/// each of its UTF-16 units came from.
class MappedText
{
public:
    MappedText() = default;

    /// A piece of the original text itself, which begins there at @p offset.
    MappedText(QStringView text, int offset);

    QStringView text() const { return m_text; }

    int size() const { return static_cast<int>(m_text.size()); }

    /// Where unit @p at begins and ends in the original; @p at in [0, size()).
    int sourceStart(int at) const;
    int sourceEnd(int at) const;

    /// The piece of the original from the first to the last unit of a piece of this text; for an empty piece the place
    /// between its neighbours.
    TextRange sourceRange(int start, int length) const;

    /// True if the piece of the original holds nothing but what the piece came from.
    bool isContiguous(int start, int length) const;

    void append(QChar unit, int sourceStart, int sourceEnd);
    void append(const MappedText& other);

    /// A piece of this text with the same origins.
    MappedText mid(int start, int length) const;

private:
    void materialise();

    QString m_text;
    int m_offset = 0; ///< used while the text is a plain piece of the original
    bool m_isPlain = true;
    std::vector<TextRange> m_origins;
};

/// Takes percent-encoding off once (RFC 3986, section 2.1); what is no valid sequence stays. @p changed says whether there
/// was any.
MappedText percentDecodedOnce(const MappedText& text, bool& changed);

/// Takes HTML character references off, of those named the few that stand in pasted URLs and lists.
MappedText withoutEntities(const MappedText& text, bool& changed);

/// Takes the escapes \uXXXX and \/ of JSON and of string literals off.
MappedText withoutEscapes(const MappedText& text, bool& changed);

/// Takes off what tells a terminal its colours: control sequences as ECMA-48, section 5.4, has them. Logs are full of them.
MappedText withoutTerminalCodes(const MappedText& text, bool& changed);

} // namespace scopes
