#include "ProgramOptions.h"

#include "cli/CommandLine.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QUrl>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ProgramOptions", text);
}

/// Options that QApplication takes out of the command line, with one '-' or two (QApplication's and QGuiApplication's
/// documentation, Qt 6.4).
bool isQtFlag(const QString& name)
{
    return QStringList{u"reverse"_s, u"widgetcount"_s, u"nograb"_s, u"dograb"_s, u"sync"_s}.contains(name)
        || name.startsWith("qmljsdebugger="_L1) || name.startsWith("style="_L1) || name.startsWith("stylesheet="_L1);
}

bool isQtOptionWithValue(const QString& name)
{
    return QStringList{u"platform"_s, u"platformpluginpath"_s, u"platformtheme"_s, u"plugin"_s, u"qwindowgeometry"_s,
        u"geometry"_s, u"qwindowicon"_s, u"icon"_s, u"qwindowtitle"_s, u"title"_s, u"session"_s, u"display"_s, u"style"_s,
        u"stylesheet"_s, u"fontengine"_s}
        .contains(name);
}

/// Desktops hand files over as addresses to a program that takes addresses.
QString pathOf(const QString& argument)
{
    const QUrl url(argument, QUrl::StrictMode);
    return argument.startsWith("file:///"_L1) && url.isLocalFile() ? url.toLocalFile() : argument;
}

QString withoutDashes(const QString& argument)
{
    return argument.mid(argument.startsWith("--"_L1) ? 2 : 1);
}

class Reader
{
public:
    explicit Reader(QStringList arguments)
        : m_rest(std::move(arguments))
    {
    }

    ProgramOptions read()
    {
        bool optionsEnded = false;
        while (!m_rest.isEmpty() && m_options.error.isEmpty() && !m_options.isCommand) {
            const QString argument = m_rest.takeFirst();
            if (!optionsEnded && argument == "--"_L1)
                optionsEnded = true;
            else if (!optionsEnded && argument.size() > 1 && argument.startsWith(u'-'))
                readOption(argument);
            else
                readOperand(argument, optionsEnded);
        }
        return m_options;
    }

private:
    void readOption(const QString& argument)
    {
        if (argument == "--help"_L1 || argument == "-h"_L1)
            m_options.wantsHelp = true;
        else if (argument == "--version"_L1 || argument == "-V"_L1)
            m_options.wantsVersion = true;
        else if (readValue(argument, u"--catalog"_s, m_options.catalog)
            || readValue(argument, u"--screenshot"_s, m_options.screenshot) || isQtFlag(withoutDashes(argument)))
            return;
        else if (isQtOptionWithValue(withoutDashes(argument)))
            m_rest.removeAt(0);
        else
            m_options.error = tr("There is no option '%1'.").arg(visibleText(argument, 80));
    }

    /// True if @p argument is that option, whether it has a value or not.
    bool readValue(const QString& argument, const QString& option, QString& value)
    {
        const bool isJoined = argument.startsWith(option + u'=');
        if (argument != option && !isJoined)
            return false;
        value = isJoined ? argument.mid(option.size() + 1) : m_rest.isEmpty() ? QString() : m_rest.takeFirst();
        if (value.isEmpty())
            m_options.error = tr("%1 needs the name of a file.").arg(option);
        return true;
    }

    void readOperand(const QString& argument, bool optionsEnded)
    {
        if (!optionsEnded && m_options.file.isEmpty() && isCommand(argument))
            m_options.isCommand = true;
        else if (!m_options.file.isEmpty())
            m_options.error = tr("One file can be opened, and there is a second one: '%1'.").arg(visibleText(argument, 80));
        else
            m_options.file = pathOf(argument);
    }

    QStringList m_rest;
    ProgramOptions m_options;
};

} // namespace

ProgramOptions programOptions(const QStringList& arguments)
{
    return Reader(arguments).read();
}

QString usage()
{
    return tr("Usage: scope-explorer [OPTION]... [FILE]\n"
              "  or:  scope-explorer COMMAND [OPTION]...\n"
              "Choose, check and explain OAuth 2 scopes.\n"
              "\n"
              "FILE is a request (*.scopes.json), a catalog, an API description, a table of scopes,\n"
              "an overlay, which is added to the catalog that is open, or a link to a request\n"
              "(scope-explorer:…), which is shown before it is opened; the window opens on it.\n"
              "\n"
              "  --catalog FILE        show the scopes of this catalog file instead of the\n"
              "                        built-in one\n"
              "  --screenshot OUT.png  draw the window into a file and end\n"
              "  -h, --help            print this text and end\n"
              "  -V, --version         print the version and end\n"
              "\n")
        + commandsHelp() + u'\n' + exitCodesHelp();
}

} // namespace scopes
