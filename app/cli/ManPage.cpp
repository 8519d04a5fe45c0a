#include "cli/ManPage.h"

#include "cli/CommandTable.h"

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// A text without meaning to roff, on one line: no escapes, no request or macro at its beginning.
QString escaped(QString text)
{
    text = text.simplified().replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

/// Sentences, each on a line of its own as mdoc wants them.
QString paragraph(const QString& text)
{
    return escaped(text).replace(u". "_s, u".\n"_s) + u'\n';
}

/// '.It Fl q , Fl -quiet' or '.It Fl -catalog Ar FILE'.
QString item(const QCommandLineOption& option)
{
    QStringList flags;
    for (const QString& name : option.names())
        flags += u"Fl "_s + (name.size() == 1 ? QString() : u"\\-"_s) + QString(name).replace(u'-', u"\\-"_s);
    QString line = u".It "_s + flags.join(u" , "_s);
    if (!option.valueName().isEmpty())
        line += u" Ar "_s + option.valueName();
    return line + u'\n' + paragraph(option.description());
}

QString options(const std::vector<QCommandLineOption>& all)
{
    QString list = u".Bl -tag -width Ds\n"_s;
    for (const QCommandLineOption& option : all)
        list += item(option);
    return list + u".El\n"_s;
}

QString section(const Command& command)
{
    QString text = u".Ss "_s + command.name + u"\n.Nm scope\\-explorer\\-cli\n.Cm "_s + command.name + u"\n.Op Ar option ...\n"_s;
    if (!command.synopsis.isEmpty())
        text += u".No "_s + escaped(command.synopsis) + u'\n';
    text += u".Pp\n"_s + paragraph(command.description);
    return command.options.empty() ? text : text + options(command.options);
}

const auto head = uR"(.\" Made by 'scope-explorer-cli --man' from the texts of --help: do not edit.
.Dd November 24, 2026
.Dt SCOPE-EXPLORER-CLI 1
.Os
.Sh NAME
.Nm scope\-explorer\-cli
.Nd choose, check and explain OAuth 2 scopes without a window
.Sh SYNOPSIS
.Nm
.Ar command
.Op Ar option ...
.Op Ar operand ...
.Sh DESCRIPTION
.Nm
answers questions about OAuth 2 scopes: what a platform documents, what is wrong with a scope string or an authorization URL,
what calls need.
Nothing is sent anywhere.
Results go to standard output and messages to standard error, both in UTF\-8 and the same in each locale.
An operand
.Ql \-
is standard input;
.Ql \-\-
ends the options.
Secrets such as tokens and codes are masked wherever they are met.
.Pp
These options stand before or behind any command:
)"_s;

const auto tail = uR"(.Sh ENVIRONMENT
.Bl -tag -width Ds
.It Ev NO_COLOR
If it is set and not empty, nothing is coloured on a terminal either.
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa CATALOG.overlay.json
Beside the catalog's file: the user's notes on its scopes, own scopes, and what is set of its provider.
.It Pa $XDG_DATA_HOME/scope\-explorer/overlays/ID.overlay.json
The same for the built\-in catalog, and where nothing lies beside the catalog's file.
.El
.Sh EXIT STATUS
.Bl -tag -width Ds
.It 0
Fine.
.It 1
There are findings or differences, or it could not be done.
.It 2
Wrong usage.
.It 3
Input could not be read.
.El
.Sh EXAMPLES
.Dl scope\-explorer\-cli check 'user.info.basic video.lst'
.Dl scope\-explorer\-cli check \-\-fail\-on warning \-\-sarif login.scopes.json src/auth.ts
.Dl scope\-explorer\-cli compare \-\-requested login.scopes.json \-\-granted token.json
.Sh SEE ALSO
.Xr scope\-explorer 1
)"_s;

} // namespace

QString manPage()
{
    QString page = head + options(commonOptions()) + u".Sh COMMANDS\n"_s;
    for (const Command& command : commandTable())
        page += section(command);
    return page + tail;
}

} // namespace scopes
