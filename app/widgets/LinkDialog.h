#pragma once

#include "document/Problem.h"
#include "request/RequestFile.h"
#include "workspace/Workspace.h"

#include <QDialog>

namespace scopes {

/// What a link to a request would do, before it does: the scopes, how they differ from the request, and what is wrong with
/// them. The link may be anybody's.
class LinkDialog : public QDialog
{
    Q_OBJECT

public:
    enum Answer { Cancelled = QDialog::Rejected, Replace = QDialog::Accepted, Add };

    /// @p notes: what was left out of the link.
    LinkDialog(const RequestFile& request, const Problems& notes, const Workspace& workspace, QWidget* parent = nullptr);

private:
    static QString textOf(const RequestFile& request, const Problems& notes, const Workspace& workspace);
};

} // namespace scopes
