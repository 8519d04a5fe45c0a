#pragma once

#include <QTableView>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace scopes {

class ReviewModel;

/// The review sheet's table: texts wrap, rows are as high as their texts, and editing goes from text to text.
class ReviewTable : public QTableView
{
    Q_OBJECT

public:
    explicit ReviewTable(ReviewModel& model, QWidget* parent = nullptr);

    /// Shows these and hides the others.
    void showColumns(const std::vector<int>& columns);

    /// Goes to a text and begins to edit it.
    void editAt(const QModelIndex& index);

protected:
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitRows();
    void offerColumns(const QPoint& place);
    QModelIndex neighbour(const QModelIndex& from, int step) const;

    QTimer* m_timer;
};

} // namespace scopes
