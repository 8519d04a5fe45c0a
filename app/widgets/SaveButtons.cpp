#include "widgets/SaveButtons.h"

#include "widgets/NoteLabel.h"

#include <QDialog>
#include <QPushButton>
#include <QShortcut>

namespace scopes {

QDialogButtonBox* saveButtons(QDialog& dialog)
{
    // Tab goes through widgets in the order in which they came into the window: the layout brings these last.
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    QPushButton* const save = buttons->button(QDialogButtonBox::Save);
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    for (const QKeySequence& one : {key, QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        QObject::connect(new QShortcut(one, &dialog), &QShortcut::activated, save, [save] { save->click(); });
    setPlainToolTip(*save, key.toString(QKeySequence::NativeText));
    return buttons;
}

} // namespace scopes
