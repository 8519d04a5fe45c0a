#include "BuiltIn.h"
#include "analysis/Finding.h"
#include "support/TestMain.h"

using namespace scopes;
using namespace Qt::StringLiterals;

/// The ways that languages, commands and sentences write scopes, one a row. Whole texts as people paste them are in
/// tests/data/pasted-strings.jsonl.
class PastedFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_catalog = tests::builtIn();
        QVERIFY(m_catalog != nullptr);
    }

    void scopes_data();
    void scopes();
    void kinds_data();
    void kinds();

private:
    CatalogPointer m_catalog;
};

namespace {

void add(const char* name, const char* text, const QStringList& scopes = {})
{
    QTest::newRow(name) << QString::fromUtf8(text) << scopes;
}

void addSpring()
{
    add("an authority", "hasAuthority('SCOPE_message:read')", {u"message:read"_s});
    add("several authorities", ".hasAnyAuthority(\"SCOPE_read\", \"SCOPE_orders:write\")", {u"read"_s, u"orders:write"_s});
    add("an authority in capitals", "hasAuthority(\"SCOPE_READ\")", {u"READ"_s});
    add("an authority by itself", "new SimpleGrantedAuthority(\"SCOPE_profile\")", {u"profile"_s});
    add("an authority within a string", "@PreAuthorize(\"hasAuthority('SCOPE_orders:write') and #id == principal.id\")",
        {u"orders:write"_s});
    add("the prefix alone", "converter.setAuthorityPrefix(\"SCOPE_\");");
    add("the name of a variable", "process.env[\"SCOPE_LIST\"]");
}

void addRuby()
{
    add("doorkeeper's default", "default_scopes :public, :read", {u"public"_s, u"read"_s});
    add("doorkeeper's optional, one quoted", "optional_scopes :write, :\"admin:org\"", {u"write"_s, u"admin:org"_s});
    add("doorkeeper over lines", "optional_scopes :write,\n                :update", {u"write"_s, u"update"_s});
    add("what doorkeeper protects", "before_action -> { doorkeeper_authorize! :read, :write }", {u"read"_s, u"write"_s});
    add("symbols in brackets", "scopes: [:read, :write]", {u"read"_s, u"write"_s});
    add("a list of symbols", "SCOPES = %i[read write].freeze", {u"read"_s, u"write"_s});
    add("a list of words in parentheses", "scope: %w(read write)", {u"read"_s, u"write"_s});
    add("a list of words that is joined", "scope: %w[user.info.basic video.list].join(',')",
        {u"user.info.basic"_s, u"video.list"_s});
    add("a list behind a word", "default_scopes %i[public read]", {u"public"_s, u"read"_s});
    add("a query of a model", "scope :published, -> { where(published: true) }");
    add("a list without an end", "default_scopes %w[public read");
}

void addCommands()
{
    add("gh's -s", "gh auth login -s repo,gist", {u"repo"_s, u"gist"_s});
    add("gh's --scopes", "gh auth refresh --hostname github.com --scopes read:org,repo", {u"read:org"_s, u"repo"_s});
    add("twitch's -s", "twitch token -u -s 'user:edit chat:read'", {u"user:edit"_s, u"chat:read"_s});
    add("gcloud", "gcloud auth login --scopes=openid,email", {u"openid"_s, u"email"_s});
    add("az", "az login --scope api://abc/.default", {u"api://abc/.default"_s});
    add("PowerShell", "Connect-MgGraph -Scopes \"User.Read.All\",\"Group.ReadWrite.All\"",
        {u"User.Read.All"_s, u"Group.ReadWrite.All"_s});
    add("PowerShell's array", "Connect-MgGraph -Scopes @('User.Read', 'Mail.Read')", {u"User.Read"_s, u"Mail.Read"_s});
    add("PowerShell without quotes", "Connect-MgGraph -Scopes User.Read,Mail.Read", {u"User.Read"_s, u"Mail.Read"_s});
    add("another meaning in PowerShell", "Install-Module Microsoft.Graph -Scope CurrentUser");
    add("curl's -s", "curl -s https://api.example.com/repo");
    add("a command of git", "git config --global user.name \"Mona\"");
}

void addSentences()
{
    add("plain words", "I'm using the scopes identify, email and guilds but get 401.", {u"identify"_s, u"email"_s, u"guilds"_s});
    add("three plain words", "The scopes activity, heartrate and sleep are needed.", {u"activity"_s, u"heartrate"_s, u"sleep"_s});
    add("scopes like", "Ask for scopes like openid and profile.", {u"openid"_s, u"profile"_s});
    add("Fitbit's", "Required scopes: activity heartrate sleep", {u"activity"_s, u"heartrate"_s, u"sleep"_s});
    add("Google's", "scope: openid email profile", {u"openid"_s, u"email"_s, u"profile"_s});
    add("two before the word", "It needs the channel:read:polls or channel:manage:polls scope.",
        {u"channel:read:polls"_s, u"channel:manage:polls"_s});
    add("three in code before the word", "Add the `repo`, `gist` and `user` scopes.", {u"repo"_s, u"gist"_s, u"user"_s});
    add("with a word between", "Required access: `read_products` access scope.", {u"read_products"_s});
    add("a list behind the word", "missing required scopes [read:project]", {u"read:project"_s});
    add("no names", "Your scopes and permissions are fine, and so is the token.");
    add("a verb behind the word", "The scopes changed and broke it.");
    add("an index", "const first = scopes[0];");
}

void addDescriptions()
{
    add("a description's list", "https://x.example/cb?error=invalid_scope&error_description=Invalid+scopes%3A+a:read+video.lst",
        {u"a:read"_s, u"video.lst"_s});
    add("a description's end", "https://x.example/cb#error=invalid_scope&error_description=No+such+scope+here%3A+photos&state=1",
        {u"photos"_s});
    add("a description's quotes, encoded twice",
        "https://x.example/cb?error=x&error_description=Scope+%26quot%3Br_emailaddress%26quot%3B+is+not+authorized",
        {u"r_emailaddress"_s});
    add("a description with percent for space", "?error=x&error_description=the%20scope%20%27video.list%27%20is%20missing",
        {u"video.list"_s});
    add("a description without a name", "https://x.example/cb?error=access_denied&error_description=The+user+denied+the+scope");
    add("a sentence behind a colon",
        "https://x.example/cb?error=access_denied&error_description=No+scope%3A+the+user+has+left&state=1");
}

void addSettings()
{
    add("git's keys", "user.name user.email");
    add("git's keys with commas", "user.name, user.email, core.editor");
    add("git's keys in camel case", "core.autoCRLF init.defaultBranch");
    add("a line for each", "git config --global user.name x\ngit config --global user.email");
    add("a git setting in code", "`user.email` and `core.editor`");
    add("the same as a scope", "scope=user.email user.name", {u"user.email"_s, u"user.name"_s});
    add("a scope of that section", "core.read core.write", {u"core.read"_s, u"core.write"_s});
}

void addSpoken()
{
    add("what is needed", "To chat you need chat:edit and chat:read, which are scopes.", {u"chat:edit"_s, u"chat:read"_s});
    add("what is needed, with dashes", "You need user-read-email and user-modify-email, so add these scopes.",
        {u"user-read-email"_s, u"user-modify-email"_s});
    add("permissions with capitals", "The scp claim has \"User.Read\" but Directory.Read.All is required.",
        {u"User.Read"_s, u"Directory.Read.All"_s});
    add("one behind a list's end", "Insufficient scope, expected any of: read:users", {u"read:users"_s});
    add("a list behind a colon", "which scopes do I need? right now: identify, guilds.members.read",
        {u"identify"_s, u"guilds.members.read"_s});
    add("a name behind a colon", "{\"detail\": \"The scope is unknown or malformed: guilds.members.read\"}",
        {u"guilds.members.read"_s});
    add("a host behind a colon", "The scope of the outage: status.example");
    add("what is said of scopes", "Scopes needed: identity, read, vote.", {u"identity"_s, u"read"_s, u"vote"_s});
    add("what a token has", "Docker login works only if the PAT has read:packages", {u"read:packages"_s});
    add("a file", "The name is read in the enclosing scope: see src/user.list.ts");
    add("two sentences", "Invalid Scopes: manage_pages, publish_pages. This message is for developers.",
        {u"manage_pages"_s, u"publish_pages"_s});
    add("a namespace of C++", "std::read is out of scope");
    add("a name and password", "curl -u user:password https://x.example # wrong scope");
    add("read-only", "It needs read-only access; the scope of this is small.");
    add("an access right", "permissions:\n  contents: read\n  pull-requests: write");
    add("a page about scopes", "Read about required scopes here: https://developers.example.com/scopes.");
}

void addStructures()
{
    add("comments in a list",
        "SCOPES = [\n  \"user.info.basic\",  # \"my videos\" page\n  # \"video.list\",\n  \"video.upload\",\n]",
        {u"user.info.basic"_s, u"video.upload"_s});
    add("a comment's strings in JavaScript", "scopes: [\n  'video.list', // 'always'\n  // 'video.upload',\n]",
        {u"video.list"_s});
    add("strings behind commas in a log", "- Token scopes: 'gist', 'read:org', 'repo'", {u"gist"_s, u"read:org"_s, u"repo"_s});
    add("other members behind a comma", "f({scope: 'video.list', 'state': 'abc'})", {u"video.list"_s});
    add("a plain word in a list of what was provided", "{\"error\":\"missing_scope\",\"provided\":\"identify,chat:write\"}",
        {u"identify"_s, u"chat:write"_s});
    add("an application's own scope", "Acquire(new[] { \"api://my-api/access_as_user\" })", {u"api://my-api/access_as_user"_s});
    add("plus between plain words", "identify+connections+role_connections.write",
        {u"identify"_s, u"connections"_s, u"role_connections.write"_s});
    add("an argument of the same name", "scope = \"user-library-read\"\nsp = Client(auth=OAuth(scope=scope))",
        {u"user-library-read"_s});
    add("a name behind many keys that name none", "scope_a: x or scope_b: x or scope_c: the a:read", {u"a:read"_s});
    add("elements", "<config><scopes>Api</scopes><scopes>RefreshToken</scopes></config>", {u"Api"_s, u"RefreshToken"_s});
    add("an element of a build file", "<scope>provided</scope>");
    add("several in a cell", "| Type | Permissions (least privileged first) |\n|---|---|\n| Delegated | Mail.Read, Mail.Send |",
        {u"Mail.Read"_s, u"Mail.Send"_s});
    add("scopes with descriptions",
        "Passport::tokensCan(['place-orders' => 'Place orders', 'check-status' => 'Check a status']);",
        {u"place-orders"_s, u"check-status"_s});
}

void addNeighbours()
{
    add("known names with slashes between", "Login Kit; scopes user.info.basic/video.upload/video.publish",
        {u"user.info.basic"_s, u"video.upload"_s, u"video.publish"_s});
    add("a name that goes on behind a slash", "scope=video.list/readme", {u"video.list/readme"_s});
    add("a name that is a setting of git elsewhere", "user.info.basic,user.info.stats,user.email",
        {u"user.info.basic"_s, u"user.info.stats"_s, u"user.email"_s});
    add("a host in a sentence with known names", "see user.info.basic and video.list, example.com has more",
        {u"user.info.basic"_s, u"video.list"_s});
    add("settings with one known name", "user.info.basic, user.email, core.editor", {u"user.info.basic"_s});
    add("a name like a package beside openid", "openid profile com.intuit.quickbooks.accounting",
        {u"openid"_s, u"profile"_s, u"com.intuit.quickbooks.accounting"_s});
    add("packages", "com.example.app.Main com.example.app.Util");
    add("any of a list", "no permission (requires any of [contacts-read, contacts-write])",
        {u"contacts-read"_s, u"contacts-write"_s});
    add("any of other things", "requires any of [python3.11, node.js]");
    add("any of another list", "returns any of [contacts-read, contacts-write]");
    add("another member in an object", "{ scope: \"video.list\", client_key: client_key }", {u"video.list"_s});
    add("names with values behind a colon",
        "scope permissions required: missing_scope (needed: users:read.email; provided: chat:write)",
        {u"users:read.email"_s, u"chat:write"_s});
    add("an error's name before a list", "{\"detail\":\"insufficient_scope: required ['reports:read']\"}", {u"reports:read"_s});
    add("a comma that is missing in JSON", "\"scope\": \"video.list\"\n\"token_type\": \"Bearer\"", {u"video.list"_s});
    add("security requirements", "security:\n  - oauth2: [read, orders_write]\n  - key: []", {u"read"_s, u"orders_write"_s});
    add("Spring's default", "tiktok.scope=${TIKTOK_SCOPE:user.info.basic}", {u"user.info.basic"_s});
    add("Spring's default within a default", "@Value(\"${app.scope:${SCOPE:a_read,b_write}}\")", {u"a_read"_s, u"b_write"_s});
    add("an array's parameter", "?client_key=k&scope[]=user.info.basic&scope[]=video.list&response_type=code",
        {u"user.info.basic"_s, u"video.list"_s});
    add("an array's parameter with numbers", "?client_key=k&scope[0]=a_read&scope[1]=b&response_type=code",
        {u"a_read"_s, u"b"_s});
    add("a program's list, encoded", "?client_key=k&scope=[%22user.info.basic%22,%22video.list%22]&response_type=code",
        {u"user.info.basic"_s, u"video.list"_s});
    add("parentheses in a query", "?client_key=k&scope=(user.info.basic,video.list)&response_type=code",
        {u"user.info.basic"_s, u"video.list"_s});
    add("other things of security", "security:\n  - hosts: [one, two]");
}

} // namespace

void PastedFormsTest::scopes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    addSpring();
    addRuby();
    addCommands();
    addSentences();
    addDescriptions();
    addSettings();
    addSpoken();
    addStructures();
    addNeighbours();
}

void PastedFormsTest::scopes()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(inspect(text, *m_catalog).scopes(), expected);
    const QString once = repaired(text, *m_catalog);
    QCOMPARE(repaired(once, *m_catalog), once);
}

void PastedFormsTest::kinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PasteKind>("expected");
    const auto row = [](const char* name, const char* text, PasteKind kind) {
        QTest::newRow(name) << QString::fromUtf8(text) << kind;
    };
    row("an answer's members without the token", "\"scope\":\"video.list\",\"expires_in\":3600", PasteKind::TokenJson);
    row("members of something else", "\"scope\":\"video.list\",\"name\":\"x\"", PasteKind::Json);
    row("a line of a server's log", "GET /cb?code=XYZ&scopes=video.list&state=1 302 in 5ms", PasteKind::CallbackUrl);
    row("a request without scope", "https://x.example/portal/auth?app_id=7&state=s&redirect_uri=https%3A%2F%2Fa.example",
        PasteKind::AuthorizationUrl);
    row("settings with scopes in a comment",
        "# scopes: user.info.basic, video.list\nTIKTOK_CLIENT_KEY=\nTIKTOK_SECRET=", PasteKind::EnvLine);
    row("a list in brackets after a name", "scopes: [user.info.basic, video.list]", PasteKind::Yaml);
    row("names and values in lines", "- name: TIKTOK_SCOPES\n  value: user.info.basic,video.list", PasteKind::Yaml);
    row("a heading and bullets", "### Scopes\n\n* user.info.basic (default)\n* video.list", PasteKind::DocsTable);
    row("a sentence with backticks", "Required scopes: `user.info.basic`, `video.list`. Optional: `user.info.stats`.",
        PasteKind::DocsTable);
    row("a sentence with a colon", "Authorize the following scopes: user.info.basic, video.list", PasteKind::DocsTable);
    row("several names, the last with a list", "a:\n  on: true\n  scopes: ['user.info.basic', 'video.list']", PasteKind::Yaml);
    row("a list of a program's object", "scopes: ['user.info.basic', 'video.list']", PasteKind::CodeLiteral);
    row("a type of several strings", "| 'user.info.basic'\n  | 'video.list'", PasteKind::CodeLiteral);
    row("an annotation", "@Value(\"${a.scope:user.info.basic,video.list}\")\nprivate String scope;", PasteKind::CodeLiteral);
    row("a member of JSON without braces", "\"scopes\": [\"user.info.basic\", \"video.list\"]", PasteKind::Json);
    row("a member with single quotation marks", "'scope': 'boards:read pins:read',", PasteKind::CodeLiteral);
    row("what is missing", "[tiktok] granted scopes: user.info.basic; missing: video.list", PasteKind::ErrorText);
    row("an error in a sentence", "I get scope_not_authorized although I asked for video.list", PasteKind::ErrorText);
    row("an error over lines", "error: token is missing required scopes [read:project]\nrun gh auth refresh -s read:project",
        PasteKind::ErrorText);
    row("a refusal without names", "The administrator has not consented to use the application.", PasteKind::ErrorText);
    row("a statement of SQL", "INSERT INTO apps (name, scopes) VALUES ('a', '{user.info.basic,video.list}');",
        PasteKind::CodeLiteral);
    row("a list of words in Elixir", "def scopes, do: ~w(user.info.basic video.list)", PasteKind::CodeLiteral);
    row("a member of JSON", "\"scope\": \"user.info.basic\",\n\"redirect\": x,", PasteKind::Json);
}

void PastedFormsTest::kinds()
{
    QFETCH(QString, text);
    QFETCH(PasteKind, expected);
    QCOMPARE(nameOf(inspect(text, *m_catalog).kind), nameOf(expected));
}

SCOPES_TEST(PastedFormsTest)
#include "PastedFormsTest.moc"
