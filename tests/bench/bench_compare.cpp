// How long it takes to compare two catalogs of 100,000 scopes, of which one in ten has another text and one in a hundred another
// name, beside reading one of them.

#include "CatalogJson.h"
#include "Timing.h"
#include "analysis/CatalogDifference.h"
#include "catalog/CatalogReader.h"
#include "support/SyntheticCatalog.h"

#include <cstdio>
#include <string>
#include <vector>

using scopes::tests::median;
using scopes::tests::milliseconds;

namespace {

constexpr int runs = 9;
constexpr int scopeCount = 100'000;
constexpr int textEvery = 10;
constexpr int nameEvery = 100;

/// The catalog a year later.
scopes::CatalogPointer changed(const scopes::ScopeCatalog& catalog)
{
    scopes::CatalogData data = catalog.data();
    const auto more = [&](scopes::Text text, const char* end) { return data.texts.keep(std::string(text) + end); };
    for (std::size_t i = 0; i < data.scopes.size(); i += textEvery)
        data.scopes[i].definition = more(data.scopes[i].definition, " It was changed.");
    for (std::size_t i = 1; i < data.scopes.size(); i += nameEvery)
        data.scopes[i].name = more(data.scopes[i].name, ".v2");
    return std::make_shared<const scopes::ScopeCatalog>(std::move(data));
}

} // namespace

int main()
{
    const scopes::CatalogPointer before = scopes::tests::syntheticCatalog(scopeCount);
    const scopes::CatalogPointer after = changed(*before);
    const QByteArray json = scopes::tests::toJson(*before);
    std::vector<double> comparing;
    std::vector<double> reading;
    bool complete = true;
    // In turns, so that a busy moment of the machine touches both.
    for (int run = 0; run < runs; ++run) {
        comparing.push_back(milliseconds([&] {
            const auto difference = scopes::differenceOf(*before, *after);
            complete = complete && difference.removed.size() == scopeCount / nameEvery
                && difference.scopes.size() == scopeCount / textEvery;
        }));
        reading.push_back(milliseconds([&] { complete = complete && scopes::readCatalog(json); }));
    }
    if (!complete) {
        std::fputs("The catalogs were not compared as they differ.\n", stderr);
        return 1;
    }
    std::printf("compare two catalogs of 100,000 scopes / reading one of them: %.2f (goal <= 1.0) [%.1f ms / %.1f ms]\n",
        median(comparing) / median(reading), median(comparing), median(reading));
    return 0;
}
