#pragma once

#include <QString>
#include <QStringList>

namespace scopes {

/// The known word that @p word is most likely a slip of: one that it is the beginning of, or that few typing errors (a letter
/// wrong, missing, too many, or two turned round) lead to. Null if none is near.
QString nearest(const QString& word, const QStringList& known);

/// ' Did you mean 'list'?' with the space before it, or nothing.
QString didYouMean(const QString& word, const QStringList& known);

} // namespace scopes
