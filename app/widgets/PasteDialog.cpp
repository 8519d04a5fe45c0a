#include "widgets/PasteDialog.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/ProviderNotes.h"
#include "models/ScopeRowRole.h"
#include "widgets/NoteLabel.h"
#include "widgets/RequestDelegate.h"

#include <QDialogButtonBox>
#include <QListView>
#include <QPushButton>
#include <QSet>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace scopes {

namespace {

constexpr qsizetype mostListed = 1000;

/// Rows of ScopeRowRole for the first names.
QStandardItemModel* rowsOf(const QStringList& names, const Workspace& workspace, QObject* parent)
{
    auto* const model = new QStandardItemModel(parent);
    for (const QString& name : names.first(std::min(names.size(), mostListed))) {
        const bool isDocumented = workspace.isDocumented(name);
        auto* const item = new QStandardItem(visibleText(name, 500)); // the model takes it
        item->setEditable(false);
        item->setData(name, ScopeName);
        item->setData(isDocumented, IsDocumented);
        QString mark = workspace.selection().contains(name) ? PasteDialog::tr("requested") : QString();
        if (!isDocumented)
            mark = mark.isEmpty() ? PasteDialog::tr("not documented") : PasteDialog::tr("requested, not documented");
        item->setData(mark, Mark);
        item->setToolTip(undocumentedText(workspace.catalog(), name));
        if (!mark.isEmpty())
            item->setData(PasteDialog::tr("%1, %2").arg(item->text(), mark), Qt::AccessibleTextRole);
        model->appendRow(item);
    }
    return model;
}

qsizetype countNew(const QStringList& names, const Selection& selection)
{
    QSet<QString> added;
    for (const QString& name : names) {
        if (!selection.contains(name))
            added.insert(name);
    }
    return added.size();
}

} // namespace

PasteDialog::PasteDialog(const Recognised& pasted, const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Paste Scopes"));
    auto* const evidence = new NoteLabel;
    evidence->setNote(pasted.evidence);
    auto* const list = new QListView;
    list->setAccessibleName(tr("Pasted scopes"));
    list->setResizeMode(QListView::Adjust);
    list->setModel(rowsOf(pasted.names, workspace, list));
    list->setItemDelegate(new RequestDelegate(RequestDelegate::Button::None, list));
    const qsizetype added = countNew(pasted.names, workspace.selection());
    auto* const effect = new NoteLabel;
    QString sentence = added == 0 ? tr("All of these are requested already.")
                                  : tr("“Add” adds %1. “Replace” takes these instead of the %2 requested now.")
                                        .arg(scopeCount(added), scopeCount(workspace.selection().size()));
    if (pasted.names.size() > mostListed)
        sentence = tr("The first %1 of %2 are shown. %3").arg(scopeCount(mostListed), scopeCount(pasted.names.size()), sentence);
    effect->setNote(sentence);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* const add = buttons->addButton(tr("&Add"), QDialogButtonBox::AcceptRole);
    auto* const replace = buttons->addButton(tr("&Replace"), QDialogButtonBox::AcceptRole);
    add->setEnabled(added > 0);
    (added > 0 ? add : buttons->button(QDialogButtonBox::Cancel))->setDefault(true);
    connect(add, &QPushButton::clicked, this, [this] { finishWith(Add); });
    connect(replace, &QPushButton::clicked, this, [this] { finishWith(Replace); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(evidence);
    layout->addWidget(list, 1);
    layout->addWidget(effect);
    layout->addWidget(buttons);
    (added > 0 ? add : buttons->button(QDialogButtonBox::Cancel))->setFocus();
    const int line = fontMetrics().height();
    resize(24 * line, 18 * line);
}

} // namespace scopes
