#pragma once

#include "catalog/ScopeCatalog.h"

#include <QDialog>

namespace scopes {

/// A name, some lines and a longer text to read and copy; all plain text.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    /// Which versions these are, the catalog in short, and the licence.
    static AboutDialog* ofProgram(const ScopeCatalog& catalog, QWidget* parent);

    /// The catalog's date, what it holds, and each source.
    static AboutDialog* ofCatalog(const ScopeCatalog& catalog, QWidget* parent);

private:
    AboutDialog(const QString& heading, const QString& lines, const QString& textName, const QString& text, QWidget* parent);
};

} // namespace scopes
