#pragma once

#include <QString>

#include <string_view>

namespace scopes {

/// UTF-8 text in a catalog's own memory: valid as long as the catalog lives. A million scopes as QStrings would take twice
/// the memory.
using Text = std::string_view;

/// A copy that outlives the catalog.
inline QString toQString(Text text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Dense numbers, in catalog order from 0; noId where there is none.
using ScopeId = int;
using TopicId = int;
using EndpointId = int;
using SourceId = int;
using LabelId = int; ///< of a product or an approval: few different ones are shared by many scopes
inline constexpr int noId = -1;

} // namespace scopes
