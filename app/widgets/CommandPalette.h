#pragma once

#include <QDialog>

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QLineEdit;
class QListView;
QT_END_NAMESPACE

namespace scopes {

class PaletteModel;
class Workspace;

/// Finds any action and any scope by a few letters. Enter does it: an action is triggered, a scope is ticked or unticked and
/// shown. Shift+Enter only shows a scope. Made for the keyboard; a click does what Enter does.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    /// What the submenus among @p actions hold is found too, as it is when the palette opens.
    CommandPalette(const Workspace& workspace, const QList<QAction*>& actions, QWidget& window);

    /// Shows it over the upper part of the window, with nothing typed.
    void popUp();

Q_SIGNALS:
    /// The user chose a scope: @p toggle, to tick or untick it, and to see it in any case.
    void scopeChosen(const QString& name, bool toggle);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void goToFirst();
    void describeCurrent();
    void choose(bool toggle);
    void chooseWhenFound(bool toggle);

    QList<QAction*> m_actions;
    QLineEdit* m_edit;
    QListView* m_list;
    QLabel* m_help; ///< the keys, or that nothing was found
    PaletteModel* m_model;
    std::optional<bool> m_awaitedChoice; ///< Enter was pressed before the rows are there: whether it toggles
};

} // namespace scopes
