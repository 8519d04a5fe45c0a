#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace scopes {

/// Something that is wrong, or only odd, in a file: where it stands, what was expected, what was found.
struct Problem
{
    enum class Severity {
        Error, ///< the file cannot be used
        Note ///< the file can be used; a reader wants to know
    };

    Severity severity = Severity::Error;
    QString message; ///< whole sentences for the user, plain text
    QString pointer; ///< JSON pointer (RFC 6901) of the value concerned; empty for the whole document
    int line = 0; ///< from 1; 0 when no place can be named
    int column = 0; ///< from 1, in Unicode code points; 0 when no place can be named

    /// An error at a place, or at none where it concerns the whole file.
    static Problem error(QString message, int line = 0, int column = 0)
    {
        return {Severity::Error, std::move(message), {}, line, column};
    }

    /// 'FILE:LINE:COLUMN: error: MESSAGE (at POINTER)', without the parts that are not known.
    QString toString(const QString& fileName) const;

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// True if some problem is an error.
bool hasErrors(const Problems& problems);

/// All problems, a line each, as Problem::toString() gives them; at most @p limit lines and then how many more there are.
QString toString(const Problems& problems, const QString& fileName, int limit = 100);

/// What a function that can fail returns: a value, or none and the problems that say why. Notes may stand beside a value.
template <typename T>
struct [[nodiscard]] Result
{
    std::optional<T> value;
    Problems problems;

    Result(T result, Problems notes = {})
        : value(std::move(result))
        , problems(std::move(notes))
    {
    }

    Result(Problems errors)
        : problems(std::move(errors))
    {
    }

    Result(Problem error)
        : problems{std::move(error)}
    {
    }

    explicit operator bool() const { return value.has_value(); }
};

} // namespace scopes
