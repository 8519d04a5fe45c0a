#pragma once

#include "catalog/ScopeCatalog.h"
#include "request/Overlay.h"
#include "widgets/SavingDialog.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace scopes {

class NoteLabel;

/// Adds a scope of the user's own to the catalog, or edits one.
class OwnScopeDialog : public SavingDialog
{
    Q_OBJECT

public:
    /// @p name is filled in where it is not empty; one that the overlay has is edited. @p base is the catalog without it.
    OwnScopeDialog(
        const CatalogPointer& base, const Overlay& overlay, const QString& name, QString today, QWidget* parent = nullptr);

    QString name() const;

    Overlay overlay() const;

private:
    void layOut();
    void check();

    CatalogPointer m_base;
    Overlay m_overlay;
    QString m_edited; ///< the name of the one that is edited; empty: a new one
    QString m_today;
    QLineEdit* m_name;
    QComboBox* m_topic;
    QPlainTextEdit* m_definition;
    QCheckBox* m_isUserDisplayKnown;
    QPlainTextEdit* m_userDisplay;
    NoteLabel* m_problem;
    QPushButton* m_save = nullptr;
};

} // namespace scopes
