#include "widgets/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QImageReader>
#include <QMainWindow>
#include <QMenuBar>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// Adds a PNG file. QIcon::addFile() would load all plugins for image formats to find out that it is one.
void addPng(QIcon& icon, const QString& file)
{
    QImageReader reader(file, "PNG");
    icon.addPixmap(QPixmap::fromImageReader(&reader));
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QIcon themedIcon(const QString& name)
{
    if (QIcon::hasThemeIcon(name))
        return QIcon::fromTheme(name);

    const QString folder = isDark(QGuiApplication::palette()) ? u":/icons/fallback/dark/"_s : u":/icons/fallback/light/"_s;
    // 24 is the largest that we show; sharper files than any screen can show would only be opened.
    const double largest = 24 * qGuiApp->devicePixelRatio();
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 72}) {
        if (size > largest)
            break;
        const QString file = folder + name + u'-' + QString::number(size) + u".png"_s;
        if (QFile::exists(file))
            addPng(icon, file);
    }
    return icon;
}

QIcon blankIcon(const QSize& size)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        addPng(icon, u":/icons/scope-explorer-"_s + QString::number(size) + u".png"_s);
    return icon;
}

QMenuBar& menuBarOf(QMainWindow& window)
{
    QIcon::themeName(); // the theme's own plugins are looked for before
    const QStringList folders = QCoreApplication::libraryPaths();
    QCoreApplication::setLibraryPaths({});
    QMenuBar& bar = *window.menuBar();
    QCoreApplication::setLibraryPaths(folders);
    return bar;
}

} // namespace scopes
