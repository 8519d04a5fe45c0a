#include "analysis/DifferenceMarkdown.h"
#include "document/VisibleText.h"
#include "models/DifferenceModel.h"
#include "models/RowExport.h"
#include "widgets/DifferencePane.h"
#include "widgets/DifferenceTreeView.h"
#include "widgets/DocumentPrint.h"
#include "widgets/FileDialogs.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

// What changed, for other programs: rows, and documents in Markdown.
namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString chooseFile(QWidget& parent)
{
    QFileDialog dialog(&parent, DifferencePane::tr("Save What Changed"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setNameFilters({DifferencePane::tr("Markdown (*.md)"), DifferencePane::tr("All files (*)")});
    dialog.setDefaultSuffix(u"md"_s);
    dialog.selectFile(u"what-changed.md"_s);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace

void DifferencePane::copyRows()
{
    const QModelIndexList rows = m_tree->selectedInOrder();
    if (rows.isEmpty()) {
        Q_EMIT message(tr("No difference is selected, so nothing was copied."));
        return;
    }
    QStringList head;
    for (int column = 0; column < DifferenceModel::ColumnCount; ++column)
        head += m_model->headerData(column, Qt::Horizontal).toString();
    QStringList lines;
    QList<QStringList> cells;
    for (const QModelIndex& row : rows) {
        QStringList texts;
        for (int column = 0; column < DifferenceModel::ColumnCount; ++column)
            texts += row.siblingAtColumn(column).data().toString();
        lines += texts.join(u'\t');
        cells += texts;
    }
    QGuiApplication::clipboard()->setMimeData(tableToMime(lines, head, cells));
    Q_EMIT message(rows.size() == 1 ? tr("Copied 1 row.") : tr("Copied %L1 rows.").arg(rows.size()));
}

/// Of very large catalogs the text takes a while.
void DifferencePane::writeMarkdown(const std::function<void(const QString& markdown)>& take)
{
    if (m_shown == nullptr)
        return;
    m_writing->start([compared = m_shown, reports = m_comparison->reports(), take](const LatestTask::Link&) {
        const QString markdown = differenceAsMarkdown(*compared->before, *compared->after, compared->difference, reports);
        return [take, markdown] { take(markdown); };
    });
}

void DifferencePane::copyMarkdown()
{
    writeMarkdown([this](const QString& markdown) {
        QGuiApplication::clipboard()->setText(markdown);
        Q_EMIT message(tr("Copied what changed as Markdown."));
    });
}

void DifferencePane::saveMarkdown()
{
    const QString path = m_saveChooser ? m_saveChooser(*this) : chooseFile(*this);
    if (path.isEmpty())
        return;
    writeMarkdown([this, path](const QString& markdown) {
        if (const QString problem = saveText(path, markdown); !problem.isEmpty())
            return showProblem(*this, tr("What changed was not saved."), tr("%1: %2").arg(visibleText(path, 500), problem));
        Q_EMIT message(tr("Saved what changed to %1.").arg(visibleText(QFileInfo(path).fileName(), 200)));
    });
}

} // namespace scopes
