#include "widgets/ShortcutSheet.h"

#include "widgets/Actions.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

namespace scopes {

namespace {

/// Keys that a list or box handles itself: no action could have them for the whole window.
struct ViewKey
{
    const char* keys; ///< portable text, several with '; ' between them
    const char* text;
};

constexpr std::array treeKeys{
    ViewKey{"Space", QT_TRANSLATE_NOOP("ShortcutSheet", "Tick or untick the selected scopes")},
    ViewKey{"Return", QT_TRANSLATE_NOOP("ShortcutSheet", "Go to the details of the current scope")},
    ViewKey{"Right; Left", QT_TRANSLATE_NOOP("ShortcutSheet", "Open or close a topic")},
    ViewKey{"Shift+Down; Shift+Up", QT_TRANSLATE_NOOP("ShortcutSheet", "Select several scopes")},
    ViewKey{"Shift+F10", QT_TRANSLATE_NOOP("ShortcutSheet", "Open the context menu")},
};

constexpr std::array searchKeys{
    ViewKey{"Down", QT_TRANSLATE_NOOP("ShortcutSheet", "Go to the first scope that was found")},
};

constexpr std::array requestKeys{
    ViewKey{"Del", QT_TRANSLATE_NOOP("ShortcutSheet", "Take the selected scopes out")},
    ViewKey{"Alt+Up; Alt+Down", QT_TRANSLATE_NOOP("ShortcutSheet", "Move the selected scopes")},
};

QTreeWidgetItem* addGroup(QTreeWidget& tree, const QString& name)
{
    auto* group = new QTreeWidgetItem(&tree, {name});
    QFont font = tree.font();
    font.setBold(true);
    group->setFont(0, font);
    group->setFirstColumnSpanned(true);
    return group;
}

template <std::size_t size>
void addKeys(QTreeWidget& tree, const QString& name, const std::array<ViewKey, size>& keys)
{
    QTreeWidgetItem* group = addGroup(tree, name);
    for (const ViewKey& key : keys) {
        QStringList shown;
        for (const QString& one : QString::fromLatin1(key.keys).split(QStringLiteral("; ")))
            shown.append(QKeySequence::fromString(one, QKeySequence::PortableText).toString(QKeySequence::NativeText));
        new QTreeWidgetItem(group, {QCoreApplication::translate("ShortcutSheet", key.text), shown.join(QStringLiteral(", "))});
    }
}

void addMenus(QTreeWidget& tree, const Actions& actions)
{
    QTreeWidgetItem* group = nullptr;
    const ActionSpec* previous = nullptr;
    for (const ActionSpec& spec : actionSpecs()) {
        if (previous == nullptr || previous->menu != spec.menu)
            group = addGroup(tree, withoutMnemonic(title(spec.menu)));
        previous = &spec;
        const QKeySequence keys = actions[spec.id].shortcut();
        auto* row = new QTreeWidgetItem(group, {withoutMnemonic(spec.text()), keys.toString(QKeySequence::NativeText)});
        row->setToolTip(0, spec.help());
    }
}

} // namespace

ShortcutSheet::ShortcutSheet(const Actions& actions, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto* tree = new QTreeWidget(this);
    tree->setAccessibleName(tr("Keyboard shortcuts"));
    tree->setHeaderLabels({tr("What it does"), tr("Keys")});
    tree->setRootIsDecorated(false);
    addMenus(*tree, actions);
    addKeys(*tree, tr("In the scopes"), treeKeys);
    addKeys(*tree, tr("In the search box"), searchKeys);
    addKeys(*tree, tr("In the request"), requestKeys);
    tree->expandAll();
    tree->header()->setStretchLastSection(true);
    tree->resizeColumnToContents(0);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    const int letter = fontMetrics().averageCharWidth();
    resize(75 * letter, 90 * letter);
}

} // namespace scopes
