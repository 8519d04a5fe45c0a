#include "cli/Command.h"

#include "catalog/BuiltInCatalog.h"
#include "document/VisibleText.h"
#include "import/CatalogOpener.h"
#include "request/AppliedOverlay.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace scopes {

using namespace Qt::StringLiterals;

CatalogPointer Invocation::catalog()
{
    CatalogPointer catalog = withoutOverlay();
    if (catalog == nullptr || isSet(u"no-overlay"_s))
        return catalog;
    const QString asked = option(u"overlay"_s);
    const QString file = asked.isNull() ? overlayPath(option(u"catalog"_s), catalog->id()) : asked;
    if (asked.isNull() && !QFileInfo::exists(file))
        return catalog;
    const auto overlay = readOverlayFile(file);
    report(overlay.problems, file);
    if (!overlay)
        return nullptr;
    if (overlay.value->catalog != catalog->id())
        note(QCoreApplication::translate("cli", "The overlay %1 was made for the catalog %2; it is used for %3.")
                 .arg(file, overlay.value->catalog, catalog->id()));
    return withOverlay(catalog, *overlay.value);
}

CatalogPointer Invocation::withoutOverlay()
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
