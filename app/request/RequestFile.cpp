#include "request/RequestFile.h"

#include "document/BoundedFile.h"
#include "document/Document.h"
#include "document/VisibleText.h"
#include "document/WholeFile.h"
#include "request/NameText.h"
#include "request/OtherMembers.h"
#include "request/ScopeFormat.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("RequestFile", text);
}

/// Not QString::fromUtf8(), which takes U+FEFF off the start of a name.
QString toText(std::string_view utf8)
{
    return fromStrictUtf8(QByteArray(utf8.data(), static_cast<qsizetype>(utf8.size()))).value_or(QString());
}

QString textOf(Value value)
{
    return toText(value.text());
}

/// The name with U+FFFD for each half of a surrogate pair, which JSON in UTF-8 cannot hold.
QString writable(QString name)
{
    if (name.isValidUtf16())
        return name;
    for (qsizetype at = 0; at < name.size(); ++at) {
        const bool isPair = name.at(at).isHighSurrogate() && at + 1 < name.size() && name.at(at + 1).isLowSurrogate();
        if (isPair)
            ++at;
        else if (name.at(at).isSurrogate())
            name[at] = QChar::ReplacementCharacter;
    }
    return name;
}

QJsonArray toArray(const QStringList& names)
{
    QJsonArray array;
    for (const QString& name : names)
        array.append(writable(name));
    return array;
}

/// Reads the members that version 1 knows; what is wrong goes to the problems.
class RequestReader
{
public:
    Result<RequestFile> read(const Document& document)
    {
        const Value root = document.root();
        if (root.kind() != Kind::Object || !root.member("scopes") || !root.member("version"))
            return root.problem(tr(R"(This is not a request file: expected an object with the members "scopes" and "version".)"));
        for (const Value member : root.children())
            readMember(member);
        if (hasErrors(m_problems))
            return std::move(m_problems);
        return {std::move(m_request), std::move(m_problems)};
    }

private:
    void readMember(Value member)
    {
        const auto key = member.key();
        if (m_seen.contains(QByteArrayView(key.data(), static_cast<qsizetype>(key.size()))))
            return error(
                member, tr("The member '%1' stands here twice. Take one of them out.").arg(visibleText(textOfKey(member), 80)));
        m_seen.insert(QByteArrayView(key.data(), static_cast<qsizetype>(key.size())));
        if (key == "version") {
            if (member.kind() != Kind::Number || member.text() != "1")
                error(member,
                    tr("Expected \"version\" 1, which this program reads. A file of a later version needs a later program."));
        } else if (key == "catalog") {
            readText(member, m_request.catalog);
        } else if (key == "format") {
            readText(member, m_request.format);
            if (!m_request.format.isEmpty() && scopeFormat(m_request.format) == nullptr) {
                note(member,
                    tr("The output format '%1' is not known; the provider's own is used.")
                        .arg(visibleText(m_request.format, 80)));
                m_request.format.clear();
            }
        } else if (key == "scopes") {
            readNames(member, m_request.scopes, scopeWords);
        } else if (key == "calls") {
            readNames(member, m_request.calls, callWords);
            std::sort(m_request.calls.begin(), m_request.calls.end());
        }
    }

    void readText(Value member, QString& target)
    {
        if (member.kind() == Kind::String)
            target = textOf(member);
        else
            error(member, tr("Expected a string; found %1.").arg(nameOf(member.kind())));
    }

    /// What is said of a list of names that is not right.
    struct ListWords
    {
        const char* array;
        const char* element;
        const char* twice;
    };

    static constexpr ListWords scopeWords{"Expected an array of scope names; found %1.",
        "Expected a scope's name, which is a string that is not empty; found %1.",
        "The scope '%1' stands in the list twice; it is taken once."};
    static constexpr ListWords callWords{"Expected an array of the names of calls; found %1.",
        "Expected the name of a call, which is a string that is not empty; found %1.",
        "The call '%1' stands in the list twice; it is taken once."};

    void readNames(Value member, QStringList& names, const ListWords& words)
    {
        if (member.kind() != Kind::Array)
            return error(member, tr(words.array).arg(nameOf(member.kind())));
        QSet<QString> known;
        for (const Value element : member.children()) {
            if (element.kind() != Kind::String || element.text().empty()) {
                error(element, tr(words.element).arg(nameOf(element.kind())));
                continue;
            }
            const QString name = textOf(element);
            if (known.contains(name)) {
                note(element, tr(words.twice).arg(visibleText(name, 80)));
                continue;
            }
            known.insert(name);
            names.append(name);
        }
    }

    static QString textOfKey(Value member) { return toText(member.key()); }

    void error(Value value, const QString& message) { add(value.problem(message)); }

    void note(Value value, const QString& message) { add(value.problem(message, Problem::Severity::Note)); }

    void add(Problem problem)
    {
        if (m_problems.size() < 100)
            m_problems.push_back(std::move(problem));
    }

    RequestFile m_request;
    Problems m_problems;
    QSet<QByteArrayView> m_seen;
};

} // namespace

QByteArray RequestFile::toBytes() const
{
    QJsonObject object = others;
    object.insert(u"catalog"_s, catalog);
    object.insert(u"format"_s, format);
    object.insert(u"scopes"_s, toArray(scopes));
    if (!calls.isEmpty())
        object.insert(u"calls"_s, toArray(calls));
    object.insert(u"version"_s, 1);
    // Sorted by member name, four spaces, LF and one at the end: what QJsonDocument writes is what the schema describes.
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<RequestFile> readRequest(const QByteArray& bytes)
{
    const auto document = Document::fromJson(bytes);
    if (!document)
        return document.problems;
    auto request = RequestReader().read(*document.value);
    if (request) {
        auto others = otherMembers(bytes, {u"calls"_s, u"catalog"_s, u"format"_s, u"scopes"_s, u"version"_s});
        if (!others)
            return others.problems;
        request.value->others = *std::move(others.value);
    }
    return request;
}

Result<RequestFile> readRequestFile(const QString& path)
{
    const auto content = readBounded(path, largestRequestFile);
    if (!content)
        return content.problems;
    return readRequest(*content.value);
}

QString writeRequestFile(const QString& path, const RequestFile& request)
{
    return writeWholeFile(path, request.toBytes());
}

} // namespace scopes
