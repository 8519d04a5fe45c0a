#include "document/Problem.h"

#include "document/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

QString Problem::toString(const QString& fileName) const
{
    QString text = visibleText(fileName);
    if (line > 0)
        text += (text.isEmpty() ? u"%1:%2"_s : u":%1:%2"_s).arg(line).arg(column);
    if (!text.isEmpty())
        text += u": "_s;
    text += severity == Severity::Error ? QCoreApplication::translate("Problem", "error: ")
                                        : QCoreApplication::translate("Problem", "note: ");
    text += message;
    if (!pointer.isEmpty())
        text += QCoreApplication::translate("Problem", " (at %1)").arg(visibleText(pointer));
    return text;
}

bool hasErrors(const Problems& problems)
{
    return std::any_of(
        problems.begin(), problems.end(), [](const Problem& problem) { return problem.severity == Problem::Severity::Error; });
}

QString toString(const Problems& problems, const QString& fileName, int limit)
{
    QString text;
    int shown = 0;
    for (const Problem& problem : problems) {
        if (shown == limit)
            break;
        text += problem.toString(fileName) + u'\n';
        ++shown;
    }
    const auto rest = static_cast<int>(problems.size()) - shown;
    if (rest > 0)
        text += QCoreApplication::translate("Problem", "… and %n more.", nullptr, rest) + u'\n';
    return text;
}

} // namespace scopes
