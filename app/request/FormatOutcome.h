#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <variant>

namespace scopes {

/// Why names could not be written or text could not be read.
struct FormatProblem
{
    enum class Kind {
        NothingToFormat, ///< the list of names is empty
        UnknownFormat, ///< no format has that id
        BadOption, ///< the separator, parameter or variable cannot be used
        CannotSay, ///< the format has no unambiguous way to write one of the names
        CannotRead, ///< the text is not in the format
        TooLong, ///< the text is over the limit
        NoScope, ///< no scope name was found in the text
        Ambiguous, ///< the text can be read in ways that give different names
    };

    Kind kind = Kind::CannotRead;
    QString message; ///< a translated sentence, plain text, bounded, nothing invisible in it
    qsizetype position = -1; ///< when reading: UTF-16 offset in the text; when writing: row of the name; -1 for no place
};

/// A value, or the problem that stood in its way.
template <typename Value>
class [[nodiscard]] Outcome
{
public:
    // NOLINTNEXTLINE(google-explicit-constructor): both are meant to be returned as they are
    Outcome(Value value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }

    // NOLINTNEXTLINE(google-explicit-constructor)
    Outcome(FormatProblem problem)
        : m_state(std::in_place_index<1>, std::move(problem))
    {
    }

    bool hasValue() const { return m_state.index() == 0; }

    explicit operator bool() const { return hasValue(); }

    /// The value; only when hasValue().
    const Value& value() const { return std::get<0>(m_state); }

    /// The problem; only when not hasValue().
    const FormatProblem& problem() const { return std::get<1>(m_state); }

private:
    std::variant<Value, FormatProblem> m_state;
};

using FormattedText = Outcome<QString>;
using ParsedNames = Outcome<QStringList>;

} // namespace scopes
