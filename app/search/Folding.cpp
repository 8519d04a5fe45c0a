#include "search/Folding.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace scopes {

namespace {

char foldAscii(char character)
{
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x20 || byte == 0x7f)
        return ' ';
    return static_cast<char>(byte + (static_cast<unsigned>(byte - 'A') < 26U ? 32 : 0));
}

bool isAscii(Text text)
{
    constexpr std::uint64_t highBits = 0x8080808080808080U;
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & highBits) != 0)
            return false;
    }
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
        [](char character) { return static_cast<unsigned char>(character) < 0x80; });
}

bool isVariationSelector(char32_t character)
{
    return (character >= 0xfe00 && character <= 0xfe0f) || (character >= 0x180b && character <= 0x180f)
        || (character >= 0xe0100 && character <= 0xe01ef);
}

/// Accents and what cannot be seen. Vowel signs, as in Devanagari and Thai, are letters to their readers: those that do not
/// combine by a class of their own (Unicode's ccc 0) stay.
bool isDropped(char32_t character)
{
    const auto category = QChar::category(character);
    return QChar::combiningClass(character) != 0 || category == QChar::Mark_Enclosing || category == QChar::Other_Format
        || character == 0x34f || isVariationSelector(character);
}

bool isSpace(char32_t character)
{
    const auto category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Separator_Space || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

void appendUtf8(char32_t character, std::string& out)
{
    const auto append = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (character < 0x80) {
        append(character);
        return;
    }
    if (character < 0x800) {
        append(0xc0 | (character >> 6));
    } else {
        if (character < 0x10000) {
            append(0xe0 | (character >> 12));
        } else {
            append(0xf0 | (character >> 18));
            append(0x80 | ((character >> 12) & 0x3f));
        }
        append(0x80 | ((character >> 6) & 0x3f));
    }
    append(0x80 | (character & 0x3f));
}

/// Calls @p visit(code point, first index, index behind it); a lone surrogate is U+FFFD.
template <typename Visitor>
void forEachCodePoint(QStringView text, Visitor visit)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype start = at;
        char32_t character = text[at++].unicode();
        if (QChar::isHighSurrogate(character) && at < text.size() && text[at].isLowSurrogate())
            character = QChar::surrogateToUcs4(static_cast<char16_t>(character), text[at++].unicode());
        visit(QChar::isSurrogate(character) ? char32_t{QChar::ReplacementCharacter} : character, start, at);
    }
}

/// What a code point with a decomposition becomes. Accents go before case is folded: U+0345 would become a letter. A case
/// folding can need decomposing in turn (Unicode section 3.13, D146), so it goes on until nothing changes.
QString foldDecomposed(char32_t character)
{
    QString folded = QString::fromUcs4(&character, 1);
    for (int round = 0; round < 4; ++round) {
        QString kept;
        forEachCodePoint(folded.normalized(QString::NormalizationForm_KD), [&](char32_t part, qsizetype, qsizetype) {
            if (!isDropped(part))
                kept += QChar::fromUcs4(QChar::toCaseFolded(part));
        });
        if (kept == folded)
            break;
        folded = std::move(kept);
    }
    return folded;
}

void appendFolded(char32_t character, std::string& out)
{
    constexpr char32_t sharpS = 0xdf;
    constexpr char32_t capitalSharpS = 0x1e9e;
    if (character < 0x80) {
        out.push_back(foldAscii(static_cast<char>(character)));
    } else if (isSpace(character)) {
        out.push_back(' ');
    } else if (isDropped(character)) {
        return;
    } else if (character == sharpS || character == capitalSharpS) {
        // The only characters without decomposition whose full case folding is longer; Qt 6 folds one to one.
        out += "ss";
    } else if (QChar::decompositionTag(character) == QChar::NoDecomposition) {
        appendUtf8(QChar::toCaseFolded(character), out);
    } else {
        forEachCodePoint(foldDecomposed(character),
            [&](char32_t part, qsizetype, qsizetype) { appendUtf8(isSpace(part) ? U' ' : part, out); });
    }
}

} // namespace

std::string fold(QStringView text)
{
    std::string folded;
    folded.reserve(static_cast<std::size_t>(text.size()));
    forEachCodePoint(text, [&](char32_t character, qsizetype, qsizetype) { appendFolded(character, folded); });
    return folded;
}

std::string fold(Text text)
{
    if (!isAscii(text))
        return fold(toQString(text));
    std::string folded(text.size(), '\0');
    std::transform(text.begin(), text.end(), folded.begin(), foldAscii);
    return folded;
}

std::size_t foldedSize(Text text)
{
    return isAscii(text) ? text.size() : fold(text).size();
}

char* foldInto(Text text, char* out)
{
    if (isAscii(text))
        return std::transform(text.begin(), text.end(), out, foldAscii);
    const std::string folded = fold(text);
    return std::copy(folded.begin(), folded.end(), out);
}

TracedFold foldTraced(QStringView text)
{
    TracedFold traced;
    forEachCodePoint(text, [&](char32_t character, qsizetype start, qsizetype end) {
        const std::size_t before = traced.text.size();
        appendFolded(character, traced.text);
        const std::size_t added = traced.text.size() - before;
        traced.sources.insert(traced.sources.end(), added, static_cast<int>(start));
        traced.ends.insert(traced.ends.end(), added, static_cast<int>(end));
        if (added > 0 || before == 0)
            return;
        // An accent that was dropped belongs to the character before it.
        const int bearer = traced.sources.back();
        for (std::size_t byte = before; byte > 0 && traced.sources[byte - 1] == bearer; --byte)
            traced.ends[byte - 1] = static_cast<int>(end);
    });
    return traced;
}

} // namespace scopes
