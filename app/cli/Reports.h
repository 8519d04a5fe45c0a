#pragma once

#include "analysis/Finding.h"
#include "cli/FailOn.h"
#include "cli/TextPlaces.h"

#include <QByteArray>

namespace scopes {

/// A finding as other tools take it in: what is wrong, and where in which file.
struct ReportedFinding
{
    /// One replacement of a fix.
    struct Replacement
    {
        TextPlace start;
        TextPlace end;
        QString text;
    };

    QString rule; ///< its page of documentation, where it has one, becomes part of a report
    Severity severity = Severity::Error;
    QString message; ///< whole sentences, safe to show
    QString file; ///< path as the user gave it; empty where there is no file
    TextPlace start; ///< column 0: only the line is known
    TextPlace end; ///< behind the last unit
    QString fixTitle; ///< what the replacements do; only where there are some
    std::vector<Replacement> fix;
};

/// What was looked at, and what was found in it.
struct ReportedInput
{
    QString name; ///< for people, safe to show
    std::vector<ReportedFinding> findings;
};

/// SARIF 2.1.0 (OASIS, March 2020): one run, with the documentation of the rules that it names. Columns count UTF-16 units.
/// Findings outside of files have no location.
QByteArray sarifReport(const std::vector<ReportedInput>& inputs);

/// JUnit's XML as Jenkins and GitLab read it: a suite an input, a test case a finding, failed where @p failOn includes it and
/// else skipped, and a passed one where nothing was found. @p command names the kind of check.
QByteArray junitReport(const std::vector<ReportedInput>& inputs, const FailOn& failOn, const QString& command);

} // namespace scopes
