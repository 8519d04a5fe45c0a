#pragma once

#include "document/Document.h"
#include "document/ReadingProgress.h"
#include "import/ImportedDescription.h"
#include "import/Oddity.h"

#include <QByteArrayView>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace scopes {

class DocumentFiles;

/// Collects what an importer finds, in document order, and makes an ImportedDescription of it. Until finish() scopes have
/// the numbers in which they came.
class DescriptionBuilder
{
public:
    /// @p files are those that references may lead to; null: none. The progress, which outlives this, is that of the walk
    /// over the document.
    explicit DescriptionBuilder(DescriptionFormat format, DocumentFiles* files = nullptr, ReadingProgress progress = {})
        : m_files(files)
        , m_progress(std::move(progress))
    {
        m_description.format = format;
    }

    DocumentFiles* files() const { return m_files; }

    /// See DescriptionChoices::undefinedSchemes.
    void setTakesUndefinedSchemes(bool takes) { m_takesUndefinedSchemes = takes; }

    bool takesUndefinedSchemes() const { return m_takesUndefinedSchemes; }

    /// The walk has come to a part of the document, or of a file that it refers to; false if nobody waits for more.
    bool comesTo(Value part);

    /// The same in the midst of a part.
    bool isWanted()
    {
        constexpr std::uint32_t askedEvery = 1024; // this is called for every member of every object
        return ++m_asked % askedEvery == 0 ? ask() : !m_isStopped;
    }

    /// True once nobody waits any more: what has been read is of no use.
    bool isStopped() const { return m_isStopped; }

    /// The description refers to other files, and there are none.
    void setLeadsToFiles() { m_description.leadsToFiles = true; }

    ImportedDescription& description() { return m_description; }

    /// A scope that @p scheme declares. One that was declared before, or used, gets one more text and scheme. Notes on it stand
    /// at @p where; absent: there are none.
    ImportedScopeId declare(std::string_view name, std::string_view text, std::string_view scheme, Value where = {});

    /// A scope that an operation uses under @p scheme; undeclared until it is declared.
    ImportedScopeId use(std::string_view name, std::string_view scheme, Value where);

    ImportedScope& scope(ImportedScopeId id) { return m_description.scopes[id]; }

    /// Makes room for about so many operations.
    void expectOperations(std::size_t count);

    /// The operation of that call, which is added if it is new: then it stands at @p where.
    ImportedOperation& operation(std::string_view call, Value where);

    /// A call that asks for a scope of a scheme that nothing defines.
    void useUnknownScheme(std::string_view scheme, std::string_view name, std::string_view call);

    /// References and inheritance let a short text ask for more than any memory holds. Takes note that @p count more needs,
    /// alternatives or scopes, are to be kept; false if that is too many or nobody waits any more, and then nothing more should
    /// be read.
    bool mayKeep(std::size_t count);

    /// True once mayKeep() has been asked for too many.
    bool isTooLarge() const { return m_kept > mostKept; }

    /// Tells the user of something odd, which fails nothing. A message is kept once for each place, up to a bound. A place in
    /// another file is told in the message.
    void note(Value where, QString message);

    /// Tells of what is odd in many places, if it is so anywhere: @p one with the name as %1, or @p several with the number as
    /// %1 and the first name as %2.
    void noteOnce(const Oddity& oddity, const QString& one, const QString& several);

    /// Why there are no scopes, and where that shows; empty and absent: nothing is known of that.
    void setWithoutScopes(Value where, QString why);
    Problem withoutScopes(Value root, const ImportedDescription& description) const;

    /// The description in its final order (any, once nobody waits any more), and the notes with their places in @p source, which
    /// must be the document's. The builder has been used up then.
    ImportedDescription finish();
    Problems takeNotes(QByteArrayView source);

private:
    static constexpr std::size_t mostKept = 4'000'000;

    struct Note
    {
        Value where;
        QString message;
    };

    bool ask();
    void noteUndeclared();
    ImportedScopeId idOf(std::string_view name);
    void finishTexts();
    std::vector<std::uint32_t> sortedPlaces(std::vector<std::pair<std::string_view, std::uint32_t>> names);
    void sortScopes();
    void sortOperations();
    void linkOperations();

    DocumentFiles* m_files;
    bool m_takesUndefinedSchemes = false;
    ReadingProgress m_progress;
    double m_share = 0; ///< of the document that was walked over
    std::uint32_t m_asked = 0;
    bool m_isStopped = false;
    ImportedDescription m_description;
    std::unordered_map<std::string, ImportedScopeId> m_ids;
    std::unordered_map<std::string, std::size_t> m_operations;
    std::vector<Value> m_places; ///< of each scope's declaration, or else of its first use; absent: not known
    std::vector<Value> m_callPlaces; ///< by operation
    Oddity m_described; ///< the first text that differs from an earlier one of its scope
    Value m_lack; ///< where it shows why there are no scopes
    QString m_whyNoScopes;
    std::vector<Note> m_notes;
    std::size_t m_droppedNotes = 0;
    std::size_t m_kept = 0;
};

} // namespace scopes
