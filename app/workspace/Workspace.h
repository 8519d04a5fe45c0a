#pragma once

#include "catalog/ScopeCatalog.h"
#include "request/AppProfile.h"
#include "request/RequestFile.h"
#include "request/ReviewNotes.h"
#include "request/ScopeFormat.h"
#include "request/Selection.h"
#include "workspace/CallSelection.h"

#include <QList>
#include <QObject>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <vector>

namespace scopes {

/// How the rows of the selection change, for the models that show them.
struct SelectionChange
{
    enum class Kind {
        Insert, ///< count rows from first
        Remove, ///< count rows from first
        Move, ///< count rows from first, so that they begin at to
        Reset ///< anything
    };

    Kind kind = Kind::Reset;
    int first = 0;
    int count = 0;
    int to = 0;
};

/// What the user works on: a catalog and the request made from it. Every change of the request is a command on the undo stack;
/// choosing another catalog changes what is documented, never the request.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(CatalogPointer catalog, QObject* parent = nullptr);
    ~Workspace() override;

    const ScopeCatalog& catalog() const { return *m_catalog; }

    const CatalogPointer& catalogPointer() const { return m_catalog; }

    /// @p catalog is not null. The request and the undo stack stay as they are; only a request in which nothing has been done,
    /// and that no file holds, goes on in the format of the new catalog's provider.
    void setCatalog(CatalogPointer catalog);

    /// The app that the request is for; null: none is chosen. No change of it is on the undo stack: it has a file of its own.
    const AppProfilePointer& profile() const { return m_profile; }

    void setProfile(AppProfilePointer profile);

    /// The documented scopes that are approved for the app; null: that is not known, since no profile of this provider is chosen.
    const ScopeSet* approved() const { return m_approved ? &*m_approved : nullptr; }

    const Selection& selection() const { return m_selection; }

    /// The requested scopes that the catalog knows.
    const ScopeSet& ticked() const { return m_ticked; }

    /// How many scopes of the topic are requested.
    int tickedIn(TopicId topic) const { return m_tickedInTopic[static_cast<std::size_t>(topic)]; }

    /// The calls and fields that the scopes are requested for.
    const CallSelection& calls() const { return m_calls; }

    /// What is said of scopes to the reviewer; also of scopes that are no longer requested.
    const ReviewNotes& reviewNotes() const { return m_reviewNotes; }

    /// Why the notes of the request that was loaded cannot be read, and so not be changed either: they are kept as they are.
    const Problems& reviewProblems() const { return m_reviewProblems; }

    bool isDocumented(const QString& scope) const { return m_catalog->isDocumented(scope); }

    /// The chosen output format's id, by default the provider's own: that with the provider's separator.
    const QString& formatId() const { return m_formatId; }

    /// The format that the provider documents.
    QString providersFormatId() const;

    /// The same of a provider that separates scopes with @p separator.
    static QString formatIdOf(const QString& separator);

    /// What the formats need to know of the catalog's provider.
    FormatOptions formatOptions() const;

    /// The request in the chosen format, or why it cannot be written.
    FormattedText scopeString() const;

    QUndoStack& undoStack() { return m_undoStack; }

    const QUndoStack& undoStack() const { return m_undoStack; }

    /// Each of these is one undo step, or none where nothing would change.
    void addScopes(const QStringList& names);
    void insertScopes(int row, const QStringList& names);
    void removeScopes(const QStringList& names);
    void replaceScopes(const QStringList& names);
    /// Moves @p count rows from @p first so that they begin at @p to afterwards.
    void moveScopes(int first, int to, int count = 1);
    void setTicked(const std::vector<ScopeId>& scopes, bool ticked);
    void invert(const std::vector<ScopeId>& scopes);
    void setCallsTicked(const QStringList& names, bool ticked);
    void replaceCalls(const QStringList& names);
    void setFormat(const QString& formatId);
    void setReviewNotes(const ReviewNotes& notes, const QString& undoText);
    void setReviewNote(const QString& scope, const ReviewNote& note, const QString& undoText);

    /// The request as a file holds it. Its catalog is the one that was loaded with it, else the one chosen now.
    RequestFile request() const;

    /// Takes a request that was read from a file, or an empty one. The undo stack is cleared and clean. The request still names
    /// the catalog that it was made for when another one is chosen; @p isInFile: it keeps its format then, too.
    void load(const RequestFile& request, bool isInFile = false);

    /// A file holds the request as it is now: another catalog changes neither its format nor the catalog that it names.
    void keepAsInFile();

Q_SIGNALS:
    void catalogAboutToChange();
    void catalogChanged();
    void profileChanged();
    void selectionAboutToChange(const scopes::SelectionChange& change);
    /// @p touched: the ids of the documented scopes that were added or taken out.
    void selectionChanged(const scopes::SelectionChange& change, const std::vector<scopes::ScopeId>& touched);
    /// @p touched: the names that were added or taken out; empty: any.
    void callsChanged(const QStringList& touched);
    void formatChanged();
    void reviewChanged();

private:
    friend class SelectionCommand;
    friend class SetFormat;

    // What the commands do and undo. Positions ascend.
    void insertAt(const std::vector<PlacedName>& names);
    void takeOut(const QStringList& names);
    void moveRows(int first, int to, int count);
    void replaceAll(const QStringList& names);
    void changeCalls(const QStringList& added, const QStringList& removed);
    void applyFormat(const QString& formatId);
    void applyReview(const QJsonValue& review);

    void readReview();
    SelectionChange removalOf(const QStringList& names) const;
    std::vector<ScopeId> mark(const QStringList& names, bool ticked);
    void markAll();
    void markApproved();
    QStringList namesOf(const std::vector<ScopeId>& scopes) const;

    CatalogPointer m_catalog;
    Selection m_selection;
    ScopeSet m_ticked; ///< follows m_selection and m_catalog
    std::vector<int> m_tickedInTopic; ///< the same
    AppProfilePointer m_profile;
    std::optional<ScopeSet> m_approved; ///< follows m_profile and m_catalog
    CallSelection m_calls;
    QString m_formatId;
    bool m_isFormatInFile = false; ///< so that it stays, whatever the catalog's provider has
    QString m_requestCatalog; ///< named by the file that was loaded; may be empty
    QJsonObject m_otherMembers;
    ReviewNotes m_reviewNotes; ///< follows m_otherMembers
    Problems m_reviewProblems; ///< the same
    QUndoStack m_undoStack;
};

} // namespace scopes
