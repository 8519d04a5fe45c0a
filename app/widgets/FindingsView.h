#pragma once

#include "models/FindingsModel.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QListView;
class QPushButton;
QT_END_NAMESPACE

namespace scopes {

class NoteLabel;

/// A summary, the findings, what the current one's fix would change, and buttons. It only shows and asks: who checks the text
/// also applies the fixes.
class FindingsView : public QWidget
{
    Q_OBJECT

public:
    /// Whether the buttons have letters of their own: two views in one window would share them.
    enum class Mnemonics { Own, None };

    /// @p name tells the list from another one: 'Findings of the request'.
    FindingsView(FindingsModel& model, const QString& name, Mnemonics mnemonics, QWidget* parent = nullptr);

    /// Shows the sentence, and tells screen readers of it if it is another than before. Empty: the whole view hides.
    void setSummary(const QString& text);

    /// The lines of the list that are shown without scrolling, about.
    void setShownLines(int lines);

    /// Offers to take the scopes of a finding out, or to note that their approval has been applied for.
    /// @p isNoted: whether it is noted already that the finding's scopes were applied for.
    void offerForRequest(std::function<bool(int row)> isNoted);

    /// -1 if there is none.
    int currentRow() const;

Q_SIGNALS:
    void fixRequested(int row);
    void fixAllRequested();
    void takeOutRequested(int row);
    void noteAppliedRequested(int row);
    /// The user went to that finding.
    void currentChanged(int row);

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void wire();
    void showRows();
    void showCurrent();
    void showRule();
    void updateIcon();
    void showOffers(const QString& rule);

    FindingsModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QLabel* m_icon;
    NoteLabel* m_summary;
    QListView* m_list;
    NoteLabel* m_preview;
    QWidget* m_buttons;
    QPushButton* m_fix;
    QPushButton* m_fixAll;
    QPushButton* m_why;
    QWidget* m_requestButtons = nullptr; ///< only where offerForRequest() was called
    QPushButton* m_takeOut = nullptr;
    QPushButton* m_noteApplied = nullptr;
    std::function<bool(int row)> m_isNoted;
    int m_lastRow = 0; ///< that was current before the rows changed
};

} // namespace scopes
