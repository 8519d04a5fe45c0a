#pragma once

#include <QDialogButtonBox>

class QDialog;

namespace scopes {

/// The buttons Save and Cancel of @p dialog, which end it. Ctrl+Return saves too, from fields of several lines as well, in which
/// Return begins a line. The caller lays them out.
QDialogButtonBox* saveButtons(QDialog& dialog);

} // namespace scopes
