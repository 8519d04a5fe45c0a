#include "widgets/AuthorizationTexts.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AuthorizationDialog)
};

QString withSource(const QString& text, const Origin& origin, const ScopeCatalog& catalog)
{
    const QString source = sourceText(origin, catalog);
    return source.isEmpty() ? text : Texts::tr("%1 (Source: %2)").arg(text, source);
}

QString notes(const AuthorizationRequest& request, const ScopeCatalog& catalog, bool warnings)
{
    QStringList lines;
    for (const AuthorizationNote& note : request.notes) {
        if (note.isWarning == warnings)
            lines += withSource(note.text, note.origin, catalog);
    }
    return lines.join(u'\n');
}

} // namespace

QString redirectNote(const std::vector<RedirectCheck>& checks, const ScopeCatalog& catalog, bool isEmpty)
{
    if (isEmpty) {
        QStringList rules;
        for (const RedirectCheck& check : checks)
            rules += check.text;
        return Texts::tr("The rules for it: %1").arg(rules.join(u' '));
    }
    QStringList broken;
    QStringList open;
    for (const RedirectCheck& check : checks) {
        if (check.state == RedirectCheck::State::Broken)
            broken += Texts::tr("✗ Not met: %1").arg(withSource(check.text, {check.source, check.section}, catalog));
        else if (check.state == RedirectCheck::State::Unknown)
            open += check.text;
    }
    if (!broken.isEmpty())
        return broken.join(u'\n');
    const QString met = Texts::tr("✓ Meets every rule that can be checked here.");
    return open.isEmpty() ? met : met + u' ' + Texts::tr("Not checked: %1").arg(open.join(u' '));
}

QString noRedirectNote()
{
    return Texts::tr("Requests of this platform take no redirect URI.");
}

QString requiredText(Required required)
{
    switch (required) {
    case Required::Yes:
        return Texts::tr("Yes");
    case Required::No:
        return Texts::tr("No");
    case Required::Unknown:
        break;
    }
    return Texts::tr("Not documented");
}

QString explanation(const AuthorizationParameter& parameter, const ScopeCatalog& catalog)
{
    QString text = parameter.meaning;
    if (parameter.isPlaceholder)
        text += u' ' + Texts::tr("The value here is a placeholder.");
    return withSource(text, parameter.origin, catalog);
}

QString notesText(const AuthorizationRequest& request, const ScopeCatalog& catalog)
{
    return notes(request, catalog, false);
}

QString warningsText(const AuthorizationRequest& request, const std::vector<Finding>& findings, const ScopeCatalog& catalog)
{
    constexpr qsizetype mostShown = 4;
    QStringList lines;
    if (const QString warnings = notes(request, catalog, true); !warnings.isEmpty())
        lines = warnings.split(u'\n');
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::Error)
            lines += finding.message;
    }
    const qsizetype left = lines.size() - mostShown;
    lines = lines.mid(0, mostShown);
    if (left > 0)
        lines += Texts::tr("And %L1 more: the window's findings name them all.").arg(left);
    return lines.join(u'\n');
}

QString openObstacle(const AuthorizationRequest& request)
{
    if (request.url.isEmpty())
        return Texts::tr("On this platform a call in the app makes the request, so there is no address to open.");
    const bool isPlaceholder = std::any_of(request.parameters.begin(), request.parameters.end(),
        [](const AuthorizationParameter& parameter) { return parameter.isPlaceholder; });
    if (isPlaceholder)
        return Texts::tr("A placeholder stands where the client key belongs. Type the key first.");
    if (QUrl(request.url, QUrl::StrictMode).scheme() != "https"_L1)
        return Texts::tr("The address does not begin with https, so it is not opened.");
    return {};
}

} // namespace scopes
