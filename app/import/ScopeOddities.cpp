#include "import/ScopeOddities.h"

#include "import/CatalogWords.h"
#include "import/DescriptionBuilder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

bool equalsButForCase(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
        [](char one, char other) { return lowerCase(one) == lowerCase(other); });
}

/// The names, which are all different, that an earlier one equals but for upper and lower case: (place, that of the earlier one).
template <typename Each>
std::vector<std::pair<std::size_t, std::size_t>> caseTwins(std::size_t count, Each name)
{
    std::vector<std::pair<std::size_t, std::size_t>> hashes; // with the place: a copy of every name would be too much
    hashes.reserve(count);
    std::string lower;
    for (std::size_t i = 0; i < count; ++i) {
        lower.assign(name(i));
        std::transform(lower.begin(), lower.end(), lower.begin(), [](char letter) { return lowerCase(letter); });
        hashes.emplace_back(std::hash<std::string_view>()(lower), i);
    }
    std::sort(hashes.begin(), hashes.end());
    std::vector<std::pair<std::size_t, std::size_t>> twins;
    std::size_t first = 0;
    for (std::size_t i = 1; i < count; ++i) {
        if (hashes[i].first != hashes[first].first)
            first = i;
        else if (equalsButForCase(name(hashes[i].second), name(hashes[first].second)))
            twins.emplace_back(hashes[i].second, hashes[first].second);
    }
    std::sort(twins.begin(), twins.end());
    return twins;
}

/// RFC 6749, section 3.3: printable ASCII but for space, '"' and '\'.
bool isScopeCharacter(char letter)
{
    return letter > ' ' && letter <= '~' && letter != '"' && letter != '\\';
}

/// Why no request can ask for the scope by that name; empty: it can.
QString oddName(std::string_view name)
{
    if (std::all_of(name.begin(), name.end(), isScopeCharacter) && !name.empty())
        return {};
    if (name.find_first_not_of(' ') == std::string_view::npos)
        return tr("The name of this scope is blank: no request can ask for it.");
    if (name.find(' ') != std::string_view::npos)
        return tr(
            "The name of the scope '%1' holds a space, which stands between scopes (RFC 6749, section 3.3): servers take it "
            "for several.")
            .arg(shownText(name));
    return tr("The name of the scope '%1' holds characters that RFC 6749, section 3.3, does not let it hold.")
        .arg(shownText(name));
}

/// Whether the document is to describe its scopes: metadata never does, and the older permissions of Graph don't either.
bool hasTexts(const ImportedDescription& description)
{
    const auto isDescribed = [](const ImportedScope& scope) { return !scope.description.empty(); };
    return description.format != DescriptionFormat::ServerMetadata
        && (description.format != DescriptionFormat::GraphPermissions
            || std::any_of(description.scopes.begin(), description.scopes.end(), isDescribed));
}

} // namespace

void noteOddScopes(const ImportedDescription& description, const std::vector<Value>& places, const Oddity& described,
    DescriptionBuilder& builder)
{
    const std::vector<ImportedScope>& scopes = description.scopes;
    Oddity withoutText;
    Oddity named;
    Oddity differing = described;
    differing.count = 0;
    for (std::size_t i = 0; i < scopes.size() && builder.isWanted(); ++i) {
        const ImportedScope& each = scopes[i];
        if (each.isDeclared && each.description.empty())
            withoutText.add(places[i], each.name);
        if (!each.name.empty() && each.description == each.name)
            named.add(places[i], each.name);
        differing.count += each.otherDescriptions.empty() ? 0 : 1;
        // The actions of AWS are no scopes of OAuth.
        if (description.format == DescriptionFormat::AwsActions)
            continue;
        if (QString why = oddName(each.name); !why.isEmpty())
            builder.note(places[i], std::move(why));
    }
    for (const auto& [place, earlier] :
        caseTwins(scopes.size(), [&](std::size_t i) { return std::string_view(scopes[i].name); })) {
        builder.note(places[place],
            tr("The scope '%1' differs from '%2' only in upper and lower case: to a server they are two.")
                .arg(shownText(scopes[place].name), shownText(scopes[earlier].name)));
    }
    if (hasTexts(description))
        builder.noteOnce(withoutText, tr("The scope '%1' has no description."),
            tr("%1 scopes have no description. The first of them is '%2'."));
    builder.noteOnce(named, tr("The description of the scope '%1' only repeats its name."),
        tr("The descriptions of %1 scopes only repeat their names. The first of them is '%2'."));
    builder.noteOnce(differing, tr("The scope '%1' is described in more than one way. Its first description counts."),
        tr("%1 scopes are described in more than one way: the first description of each counts. The first of them is '%2'."));
}

void noteOddCalls(const ImportedDescription& description, const std::vector<Value>& places, DescriptionBuilder& builder)
{
    const std::vector<ImportedOperation>& operations = description.operations;
    Oddity spaced;
    Oddity leftOut;
    for (std::size_t i = 0; i < operations.size() && builder.isWanted(); ++i) {
        const std::string_view call = operations[i].call;
        const std::string_view path = pathOfCall(call);
        if (path.find(' ') != std::string_view::npos)
            spaced.add(places[i], call);
        if (path.find("/.../") != std::string_view::npos)
            leftOut.add(places[i], call);
    }
    Oddity twins;
    for (const auto& [place, earlier] :
        caseTwins(operations.size(), [&](std::size_t i) { return std::string_view(operations[i].call); }))
        twins.add(places[place], operations[place].call);
    builder.noteOnce(spaced, tr("The path of the call '%1' holds a space."),
        tr("The paths of %1 calls hold a space. The first of them is '%2'."));
    builder.noteOnce(leftOut, tr("The path of the call '%1' leaves a part out ('...')."),
        tr("The paths of %1 calls leave a part out ('...'). The first of them is '%2'."));
    builder.noteOnce(twins, tr("The call '%1' differs from an earlier one only in upper and lower case."),
        tr("%1 calls differ from earlier ones only in upper and lower case. The first of them is '%2'."));
}

} // namespace scopes
