#include "models/TextCheck.h"

namespace scopes {

CheckedTextPointer check(const TextToCheck& text, const std::function<bool(int)>& goOn)
{
    InspectionOptions options;
    options.kind = text.kind;
    options.goOn = goOn;
    auto checked = std::make_shared<CheckedText>();
    checked->catalog = text.catalog;
    checked->inspection = inspect(text.text, *text.catalog, options);
    if (checked->inspection.isCancelled || (goOn && !goOn(90)))
        return nullptr;
    checked->findings = findingsOf(checked->inspection, *text.catalog, text.profile.get());
    return checked;
}

TextCheck::TextCheck(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

TextCheck::~TextCheck()
{
    cancel();
    m_pool.waitForDone();
}

void TextCheck::start(const TextToCheck& text)
{
    cancel();
    m_running = std::make_shared<std::atomic_bool>(false);
    m_pool.start([this, text, stop = m_running] {
        const auto goOn = [&](int percent) {
            const bool isWanted = !*stop;
            // By queued calls alone does the thread speak to this object, which waits for the thread before it goes.
            if (isWanted)
                QMetaObject::invokeMethod(
                    this,
                    [this, stop, percent] {
                        if (stop == m_running)
                            Q_EMIT progressed(percent);
                    },
                    Qt::QueuedConnection);
            return isWanted;
        };
        const CheckedTextPointer checked = check(text, goOn);
        QMetaObject::invokeMethod(
            this, [this, stop, checked] { finish(stop, checked); }, Qt::QueuedConnection);
    });
}

void TextCheck::cancel()
{
    if (m_running != nullptr)
        *m_running = true;
    m_running = nullptr;
}

void TextCheck::finish(const Stop& of, const CheckedTextPointer& checked)
{
    if (of != m_running)
        return;
    m_running = nullptr;
    if (checked != nullptr)
        Q_EMIT finished(checked);
}

} // namespace scopes
