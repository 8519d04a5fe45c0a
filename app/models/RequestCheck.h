#pragma once

#include "models/FindingsModel.h"
#include "workspace/Workspace.h"

#include <QTimer>

namespace scopes {

/// The request as one text, and where each name stands in it.
struct RequestText
{
    QString text; ///< the scope string where the format only separates the names, else that in the provider's own format
    std::vector<TextRange> names; ///< by row; fewer than rows where the request is long
    QString problem; ///< why the names cannot be written as one text; empty: they can
};

/// The most requested scopes that are checked.
inline constexpr int mostCheckedScopes = 2000;

RequestText requestText(const Workspace& workspace);

/// What is wrong with the request. Follows it: many changes in a row are checked once, in the background.
class RequestCheck : public QObject
{
    Q_OBJECT

public:
    explicit RequestCheck(Workspace& workspace, QObject* parent = nullptr);

    FindingsModel& findings() { return m_findings; }

    const FindingsModel& findings() const { return m_findings; }

    /// What was found, in a sentence or two; empty while nothing is requested.
    QString summary() const;

    /// True while the findings are those of an earlier request.
    bool isBehind() const { return m_timer.isActive() || m_check.isRunning(); }

    /// Applies the finding's fix to the request as one undo step. Nothing happens if there is none, or the request has changed.
    void fix(int row);

    /// The same with all fixes that cannot change what is asked for.
    void fixAllSafe();

Q_SIGNALS:
    /// The findings or the summary may have changed.
    void changed();

private:
    void start();
    void finish(const CheckedTextPointer& checked);
    TextToCheck textToCheck(const QString& text) const;
    void apply(const QString& title, const QStringList& checkedNames, bool wantsProvidersFormat);

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FindingsModel m_findings;
    TextCheck m_check;
    QTimer m_timer;
    RequestText m_text; ///< that was checked last, or is being checked
};

} // namespace scopes
