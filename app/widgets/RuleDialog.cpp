#include "widgets/RuleDialog.h"

#include "models/FindingsModel.h"
#include "widgets/NoteLabel.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

NoteLabel* paragraph(const QString& text, QWidget* parent)
{
    auto* const label = new NoteLabel(parent);
    label->setNote(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// In Markdown; empty for an unknown rule.
QString pageOf(const QString& rule)
{
    QFile file(u":/rules/"_s + rule + u".md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

RuleDialog::RuleDialog(const QModelIndex& finding, QWidget* parent)
    : QDialog(parent)
{
    const QString rule = finding.data(FindingsModel::RuleRole).toString();
    setWindowTitle(tr("Rule %1").arg(rule));
    const auto text = [&](int role) { return finding.data(role).toString(); };
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(paragraph(tr("%1: %2").arg(text(FindingsModel::SeverityTextRole), text(Qt::DisplayRole)), this));
    layout->addWidget(paragraph(text(FindingsModel::WhyRole), this));
    if (!text(FindingsModel::SourceRole).isEmpty())
        layout->addWidget(paragraph(tr("Source: %1.").arg(text(FindingsModel::SourceRole)), this));

    auto* const page = new QTextBrowser;
    page->setAccessibleName(tr("The rule"));
    page->setOpenLinks(false);
    page->setMarkdown(pageOf(rule));
    layout->addWidget(page, 1);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    const int line = fontMetrics().height();
    resize(34 * line, 30 * line);
}

} // namespace scopes
