#include "analysis/MappedText.h"

#include "request/NameText.h"

#include <QByteArray>

#include <array>
#include <utility>

namespace scopes {

MappedText::MappedText(QStringView text, int offset)
    : m_text(text.toString())
    , m_offset(offset)
{
}

int MappedText::sourceStart(int at) const
{
    return m_isPlain ? m_offset + at : m_origins[static_cast<std::size_t>(at)].start;
}

int MappedText::sourceEnd(int at) const
{
    if (m_isPlain)
        return m_offset + at + 1;
    const TextRange& origin = m_origins[static_cast<std::size_t>(at)];
    return origin.start + origin.length;
}

TextRange MappedText::sourceRange(int start, int length) const
{
    if (length > 0) {
        const int begin = sourceStart(start);
        return {begin, sourceEnd(start + length - 1) - begin};
    }
    if (start < size())
        return {sourceStart(start), 0};
    return {size() > 0 ? sourceEnd(size() - 1) : m_offset, 0};
}

bool MappedText::isContiguous(int start, int length) const
{
    for (int i = start + 1; i < start + length; ++i) {
        // The units of one multi-byte sequence share its origin.
        if (sourceStart(i) != sourceEnd(i - 1) && sourceStart(i) != sourceStart(i - 1))
            return false;
    }
    return true;
}

void MappedText::materialise()
{
    if (!m_isPlain)
        return;
    m_origins.reserve(static_cast<std::size_t>(size()));
    for (int i = 0; i < size(); ++i)
        m_origins.push_back({m_offset + i, 1});
    m_isPlain = false;
}

void MappedText::append(QChar unit, int sourceStart, int sourceEnd)
{
    materialise();
    m_text += unit;
    m_origins.push_back({sourceStart, sourceEnd - sourceStart});
}

void MappedText::append(const MappedText& other)
{
    if (m_text.isEmpty()) {
        *this = other;
        return;
    }
    materialise();
    for (int i = 0; i < other.size(); ++i)
        append(other.m_text[i], other.sourceStart(i), other.sourceEnd(i));
}

MappedText MappedText::mid(int start, int length) const
{
    MappedText piece;
    piece.m_text = m_text.mid(start, length);
    piece.m_isPlain = m_isPlain;
    if (m_isPlain)
        piece.m_offset = m_offset + start;
    else
        piece.m_origins.assign(m_origins.begin() + start, m_origins.begin() + start + piece.size());
    return piece;
}

namespace {

/// The byte that %XX at @p at stands for, or -1.
int encodedByte(QStringView text, qsizetype at)
{
    if (at + 2 >= text.size() || text[at] != u'%' || !isHexDigit(text[at + 1]) || !isHexDigit(text[at + 2]))
        return -1;
    return text.mid(at + 1, 2).toInt(nullptr, 16);
}

/// Appends what a run of bytes beyond ASCII stands for; each of its units comes from the whole run.
int appendBytes(const MappedText& text, int at, MappedText& result)
{
    QByteArray bytes;
    int end = at;
    for (int byte = encodedByte(text.text(), end); byte >= 0x80; byte = encodedByte(text.text(), end)) {
        bytes += static_cast<char>(byte);
        end += 3;
    }
    const auto decoded = fromStrictUtf8(bytes);
    if (!decoded) {
        result.append(text.mid(at, end - at));
        return end;
    }
    for (const QChar unit : *decoded)
        result.append(unit, text.sourceStart(at), text.sourceEnd(end - 1));
    return end;
}

struct Reference
{
    char32_t character = 0; ///< 0: it stands for nothing
    int length = 0; ///< 0: there is none
};

/// The character reference that begins with the & at @p at.
Reference referenceAt(QStringView text, qsizetype at)
{
    constexpr qsizetype longest = 9;
    const qsizetype end = text.mid(at, longest + 1).indexOf(u';');
    if (end < 2)
        return {};
    const QStringView name = text.mid(at + 1, end - 1);
    const auto length = static_cast<int>(end) + 1;
    if (name[0] == u'#') {
        bool isNumber = false;
        const bool isHex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
        const uint code = name.mid(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
        return isNumber && code > 0 && code < 0x10000 && !QChar::isSurrogate(code) ? Reference{code, length} : Reference{};
    }
    static constexpr std::array<std::pair<QStringView, char32_t>, 12> names{
        {{u"amp", U'&'}, {u"quot", U'"'}, {u"apos", U'\''}, {u"lt", U'<'}, {u"gt", U'>'}, {u"nbsp", U'\u00A0'}, {u"comma", U','},
            {u"period", U'.'}, {u"colon", U':'}, {u"plus", U'+'}, {u"equals", U'='}, {u"quest", U'?'}}};
    for (const auto& [known, character] : names) {
        if (name == known)
            return {character, length};
    }
    return {};
}

Reference escapeAt(QStringView text, qsizetype at)
{
    const QStringView rest = text.mid(at + 1, 5);
    if (rest.startsWith(u'/'))
        return {U'/', 2};
    if (rest.size() < 5 || rest[0] != u'u')
        return {};
    bool isNumber = false;
    const uint code = rest.mid(1).toUInt(&isNumber, 16);
    return isNumber && code >= 0x20 && !QChar::isSurrogate(code) ? Reference{code, 6} : Reference{};
}

/// The control sequence that begins with the escape at @p at: ESC [, parameters, intermediate bytes, a final byte.
Reference terminalCodeAt(QStringView text, qsizetype at)
{
    constexpr qsizetype longest = 40;
    const QStringView rest = text.mid(at, longest);
    if (rest.size() < 3 || rest[1] != u'[')
        return {};
    const auto isBetween = [](QChar unit, char16_t first, char16_t last) { return unit >= first && unit <= last; };
    int length = 2;
    while (length < rest.size() && isBetween(rest[length], 0x20, 0x3F))
        ++length;
    return length < rest.size() && isBetween(rest[length], 0x40, 0x7E) ? Reference{0, length + 1} : Reference{};
}

/// The text with what @p find finds behind each @p sign replaced.
template <typename Find>
MappedText replaced(const MappedText& text, QChar sign, Find find, bool& changed)
{
    changed = false;
    MappedText result;
    int copied = 0;
    for (qsizetype at = text.text().indexOf(sign); at >= 0; at = text.text().indexOf(sign, at + 1)) {
        const Reference reference = find(text.text(), at);
        const auto start = static_cast<int>(at);
        if (reference.length == 0 || start < copied)
            continue;
        result.append(text.mid(copied, start - copied));
        if (reference.character != 0)
            result.append(QChar(static_cast<char16_t>(reference.character)), text.sourceStart(start),
                text.sourceEnd(start + reference.length - 1));
        copied = start + reference.length;
        changed = true;
    }
    if (!changed)
        return text;
    result.append(text.mid(copied, text.size() - copied));
    return result;
}

} // namespace

MappedText percentDecodedOnce(const MappedText& text, bool& changed)
{
    changed = false;
    if (!text.text().contains(u'%'))
        return text;
    MappedText result;
    int at = 0;
    while (at < text.size()) {
        const int byte = encodedByte(text.text(), at);
        changed = changed || byte >= 0;
        if (byte >= 0x80) {
            at = appendBytes(text, at, result);
        } else if (byte >= 0) {
            result.append(QChar(byte), text.sourceStart(at), text.sourceEnd(at + 2));
            at += 3;
        } else {
            result.append(text.text()[at], text.sourceStart(at), text.sourceEnd(at));
            ++at;
        }
    }
    return changed ? result : text;
}

MappedText withoutEntities(const MappedText& text, bool& changed)
{
    return replaced(text, u'&', referenceAt, changed);
}

MappedText withoutEscapes(const MappedText& text, bool& changed)
{
    return replaced(text, u'\\', escapeAt, changed);
}

MappedText withoutTerminalCodes(const MappedText& text, bool& changed)
{
    constexpr QChar escape(0x1B);
    return replaced(text, escape, terminalCodeAt, changed);
}

} // namespace scopes
