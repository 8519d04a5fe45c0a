#pragma once

#include "request/FormatOutcome.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <vector>

namespace scopes {

using namespace Qt::StringLiterals;

/// What some formats need to know beside the names; ScopeFormat says which takes what.
struct FormatOptions
{
    QString separator = u","_s; ///< one UTF-16 unit between names that share one string
    QString parameter = u"scope"_s; ///< name of the query parameter or JSON property
    QString variable; ///< name of the environment variable; empty means SCOPES
};

enum class FormatGroup {
    Separated, ///< the bare names with something between them
    Web, ///< as a part of a URL
    Data, ///< JSON, YAML, .env, shell
    Code, ///< a list of string literals in a programming language
};

/// One way to write a list of scope names.
struct ScopeFormat
{
    Q_DECLARE_TR_FUNCTIONS(ScopeFormat)

public:
    QString id; ///< stable: used on the command line and in request files
    FormatGroup group = FormatGroup::Separated;
    const char* sourceTitle = nullptr; ///< untranslated; see title()
    bool takesSeparator = false;
    bool takesParameter = false;
    bool takesVariable = false;

    /// The name that a person sees, translated.
    QString title() const { return tr(sourceTitle); }
};

/// Every format, in the order of a menu; formats of one group stand together.
const std::vector<ScopeFormat>& scopeFormats();

/// The format with that id, or null.
const ScopeFormat* scopeFormat(const QString& id);

/// The translated heading of a group.
QString title(FormatGroup group);

/// Writes @p names in a format, without a line feed at the end. Gives a problem instead of text that could be read in two
/// ways: a name that holds the separator, an empty name where it would vanish, a name that is not valid UTF-16.
FormattedText format(const QString& formatId, const QStringList& names, const FormatOptions& options = {});

/// Reads text that is in the format: the exact inverse of format(), duplicates and order kept, but for white space around the
/// whole and around separators. A problem carries the place.
ParsedNames parse(const QString& formatId, const QString& text, const FormatOptions& options = {});

} // namespace scopes
