#pragma once

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"
#include "widgets/MainWindow.h"
#include "widgets/Notices.h"

#include <QAccessible>
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace scopes::tests {

/// A window over the built-in catalog, with settings of its own in a folder that goes with it.
struct WindowUnderTest
{
    QTemporaryDir folder;
    /// Overlays of other windows, and the user's, have no place here.
    bool isApart = qputenv("XDG_DATA_HOME", folder.path().toLocal8Bit())
        && qputenv("XDG_STATE_HOME", folder.filePath(QStringLiteral("state")).toLocal8Bit());
    Workspace workspace{*builtInCatalog().value};
    RequestSession session{workspace};
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    MainWindow window{workspace, session, settings};
    QString chosenPath; ///< what the file dialogs give

    WindowUnderTest()
    {
        const auto choose = [this](QWidget&, const QString&) { return chosenPath; };
        window.setFileChooser({choose, choose, choose, choose, choose, choose, choose});
        window.show();
        // Keys go to the active window, and offscreen nobody else makes it active.
        QApplication::setActiveWindow(&window);
        if (!QTest::qWaitForWindowExposed(&window))
            qWarning("the window was not shown");
    }

    WindowUnderTest(const WindowUnderTest&) = delete;
    WindowUnderTest& operator=(const WindowUnderTest&) = delete;

    QAction& action(ActionId id) { return window.actions()[id]; }

    QString path(const QString& name) const { return folder.filePath(name); }

    /// The widget of that accessible name.
    template <typename Widget>
    Widget* find(const QString& name)
    {
        for (auto* widget : window.findChildren<Widget*>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
};

/// Types letters, and then presses a key, without anything else having its turn meanwhile: what is done in other threads is not
/// there yet.
inline void pressAtOnce(QWidget& widget, const QString& text, Qt::Key key = Qt::Key_unknown)
{
    const auto press = [&widget](int code, const QString& letter) {
        QKeyEvent event(QEvent::KeyPress, code, Qt::NoModifier, letter);
        QCoreApplication::sendEvent(&widget, &event);
    };
    for (const QChar letter : text)
        press(letter.toUpper().unicode(), QString(letter));
    if (key != Qt::Key_unknown)
        press(key, {});
}

/// The first and the last column of a part of a widget in which something is drawn on the ground that its corner has.
inline std::pair<int, int> drawnColumns(QWidget& widget, const QRect& part)
{
    const QImage picture = widget.grab(part).toImage();
    std::pair<int, int> drawn{picture.width(), -1};
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); ++y) {
            if (picture.pixel(x, y) != picture.pixel(0, 0))
                drawn = {std::min(drawn.first, x), x};
        }
    }
    return drawn;
}

/// Answers the next message box with the button of that text, without mnemonic; the box's text comes back in text.
class Answer : public QObject
{
    Q_OBJECT

public:
    explicit Answer(QString button)
        : m_button(std::move(button))
    {
        QTimer::singleShot(0, this, &Answer::press);
    }

    QString text; ///< of all boxes that were answered
    int boxes = 0;

private:
    void press()
    {
        constexpr int mostTries = 200;
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box == nullptr) {
            if (++m_tries < mostTries)
                QTimer::singleShot(10, this, &Answer::press);
            return;
        }
        ++boxes;
        text += box->text() + box->informativeText();
        QTimer::singleShot(10, this, &Answer::press);
        for (QAbstractButton* button : box->buttons()) {
            if (withoutMnemonic(button->text()) == m_button)
                return button->click();
        }
        box->reject();
    }

    QString m_button;
    int m_tries = 0;
};

} // namespace scopes::tests
