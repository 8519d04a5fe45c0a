#include "request/ScopeFormat.h"

#include "request/DataFormats.h"
#include "request/LiteralDialect.h"
#include "request/NameText.h"
#include "request/SeparatedFormats.h"

#include <algorithm>

namespace scopes {

namespace {

struct Handler
{
    ScopeFormat format;
    FormattedText (*write)(const ScopeFormat&, const QStringList&, const FormatOptions&) = nullptr;
    ParsedNames (*read)(const ScopeFormat&, const QString&, const FormatOptions&) = nullptr;
};

FormattedText writeLiteral(const ScopeFormat& format, const QStringList& names, const FormatOptions& /*options*/)
{
    return writeList(*literalDialect(format.id), names);
}

ParsedNames readLiteral(const ScopeFormat& format, const QString& text, const FormatOptions& /*options*/)
{
    TextCursor cursor{text};
    cursor.skipSpace();
    auto names = readList(*literalDialect(format.id), cursor);
    if (!names)
        return names;
    cursor.skipSpace();
    if (!cursor.atEnd())
        return cannotRead(ScopeFormat::tr("Nothing may follow the list."), cursor.at);
    return names;
}

std::vector<Handler> makeHandlers()
{
    using enum FormatGroup;
    const auto code = [](const QString& id, const char* sourceTitle) {
        return Handler{{.id = id, .group = Code, .sourceTitle = sourceTitle}, writeLiteral, readLiteral};
    };
    const auto separated = [](const QString& id, const char* sourceTitle) {
        return Handler{{.id = id, .group = Separated, .sourceTitle = sourceTitle}, writeSeparated, readSeparated};
    };
    const auto percent = [](const QString& id, const char* sourceTitle) {
        return Handler{{.id = id, .group = Web, .sourceTitle = sourceTitle}, writePercent, readPercent};
    };
    const auto data = [](const QString& id, const char* sourceTitle, auto write, auto read, bool isJoined) {
        ScopeFormat format{.id = id, .group = Data, .sourceTitle = sourceTitle, .takesSeparator = isJoined};
        format.takesParameter = id == "json-property"_L1;
        format.takesVariable = isJoined && !format.takesParameter;
        return Handler{format, write, read};
    };
    Handler query{{.id = u"query"_s, .group = Web, .sourceTitle = QT_TR_NOOP("Query parameter")}, writeQuery, readQuery};
    query.format.takesSeparator = true;
    query.format.takesParameter = true;
    return {
        separated(u"comma"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Comma separated")),
        separated(u"space"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Space separated")),
        separated(u"newline"_s, QT_TRANSLATE_NOOP("ScopeFormat", "One name a line")),
        percent(u"percent-comma"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Percent-encoded, comma")),
        percent(u"percent-space"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Percent-encoded, space")),
        query,
        data(u"json-array"_s, QT_TRANSLATE_NOOP("ScopeFormat", "JSON array"), writeLiteral, readLiteral, false),
        data(u"json-property"_s, QT_TRANSLATE_NOOP("ScopeFormat", "JSON property"), writeJsonProperty, readJsonProperty, true),
        data(u"yaml-list"_s, QT_TRANSLATE_NOOP("ScopeFormat", "YAML list"), writeYaml, readYaml, false),
        data(u"env"_s, QT_TRANSLATE_NOOP("ScopeFormat", ".env line"), writeEnv, readEnv, true),
        data(u"shell-export"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Shell export"), writeShell, readShell, true),
        code(u"javascript"_s, QT_TRANSLATE_NOOP("ScopeFormat", "JavaScript / TypeScript")),
        code(u"python"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Python")),
        code(u"php"_s, QT_TRANSLATE_NOOP("ScopeFormat", "PHP")),
        code(u"ruby"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Ruby")),
        code(u"go"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Go")),
        code(u"java"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Java")),
        code(u"kotlin"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Kotlin")),
        code(u"swift"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Swift")),
        code(u"csharp"_s, QT_TRANSLATE_NOOP("ScopeFormat", "C#")),
        code(u"cpp"_s, QT_TRANSLATE_NOOP("ScopeFormat", "C++")),
        code(u"rust"_s, QT_TRANSLATE_NOOP("ScopeFormat", "Rust")),
    };
}

const std::vector<Handler>& handlers()
{
    static const std::vector<Handler> all = makeHandlers();
    return all;
}

const Handler* handlerOf(const QString& id)
{
    const auto& all = handlers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Handler& one) { return one.format.id == id; });
    return found == all.end() ? nullptr : &*found;
}

FormatProblem unknownFormat(const QString& id)
{
    return {FormatProblem::Kind::UnknownFormat, ScopeFormat::tr("There is no format “%1”.").arg(visibleName(id)), -1};
}

} // namespace

const std::vector<ScopeFormat>& scopeFormats()
{
    static const std::vector<ScopeFormat> formats = [] {
        std::vector<ScopeFormat> all;
        for (const Handler& handler : handlers())
            all.push_back(handler.format);
        return all;
    }();
    return formats;
}

const ScopeFormat* scopeFormat(const QString& id)
{
    const auto& all = scopeFormats();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ScopeFormat& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

QString title(FormatGroup group)
{
    switch (group) {
    case FormatGroup::Separated:
        return ScopeFormat::tr("Separated names");
    case FormatGroup::Web:
        return ScopeFormat::tr("Parts of a URL");
    case FormatGroup::Data:
        return ScopeFormat::tr("Configuration");
    case FormatGroup::Code:
        return ScopeFormat::tr("Source code");
    }
    return {};
}

FormattedText format(const QString& formatId, const QStringList& names, const FormatOptions& options)
{
    const Handler* handler = handlerOf(formatId);
    if (!handler)
        return unknownFormat(formatId);
    if (names.isEmpty())
        return FormatProblem{FormatProblem::Kind::NothingToFormat, ScopeFormat::tr("There is nothing to format."), -1};
    for (qsizetype row = 0; row < names.size(); ++row) {
        if (!names.at(row).isValidUtf16()) {
            return FormatProblem{FormatProblem::Kind::CannotSay,
                ScopeFormat::tr("“%1” holds half of a surrogate pair, which no text can carry.").arg(visibleName(names.at(row))),
                row};
        }
    }
    return handler->write(handler->format, names, options);
}

ParsedNames parse(const QString& formatId, const QString& text, const FormatOptions& options)
{
    const Handler* handler = handlerOf(formatId);
    if (!handler)
        return unknownFormat(formatId);
    if (!text.isValidUtf16())
        return cannotRead(ScopeFormat::tr("The text holds half of a surrogate pair."), 0);
    return handler->read(handler->format, text, options);
}

} // namespace scopes
