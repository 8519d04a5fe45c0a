#include "cli/Command.h"

#include "catalog/BuiltInCatalog.h"
#include "document/VisibleText.h"
#include "import/CatalogOpener.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

CatalogPointer Invocation::catalog()
{
    const QString file = option(u"catalog"_s);
    if (file.isNull()) {
        const auto builtIn = builtInCatalog();
        report(builtIn.problems, u"tiktok.json"_s);
        return builtIn ? *builtIn.value : nullptr;
    }
    const auto opened = openCatalogFile(file);
    report(opened.problems, file);
    return opened ? opened.value->catalog : nullptr;
}

void Invocation::note(const QString& sentence)
{
    if (!isQuiet())
        say(sentence);
}

void Invocation::say(const QString& sentence)
{
    m_console.err << messagePrefix() << visibleText(sentence) << '\n';
}

void Invocation::report(const Problems& problems, const QString& file)
{
    Problems shown = problems;
    if (isQuiet())
        std::erase_if(shown, [](const Problem& problem) { return problem.severity == Problem::Severity::Note; });
    m_console.err << toString(shown, file);
}

ExitStatus Invocation::fail(const QString& sentence, ExitStatus outcome)
{
    say(sentence);
    return outcome;
}

QString messagePrefix()
{
    return QCoreApplication::applicationName() + u": "_s;
}

} // namespace scopes
