#pragma once

#include "document/Problem.h"

#include <QDialog>

namespace scopes {

/// Lists what was odd in the file that the catalog was read or imported from, each with its place. The texts are shown as they
/// are, plain, and can be copied.
class CatalogNotes : public QDialog
{
    Q_OBJECT

public:
    /// @p path is the file; empty: the catalog is built in.
    CatalogNotes(const QString& catalog, const QString& path, const Problems& notes, QWidget* parent = nullptr);
};

} // namespace scopes
