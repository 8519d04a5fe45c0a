#include "models/FindingsModel.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace scopes {

namespace {

QString findingText(const char* text)
{
    return QCoreApplication::translate("FindingsModel", text);
}

QString counted(int count, const char* one, const char* many)
{
    return count == 1 ? findingText(one) : findingText(many).arg(QLocale().toString(count));
}

bool isSame(const Finding& a, const Finding& b)
{
    const bool hasSameFix = a.fix.has_value() == b.fix.has_value()
        && (!a.fix || (a.fix->title == b.fix->title && a.fix->edits == b.fix->edits && a.fix->isSafe == b.fix->isSafe));
    return hasSameFix && a.ruleId == b.ruleId && a.severity == b.severity && a.ranges == b.ranges && a.scopes == b.scopes
        && a.message == b.message && a.why == b.why && a.source == b.source && a.section == b.section;
}

bool isSame(const CheckedTextPointer& a, const CheckedTextPointer& b)
{
    return a != nullptr && b != nullptr && a->catalog == b->catalog
        && std::equal(a->findings.begin(), a->findings.end(), b->findings.begin(), b->findings.end(),
            [](const Finding& one, const Finding& other) { return isSame(one, other); });
}

/// The first or last place of the word that reaches to a place, a little way at most.
int edgeOfWord(const QString& text, int place, int step)
{
    constexpr int farthest = 60;
    const auto isInWord = [&](int at) {
        return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || QStringView(u"._-:/").contains(text[at]));
    };
    int edge = place;
    while (std::abs(edge - place) < farthest && isInWord(step < 0 ? edge - 1 : edge))
        edge += step;
    return edge;
}

} // namespace

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return findingText("Error");
    case Severity::Warning:
        return findingText("Warning");
    case Severity::Note:
        break;
    }
    return findingText("Note");
}

QString summaryOf(const FindingsModel& findings)
{
    const int errors = findings.count(Severity::Error);
    const int warnings = findings.count(Severity::Warning);
    const int notes = findings.count(Severity::Note);
    QStringList parts;
    if (errors > 0)
        parts += counted(errors, "1 error", "%1 errors");
    if (warnings > 0)
        parts += counted(warnings, "1 warning", "%1 warnings");
    if (notes > 0)
        parts += counted(notes, "1 note", "%1 notes");
    if (parts.isEmpty())
        return findingText("Nothing to find fault with.");
    if (errors + warnings + notes > FindingsModel::mostListed)
        parts += findingText("the first %1 are listed").arg(QLocale().toString(FindingsModel::mostListed));
    return parts.join(u", ");
}

FindingsModel::FindingsModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void FindingsModel::setChecked(CheckedTextPointer checked)
{
    if (isSame(m_checked, checked)) {
        // The text around them may be another one, and with it what a fix gives.
        m_checked = std::move(checked);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {PreviewRole});
        return;
    }
    beginResetModel();
    m_checked = std::move(checked);
    endResetModel();
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || m_checked == nullptr)
        return 0;
    return std::min(static_cast<int>(m_checked->findings.size()), mostListed);
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Finding& row = finding(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.message;
    case RuleRole:
        return row.ruleId;
    case SeverityRole:
        return static_cast<int>(row.severity);
    case SeverityTextRole:
        return severityText(row.severity);
    case WhyRole:
        return row.why;
    case SourceRole:
        return sourceText(row, *m_checked->catalog);
    case FixRole:
        return row.fix ? row.fix->title : QString();
    case PreviewRole:
        return preview(row);
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    default:
        return {};
    }
}

QString FindingsModel::accessibleText(const Finding& finding) const
{
    const QString text = findingText("%1: %2 %3").arg(severityText(finding.severity), finding.message, finding.why);
    return finding.fix ? findingText("%1 Fix: %2.").arg(text, finding.fix->title) : text;
}

/// What the stretch from the first to the last edit is and becomes, from the beginning of a word to the end of one.
QString FindingsModel::preview(const Finding& finding) const
{
    if (!finding.fix || finding.fix->edits.empty())
        return {};
    constexpr int longest = 200;
    constexpr qsizetype longestAfter = 400;
    const Inspection& inspection = m_checked->inspection;
    const auto& edits = finding.fix->edits;
    const int begin = edgeOfWord(inspection.text, edits.front().range.start, -1);
    const int whole = edgeOfWord(inspection.text, edits.back().range.start + edits.back().range.length, 1);
    const int end = std::min(whole, begin + longest);
    QString after;
    int at = begin;
    for (const TextEdit& edit : edits) {
        if (edit.range.start > end)
            break;
        after += inspection.masked({at, edit.range.start - at}) + edit.text;
        at = edit.range.start + edit.range.length;
    }
    if (at < end)
        after += inspection.masked({at, end - at});
    const QString more = end < whole ? findingText("…") : QString();
    return findingText("%1 → %2").arg(
        visibleText(inspection.masked({begin, end - begin})) + more, visibleText(after, longestAfter) + more);
}

int FindingsModel::count(Severity severity) const
{
    if (m_checked == nullptr)
        return 0;
    return static_cast<int>(std::count_if(m_checked->findings.begin(), m_checked->findings.end(),
        [severity](const Finding& one) { return one.severity == severity; }));
}

bool FindingsModel::hasSafeFix() const
{
    return m_checked != nullptr && std::any_of(m_checked->findings.begin(), m_checked->findings.end(), [](const Finding& one) {
        return one.fix && one.fix->isSafe && !one.fix->edits.empty();
    });
}

} // namespace scopes
