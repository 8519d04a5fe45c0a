#pragma once

#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QToolButton;
QT_END_NAMESPACE

namespace scopes {

class NoteLabel;

/// A quiet place for what was read of a text: a sentence, and below it the pieces that were not recognised. Hidden as long as
/// there is nothing to say.
class CallNotes : public QWidget
{
    Q_OBJECT

public:
    explicit CallNotes(QWidget* parent = nullptr);

    /// @p unrecognised: each piece with the reason, in one line; may be empty. All is plain text that is safe to show.
    void show(const QString& sentence, const QStringList& unrecognised);

    /// Says that a long text is being read; the button stops that then.
    void showReading(const QString& sentence);

    void dismiss();

    QString sentence() const;

Q_SIGNALS:
    void stopRequested();

private:
    void press();
    void setSentence(const QString& sentence, bool isReading);

    NoteLabel* m_sentence;
    QPlainTextEdit* m_list;
    QToolButton* m_button;
    bool m_isReading = false;
};

} // namespace scopes
