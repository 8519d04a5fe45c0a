#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

class QMainWindow;
class QMenuBar;

namespace scopes {

/// True if the palette's text is lighter than what it stands on.
bool isDark(const QPalette& palette);

/// The icon of that name (freedesktop.org icon naming specification) from the desktop's theme, else the bundled drawing that
/// can be seen on the application's present palette; ask again after QEvent::PaletteChange. Empty for a name that neither has.
QIcon themedIcon(const QString& name);

/// Keeps the place of an icon that comes later.
QIcon blankIcon(const QSize& size);

/// The program's own icon in all its sizes.
QIcon applicationIcon();

/// The window's menu bar, which is made if there is none, without loading what this program needs none of: QMenuBar makes an
/// icon of PNG files, and QIcon::addFile() (Qt 6.4) asks all plugins for image formats about each, which took a sixth of the
/// time to the first window. They are found again afterwards.
QMenuBar& menuBarOf(QMainWindow& window);

} // namespace scopes
