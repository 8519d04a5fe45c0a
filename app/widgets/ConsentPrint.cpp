#include "widgets/ConsentPrint.h"

#include "widgets/ConsentDocument.h"

#include <QCoreApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

namespace scopes {

bool printConsent(const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font, QWidget& parent)
{
    QPrinter printer;
    printer.setDocName(QCoreApplication::translate("ConsentSheet", "Consent preview"));
    QPrintDialog dialog(&printer, &parent);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    QTextDocument document;
    writeConsent(document, preview, catalog, font);
    document.print(&printer);
    return printer.printerState() != QPrinter::Error;
}

} // namespace scopes
