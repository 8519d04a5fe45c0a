#pragma once

#include <QCommandLineOption>
#include <QStringList>

#include <vector>

namespace scopes {

/// The arguments with each long option that is shortened to a beginning that only one of @p options has written out, as GNU
/// programs take them. Values of options, and what stands behind '--', stay as they are; so does a name that could be several,
/// or none.
QStringList withWholeOptionNames(const QStringList& arguments, const std::vector<QCommandLineOption>& options);

} // namespace scopes
