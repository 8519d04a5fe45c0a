#include "search/Parallel.h"

#include <QSemaphore>
#include <QThreadPool>

namespace scopes {

void inParallel(int count, int worthwhile, const std::function<void(int first, int last)>& work)
{
    if (count < worthwhile) {
        work(0, count);
        return;
    }
    const int middle = count / 128 * 64;
    QSemaphore done;
    const bool started = QThreadPool::globalInstance()->tryStart([&] {
        work(middle, count);
        done.release();
    });
    work(0, middle);
    if (started)
        done.acquire();
    else
        work(middle, count);
}

} // namespace scopes
