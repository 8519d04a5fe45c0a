#include "BuiltIn.h"
#include "analysis/Finding.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

struct Golden
{
    int id = 0;
    QString text;
    QStringList faults;
};

std::vector<Golden> goldenStrings()
{
    std::vector<Golden> all;
    QFile file(tests::sharedFolder() + u"tiktok/golden-strings.jsonl"_s);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    while (!file.atEnd()) {
        const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
        QStringList faults;
        for (const auto& fault : entry.value("faults"_L1).toArray())
            faults += fault.toString().section(u' ', 0, 0);
        all.push_back({entry.value("id"_L1).toInt(), entry.value("text"_L1).toString(), faults});
    }
    return all;
}

const QString authorize = u"https://www.tiktok.com/v2/auth/authorize/?client_key=k&response_type=code&state=s&scope="_s;
const QString redirect = u"&redirect_uri=https%3A%2F%2Fexample.com%2Fcb"_s;

} // namespace

/// What is wrong with a text, and what mends it.
class FindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_catalog = tests::builtIn();
        QVERIFY(m_catalog != nullptr);
    }

    void goldenFaults();
    void rules_data();
    void rules();
    void platformRules_data();
    void platformRules();
    void repairs_data();
    void repairs();
    void programLists_data();
    void programLists();
    void fixPointOfDamagedStrings();
    void randomTexts();
    void approval();
    void secretsAreMasked_data();
    void secretsAreMasked();
    void secretsInAllPlaces_data();
    void secretsInAllPlaces();
    void noSecrets_data();
    void noSecrets();
    void everyFindingHasASource();

private:
    QStringList rulesOf(const QString& text, const AppProfile* profile = nullptr) const
    {
        QStringList rules;
        for (const Finding& finding : findingsOf(inspect(text, *m_catalog), *m_catalog, profile))
            rules += finding.ruleId;
        return rules;
    }

    CatalogPointer m_catalog;
};

void FindingsTest::goldenFaults()
{
    const auto all = goldenStrings();
    if (all.empty())
        QSKIP("The folder with the golden strings is not there.");
    for (const Golden& golden : all) {
        const QStringList found = rulesOf(golden.text);
        for (const QString& fault : golden.faults) {
            // Some notes of the reader are sentences and name no rule.
            if (fault.contains(u'-'))
                QVERIFY2(
                    found.contains(fault), qPrintable(u"%1: %2 is not among %3"_s.arg(golden.id).arg(fault, found.join(u' '))));
        }
    }
}

void FindingsTest::rules_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("rules");

    QTest::newRow("nothing wrong with a list") << u"user.info.basic,video.list"_s << QStringList{};
    QTest::newRow("nothing wrong with a request") << authorize + u"user.info.basic%2Cvideo.list"_s + redirect << QStringList{};
    QTest::newRow("spaces for commas") << u"user.info.basic video.list"_s << QStringList{u"wrong-separator"_s};
    QTest::newRow("a space behind a comma") << u"user.info.basic, video.list"_s << QStringList{u"whitespace"_s};
    QTest::newRow("two commas") << u"user.info.basic,,video.list"_s << QStringList{u"empty-entry"_s};
    QTest::newRow("a comma at the end") << u"user.info.basic,video.list,"_s << QStringList{u"trailing-separator"_s};
    QTest::newRow("the same scope twice") << u"video.list,user.info.basic,video.list"_s << QStringList{u"duplicate-scope"_s};
    QTest::newRow("an undocumented name") << u"user.info.basic,photos.write"_s << QStringList{u"unknown-scope"_s};
    QTest::newRow("other letter case") << u"User.Info.Basic,video.list"_s << QStringList{u"letter-case"_s};
    QTest::newRow("a zero-width space") << u"user.info.basic,video\u200B.list"_s << QStringList{u"hidden-character"_s};
    QTest::newRow("a Cyrillic letter") << u"user.info.b\u0430sic,video.list"_s << QStringList{u"confusable-character"_s};
    QTest::newRow("encoded twice") << authorize + u"user.info.basic%252Cvideo.list"_s + redirect << QStringList{u"encoding"_s};
    QTest::newRow("client_id for client_key") << QString(authorize).replace(u"client_key"_s, u"client_id"_s) + u"video.list"_s
            + redirect << QStringList{u"parameter-name"_s};
    QTest::newRow("scopes for scope") << QString(authorize).replace(u"&scope="_s, u"&scopes="_s) + u"video.list"_s + redirect
                                      << QStringList{u"parameter-name"_s};
    QTest::newRow("no state") << QString(authorize).remove(u"&state=s"_s) + u"video.list"_s + redirect
                              << QStringList{u"missing-parameter"_s};
    QTest::newRow("a token asked for") << QString(authorize).replace(u"=code"_s, u"=token"_s) + u"video.list"_s + redirect
                                       << QStringList{u"unexpected-value"_s};
    QTest::newRow("joined with a comma") << u"scope = ['user.info.basic', 'video.list'].join(',')"_s << QStringList{};
    QTest::newRow("joined with a space") << u"scope = ['user.info.basic', 'video.list'].join(' ')"_s
                                         << QStringList{u"wrong-separator"_s};
    QTest::newRow("joined with an encoded space")
        << u"scope = ['user.info.basic', 'video.list'].join('%20')"_s << QStringList{u"wrong-separator"_s};
    QTest::newRow("joined with a comma and a space")
        << u"scope = ['user.info.basic', 'video.list'].join(', ')"_s << QStringList{u"whitespace"_s};
    QTest::newRow("joined in Python") << u"SCOPES = ['user.info.basic', 'video.list']\nscope = ' '.join(SCOPES)"_s
                                      << QStringList{u"wrong-separator"_s};
    QTest::newRow("joined in PHP") << u"$scope = implode(' ', ['user.info.basic', 'video.list']);"_s
                                   << QStringList{u"wrong-separator"_s};
    QTest::newRow("joined in Ruby") << u"scopes = %w[user.info.basic video.list].join(' ')"_s
                                    << QStringList{u"wrong-separator"_s};
    QTest::newRow("joined in Go") << u"strings.Join([]string{\"user.info.basic\", \"video.list\"}, \" \")"_s
                                  << QStringList{u"wrong-separator"_s};
    QTest::newRow("joined in C#") << u"string.Join(\" \", new[] { \"user.info.basic\", \"video.list\" })"_s
                                  << QStringList{u"wrong-separator"_s};
    QTest::newRow("joined in Kotlin") << u"val scopes = listOf(\"user.info.basic\", \"video.list\").joinToString(\" \")"_s
                                      << QStringList{u"wrong-separator"_s};
    QTest::newRow("joined within a template literal")
        << u"const scopes = ['user.info.basic', 'video.list']; const query = `scope=${scopes.join(' ')}`;"_s
        << QStringList{u"wrong-separator"_s};
    QTest::newRow("another list that is joined")
        << u"scopes = ['user.info.basic', 'video.list']; const line = ['a', 'b'].join(' ')"_s << QStringList{};
    QTest::newRow("an encoded space in a string")
        << u"scope: \"user.info.basic%20video.list\""_s << QStringList{u"wrong-separator"_s};
    QTest::newRow("scope twice") << authorize + u"video.list&scope=video.upload"_s + redirect
                                 << QStringList{u"unexpected-value"_s};
    QTest::newRow("scope twice in code with a choice") << u"url = a ? '"_s + authorize + u"video.list"_s + redirect + u"' : '"_s
            + authorize + u"video.upload"_s + redirect
            + u"'"_s << QStringList{};
    QTest::newRow("scope[] for scope") << QString(authorize).replace(u"&scope="_s, u"&scope[]="_s) + u"video.list"_s + redirect
                                       << QStringList{u"parameter-name"_s};
    QTest::newRow("scope[] encoded") << QString(authorize).replace(u"&scope="_s, u"&scope%5B%5D="_s) + u"video.list"_s + redirect
                                     << QStringList{u"parameter-name"_s};
    QTest::newRow("a program's list") << authorize + u"[%22user.info.basic%22,%22video.list%22]"_s + redirect
                                      << QStringList{u"unexpected-value"_s};
    QTest::newRow("a redirect that no platform has")
        << authorize + u"video.list&redirect_uri=ftp%3A%2F%2Fexample.com%2F"_s << QStringList{u"redirect-uri"_s};
    QTest::newRow("the older page")
        << u"https://www.tiktok.com/auth/authorize/?client_key=k&response_type=code&state=s&scope=video.list"_s + redirect
        << QStringList{u"authorization-endpoint"_s};
    QTest::newRow("another provider's address")
        << u"https://slack.com/oauth/authorize?scope=video.list&client_id=k"_s << QStringList{};
    QTest::newRow("another provider's address with a variable")
        << u"https://{shop}.myshopify.com/admin/oauth/authorize?client_id=k&scope=video.list&redirect_uri={uri}"_s
        << QStringList{};
    QTest::newRow("another provider's path behind a variable")
        << u"https://${shop}/admin/oauth/authorize?client_id=k&scope=video.list&redirect_uri={uri}"_s << QStringList{};
    QTest::newRow("another provider's token endpoint behind the parameters")
        << u"curl -d 'client_id=k&scope=video.list&grant_type=x&response_type=code' 'https://login.example.com/oauth2/token'"_s
        << QStringList{};
    QTest::newRow("another provider's host in the lines of a request")
        << u"GET /v2/auth?response_type=code&client_id=k&scope=video.list HTTP/1.1\nHost: accounts.example.com"_s
        << QStringList{};
    QTest::newRow("this provider's page behind a variable")
        << u"{{baseUrl}}/v2/auth/authorize/?client_id={{id}}&scope=video.list&response_type=code"_s
        << QStringList{u"parameter-name"_s};
    QTest::newRow("a quotation mark without its partner behind the redirect")
        << authorize + u"video.list&redirect_uri=\" + uri"_s << QStringList{};
    QTest::newRow("scopes of two kinds of tokens")
        << u"user.info.basic,research.data.basic"_s << QStringList{u"mixed-token-kinds"_s};
    QTest::newRow("one scope reaches the other")
        << u"portability.all.ongoing,portability.activity.ongoing"_s << QStringList{u"redundant-scope"_s};
    QTest::newRow("no scope at all") << u"Illegal authorization scope."_s << QStringList{};
}

void FindingsTest::rules()
{
    QFETCH(QString, text);
    QTEST(rulesOf(text), "rules");
}

void FindingsTest::platformRules_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QStringList>("rules");
    const QString hex = u"0123456789abcdef"_s.repeated(4);
    const QString method = u"&code_challenge_method=S256"_s;
    const QString local = u"&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fcb"_s;

    QTest::newRow("all as documented") << local + u"&code_challenge="_s + hex + method << QStringList{};
    QTest::newRow("base64url as RFC 7636 has it")
        << local + u"&code_challenge="_s + u"A"_s.repeated(43) + method << QStringList{u"code-challenge"_s};
    QTest::newRow("no challenge") << local << QStringList{u"code-challenge"_s, u"code-challenge"_s};
    QTest::newRow("the method plain") << local + u"&code_challenge="_s + hex + u"&code_challenge_method=plain"_s
                                      << QStringList{u"code-challenge"_s};
    QTest::newRow("a host that is not local")
        << redirect + u"&code_challenge="_s + hex + method << QStringList{u"redirect-uri"_s};
    QTest::newRow("no port") << u"&redirect_uri=http%3A%2F%2Flocalhost%2Fcb&code_challenge="_s + hex + method
                             << QStringList{u"redirect-uri"_s};
}

void FindingsTest::platformRules()
{
    QFETCH(QString, rest);
    AppProfile desktop;
    desktop.platform = u"desktop"_s;
    desktop.approved = {u"video.list"_s};
    QTEST(rulesOf(authorize + u"video.list"_s + rest, &desktop), "rules");
}

void FindingsTest::repairs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("repairedText");

    QTest::newRow("a right list stays") << u"user.info.basic,video.list"_s << u"user.info.basic,video.list"_s;
    QTest::newRow("separators") << u"user.info.basic  video.list;video.upload,,video.publish,"_s
                                << u"user.info.basic,video.list,video.upload,video.publish"_s;
    QTest::newRow("an encoded space") << authorize + u"user.info.basic%20video.list"_s
                                      << authorize + u"user.info.basic%2Cvideo.list"_s;
    QTest::newRow("plus signs") << authorize + u"user.info.basic+video.list"_s << authorize + u"user.info.basic,video.list"_s;
    QTest::newRow("encoded twice") << authorize + u"user.info.basic%252Cvideo.list"_s
                                   << authorize + u"user.info.basic%2Cvideo.list"_s;
    QTest::newRow("an entity") << QString(authorize).replace(u"&"_s, u"&amp;"_s) + u"video.list"_s << authorize + u"video.list"_s;
    QTest::newRow("repeated scopes") << u"video.list,video.list,user.info.basic"_s << u"video.list,user.info.basic"_s;
    QTest::newRow("repeated strings") << u"scopes = ['video.list', 'video.list', 'user.info.basic']"_s
                                      << u"scopes = ['video.list', 'user.info.basic']"_s;
    QTest::newRow("hidden and look-alike characters")
        << u"user.info.b\u0430sic,video\u200B.list"_s << u"user.info.basic,video.list"_s;
    QTest::newRow("what a program joins with") << u"scope = ['user.info.basic', 'video.list'].join('%20')"_s
                                               << u"scope = ['user.info.basic', 'video.list'].join('%2C')"_s;
    QTest::newRow("an encoded space in a string")
        << u"scope: \"user.info.basic%20video.list\""_s << u"scope: \"user.info.basic%2Cvideo.list\""_s;
    QTest::newRow("an unknown name is left alone") << u"video.lst"_s << u"video.lst"_s;
    QTest::newRow("names in other case are left alone") << u"Video.List,user.info.basic"_s << u"Video.List,user.info.basic"_s;
}

void FindingsTest::repairs()
{
    QFETCH(QString, text);
    QTEST(repaired(text, *m_catalog), "repairedText");
}

void FindingsTest::programLists_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("mended");
    QTest::newRow("encoded marks") << u"[%22user.info.basic%22,%22video.list%22]"_s << u"user.info.basic%2Cvideo.list"_s;
    QTest::newRow("all encoded, with spaces")
        << u"%5B%22user.info.basic%22%2C%20%22video.list%22%5D"_s << u"user.info.basic%2Cvideo.list"_s;
    QTest::newRow("quotation marks alone") << u"%22user.info.basic%20video.list%22"_s << u"user.info.basic%20video.list"_s;
    QTest::newRow("brackets alone") << u"[video.list]"_s << u"video.list"_s;
}

/// The fix that takes the marks of a program's list out of the scope parameter.
void FindingsTest::programLists()
{
    QFETCH(QString, value);
    QFETCH(QString, mended);
    const QString text = authorize + value + redirect;
    const auto findings = findingsOf(inspect(text, *m_catalog), *m_catalog);
    const auto found =
        std::find_if(findings.begin(), findings.end(), [](const Finding& one) { return one.ruleId == "unexpected-value"_L1; });
    QVERIFY(found != findings.end() && found->fix);
    QCOMPARE(applied(text, *found->fix), authorize + mended + redirect);
}

void FindingsTest::fixPointOfDamagedStrings()
{
    auto all = goldenStrings();
    if (all.empty())
        all.push_back({0, authorize + u"user.info.basic%20video.list"_s + redirect, {}});
    QRandomGenerator random(tests::seed(4));
    const QString splinters = u",;+ %20%2C%252C&amp;\"'`\u200B\u0430\u00A0{}[]()=&?\n|\\"_s;
    const int rounds = qEnvironmentVariableIntValue("SCOPES_DAMAGES") > 0 ? qEnvironmentVariableIntValue("SCOPES_DAMAGES") : 3000;
    for (int round = 0; round < rounds; ++round) {
        QString text = all[random.bounded(quint32(all.size()))].text;
        for (int i = random.bounded(6); i >= 0; --i) {
            const int at = random.bounded(int(text.size()) + 1);
            const int kind = random.bounded(3);
            if (kind == 0)
                text.insert(at, splinters.mid(random.bounded(int(splinters.size())), 1 + random.bounded(6)));
            else if (kind == 1)
                text.remove(at, 1 + random.bounded(4));
            else
                text.insert(at, text.mid(random.bounded(int(text.size()) + 1), random.bounded(20)));
        }
        const QString once = repaired(text, *m_catalog);
        QVERIFY2(repaired(once, *m_catalog) == once, qPrintable(u"round %1: %2"_s.arg(round).arg(text)));
        for (const ScopeOccurrence& one : inspect(text, *m_catalog).occurrences)
            QVERIFY(one.range.start >= 0 && one.range.length > 0 && one.range.start + one.range.length <= text.size());
    }
}

void FindingsTest::randomTexts()
{
    QRandomGenerator random(tests::seed(5));
    const int rounds = qEnvironmentVariableIntValue("SCOPES_DAMAGES") > 0 ? qEnvironmentVariableIntValue("SCOPES_DAMAGES") : 3000;
    for (int round = 0; round < rounds; ++round) {
        QByteArray bytes(random.bounded(200), Qt::Uninitialized);
        for (char& byte : bytes)
            byte = static_cast<char>(random.bounded(round % 2 == 0 ? 256 : 128));
        const QString text = QString::fromUtf8(bytes);
        const Inspection inspection = inspect(text, *m_catalog);
        for (const Finding& finding : findingsOf(inspection, *m_catalog)) {
            for (const TextRange& range : finding.ranges)
                QVERIFY(range.start >= 0 && range.length >= 0 && range.start + range.length <= text.size());
        }
    }
}

void FindingsTest::approval()
{
    AppProfile profile;
    profile.name = u"sandbox"_s;
    profile.catalog = u"tiktok"_s;
    profile.approved = {u"user.info.basic"_s};
    QCOMPARE(rulesOf(u"user.info.basic,video.list"_s, &profile), QStringList{u"not-approved"_s});
    QCOMPARE(rulesOf(u"user.info.basic"_s, &profile), QStringList{});
    profile.catalog = u"another"_s;
    QCOMPARE(rulesOf(u"user.info.basic,video.list"_s, &profile), QStringList{});
}

void FindingsTest::secretsAreMasked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");

    QTest::newRow("an access token by its beginning")
        << u"got act.example12345Example12345 back"_s << u"act.example12345Example12345"_s;
    QTest::newRow("a member of an answer") << u"{\"access_token\": \"abc123\", \"scope\": \"video.list\"}"_s << u"abc123"_s;
    QTest::newRow("a line of a settings file") << u"TIKTOK_CLIENT_SECRET=s3cr3t=="_s << u"s3cr3t=="_s;
    QTest::newRow("the code of a callback") << u"https://example.com/?code=AbCdEf123&scopes=video.list"_s << u"AbCdEf123"_s;
    QTest::newRow("a header") << u"Authorization: Bearer abcdef123456"_s << u"abcdef123456"_s;
    QTest::newRow("a JSON Web Token") << u"token eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.sig here"_s
                                      << u"eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.sig"_s;
    QTest::newRow("a verifier in code") << u"code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r'"_s
                                        << u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r"_s;
    QTest::newRow("form data of curl") << u"curl -d 'client_secret=qwerty1&code=12345678' https://x.example"_s << u"qwerty1"_s;
}

void FindingsTest::secretsInAllPlaces_data()
{
    QTest::addColumn<QString>("text");
    const auto add = [](const char* name, const QString& text) { QTest::newRow(name) << text.arg(u"s3kret1234abcd"_s); };

    add("curl's form data without quotes", u"curl -d code=%1 https://x.example"_s);
    add("a code as a member", u"{\"code\":\"%1\",\"grant_type\":\"authorization_code\"}"_s);
    add("a code in a line of its own", u"code: %1\nscopes: video.list"_s);
    add("an API key", u"API_KEY=%1"_s);
    add("an API key's header", u"x-api-key: %1"_s);
    add("a field of a form", u"<input name=\"client_secret\" value=\"%1\">"_s);
    add("an element", u"<client_secret>%1</client_secret>"_s);
    add("a row of Markdown", u"| client_secret | %1 |"_s);
    add("cells with a tab between", u"client_secret\t%1"_s);
    add("curl's -u", u"curl -u key:%1 https://x.example"_s);
    add("the password of an address", u"https://user:%1@x.example/"_s);
    add("PHP's var_dump", u"[\"access_token\"]=>\n  string(14) \"%1\""_s);
    add("a private key", u"-----BEGIN PRIVATE KEY-----\n%1\n-----END PRIVATE KEY-----"_s);
    add("escaped JSON", u"{\\\"access_token\\\":\\\"%1\\\"}"_s);
    add("typographic quotes", u"“access_token”: “%1”"_s);
    add("the fragment of an address", u"https://x.example/#access_token=%1&scope=video.list"_s);
    add("a settings file of Spring", u"registration.tiktok.client-secret=%1"_s);
    add("an argument in code", u"params.append('client_secret', '%1')"_s);
    add("a header of another scheme", u"Authorization: SSWS %1"_s);
    add("such a header in code", u"headers: {'Authorization': 'Bot %1'}"_s);
    add("such a header in PHP", u"['Authorization' => 'OAuth %1']"_s);
    add("a token by a name of its own", u"export GITHUB_TOKEN=%1"_s);
    add("a token's header", u"curl -H 'PRIVATE-TOKEN: %1' https://x.example"_s);
    add("a token's member", u"{\"session_token\": \"%1\"}"_s);
    add("a member of Go", u"ClientSecret: \"%1\","_s);
}

void FindingsTest::secretsInAllPlaces()
{
    QFETCH(QString, text);
    QVERIFY(!inspect(text, *m_catalog).masked().contains(u"1234"));
}

void FindingsTest::noSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an error's code") << u"{\"error\":{\"code\":\"scope_not_authorized\"}}"_s;
    QTest::newRow("an exit code") << u"code: 10004, message: Illegal authorization scope"_s;
    QTest::newRow("a response type") << u"response_type=code&scope=video.list"_s;
    QTest::newRow("an address with a port") << u"http://localhost:8080/cb"_s;
    QTest::newRow("a variable") << u"curl -u $KEY:$SECRET https://x.example"_s;
    QTest::newRow("a public key") << u"-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----"_s;
    QTest::newRow("where a list goes on") << u"next_page_token=CAUQAA12345&nextPageToken: 'abc12345'"_s;
    QTest::newRow("a token of a form") << u"csrf_token = \"abc12345\""_s;
    QTest::newRow("the name of a token") << u"GITHUB_TOKEN=${{ secrets.GITHUB_TOKEN }}"_s;
    QTest::newRow("a sentence about tokens") << u"The user token: it expires; Authorization: none needed"_s;
    QTest::newRow("a sentence") << u"The client_secret must not be in the app; code and token are one-time."_s;
}

void FindingsTest::noSecrets()
{
    QFETCH(QString, text);
    QCOMPARE(rulesOf(text).count(u"secret-in-text"_s), 0);
}

void FindingsTest::secretsAreMasked()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const Inspection inspection = inspect(text, *m_catalog);
    QVERIFY(!inspection.masked().contains(secret));
    QCOMPARE(inspection.masked().size(), text.size());
    QVERIFY(rulesOf(text).contains(u"secret-in-text"_s));
    for (const Finding& finding : findingsOf(inspection, *m_catalog))
        QVERIFY(!finding.message.contains(secret) && !finding.why.contains(secret) && !finding.scopes.contains(secret));
}

void FindingsTest::everyFindingHasASource()
{
    for (const Golden& golden : goldenStrings()) {
        for (const Finding& finding : findingsOf(inspect(golden.text, *m_catalog), *m_catalog)) {
            QVERIFY2(!sourceText(finding, *m_catalog).isEmpty(), qPrintable(finding.ruleId));
            QVERIFY2(!finding.message.isEmpty() && !finding.why.isEmpty(), qPrintable(finding.ruleId));
            QVERIFY2(!finding.ranges.empty(), qPrintable(finding.ruleId));
        }
    }
}

SCOPES_TEST(FindingsTest)
#include "FindingsTest.moc"
