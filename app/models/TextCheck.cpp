#include "models/TextCheck.h"

namespace scopes {

CheckedTextPointer check(const TextToCheck& text, const std::function<bool(int)>& goOn)
{
    InspectionOptions options;
    options.kind = text.kind;
    options.isRequest = text.isRequest;
    options.goOn = goOn;
    auto checked = std::make_shared<CheckedText>();
    checked->catalog = text.catalog;
    checked->inspection = inspect(text.text, *text.catalog, options);
    if (checked->inspection.isCancelled || (goOn && !goOn(90)))
        return nullptr;
    checked->findings = findingsOf(checked->inspection, *text.catalog, text.profile.get());
    return checked;
}

void TextCheck::start(const TextToCheck& text)
{
    m_task.start([this, text](const LatestTask::Link& link) -> LatestTask::Finish {
        const auto goOn = [&](int percent) {
            link.tell([this, percent] { Q_EMIT progressed(percent); });
            return link.isWanted();
        };
        const CheckedTextPointer checked = check(text, goOn);
        return [this, checked] {
            if (checked != nullptr)
                Q_EMIT finished(checked);
        };
    });
}

} // namespace scopes
