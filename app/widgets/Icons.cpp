#include "widgets/Icons.h"

#include <QFile>
#include <QGuiApplication>

namespace scopes {

using namespace Qt::StringLiterals;

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
            icon.addFile(file, QSize(size, size));
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
        icon.addFile(u":/icons/scope-explorer-"_s + QString::number(size) + u".png"_s, QSize(size, size));
    return icon;
}

} // namespace scopes
