#pragma once

#include "models/RequestModel.h"

#include <QListView>

namespace scopes {

class NoteLabel;

/// True if RequestPane can take what is dragged or copied: scopes or text. Files are the window's.
bool holdsScopes(const QMimeData* data);

/// The requested scopes: ordered by drag and by keys, renamed, removed. Drops of text are told, since what they hold must be
/// asked.
class RequestListView : public QListView
{
    Q_OBJECT

public:
    explicit RequestListView(RequestModel& model, QWidget* parent = nullptr);

    /// What an empty list says.
    void setPlaceholder(const QString& text);

    void removeSelected();
    void moveSelectedUp();
    void moveSelectedDown();

    /// The names in request order, one a line; false if no row is selected.
    bool copySelected();

    /// Makes the row of the scope current, if it is there.
    void showScope(const QString& name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void textDropped(const QString& text, int row);
    void scopesDropped(int added);
    void scopeActivated(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    std::vector<int> selectedRows() const;
    int dropRow(const QPoint& position) const;
    void drop(const QDropEvent& event, int row);
    void adaptToRows();

    void remember();
    void restore();

    /// What comes back after a reset, by name.
    struct Place
    {
        QStringList selected;
        QString current;
        int row = 0;
        int scrolled = 0;
    };

    RequestModel& m_model;
    Place m_before;
    NoteLabel* m_placeholder;
};

} // namespace scopes
