#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <span>

QT_BEGIN_NAMESPACE
class QMenu;
class QMenuBar;
class QWidget;
QT_END_NAMESPACE

namespace scopes {

/// Everything that can be done from a menu, in the order of the menus.
enum class ActionId {
    New,
    Open,
    OpenRecent,
    Save,
    SaveAs,
    Revert,
    Export,
    Quit,
    Undo,
    Redo,
    CopyString,
    Copy,
    Paste,
    Find,
    TickShown,
    UntickShown,
    InvertShown,
    AddScope,
    RemoveSelected,
    MoveUp,
    MoveDown,
    ClearRequest,
    RequestNeeded,
    UndoHistory,
    ShowDetails,
    ShowRequest,
    ShowInspect,
    Compare,
    ScanCalls,
    ShowConsent,
    ShowAuthorization,
    ExpandAll,
    CollapseAll,
    MarkDifferences,
    CatalogOrder,
    GroupTopics,
    Columns,
    Palette,
    StepBack,
    FullScreen,
    ShowScopes,
    ShowEndpoints,
    JumpAcross,
    GoBack,
    GoForward,
    ReviewSheet,
    CopyLink,
    OpenCatalog,
    BuiltInCatalog,
    ChooseCatalog,
    ReloadCatalog,
    CompareCatalogs,
    AppProfile,
    CatalogSettings,
    EditOwnNote,
    AddOwnScope,
    OwnThings,
    CatalogNotes,
    AboutCatalog,
    Contents,
    Shortcuts,
    WhatsThis,
    About,
};

enum class MenuId { File, Edit, View, Go, Request, Catalog, Help };

/// What is fixed of an action. Texts are untranslated: see title(), text() and help().
struct ActionSpec
{
    enum Trait : unsigned {
        Plain = 0,
        Checkable = 1, ///< is on or off
        Submenu = 2, ///< opens a menu that is made when it is shown
        FirstOfGroup = 4, ///< a separator stands before it
    };

    ActionId id = ActionId::New;
    MenuId menu = MenuId::File;
    unsigned traits = Plain;
    const char* sourceText = nullptr; ///< with its mnemonic
    const char* icon = ""; ///< icon theme name; empty: none
    QKeySequence::StandardKey standardKey = QKeySequence::UnknownKey;
    const char* keys = ""; ///< for platforms that have no standard key, in portable text
    const char* sourceHelp = nullptr;

    /// Translated, with mnemonic.
    QString text() const;

    /// One translated sentence: tool tip, status tip and What's This.
    QString help() const;

    /// All that trigger it, the one to show first.
    QList<QKeySequence> shortcuts() const;
};

/// The one list of actions from which menus, command palette and shortcut sheet are made.
std::span<const ActionSpec> actionSpecs();

/// The menu's translated title with its mnemonic.
QString title(MenuId menu);

/// A text as menus write it, without its mnemonic: 'Save As…'.
QString withoutMnemonic(const QString& text);

/// A text that holds no mnemonic, as menus write it: '&' doubled.
QString escapedForMenu(const QString& text);

/// The actions of one window.
class Actions : public QObject
{
    Q_OBJECT

public:
    /// Makes all actions and the menus in @p menuBar. Keys work while @p window is active.
    Actions(QWidget& window, QMenuBar& menuBar);

    QAction& operator[](ActionId id) const { return *m_actions[static_cast<qsizetype>(id)]; }

    /// In the order of the menus.
    const QList<QAction*>& all() const { return m_actions; }

    /// The menu of an action with the trait Submenu.
    QMenu& submenu(ActionId id) const;

    /// Gives the actions their icons now; otherwise they get them when a menu is first shown, to keep the start short.
    void loadIcons();

    /// Chooses icons again, after the palette or the icon theme changed.
    void refreshIcons() const;

private:
    QMenu* menuFor(MenuId id, QMenuBar& menuBar);
    QAction* make(const ActionSpec& spec, QWidget& window);

    QList<QAction*> m_actions;
    QList<QMenu*> m_menus;
    bool m_hasIcons = false;
};

} // namespace scopes
