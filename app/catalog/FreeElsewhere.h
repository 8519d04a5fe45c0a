#pragma once

#include <QThreadPool>

#include <memory>
#include <utility>

namespace scopes {

/// Lets go of something large in another thread: giving its memory back takes a tenth of a second, for which a window would wait.
/// The program's end waits for it.
template <typename Object>
void freeElsewhere(std::shared_ptr<const Object> object)
{
    QThreadPool::globalInstance()->start([held = std::move(object)] {});
}

} // namespace scopes
