#pragma once

#include <QLabel>

namespace scopes {

/// Plain text that wraps everywhere it must: also within addresses and long names, so that it fits a narrow pane.
class NoteLabel : public QLabel
{
    Q_OBJECT

public:
    explicit NoteLabel(QWidget* parent = nullptr);

    /// Shows the text, or hides the label if there is none.
    void setNote(const QString& note);

    /// What was set last, without the places to break.
    const QString& note() const { return m_note; }

private:
    QString m_note;
};

/// A plain text as a tooltip that wraps: tooltips take what looks like markup for markup, and wrap nothing else.
QString toolTipText(const QString& plainText);

/// Gives the widget that tooltip, and the plain text to screen readers, which would read the markup.
void setPlainToolTip(QWidget& widget, const QString& text);

} // namespace scopes
