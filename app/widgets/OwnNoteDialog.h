#pragma once

#include "request/Overlay.h"
#include "widgets/SavingDialog.h"

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace scopes {

/// Edits the user's note on a scope, whatever its name is. An empty note takes it out.
class OwnNoteDialog : public SavingDialog
{
    Q_OBJECT

public:
    OwnNoteDialog(const Overlay& overlay, const QString& scope, QString today, QWidget* parent = nullptr);

    Overlay overlay() const;

private:
    Overlay m_overlay;
    QString m_scope;
    QString m_today;
    QPlainTextEdit* m_text;
};

} // namespace scopes
