#pragma once

#include "document/Document.h"
#include "import/ImportedDescription.h"

#include <QByteArrayView>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace scopes {

class DocumentFiles;

/// Collects what an importer finds, in document order, and makes an ImportedDescription of it. Until finish() scopes have
/// the numbers in which they came.
class DescriptionBuilder
{
public:
    /// @p files are those that references may lead to; null: none.
    explicit DescriptionBuilder(DescriptionFormat format, DocumentFiles* files = nullptr)
        : m_files(files)
    {
        m_description.format = format;
    }

    DocumentFiles* files() const { return m_files; }

    /// The description refers to other files, and there are none.
    void setLeadsToFiles() { m_description.leadsToFiles = true; }

    ImportedDescription& description() { return m_description; }

    /// A scope that @p scheme declares. One that was declared before, or used, gets one more text and scheme.
    ImportedScopeId declare(std::string_view name, std::string_view text, std::string_view scheme);

    /// A scope that an operation uses under @p scheme; undeclared until it is declared.
    ImportedScopeId use(std::string_view name, std::string_view scheme, Value where);

    ImportedScope& scope(ImportedScopeId id) { return m_description.scopes[id]; }

    /// Makes room for about so many operations.
    void expectOperations(std::size_t count);

    /// The operation of that call, which is added if it is new.
    ImportedOperation& operation(std::string_view call);

    /// A call that asks for a scope of a scheme that nothing defines.
    void useUnknownScheme(std::string_view scheme, std::string_view name, std::string_view call);

    /// References and inheritance let a short text ask for more than any memory holds. Takes note that @p count more needs,
    /// alternatives or scopes, are to be kept; false if that is too many, and then nothing more should be read.
    bool mayKeep(std::size_t count);

    /// True once mayKeep() has been false.
    bool isTooLarge() const { return m_kept > mostKept; }

    /// Tells the user of something odd, which fails nothing. A message is kept once for each place, up to a bound. A place in
    /// another file is told in the message.
    void note(Value where, QString message);

    /// The description in its final order, and the notes with their places in @p source, which must be the document's. The
    /// builder has been used up then.
    ImportedDescription finish();
    Problems takeNotes(QByteArrayView source);

private:
    static constexpr std::size_t mostKept = 4'000'000;

    struct Note
    {
        Value where;
        QString message;
    };

    ImportedScopeId idOf(std::string_view name);
    void finishTexts();
    void sortScopes();
    void sortOperations();
    void linkOperations();

    DocumentFiles* m_files;
    ImportedDescription m_description;
    std::unordered_map<std::string, ImportedScopeId> m_ids;
    std::unordered_map<std::string, std::size_t> m_operations;
    std::vector<Value> m_firstUses; ///< of each scope; absent: not used
    std::vector<Note> m_notes;
    std::size_t m_droppedNotes = 0;
    std::size_t m_kept = 0;
};

} // namespace scopes
