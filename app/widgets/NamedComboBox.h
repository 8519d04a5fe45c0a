#pragma once

#include <QComboBox>

namespace scopes {

/// A combo box that screen readers and scripts find by its accessibleName(). Qt gives them the chosen text as the name on
/// Unix; here that is the description, followed by accessibleDescription(). With Qt::StrongFocus as its focus policy, a wheel
/// turned over it changes nothing until it has the focus: what it stands in scrolls.
class NamedComboBox : public QComboBox
{
    Q_OBJECT

public:
    explicit NamedComboBox(QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace scopes
