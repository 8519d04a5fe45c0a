#pragma once

#include "analysis/Finding.h"
#include "analysis/Inspection.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
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
    explicit TextCheck(QObject* parent = nullptr);

    /// Waits for what is under way; it stops soon.
    ~TextCheck() override;

    /// Gives up what is under way.
    void start(const TextToCheck& text);
    void cancel();

    bool isRunning() const { return m_running != nullptr; }

Q_SIGNALS:
    void progressed(int percent);
    void finished(const scopes::CheckedTextPointer& checked);

private:
    using Stop = std::shared_ptr<std::atomic_bool>;

    void finish(const Stop& of, const CheckedTextPointer& checked);

    QThreadPool m_pool;
    Stop m_running; ///< of the check that counts; null: none is under way
};

} // namespace scopes
