#include "widgets/AuthorizationDialog.h"

#include "analysis/AuthorizationFindings.h"
#include "analysis/RequestSnippets.h"
#include "document/VisibleText.h"
#include "widgets/AuthorizationForm.h"
#include "widgets/AuthorizationTexts.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"
#include "widgets/ScopeStringView.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

AuthorizationDialog::AuthorizationDialog(const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_form(new AuthorizationForm(workspace))
    , m_kind(new NamedComboBox)
    , m_text(new ScopeStringView)
    , m_verifier(new QLineEdit)
    , m_problem(new NoteLabel)
    , m_parameters(new QTreeWidget)
    , m_explanation(new NoteLabel)
    , m_copy(new QPushButton(tr("C&opy")))
    , m_open(new QPushButton(tr("Open in &Browser")))
    , m_timer(new QTimer(this))
    , m_opener(&QDesktopServices::openUrl)
{
    setWindowTitle(tr("Authorization Request"));
    auto* const tabs = new QTabWidget;
    tabs->addTab(requestPage(), tr("&Request"));
    tabs->addTab(parametersPage(), tr("&Parameters"));
    auto* const close = new QPushButton(tr("C&lose"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* const buttons = new QHBoxLayout;
    m_copy->setDefault(true);
    m_open->setAutoDefault(false);
    close->setAutoDefault(false);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(tabs, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    wire();
    const int line = fontMetrics().height();
    resize(36 * line, 29 * line);
    m_form->setFocus();
}

QWidget* AuthorizationDialog::requestPage()
{
    m_kind->setAccessibleName(tr("Show as"));
    m_text->setAccessibleName(tr("Authorization request"));
    m_form->addRow(tr("Show &as:"), m_kind);
    auto* const page = new QWidget;
    auto* const layout = new QVBoxLayout(page);
    layout->addWidget(m_form);
    layout->addWidget(m_text, 1);
    m_secrets = secretsRow();
    layout->addWidget(m_secrets);
    return page;
}

/// A field, not a label: what is copied from it is exact.
QWidget* AuthorizationDialog::secretsRow()
{
    m_verifier->setReadOnly(true);
    m_verifier->setAccessibleName(tr("Code verifier"));
    setPlainToolTip(*m_verifier, tr("The token call takes it. It belongs to this address alone, and is kept nowhere."));
    auto* const label = new QLabel(tr("Code &verifier, for the token call:"));
    label->setBuddy(m_verifier);
    auto* const row = new QWidget;
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_verifier, 1);
    return row;
}

QWidget* AuthorizationDialog::parametersPage()
{
    m_parameters->setAccessibleName(tr("Parameters"));
    m_parameters->setHeaderLabels({tr("Parameter"), tr("Value"), tr("Required")});
    m_parameters->setRootIsDecorated(false);
    m_parameters->setUniformRowHeights(true);
    m_parameters->setAllColumnsShowFocus(true);
    m_parameters->header()->setStretchLastSection(false);
    m_parameters->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_parameters->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_parameters->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    auto* const page = new QWidget;
    auto* const layout = new QVBoxLayout(page);
    layout->addWidget(m_parameters, 1);
    layout->addWidget(m_explanation);
    return page;
}

void AuthorizationDialog::wire()
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &AuthorizationDialog::refresh);
    const auto later = [this] {
        if (isVisible())
            m_timer->start(0);
    };
    connect(&m_workspace, &Workspace::selectionChanged, this, later);
    connect(m_form, &AuthorizationForm::changed, this, later);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AuthorizationDialog::showText);
    connect(m_parameters, &QTreeWidget::currentItemChanged, this, &AuthorizationDialog::showParameter);
    connect(m_copy, &QPushButton::clicked, this, &AuthorizationDialog::copy);
    connect(m_open, &QPushButton::clicked, this, &AuthorizationDialog::openInBrowser);
}

void AuthorizationDialog::showEvent(QShowEvent* event)
{
    refresh();
    QDialog::showEvent(event);
}

/// Makes a new request of what is chosen and typed.
void AuthorizationDialog::renew()
{
    m_isUsed = false;
    m_request.reset();
    constexpr int mostScopes = 2000; // of more, the address would hold up every key that is typed
    if (m_workspace.selection().size() > mostScopes) {
        m_complaint =
            tr("Requests of more than %L1 scopes are not shown here; the command ‘authorize’ writes them.").arg(mostScopes);
        return;
    }
    auto made = authorizationRequest(m_workspace.catalog(), m_form->input(), systemRandomBytes);
    m_request = std::move(made.value);
    m_complaint = m_request ? QString() : made.problems.front().message;
}

void AuthorizationDialog::refresh()
{
    renew();
    showKinds();
    showParameters();
    showText();
}

void AuthorizationDialog::showKinds()
{
    const QString chosen = m_kind->currentData().toString();
    const QSignalBlocker blocker(m_kind);
    m_kind->clear();
    for (const SnippetKind& kind : m_request ? snippetKindsFor(*m_request) : snippetKinds())
        m_kind->addItem(kind.title(), kind.id);
    // The request itself comes first where the chosen kind is not to be had.
    const QString usual = m_request && !m_request->call.isEmpty() ? m_request->callLanguage : u"url"_s;
    const int index = m_kind->findData(chosen);
    m_kind->setCurrentIndex(std::max(0, index >= 0 ? index : m_kind->findData(usual)));
}

QString AuthorizationDialog::textToCopy() const
{
    if (!m_request)
        return {};
    const auto text = snippet(m_kind->currentData().toString(), *m_request);
    return text ? *text.value : QString();
}

void AuthorizationDialog::showText()
{
    m_text->setString(textToCopy());
    m_text->setPlaceholderText(m_complaint);
    m_text->setAccessibleDescription(m_complaint);
    const bool isAddress = m_request && m_kind->currentData() == u"url"_s;
    m_verifier->setText(isAddress ? m_request->codeVerifier : QString());
    m_verifier->setCursorPosition(0);
    m_secrets->setVisible(!m_verifier->text().isEmpty());
    showButtons();
}

void AuthorizationDialog::showParameters()
{
    const int row = std::max(0, m_parameters->indexOfTopLevelItem(m_parameters->currentItem()));
    m_parameters->clear();
    for (const AuthorizationParameter& parameter : m_request ? m_request->parameters : std::vector<AuthorizationParameter>())
        new QTreeWidgetItem(
            m_parameters, {visibleText(parameter.name), visibleText(parameter.value), requiredText(parameter.required)});
    if (m_request && !m_request->notes.empty())
        new QTreeWidgetItem(m_parameters, {tr("On this platform"), tr("What else is documented")});
    m_parameters->setCurrentItem(m_parameters->topLevelItem(std::min(row, m_parameters->topLevelItemCount() - 1)));
    showParameter();
}

void AuthorizationDialog::showParameter()
{
    const int row = m_parameters->indexOfTopLevelItem(m_parameters->currentItem());
    if (!m_request)
        m_explanation->setNote(m_complaint);
    else if (row < 0 || static_cast<std::size_t>(row) >= m_request->parameters.size())
        m_explanation->setNote(notesText(*m_request, m_workspace.catalog()));
    else
        m_explanation->setNote(explanation(m_request->parameters[static_cast<std::size_t>(row)], m_workspace.catalog()));
}

void AuthorizationDialog::showButtons()
{
    m_copy->setEnabled(!textToCopy().isEmpty());
    setPlainToolTip(*m_copy, tr("Copies what is shown. Each use has a state and a verifier of its own."));
    const QString obstacle = m_request ? openObstacle(*m_request) : m_complaint;
    m_open->setEnabled(obstacle.isEmpty());
    setPlainToolTip(*m_open,
        obstacle.isEmpty() ? tr("Opens the address in your browser, where you can sign in and consent. The answer goes to the "
                                "redirect URI, not to this program.")
                           : obstacle);
    m_problem->setNote(m_request ? warnings() : QString());
}

QString AuthorizationDialog::warnings() const
{
    const ScopeCatalog& catalog = m_workspace.catalog();
    const AppProfile* const profile = m_workspace.profile().get();
    return warningsText(*m_request, authorizationFindings(*m_request, m_form->input(), catalog, profile), catalog);
}

/// Sees to it that no state and no verifier is used twice; false if there is no request.
bool AuthorizationDialog::useRequest()
{
    if (m_isUsed) {
        renew();
        showParameters();
        showText();
    }
    m_isUsed = m_request.has_value();
    return m_isUsed;
}

void AuthorizationDialog::copy()
{
    if (!useRequest())
        return;
    QGuiApplication::clipboard()->setText(textToCopy());
    m_problem->setNote(tr("Copied: %1.").arg(m_kind->currentText()));
    Q_EMIT message(m_problem->note());
}

void AuthorizationDialog::openInBrowser()
{
    if (!useRequest() || !openObstacle(*m_request).isEmpty())
        return;
    const bool isOpen = m_opener(QUrl(m_request->url, QUrl::StrictMode));
    m_problem->setNote(isOpen ? tr("Opened the address in the browser.")
                              : tr("The browser could not be started. Copy the address and open it there."));
    Q_EMIT message(m_problem->note());
}

} // namespace scopes
