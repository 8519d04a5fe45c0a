#include "analysis/CallRecogniser.h"

#include "catalog/BuiltInCatalog.h"
#include "catalog/CatalogReader.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

QStringList namesOf(const std::vector<CallPart>& parts, const ScopeCatalog& catalog)
{
    QStringList names;
    for (const CallPart& part : parts)
        names += nameOf(part, catalog);
    return names;
}

/// What is found, with all parts, and what is not.
void compare(const ScopeCatalog& catalog, const QString& text, const QStringList& found, const QStringList& unrecognised)
{
    const RecognisedCalls result = CallRecogniser(catalog).recognise(text);
    QStringList parts;
    for (const FoundCall& one : result.found) {
        parts += namesOf(one.call.parts(), catalog);
        QVERIFY(one.range.start >= 0 && one.range.length > 0 && one.range.start + one.range.length <= text.size());
    }
    QStringList rest;
    for (const UnrecognisedCall& one : result.unrecognised) {
        rest += one.text;
        QVERIFY(!one.why.isEmpty());
    }
    QCOMPARE(parts, found);
    QCOMPARE(rest, unrecognised);
}

} // namespace

class CallRecogniserTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_tiktok;
    CatalogPointer m_mail;

private Q_SLOTS: // NOLINT(readability-redundant-access-specifiers): moc needs the slots in a section of their own

    void initTestCase()
    {
        m_tiktok = builtInCatalog().value.value();
        // Its paths have parameters, and some several methods.
        const auto read = readCatalogFile(tests::dataFolder() + u"calls/mail.json"_s);
        QVERIFY2(read, qPrintable(toString(read.problems, u"mail.json"_s)));
        m_mail = *read.value;
    }

    void recognises_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<QStringList>("unrecognised");
        const auto row = [](const char* name, const QString& text, const QStringList& found, const QStringList& rest = {}) {
            QTest::newRow(name) << text << found << rest;
        };
        const QStringList fields{u"user.info"_s, u"user.info#open_id"_s, u"user.info#username"_s};
        row("an id", u"video.list"_s, {u"video.list"_s});
        row("a field", u"user.info#open_id"_s, fields.mid(0, 2));
        row("several fields", u"user.info#username,open_id"_s, fields);
        row("a parameter's value", u"post.content.init?post_mode=DIRECT_POST"_s,
            {u"post.content.init"_s, u"post.content.init?post_mode=DIRECT_POST"_s});
        row("several values", u"data.add?category_selection_list=activity,video"_s,
            {u"data.add"_s, u"data.add?category_selection_list=activity"_s, u"data.add?category_selection_list=video"_s});
        row("several ids in a line", u"video.list, user.info#open_id;oauth.token"_s,
            {u"video.list"_s, u"user.info"_s, u"user.info#open_id"_s, u"oauth.token"_s});
        row("ids with commas alone", u"video.list,video.query"_s, {u"video.list"_s, u"video.query"_s});
        row("an id a line, in quotes", u"\"video.list\"\n- 'video.query'\r\n"_s, {u"video.list"_s, u"video.query"_s});
        row("an unknown id", u"video.lst"_s, {}, {u"video.lst"_s});
        row("a known id and an unknown", u"video.list video.lst"_s, {u"video.list"_s}, {u"video.lst"_s});
        row("an unknown field", u"user.info#nickname,open_id"_s, fields.mid(0, 2), {u"user.info#nickname"_s});
        row("an unknown value", u"post.content.init?post_mode=BOTH"_s, {u"post.content.init"_s},
            {u"post.content.init?post_mode=BOTH"_s});
        row("method and path", u"GET /v2/user/info/"_s, {u"user.info"_s});
        row("method and path without the last slash", u"POST /v2/video/list"_s, {u"video.list"_s});
        row("method, path and fields", u"GET /v2/user/info/?fields=open_id,username"_s, fields);
        row("path and field", u"/v2/user/info/#open_id"_s, fields.mid(0, 2));
        row("the wrong method", u"DELETE /v2/user/info/"_s, {}, {u"DELETE /v2/user/info/"_s});
        row("a path that is not there", u"GET /v2/user/infos/"_s, {}, {u"/v2/user/infos/"_s});
        row("a longer path", u"/v2/user/info/more"_s, {}, {u"/v2/user/info/more"_s});
        row("a URL", u"https://open.tiktokapis.com/v2/user/info/?fields=open_id,username"_s, fields);
        row("percent-encoded commas", u"https://open.tiktokapis.com/v2/user/info/?fields=open_id%2Cusername&x=1"_s, fields);
        row("an ampersand in HTML", u"<a href=\"https://open.tiktokapis.com/v2/user/info/?x=1&amp;fields=open_id\">"_s,
            fields.mid(0, 2));
        row("an ampersand in JSON",
            u"{\"url\":\"https:\\/\\/open.tiktokapis.com\\/v2\\/user\\/info\\/?x=1\\u0026fields=open_id\"}"_s, fields.mid(0, 2));
        row("a URL in capitals with a port", u"HTTPS://OPEN.TikTokAPIs.com:443/v2/video/list/"_s, {u"video.list"_s});
        row("a host without scheme", u"open.tiktokapis.com/v2/video/list/"_s, {u"video.list"_s});
        row("another host", u"https://api.example.com/v2/user/info/?access_token=abc"_s, {},
            {u"https://api.example.com/v2/user/info/"_s});
        row("an address that the provider's host does not have", u"https://open.tiktokapis.com/v3/user/info/?token=x"_s, {},
            {u"https://open.tiktokapis.com/v3/user/info/"_s});
        row("a user in the URL is not shown", u"https://me:secret@api.example.com/x"_s, {}, {u"api.example.com/x"_s});
        row("an unknown field in a URL", u"https://open.tiktokapis.com/v2/user/info/?fields=open_id,nick"_s, fields.mid(0, 2),
            {u"user.info#nick"_s});
        row("curl over several lines",
            u"curl -L -X GET 'https://open.tiktokapis.com/v2/user/info/?fields=open_id,username' \\\n  -H 'Authorization: Bearer "
            "act.example12345Example12345Example'\n"_s,
            fields);
        row("curl with a body",
            u"curl --location 'https://open.tiktokapis.com/v2/post/publish/content/init/' \\\n--header 'Authorization: Bearer x' "
            "\\\n--data-raw '{\n \"post_info\": {},\n \"post_mode\": \"DIRECT_POST\",\n \"media_type\": \"PHOTO\"\n}'"_s,
            {u"post.content.init"_s, u"post.content.init?post_mode=DIRECT_POST"_s});
        row("curl with a list in its body",
            u"curl -X POST https://open.tiktokapis.com/v2/user/data/add/?fields=request_id -d '{\"category_selection_list\": "
            "[\"video\", \"activity\"]}'"_s,
            {u"data.add"_s, u"data.add?category_selection_list=activity"_s, u"data.add?category_selection_list=video"_s},
            {u"data.add#request_id"_s});
        row("curl with the wrong method", u"curl -X PUT https://open.tiktokapis.com/v2/video/list/"_s, {},
            {u"PUT https://open.tiktokapis.com/v2/video/list/"_s});
        row("a line of JavaScript", u"const r = await fetch(`${base}/v2/user/info/?fields=${fields}`, {method: 'GET'});"_s,
            {u"user.info"_s});
        row("a line of Python", u"requests.get(BASE + \"/v2/user/info/\", params={\"fields\": \"open_id,username\"})"_s, fields);
        row("a path without its first slash", u"client.post('v2/video/list/')"_s, {u"video.list"_s});
        row("a format string", u"sprintf(url, \"%s/v2/video/query/\", host)"_s, {u"video.query"_s});
        row("a variable of the shell", u"wget \"$BASE_URL/v2/video/list/\""_s, {u"video.list"_s});
        row("a line of a log", u"10.0.0.1 - - [24/Nov/2026:01:02:03 +0000] \"POST /v2/video/list/?fields=id HTTP/1.1\" 200 12"_s,
            {u"video.list"_s, u"video.list#id"_s});
        row("the end of a sentence", u"It calls /v2/video/list/. Then /v2/video/query."_s, {u"video.list"_s, u"video.query"_s});
        row("several lines of several kinds",
            u"GET /v2/user/info/?fields=open_id\nvideo.list\n\ncurl https://open.tiktokapis.com/v2/oauth/token/ -d a=b\nGET /nope\n"_s,
            {u"user.info"_s, u"user.info#open_id"_s, u"video.list"_s, u"oauth.token"_s}, {u"/nope"_s});
        row("a scope in code is no call", u"scope = \"video.list\""_s, {}, {u"scope = \"video.list\""_s});
        row("a comment is no address", u"// v2/user is old"_s, {}, {u"// v2/user is old"_s});
        row("nothing", u" \n"_s, {});
    }

    void recognises()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, found);
        QFETCH(const QStringList, unrecognised);
        compare(*m_tiktok, text, found, unrecognised);
    }

    void fillsInParameters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<QStringList>("unrecognised");
        const auto row = [](const char* name, const QString& text, const QStringList& found, const QStringList& rest = {}) {
            QTest::newRow(name) << text << found << rest;
        };
        row("a value", u"GET /v1/users/42/messages"_s, {u"list"_s});
        row("another method", u"POST /v1/users/42/messages"_s, {u"send"_s});
        row("a literal segment comes first", u"/v1/users/me/messages"_s, {u"mine"_s});
        row("but not with another method", u"POST /v1/users/me/messages"_s, {}, {u"POST /v1/users/me/messages"_s});
        row("an address means GET", u"https://api.example.com/v1/users/a%20b/messages"_s, {u"list"_s});
        row("as in the documentation", u"/v1/users/{userId}/messages"_s, {u"list"_s});
        row("a template's expression", u"axios.post(`/v1/users/${user.id}/messages`)"_s, {u"send"_s});
        row("a route", u"/v1/users/:id/messages"_s, {u"list"_s});
        row("a method is missing", u"/v1/folders/7"_s, {}, {u"/v1/folders/7"_s});
        row("the method stands behind", u"fetch('/v1/folders/7', {\"method\": \"delete\"})"_s, {u"drop"_s});
        row("an empty value", u"/v1/users//messages"_s, {}, {u"/v1/users//messages"_s});
    }

    void fillsInParameters()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, found);
        QFETCH(const QStringList, unrecognised);
        compare(*m_mail, text, found, unrecognised);
    }

    void rangesCountUtf16Units()
    {
        const QString text = u"😀é\n„ä“ https://open.tiktokapis.com/v2/video/list/ 😀 /v2/video/query/\n"_s;
        const RecognisedCalls result = CallRecogniser(*m_tiktok).recognise(text);
        QCOMPARE(result.found.size(), std::size_t(2));
        const auto piece = [&](const FoundCall& one) { return text.mid(one.range.start, one.range.length); };
        QCOMPARE(piece(result.found[0]), u"https://open.tiktokapis.com/v2/video/list/"_s);
        QCOMPARE(piece(result.found[1]), u"/v2/video/query/"_s);
    }

    void showsNoSecret()
    {
        for (const QString& text :
            {u"curl https://api.example.com/x -H 'Authorization: Bearer act.Secret12345Secret12345Secret'"_s,
                u"access_token=act.Secret12345Secret12345Secret"_s, u"https://api.example.com/x?client_secret=Secret12345"_s}) {
            const RecognisedCalls result = CallRecogniser(*m_tiktok).recognise(text);
            QCOMPARE(result.unrecognised.size(), std::size_t(1));
            QVERIFY2(!result.unrecognised.front().text.contains(u"Secret12345"_s), qPrintable(result.unrecognised.front().text));
        }
    }

    void readsRecordedRequests()
    {
        const CallRecogniser recogniser(*m_mail);
        const auto idOf = [&](std::string_view method, std::string_view url) {
            const auto call = recogniser.recorded(method, url, {});
            return call ? nameOf(call->parts().front(), *m_mail) : QString();
        };
        QCOMPARE(idOf("POST", "https://api.example.com/v1/users/1/messages"), u"send"_s);
        QCOMPARE(idOf("PATCH", "https://api.example.com/v1/users/1/messages"), QString());
        QCOMPARE(idOf("", "{{host}}/v1/users/{{id}}/messages"), u"list"_s);
        QCOMPARE(idOf("GET", "https://other.example.com/v1/users/1/messages"), QString());
    }

    void anyTextEndsSoon()
    {
        const CallRecogniser recogniser(*m_tiktok);
        const auto isFast = [&](const QString& text) {
            QElapsedTimer timer;
            timer.start();
            const RecognisedCalls result = recogniser.recognise(text);
            return timer.elapsed() < 10'000 && (!result.found.empty() || !result.unrecognised.empty());
        };
        QVERIFY(isFast(QString(1'000'000, u'/')));
        QVERIFY(isFast(u"/v2"_s.repeated(300'000)));
        QVERIFY(isFast(u"curl '"_s + QString(1'000'000, u'a')));
        QVERIFY(isFast(u"/v2/video/list/ "_s.repeated(10'000)));
        QVERIFY(isFast(u"é /v2/video/list/\n"_s.repeated(10'000)));
        QVERIFY(isFast(u"aaaaaaaaaaaaaaaaaa"_s.repeated(50'000) + u"/v2/video/list/"_s));
        QVERIFY(isFast(u"fields "_s.repeated(100'000) + u"/v2/user/info/"_s + u"fields="_s.repeated(100'000)));
    }
};

SCOPES_TEST(CallRecogniserTest)
#include "CallRecogniserTest.moc"
