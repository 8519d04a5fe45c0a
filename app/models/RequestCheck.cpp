#include "models/RequestCheck.h"

#include "document/VisibleText.h"
#include "models/CountText.h"

#include <QScopeGuard>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// Formats that put one character between the names and change nothing else.
bool onlySeparates(const QString& formatId)
{
    return formatId == u"comma" || formatId == u"space";
}

/// The names after the edits. A name that an edit gives a separator becomes several.
QStringList namesAfter(const RequestText& request, std::vector<TextEdit> edits, const QString& separator)
{
    std::stable_sort(
        edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.range.start < b.range.start; });
    QStringList names;
    auto edit = edits.begin();
    for (const TextRange& range : request.names) {
        const int end = range.start + range.length;
        while (edit != edits.end() && edit->range.start < range.start)
            ++edit; // between two names: the format's matter
        Fix within;
        while (edit != edits.end() && edit->range.start + edit->range.length <= end) {
            // Of two edits that overlap the first counts.
            const bool isFree =
                within.edits.empty() || within.edits.back().range.start + within.edits.back().range.length <= edit->range.start;
            if (isFree)
                within.edits.push_back({{edit->range.start - range.start, edit->range.length}, edit->text});
            ++edit;
        }
        const QString name = request.text.mid(range.start, range.length);
        if (within.edits.empty())
            names.append(name);
        else
            names += applied(name, within).split(separator, Qt::SkipEmptyParts);
    }
    return names;
}

/// The same request with these names.
RequestText textOf(const QStringList& names, const QString& separator)
{
    RequestText result;
    for (const QString& name : names) {
        if (!result.names.empty())
            result.text += separator;
        result.names.push_back({static_cast<int>(result.text.size()), static_cast<int>(name.size())});
        result.text += name;
    }
    return result;
}

} // namespace

RequestText requestText(const Workspace& workspace)
{
    const QStringList names = workspace.selection().names().mid(0, mostCheckedScopes);
    const QString formatId = onlySeparates(workspace.formatId()) ? workspace.formatId() : workspace.providersFormatId();
    const auto formatted = format(formatId, names, workspace.formatOptions());
    RequestText result;
    if (formatted) {
        const QString separator = formatId == u"comma" ? u","_s : formatId == u"space" ? u" "_s : u"\n"_s;
        result = textOf(names, separator);
    } else {
        result.problem = formatted.problem().message;
    }
    return result;
}

RequestCheck::RequestCheck(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    constexpr int afterLastChange = 30; // milliseconds
    m_timer.setSingleShot(true);
    m_timer.setInterval(afterLastChange);
    connect(&m_timer, &QTimer::timeout, this, &RequestCheck::start);
    connect(&m_check, &TextCheck::finished, this, &RequestCheck::finish);
    const auto later = [this] { m_timer.start(); };
    connect(&workspace, &Workspace::selectionChanged, this, later);
    connect(&workspace, &Workspace::formatChanged, this, later);
    connect(&workspace, &Workspace::catalogChanged, this, later);
    connect(&workspace, &Workspace::profileChanged, this, later);
    if (!workspace.selection().isEmpty())
        m_timer.start();
}

QString RequestCheck::summary() const
{
    if (m_workspace.selection().isEmpty())
        return {};
    if (!m_text.problem.isEmpty())
        return tr("The request is not checked. %1").arg(m_text.problem);
    if (m_findings.checked() == nullptr)
        return {};
    QString text = summaryOf(m_findings);
    const auto requested = m_workspace.selection().size();
    if (requested > mostCheckedScopes)
        text = tr("%1 Only the first %2 are checked.").arg(text, scopeCount(mostCheckedScopes));
    if (m_workspace.approved() == nullptr && m_findings.rowCount() == 0) {
        text += u' '
            + (m_workspace.profile() == nullptr ? tr("Approval is not checked: no app profile is chosen.")
                                                : tr("Approval is not checked: the app profile is of another provider."));
    }
    return text;
}

TextToCheck RequestCheck::textToCheck(const QString& text) const
{
    return {text, m_workspace.catalogPointer(), m_workspace.profile(), PasteKind::ScopeList, true};
}

void RequestCheck::start()
{
    m_check.cancel();
    m_text = requestText(m_workspace);
    if (m_text.text.isEmpty()) {
        m_findings.setChecked(nullptr);
        Q_EMIT changed();
        return;
    }
    m_check.start(textToCheck(m_text.text));
}

void RequestCheck::finish(const CheckedTextPointer& checked)
{
    m_findings.setChecked(checked);
    Q_EMIT changed();
}

void RequestCheck::fix(int row)
{
    if (isBehind() || row < 0 || row >= m_findings.rowCount())
        return;
    const Finding& finding = m_findings.finding(row);
    if (!finding.fix || finding.fix->edits.empty())
        return;
    const QStringList names = namesAfter(m_text, finding.fix->edits, m_workspace.catalog().separator());
    apply(finding.fix->title, names, finding.ruleId == u"wrong-separator");
}

void RequestCheck::fixAllSafe()
{
    if (isBehind() || !m_findings.hasSafeFix())
        return;
    constexpr int mostRounds = 8;
    const QString separator = m_workspace.catalog().separator();
    RequestText request = m_text;
    CheckedTextPointer checked = m_findings.checked();
    bool isSeparatorWrong = false;
    for (int round = 0; round < mostRounds && checked != nullptr; ++round) {
        std::vector<TextEdit> edits;
        for (const Finding& finding : checked->findings) {
            if (!finding.fix || !finding.fix->isSafe)
                continue;
            edits.insert(edits.end(), finding.fix->edits.begin(), finding.fix->edits.end());
            isSeparatorWrong = isSeparatorWrong || finding.ruleId == u"wrong-separator";
        }
        if (edits.empty())
            break;
        request = textOf(namesAfter(request, std::move(edits), separator), separator);
        checked = check(textToCheck(request.text));
    }
    QStringList names;
    for (const TextRange& range : request.names)
        names.append(request.text.mid(range.start, range.length));
    apply(tr("All Safe Fixes"), names, isSeparatorWrong);
}

void RequestCheck::apply(const QString& title, const QStringList& checkedNames, bool wantsProvidersFormat)
{
    QStringList names = checkedNames;
    names += m_workspace.selection().names().mid(static_cast<qsizetype>(m_text.names.size()));
    const bool changesFormat = wantsProvidersFormat && m_workspace.formatId() != m_workspace.providersFormatId();
    if (names == m_workspace.selection().names() && !changesFormat)
        return;
    constexpr qsizetype longestTitle = 80;
    QString text = visibleText(title, longestTitle);
    // The undo view shows what stands before the line feed, menus what stands behind: there '&' would be a mnemonic.
    if (text.contains(u'&'))
        text += u'\n' + QString(text).replace(u'&', u"&&"_s);
    m_workspace.undoStack().beginMacro(text);
    const auto end = qScopeGuard([this] { m_workspace.undoStack().endMacro(); });
    m_workspace.replaceScopes(names);
    if (changesFormat)
        m_workspace.setFormat(m_workspace.providersFormatId());
}

} // namespace scopes
