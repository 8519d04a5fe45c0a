#include "models/InspectedText.h"

#include "document/VisibleText.h"
#include "request/ScopeRecogniser.h"

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
        if (m_difference.position < m_text.m_from || m_difference.position > m_text.m_to)
            m_text.choosePart(m_difference.position);
        else
            m_text.m_to += static_cast<int>(text.size() - instead.size());
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
    choosePart(0);
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
    m_text.replace(m_from + position, removed, text);
    m_to += static_cast<int>(text.size()) - removed;
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
    choosePart(0);
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
    QString masked = checked->inspection.masked({m_from, m_to - m_from});
    if (m_change && masked != m_masked) {
        Difference difference = differenceBetween(m_masked, masked);
        difference.position += m_from;
        m_undoStack.push(new TextChange(*this, std::move(difference), *m_change));
    }
    m_change.reset();
    m_isElsewhere = false;
    if (m_to - m_from > 2 * longestShown) {
        choosePart(m_from); // a long piece was pasted into it
        masked = checked->inspection.masked({m_from, m_to - m_from});
    }
    m_shown = withVisibleMarks(masked);
    m_masked = std::move(masked);
    m_findings.setChecked(checked);
    Q_EMIT changed();
}

void InspectedText::choosePart(qsizetype position)
{
    constexpr qsizetype longestLine = 1'000; ///< a line's beginning is looked for no further
    const qsizetype size = m_text.size();
    qsizetype from = std::clamp<qsizetype>(position, 0, size);
    if (size <= longestShown)
        from = 0;
    const qsizetype line = from == 0 ? -1 : m_text.lastIndexOf(u'\n', from - 1);
    if (from > 0 && line >= from - longestLine)
        from = line + 1;
    else if (from > 0 && from < size && m_text[from].isLowSurrogate())
        --from;
    qsizetype to = std::min(from + longestShown, size);
    if (to < size && m_text[to].isLowSurrogate())
        ++to;
    m_from = static_cast<int>(from);
    m_to = static_cast<int>(to);
}

void InspectedText::showPart(qsizetype position)
{
    if (isBehind() || checked() == nullptr)
        return;
    choosePart(position);
    m_masked = checked()->inspection.masked({m_from, m_to - m_from});
    m_shown = withVisibleMarks(m_masked);
    Q_EMIT changed();
}

void InspectedText::fix(int row)
{
    if (isBehind() || row < 0 || row >= m_findings.rowCount())
        return;
    const Finding& finding = m_findings.finding(row);
    if (!finding.fix || finding.fix->edits.empty())
        return;
    const QString title = finding.fix->title;
    const QString text = applied(m_text, *finding.fix);
    // A change is told, and undone, by what is shown of it.
    const auto isShown = [this](const TextEdit& edit) {
        return edit.range.start >= m_from && edit.range.start + edit.range.length <= m_to;
    };
    if (const auto& edits = finding.fix->edits; !std::all_of(edits.begin(), edits.end(), isShown))
        showPart(edits.front().range.start - longestShown / 2);
    takeRepaired(text, title);
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
    m_to += static_cast<int>(text.size() - m_text.size());
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
