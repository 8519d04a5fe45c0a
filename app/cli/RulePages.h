#pragma once

#include <QString>
#include <QStringList>

namespace scopes {

/// The rules that have a page of documentation, sorted.
QStringList ruleIds();

/// A rule's page in Markdown; empty where there is none.
QString rulePage(const QString& rule);

/// The heading of a rule's page, without the rule's name; the name where there is no page.
QString ruleTitle(const QString& rule);

} // namespace scopes
