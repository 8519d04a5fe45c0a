#pragma once

#include <QPlainTextEdit>

namespace scopes {

/// A field for a text that somebody else holds: it shows what it is given, tells what is typed and pasted, and keeps no history,
/// since that would hold secrets.
class InspectEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit InspectEdit(QWidget* parent = nullptr);

    /// The cursor stays where it is as far as it can.
    void setShown(const QString& text);

    /// Selects nothing, but brings the place into view.
    void showPlace(int position);

Q_SIGNALS:
    void typed(int position, int removed, const QString& added);

    /// Text was pasted or dropped where @p removed units are selected. The field does not show it before it is given.
    void pasted(int position, int removed, const QString& text);
    void undoRequested();
    void redoRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    QString rawText() const;
    void tellChange();

    QString m_text; ///< as it is shown
    bool m_isShowing = false;
};

} // namespace scopes
