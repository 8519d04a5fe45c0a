#pragma once

#include <QByteArray>

#include <string_view>
#include <vector>

namespace scopes {

/// Writes JSON (RFC 8259) in UTF-8, one space a level. The caller sees to it that names and values alternate in objects.
class JsonWriter
{
public:
    JsonWriter& beginObject();
    JsonWriter& beginArray();

    /// Ends the object or array that was begun last.
    JsonWriter& end();

    JsonWriter& name(std::string_view name);
    JsonWriter& text(std::string_view text);
    JsonWriter& boolean(bool value);
    JsonWriter& null();

    /// A number, as it is to stand there.
    JsonWriter& literal(std::string_view number);

    /// What was written, with a line feed at the end.
    QByteArray take();

private:
    struct Open
    {
        char end;
        bool isEmpty;
    };

    void beginValue();
    void write(std::string_view text);
    void writeQuoted(std::string_view text);
    void breakLine();

    QByteArray m_json;
    std::vector<Open> m_open;
    bool m_hasName = false;
};

} // namespace scopes
