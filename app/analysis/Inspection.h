#pragma once

#include "analysis/MappedText.h"
#include "catalog/ScopeCatalog.h"
#include "document/TextRange.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace scopes {

/// What pasted text is taken for.
enum class PasteKind {
    Nothing, ///< no scope and nothing that a rule speaks of
    ScopeList,
    AuthorizationUrl,
    CallbackUrl,
    TokenJson,
    Json,
    Yaml,
    EnvLine,
    CodeLiteral,
    CurlCommand,
    DocsTable, ///< a table or a page of documentation
    ErrorText, ///< a log line or another text that names scopes
};

/// The stable name of a kind, as the command line prints it: 'scope list', 'authorize url'...
QString nameOf(PasteKind kind);

/// The kinds in the order of a menu.
std::vector<PasteKind> pasteKinds();

/// Something around the scopes that was seen through.
enum class Layer {
    PercentEncoding,
    PercentEncodingTwice,
    PlusForSpace,
    Quotes,
    SmartQuotes,
    Brackets,
    HtmlEntities,
    Escapes,
    TerminalCodes,
    LineBreaks,
    Concatenation,
    TemplateLiteral,
};

/// A layer in words for the user, translated.
QString describe(Layer layer);

/// A scope as it was found.
struct ScopeOccurrence
{
    QString name; ///< exactly as spelt, layers taken off
    TextRange range; ///< in the pasted text
    int list = 0; ///< number of its list in Inspection::lists
    int position = 0; ///< where it begins in its list's text
};

/// Scopes that stand together.
struct ScopeList
{
    enum class Form {
        Joined, ///< in one string, with separators
        Items, ///< each by itself: array, lines, cells
        Mention, ///< named in a sentence
    };

    Form form = Form::Joined;
    PasteKind kind = PasteKind::ScopeList; ///< of what it stands in
    MappedText text; ///< of a joined list: the value, layers taken off
    TextRange range; ///< in the pasted text
    std::vector<Layer> layers;
    int encodings = 0; ///< how often it was percent-encoded
    bool isQuery = false; ///< the value of a query parameter
    std::vector<int> occurrences; ///< ascending; indexes into Inspection::occurrences
};

/// A name=value of a URL, or of code that puts one together.
struct QueryParameter
{
    QString name;
    QString value; ///< percent-encoding taken off
    TextRange nameRange; ///< in the pasted text
    TextRange valueRange;
    bool isTemplate = false; ///< the value is put in by a program, and not known
};

/// The parameters of one URL.
struct QueryGroup
{
    QString base; ///< what stands before the ?, such as https://host/path; empty where it is not in the text
    TextRange range; ///< from the first to the last parameter
    TextRange baseRange;
    std::vector<QueryParameter> parameters;

    /// The first parameter of that name; null if there is none.
    const QueryParameter* find(QStringView name) const;
};

/// What a program puts between scopes when it joins them.
struct Joiner
{
    TextRange range; ///< in the pasted text, without the quotation marks
    QString text;
};

/// Something that must not be shown, stored or logged.
struct Secret
{
    TextRange range; ///< in the pasted text
    QString what; ///< what it seems to be, in words, translated
};

struct InspectionOptions
{
    std::optional<PasteKind> kind; ///< what the user says it is; none: recognise it
    bool isRequest = false; ///< with ScopeList: all that stands between separators is a scope, whatever it looks like
    std::function<bool(int)> goOn; ///< called with percents now and then; false cancels
};

/// What was found in a pasted text. All ranges count UTF-16 units of the pasted text.
struct Inspection
{
    QString text; ///< as it was pasted: see masked() for what may be shown
    PasteKind kind = PasteKind::Nothing;
    QString evidence; ///< why it was taken for that: a translated sentence, without anything secret
    std::vector<Layer> layers; ///< taken off somewhere, each once
    std::vector<ScopeList> lists;
    std::vector<ScopeOccurrence> occurrences; ///< in the order of the text
    std::vector<QueryGroup> queries;
    std::vector<Joiner> joiners; ///< in the order of the text
    std::vector<Secret> secrets; ///< ascending, without overlaps
    bool hasEntityInUrl = false; ///< an HTML entity is left in a text that is no HTML
    std::vector<TextRange> entities; ///< where
    bool isCancelled = false;

    /// Each name once, in the order of first appearance; at most the first @p most of them.
    QStringList scopes(qsizetype most = std::numeric_limits<qsizetype>::max()) const;

    /// The text, or a piece of it, with each unit of a secret replaced by '•'; as long as the original.
    QString masked() const;
    QString masked(TextRange range) const;
};

/// The longest text that is inspected, in UTF-16 units; what stands behind is left out.
inline constexpr qsizetype longestInspected = qsizetype{64} * 1024 * 1024;

/// Recognises what a text is and finds the scopes in it. Any text gives an answer, in time linear in its length.
Inspection inspect(QStringView text, const ScopeCatalog& catalog, const InspectionOptions& options = {});

} // namespace scopes
