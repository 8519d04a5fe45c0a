#pragma once

#include "catalog/ScopeCatalog.h"
#include "request/Overlay.h"
#include "widgets/SavingDialog.h"

#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace scopes {

class NoteLabel;

/// Sets what a catalog does not document of its provider: separator, names of parameters, addresses. What it does document is
/// shown with its source; what is typed or chosen in its place is ticked as set by the user, and goes with that tick.
class CatalogSettingsDialog : public SavingDialog
{
    Q_OBJECT

public:
    /// @p base is the catalog without the overlay, @p place where that is kept, @p today YYYY-MM-DD.
    CatalogSettingsDialog(
        const CatalogPointer& base, Overlay overlay, const QString& place, QString today, QWidget* parent = nullptr);

    /// As it is edited now: what is the same as before keeps its day.
    Overlay overlay() const;

private:
    struct Row
    {
        OverlaySetting setting;
        QString base; ///< documented, or the standard's
        QCheckBox* isOwn = nullptr;
        QComboBox* choice = nullptr; ///< of a separator
        QLineEdit* edit = nullptr; ///< of all else
        NoteLabel* source = nullptr;
    };

    void addRow(QGridLayout& grid, const OverlaySetting& setting);
    void fillSeparators(QComboBox& choice, const QString& now);
    QString valueOf(const Row& row) const;
    QString sourceOf(const Row& row) const;
    void showValue(const Row& row, const QString& value);
    void check();

    CatalogPointer m_base;
    Overlay m_overlay;
    QString m_today;
    std::vector<Row> m_rows;
    NoteLabel* m_problem;
    QPushButton* m_save = nullptr;
};

} // namespace scopes
