#include "request/ReviewNotes.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ReviewNotes", text);
}

const auto reviewMember = u"review"_s;

/// Reads one note; what is wrong goes to the problems.
class NoteReader
{
public:
    NoteReader(const QString& scope, const QJsonObject& object, Problems& problems)
        : m_scope(scope)
        , m_object(object)
        , m_problems(problems)
    {
    }

    ReviewNote read()
    {
        ReviewNote note{text(u"feature"_s), text(u"reason"_s), text(u"userSees"_s), text(u"link"_s), {}};
        const QJsonValue calls = m_object.value(u"calls"_s);
        if (!calls.isUndefined() && !calls.isArray())
            complain(u"calls"_s, tr("Expected an array of calls."));
        for (const auto& call : calls.toArray()) {
            if (call.isString())
                note.calls += call.toString();
            else
                complain(u"calls"_s, tr("Expected the name of a call, which is a string."));
        }
        return note;
    }

private:
    QString text(const QString& member)
    {
        const QJsonValue value = m_object.value(member);
        if (!value.isUndefined() && !value.isString())
            complain(member, tr("Expected a string."));
        return value.toString();
    }

    void complain(const QString& member, const QString& message)
    {
        Problem problem = Problem::error(message);
        problem.pointer = u"/review/"_s + visibleText(m_scope, 100) + u'/' + member;
        m_problems.push_back(std::move(problem));
    }

    const QString& m_scope; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const QJsonObject& m_object; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Problems& m_problems; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

void setText(QJsonObject& object, const QString& member, const QString& text)
{
    if (text.isEmpty())
        object.remove(member);
    else
        object.insert(member, text);
}

void setNote(QJsonObject& object, const ReviewNote& note)
{
    setText(object, u"feature"_s, note.feature);
    setText(object, u"reason"_s, note.reason);
    setText(object, u"userSees"_s, note.userSees);
    setText(object, u"link"_s, note.link);
    if (note.calls.isEmpty())
        object.remove(u"calls"_s);
    else
        object.insert(u"calls"_s, QJsonArray::fromStringList(note.calls));
}

} // namespace

Result<ReviewNotes> reviewNotesOf(const RequestFile& request)
{
    const QJsonValue review = request.others.value(reviewMember);
    if (review.isUndefined())
        return ReviewNotes();
    if (!review.isObject()) {
        Problem problem = Problem::error(tr("Expected an object that has a note for each scope."));
        problem.pointer = u"/review"_s;
        return problem;
    }
    ReviewNotes notes;
    Problems problems;
    const QJsonObject object = review.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isObject()) {
            Problem problem = Problem::error(tr("Expected an object with the texts on the scope."));
            problem.pointer = u"/review/"_s + visibleText(entry.key(), 100);
            problems.push_back(std::move(problem));
            continue;
        }
        const QJsonObject texts = entry.value().toObject();
        const QString scope = entry.key();
        notes.insert(scope, NoteReader(scope, texts, problems).read());
    }
    if (!problems.empty())
        return problems;
    return notes;
}

void setReviewNotes(RequestFile& request, const ReviewNotes& notes)
{
    QJsonObject review = request.others.value(reviewMember).toObject();
    for (const QString& scope : review.keys()) {
        if (notes.contains(scope))
            continue;
        QJsonObject object = review.value(scope).toObject();
        setNote(object, {});
        if (object.isEmpty())
            review.remove(scope);
        else
            review.insert(scope, object);
    }
    for (auto note = notes.begin(); note != notes.end(); ++note) {
        QJsonObject object = review.value(note.key()).toObject();
        setNote(object, *note);
        if (object.isEmpty())
            review.remove(note.key());
        else
            review.insert(note.key(), object);
    }
    if (review.isEmpty())
        request.others.remove(reviewMember);
    else
        request.others.insert(reviewMember, review);
}

QString markOf(const ReviewNote& note)
{
    QJsonObject object;
    setNote(object, note);
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(12));
}

} // namespace scopes
