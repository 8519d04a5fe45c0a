#include "widgets/LinkDialog.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/FindingsModel.h"
#include "models/ProviderNotes.h"
#include "widgets/NoteLabel.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostListed = 200;

QString bulleted(const QStringList& lines)
{
    QString text;
    for (const QString& line : lines)
        text += u"  • "_s + line + u'\n';
    return text;
}

/// The request's scopes as they stand in the link, each with what the window's catalog says.
QStringList scopeLines(const RequestFile& request, const Workspace& workspace)
{
    QStringList lines;
    for (const QString& scope : request.scopes.mid(0, mostListed)) {
        QString line = visibleText(scope, 100);
        if (!workspace.isDocumented(scope))
            line = LinkDialog::tr("%1 (not documented)").arg(line);
        if (workspace.selection().contains(scope))
            line = LinkDialog::tr("%1 (requested already)").arg(line);
        lines += line;
    }
    if (request.scopes.size() > mostListed)
        lines += LinkDialog::tr("and %L1 more").arg(request.scopes.size() - mostListed);
    return lines;
}

QStringList findingLines(const RequestFile& request, const Workspace& workspace)
{
    const FormattedText text = format(workspace.providersFormatId(), request.scopes, workspace.formatOptions());
    if (!text)
        return {LinkDialog::tr("%1: %2").arg(severityText(Severity::Error), text.problem().message)};
    const auto checked = check({text.value(), workspace.catalogPointer(), workspace.profile(), PasteKind::ScopeList, true});
    QStringList lines;
    for (const Finding& finding : checked->findings) {
        if (lines.size() < mostListed)
            lines += LinkDialog::tr("%1: %2 %3").arg(severityText(finding.severity), finding.message, finding.why);
    }
    return lines;
}

} // namespace

LinkDialog::LinkDialog(const RequestFile& request, const Problems& notes, const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Open Link"));
    auto* const head = new NoteLabel;
    head->setNote(tr("The link holds %1. Nothing has changed yet.").arg(scopeCount(request.scopes.size())));
    auto* const text = new QPlainTextEdit(textOf(request, notes, workspace));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(tr("What the link holds"));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    const auto offer = [&](const QString& title, Answer answer, const QString& help) {
        QPushButton* const button = buttons->addButton(title, QDialogButtonBox::ActionRole);
        button->setAccessibleName(QString(title).remove(u'&'));
        setPlainToolTip(*button, help);
        connect(button, &QPushButton::clicked, this, [this, answer] { done(answer); });
        return button;
    };
    offer(tr("&Replace Request"), Replace, tr("Makes a new request of the link. You are asked first about changes not saved."));
    QPushButton* const add = offer(tr("&Add to Request"), Add, tr("Adds the link's scopes, in one step that Undo takes back."));
    add->setEnabled(!std::all_of(request.scopes.begin(), request.scopes.end(),
        [&](const QString& scope) { return workspace.selection().contains(scope); }));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(head);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    const int line = fontMetrics().height();
    resize(40 * line, 26 * line);
}

QString LinkDialog::textOf(const RequestFile& request, const Problems& notes, const Workspace& workspace)
{
    QString text = tr("Scopes\n") + bulleted(scopeLines(request, workspace));
    QStringList gone;
    for (const QString& scope : workspace.selection().names()) {
        if (!request.scopes.contains(scope) && gone.size() < mostListed)
            gone += visibleText(scope, 100);
    }
    if (!gone.isEmpty())
        text += tr("\nReplacing the request would take out\n") + bulleted(gone);
    const QString id = workspace.catalog().id();
    if (!request.catalog.isEmpty() && request.catalog != id)
        text += tr("\nThe link was made with the catalog '%1'; the catalog shown is '%2', which may not know its scopes.\n")
                    .arg(request.catalog, visibleText(id, 100));
    if (scopeFormat(request.format) != nullptr)
        text += tr("\nFormat\n") + bulleted({formatTitle(workspace.catalog(), request.format, workspace.providersFormatId())});
    else if (!request.format.isEmpty())
        text += tr("\nThe link's format '%1' is not known here; the provider's own is used.\n").arg(request.format);
    QStringList leftOut;
    for (const Problem& problem : notes)
        leftOut += problem.message;
    if (!leftOut.isEmpty())
        text += tr("\nLeft out of the link\n") + bulleted(leftOut);
    const QStringList findings = findingLines(request, workspace);
    text += findings.isEmpty() ? tr("\nThere is nothing to find fault with in these scopes.\n")
                               : tr("\nFindings\n") + bulleted(findings);
    return text.trimmed();
}

} // namespace scopes
