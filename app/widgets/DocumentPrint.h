#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace scopes {

/// How a page of HTML goes to paper.
struct PrintedPage
{
    QString title;
    QString html; ///< in which every text from outside is quoted, see htmlText()
    bool isWide = false; ///< lies on its side
};

/// Asks for a printer and prints. False if the user thought better of it or it failed.
bool printPage(const PrintedPage& page, QWidget& parent);

/// Writes a PDF document as a whole or not at all. Gives why it could not, in words of the system; empty: written.
[[nodiscard]] QString savePdf(const QString& path, const PrintedPage& page);

/// Writes a text as UTF-8, as a whole or not at all. Gives why it could not, in words of the system; empty: written.
[[nodiscard]] QString saveText(const QString& path, const QString& text);

} // namespace scopes
