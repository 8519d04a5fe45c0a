#include "widgets/TextIntake.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/PasteDialog.h"

#include <QWidget>

namespace scopes {

TextIntake::TextIntake(Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void TextIntake::addTyped(const QString& text)
{
    if (text.trimmed().isEmpty()) {
        Q_EMIT refused(tr("Nothing was added: the name of a scope must be typed first."));
        return;
    }
    const auto typed = recognise(text);
    if (!typed) {
        Q_EMIT refused(tr("Nothing was added. %1").arg(typed.problem().message));
        return;
    }
    const QStringList& names = typed.value().names;
    if (names.size() > 1) {
        insertPasted(typed.value(), static_cast<int>(m_workspace.selection().size()));
        return;
    }
    const QString shown = visibleText(names.first(), 60);
    const int added = insert(names, static_cast<int>(m_workspace.selection().size()));
    Q_EMIT taken(names, added > 0, added == 0 ? tr("“%1” is requested already.").arg(shown) : tr("Added %1.").arg(shown));
}

void TextIntake::paste(const QString& text, std::optional<int> row)
{
    const auto pasted = recognise(text);
    if (!pasted) {
        Q_EMIT refused(tr("Nothing was pasted. %1").arg(pasted.problem().message));
        return;
    }
    const int place = row.value_or(static_cast<int>(m_workspace.selection().size()));
    if (m_workspace.selection().isEmpty())
        insertPasted(pasted.value(), place);
    else
        ask(pasted.value(), place);
}

void TextIntake::ask(const Recognised& pasted, int row)
{
    auto* const dialog = new PasteDialog(pasted, m_workspace, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, pasted, row](int choice) {
        if (choice == PasteDialog::Add)
            insertPasted(pasted, row);
        else if (choice == PasteDialog::Replace)
            replace(pasted);
    });
    dialog->open();
}

/// How many were not there before.
int TextIntake::insert(const QStringList& names, int row)
{
    const qsizetype before = m_workspace.selection().size();
    m_workspace.insertScopes(row, names);
    return static_cast<int>(m_workspace.selection().size() - before);
}

void TextIntake::insertPasted(const Recognised& pasted, int row)
{
    const int added = insert(pasted.names, row);
    Q_EMIT taken(pasted.names, added > 0,
        added == 0 ? tr("Nothing was added: all of it is requested already.")
                   : tr("Added %1. %2").arg(scopeCount(added), pasted.evidence));
}

void TextIntake::replace(const Recognised& pasted)
{
    m_workspace.replaceScopes(pasted.names);
    Q_EMIT taken(pasted.names, true,
        tr("Replaced the request: now %1. %2").arg(scopeCount(m_workspace.selection().size()), pasted.evidence));
}

} // namespace scopes
