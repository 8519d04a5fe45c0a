#include "import/EndpointWriter.h"

#include "document/VisibleText.h"
#include "import/CatalogWords.h"
#include "import/ProviderWriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestName = 300;

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

/// How much of a text is a title. Of a longer one, its first sentence: Google's descriptions tell much where others have a title.
std::size_t titleSize(std::string_view text)
{
    constexpr std::size_t longestTitle = 80;
    if (text.size() <= longestTitle)
        return text.size();
    const auto beginsSentence = [&](std::size_t place) {
        return place + 1 < text.size() && text[place] == ' '
            && (text[place + 1] == '(' || (text[place + 1] >= 'A' && text[place + 1] <= 'Z'));
    };
    const auto isLetter = [&](std::size_t place) {
        return (text[place] >= 'A' && text[place] <= 'Z') || (text[place] >= 'a' && text[place] <= 'z');
    };
    const auto endsAbbreviation = [&](std::size_t place) { // as 'U.S.' does
        return place >= 3 && isLetter(place - 1) && text[place - 2] == '.' && isLetter(place - 3);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.' && beginsSentence(i + 1) && !endsAbbreviation(i))
            return i + 1;
    }
    return text.size();
}

class EndpointWriter
{
public:
    EndpointWriter(JsonWriter& json, const ImportedDescription& description, CountedProgress& progress)
        : m_json(json)
        , m_progress(progress)
        , m_description(description)
    {
    }

    void write()
    {
        std::unordered_map<std::string_view, int> ids;
        for (const ImportedOperation& operation : m_description.operations) {
            ++ids[operation.call];
            ++ids[operation.id];
        }
        findSharedPath();
        m_json.name("endpoints").beginArray();
        for (const ImportedOperation& operation : m_description.operations) {
            if (!m_progress.next())
                break;
            const bool isOwnId = !isBlankText(operation.id) && ids[operation.id] == 1;
            writeEndpoint(operation, isOwnId ? operation.id : operation.call);
        }
        m_json.end();
    }

    Problems takeNotes() { return std::move(m_notes); }

private:
    void member(std::string_view name, std::string_view text) { m_json.name(name).text(text); }

    void writeEndpoint(const ImportedOperation& operation, std::string_view id)
    {
        const std::size_t space = std::min(operation.call.find(' '), operation.call.size() - 1);
        std::string method;
        for (const char byte : operation.call.substr(0, space)) {
            const bool isSmall = byte >= 'a' && byte <= 'z';
            if (isSmall || (byte >= 'A' && byte <= 'Z'))
                method += static_cast<char>(isSmall ? byte - 'a' + 'A' : byte);
        }
        if (method.empty()) {
            m_notes.push_back({Problem::Severity::Note,
                tr("The call '%1' was left out: it has no HTTP method.").arg(shownText(operation.call)), {}, 0, 0});
            return;
        }
        const std::string summary = wordsOf(operation.summary);
        std::string name = summary.substr(0, titleSize(summary));
        if (name.size() > longestName)
            name = wordsOf(operation.summary, longestName);
        m_json.beginObject();
        member("id", id);
        member("name", !name.empty() ? std::string_view(name) : id);
        member("method", method);
        member("url", addressOf(operation.call.substr(space + 1)));
        m_json.name("product").null();
        if (const std::string group = groupOf(operation); !group.empty())
            member("group", group);
        const Needs needs = needsOf(operation);
        writeRequirement(needs);
        QStringList notes = notesOn(needs);
        if (name != summary)
            notes += QString::fromStdString(summary); // whole: the details show it
        if (!notes.isEmpty())
            member("notes", notes.join(u' ').toStdString());
        member("source", documentSource);
        m_json.end();
    }

    /// What all paths begin with, up to a slash: it tells no calls apart.
    void findSharedPath()
    {
        if (m_description.operations.empty())
            return;
        m_sharedPath = pathOfCall(m_description.operations.front().call);
        for (const ImportedOperation& operation : m_description.operations) {
            const std::string_view path = pathOfCall(operation.call);
            const auto end = std::mismatch(m_sharedPath.begin(), m_sharedPath.end(), path.begin(), path.end()).first;
            m_sharedPath = m_sharedPath.substr(0, static_cast<std::size_t>(end - m_sharedPath.begin()));
        }
        const std::size_t slash = m_sharedPath.rfind('/');
        m_sharedPath = m_sharedPath.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
    }

    /// The provider's own group or, as many have none, where the path begins: '/users'. Empty where that is a parameter.
    std::string groupOf(const ImportedOperation& operation) const
    {
        std::string group = wordsOf(operation.group, longestName);
        if (!group.empty())
            return group;
        const std::string_view path = pathOfCall(operation.call).substr(m_sharedPath.size());
        const std::string_view first = path.substr(0, path.find('/'));
        const bool isWord = !first.empty() && first.find_first_of("{}()?=") == std::string_view::npos;
        return isWord ? wordsOf('/' + std::string(first), longestName) : std::string();
    }

    /// White space, which no path has, percent-encoded.
    static std::string addressOf(const std::string& path)
    {
        const auto isPlain = [](char byte) { return byte > ' ' && byte < '\x7F'; };
        if (std::all_of(path.begin(), path.end(), isPlain))
            return path.empty() ? "/" : path;
        QString address;
        const QString written = QString::fromStdString(path);
        for (const QChar unit : written)
            address += unit.isSpace() || isInvisible(unit.unicode())
                ? QString::fromLatin1(QString(unit).toUtf8().toPercentEncoding())
                : QString(unit);
        return address.toStdString();
    }

    /// What OAuth is needed for the call, and the other schemes (API keys...) that are named.
    struct Needs
    {
        std::vector<std::vector<ImportedScopeId>> alternatives; ///< each once
        std::string_view token;
        QStringList others;
        bool isOpen = false; ///< one of the alternatives is no token at all
    };

    void writeRequirement(const Needs& needs)
    {
        m_json.name("token");
        if (needs.token.empty())
            m_json.null();
        else
            m_json.text(needs.token);
        m_json.name("requires").beginArray();
        for (const std::vector<ImportedScopeId>& scopes : needs.alternatives) {
            m_json.beginArray();
            for (const ImportedScopeId id : scopes)
                m_json.text(m_description.scopes[id].name);
            m_json.end();
        }
        m_json.end();
    }

    static QStringList notesOn(const Needs& needs)
    {
        QStringList notes;
        if (!needs.others.isEmpty())
            notes += visibleText(tr("The description has further schemes for this call: %1.").arg(needs.others.join(u", "_s)));
        if (needs.isOpen)
            notes += needs.alternatives.size() == 1 && needs.token.empty() ? tr("It can be made without a token.")
                                                                           : tr("It can be made without any token, too.");
        return notes;
    }

    Needs needsOf(const ImportedOperation& operation) const
    {
        Needs needs;
        std::set<std::vector<ImportedScopeId>> known;
        CommonToken common(m_description);
        needs.isOpen = operation.alternatives.empty();
        if (needs.isOpen)
            needs.alternatives.emplace_back();
        for (const SecurityAlternative& alternative : operation.alternatives) {
            // Anyone may call where no scheme is named.
            bool isOAuth = alternative.empty();
            needs.isOpen |= alternative.empty();
            for (const SchemeNeed& need : alternative) {
                isOAuth |= need.hasScopes;
                if (need.hasScopes)
                    common.add(need.scheme);
                else if (const QString name = shownText(need.scheme); !needs.others.contains(name))
                    needs.others += name;
            }
            std::vector<ImportedScopeId> scopes = scopesOf(alternative);
            if (isOAuth && known.insert(scopes).second)
                needs.alternatives.push_back(std::move(scopes));
        }
        needs.token = common.token();
        return needs;
    }

    /// Those of all the schemes together, each once.
    std::vector<ImportedScopeId> scopesOf(const SecurityAlternative& alternative) const
    {
        std::vector<ImportedScopeId> scopes;
        for (const SchemeNeed& need : alternative) {
            for (const ImportedScopeId id : need.scopes) {
                if (!isBlankText(m_description.scopes[id].name))
                    scopes.push_back(id);
            }
        }
        std::sort(scopes.begin(), scopes.end());
        scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
        return scopes;
    }

    JsonWriter& m_json; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CountedProgress& m_progress; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const ImportedDescription& m_description; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::string_view m_sharedPath; ///< of one of the description's calls
    Problems m_notes;
};

} // namespace

Problems writeEndpoints(JsonWriter& json, const ImportedDescription& description, CountedProgress& progress)
{
    EndpointWriter writer(json, description, progress);
    writer.write();
    return writer.takeNotes();
}

} // namespace scopes
