#include "cli/OptionNames.h"

#include <algorithm>

namespace scopes {

namespace {

/// The option of that name, or else the only one whose name begins so; null if there is none.
const QCommandLineOption* meantBy(QStringView name, const std::vector<QCommandLineOption>& options)
{
    const QCommandLineOption* found = nullptr;
    bool isOnlyOne = true;
    for (const QCommandLineOption& option : options) {
        const QStringList names = option.names();
        if (names.contains(name))
            return &option;
        if (name.isEmpty() || !names.constLast().startsWith(name))
            continue;
        isOnlyOne = found == nullptr;
        found = &option;
    }
    return isOnlyOne ? found : nullptr;
}

} // namespace

QStringList withWholeOptionNames(const QStringList& arguments, const std::vector<QCommandLineOption>& options)
{
    QStringList whole = arguments;
    for (qsizetype i = 0; i < whole.size() && whole.at(i) != QStringLiteral("--"); ++i) {
        const QString argument = whole.at(i);
        if (argument.size() < 2 || !argument.startsWith(u'-'))
            continue;
        const bool isLong = argument.startsWith(QStringLiteral("--"));
        const QStringView text = QStringView(argument).sliced(isLong ? 2 : 1);
        const auto end = text.indexOf(u'=');
        const QCommandLineOption* const option =
            isLong || text.size() == 1 ? meantBy(end < 0 ? text : text.first(end), options) : nullptr;
        if (option == nullptr)
            continue;
        if (isLong)
            whole[i] = QStringLiteral("--") + option->names().constLast() + (end < 0 ? QString() : text.sliced(end).toString());
        if (end < 0 && !option->valueName().isEmpty())
            ++i;
    }
    return whole;
}

} // namespace scopes
