#pragma once

#include "document/Problem.h"
#include "request/RequestFile.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace scopes {

/// What the engineer says of one scope to whoever reviews the app. May have several lines.
struct ReviewNote
{
    QString feature; ///< which part of the app uses it
    QString reason; ///< why it is needed
    QString userSees; ///< what the user sees of it
    QString link; ///< address or file of a screenshot or video
    QStringList calls; ///< the calls that the feature makes, as the request file names calls

    bool isEmpty() const
    {
        return feature.isEmpty() && reason.isEmpty() && userSees.isEmpty() && link.isEmpty() && calls.isEmpty();
    }

    bool operator==(const ReviewNote&) const = default;
};

/// By scope, sorted.
using ReviewNotes = QMap<QString, ReviewNote>;

/// The notes that a request file holds under "review" (resources/request.schema.json); none where it has none. Members of a
/// note that this program does not know are not given, and setReviewNotes() keeps them.
Result<ReviewNotes> reviewNotesOf(const RequestFile& request);

/// Puts the notes into the request file, sorted by scope; those without a word are left out, and so is "review" where none is
/// left.
void setReviewNotes(RequestFile& request, const ReviewNotes& notes);

/// A short mark of a note's content: equal for equal notes only. An exported sheet carries it, so that one that is read back
/// tells which notes were changed in between.
QString markOf(const ReviewNote& note);

} // namespace scopes
