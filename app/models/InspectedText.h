#pragma once

#include "models/FindingsModel.h"
#include "workspace/Workspace.h"

#include <QTimer>
#include <QUndoStack>

namespace scopes {

/// A text that was pasted or typed to be inspected: checked in the background, mended, and shown without its secrets. The text
/// itself is held here alone, and in no undo history.
class InspectedText : public QObject
{
    Q_OBJECT

public:
    /// The longest text of which all is shown, and that can be repaired as a whole, in UTF-16 units. Of a longer one a part of
    /// about that length is shown and can be edited.
    static constexpr qsizetype longestShown = qsizetype{64} * 1024;

    explicit InspectedText(Workspace& workspace, QObject* parent = nullptr);

    /// Takes another text; what was there is forgotten, with its history and with the kind that was chosen for it. Line ends
    /// become line feeds.
    void setText(const QString& text);

    /// @p added stands instead of @p removed units from @p position of what is shown on. Checked at once, or a moment later while
    /// @p isTyping.
    void replace(int position, int removed, const QString& added, bool isTyping);

    bool isEmpty() const { return m_text.isEmpty(); }

    /// The text, or the shown part of it, as it was checked last: as long as that, but that secrets are masked and characters
    /// that cannot be seen have a mark in their place. Line feeds and tabs stay.
    const QString& shown() const { return m_shown; }

    /// True if not all is shown, but what stands from shownFrom() to shownTo(), in UTF-16 units.
    bool isPart() const { return m_to - m_from < m_text.size(); }

    int shownFrom() const { return m_from; }

    int shownTo() const { return m_to; }

    qsizetype size() const { return m_text.size(); }

    /// Shows the part that begins at @p position, or at the line's beginning shortly before; not while the text is checked.
    void showPart(qsizetype position);

    /// False while what is shown is not the text: after a paste or a fix until it is checked. Keys would go elsewhere.
    bool isEditable() const { return !m_isElsewhere; }

    /// What the user says it is; none: what it looks like.
    void setKind(std::optional<PasteKind> kind);

    std::optional<PasteKind> kind() const { return m_kind; }

    FindingsModel& findings() { return m_findings; }

    /// Null: nothing was checked yet.
    const CheckedTextPointer& checked() const { return m_findings.checked(); }

    bool isBehind() const { return m_timer.isActive() || m_check.isRunning(); }

    /// Gives up the check that is under way, and the text with it: what was not checked may not be shown.
    void cancel();

    /// Applies the finding's fix to the text; one step of undoStack().
    void fix(int row);

    /// The same with all fixes that cannot change what is asked for.
    void fixAllSafe();

    /// The text with all safe fixes and without its secrets; empty for a text that is not shown as a whole.
    QString repairedForOthers() const;

    /// The changes of this text, without its secrets: what they stood in comes back masked.
    QUndoStack& undoStack() { return m_undoStack; }

Q_SIGNALS:
    void progressed(int percent);
    /// shown() and the findings are there.
    void changed();
    /// isBehind() is true now.
    void began();

private:
    friend class TextChange;

    void check();
    void finish(const CheckedTextPointer& checked);
    void takeRepaired(const QString& text, const QString& title);
    void choosePart(qsizetype position);

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FindingsModel m_findings;
    TextCheck m_check;
    QTimer m_timer;
    QUndoStack m_undoStack;
    QString m_text; ///< with its secrets
    QString m_shown;
    QString m_masked; ///< of the shown part that was checked last, from which a change is told
    int m_from = 0; ///< where the shown part begins, and where it ends
    int m_to = 0;
    std::optional<QString> m_change; ///< what the change since then is called; none: it is not one of the history
    std::optional<PasteKind> m_kind;
    bool m_isElsewhere = false; ///< the text has changed by other than keys in a view
};

/// What a kind is called in a list to choose from, translated.
QString titleOf(PasteKind kind);

/// True if the text is more than a list of scopes in one of our formats, or something is wrong with it, so that it should be
/// looked at before its scopes are taken.
bool deservesALook(const CheckedText& checked);

} // namespace scopes
