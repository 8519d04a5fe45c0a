#include "import/CatalogWriter.h"

#include "document/BoundedFile.h"
#include "import/CatalogWords.h"
#include "import/EndpointWriter.h"
#include "import/FormatNames.h"
#include "import/JsonWriter.h"
#include "import/ProviderWriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace scopes {

namespace {

constexpr std::size_t longestName = 300;

/// At most: those that find the topics.
constexpr std::size_t walksOverScopes = 4;

/// How much of the writing is done, about, when the topics have been found.
constexpr double topicsShare = 0.2;

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

/// Three kinds of consent are told in words, for people filter by them.
QString approvalOf(const ImportedScope& scope)
{
    if (!scope.approval.empty())
        return QString::fromStdString(scope.approval);
    QStringList needing;
    std::size_t known = 0;
    for (const PermissionKind& kind : scope.kinds) {
        known += kind.needsAdminConsent ? 1U : 0U;
        if (kind.needsAdminConsent.value_or(false))
            needing += QString::fromStdString(kind.name);
    }
    if (known == 0 || known < scope.kinds.size())
        return {};
    if (needing.isEmpty())
        return tr("No admin consent needed");
    return static_cast<std::size_t>(needing.size()) == known
        ? tr("Admin consent needed")
        : tr("Admin consent needed for %1").arg(needing.join(QStringLiteral(", ")));
}

class CatalogWriter
{
public:
    CatalogWriter(
        const ImportedDescription& description, const ImportOrigin& origin, Grouping grouping, const ReadingProgress& progress)
        : m_description(description)
        , m_origin(origin)
        , m_ofTopics(partOf(progress, 0, topicsShare))
        , m_ofWriting(partOf(progress, topicsShare, 1))
        , m_grouping(m_ofTopics, walksOverScopes * description.scopes.size())
        , m_progress(m_ofWriting, description.scopes.size() + description.operations.size())
        , m_topics(topicsOf(description, grouping, m_grouping))
    {
    }

    /// Nothing of use once nobody waits any more.
    QByteArray write()
    {
        if (m_grouping.isStopped())
            return {};
        const QString title = titleOf();
        const std::string name = title.toStdString();
        m_json.beginObject();
        member("format", "scope-explorer-catalog");
        m_json.name("version").literal("1");
        member("id", catalogId(name));
        member("name", name);
        member("retrieved", m_origin.date.toStdString());
        member("about", aboutText());
        writeSources(name);
        writeProvider(m_json, m_description, name);
        writeTopics();
        m_json.name("scopes").beginArray();
        for (std::size_t id = 0; id < m_description.scopes.size() && m_progress.next(); ++id)
            writeScope(m_description.scopes[id], m_topics.topics[m_topics.topicOf[id]].id);
        m_json.end();
        for (Problem& note : writeEndpoints(m_json, m_description, m_progress))
            m_notes.push_back(std::move(note));
        writeOtherScopes();
        m_json.end();
        return m_json.take();
    }

    bool isStopped() const { return m_grouping.isStopped() || m_progress.isStopped(); }

    Problems takeNotes() { return std::move(m_notes); }

private:
    void member(std::string_view name, std::string_view text) { m_json.name(name).text(text); }

    /// Leaves out what is empty.
    void maybe(std::string_view name, std::string_view text)
    {
        if (!text.empty())
            member(name, text);
    }

    void textOrNull(std::string_view name, std::string_view text)
    {
        m_json.name(name);
        if (text.empty())
            m_json.null();
        else
            m_json.text(text);
    }

    void fact(const QString& text)
    {
        m_json.beginObject();
        member("text", text.toStdString());
        member("source", documentSource);
        m_json.end();
    }

    void leftOut(const QString& message) { m_notes.push_back({Problem::Severity::Note, message, {}, 0, 0}); }

    QString titleOf() const
    {
        if (const std::string title = wordsOf(m_description.title, longestName); !title.empty())
            return QString::fromStdString(title);
        return m_origin.file.trimmed().isEmpty() ? tr("Imported description") : m_origin.file;
    }

    /// Behind the name stands the format, so that no imported catalog is taken for one of ours.
    std::string catalogId(std::string_view name) const
    {
        const std::string id = identifierOf(name);
        const std::string_view format = idOf(m_description.format);
        return (id.empty() ? "imported" : id) + '.' + std::string(format);
    }

    std::string aboutText() const
    {
        const QString file = m_origin.file.trimmed();
        QString about = file.isEmpty() ? tr("Imported from %1.").arg(nameOf(m_description.format))
                                       : tr("Imported from %1, %2.").arg(file, nameOf(m_description.format));
        if (const std::string version = wordsOf(m_description.version, longestName); !version.empty())
            about += tr(" Its version: %1.").arg(QString::fromStdString(version));
        if (const std::string text = wordsOf(m_description.about); !text.empty())
            about += u' ' + QString::fromStdString(text);
        return about.toStdString();
    }

    void writeSources(std::string_view name)
    {
        m_json.name("sources").beginArray().beginObject();
        member("id", documentSource);
        const QString title = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        member("title", tr("%1: %2").arg(title, nameOf(m_description.format)).toStdString());
        member("retrieved", m_origin.date.toStdString());
        // Others collect AWS's actions from its pages.
        member("kind", m_description.format == DescriptionFormat::AwsActions ? "third party" : "provider");
        member("note", tr("The day is that of the file.").toStdString());
        m_json.end();
        if (m_description.format != DescriptionFormat::AwsActions) {
            m_json.beginObject();
            member("id", standardSource);
            member("title", "RFC 6749, The OAuth 2.0 Authorization Framework");
            member("url", "https://www.rfc-editor.org/rfc/rfc6749");
            member("retrieved", "2026-11-23");
            member("kind", "specification");
            m_json.end();
        }
        m_json.end();
    }

    void writeTopics()
    {
        m_json.name("topics").beginArray();
        for (const ScopeTopics::Topic& topic : m_topics.topics) {
            m_json.beginObject();
            member("id", topic.id);
            member("name", topic.name);
            m_json.end();
        }
        m_json.end();
    }

    void writeScope(const ImportedScope& scope, std::string_view topic)
    {
        if (isBlankText(scope.name)) {
            leftOut(tr("A scope whose name is blank was left out."));
            return;
        }
        m_json.beginObject();
        member("name", scope.name);
        member("topic", topic);
        member("definition", wordsOf(scope.description));
        textOrNull("userDisplay", wordsOf(scope.userDisplay));
        member("status", "documented");
        textOrNull("product", wordsOf(scope.service, longestName));
        textOrNull("approval", approvalOf(scope).toStdString());
        textOrNull("obtainedBy", obtainedBy(scope));
        m_json.name("region").null();
        m_json.name("targetApis").beginArray().end();
        member("source", documentSource);
        writeFacts(scope);
        if (!scope.isDeclared)
            member("notes", tr("Calls use it; the description declares it nowhere.").toStdString());
        m_json.end();
    }

    std::string_view obtainedBy(const ImportedScope& scope) const
    {
        CommonToken common(m_description);
        for (const std::string& scheme : scope.schemes)
            common.add(scheme);
        if (common.token().empty())
            return {};
        return common.token().starts_with("user") ? "user authorization" : "client credentials";
    }

    void writeFacts(const ImportedScope& scope)
    {
        constexpr std::size_t mostTexts = 20;
        m_json.name("facts").beginArray();
        for (std::size_t i = 0; i < std::min(scope.otherDescriptions.size(), mostTexts); ++i) {
            if (const std::string text = wordsOf(scope.otherDescriptions[i]); !text.empty())
                fact(tr("It is also described as: %1").arg(QString::fromStdString(text)));
        }
        if (const std::string level = wordsOf(scope.accessLevel, longestName); !level.empty())
            fact(tr("Access level: %1.").arg(QString::fromStdString(level)));
        for (const PermissionKind& kind : scope.kinds) {
            const QString name = shownText(kind.name);
            fact(kind.privilegeLevel.empty()
                    ? tr("It exists for %1.").arg(name)
                    : tr("It exists for %1, with privilege level %2.").arg(name, shownText(kind.privilegeLevel)));
        }
        m_json.end();
    }

    /// What calls ask of schemes that nothing defines may be scopes or roles.
    void writeOtherScopes()
    {
        std::unordered_map<std::string_view, std::string_view> schemes;
        std::vector<std::string_view> names;
        for (const auto& [scheme, uses] : m_description.unknownSchemes) {
            for (const auto& [name, calls] : uses) {
                if (!isBlankText(name) && schemes.emplace(name, scheme).second)
                    names.push_back(name);
            }
        }
        m_json.name("otherScopes").beginArray();
        for (const std::string_view name : names) {
            const auto known = std::lower_bound(m_description.scopes.begin(), m_description.scopes.end(), name,
                [](const ImportedScope& scope, std::string_view wanted) { return scope.name < wanted; });
            if (known != m_description.scopes.end() && known->name == name)
                continue;
            m_json.beginObject();
            member("name", name);
            member("seen",
                tr("asked of the security scheme '%1', which the description does not define")
                    .arg(shownText(schemes[name]))
                    .toStdString());
            member("source", documentSource);
            m_json.end();
        }
        m_json.end();
    }

    const ImportedDescription& m_description; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const ImportOrigin& m_origin; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ReadingProgress m_ofTopics;
    ReadingProgress m_ofWriting;
    CountedProgress m_grouping;
    CountedProgress m_progress;
    ScopeTopics m_topics;
    JsonWriter m_json;
    Problems m_notes;
};

} // namespace

Result<QByteArray> catalogJson(
    const ImportedDescription& description, const ImportOrigin& origin, Grouping grouping, const ReadingProgress& progress)
{
    CatalogWriter writer(description, origin, grouping, progress);
    QByteArray json = writer.write();
    if (writer.isStopped())
        return stoppedReading();
    return {std::move(json), writer.takeNotes()};
}

} // namespace scopes
