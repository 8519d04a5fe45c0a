#include "cli/Reports.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

qsizetype failuresIn(const ReportedInput& input, const FailOn& failOn)
{
    return std::count_if(input.findings.begin(), input.findings.end(),
        [&](const ReportedFinding& finding) { return failOn.includes(finding.severity); });
}

void writeCounts(QXmlStreamWriter& xml, std::size_t tests, qsizetype failures, qsizetype skipped)
{
    xml.writeAttribute(u"tests"_s, QString::number(tests));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"errors"_s, u"0"_s);
    xml.writeAttribute(u"skipped"_s, QString::number(skipped));
}

void writeCase(QXmlStreamWriter& xml, const ReportedFinding& finding, const QString& input, bool isFailure)
{
    const QString line = QString::number(finding.start.line);
    const QString place = finding.start.column == 0 ? line : line + u':' + QString::number(finding.start.column);
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, input);
    xml.writeAttribute(u"name"_s, finding.rule + u" at "_s + place);
    if (!finding.file.isEmpty()) {
        xml.writeAttribute(u"file"_s, input);
        xml.writeAttribute(u"line"_s, line);
    }
    xml.writeStartElement(isFailure ? u"failure"_s : u"skipped"_s);
    xml.writeAttribute(u"message"_s, nameOf(finding.severity) + u": "_s + finding.message);
    if (isFailure) {
        xml.writeAttribute(u"type"_s, finding.rule);
        xml.writeCharacters(input + u':' + place + u": "_s + finding.message);
    }
    xml.writeEndElement();
    xml.writeEndElement();
}

void writeSuite(QXmlStreamWriter& xml, const ReportedInput& input, const FailOn& failOn)
{
    const qsizetype failures = failuresIn(input, failOn);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, input.name);
    writeCounts(
        xml, std::max<std::size_t>(input.findings.size(), 1), failures, static_cast<qsizetype>(input.findings.size()) - failures);
    if (input.findings.empty()) {
        xml.writeEmptyElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, input.name);
        xml.writeAttribute(u"name"_s, QCoreApplication::translate("cli", "nothing to find fault with"));
    }
    for (const ReportedFinding& finding : input.findings)
        writeCase(xml, finding, input.name, failOn.includes(finding.severity));
    xml.writeEndElement();
}

} // namespace

QByteArray junitReport(const std::vector<ReportedInput>& inputs, const FailOn& failOn, const QString& command)
{
    std::size_t tests = 0;
    qsizetype failures = 0;
    qsizetype findings = 0;
    for (const ReportedInput& input : inputs) {
        tests += std::max<std::size_t>(input.findings.size(), 1);
        failures += failuresIn(input, failOn);
        findings += static_cast<qsizetype>(input.findings.size());
    }
    QByteArray report;
    QXmlStreamWriter xml(&report);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"name"_s, u"scope-explorer "_s + command);
    writeCounts(xml, tests, failures, findings - failures);
    for (const ReportedInput& input : inputs)
        writeSuite(xml, input, failOn);
    xml.writeEndDocument();
    return report;
}

} // namespace scopes
