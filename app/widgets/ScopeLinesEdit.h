#pragma once

#include "catalog/ScopeCatalog.h"

#include <QPlainTextEdit>

namespace scopes {

/// Scopes, one a line. Whatever is pasted or dropped, its scopes are put in.
class ScopeLinesEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ScopeLinesEdit(CatalogPointer catalog, QWidget* parent = nullptr);

    void setScopes(const QStringList& names);

    /// Each once, in the order of the lines; what stands in one line with blanks or commas between counts as several.
    QStringList scopes() const;

    /// Adds those that are not there yet.
    void addScopes(const QStringList& names);

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    CatalogPointer m_catalog;
};

} // namespace scopes
