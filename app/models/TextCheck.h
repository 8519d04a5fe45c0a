#pragma once

#include "analysis/Finding.h"
#include "analysis/Inspection.h"
#include "workspace/LatestTask.h"

#include <QObject>

#include <memory>
#include <optional>

namespace scopes {

/// A text and what it is to be checked against.
struct TextToCheck
{
    QString text;
    CatalogPointer catalog; ///< not null
    AppProfilePointer profile; ///< null: approval and platform are not checked
    std::optional<PasteKind> kind; ///< what it is said to be; none: it is recognised
    bool isRequest = false; ///< see InspectionOptions
};

/// The answer. It may hold secrets: only what Inspection::masked() gives may be shown.
struct CheckedText
{
    CatalogPointer catalog; ///< whose sources the findings name
    Inspection inspection;
    std::vector<Finding> findings;
};

using CheckedTextPointer = std::shared_ptr<const CheckedText>;

/// What `scope-explorer check` says of the text. Null if @p goOn, called with percents, gave false.
CheckedTextPointer check(const TextToCheck& text, const std::function<bool(int)>& goOn = {});

/// Checks texts in a thread of its own, so that the window answers meanwhile. Of several that are asked for the last one counts.
class TextCheck : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Gives up what is under way.
    void start(const TextToCheck& text);

    void cancel() { m_task.cancel(); }

    bool isRunning() const { return m_task.isRunning(); }

Q_SIGNALS:
    void progressed(int percent);
    void finished(const scopes::CheckedTextPointer& checked);

private:
    LatestTask m_task;
};

} // namespace scopes
