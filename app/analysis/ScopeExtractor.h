#pragma once

#include "analysis/Inspection.h"
#include "analysis/PasteLexer.h"
#include "analysis/ScopeShape.h"

namespace scopes {

/// What all steps of an inspection share: the text with its outer layers taken off, its tokens, and what was found so far.
class PasteText
{
public:
    PasteText(const MappedText& prepared, const ScopeShapes& scopeShapes, Inspection& inspection);

    const PasteToken& at(int token) const { return tokens[static_cast<std::size_t>(token)]; }

    int count() const { return static_cast<int>(tokens.size()); }

    QStringView textOf(const PasteToken& token) const { return text.mid(token.start, token.length); }

    QStringView textOf(int token) const { return textOf(at(token)); }

    /// The next token that is no line break, from @p token on; count() if there is none.
    int skipLines(int token) const;

    /// The next token that opens a string or a bracket, from @p token on; count() if there is none. Quick where it is asked for
    /// one token after the other.
    int nextOpener(int token);

    bool isMark(int token, char16_t mark) const { return token >= 0 && token < count() && at(token).isMark(mark); }

    bool is(int token, PasteToken::Kind kind) const { return token >= 0 && token < count() && at(token).kind == kind; }

    /// True if nothing stands between the two tokens.
    bool areAdjacent(int first, int second) const { return second < count() && at(first).end() == at(second).start; }

    /// True if the token was taken by a list already.
    bool isTaken(int token) const { return token < count() && taken[static_cast<std::size_t>(token)]; }

    void take(int from, int to);

    const MappedText& mapped; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QStringView text; ///< of mapped
    const ScopeShapes& shapes; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Inspection& result; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    PasteTokens tokens;
    std::vector<int> lineEnds; ///< for each token, the number of the line break that ends its line
    std::vector<bool> taken;

    /// A value without quotes that begins before these tokens has no scope: one that goes on to the same end was read, and a
    /// line may hold hundreds of thousands of keys. The second is for keys that only may announce scopes.
    int emptyUntil = 0;
    int weakEmptyUntil = 0;

private:
    int m_openerFrom = 0; ///< from here on m_opener is the first one; not looked for yet where it is before
    int m_opener = -1;
};

/// How a value is read.
struct ValueRule
{
    ScopeList::Form form = ScopeList::Form::Joined;
    PasteKind kind = PasteKind::CodeLiteral;
    Shape least = Shape::Bare; ///< words of less shape are left out
    bool isQuery = false;
    bool takesAll = false; ///< whatever stands between separators is a scope, whatever it looks like
    std::vector<Layer> layers;
};

/// The words of a value that was looked at before. A paste may hold hundreds of thousands.
struct ValueWords
{
    struct Word
    {
        int start = 0;
        int length = 0;
        Shape shape = Shape::None; ///< without regard to where it stands
    };

    QStringView text; ///< what they are pieces of
    std::vector<Word> words;
};

/// Splits a value into its scopes and adds them as one list; false if there is none. @p known spares looking at the words again
/// where the value, decoded, is the same text.
bool addList(PasteText& paste, MappedText value, const ValueRule& rule, const ValueWords* known = nullptr);

/// Adds scopes that stand each by itself as one list; false if there is none.
bool addItems(PasteText& paste, const std::vector<MappedText>& items, const ValueRule& rule);

/// The content of the string that begins at token @p open.
MappedText contentOf(const PasteText& paste, int open);

/// True if the content is nothing but scopes with separators between, one of which has at least the shape @p needed.
/// Where it is, @p words takes its words, if given.
bool isPureList(const PasteText& paste, QStringView content, Shape needed, ValueWords* words = nullptr);

/// True if the content is plain words with nothing but commas or nothing but + between, one of which says what may be done:
/// identity,read,edit or identify+guilds.join.
bool isTightList(const PasteText& paste, QStringView content);

/// The steps, in this order; what one takes the next leaves alone.
void extractRequestFile(PasteText& paste); ///< a request file: all that it requests, and nothing of its notes
void extractFromContext(PasteText& paste); ///< after scope=, scopes:, TIKTOK_SCOPES and the like
void extractDescriptions(PasteText& paste); ///< error_description= of a callback
void extractPureList(PasteText& paste); ///< the whole text is a list
void extractFromLayout(PasteText& paste); ///< lists and tables
void extractLoose(PasteText& paste); ///< strings and words that can be nothing else

} // namespace scopes
