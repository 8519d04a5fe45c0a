#include "request/SeparatedFormats.h"

#include "request/NameText.h"

#include <QCoreApplication>

#include <optional>

namespace scopes {

namespace {

QStringView ownSeparator(const ScopeFormat& format)
{
    if (format.id.endsWith("comma"_L1))
        return u",";
    return format.id.endsWith("space"_L1) ? u" " : u"\n";
}

} // namespace

FormattedText writeSeparated(const ScopeFormat& format, const QStringList& names, const FormatOptions& /*options*/)
{
    if (auto problem = findControlCharacter(names))
        return *problem;
    return joinNames(names, ownSeparator(format));
}

ParsedNames readSeparated(const ScopeFormat& format, const QString& text, const FormatOptions& /*options*/)
{
    return splitNames(text, ownSeparator(format));
}

FormattedText writePercent(const ScopeFormat& format, const QStringList& names, const FormatOptions& /*options*/)
{
    auto joined = joinNames(names, ownSeparator(format));
    return joined ? FormattedText(percentEncoded(joined.value())) : joined;
}

ParsedNames readPercent(const ScopeFormat& format, const QString& text, const FormatOptions& /*options*/)
{
    const QStringView separator = ownSeparator(format);
    const auto joined = percentDecoded(QStringView(text).trimmed(), separator == u" ");
    return joined ? splitNames(joined.value(), separator) : ParsedNames(joined.problem());
}

FormattedText writeQuery(const ScopeFormat& /*format*/, const QStringList& names, const FormatOptions& options)
{
    if (options.parameter.isEmpty() || !options.parameter.isValidUtf16()) {
        return FormatProblem{
            FormatProblem::Kind::BadOption, QCoreApplication::translate("ScopeFormat", "The query parameter needs a name."), -1};
    }
    auto joined = joinNames(names, options.separator);
    if (!joined)
        return joined;
    return QString(percentEncoded(options.parameter) + u'=' + percentEncoded(joined.value()));
}

ParsedNames readQuery(const ScopeFormat& /*format*/, const QString& text, const FormatOptions& options)
{
    const QStringView query = QStringView(text).trimmed();
    qsizetype begin = query.data() - QStringView(text).data();
    std::optional<ParsedNames> found;
    for (const QStringView part : query.split(u'&')) {
        const qsizetype equals = part.indexOf(u'=');
        const auto name = percentDecoded(part.first(qMax<qsizetype>(equals, 0)), true, begin);
        if (equals >= 0 && name && name.value() == options.parameter) {
            if (found) {
                return cannotRead(QCoreApplication::translate("ScopeFormat", "The parameter stands here a second time."), begin);
            }
            const auto value = percentDecoded(part.sliced(equals + 1), true, begin + equals + 1);
            found = value ? splitNames(value.value(), options.separator) : ParsedNames(value.problem());
        }
        begin += part.size() + 1;
    }
    if (found)
        return *found;
    return cannotRead(QCoreApplication::translate("ScopeFormat", "The text has no parameter of the name %1.")
                          .arg(visibleName(options.parameter)),
        0);
}

} // namespace scopes
