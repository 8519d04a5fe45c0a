// How long it takes to read a catalog of 100,000 scopes, beside QJsonDocument reading the same bytes (which only parses: no
// check, no index).

#include "CatalogJson.h"
#include "Timing.h"
#include "catalog/CatalogReader.h"
#include "document/Document.h"
#include "support/SyntheticCatalog.h"

#include <QJsonDocument>

#include <cstdio>
#include <vector>

using scopes::tests::median;
using scopes::tests::milliseconds;

namespace {

constexpr int runs = 9;

} // namespace

int main()
{
    const QByteArray json = scopes::tests::toJson(*scopes::tests::syntheticCatalog(100'000));
    std::vector<double> ours;
    std::vector<double> parsing;
    std::vector<double> theirs;
    bool complete = true;
    // In turns, so that a busy moment of the machine touches both.
    for (int run = 0; run < runs; ++run) {
        ours.push_back(milliseconds([&] {
            const auto catalog = scopes::readCatalog(json);
            complete = complete && catalog && (*catalog.value)->scopeCount() == 100'000;
        }));
        parsing.push_back(milliseconds([&] { complete = complete && scopes::Document::fromJson(json); }));
        theirs.push_back(milliseconds([&] { complete = complete && QJsonDocument::fromJson(json).isObject(); }));
    }
    if (!complete) {
        std::fputs("The synthetic catalog could not be read.\n", stderr);
        return 1;
    }
    std::printf("read a catalog of 100,000 scopes (%.0f MB) / QJsonDocument parsing it: %.2f (goal <= 1.0) [%.1f ms / %.1f ms]\n",
        static_cast<double>(json.size()) / 1e6, median(ours) / median(theirs), median(ours), median(theirs));
    std::printf("of that, parsing with positions / QJsonDocument parsing it: %.2f (goal <= 0.5) [%.1f ms / %.1f ms]\n",
        median(parsing) / median(theirs), median(parsing), median(theirs));
    return 0;
}
