#include "analysis/CallNeeds.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

/// The call of an endpoint with all fields and values of these names.
Call callOf(const ScopeCatalog& catalog, Text id, const QStringList& chosen = {})
{
    for (EndpointId number = 0; number < static_cast<EndpointId>(catalog.endpoints().size()); ++number) {
        const Endpoint& endpoint = catalog.endpoint(number);
        if (endpoint.id != id)
            continue;
        Call call{number, {}, {}};
        for (std::size_t field = 0; field < endpoint.fields.size(); ++field) {
            if (chosen.contains(toQString(endpoint.fields[field].name)))
                call.fields.push_back(static_cast<int>(field));
        }
        for (std::size_t parameter = 0; parameter < endpoint.parameters.size(); ++parameter) {
            for (std::size_t value = 0; value < endpoint.parameters[parameter].values.size(); ++value) {
                if (chosen.contains(toQString(endpoint.parameters[parameter].values[value].value)))
                    call.values.push_back({number, noId, static_cast<int>(parameter), static_cast<int>(value)});
            }
        }
        return call;
    }
    qFatal("There is no such endpoint");
    return {};
}

QStringList namesOf(const std::vector<CallPart>& parts, const ScopeCatalog& catalog)
{
    QStringList names;
    for (const CallPart& part : parts)
        names += nameOf(part, catalog);
    return names;
}

/// 'a b' for each set, joined by ' | '.
QString setsOf(const TokenNeeds& needs, const ScopeCatalog& catalog)
{
    QStringList sets;
    for (const auto& set : needs.answer.sets) {
        QStringList names;
        for (const ScopeId scope : set)
            names += toQString(catalog.scope(scope).name);
        sets += names.join(u' ');
    }
    return sets.join(u" | "_s);
}

} // namespace

class CallNeedsTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_catalog;

private Q_SLOTS: // NOLINT(readability-redundant-access-specifiers): moc needs the slots in a section of their own

    void initTestCase() { m_catalog = builtInCatalog().value.value(); }

    void names()
    {
        const Call call = callOf(*m_catalog, "post.content.init", {u"DIRECT_POST"_s});
        QCOMPARE(namesOf(call.parts(), *m_catalog),
            (QStringList{u"post.content.init"_s, u"post.content.init?post_mode=DIRECT_POST"_s}));
        QCOMPARE(needInWords(call.parts()[0], *m_catalog), u"video.publish or video.upload"_s);
        QCOMPARE(needInWords(call.parts()[1], *m_catalog), u"video.publish"_s);
        const Call info = callOf(*m_catalog, "user.info", {u"open_id"_s});
        QCOMPARE(namesOf(info.parts(), *m_catalog), (QStringList{u"user.info"_s, u"user.info#open_id"_s}));
        QCOMPARE(needInWords(info.parts()[0], *m_catalog), u"what its fields need"_s);
        QCOMPARE(needInWords(callOf(*m_catalog, "oauth.token").parts()[0], *m_catalog), u"no scope"_s);
    }

    void mergesCallsToOneEndpoint()
    {
        const Call info = callOf(*m_catalog, "user.info", {u"open_id"_s, u"username"_s});
        const auto calls = merged({callOf(*m_catalog, "user.info", {u"username"_s}), callOf(*m_catalog, "video.list"),
            callOf(*m_catalog, "user.info", {u"open_id"_s, u"username"_s})});
        QCOMPARE(calls.size(), std::size_t(2));
        QVERIFY(calls[0] == info);
    }

    void tableOfSplitUserInfo_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QStringList>("fields");

        // The provider's bulletin on splitting user.info.basic, row for row.
        QTest::newRow("user.info.basic keeps who it is") << u"user.info.basic"_s
                                                         << QStringList{u"open_id"_s, u"union_id"_s, u"avatar_url"_s,
                                                                u"avatar_url_100"_s, u"avatar_large_url"_s, u"display_name"_s};
        QTest::newRow("user.info.profile has what the profile shows")
            << u"user.info.profile"_s
            << QStringList{u"bio_description"_s, u"profile_deep_link"_s, u"is_verified"_s, u"username"_s};
        QTest::newRow("user.info.stats has the counts")
            << u"user.info.stats"_s << QStringList{u"follower_count"_s, u"following_count"_s, u"likes_count"_s, u"video_count"_s};
    }

    /// From each field to its scope, from all of a scope's fields to it alone, and from the scope to its fields.
    void tableOfSplitUserInfo()
    {
        QFETCH(const QString, scope);
        QFETCH(const QStringList, fields);
        const auto neededFor = [&](const QStringList& chosen) {
            const CallNeeds needs = neededScopes({callOf(*m_catalog, "user.info", chosen)}, *m_catalog);
            return needs.requests.size() == 1 ? setsOf(needs.requests.front(), *m_catalog) : u"not one request"_s;
        };
        for (const QString& field : fields)
            QCOMPARE(neededFor({field}), scope);
        QCOMPARE(neededFor(fields), scope);
        QStringList found;
        for (const auto& [endpoint, field] : m_catalog->fieldsOf(m_catalog->find(scope))) {
            const Endpoint& call = m_catalog->endpoint(endpoint);
            QCOMPARE(toQString(call.id), u"user.info"_s);
            found += toQString(call.fields[static_cast<std::size_t>(field)].name);
        }
        QCOMPARE(found, fields);
    }

    void needs_data()
    {
        QTest::addColumn<QStringList>("calls"); // 'endpoint chosen chosen'
        QTest::addColumn<QStringList>("sets"); // a request each
        QTest::addColumn<QStringList>("undocumented");
        const auto row = [](const char* name, const QStringList& calls, const QStringList& sets,
                             const QStringList& undocumented = {}) { QTest::newRow(name) << calls << sets << undocumented; };
        row("a call", {u"video.list"_s}, {u"video.list"_s});
        row("fields of three scopes", {u"user.info open_id username likes_count"_s},
            {u"user.info.basic user.info.profile user.info.stats"_s});
        row("either alternative", {u"post.content.init"_s}, {u"video.publish | video.upload"_s});
        row("a parameter decides", {u"post.content.init MEDIA_UPLOAD"_s}, {u"video.upload"_s});
        row("both values need both", {u"post.content.init MEDIA_UPLOAD DIRECT_POST"_s}, {u"video.publish video.upload"_s});
        row("another call decides", {u"post.content.init"_s, u"post.inbox.video.init"_s}, {u"video.upload"_s});
        row("one scope for two categories", {u"data.add activity video"_s},
            {u"portability.all.ongoing | portability.all.single"_s});
        row("no fields and nothing of its own", {u"user.info"_s}, {}, {u"user.info"_s});
        row("two kinds of token", {u"research.user.info"_s, u"video.query"_s}, {u"video.list"_s, u"research.data.basic"_s});
        row("a call that needs nothing", {u"oauth.token"_s, u"video.query"_s}, {u"video.list"_s});
        row("documented and not", {u"user.info"_s, u"video.query"_s}, {u"video.list"_s}, {u"user.info"_s});
    }

    void needs()
    {
        QFETCH(const QStringList, calls);
        QFETCH(const QStringList, sets);
        std::vector<Call> asked;
        for (const QString& call : calls)
            asked.push_back(callOf(*m_catalog, call.section(u' ', 0, 0).toStdString(), call.split(u' ').mid(1)));
        const CallNeeds needs = neededScopes(asked, *m_catalog);
        QStringList found;
        for (const TokenNeeds& request : needs.requests)
            found += setsOf(request, *m_catalog);
        QCOMPARE(found, sets);
        QTEST(namesOf(needs.undocumented, *m_catalog), "undocumented");
        QCOMPARE(needs.hasAnswer(), !sets.isEmpty());
    }

    void prefersWhatIsRequestedAndApproved()
    {
        const std::vector<Call> calls{callOf(*m_catalog, "post.content.init")};
        NeedsOptions options;
        options.requested = {u"video.upload"_s, u"not.in.the.catalog"_s};
        QCOMPARE(setsOf(neededScopes(calls, *m_catalog, options).requests[0], *m_catalog), u"video.upload | video.publish"_s);
        AppProfile profile;
        profile.approved = {u"video.upload"_s};
        options.requested.clear();
        options.profile = &profile;
        QCOMPARE(setsOf(neededScopes(calls, *m_catalog, options).requests[0], *m_catalog), u"video.upload | video.publish"_s);
        profile.catalog = u"another"_s;
        QCOMPARE(setsOf(neededScopes(calls, *m_catalog, options).requests[0], *m_catalog), u"video.publish | video.upload"_s);
    }

    void keepsWhatIsRequested()
    {
        NeedsOptions options;
        options.keepRequested = true;
        options.requested = {u"video.list"_s, u"research.adlib.basic"_s, u"not.in.the.catalog"_s, u"video.upload"_s};
        const CallNeeds needs = neededScopes(
            {callOf(*m_catalog, "post.content.init"), callOf(*m_catalog, "research.user.info")}, *m_catalog, options);
        QCOMPARE(needs.requests.size(), std::size_t(2));
        QCOMPARE(setsOf(needs.requests[0], *m_catalog), u"video.list video.upload"_s);
        QCOMPARE(setsOf(needs.requests[1], *m_catalog), u"research.adlib.basic research.data.basic"_s);
        QCOMPARE(needs.keptUnknown, QStringList{u"not.in.the.catalog"_s});
    }

    void saysWhatIsInTheWay()
    {
        AppProfile profile;
        profile.approved = {u"video.upload"_s, u"video.list"_s};
        NeedsOptions options;
        options.profile = &profile;
        options.onlyApproved = true;
        const std::vector<Call> calls{
            callOf(*m_catalog, "post.content.init", {u"DIRECT_POST"_s}), callOf(*m_catalog, "video.list")};
        const CallNeeds needs = neededScopes(calls, *m_catalog, options);
        QVERIFY(!needs.hasAnswer());
        QVERIFY(needs.requests[0].answer.sets.empty());
        QCOMPARE(needs.requests[0].inTheWay.size(), std::size_t(1));
        const CallInTheWay& one = needs.requests[0].inTheWay.front();
        QCOMPARE(nameOf(one.part, *m_catalog), u"post.content.init?post_mode=DIRECT_POST"_s);
        QCOMPARE(one.missing, (std::vector<std::vector<ScopeId>>{{m_catalog->find(u"video.publish"_s)}}));
        options.requested = {u"video.publish"_s};
        options.keepRequested = true;
        QCOMPARE(setsOf(neededScopes(calls, *m_catalog, options).requests[0], *m_catalog), u"video.list video.publish"_s);
    }

    void saysWhyAScopeIsThere()
    {
        const CallNeeds needs =
            neededScopes({callOf(*m_catalog, "user.info", {u"open_id"_s, u"username"_s, u"is_verified"_s})}, *m_catalog);
        const TokenNeeds& request = needs.requests.front();
        const std::vector<ScopeId> set{m_catalog->find(u"video.list"_s), m_catalog->find(u"user.info.profile"_s),
            m_catalog->find(u"user.info.basic"_s), m_catalog->find(u"video.publish"_s), m_catalog->find(u"video.upload"_s)};
        const auto only = coveredOnlyByEach(set, request.parts, *m_catalog);
        QCOMPARE(namesOf(only[0], *m_catalog), QStringList{});
        QCOMPARE(namesOf(only[1], *m_catalog), (QStringList{u"user.info#is_verified"_s, u"user.info#username"_s}));
        QCOMPARE(namesOf(only[2], *m_catalog), QStringList{u"user.info#open_id"_s});

        // Of alternatives any one will do.
        const std::vector<CallPart> either{{m_catalog->findEndpoint("post.content.init"), noId, noId, noId}};
        for (const auto& parts : coveredOnlyByEach(set, either, *m_catalog))
            QVERIFY(parts.empty());
        QCOMPARE(coveredOnlyByEach({set[0], set[3]}, either, *m_catalog), (std::vector<std::vector<CallPart>>{{}, either}));
    }
};

SCOPES_TEST(CallNeedsTest)
#include "CallNeedsTest.moc"
