// How long it takes to say which of 20,000 scopes a misspelt name is near to, the slowest of many.

#include "analysis/DidYouMean.h"
#include "support/SyntheticCatalog.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace scopes;

int main()
{
    constexpr double allowed = 10;
    constexpr int asked = 500;
    const CatalogPointer catalog = tests::syntheticCatalog(20'000);
    const NearNames near(*catalog);
    std::vector<double> times;
    std::size_t found = 0;
    for (int i = 0; i < asked; ++i) {
        QString name = toQString(catalog->scope(i * (catalog->scopeCount() / asked)).name);
        if (i % 3 == 0)
            name.remove(name.size() / 2, 1);
        else if (i % 3 == 1)
            name = name.section(u'.', 1);
        else
            name += QStringLiteral(".xyzzy");
        QElapsedTimer timer;
        timer.start();
        found += near.suggestions(name).size();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf(
        "did you mean, of 20,000 scopes, 99th of 100 / %g ms: %.2f (goal <= 1) [%.1f ms; half take %.1f ms; %zu names offered]\n",
        allowed, times[times.size() * 99 / 100] / allowed, times[times.size() * 99 / 100], times[times.size() / 2], found);
    return 0;
}
