#include "analysis/CallChoices.h"

#include <QByteArray>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr int fields = noId; ///< as a parameter's number: the list of fields

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

QString shown(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string decoded(std::string_view text)
{
    QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes).toStdString();
}

/// The names of the parameters by which APIs take a list of fields.
bool isFieldsName(std::string_view name)
{
    return name == "fields" || name == "fields[]" || name == "$select";
}

/// Calls @p visit for each run of name characters.
template <typename Visitor>
void forEachName(std::string_view text, Visitor visit)
{
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isNameChar(text[end]))
            ++end;
        if (end > at)
            visit(text.substr(at, end - at));
        at = end + 1;
    }
}

/// What stands behind a name: between the brackets or quotes that open after ':' or '=', or one word. Empty if there is no
/// such sign.
std::string_view valueBehind(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 4000;
    constexpr std::string_view passed = " \t\r\n\"'`\\>]";
    bool hasSign = false;
    while (at < text.size() && (passed.find(text[at]) != npos || text[at] == ':' || text[at] == '=')) {
        hasSign = hasSign || text[at] == ':' || text[at] == '=' || text[at] == ',';
        ++at;
    }
    if (!hasSign || at >= text.size())
        return {};
    const std::string_view rest = text.substr(at, longest);
    constexpr std::string_view openers = "[({";
    constexpr std::string_view closers = "])}";
    if (const std::size_t bracket = openers.find(rest.front()); bracket != npos)
        return rest.substr(0, rest.find(closers[bracket]));
    // Behind an opening quote up to the closing one, else a word with its commas.
    std::size_t end = 0;
    while (end < rest.size() && (isNameChar(rest[end]) || rest[end] == ','))
        ++end;
    return rest.substr(0, end);
}

} // namespace

CallChoices::CallChoices(EndpointId endpoint, const ScopeCatalog& catalog)
    : m_endpoint(endpoint)
    , m_catalog(catalog)
    , m_call{endpoint, {}, {}}
{
}

bool CallChoices::chooseField(std::string_view name)
{
    const auto& all = m_catalog.endpoint(m_endpoint).fields;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Field& field) { return field.name == name; });
    if (found == all.end())
        return false;
    m_call.fields.push_back(static_cast<int>(found - all.begin()));
    return true;
}

bool CallChoices::chooseValue(int parameter, std::string_view value)
{
    const auto& all = m_catalog.endpoint(m_endpoint).parameters[static_cast<std::size_t>(parameter)].values;
    const auto found = std::find_if(all.begin(), all.end(), [&](const ParameterValue& known) { return known.value == value; });
    if (found == all.end())
        return false;
    m_call.values.push_back({m_endpoint, noId, parameter, static_cast<int>(found - all.begin())});
    return true;
}

void CallChoices::readValues(int parameter, std::string_view values, bool reportsUnknown)
{
    forEachName(values, [&](std::string_view name) {
        const bool isKnown = parameter == fields ? chooseField(name) : chooseValue(parameter, name);
        if (isKnown || !reportsUnknown)
            return;
        const Endpoint& endpoint = m_catalog.endpoint(m_endpoint);
        const QString begin = parameter == fields
            ? QString(u'#')
            : u'?' + toQString(endpoint.parameters[static_cast<std::size_t>(parameter)].name) + u'=';
        m_unknown += toQString(endpoint.id) + begin + shown(name);
    });
}

void CallChoices::readFields(std::string_view names)
{
    readValues(fields, decoded(names), true);
}

void CallChoices::readQuery(std::string_view query)
{
    const Endpoint& endpoint = m_catalog.endpoint(m_endpoint);
    // In JSON an ampersand may be written otherwise; in HTML it is '&amp;', which parts pairs too.
    const QByteArray plain = QByteArray(query.data(), static_cast<qsizetype>(query.size())).replace("\\u0026", "&");
    query = {plain.constData(), static_cast<std::size_t>(plain.size())};
    while (!query.empty()) {
        const std::size_t end = std::min(query.find_first_of("&;"), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const std::size_t equals = pair.find('=');
        if (equals == npos)
            continue;
        const std::string name = decoded(pair.substr(0, equals));
        const std::string value = decoded(pair.substr(equals + 1));
        // A value that a program puts in names nothing.
        if (value.find_first_of("{$") != npos)
            continue;
        if (isFieldsName(name))
            readValues(fields, value, true);
        for (std::size_t number = 0; number < endpoint.parameters.size(); ++number) {
            if (endpoint.parameters[number].name == name)
                readValues(static_cast<int>(number), value, true);
        }
    }
}

void CallChoices::readBody(std::string_view text)
{
    const Endpoint& endpoint = m_catalog.endpoint(m_endpoint);
    if (!endpoint.fields.empty())
        readAssigned(fields, "fields", text);
    for (std::size_t number = 0; number < endpoint.parameters.size(); ++number)
        readAssigned(static_cast<int>(number), endpoint.parameters[number].name, text);
}

/// Each value that stands behind the name in the text.
void CallChoices::readAssigned(int parameter, std::string_view name, std::string_view text)
{
    for (std::size_t at = text.find(name); at != npos; at = text.find(name, at + name.size())) {
        const std::size_t end = at + name.size();
        const bool isWhole = (at == 0 || !isNameChar(text[at - 1])) && (end == text.size() || !isNameChar(text[end]));
        if (isWhole)
            readValues(parameter, valueBehind(text, end), false);
    }
}

void CallChoices::readVariable(std::string_view query, std::string_view before, std::string_view behind)
{
    std::size_t at = query.rfind("fields=");
    if (at == npos || m_catalog.endpoint(m_endpoint).fields.empty())
        return;
    at += std::string_view("fields=").size();
    std::string_view expression = query.substr(at, query.find('&', at) - at);
    if (expression.empty()) {
        // The literal ends here; what the program adds to it follows.
        constexpr std::size_t longest = 60;
        constexpr std::string_view joined = "\"'`+.% \t";
        const std::size_t first = behind.find_first_not_of(joined);
        expression = first == npos || first == 0 ? std::string_view() : behind.substr(first, longest);
    } else if (expression.find_first_of("{$") == npos) {
        return; // the names themselves
    }
    std::string_view variable;
    forEachName(expression, [&](std::string_view name) {
        if (variable.empty())
            variable = name.substr(0, name.find('.'));
    });
    if (variable.empty())
        return;
    readAssigned(fields, variable, before);
    readAssigned(fields, variable, behind);
}

Call CallChoices::call() const
{
    return merged({m_call}).front();
}

} // namespace scopes
