#include "analysis/TokenForms.h"

#include "BuiltIn.h"
#include "analysis/Finding.h"
#include "support/TestMain.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace scopes;
using namespace Qt::StringLiterals;

/// Tokens and keys that are told by how they begin, whatever stands beside them, are masked; nothing else is.
class TokenFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_catalog = tests::builtIn();
        QVERIFY(m_catalog != nullptr);
    }

    void areMasked_data();
    void areMasked();
    void areFoundInWords_data();
    void areFoundInWords();
    void otherWords_data();
    void otherWords();
    void saysWhoseItIs();
    void scopesOfProviders();

private:
    CatalogPointer m_catalog;
};

namespace {

bool isReported(const Inspection& inspection, const ScopeCatalog& catalog)
{
    const auto findings = findingsOf(inspection, catalog);
    return std::any_of(findings.begin(), findings.end(), [](const Finding& one) { return one.ruleId == "secret-in-text"_L1; });
}

/// Ends that show whether a token is masked to its end.
const QString longBody = u"9aB8cD7eF6gH5iJ4kL3mN2oP1qR0sT9uV8wX7yZ6aB5cD4eF3gH2iJ1kL0mN9oP8qR7sT6uV5wX4yZ3a"_s;

} // namespace

void TokenFormsTest::areMasked_data()
{
    QTest::addColumn<QString>("token");
    const auto add = [](const char* name, const QString& start, const QString& body) { QTest::newRow(name) << start + body; };
    const QString some = longBody.left(36);
    for (const char* start :
        {"ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gloas-", "shpat_", "shpss_", "shpca_", "sk_live_",
            "rk_live_", "sk_test_", "rk_test_", "whsec_", "ya29.", "1//0", "AIza", "GOCSPX-", "ntn_", "secret_", "lin_api_",
            "lin_oauth_", "npm_", "hf_", "figd_", "dop_v1_", "PMAK-", "ATATT3x", "rubygems_", "dckr_pat_", "pat-na1-"})
        QTest::newRow(start) << QLatin1StringView(start) + some;
    add("a bot's token", u"xoxb-"_s, u"17653672481-19874698323-"_s + longBody.left(24));
    add("a user's token", u"xoxp-"_s, u"17653672481-19874698323-"_s + longBody.left(24));
    add("a token of an app", u"xapp-"_s, u"1-A0123-456-"_s + some);
    add("a token that is rotated", u"xoxe.xoxb-"_s, u"1-"_s + some);
    add("one that rotates it", u"xoxe-"_s, u"1-"_s + some);
    add("a fine-grained one", u"github_pat_"_s, longBody.left(22) + u'_' + longBody.left(59));
    add("a key with dots", u"SG."_s, longBody.left(22) + u'.' + longBody.left(43));
    add("a page's token", u"EAA"_s, longBody);
    add("a short-lived one", u"sl."_s, longBody);
    add("a token with an id in front", u"pat"_s, longBody.left(14) + u'.' + longBody.left(64));
    add("an address to post to", u"https://hooks.slack.com/services/"_s, u"T0001/B0001/"_s + longBody.left(24));
    add("a JSON Web Token", u"eyJhbGciOiJub25lIn0."_s, u"eyJzdWIiOiIxIn0."_s + some);
}

void TokenFormsTest::areMasked()
{
    QFETCH(QString, token);
    static const std::array<QString, 16> places{u"%1"_s, u"got %1 back"_s, u"X=%1\nscope=video.list"_s, u"{\"x\": \"%1\"}"_s,
        u"const x = '%1';"_s, u"curl -H 'Authorization: token %1' https://x.example"_s,
        u"https://x.example/?key=%1&scope=video.list"_s, u"[2026-01-01 00:00:00] WARN used %1, refused."_s,
        u"- %1\n- video.list"_s, u"| x | %1 |"_s, u"scope: video.list,%1"_s, u"scopes: ['video.list', '%1']"_s,
        u"https://me:%1@x.example/y.git"_s, u"redirect=%2Fcb%3Fx%3D%1"_s, u"<b>%1</b>"_s, u"\"line one\\n%1\\nline two\""_s};
    const QString end = token.right(8);
    for (const QString& place : places) {
        QString text = place;
        text.replace(u"%1"_s, token);
        const Inspection inspection = inspect(text, *m_catalog);
        QVERIFY2(!inspection.masked().contains(end), qPrintable(inspection.masked()));
        QVERIFY2(isReported(inspection, *m_catalog), qPrintable(text));
        for (const QString& scope : inspection.scopes())
            QCOMPARE(scope, u"video.list"_s);
    }
}

void TokenFormsTest::areFoundInWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    const QString token = u"ghp_"_s + longBody.left(36);
    QTest::newRow("alone") << token << 0 << 40;
    QTest::newRow("behind a colon") << u"token:"_s + token << 6 << 40;
    QTest::newRow("behind what is encoded") << u"x%3D"_s + token << 4 << 40;
    QTest::newRow("behind an escape") << u"x\\n"_s + token << 3 << 40;
    QTest::newRow("before a full stop") << token + u"."_s << 0 << 40;
    QTest::newRow("two") << u"no:ghp_1:"_s + token << 9 << 40;
    QTest::newRow("a web token in a word") << u"jwt:eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.sig"_s << 4 << 39;
}

void TokenFormsTest::areFoundInWords()
{
    QFETCH(QString, word);
    QFETCH(int, start);
    QFETCH(int, length);
    const auto token = findToken(word, 0);
    QVERIFY(token);
    QCOMPARE(token->start, start);
    QCOMPARE(token->length, length);
}

void TokenFormsTest::otherWords_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"npm_config_registry_of_the_company", "npm_package_dependencies_typescript1",
             "secret_santa_list_for_2026", "hf_hub_download_with_progress_bar_2",
             "ghp_ tokens begin with ghp_, gho_ or github_pat_", "pat-and-mat-visit-the-garden", "sk_live_ and sk_test_ keys",
             "SG.Something.Else.And.More.Of.It", "ghp_****************************************", "glpat-<your token>",
             "my_ghp_reader_abcdefghij1234567890", "EAADevelopersHandbook", "patient/Observation.read",
             "patternmatching.readonly", "https://hooks.slack.com/services/", "eyJust.a.word"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TokenFormsTest::otherWords()
{
    QFETCH(QString, text);
    const Inspection inspection = inspect(text, *m_catalog);
    QCOMPARE(inspection.masked(), text);
}

void TokenFormsTest::saysWhoseItIs()
{
    const Inspection inspection = inspect(u"GITHUB_TOKEN=ghp_"_s + longBody.left(36), *m_catalog);
    QCOMPARE(inspection.secrets.size(), std::size_t{1});
    QCOMPARE(inspection.secrets.front().what, u"a token or key of GitHub"_s);
    // What goes on behind the token's units is masked as well.
    QCOMPARE(inspect(u"TOKEN=ghp_"_s + longBody.left(36) + u"!x9"_s, *m_catalog).masked().count(u'•'), 43);
}

/// No scope of a real description is taken for a secret, nor is the table's bar for words so low that one nearly is.
void TokenFormsTest::scopesOfProviders()
{
    if (tests::sharedFolder().isEmpty())
        QSKIP("The folder with descriptions of providers is not there.");
    int count = 0;
    QDirIterator files(
        tests::sharedFolder() + u"corpus/expected"_s, {u"*.scopes.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray scopes = QJsonDocument::fromJson(file.readAll()).object().value("scopes"_L1).toArray();
        QString text;
        for (const QJsonValue& scope : scopes) {
            const QString name = scope.toObject().value("name"_L1).toString();
            QVERIFY2(!findToken(name, 0), qPrintable(name));
            text += name + u'\n';
            ++count;
        }
        const Inspection inspection = inspect(text, *m_catalog);
        QVERIFY2(inspection.secrets.empty(), qPrintable(file.fileName()));
    }
    QVERIFY2(count > 1000, qPrintable(QString::number(count)));
}

SCOPES_TEST(TokenFormsTest)
#include "TokenFormsTest.moc"
