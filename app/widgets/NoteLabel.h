#pragma once

#include <QHash>
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

    /// One line of it: how high it becomes follows from the width that it is given. QLabel tries widths until the text looks
    /// well, which takes longer than all else that a window is laid out with.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    QSize lineOf(int characters) const;

    QString m_note;
    mutable QHash<int, int> m_heights; ///< by width, of the text and font that it has
};

/// A plain text as a tooltip that wraps: tooltips take what looks like markup for markup, and wrap nothing else.
QString toolTipText(const QString& plainText);

/// Gives the widget that tooltip, and the plain text to screen readers, which would read the markup.
void setPlainToolTip(QWidget& widget, const QString& text);

} // namespace scopes
