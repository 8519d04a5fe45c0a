// How long a pasted text takes to be inspected and checked, as a share of what the window may take: the slowest of several
// kinds of text.
#include "analysis/Finding.h"
#include "catalog/BuiltInCatalog.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

struct Sample
{
    const char* name;
    QString piece; ///< repeated up to the length, with a number for each '#'
};

std::vector<Sample> samples()
{
    return {
        {"scope list", u"user.info.basic, video.list,video.lst,"_s},
        {"different names", u"crm#.contacts.read, crm#.contacts.write,"_s},
        {"authorization URLs",
            u"https://www.tiktok.com/v2/auth/authorize/?client_id=aw12&scope=user.info.basic%2Cvideo.list&state=x\n"_s},
        {"token responses",
            u"{\"access_token\": \"act.Kq8sZ3pXwV7yB2nM5tR9uJ4hL6gF1dC0\", \"scope\": \"user.info.basic,video.list\"}\n"_s},
        {"source code", u"const scopes = ['user.info.basic', \"video.list\"].join(',') + `${more}`; // grant\n"_s},
        {"log lines", u"2026-11-23T10:00:00Z api.example.com GET /v2/user/info/ 401 scope_not_authorized: video.list v1.2.3\n"_s},
        {"log lines of different names", u"2026-11-23T10:00:00Z 403 insufficient_scope: missing scope crm#.contacts.read\n"_s},
        {"beginnings of tokens", u"eyJ-"_s},
        {"scopes needed", u"Scopes needed: a. "_s},
        {"permissions", u"permissions: the x "_s},
        {"error descriptions with commas", u"error_description=b,"_s},
        {"error descriptions", u"error_description="_s},
        {"a table", u"| user.info.basic | Read a user's profile info | Login Kit |\n"_s},
        {"one word", u"a"_s},
        {"separators", u",; "_s},
        {"percent signs", u"%25"_s},
        {"quotes", u"\"'`"_s},
    };
}

QString textOf(const Sample& sample, qsizetype length)
{
    if (!sample.piece.contains(u'#'))
        return sample.piece.repeated(length / sample.piece.size());
    QString text;
    text.reserve(length);
    for (int number = 0; text.size() < length; ++number)
        text += QString(sample.piece).replace(u'#', QString::number(number));
    return text;
}

/// Milliseconds for inspection and findings, the least of several runs.
double milliseconds(const QString& text, const ScopeCatalog& catalog, int runs)
{
    double least = 0;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const Inspection inspection = inspect(text, catalog);
        const auto findings = findingsOf(inspection, catalog);
        const double time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        least = run == 0 || time < least ? time : least;
    }
    return least;
}

/// @p only: a part of a kind's name; empty: all kinds.
void print(qsizetype length, const char* lengthName, double allowed, const ScopeCatalog& catalog, int runs, const QString& only)
{
    double slowest = 0;
    const char* of = "";
    for (const Sample& sample : samples()) {
        if (!QString::fromLatin1(sample.name).contains(only))
            continue;
        const QString text = textOf(sample, length);
        const double time = milliseconds(text, catalog, runs);
        std::printf("  %s of %s: %.1f ms\n", lengthName, sample.name, time);
        std::fflush(stdout);
        if (time > slowest) {
            slowest = time;
            of = sample.name;
        }
    }
    std::printf("inspect %s, the slowest kind (%s) / %g ms: %.2f (goal <= 1) [%.1f ms / %.1f ms]\n", lengthName, of, allowed,
        slowest / allowed, slowest, allowed);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const auto catalog = builtInCatalog();
    if (!catalog)
        return 1;
    const QString only = QCoreApplication::arguments().value(1);
    print(qsizetype{64} * 1024, "64 KiB", 50, **catalog.value, 5, only);
    print(qsizetype{10} * 1024 * 1024, "10 MiB", 1000, **catalog.value, 1, only);
    return 0;
}
