#pragma once

#include "document/Problem.h"
#include "document/ReadingProgress.h"

#include <QByteArrayView>

#include <cstddef>
#include <string_view>
#include <yaml.h>

namespace scopes {

/// The events of a YAML text, one after the other, from libyaml. The text and the progress must outlive it.
class YamlEvents
{
public:
    YamlEvents(QByteArrayView source, const ReadingProgress& progress);
    ~YamlEvents();

    YamlEvents(const YamlEvents&) = delete;
    YamlEvents& operator=(const YamlEvents&) = delete;

    /// Goes to the next event; false if the text is not YAML from there on: problem() says why.
    [[nodiscard]] bool next();

    const yaml_event_t& event() const { return m_event; }

    /// True if next() was false because nobody waits any more.
    bool isStopped() const { return m_isStopped; }

    /// Bytes from the start of the text to the event. Events are asked in their order.
    std::size_t offset();

    /// Why next() failed, in the user's words and with the place.
    Problem problem() const;

    /// A problem at the event.
    Problem problemHere(QString message, Problem::Severity severity = Problem::Severity::Error) const;

private:
    static int give(void* events, unsigned char* buffer, std::size_t size, std::size_t* given);

    QByteArrayView m_source;
    const ReadingProgress& m_progress; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    qsizetype m_given = 0; ///< bytes that libyaml has
    bool m_isStopped = false;
    bool m_isAscii; ///< a character is a byte
    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
    std::size_t m_characters = 0; ///< libyaml counts code points; as many stand before m_bytes
    std::size_t m_bytes = 0;
};

/// Text of a C string from libyaml; empty for a null pointer.
inline std::string_view yamlText(const yaml_char_t* text)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libyaml has unsigned characters
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// A scalar event's content, which may hold null characters.
inline std::string_view yamlContent(const yaml_event_t& event)
{
    const auto& scalar = event.data.scalar;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libyaml has unsigned characters
    return {reinterpret_cast<const char*>(scalar.value), scalar.length};
}

} // namespace scopes
