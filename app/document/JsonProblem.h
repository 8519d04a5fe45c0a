#pragma once

#include "document/Problem.h"

#include <QByteArrayView>

#include <cstddef>
#include <simdjson.h>

namespace scopes {

/// How deep values may be nested in a JSON document.
inline constexpr int deepestNesting = 200;

/// Where simdjson stopped, and between what.
struct JsonStop
{
    simdjson::error_code error = simdjson::SUCCESS;
    std::size_t place = 0; ///< bytes from the start to the token that it did not like, or to the value that it stands in
    bool isInObject = false; ///< else in an array, or before the first value
};

/// What is wrong with the text, in the user's words: what was expected, what was found, and exactly where.
Problem jsonProblem(QByteArrayView source, const JsonStop& stop);

/// The message for a document whose root is no object and no array.
Problem scalarRootProblem(QByteArrayView source, std::size_t place);

} // namespace scopes
