#include "models/InspectedText.h"

#include "document/VisibleText.h"
#include "request/ScopeRecogniser.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// A piece of a text that differs from another text.
struct Difference
{
    int position = 0;
    QString before;
    QString after;
};

Difference differenceBetween(const QString& before, const QString& after)
{
    const auto left = std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first;
    const auto start = static_cast<qsizetype>(left - before.begin());
    qsizetype same = 0;
    while (same < std::min(before.size(), after.size()) - start
        && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    return {
        static_cast<int>(start), before.mid(start, before.size() - start - same), after.mid(start, after.size() - start - same)};
}

/// As long as the text, for a view in which a unit has a place.
QString withVisibleMarks(QString text)
{
    constexpr char16_t mark = u'▯';
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t character = isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        if (character == u'\n' || character == u'\t' || !isInvisible(character)) {
            at += isPair ? 1 : 0;
            continue;
        }
        text[at] = mark;
        if (isPair)
            text[++at] = mark;
    }
    return text;
}

} // namespace

/// A change of the inspected text, its secrets masked.
class TextChange : public QUndoCommand
{
public:
    TextChange(InspectedText& text, Difference difference, const QString& title)
        : QUndoCommand(title)
        , m_text(text)
        , m_difference(std::move(difference))
    {
    }

    void undo() override { put(m_difference.after, m_difference.before); }

    void redo() override
    {
        // The first time the change has been made already.
        if (m_isUndone)
            put(m_difference.before, m_difference.after);
    }

private:
    void put(const QString& instead, const QString& text)
    {
        m_isUndone = true;
        m_text.m_text.replace(m_difference.position, instead.size(), text);
        m_text.m_change.reset();
        m_text.m_isElsewhere = true;
        m_text.check();
    }

    InspectedText& m_text; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Difference m_difference;
    bool m_isUndone = false;
};

InspectedText::InspectedText(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    constexpr int afterLastKey = 150; // milliseconds
    constexpr int mostSteps = 200;
    m_undoStack.setUndoLimit(mostSteps);
    m_timer.setSingleShot(true);
    m_timer.setInterval(afterLastKey);
    connect(&m_timer, &QTimer::timeout, this, &InspectedText::check);
    connect(&m_check, &TextCheck::finished, this, &InspectedText::finish);
    connect(&m_check, &TextCheck::progressed, this, &InspectedText::progressed);
    const auto again = [this] {
        if (!m_text.isEmpty())
            check();
    };
    connect(&workspace, &Workspace::catalogChanged, this, again);
    connect(&workspace, &Workspace::profileChanged, this, again);
}

void InspectedText::setText(const QString& text)
{
    m_text = text.left(longestInspected);
    m_text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    m_kind.reset();
    m_change.reset();
    m_isElsewhere = true;
    m_undoStack.clear();
    check();
}

void InspectedText::replace(int position, int removed, const QString& added, bool isTyping)
{
    QString text = added;
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    m_check.cancel();
    m_text.replace(position, removed, text);
    m_change = isTyping ? tr("Typing") : tr("Paste");
    m_isElsewhere = m_isElsewhere || !isTyping;
    if (isTyping)
        m_timer.start();
    else
        check();
}

void InspectedText::setKind(std::optional<PasteKind> kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    check();
}

void InspectedText::check()
{
    m_timer.stop();
    m_check.start({m_text, m_workspace.catalogPointer(), m_workspace.profile(), m_kind});
    Q_EMIT began();
}

void InspectedText::cancel()
{
    m_check.cancel();
    m_timer.stop();
    m_text.clear();
    m_isElsewhere = false;
    m_change.reset();
    m_shown.clear();
    m_masked.clear();
    m_undoStack.clear();
    m_findings.setChecked(nullptr);
    Q_EMIT changed();
}

void InspectedText::finish(const CheckedTextPointer& checked)
{
    QString masked = checked->inspection.masked({0, static_cast<int>(std::min(m_text.size(), longestShown))});
    if (m_change && !isPart() && masked != m_masked)
        m_undoStack.push(new TextChange(*this, differenceBetween(m_masked, masked), *m_change));
    m_change.reset();
    m_isElsewhere = false;
    m_shown = withVisibleMarks(masked);
    m_masked = std::move(masked);
    m_findings.setChecked(checked);
    Q_EMIT changed();
}

void InspectedText::fix(int row)
{
    if (isBehind() || row < 0 || row >= m_findings.rowCount())
        return;
    const Finding& finding = m_findings.finding(row);
    if (finding.fix && !finding.fix->edits.empty())
        takeRepaired(applied(m_text, *finding.fix), finding.fix->title);
}

void InspectedText::fixAllSafe()
{
    if (!isBehind() && !isPart())
        takeRepaired(repaired(m_text, m_workspace.catalog()), tr("All Safe Fixes"));
}

void InspectedText::takeRepaired(const QString& text, const QString& title)
{
    if (text == m_text)
        return;
    m_text = text;
    m_isElsewhere = true;
    m_change = title;
    check();
}

QString InspectedText::repairedForOthers() const
{
    if (isPart())
        return {};
    return inspect(repaired(m_text, m_workspace.catalog()), m_workspace.catalog()).masked();
}

QString titleOf(PasteKind kind)
{
    const auto text = [](const char* source) { return QCoreApplication::translate("PasteKind", source); };
    switch (kind) {
    case PasteKind::Nothing:
        return text("Nothing with scopes");
    case PasteKind::ScopeList:
        return text("List of scopes");
    case PasteKind::AuthorizationUrl:
        return text("Authorization URL");
    case PasteKind::CallbackUrl:
        return text("Callback URL");
    case PasteKind::TokenJson:
        return text("Token response");
    case PasteKind::Json:
        return text("JSON");
    case PasteKind::Yaml:
        return text("YAML");
    case PasteKind::EnvLine:
        return text("Environment variable");
    case PasteKind::CodeLiteral:
        return text("Source code");
    case PasteKind::CurlCommand:
        return text("curl command");
    case PasteKind::DocsTable:
        return text("Page or table of documentation");
    case PasteKind::ErrorText:
        return text("Log line or error text");
    }
    return {};
}

bool deservesALook(const CheckedText& checked)
{
    const Inspection& seen = checked.inspection;
    constexpr std::array lists{
        PasteKind::ScopeList, PasteKind::Json, PasteKind::Yaml, PasteKind::EnvLine, PasteKind::CodeLiteral};
    if (std::find(lists.begin(), lists.end(), seen.kind) == lists.end() || !seen.secrets.empty())
        return true;
    const auto isError = [](const Finding& one) { return one.severity == Severity::Error; };
    if (std::any_of(checked.findings.begin(), checked.findings.end(), isError))
        return true;
    // One of our formats alone: what both ways of reading find.
    const auto list = recognise(seen.text);
    if (!list)
        return true;
    QStringList names = list.value().names;
    names.removeDuplicates();
    return names != seen.scopes();
}

} // namespace scopes
