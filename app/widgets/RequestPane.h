#pragma once

#include "models/RequestModel.h"

#include <QScrollArea>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QMimeData;
class QMenu;
class QPushButton;
class QTimer;
QT_END_NAMESPACE

namespace scopes {

class AddScopeEdit;
class FindingsView;
class FormatBox;
class NoteLabel;
class ProfileButton;
class RequestCheck;
class RequestListView;
class ScopeStringView;
class TextIntake;

/// What is asked for: the requested scopes in order, a name to add, the format, the scope string to copy, text to paste,
/// and what is wrong with it.
class RequestPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit RequestPane(Workspace& workspace, QWidget* parent = nullptr);

    /// Until then the buttons are without icons: to look through the desktop's themes takes a fifth of the work until the first
    /// picture.
    void takeIconsFromTheme();

    /// Puts the cursor where a name is typed.
    void focusAdd();

    /// Puts exactly the scope string on the clipboard, or says why there is none.
    void copyString();

    /// The names of the selected rows as text; false if none is selected.
    bool copySelected();
    void removeSelected();
    void moveSelectedUp();
    void moveSelectedDown();

    /// What is on the clipboard.
    void paste();

    /// Adds the scopes that recognise() reads in the text. If there are requested scopes, the user is asked whether to add or
    /// to replace them, in a dialog; this function returns before the answer.
    void pasteText(const QString& text, std::optional<int> row = {});

    /// Is asked for each text that is pasted or dropped, and takes it by giving true.
    void setInspector(std::function<bool(const QString&)> inspector) { m_inspector = std::move(inspector); }

    /// The menu to choose an app profile from, which is empty: who knows the profiles fills it when it opens.
    QMenu& profileMenu();

    /// True for scopes and text, not for files.
    bool canPaste(const QMimeData* mime) const;

    /// As wide as its parts need; any height does, since it scrolls.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void message(const QString& text);
    void scopeActivated(const QString& name);
    void noteAppliedRequested(const QStringList& scopes);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void wire();
    void takeData(const QMimeData& mime);
    void showTaken(const QStringList& names, bool hasChanged, const QString& text);
    void say(const QString& text);
    void showHint(const QString& text);
    void showCount();
    void showFindings();
    void takeOut(const QStringList& scopes);
    void showString();

    Workspace& m_workspace;
    RequestModel* m_model;
    ProfileButton* m_profile;
    QLabel* m_count;
    RequestListView* m_list;
    AddScopeEdit* m_add;
    NoteLabel* m_hint;
    FormatBox* m_format;
    ScopeStringView* m_string;
    NoteLabel* m_stringNote;
    QPushButton* m_copy;
    QPushButton* m_paste;
    QTimer* m_stringTimer;
    TextIntake* m_intake;
    std::function<bool(const QString&)> m_inspector;
    RequestCheck* m_check;
    FindingsView* m_findings;
};

} // namespace scopes
