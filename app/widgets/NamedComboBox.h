#pragma once

#include <QComboBox>

namespace scopes {

/// A combo box that screen readers and scripts find by its accessibleName(). Qt gives them the chosen text as the name on
/// Unix; here that is the description, followed by accessibleDescription().
class NamedComboBox : public QComboBox
{
    Q_OBJECT

public:
    explicit NamedComboBox(QWidget* parent = nullptr);
};

} // namespace scopes
