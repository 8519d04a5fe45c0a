#include "analysis/AuthorizationRequest.h"

#include "BuiltIn.h"
#include "PlainCatalog.h"
#include "analysis/Finding.h"
#include "analysis/RequestSnippets.h"
#include "support/TestMain.h"

#include <QRandomGenerator>
#include <QUrlQuery>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

/// Bytes that count up from 0: the same for every request.
QByteArray countingBytes(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

AuthorizationInput desktop()
{
    AuthorizationInput input;
    input.scopes = {u"user.info.basic"_s, u"video.list"_s};
    input.platform = u"desktop"_s;
    input.clientKey = u"aw1234"_s;
    input.redirectUri = u"http://127.0.0.1:3455/callback/"_s;
    return input;
}

AuthorizationInput web()
{
    AuthorizationInput input = desktop();
    input.platform = u"web"_s;
    input.redirectUri = u"https://example.com/callback"_s;
    return input;
}

} // namespace

/// The request that is made from scopes, profile and platform.
class AuthorizationRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_catalog = tests::builtIn();
        QVERIFY(m_catalog != nullptr);
    }

    void challengesOfTheSpecification();
    void verifiersAreLongEnough();
    void aDesktopRequest();
    void aWebRequest();
    void everyParameterIsExplained();
    void whatTheStandardHasIsThereByDefault();
    void callsInPlaceOfAnAddress();
    void problems_data();
    void problems();
    void aProviderWithoutAPage();
    void optionalParameters();
    void clientCredentialsAreWarnedOf();
    void redirectRules_data();
    void redirectRules();
    void registeredAddresses();
    void snippetsHoldNothingOfTheRequest();
    void randomRequestsHaveNoFinding();

private: // NOLINT(readability-redundant-access-specifiers): the others are slots
    Result<AuthorizationRequest> make(const AuthorizationInput& input) const
    {
        return authorizationRequest(*m_catalog, input, countingBytes);
    }

    CatalogPointer m_catalog;
};

void AuthorizationRequestTest::challengesOfTheSpecification()
{
    // RFC 7636, appendix B: the verifier's 32 bytes, the verifier, the digest's 32 bytes, the challenge.
    const QByteArray octets("\x74\x18\xdf\xb4\x97\x99\xe0\x25\x4f\xfa\x60\x7d\xd8\xad\xbb\xba"
                            "\x16\xd4\x25\x4d\x69\xd6\xbf\xf0\x5b\x58\x05\x58\x53\x84\x8d\x79",
        32);
    const QString verifier = u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s;
    QCOMPARE(base64Url(octets), verifier);
    QCOMPARE(codeChallenge(verifier, ChallengeEncoding::Base64Url), u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s);
    const QByteArray digest("\x13\xd3\x1e\x96\x1a\x1a\xd8\xec\x2f\x16\xb1\x0c\x4c\x98\x2e\x08"
                            "\x76\xa8\x78\xad\x6d\xf1\x44\x56\x6e\xe1\x89\x4a\xcb\x70\xf9\xc3",
        32);
    QCOMPARE(codeChallenge(verifier, ChallengeEncoding::Hex), QString::fromLatin1(digest.toHex()));
}

void AuthorizationRequestTest::verifiersAreLongEnough()
{
    QCOMPARE(verifierByteCount(nullptr), 32);
    Platform platform;
    QCOMPARE(verifierByteCount(&platform), 32);
    platform.pkce.resize(1);
    for (const int shortest : {0, 1, 43, 44, 45, 46, 47, 100, 128}) {
        platform.pkce.front().shortestVerifier = shortest;
        const qsizetype length = base64Url(countingBytes(verifierByteCount(&platform))).size();
        QVERIFY2(length >= std::max(43, shortest) && length <= 128, qPrintable(QString::number(shortest)));
    }
}

void AuthorizationRequestTest::aDesktopRequest()
{
    const auto request = make(desktop());
    QVERIFY(request);
    QCOMPARE(request.value->state, base64Url(countingBytes(16)));
    QCOMPARE(request.value->codeVerifier, base64Url(countingBytes(32)));
    const QString challenge = codeChallenge(request.value->codeVerifier, ChallengeEncoding::Hex);
    QCOMPARE(request.value->url,
        u"https://www.tiktok.com/v2/auth/authorize/?client_key=aw1234&response_type=code&scope=user.info.basic%2Cvideo.list"
        "&redirect_uri=http%3A%2F%2F127.0.0.1%3A3455%2Fcallback%2F&state=AAECAwQFBgcICQoLDA0ODw&code_challenge="_s
            + challenge + u"&code_challenge_method=S256"_s);
    QVERIFY(request.value->hasGoodRedirectUri());
    QVERIFY(request.value->takesVerifier);
}

void AuthorizationRequestTest::aWebRequest()
{
    AuthorizationInput input = web();
    input.clientKey.clear();
    const auto request = make(input);
    QVERIFY(request);
    QCOMPARE(request.value->url,
        u"https://www.tiktok.com/v2/auth/authorize/?client_key=CLIENT_KEY&response_type=code&scope=user.info.basic%2Cvideo.list"
        "&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback&state=AAECAwQFBgcICQoLDA0ODw"_s);
    QVERIFY(request.value->parameters.front().isPlaceholder);
    QVERIFY(request.value->codeVerifier.isEmpty());
    QVERIFY(!request.value->takesVerifier);
    // That the page's table has no challenge is told, with its source.
    QVERIFY(std::any_of(request.value->notes.begin(), request.value->notes.end(), [](const AuthorizationNote& note) {
        return note.text.contains(u"code_challenge"_s) && note.origin.source != noId && !note.isWarning;
    }));
}

void AuthorizationRequestTest::everyParameterIsExplained()
{
    for (const AuthorizationInput& input : {desktop(), web()}) {
        const auto request = make(input);
        QVERIFY(request);
        for (const AuthorizationParameter& parameter : request.value->parameters) {
            QVERIFY2(!parameter.meaning.isEmpty(), qPrintable(parameter.name));
            QVERIFY2(!sourceText(parameter.origin, *m_catalog).isEmpty(), qPrintable(parameter.name));
            QVERIFY2(!parameter.value.isEmpty(), qPrintable(parameter.name));
        }
    }
}

void AuthorizationRequestTest::whatTheStandardHasIsThereByDefault()
{
    const CatalogPointer plain = tests::catalogWith(tests::providerWithPage("https://id.example.com/authorize"));
    QVERIFY(plain != nullptr);
    AuthorizationInput input = web();
    input.platform.clear();
    input.clientKey.clear();
    const auto request = authorizationRequest(*plain, input, countingBytes);
    QVERIFY(request);
    const QUrlQuery query(QUrl(request.value->url).query());
    QCOMPARE(query.queryItemValue(u"client_id"_s), u"CLIENT_ID"_s);
    QCOMPARE(query.queryItemValue(u"scope"_s, QUrl::FullyDecoded), u"user.info.basic video.list"_s);
    QVERIFY(request.value->url.contains(u"scope=user.info.basic%20video.list&"_s));
    QCOMPARE(query.queryItemValue(u"response_type"_s), u"code"_s);
    QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
    QCOMPARE(query.queryItemValue(u"code_challenge"_s), codeChallenge(request.value->codeVerifier, ChallengeEncoding::Base64Url));
    for (const AuthorizationParameter& parameter : request.value->parameters)
        QVERIFY2(parameter.origin.section.startsWith(u"RFC "_s), qPrintable(parameter.name));
    QVERIFY(!snippet(u"curl"_s, *request.value)); // no address that gives tokens is documented
}

void AuthorizationRequestTest::callsInPlaceOfAnAddress()
{
    AuthorizationInput input = web();
    input.platform = u"android"_s;
    const auto android = make(input);
    QVERIFY(android);
    QVERIFY(android.value->url.isEmpty());
    QVERIFY2(android.value->call.contains(u"clientKey = \"aw1234\",\n    scope = \"user.info.basic,video.list\",\n"
                                          "    redirectUri = \"https://example.com/callback\",\n"_s),
        qPrintable(android.value->call));
    QVERIFY(snippet(u"curl"_s, *android.value).value->contains(u"code_verifier"_s));
    QVERIFY(!snippet(u"python"_s, *android.value));
    QVERIFY(!snippet(u"url"_s, *android.value));

    input.platform = u"ios"_s;
    const auto ios = make(input);
    QVERIFY(ios);
    QVERIFY2(ios.value->call.contains(u"TikTokAuthRequest(scopes: [\"user.info.basic\", \"video.list\"], redirectURI: "
                                      "\"https://example.com/callback\")"_s),
        qPrintable(ios.value->call));

    input.platform = u"qr-code"_s;
    input.redirectUri.clear();
    input.clientKey = u"it's"_s;
    const auto code = make(input);
    QVERIFY(code);
    QVERIFY2(code.value->call.contains(u"--data-urlencode client_key='it'\\''s' \\\n"_s), qPrintable(code.value->call));
    QVERIFY(code.value->call.contains(u"state='"_s + code.value->state));
    QVERIFY(code.value->redirectChecks.empty());
}

void AuthorizationRequestTest::problems_data()
{
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("redirectUri");
    QTest::addColumn<QString>("words");
    const QStringList fine{u"video.list"_s};
    const QString address = u"https://example.com/"_s;
    QTest::newRow("nothing is requested") << QStringList{} << u"web"_s << address << u"Nothing is requested"_s;
    QTest::newRow("a name with the separator") << QStringList{u"a,b"_s} << u"web"_s << address << u"read as two"_s;
    QTest::newRow("an empty name") << QStringList{QString()} << u"web"_s << address << u"empty name"_s;
    QTest::newRow("half a surrogate pair") << QStringList{QString(QChar(0xd800))} << u"web"_s << address << u"no valid text"_s;
    QTest::newRow("a platform that is none") << fine << u"tv"_s << address << u"‘tv’. It has: web, desktop"_s;
    QTest::newRow("no platform") << fine << QString() << address << u"no platform"_s;
    QTest::newRow("no redirect URI") << fine << u"web"_s << QString() << u"redirect URI is missing"_s;
    QTest::newRow("a redirect URI that is no text") << fine << u"web"_s << QString(QChar(0xdc00)) << u"no valid text"_s;
}

void AuthorizationRequestTest::problems()
{
    AuthorizationInput input;
    QFETCH(const QString, words);
    QFETCH(const QStringList, scopes);
    QFETCH(const QString, platform);
    QFETCH(const QString, redirectUri);
    input.scopes = scopes;
    input.platform = platform;
    input.redirectUri = redirectUri;
    const auto request = make(input);
    QVERIFY(!request);
    QVERIFY2(request.problems.front().message.contains(words), qPrintable(request.problems.front().message));
}

void AuthorizationRequestTest::aProviderWithoutAPage()
{
    const CatalogPointer none = tests::catalogWith(tests::provider());
    QVERIFY(none != nullptr);
    AuthorizationInput input = web();
    input.platform.clear();
    const auto refused = authorizationRequest(*none, input, countingBytes);
    QVERIFY(!refused);
    QVERIFY(refused.problems.front().message.contains(u"documents no authorization page"_s));
}

void AuthorizationRequestTest::optionalParameters()
{
    AuthorizationInput input = web();
    input.options = {{u"disable_auto_auth"_s, u"1"_s}};
    const auto request = make(input);
    QVERIFY(request);
    QVERIFY(request.value->url.endsWith(u"&disable_auto_auth=1"_s));
    input.options = {{u"disable_auto_auth"_s, u"2"_s}};
    QVERIFY(make(input).problems.front().message.contains(u"0, 1"_s));
    input.options = {{u"prompt"_s, u"1"_s}};
    QVERIFY(make(input).problems.front().message.contains(u"‘prompt’"_s));
    input = desktop();
    input.options = {{u"disable_auto_auth"_s, u"1"_s}}; // documented for the web only
    QVERIFY(!make(input));
}

void AuthorizationRequestTest::clientCredentialsAreWarnedOf()
{
    AuthorizationInput input = web();
    input.scopes = {u"research.data.basic"_s};
    const auto request = make(input);
    QVERIFY(request);
    const AuthorizationNote& note = request.value->notes.front();
    QVERIFY(note.isWarning);
    QVERIFY2(note.text.contains(u"research.data.basic is obtained with client credentials"_s), qPrintable(note.text));
    QVERIFY(!sourceText(note.origin, *m_catalog).isEmpty());
}

void AuthorizationRequestTest::redirectRules_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("broken");
    const QStringList none;
    QTest::newRow("web, as it should be") << u"web"_s << u"https://example.com/cb"_s << none;
    QTest::newRow("web with http") << u"web"_s << u"http://example.com/cb"_s << QStringList{u"scheme"_s};
    QTest::newRow("web with a query") << u"web"_s << u"https://example.com/cb?a=1"_s << QStringList{u"no-query"_s};
    QTest::newRow("web with an empty query") << u"web"_s << u"https://example.com/cb?"_s << QStringList{u"no-query"_s};
    QTest::newRow("web with a fragment") << u"web"_s << u"https://example.com/cb#a"_s << QStringList{u"no-fragment"_s};
    QTest::newRow("web, a path alone") << u"web"_s << u"/cb"_s << QStringList{u"absolute"_s, u"scheme"_s};
    QTest::newRow("web, no host") << u"web"_s << u"https:///cb"_s << QStringList{u"absolute"_s};
    QTest::newRow("web with a space") << u"web"_s << u"https://example.com/c b"_s << QStringList{u"absolute"_s};
    QTest::newRow("web, 511 characters") << u"web"_s << u"https://example.com/"_s.leftJustified(511, u'a') << none;
    QTest::newRow("web, 512 characters") << u"web"_s << u"https://example.com/"_s.leftJustified(512, u'a')
                                         << QStringList{u"shorter-than"_s};
    QTest::newRow("web, a program's own scheme") << u"web"_s << u"myapp://cb"_s << QStringList{u"scheme"_s};
    QTest::newRow("desktop with a number") << u"desktop"_s << u"http://localhost:8080/cb"_s << none;
    QTest::newRow("desktop with https") << u"desktop"_s << u"https://127.0.0.1:8080/cb"_s << none;
    QTest::newRow("desktop without a port") << u"desktop"_s << u"http://localhost/cb"_s << QStringList{u"port-required"_s};
    QTest::newRow("desktop with another host") << u"desktop"_s << u"http://example.com:80/cb"_s << QStringList{u"host"_s};
    QTest::newRow("desktop with a host before an @")
        << u"desktop"_s << u"http://localhost@example.com:80/"_s << QStringList{u"host"_s};
    QTest::newRow("desktop with the port as it is registered")
        << u"desktop"_s << u"http://127.0.0.1:*/cb/"_s << QStringList{u"absolute"_s, u"host"_s, u"port-required"_s};
    QTest::newRow("Android with http") << u"android"_s << u"http://example.com/"_s << QStringList{u"scheme"_s};
    QTest::newRow("a provider without rules") << QString() << u"myapp://callback"_s << none;
    QTest::newRow("a provider without rules, a path") << QString() << u"callback"_s << QStringList{u"absolute"_s};
    QTest::newRow("a provider without rules, a fragment") << QString() << u"https://e.com/#"_s << QStringList{u"no-fragment"_s};
}

void AuthorizationRequestTest::redirectRules()
{
    QFETCH(const QString, platform);
    QFETCH(const QString, address);
    QStringList broken;
    for (const RedirectCheck& check : checkRedirectUri(findPlatform(*m_catalog, platform), address, {})) {
        QVERIFY(!check.text.isEmpty());
        QVERIFY(!sourceText(Origin{check.source, check.section}, *m_catalog).isEmpty());
        if (check.state == RedirectCheck::State::Broken)
            broken += check.rule;
    }
    QTEST(broken, "broken");
}

void AuthorizationRequestTest::registeredAddresses()
{
    const QStringList registered{u"http://127.0.0.1:*/callback/"_s, u"https://example.com/cb"_s};
    QVERIFY(isRegistered(u"https://example.com/cb"_s, registered, {}));
    QVERIFY(!isRegistered(u"https://example.com/cb/"_s, registered, {}));
    QVERIFY(isRegistered(u"http://127.0.0.1:3455/callback/"_s, registered, u"*"_s));
    QVERIFY(!isRegistered(u"http://127.0.0.1:3455/callback/"_s, registered, {}));
    QVERIFY(!isRegistered(u"http://127.0.0.1:3455/other/"_s, registered, u"*"_s));
    QVERIFY(!isRegistered(u"http://localhost:3455/callback/"_s, registered, u"*"_s));
    const Platform* const platform = findPlatform(*m_catalog, u"web"_s);
    for (const RedirectCheck& check : checkRedirectUri(platform, u"https://example.com/other"_s, registered)) {
        if (check.rule == "exact-match"_L1)
            QCOMPARE(nameOf(check.state), u"broken"_s);
    }
    // More than can be registered.
    QStringList many;
    for (int i = 0; i < 11; ++i)
        many += u"https://example.com/"_s + QString::number(i);
    QCOMPARE(nameOf(checkRedirectUri(platform, many.front(), many).front().state), u"broken"_s);
}

void AuthorizationRequestTest::snippetsHoldNothingOfTheRequest()
{
    const auto request = make(desktop());
    QVERIFY(request);
    const auto kinds = snippetKindsFor(*request.value);
    QCOMPARE(kinds.size(), std::size_t{9});
    for (const SnippetKind& kind : kinds) {
        const auto text = snippet(kind.id, *request.value);
        QVERIFY2(text, qPrintable(kind.id));
        QVERIFY2(!text.value->contains(request.value->codeVerifier), qPrintable(kind.id));
        if (kind.id != "url"_L1)
            QVERIFY2(!text.value->contains(request.value->state), qPrintable(kind.id));
        QVERIFY2(text.value->contains(u"127.0.0.1"_s), qPrintable(kind.id));
        QVERIFY2(inspect(*text.value, *m_catalog).secrets.empty(), qPrintable(kind.id));
    }
    QVERIFY(!snippet(u"cobol"_s, *request.value));
}

void AuthorizationRequestTest::randomRequestsHaveNoFinding()
{
    const int count = qEnvironmentVariableIntValue("SCOPES_REQUESTS") > 0 ? qEnvironmentVariableIntValue("SCOPES_REQUESTS") : 300;
    QRandomGenerator random(tests::seed(20261124));
    const RandomSource source = [&](int wanted) {
        QByteArray bytes;
        for (int i = 0; i < wanted; ++i)
            bytes += static_cast<char>(random.bounded(256));
        return bytes;
    };
    int clean = 0;
    for (int i = 0; i < count; ++i) {
        AuthorizationInput input = random.bounded(2) == 0 ? desktop() : web();
        input.scopes.clear();
        for (const Scope& scope : m_catalog->scopes()) {
            if (scope.obtainedBy == ObtainedBy::UserAuthorization && random.bounded(4) == 0)
                input.scopes.insert(random.bounded(int(input.scopes.size()) + 1), toQString(scope.name));
        }
        if (input.scopes.isEmpty())
            input.scopes = {u"video.list"_s};
        input.clientKey = base64Url(source(1 + random.bounded(20)));
        if (random.bounded(2) == 0 && input.platform == "web"_L1)
            input.options = {{u"disable_auto_auth"_s, QString::number(random.bounded(2))}};
        const QString path = QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(source(random.bounded(20)))));
        input.redirectUri += u'/' + path;
        AppProfile profile;
        profile.platform = input.platform;
        profile.redirectUris = {input.redirectUri};
        profile.approved = input.scopes;
        const auto request = authorizationRequest(*m_catalog, input, source);
        QVERIFY2(request && request.value->hasGoodRedirectUri(), qPrintable(input.redirectUri));
        const Inspection inspection = inspect(request.value->url, *m_catalog);
        QCOMPARE(inspection.scopes(), input.scopes);
        QCOMPARE(inspection.kind, PasteKind::AuthorizationUrl);
        // What is said of the scopes is said of them wherever they stand: the URL adds nothing.
        QStringList ofTheSet;
        for (const Finding& finding : findingsOf(inspect(input.scopes.join(u','), *m_catalog), *m_catalog, &profile))
            ofTheSet += finding.ruleId;
        QStringList found;
        for (const Finding& finding : findingsOf(inspection, *m_catalog, &profile))
            found += finding.ruleId;
        QVERIFY2(found == ofTheSet, qPrintable(found.join(u' ') + u'\n' + request.value->url));
        QVERIFY2(found.isEmpty() || found.count(u"redundant-scope"_s) == found.size(), qPrintable(found.join(u' ')));
        clean += found.isEmpty() ? 1 : 0;
    }
    QVERIFY2(clean > count / 5, qPrintable(QString::number(clean)));
    qInfo("%d requests, %d of them without any finding, the others with a note on their scopes alone", count, clean);
}

SCOPES_TEST(AuthorizationRequestTest)
#include "AuthorizationRequestTest.moc"
