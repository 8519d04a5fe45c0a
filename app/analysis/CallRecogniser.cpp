#include "analysis/CallRecogniser.h"

#include "analysis/CallChoices.h"
#include "analysis/CallMethod.h"
#include "analysis/Inspection.h"
#include "document/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t mostUnrecognised = 1000; ///< what is read as calls and has more mistakes was not meant as calls

QString tr(const char* text)
{
    return QCoreApplication::translate("CallRecogniser", text);
}

/// Bytes of the text made safe to show: a short piece, without secrets.
QString shownText(std::string_view bytes, const ScopeCatalog& catalog)
{
    constexpr qsizetype longest = 200;
    const std::string_view part = bytes.substr(0, 4 * longest);
    const QString text = QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    return visibleText(inspect(text, catalog).masked(), longest);
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t first = text.find_first_not_of(spaces);
    return first == npos ? std::string_view() : text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// The end of the unit that begins at @p at: a line with those that continue it, and a command's open quotes.
std::size_t endOfUnit(std::string_view text, std::size_t at)
{
    const bool isCommand =
        trimmed(text.substr(at, 200)).starts_with("curl ") || trimmed(text.substr(at, 200)).starts_with("$ curl ");
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (isCommand && quote != '\0' && c == quote)
            quote = '\0';
        else if (isCommand && quote == '\0' && (c == '\'' || c == '"'))
            quote = c;
        if (c != '\n' || quote != '\0')
            continue;
        std::size_t last = at;
        while (last > 0 && text[last - 1] == '\r')
            --last;
        if (last == 0 || text[last - 1] != '\\')
            return at;
    }
    return at;
}

} // namespace

/// A piece of the text that is read by itself.
struct CallRecogniser::Unit
{
    /// A place in the text, in bytes and in UTF-16 units; it moves with what is asked for, which is mostly near.
    struct Place
    {
        std::size_t bytes = 0;
        int units = 0;
    };

    std::string_view text; ///< the whole
    std::size_t start = 0;
    std::size_t end = 0;
    Place* place = nullptr;

    std::string_view piece() const { return text.substr(start, end - start); }

    int unitsAt(std::size_t bytes) const
    {
        const std::size_t from = std::min(bytes, place->bytes);
        const std::size_t to = std::max(bytes, place->bytes);
        const auto between = QString::fromUtf8(text.data() + from, static_cast<qsizetype>(to - from)).size();
        place->units += static_cast<int>(bytes < place->bytes ? -between : between);
        place->bytes = bytes;
        return place->units;
    }

    /// A range of bytes in UTF-16 units.
    TextRange range(std::size_t from, std::size_t to) const
    {
        const int first = unitsAt(from);
        return {first, unitsAt(to) - first};
    }
};

std::vector<Call> RecognisedCalls::calls() const
{
    std::vector<Call> all;
    for (const FoundCall& one : found)
        all.push_back(one.call);
    return merged(all);
}

CallRecogniser::CallRecogniser(const ScopeCatalog& catalog)
    : m_catalog(catalog)
    , m_paths(catalog)
{
    const auto endpoints = catalog.endpoints();
    for (std::size_t number = 0; number < endpoints.size(); ++number)
        m_byId.emplace(endpoints[number].id, static_cast<EndpointId>(number));
}

/// The endpoint of that method; noId if none is meant for certain. An address alone means GET where there are several.
EndpointId CallRecogniser::withMethod(const std::vector<EndpointId>& endpoints, std::string_view method, bool isCertain) const
{
    const auto ofMethod = [&](std::string_view wanted) {
        const auto found = std::find_if(
            endpoints.begin(), endpoints.end(), [&](EndpointId one) { return m_catalog.endpoint(one).method == wanted; });
        return found != endpoints.end() ? *found : noId;
    };
    const EndpointId exact = ofMethod(method.empty() ? "GET" : method);
    return exact == noId && !isCertain && endpoints.size() == 1 ? endpoints.front() : exact;
}

bool CallRecogniser::readPaths(const Unit& unit, RecognisedCalls& result) const
{
    const std::string_view piece = unit.piece();
    const auto matches = m_paths.find(piece);
    for (std::size_t number = 0; number < matches.size(); ++number) {
        const PathMatch& match = matches[number];
        const TextRange range = unit.range(unit.start + match.start, unit.start + match.end);
        const std::string_view address = piece.substr(match.start, match.end - match.start);
        const auto shown = [&] { return shownText(address.substr(0, address.find_first_of("?#")), m_catalog); };
        if (match.endpoints.empty()) {
            result.unrecognised.push_back({shown(), tr("The catalog has no call with this address."), range});
            continue;
        }
        const MethodHint hint = methodBeside(piece, match.start, match.end);
        const EndpointId endpoint = withMethod(match.endpoints, hint.method, hint.isCertain);
        if (endpoint == noId) {
            const QString method = QString::fromStdString(hint.method);
            result.unrecognised.push_back({hint.method.empty() ? shown() : method + u' ' + shown(),
                hint.method.empty() ? tr("The catalog has several calls with this address: write the method before it.")
                                    : tr("The catalog has no call with this address and this method."),
                range});
            continue;
        }
        CallChoices choices(endpoint, m_catalog);
        choices.readQuery(match.query);
        choices.readFields(match.fragment);
        const std::size_t next = number + 1 < matches.size() ? matches[number + 1].start : piece.size();
        choices.readBody(piece.substr(match.end, next - match.end));
        result.found.push_back({choices.call(), range});
        for (const QString& name : choices.unknown())
            result.unrecognised.push_back(
                {shownText(name.toStdString(), m_catalog), tr("The call has no such field or value."), range});
    }
    return !matches.empty();
}

/// 'user.info', 'user.info#open_id', 'call?parameter=value'; false if it is no id that the catalog has.
bool CallRecogniser::readId(std::string_view word, const Unit& unit, std::size_t at, RecognisedCalls& result) const
{
    auto found = m_byId.find(word);
    const std::size_t end = found != m_byId.end() ? word.size() : std::min(word.find_first_of("#?"), word.size());
    if (found == m_byId.end())
        found = m_byId.find(word.substr(0, end));
    if (found == m_byId.end())
        return false;
    CallChoices choices(found->second, m_catalog);
    const std::string_view rest = word.substr(end);
    const std::size_t hash = std::min(rest.find('#'), rest.size());
    const std::size_t question = std::min(rest.find('?'), rest.size());
    if (hash < rest.size())
        choices.readFields(rest.substr(hash + 1, question > hash ? question - hash - 1 : npos));
    if (question < rest.size())
        choices.readQuery(rest.substr(question + 1, hash > question ? hash - question - 1 : npos));
    const TextRange range = unit.range(at, at + word.size());
    result.found.push_back({choices.call(), range});
    for (const QString& name : choices.unknown())
        result.unrecognised.push_back(
            {shownText(name.toStdString(), m_catalog), tr("The call has no such field or value."), range});
    return true;
}

/// A line that is made of ids alone, with spaces or semicolons between them. At least one must be known.
bool CallRecogniser::readIds(const Unit& unit, RecognisedCalls& result) const
{
    const std::string_view piece = unit.piece();
    constexpr std::string_view between = " \t\r\n;\"'`";
    RecognisedCalls ids;
    for (std::size_t at = piece.find_first_not_of(between); at != npos; at = piece.find_first_not_of(between, at)) {
        const std::size_t end = std::min(piece.find_first_of(between, at), piece.size());
        std::string_view word = piece.substr(at, end - at);
        const std::size_t start = at;
        // Commas part ids, and behind a '#' fields.
        word = word.substr(0, word.find_first_of("#?") < word.find(',') ? npos : word.find(','));
        at = word.size() < end - start ? start + word.size() + 1 : end;
        const bool isBullet = word == "-" || word == "*" || word.empty();
        if (isBullet || readId(word, unit, unit.start + start, ids))
            continue;
        // Other words than ids are a sentence's or a program's.
        if (word.find_first_of("/()[]{}<>=:") != npos || (word.find('.') == npos && word != trimmed(piece)))
            return false;
        ids.unrecognised.push_back({shownText(word, m_catalog), tr("The catalog has no call of this name."),
            unit.range(unit.start + start, unit.start + start + word.size())});
    }
    const bool isWord = ids.unrecognised.size() == 1 && trimmed(piece).find_first_of(" \t,;") == npos;
    if (ids.found.empty() && !isWord)
        return false;
    result.found.insert(result.found.end(), ids.found.begin(), ids.found.end());
    result.unrecognised.insert(result.unrecognised.end(), ids.unrecognised.begin(), ids.unrecognised.end());
    return true;
}

/// Lists a unit that looks like a call by itself: an address, or a method and a path.
void CallRecogniser::listUnknown(const Unit& unit, RecognisedCalls& result) const
{
    const std::string_view piece = trimmed(unit.piece());
    const std::size_t start = unit.start + static_cast<std::size_t>(piece.data() - unit.piece().data());
    const bool isCommand = piece.starts_with("curl ");
    const std::size_t scheme = piece.find("://");
    const std::size_t address = scheme != npos ? scheme : piece.find(" /") != npos ? piece.find(" /") + 1 : npos;
    if (!isCommand && address == npos && (!piece.starts_with('/') || piece.starts_with("//")))
        return;
    // Of a command or a line only the address is shown, and no query: these hold tokens.
    std::size_t first = address == npos ? 0 : address;
    while (scheme != npos && first > 0 && std::string_view(" \t\"'`(<").find(piece[first - 1]) == npos)
        --first;
    const std::size_t end = std::min(piece.find_first_of(" \t\r\n\"'`?#<>)", first), piece.size());
    const std::string_view shown = piece.substr(first, end - first);
    const QString why = shown.find("://") != npos ? tr("This is no address of the provider's that the catalog has.")
                                                  : tr("The catalog has no call with this path.");
    const std::string_view safe = shown.substr(shown.find('@') == npos ? 0 : shown.find('@') + 1);
    result.unrecognised.push_back({shownText(safe, m_catalog), why, unit.range(start, start + piece.size())});
}

RecognisedCalls CallRecogniser::recognise(QStringView text) const
{
    const QString limited = text.first(std::min(text.size(), longestInspected)).toString();
    const QByteArray bytes = limited.toUtf8();
    const std::string_view whole(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    RecognisedCalls result;
    Unit::Place place;
    for (std::size_t at = 0; at < whole.size() && result.unrecognised.size() < mostUnrecognised;) {
        const Unit unit{whole, at, endOfUnit(whole, at), &place};
        if (!trimmed(unit.piece()).empty() && !readPaths(unit, result) && !readIds(unit, result))
            listUnknown(unit, result);
        at = std::min(unit.end + 1, whole.size());
    }
    const std::string_view all = trimmed(whole);
    if (result.found.empty() && result.unrecognised.empty() && !all.empty()) {
        result.unrecognised.push_back(
            {shownText(all, m_catalog), tr("There is no call in this text."), {0, static_cast<int>(limited.size())}});
    }
    return result;
}

std::vector<CallRecogniser::Place> CallRecogniser::findIn(std::string_view text) const
{
    constexpr std::size_t near = 1500;
    std::vector<Place> places;
    const auto matches = m_paths.find(text);
    for (std::size_t number = 0; number < matches.size(); ++number) {
        const PathMatch& match = matches[number];
        if (match.endpoints.empty())
            continue;
        const MethodHint hint = methodBeside(text, match.start, match.end);
        const EndpointId endpoint = withMethod(match.endpoints, hint.method, hint.isCertain);
        if (endpoint == noId)
            continue;
        CallChoices choices(endpoint, m_catalog);
        choices.readQuery(match.query);
        const std::size_t next = number + 1 < matches.size() ? matches[number + 1].start : text.size();
        choices.readBody(text.substr(match.end, std::min(next - match.end, near)));
        const std::size_t first = match.start - std::min(match.start, near);
        choices.readVariable(match.query, text.substr(first, match.start - first), text.substr(match.end, near));
        places.push_back({choices.call(), match.start, match.end});
    }
    return places;
}

std::optional<Call> CallRecogniser::recorded(std::string_view method, std::string_view url, std::string_view body) const
{
    const auto matches = m_paths.find(url);
    if (matches.empty() || matches.front().endpoints.empty())
        return std::nullopt;
    const EndpointId endpoint = withMethod(matches.front().endpoints, method, !method.empty());
    if (endpoint == noId)
        return std::nullopt;
    CallChoices choices(endpoint, m_catalog);
    choices.readQuery(matches.front().query);
    choices.readBody(body);
    return choices.call();
}

} // namespace scopes
