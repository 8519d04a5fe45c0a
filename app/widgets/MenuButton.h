#pragma once

#include <QToolButton>

namespace scopes {

/// A button that opens its menu, with an arrow beside its text. Where there is no room the text is cut with an ellipsis instead
/// of pushing away what stands beside it.
class MenuButton : public QToolButton
{
    Q_OBJECT

public:
    explicit MenuButton(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int arrowWidth() const;
};

} // namespace scopes
