#pragma once

#include "import/ScopeTableReader.h"

#include <QDialog>

#include <array>

QT_BEGIN_NAMESPACE
class QComboBox;
class QFormLayout;
class QTableWidget;
QT_END_NAMESPACE

namespace scopes {

/// Asks which column of a table of scopes holds what, over the table's first rows.
class TableColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p columns were chosen before; where there are none, the guess is offered. @p file is for the text.
    TableColumnsDialog(const TablePreview& preview, const TableColumns& columns, const QString& file, QWidget* parent = nullptr);

    /// What is chosen, by the columns' numbers; the names' column always is.
    TableColumns columns() const;

private:
    QTableWidget* tableOf(const TablePreview& preview, int columnCount);
    QComboBox* addChoice(QFormLayout& form, TableField field, const QStringList& columns);

    std::array<QComboBox*, tableFieldCount> m_choices{};
};

} // namespace scopes
