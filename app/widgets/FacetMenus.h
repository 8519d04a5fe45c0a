#pragma once

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QActionGroup;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace scopes {

/// Buttons beside a search box that narrow what a tree shows, each with a menu of choices that say how many rows they would
/// give.
class FacetMenus : public QWidget
{
    Q_OBJECT

protected:
    explicit FacetMenus(QWidget* parent);

    /// A button of that accessible name. @p fill makes its menu each time when it opens: counts are those of that moment.
    QToolButton* addButton(const QString& name, const QString& help, const std::function<void(QMenu&)>& fill);

    /// Starts a new list of choices, of which one is chosen. @p title may be empty.
    static QActionGroup* addGroup(QMenu& menu, const QString& title);

    static void addChoice(
        QActionGroup& group, const QString& text, int count, bool isChosen, const std::function<void()>& choose);

    /// Text from outside as a menu shows it.
    static QString menuText(const QString& text);

    /// A menu of more choices could not be read.
    static constexpr int mostChoices = 100;
};

} // namespace scopes
