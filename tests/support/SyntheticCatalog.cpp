#include "support/SyntheticCatalog.h"

#include <algorithm>
#include <array>
#include <random>
#include <span>
#include <string>

namespace scopes::tests {

namespace {

constexpr auto areas = std::to_array<Text>({"crm", "billing", "video", "user", "research", "ads", "commerce", "portability",
    "music", "messages", "calendar", "drive", "analytics", "identity", "support", "payments", "shipping", "inventory", "catalog",
    "learning", "events", "maps", "health", "devices", "teams", "projects", "documents", "forms", "surveys", "recruiting",
    "payroll", "expenses", "travel", "insurance", "energy", "fleet"});

constexpr auto resources = std::to_array<Text>(
    {"contacts", "accounts", "invoices", "orders", "profile", "list", "comments", "playlists", "certification", "activity",
        "postsandprofile", "directmessages", "reports", "campaigns", "audiences", "products", "prices", "refunds", "tickets",
        "attachments", "members", "roles", "webhooks", "settings", "templates", "drafts", "labels", "folders", "tasks",
        "milestones", "sessions", "tokens", "keys", "logs", "metrics", "alerts", "locations", "routes", "vehicles", "policies"});

constexpr auto actions = std::to_array<Text>({"read", "write", "delete", "create", "update", "list", "export", "import", "share",
    "publish", "upload", "archive", "restore", "approve", "audit", "manage", "search", "basic", "stats", "ongoing"});

constexpr auto words = std::to_array<Text>({"a", "a", "the", "the", "the", "your", "your", "of", "of", "to", "to", "and", "and",
    "in", "for", "on", "with", "from", "by", "this", "that", "who", "when", "which", "read", "access", "view", "see", "manage",
    "change", "create", "delete", "publish", "upload", "download", "export", "share", "list", "user's", "user's", "account",
    "profile", "information", "info", "data", "public", "private", "videos", "video", "photos", "posts", "comments", "messages",
    "followers", "following", "likes", "count", "name", "avatar", "display", "open", "email", "address", "phone", "number",
    "birthday", "region", "language", "time", "zone", "campaign", "audience", "advertiser", "report", "reports", "statistics",
    "metrics", "orders", "order", "invoices", "payment", "refund", "customer", "customers", "contacts", "contact", "company",
    "team", "teams", "member", "members", "role", "roles", "permission", "permissions", "settings", "preferences", "calendar",
    "event", "events", "meeting", "document", "documents", "folder", "files", "attachment", "draft", "drafts", "template",
    "archive", "history", "activity", "ongoing", "single", "request", "once", "daily", "monthly", "content", "creator", "shop",
    "product", "products", "price", "stock", "shipment", "tracking", "vehicle", "location", "route", "policy", "research",
    "library", "commercial", "certification", "artist", "music", "playlist", "track", "album", "token", "session", "device",
    "webhook", "notification", "support", "ticket", "API", "OAuth", "on behalf of", "zero-day"});

constexpr std::array<Text, 10> accentedWords{
    "café", "résumé", "naïve", "Straße", "façade", "Übersicht", "señal", "Ångström", "piñata", "Łódź"};

constexpr auto products = std::to_array<Text>({"Login Kit", "Display API", "Content Posting API", "Research Tools",
    "Data Portability API", "Commercial Content API", "Business Suite", "Réseau Kit"});

constexpr auto approvals = std::to_array<Text>({"none", "app review", "separate application", "partner contract"});

constexpr auto fieldNames = std::to_array<Text>(
    {"open_id", "union_id", "avatar_url", "display_name", "bio_description", "profile_deep_link", "is_verified", "username",
        "follower_count", "following_count", "likes_count", "video_count", "id", "create_time", "cover_image_url", "share_url",
        "video_description", "duration", "height", "width", "title", "embed_html", "view_count", "région"});

/// Makes the same choices on every platform, which the distributions of <random> do not promise.
class Choices
{
public:
    explicit Choices(quint32 seed)
        : m_engine(seed)
    {
    }

    int below(int limit) { return static_cast<int>((static_cast<quint64>(m_engine()) * static_cast<quint64>(limit)) >> 32); }

    Text of(std::span<const Text> texts) { return texts[static_cast<std::size_t>(below(static_cast<int>(texts.size())))]; }

private:
    std::mt19937 m_engine;
};

class Generator
{
public:
    Generator(int scopes, quint32 seed, int scopesPerTopic)
        : m_count(scopes)
        , m_scopesPerTopic(scopesPerTopic)
        , m_choices(seed)
    {
    }

    CatalogPointer generate()
    {
        m_data.id = "synthetic";
        m_data.name = "Synthetic";
        m_data.retrieved = "2024-01-01";
        m_data.provider.name = "Synthetic";
        m_data.sources.push_back({"made-up", "Made up", {}, "2024-01-01", {}, Source::Kind::Provider});
        m_data.scopes.reserve(static_cast<std::size_t>(m_count));
        for (int topic = 0; topic * m_scopesPerTopic < m_count; ++topic)
            addTopic(topic);
        for (int number = 0; number < std::min(m_count, 300); ++number)
            addEndpoint(number);
        return std::make_shared<const ScopeCatalog>(std::move(m_data));
    }

private:
    static Text at(std::span<const Text> texts, int number) { return texts[static_cast<std::size_t>(number) % texts.size()]; }

    /// Another name for each number: 'read', …, then 'read.1', …
    static std::string actionName(int number)
    {
        const auto actionCount = static_cast<int>(actions.size());
        std::string name(at(actions, number));
        if (number >= actionCount)
            name += '.' + std::to_string(number / actionCount);
        return name;
    }

    /// Counts through areas, resources and, in large catalogs, a second resource: no name comes twice.
    void addTopic(int number)
    {
        const auto areaCount = static_cast<int>(areas.size());
        const auto resourceCount = static_cast<int>(resources.size());
        const Text area = at(areas, number);
        const Text resource = at(resources, number / areaCount);
        std::string path = std::string(area) + '.' + std::string(resource);
        if (const int round = number / (areaCount * resourceCount) - 1; round >= 0) {
            path += '.' + std::string(at(resources, round));
            if (round >= resourceCount)
                path += '.' + std::to_string(round / resourceCount);
        }

        std::string name(path);
        std::replace(name.begin(), name.end(), '.', ' ');
        m_data.topics.push_back({m_data.texts.keep(path), m_data.texts.keep(name), {}});
        const int last = std::min(m_count, (number + 1) * m_scopesPerTopic);
        for (int scope = number * m_scopesPerTopic; scope < last; ++scope)
            addScope(path + '.' + actionName(scope - number * m_scopesPerTopic), number);
    }

    void addScope(const std::string& name, TopicId topic)
    {
        Scope scope;
        scope.name = m_data.texts.keep(name);
        scope.definition = sentence(60, 140);
        if (m_choices.below(50) > 0)
            scope.userDisplay = sentence(40, 110);
        scope.topic = topic;
        if (m_choices.below(10) > 0)
            scope.product = m_data.productId(m_choices.of(products));
        if (m_choices.below(5) > 0)
            scope.approval = m_data.approvalId(m_choices.of(approvals));
        scope.source = 0;
        scope.obtainedBy = static_cast<ObtainedBy>(m_choices.below(3));
        m_data.scopes.push_back(scope);
    }

    Text sentence(int shortest, int longest)
    {
        const int characters = shortest + m_choices.below(longest - shortest + 1);
        const auto length = static_cast<std::size_t>(characters);
        m_sentence.clear();
        while (m_sentence.size() < length) {
            m_sentence += m_choices.below(400) == 0 ? m_choices.of(accentedWords) : m_choices.of(words);
            m_sentence += ' ';
        }
        // Cut where an ASCII character stands, so that no character is halved.
        std::size_t end = length - 1;
        while ((static_cast<unsigned char>(m_sentence[end]) & 0xc0) == 0x80)
            --end;
        m_sentence.resize(end);
        m_sentence += '.';
        if (m_sentence.front() >= 'a' && m_sentence.front() <= 'z')
            m_sentence.front() = static_cast<char>(m_sentence.front() - 'a' + 'A');
        return m_data.texts.keep(m_sentence);
    }

    Requirement requirement()
    {
        Requirement made;
        for (int alternatives = m_choices.below(3); alternatives > 0; --alternatives) {
            std::vector<ScopeId> all{m_choices.below(m_count)};
            if (m_choices.below(4) == 0)
                all.push_back(m_choices.below(m_count));
            made.alternatives.push_back(std::move(all));
        }
        return made;
    }

    void addEndpoint(int number)
    {
        Endpoint endpoint;
        const std::string path = std::string(m_choices.of(areas)) + '/' + std::string(m_choices.of(resources));
        endpoint.id = m_data.texts.keep("call-" + std::to_string(number));
        endpoint.name = m_data.texts.keep("Query " + std::string(m_choices.of(resources)) + " " + std::to_string(number));
        endpoint.method = m_choices.below(2) == 0 ? Text("GET") : Text("POST");
        endpoint.url = m_data.texts.keep("https://api.example.com/v2/" + path + "/");
        endpoint.source = 0;
        endpoint.token = TokenKind::UserAccessToken;
        endpoint.requirement = requirement();
        for (int fields = m_choices.below(7); fields > 0; --fields)
            endpoint.fields.push_back({m_choices.of(fieldNames), {}, requirement(), noId});
        m_data.endpoints.push_back(std::move(endpoint));
    }

    int m_count;
    int m_scopesPerTopic;
    Choices m_choices;
    CatalogData m_data;
    std::string m_sentence;
};

} // namespace

CatalogPointer syntheticCatalog(int scopes, quint32 seed, int scopesPerTopic)
{
    return Generator(scopes, seed, scopesPerTopic).generate();
}

CatalogPointer callsCatalog(int calls)
{
    CatalogData data;
    data.sources.push_back({});
    data.topics.push_back({"t", "T", {}});
    for (int number = 0; number < 7; ++number) {
        data.scopes.emplace_back();
        data.scopes.back().name = data.texts.keep("scope." + std::to_string(number));
    }
    for (int number = 0; number < calls; ++number) {
        Endpoint call;
        const std::string digits = std::to_string(number);
        call.id = data.texts.keep("call" + digits);
        call.name = data.texts.keep(std::string(digits.rbegin(), digits.rend()) + " Call");
        call.method = "GET";
        call.url = data.texts.keep("https://example.com/items/" + digits + "/{part}");
        call.source = 0;
        call.product = data.productId(data.texts.keep("Product " + std::to_string(number % 300)));
        call.heading = data.endpointHeadingId(data.products[static_cast<std::size_t>(call.product)]);
        call.requirement.alternatives.push_back({number % 7});
        if (number % 999 == 0)
            call.fields.push_back({"field", {}, {{{(number + 1) % 7}}}, noId});
        data.endpoints.push_back(std::move(call));
    }
    return std::make_shared<const ScopeCatalog>(std::move(data));
}

} // namespace scopes::tests
