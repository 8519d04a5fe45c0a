#include "widgets/Actions.h"

#include <QCoreApplication>

#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

using enum ActionId;
using enum MenuId;

constexpr auto noKey = QKeySequence::UnknownKey;
constexpr auto plain = ActionSpec::Plain;
constexpr auto group = ActionSpec::FirstOfGroup;
constexpr auto check = ActionSpec::Checkable;

constexpr auto specs = std::to_array<ActionSpec>({
    {New, File, plain, QT_TRANSLATE_NOOP("Actions", "&New Request"), "document-new", QKeySequence::New, "Ctrl+N",
        QT_TRANSLATE_NOOP("Actions", "Starts an empty request.")},
    {Open, File, plain, QT_TRANSLATE_NOOP("Actions", "&Open…"), "document-open", QKeySequence::Open, "Ctrl+O",
        QT_TRANSLATE_NOOP("Actions", "Opens a request from a file.")},
    {OpenRecent, File, ActionSpec::Submenu, QT_TRANSLATE_NOOP("Actions", "Open &Recent"), "document-open-recent", noKey, "",
        QT_TRANSLATE_NOOP("Actions", "Opens a request that was open lately.")},
    {Save, File, group, QT_TRANSLATE_NOOP("Actions", "&Save"), "document-save", QKeySequence::Save, "Ctrl+S",
        QT_TRANSLATE_NOOP("Actions", "Saves the request to its file.")},
    {SaveAs, File, plain, QT_TRANSLATE_NOOP("Actions", "Save &As…"), "document-save-as", QKeySequence::SaveAs, "Ctrl+Shift+S",
        QT_TRANSLATE_NOOP("Actions", "Saves the request to another file.")},
    {Revert, File, plain, QT_TRANSLATE_NOOP("Actions", "Re&vert"), "document-revert", noKey, "F5",
        QT_TRANSLATE_NOOP("Actions", "Reads the request again from its file.")},
    {Export, File, group, QT_TRANSLATE_NOOP("Actions", "&Export…"), "document-export", noKey, "Ctrl+E",
        QT_TRANSLATE_NOOP("Actions", "Exports the catalog, what the search shows, the request or what was found, as a table.")},
    {Quit, File, group, QT_TRANSLATE_NOOP("Actions", "&Quit"), "application-exit", QKeySequence::Quit, "Ctrl+Q",
        QT_TRANSLATE_NOOP("Actions", "Ends Scope Explorer.")},

    {Undo, Edit, plain, QT_TRANSLATE_NOOP("Actions", "&Undo"), "edit-undo", QKeySequence::Undo, "Ctrl+Z",
        QT_TRANSLATE_NOOP("Actions", "Takes the last change of the request back.")},
    {Redo, Edit, plain, QT_TRANSLATE_NOOP("Actions", "&Redo"), "edit-redo", QKeySequence::Redo, "Ctrl+Shift+Z",
        QT_TRANSLATE_NOOP("Actions", "Makes the change again that was taken back last.")},
    {CopyString, Edit, group, QT_TRANSLATE_NOOP("Actions", "Copy Scope &String"), "edit-copy", noKey, "Ctrl+Shift+C",
        QT_TRANSLATE_NOOP("Actions", "Copies the request in the chosen format, exactly as shown.")},
    {Copy, Edit, plain, QT_TRANSLATE_NOOP("Actions", "&Copy"), "edit-copy", QKeySequence::Copy, "Ctrl+C",
        QT_TRANSLATE_NOOP("Actions", "Copies the selected rows or text.")},
    {Paste, Edit, plain, QT_TRANSLATE_NOOP("Actions", "&Paste into Request"), "edit-paste", QKeySequence::Paste, "Ctrl+V",
        QT_TRANSLATE_NOOP("Actions",
            "Takes scopes from the clipboard into the request; what holds more than a list, or faults, is inspected first. While "
            "the "
            "endpoints are shown, ticks the calls on it.")},
    {Find, Edit, group, QT_TRANSLATE_NOOP("Actions", "&Find"), "edit-find", QKeySequence::Find, "Ctrl+F",
        QT_TRANSLATE_NOOP(
            "Actions", "Goes to the search box. All words must match; quotes keep words together; -word excludes.")},
    {TickShown, Edit, group, QT_TRANSLATE_NOOP("Actions", "&Tick All Shown"), "edit-select-all", noKey, "Ctrl+T",
        QT_TRANSLATE_NOOP("Actions", "Requests every scope that the search shows.")},
    {UntickShown, Edit, plain, QT_TRANSLATE_NOOP("Actions", "U&ntick All Shown"), "", noKey, "Ctrl+Shift+T",
        QT_TRANSLATE_NOOP("Actions", "Takes every scope that the search shows out of the request.")},
    {InvertShown, Edit, plain, QT_TRANSLATE_NOOP("Actions", "&Invert Shown"), "", noKey, "Ctrl+I",
        QT_TRANSLATE_NOOP("Actions", "Ticks the unticked and unticks the ticked scopes that the search shows.")},
    {AddScope, Edit, group, QT_TRANSLATE_NOOP("Actions", "&Add Scope by Name"), "list-add", noKey, "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("Actions", "Goes to where a scope's name can be typed, also one that is not documented.")},
    {RemoveSelected, Edit, plain, QT_TRANSLATE_NOOP("Actions", "Rem&ove from Request"), "list-remove", QKeySequence::Delete,
        "Del", QT_TRANSLATE_NOOP("Actions", "Takes the scopes that are selected in the request out of it.")},
    {MoveUp, Edit, plain, QT_TRANSLATE_NOOP("Actions", "&Move Up"), "go-up", noKey, "Alt+Up",
        QT_TRANSLATE_NOOP("Actions", "Moves the scopes that are selected in the request up.")},
    {MoveDown, Edit, plain, QT_TRANSLATE_NOOP("Actions", "Move &Down"), "go-down", noKey, "Alt+Down",
        QT_TRANSLATE_NOOP("Actions", "Moves the scopes that are selected in the request down.")},
    {ClearRequest, Edit, plain, QT_TRANSLATE_NOOP("Actions", "C&lear Request"), "edit-clear", noKey, "Ctrl+Shift+Del",
        QT_TRANSLATE_NOOP("Actions", "Takes every scope out of the request.")},
    {RequestNeeded, Edit, plain, QT_TRANSLATE_NOOP("Actions", "Re&quest Needed Scopes"), "", noKey, "Ctrl+Return",
        QT_TRANSLATE_NOOP("Actions", "Makes the chosen smallest set of scopes for the ticked calls the request.")},
    {UndoHistory, Edit, group, QT_TRANSLATE_NOOP("Actions", "Undo &History…"), "", noKey, "Ctrl+Shift+H",
        QT_TRANSLATE_NOOP("Actions", "Lists the changes of the request and goes back to any of them.")},

    {ShowDetails, View, check, QT_TRANSLATE_NOOP("Actions", "&Details"), "", noKey, "Ctrl+Shift+D",
        QT_TRANSLATE_NOOP("Actions", "Shows or hides what is known of the current scope.")},
    {ShowRequest, View, check, QT_TRANSLATE_NOOP("Actions", "&Request"), "", noKey, "Ctrl+Shift+R",
        QT_TRANSLATE_NOOP("Actions", "Shows or hides the request.")},
    {ShowInspect, View, check, QT_TRANSLATE_NOOP("Actions", "&Inspect"), "", noKey, "F7",
        QT_TRANSLATE_NOOP(
            "Actions", "Shows a field for any text, and what is wrong with the scopes in it; or the scopes again.")},
    {Compare, View, plain, QT_TRANSLATE_NOOP("Actions", "Compare &Grant…"), "", noKey, "F8",
        QT_TRANSLATE_NOOP("Actions", "Compares what is requested with what was granted or is needed, and tells what follows.")},
    {ScanCalls, View, plain, QT_TRANSLATE_NOOP("Actions", "&Scan for Calls…"), "", noKey, "Ctrl+Shift+F",
        QT_TRANSLATE_NOOP("Actions", "Looks through source code, HAR archives and Postman collections for calls and scopes.")},
    {ShowConsent, View, group, QT_TRANSLATE_NOOP("Actions", "Co&nsent Preview…"), "", noKey, "Ctrl+P",
        QT_TRANSLATE_NOOP(
            "Actions", "Shows what the user would read when asked for consent; it can be copied, printed and saved.")},
    {ShowAuthorization, View, plain, QT_TRANSLATE_NOOP("Actions", "A&uthorization Request…"), "", noKey, "Ctrl+L",
        QT_TRANSLATE_NOOP(
            "Actions", "Makes the address or the code that asks the user for the requested scopes, each parameter explained.")},
    {ExpandAll, View, group, QT_TRANSLATE_NOOP("Actions", "&Expand All"), "", noKey, "Ctrl+Shift+E",
        QT_TRANSLATE_NOOP("Actions", "Opens every topic.")},
    {CollapseAll, View, plain, QT_TRANSLATE_NOOP("Actions", "C&ollapse All"), "", noKey, "Ctrl+Shift+L",
        QT_TRANSLATE_NOOP("Actions", "Closes every topic.")},
    {MarkDifferences, View, check | group, QT_TRANSLATE_NOOP("Actions", "&Mark Differences"), "", noKey, "Ctrl+M",
        QT_TRANSLATE_NOOP("Actions", "Marks the words in which the user display differs from the definition.")},
    {CatalogOrder, View, plain, QT_TRANSLATE_NOOP("Actions", "C&atalog Order"), "", noKey, "Ctrl+Shift+K",
        QT_TRANSLATE_NOOP("Actions", "Sorts the scopes as the catalog lists them.")},
    {GroupTopics, View, ActionSpec::Submenu, QT_TRANSLATE_NOOP("Actions", "&Topics By"), "", noKey, "",
        QT_TRANSLATE_NOOP("Actions", "Chooses what the scopes of an imported catalog are put into topics by.")},
    {Columns, View, ActionSpec::Submenu, QT_TRANSLATE_NOOP("Actions", "&Columns"), "", noKey, "",
        QT_TRANSLATE_NOOP("Actions", "Shows or hides columns of the scopes.")},
    {Palette, View, group, QT_TRANSLATE_NOOP("Actions", "Command &Palette…"), "", noKey, "Ctrl+Shift+P",
        QT_TRANSLATE_NOOP("Actions", "Finds any action and any scope by a few letters.")},
    {StepBack, View, plain, QT_TRANSLATE_NOOP("Actions", "Step &Back"), "", noKey, "Esc",
        QT_TRANSLATE_NOOP("Actions", "Clears the search, or else goes back to the scopes.")},
    {FullScreen, View, check | group, QT_TRANSLATE_NOOP("Actions", "&Full Screen"), "", QKeySequence::FullScreen, "F11",
        QT_TRANSLATE_NOOP("Actions", "Gives the window the whole screen, or takes it back.")},

    {ShowScopes, Go, plain, QT_TRANSLATE_NOOP("Actions", "&Scopes"), "", noKey, "Ctrl+1",
        QT_TRANSLATE_NOOP("Actions", "Shows the scopes that exist.")},
    {ShowEndpoints, Go, plain, QT_TRANSLATE_NOOP("Actions", "&Endpoints"), "", noKey, "Ctrl+2",
        QT_TRANSLATE_NOOP(
            "Actions", "Shows the calls that exist, what they need, and the smallest sets of scopes for those ticked.")},
    {JumpAcross, Go, group, QT_TRANSLATE_NOOP("Actions", "&Jump Between Scope and Calls"), "", noKey, "Ctrl+J",
        QT_TRANSLATE_NOOP("Actions", "Goes from a scope to the calls and fields that need it, and from these to the scopes.")},
    {GoBack, Go, group, QT_TRANSLATE_NOOP("Actions", "&Back"), "go-previous", noKey, "Alt+Left",
        QT_TRANSLATE_NOOP("Actions", "Goes back to the row that was looked at before.")},
    {GoForward, Go, plain, QT_TRANSLATE_NOOP("Actions", "&Forward"), "go-next", noKey, "Alt+Right",
        QT_TRANSLATE_NOOP("Actions", "Goes to where Back came from.")},

    {ReviewSheet, Request, plain, QT_TRANSLATE_NOOP("Actions", "&Review Sheet…"), "", noKey, "F9",
        QT_TRANSLATE_NOOP("Actions", "Shows what the reviewer of your app is told of each scope, to be edited and exported.")},
    {CopyLink, Request, group, QT_TRANSLATE_NOOP("Actions", "Copy &Link"), "edit-copy", noKey, "Ctrl+Shift+U",
        QT_TRANSLATE_NOOP("Actions", "Copies a link that opens the requested scopes in Scope Explorer. It holds no secret.")},

    {OpenCatalog, Catalog, plain, QT_TRANSLATE_NOOP("Actions", "&Open Catalog…"), "document-open", noKey, "Ctrl+Shift+O",
        QT_TRANSLATE_NOOP(
            "Actions", "Shows the scopes of a catalog file, or of any provider's API description. The request stays as it is.")},
    {BuiltInCatalog, Catalog, plain, QT_TRANSLATE_NOOP("Actions", "&Built-in TikTok Catalog"), "", noKey, "Ctrl+Shift+B",
        QT_TRANSLATE_NOOP("Actions", "Shows the scopes of TikTok for Developers. The request stays as it is.")},
    {ChooseCatalog, Catalog, ActionSpec::Submenu, QT_TRANSLATE_NOOP("Actions", "&Choose Catalog"), "", noKey, "",
        QT_TRANSLATE_NOOP("Actions", "Chooses among the built-in catalog and those that were open lately.")},
    {ReloadCatalog, Catalog, plain, QT_TRANSLATE_NOOP("Actions", "&Reload Catalog"), "view-refresh", noKey, "Shift+F5",
        QT_TRANSLATE_NOOP(
            "Actions", "Reads the catalog again from its file. This also happens by itself when the file changes.")},
    {CompareCatalogs, Catalog, check, QT_TRANSLATE_NOOP("Actions", "Co&mpare Catalogs…"), "", noKey, "Shift+F8",
        QT_TRANSLATE_NOOP(
            "Actions", "Shows what changed between two catalogs, and what it means for your requests; or puts that away.")},
    {AppProfile, Catalog, ActionSpec::Submenu | group, QT_TRANSLATE_NOOP("Actions", "App &Profile"), "", noKey, "",
        QT_TRANSLATE_NOOP("Actions", "Chooses, makes and edits the profile of an app: what is approved for it.")},
    {CatalogSettings, Catalog, group, QT_TRANSLATE_NOOP("Actions", "Catalog &Settings…"), "", noKey, "Ctrl+Shift+G",
        QT_TRANSLATE_NOOP("Actions",
            "Sets what the catalog does not say of its provider, such as the separator; it is then shown as set by you.")},
    {EditOwnNote, Catalog, plain, QT_TRANSLATE_NOOP("Actions", "&Edit Your Note…"), "", noKey, "Ctrl+Shift+M",
        QT_TRANSLATE_NOOP("Actions", "Writes a note on the scope whose details are shown. It survives updates of the catalog.")},
    {AddOwnScope, Catalog, plain, QT_TRANSLATE_NOOP("Actions", "A&dd Own Scope…"), "list-add", noKey, "Ctrl+Shift+A",
        QT_TRANSLATE_NOOP("Actions", "Adds a scope that the provider does not document to the catalog, marked as own.")},
    {OwnThings, Catalog, plain, QT_TRANSLATE_NOOP("Actions", "O&wn Notes and Scopes…"), "", noKey, "Ctrl+Shift+Y",
        QT_TRANSLATE_NOOP("Actions", "Lists all that you have added to this catalog, to be edited and shared.")},
    {CatalogNotes, Catalog, group, QT_TRANSLATE_NOOP("Actions", "&Notes on This Catalog…"), "", noKey, "Ctrl+Shift+J",
        QT_TRANSLATE_NOOP("Actions", "Lists what was odd in the file that the catalog was read from, with line and column.")},
    {AboutCatalog, Catalog, plain, QT_TRANSLATE_NOOP("Actions", "&About This Catalog"), "dialog-information", noKey,
        "Ctrl+Shift+I", QT_TRANSLATE_NOOP("Actions", "Tells the catalog's date and sources.")},

    {Contents, Help, plain, QT_TRANSLATE_NOOP("Actions", "&Help for Where You Are"), "help-contents", QKeySequence::HelpContents,
        "F1", QT_TRANSLATE_NOOP("Actions", "Explains the part of the window that has the focus.")},
    {Shortcuts, Help, plain, QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), "preferences-desktop-keyboard", noKey,
        "Ctrl+F1", QT_TRANSLATE_NOOP("Actions", "Lists every key.")},
    {WhatsThis, Help, plain, QT_TRANSLATE_NOOP("Actions", "&What's This?"), "", QKeySequence::WhatsThis, "Shift+F1",
        QT_TRANSLATE_NOOP("Actions", "Explains what is clicked next.")},
    {About, Help, group, QT_TRANSLATE_NOOP("Actions", "&About Scope Explorer"), "help-about", noKey, "Ctrl+Shift+F1",
        QT_TRANSLATE_NOOP("Actions", "Tells the versions, the catalog's date and the licence.")},
});

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (static_cast<std::size_t>(specs[i].id) != i)
            return false;
    }
    return true;
}

static_assert(isInOrder(), "an action is found by its number");

} // namespace

std::span<const ActionSpec> actionSpecs()
{
    return specs;
}

QString ActionSpec::text() const
{
    return QCoreApplication::translate("Actions", sourceText);
}

QString ActionSpec::help() const
{
    return QCoreApplication::translate("Actions", sourceHelp);
}

QList<QKeySequence> ActionSpec::shortcuts() const
{
    QList<QKeySequence> all;
    if (standardKey != QKeySequence::UnknownKey)
        all = QKeySequence::keyBindings(standardKey);
    if (all.isEmpty() && *keys != '\0')
        all = {QKeySequence::fromString(QString::fromLatin1(keys), QKeySequence::PortableText)};
    return all;
}

QString title(MenuId menu)
{
    switch (menu) {
    case MenuId::File:
        return QCoreApplication::translate("Actions", "&File");
    case MenuId::Edit:
        return QCoreApplication::translate("Actions", "&Edit");
    case MenuId::View:
        return QCoreApplication::translate("Actions", "&View");
    case MenuId::Go:
        return QCoreApplication::translate("Actions", "&Go");
    case MenuId::Request:
        return QCoreApplication::translate("Actions", "&Request");
    case MenuId::Catalog:
        return QCoreApplication::translate("Actions", "&Catalog");
    case MenuId::Help:
        return QCoreApplication::translate("Actions", "&Help");
    }
    return {};
}

QString withoutMnemonic(const QString& text)
{
    QString plainText;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size())
            ++i;
        plainText += text[i];
    }
    return plainText;
}

QString escapedForMenu(const QString& text)
{
    QString escaped = text;
    return escaped.replace(u'&', u"&&"_s);
}

} // namespace scopes
