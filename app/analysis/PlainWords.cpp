#include "analysis/PlainWords.h"

#include "analysis/ScopeShape.h"

namespace scopes {

namespace {

bool isVerb(QStringView word)
{
    static constexpr std::array<QStringView, 40> verbs{u"read", u"write", u"readwrite", u"readonly", u"manage", u"admin", u"view",
        u"create", u"update", u"delete", u"edit", u"list", u"publish", u"upload", u"send", u"post", u"get", u"access", u"full",
        u"all", u"offline", u"modify", u"moderate", u"join", u"history", u"email", u"profile", u"basic", u"user", u"bot",
        u"invite", u"redemptions", u"subscriptions", u"readall", u"write_key", u"login", u"share", u"compose", u"default",
        u"follow"};
    return isOneOf(word, verbs);
}

} // namespace

bool namesAccess(QStringView name)
{
    return hasPart(name.toString().toLower(), isVerb);
}

bool isAccess(QStringView word)
{
    static constexpr std::array<QStringView, 6> words{u"read", u"write", u"readwrite", u"readonly", u"openid", u"offline_access"};
    return isOneOf(word, words);
}

bool doesSomething(QStringView word)
{
    static constexpr std::array<QStringView, 18> verbs{u"read", u"write", u"readwrite", u"readonly", u"manage", u"admin", u"view",
        u"create", u"update", u"delete", u"edit", u"publish", u"upload", u"send", u"modify", u"moderate", u"list", u"compose"};
    return isOneOf(word, verbs);
}

bool isOpenIdScope(QStringView word)
{
    static constexpr std::array<QStringView, 6> known{u"openid", u"profile", u"email", u"address", u"phone", u"offline_access"};
    return isOneOf(word, known);
}

bool isSentenceWord(QStringView word)
{
    static constexpr std::array<QStringView, 44> words{u"the", u"a", u"an", u"of", u"to", u"is", u"are", u"for", u"and", u"or",
        u"in", u"this", u"that", u"you", u"your", u"with", u"not", u"has", u"be", u"was", u"were", u"by", u"on", u"it", u"from",
        u"have", u"does", u"did", u"must", u"should", u"can", u"could", u"will", u"we", u"if", u"when", u"which", u"but", u"only",
        u"into", u"as", u"at", u"please", u"need"};
    return std::any_of(words.begin(), words.end(),
        [&](QStringView one) { return one.size() == word.size() && one.compare(word, Qt::CaseInsensitive) == 0; });
}

bool isProgramName(QStringView word)
{
    static constexpr std::array<QStringView, 40> roots{u"process", u"import", u"req", u"request", u"res", u"response", u"config",
        u"cfg", u"this", u"self", u"os", u"env", u"settings", u"options", u"opts", u"params", u"args", u"props", u"ctx",
        u"context", u"app", u"window", u"module", u"system", u"client", u"auth", u"oauth", u"provider", u"session", u"data",
        u"body", u"query", u"url", u"rails", u"constants", u"account", u"token", u"tokens", u"result", u"json"};
    const qsizetype dot = word.indexOf(u'.');
    if (keyStrength(lastIdentifier(word)) == KeyStrength::Strict
        || (dot > 0 && word[0].isUpper() && keyStrength(word.left(dot)) == KeyStrength::Strict))
        return true;
    // A member of a type: PermissionType.userInfoBasic.
    const QStringView last = word.mid(word.lastIndexOf(u'.') + 1);
    const bool isMember = dot > 0 && word[0].isUpper() && !last.isEmpty() && last[0].isLower()
        && std::any_of(last.begin(), last.end(), [](QChar unit) { return unit.isUpper(); });
    return isMember || (dot > 0 && isOneOf(word.left(dot).toString().toLower(), roots));
}

bool isProgramWord(QStringView word)
{
    static constexpr std::array<QStringView, 24> words{u"import", u"package", u"using", u"npm", u"npx", u"yarn", u"pip",
        u"install", u"sudo", u"const", u"let", u"var", u"return", u"function", u"class", u"def", u"require", u"export", u"git",
        u"docker", u"vercel", u"heroku", u"cd", u"echo"};
    return isOneOf(word, words);
}

bool isConfigurationKey(QStringView word)
{
    // git-config(1), section 'Variables'.
    static constexpr std::array<QStringView, 8> sections{
        u"core", u"init", u"credential", u"gpg", u"rerere", u"sendemail", u"submodule", u"alias"};
    static constexpr std::array<QStringView, 18> keys{u"user.name", u"user.email", u"user.signingkey", u"author.name",
        u"author.email", u"committer.name", u"committer.email", u"push.default", u"push.autosetupremote", u"pull.rebase",
        u"pull.ff", u"commit.gpgsign", u"commit.template", u"fetch.prune", u"merge.tool", u"diff.tool", u"color.ui",
        u"http.proxy"};
    const auto* const dot = std::find(word.begin(), word.end(), u'.');
    constexpr qsizetype longestFirst = 10;
    if (dot == word.end() || dot - word.begin() > longestFirst)
        return false;
    const QString lower = word.toString().toLower();
    return isOneOf(lower, keys)
        || (isOneOf(QStringView(lower).left(dot - word.begin()), sections) && !namesAccess(word.mid(dot - word.begin())));
}

bool isOtherScope(QStringView word)
{
    static constexpr std::array<QStringView, 6> others{u"col", u"row", u"colgroup", u"rowgroup", u"prototype", u"singleton"};
    return isOneOf(word, others);
}

} // namespace scopes
