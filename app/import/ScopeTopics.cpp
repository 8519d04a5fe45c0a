#include "import/ScopeTopics.h"

#include "import/PlainText.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace scopes {

namespace {

std::string tr(const char* text)
{
    return QCoreApplication::translate("import", text).toStdString();
}

/// What groups scopes: the name of the group, or nothing where it gives none.
using Groups = std::vector<std::optional<std::string>>;

Groups byTopic(const ImportedDescription& description)
{
    Groups groups;
    for (const ImportedScope& scope : description.scopes)
        groups.push_back(scope.topic.empty() ? std::nullopt : std::optional(scope.topic));
    return groups;
}

Groups byService(const ImportedDescription& description, CountedProgress& progress)
{
    Groups groups;
    for (const ImportedScope& scope : description.scopes) {
        if (!progress.next())
            break;
        std::string service = plainText(scope.service);
        if (service.empty() && !scope.schemes.empty())
            service = scope.schemes.front();
        groups.push_back(service.empty() ? std::nullopt : std::optional(std::move(service)));
    }
    return groups;
}

/// The group of more than half of the calls that list the scope.
Groups byTag(const ImportedDescription& description, CountedProgress& progress)
{
    Groups groups;
    for (const ImportedScope& scope : description.scopes) {
        if (!progress.next())
            break;
        std::map<std::string_view, std::size_t> counts;
        for (const OperationId id : scope.operations)
            ++counts[description.operations[id].group];
        const auto most = std::max_element(
            counts.begin(), counts.end(), [](const auto& left, const auto& right) { return left.second < right.second; });
        const bool isClear = most != counts.end() && 2 * most->second > scope.operations.size();
        std::string name = isClear ? plainText(most->first) : std::string();
        groups.push_back(name.empty() ? std::nullopt : std::optional(std::move(name)));
    }
    return groups;
}

std::string_view firstPart(std::string_view name)
{
    if (const std::size_t scheme = name.find("://"); scheme != std::string_view::npos) {
        std::string_view path = name.substr(scheme + 3);
        while (path.ends_with('/'))
            path.remove_suffix(1);
        const std::size_t slash = path.rfind('/');
        if (slash == std::string_view::npos)
            return path;
        name = path.substr(slash + 1);
    }
    std::size_t end = name.find_first_of(":./");
    if (end == std::string_view::npos)
        end = name.find_first_of("-_ ");
    return end == 0 || end == std::string_view::npos ? name : name.substr(0, end);
}

/// A first part that is shared by no other scope makes no group.
Groups byName(const ImportedDescription& description, CountedProgress& progress)
{
    std::unordered_map<std::string_view, int> counts;
    for (const ImportedScope& scope : description.scopes)
        ++counts[firstPart(scope.name)];
    Groups groups;
    for (const ImportedScope& scope : description.scopes) {
        if (!progress.next())
            break;
        const std::string_view part = firstPart(scope.name);
        const bool isBlank = part.find_first_not_of(" \t\r\n") == std::string_view::npos;
        groups.push_back(counts[part] < 2 || isBlank ? std::nullopt : std::optional<std::string>(part));
    }
    return groups;
}

/// Fewer than scopes once nobody waits any more.
Groups groupsOf(const ImportedDescription& description, Grouping grouping, CountedProgress& progress)
{
    switch (grouping) {
    case Grouping::Service:
        return byService(description, progress);
    case Grouping::Tags:
        return byTag(description, progress);
    case Grouping::Name:
        return byName(description, progress);
    case Grouping::Automatic:
        break;
    }
    if (description.format == DescriptionFormat::AwsActions)
        return byService(description, progress);
    Groups topics = byTopic(description);
    if (std::any_of(topics.begin(), topics.end(), [](const auto& topic) { return topic.has_value(); }))
        return topics;
    Groups tags = byTag(description, progress);
    const auto grouped = std::count_if(tags.begin(), tags.end(), [](const auto& group) { return group.has_value(); });
    const std::unordered_set<std::optional<std::string>> different(tags.begin(), tags.end());
    const bool isGood = 2 * static_cast<std::size_t>(grouped) > tags.size() && different.size() > 2;
    return isGood ? tags : byName(description, progress);
}

} // namespace

std::string identifierOf(std::string_view text)
{
    constexpr std::size_t longest = 60;
    std::string id;
    for (const char byte : text) {
        const char small = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
        const bool isPlain = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || small == '.';
        if (id.size() == longest)
            break;
        if (isPlain)
            id += small;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (id.ends_with('-') || id.ends_with('.'))
        id.pop_back();
    return id;
}

ScopeTopics topicsOf(const ImportedDescription& description, Grouping grouping, CountedProgress& progress)
{
    const Groups groups = groupsOf(description, grouping, progress);
    std::map<std::string, std::size_t> places;
    bool hasRest = false;
    for (const auto& group : groups) {
        if (group)
            places.emplace(*group, 0);
        hasRest |= !group.has_value();
    }
    ScopeTopics result;
    std::unordered_set<std::string> ids;
    const auto add = [&](const std::string& name) {
        const std::string stem = identifierOf(name);
        std::string id = stem.empty() ? "topic" : stem;
        for (int number = 2; !ids.insert(id).second; ++number)
            id = (stem.empty() ? "topic" : stem) + '-' + std::to_string(number);
        result.topics.push_back({std::move(id), name});
    };
    for (auto& [name, place] : places) {
        place = result.topics.size();
        add(name);
    }
    if (hasRest)
        add(places.empty() ? tr("All scopes") : tr("Other scopes"));
    for (const auto& group : groups) {
        if (!progress.next())
            break;
        result.topicOf.push_back(group ? places[*group] : result.topics.size() - 1);
    }
    return result;
}

} // namespace scopes
