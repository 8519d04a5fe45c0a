#pragma once

#include "request/ScopeRecogniser.h"
#include "workspace/Workspace.h"

#include <QDialog>

namespace scopes {

/// Shows what pasted text was taken for, and asks whether it adds to the request or replaces it.
class PasteDialog : public QDialog
{
    Q_OBJECT

public:
    /// What exec() and finished() give.
    enum Choice { Cancel = Rejected, Add = Accepted, Replace };

    PasteDialog(const Recognised& pasted, const Workspace& workspace, QWidget* parent = nullptr);

private:
    void finishWith(Choice choice) { done(choice); }
};

} // namespace scopes
