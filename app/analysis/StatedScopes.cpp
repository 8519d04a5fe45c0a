#include "analysis/StatedScopes.h"

#include "analysis/Inspection.h"
#include "analysis/OneOfChars.h"

#include <algorithm>

namespace scopes {

namespace {

/// True for a text that has names, with commas or white space between them, and no sentence's or program's marks.
bool hasOnlyNames(QStringView text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(),
        [](QChar unit) { return unit.isLetterOrNumber() || unit.isSpace() || isOneOfChars(unit, u",;._:/*-"); });
    return isPlain && !text.endsWith(u'.') && !text.contains(u"://");
}

} // namespace

QStringList statedScopes(const QString& text, const ScopeCatalog& catalog)
{
    QStringList found = inspect(text, catalog).scopes();
    const QString plain = text.trimmed();
    if (!found.isEmpty() || plain.isEmpty() || !hasOnlyNames(plain))
        return found;
    InspectionOptions options;
    options.kind = PasteKind::ScopeList;
    options.isRequest = true;
    return inspect(plain, catalog, options).scopes();
}

} // namespace scopes
