#pragma once

#include "cli/Input.h"
#include "cli/Reports.h"

#include <QJsonObject>

namespace scopes {

/// What is checked, and the answers about it.
struct Check
{
    Input input;
    Inspection inspection;
    std::vector<Finding> findings;
    QString repaired; ///< masked
};

/// The answer for programs: kind, scopes, findings, repaired.
QJsonObject toJson(const Check& check, const ScopeCatalog& catalog);

/// The answer for people. With @p hasColours, severities are coloured.
void writeText(QTextStream& out, const Check& check, const ScopeCatalog& catalog, bool hasColours);

/// The answer for other tools' reports.
ReportedInput reported(const Check& check);

} // namespace scopes
