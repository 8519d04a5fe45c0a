#include "widgets/SavingDialog.h"

namespace scopes {

void SavingDialog::accept()
{
    if (!m_save || m_save())
        QDialog::accept();
}

} // namespace scopes
