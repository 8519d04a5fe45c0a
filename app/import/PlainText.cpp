#include "import/PlainText.h"

#include "import/CharacterReference.h"
#include "import/HtmlElements.h"

#include <algorithm>
#include <unordered_map>

namespace scopes {

namespace {

/// How far a mark may be from its partner: what is further off is no pair, and no text can make the search take long.
constexpr std::size_t farthest = 2000;
/// More of a text is never looked at.
constexpr std::size_t longestText = 65'536;

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f' || byte == '\v';
}

bool isLetter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Part of a word: letters, digits and everything beyond ASCII.
bool isWord(char byte)
{
    return isLetter(byte) || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

bool isPunctuation(char byte)
{
    return byte > ' ' && byte < '\x7F' && !isWord(byte);
}

/// Goes through a text once. What closes a pair of marks is skipped when it is reached.
class PlainTextWriter
{
public:
    PlainTextWriter(std::string_view text, std::size_t limit)
        : m_text(text.substr(0, longestText))
        , m_limit(limit)
        , m_isCut(text.size() > longestText)
    {
    }

    std::string take()
    {
        for (std::size_t at = 0; at < m_text.size() && m_plain.size() <= m_limit;)
            at = step(at);
        if (m_isCut || m_plain.size() > m_limit)
            cut();
        return std::move(m_plain);
    }

private:
    /// Where the next step goes on.
    std::size_t step(std::size_t at)
    {
        if (const auto skip = m_skips.find(at); skip != m_skips.end())
            return skip->second;
        const bool isLineStart = m_isLineStart;
        m_isLineStart = m_text[at] == '\n' || (isLineStart && isSpace(m_text[at]));
        if (isLineStart && !m_isLineStart) {
            if (const std::size_t size = writeLineMark(m_text.substr(at)); size > 0)
                return at + size;
        }
        if (const std::size_t next = writeMarkup(at); next > at)
            return next;
        put(m_text[at]);
        return at + 1;
    }

    void cut()
    {
        const auto isContinued = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; };
        m_plain.resize(std::min(m_plain.size(), m_limit));
        while (!m_plain.empty() && isContinued(m_plain.back()))
            m_plain.pop_back();
        if (!m_plain.empty() && static_cast<unsigned char>(m_plain.back()) >= 0xC0)
            m_plain.pop_back();
        m_plain += "…";
    }

    void put(char byte)
    {
        if (isSpace(byte)) {
            m_isSpaceWanted = !m_plain.empty();
            return;
        }
        if (m_isSpaceWanted)
            m_plain += ' ';
        m_isSpaceWanted = false;
        m_plain += byte;
    }

    void putAll(std::string_view text)
    {
        for (const char byte : text)
            put(byte);
    }

    /// Where @p partner comes next, not further than a pair may be apart; npos: nowhere. A text in which many marks have no
    /// partner is looked through no further.
    std::size_t findNear(std::string_view partner, std::size_t from)
    {
        constexpr int mostFailures = 50;
        if (m_failures >= mostFailures || from >= m_text.size())
            return std::string_view::npos;
        const std::size_t found = m_text.substr(0, std::min(m_text.size(), from + farthest)).find(partner, from);
        m_failures += found == std::string_view::npos ? 1 : 0;
        return found;
    }

    /// The size of a mark at the beginning of a line that is no words: '# ', '> ', a fence, a rule, a list's mark.
    std::size_t writeLineMark(std::string_view line)
    {
        const std::size_t heading = std::min(line.substr(0, 7).find_first_not_of('#'), line.size());
        if (heading > 0 && heading <= 6 && heading < line.size() && isSpace(line[heading]))
            return heading;
        if (line.starts_with("> "))
            return 2;
        if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
            putAll("• ");
            return 2;
        }
        if (line.starts_with("```") || line.starts_with("~~~"))
            return std::min(line.find('\n'), line.size());
        const std::size_t rule = std::min(line.find_first_not_of(line.front()), line.size());
        const bool isRule = line.front() == '-' || line.front() == '=' || line.front() == '*' || line.front() == '_';
        return isRule && rule >= 3 && (rule == line.size() || line[rule] == '\n') ? rule : 0;
    }

    /// Writes what stands for the markup that begins there, and gives where the text goes on; @p at if there is none.
    std::size_t writeMarkup(std::size_t at)
    {
        switch (m_text[at]) {
        case '<':
            return writeTag(at);
        case '&':
            return writeReference(at);
        case '[':
            return openLink(at, at);
        case '!':
            return at + 1 < m_text.size() && m_text[at + 1] == '[' ? openLink(at, at + 1) : at;
        case '`':
            return writeCode(at);
        case '\\':
            if (at + 1 >= m_text.size() || !isPunctuation(m_text[at + 1]))
                return at;
            put(m_text[at + 1]);
            return at + 2;
        case '*':
        case '_':
        case '~':
            return openEmphasis(at);
        default:
            return at;
        }
    }

    std::size_t writeTag(std::size_t at)
    {
        if (m_text.substr(at).starts_with("<!--")) {
            const std::size_t end = m_text.find("-->", at);
            return end == std::string_view::npos ? m_text.size() : end + 3;
        }
        const std::size_t end = findNear(">", at);
        if (end == std::string_view::npos)
            return at;
        const std::string_view inner = m_text.substr(at + 1, end - at - 1);
        if (inner.starts_with("http://") || inner.starts_with("https://") || inner.starts_with("mailto:")) {
            putAll(inner);
            return end + 1;
        }
        const std::string name = htmlElement(inner);
        if (name.empty())
            return at;
        if (partsWords(name))
            put(' ');
        if (name == "li" && !inner.starts_with('/'))
            putAll("• ");
        if ((name == "script" || name == "style") && !inner.starts_with('/'))
            return std::min(m_text.find("</" + name, end), m_text.size());
        return end + 1;
    }

    std::size_t writeReference(std::size_t at)
    {
        constexpr std::size_t longestName = 10;
        const std::string_view rest = m_text.substr(at + 1);
        const std::size_t size = rest.substr(0, longestName).find(';');
        if (size == std::string_view::npos)
            return at;
        const std::string character = referredCharacter(rest.substr(0, size));
        if (character.empty())
            return at;
        putAll(character);
        return at + size + 2;
    }

    /// '[words](address)' and '[words][name]', which an image has behind a '!'.
    std::size_t openLink(std::size_t at, std::size_t open)
    {
        if (at < m_linkEnd)
            return at;
        const std::size_t close = findNear("]", open);
        const char next = close < m_text.size() - 1 ? m_text[close + 1] : ' ';
        const std::size_t end = next == '(' ? findNear(")", close + 2)
            : next == '['                   ? findNear("]", close + 2)
                                            : std::string_view::npos;
        if (end == std::string_view::npos)
            return at;
        m_linkEnd = end + 1;
        m_skips[close] = end + 1;
        return open + 1;
    }

    /// What stands between backquotes stays as it is.
    std::size_t writeCode(std::size_t at)
    {
        const std::size_t start = std::min(m_text.find_first_not_of('`', at), m_text.size());
        const std::size_t end = findNear(m_text.substr(at, start - at), start);
        if (end == std::string_view::npos)
            return at;
        putAll(m_text.substr(start, end - start));
        return end + start - at;
    }

    /// Emphasis begins before a word and ends behind one; a single mark and '_' must not stand within a word.
    std::size_t openEmphasis(std::size_t at)
    {
        const char mark = m_text[at];
        const std::size_t start = std::min(m_text.find_first_not_of(mark, at), m_text.size());
        const std::size_t size = start - at;
        const bool isPart = at > 0 && isWord(m_text[at - 1]);
        const bool mayPart = mark == '*' && size > 1;
        if (size > 3 || start == m_text.size() || isSpace(m_text[start]) || (isPart && !mayPart) || (mark == '~' && size != 2))
            return at;
        // '*:read' and '*.read' are wildcards.
        if (!mayPart && !isWord(m_text[start]) && std::string_view("\"'([<`*_").find(m_text[start]) == std::string_view::npos)
            return at;
        const std::string_view marks = m_text.substr(at, size);
        for (std::size_t end = findNear(marks, start); end != std::string_view::npos; end = findNear(marks, end + size)) {
            const char next = end + size < m_text.size() ? m_text[end + size] : ' ';
            if (!isSpace(m_text[end - 1]) && next != mark && (mayPart || !isWord(next))) {
                m_skips[end] = end + size;
                return start;
            }
            if (end > at + farthest)
                return at;
        }
        return at;
    }

    std::string_view m_text;
    std::size_t m_limit;
    std::string m_plain;
    std::unordered_map<std::size_t, std::size_t> m_skips; ///< from where to where
    std::size_t m_linkEnd = 0;
    int m_failures = 0;
    bool m_isCut;
    bool m_isSpaceWanted = false;
    bool m_isLineStart = true;
};

} // namespace

std::string plainText(std::string_view text, std::size_t limit)
{
    return PlainTextWriter(text, limit).take();
}

} // namespace scopes
