#pragma once

#include <QDialog>

namespace scopes {

class Actions;

/// Every key, by menu as the one list of actions has it, and then those of the lists.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const Actions& actions, QWidget* parent);
};

} // namespace scopes
