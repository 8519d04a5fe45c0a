#include "workspace/ReviewCommands.h"

#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

ChangeReview::ChangeReview(Workspace& workspace, QJsonValue before, QJsonValue after, const QString& text)
    : SelectionCommand(workspace, text)
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

void Workspace::setReviewNotes(const ReviewNotes& notes, const QString& undoText)
{
    const auto words = [](ReviewNotes all) {
        all.removeIf([](ReviewNotes::iterator note) { return note->isEmpty(); });
        return all;
    };
    if (!m_reviewProblems.empty() || words(notes) == words(m_reviewNotes))
        return;
    RequestFile changed = request();
    scopes::setReviewNotes(changed, notes);
    m_undoStack.push(new ChangeReview(*this, m_otherMembers.value(u"review"_s), changed.others.value(u"review"_s), undoText));
}

void Workspace::setReviewNote(const QString& scope, const ReviewNote& note, const QString& undoText)
{
    ReviewNotes notes = m_reviewNotes;
    notes.insert(scope, note);
    setReviewNotes(notes, undoText);
}

void Workspace::applyReview(const QJsonValue& review)
{
    if (review.isUndefined())
        m_otherMembers.remove(u"review"_s);
    else
        m_otherMembers.insert(u"review"_s, review);
    readReview();
    Q_EMIT reviewChanged();
}

void Workspace::readReview()
{
    RequestFile file;
    file.others = m_otherMembers;
    auto notes = reviewNotesOf(file);
    m_reviewNotes = notes ? std::move(*notes.value) : ReviewNotes();
    m_reviewProblems = notes ? Problems() : std::move(notes.problems);
}

} // namespace scopes
