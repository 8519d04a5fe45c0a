#include "import/JsonWriter.h"

namespace scopes {

JsonWriter& JsonWriter::beginObject()
{
    beginValue();
    write("{");
    m_open.push_back({'}', true});
    return *this;
}

JsonWriter& JsonWriter::beginArray()
{
    beginValue();
    write("[");
    m_open.push_back({']', true});
    return *this;
}

JsonWriter& JsonWriter::end()
{
    const Open closed = m_open.back();
    m_open.pop_back();
    if (!closed.isEmpty)
        breakLine();
    m_json.append(closed.end);
    return *this;
}

JsonWriter& JsonWriter::name(std::string_view name)
{
    beginValue();
    writeQuoted(name);
    write(": ");
    m_hasName = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view text)
{
    beginValue();
    writeQuoted(text);
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value)
{
    return literal(value ? "true" : "false");
}

JsonWriter& JsonWriter::null()
{
    return literal("null");
}

JsonWriter& JsonWriter::literal(std::string_view number)
{
    beginValue();
    write(number);
    return *this;
}

QByteArray JsonWriter::take()
{
    m_json.append('\n');
    return std::move(m_json);
}

/// What stands before a name, an element or a member's value.
void JsonWriter::beginValue()
{
    if (m_hasName || m_open.empty()) {
        m_hasName = false;
        return;
    }
    if (!m_open.back().isEmpty)
        write(",");
    m_open.back().isEmpty = false;
    breakLine();
}

void JsonWriter::write(std::string_view text)
{
    m_json.append(text.data(), static_cast<qsizetype>(text.size()));
}

void JsonWriter::writeQuoted(std::string_view text)
{
    constexpr std::string_view hexDigits = "0123456789abcdef";
    write("\"");
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= ' ' && byte != '"' && byte != '\\')
            continue;
        write(text.substr(written, i - written));
        written = i + 1;
        if (byte == '"' || byte == '\\') {
            m_json.append('\\').append(text[i]);
        } else {
            write("\\u00");
            m_json.append(hexDigits[byte >> 4U]).append(hexDigits[byte & 15U]);
        }
    }
    write(text.substr(written));
    write("\"");
}

void JsonWriter::breakLine()
{
    m_json.append('\n').append(static_cast<qsizetype>(m_open.size()), ' ');
}

} // namespace scopes
