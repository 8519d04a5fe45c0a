#include "widgets/AuthorizationForm.h"

#include "analysis/RequestParameters.h"
#include "document/VisibleText.h"
#include "widgets/Actions.h"
#include "widgets/AuthorizationTexts.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"

#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestField = 2000; // characters

QLabel* labelFor(const QString& text, QWidget* field)
{
    auto* const label = new QLabel(text); // the form takes it
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    return label;
}

} // namespace

AuthorizationForm::AuthorizationForm(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_form(new QFormLayout(this))
    , m_platform(new NamedComboBox)
    , m_clientKey(new QLineEdit)
    , m_redirectUri(new QLineEdit)
    , m_rules(new NoteLabel)
{
    m_form->setContentsMargins(0, 0, 0, 0);
    setFocusProxy(m_clientKey);
    m_platform->setAccessibleName(tr("Platform"));
    m_clientKey->setAccessibleName(tr("Client key"));
    m_clientKey->setMaxLength(longestField);
    m_clientKey->setPlaceholderText(tr("Not given: a placeholder stands in its place"));
    m_redirectUri->setAccessibleName(tr("Redirect URI"));
    m_redirectUri->setMaxLength(longestField);
    m_redirectUri->setPlaceholderText(tr("Where the answer goes"));
    addRow(tr("Plat&form:"), m_platform);
    addRow(tr("Client &key:"), m_clientKey);
    addRow(tr("Redirect &URI:"), m_redirectUri);
    m_form->addRow(m_rules);
    m_firstOption = m_form->rowCount();
    fillPlatforms();

    const auto change = [this] {
        showRules();
        Q_EMIT changed();
    };
    connect(m_platform, &QComboBox::currentIndexChanged, this, [this, change] {
        fillOptions();
        change();
    });
    connect(m_clientKey, &QLineEdit::textChanged, this, change);
    connect(m_redirectUri, &QLineEdit::textChanged, this, change);
    connect(&m_workspace, &Workspace::catalogChanged, this, [this, change] {
        fillPlatforms();
        change();
    });
    connect(&m_workspace, &Workspace::profileChanged, this, [this, change] {
        takeProfile();
        change();
    });
    takeProfile();
}

void AuthorizationForm::addRow(const QString& label, QWidget* field)
{
    m_form->addRow(labelFor(label, field), field);
}

void AuthorizationForm::takeProfile()
{
    const AppProfile profile = m_workspace.profile() != nullptr ? *m_workspace.profile() : AppProfile();
    m_registered = profile.redirectUris;
    m_redirectUri->setCompleter(nullptr);
    if (const int index = m_platform->findData(profile.platform); index >= 0)
        m_platform->setCurrentIndex(index);
    if (!profile.clientKey.isEmpty())
        m_clientKey->setText(profile.clientKey);
    if (!m_registered.isEmpty()) {
        auto* const completer = new QCompleter(m_registered, m_redirectUri); // the edit takes it
        completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
        m_redirectUri->setCompleter(completer);
        if (m_redirectUri->text().isEmpty())
            m_redirectUri->setText(m_registered.front());
    }
    showRules();
}

AuthorizationInput AuthorizationForm::input() const
{
    AuthorizationInput input;
    input.scopes = m_workspace.selection().names();
    input.platform = m_platform->currentData().toString();
    input.clientKey = m_clientKey->text().trimmed();
    input.redirectUri = m_redirectUri->text().trimmed();
    input.registeredUris = m_registered;
    for (const NamedComboBox* const box : m_options) {
        if (box->currentData().isValid())
            input.options.insert(box->objectName(), box->currentData().toString());
    }
    return input;
}

const Platform* AuthorizationForm::platform() const
{
    return findPlatform(m_workspace.catalog(), m_platform->currentData().toString());
}

bool AuthorizationForm::takesRedirectUri() const
{
    const Platform* const chosen = platform();
    return chosen == nullptr || chosen->call.empty() || chosen->call.front().text.find("{redirect}") != Text::npos;
}

void AuthorizationForm::fillPlatforms()
{
    const QString chosen = m_platform->currentData().toString();
    {
        const QSignalBlocker blocker(m_platform);
        m_platform->clear();
        for (const Platform& one : m_workspace.catalog().provider().platforms)
            m_platform->addItem(visibleText(toQString(one.name), 100), toQString(one.id));
        if (m_platform->count() == 0)
            m_platform->addItem(tr("None is documented"), QString());
        m_platform->setCurrentIndex(std::max(0, m_platform->findData(chosen)));
    }
    fillOptions();
}

void AuthorizationForm::fillOptions()
{
    for (NamedComboBox* const box : m_options)
        m_form->removeRow(box);
    m_options.clear();
    int row = m_firstOption;
    for (const RequestParameter* const parameter : optionalParameters(m_workspace.catalog(), platform())) {
        if (parameter->values.empty())
            continue; // the command line takes those with any text
        auto* const box = new NamedComboBox; // the form takes it
        box->setObjectName(toQString(parameter->name));
        box->setAccessibleName(visibleText(toQString(parameter->name), 100));
        box->addItem(tr("Left out"));
        for (const RequestParameterValue& value : parameter->values)
            box->addItem(tr("%1: %2").arg(visibleText(toQString(value.value)), visibleText(toQString(value.meaning))),
                toQString(value.value));
        setPlainToolTip(*box, visibleText(toQString(parameter->meaning)));
        m_form->insertRow(row++, labelFor(escapedForMenu(tr("%1:").arg(box->accessibleName())), box), box);
        connect(box, &QComboBox::currentIndexChanged, this, &AuthorizationForm::changed);
        m_options.push_back(box);
    }
}

void AuthorizationForm::showRules()
{
    const bool isTaken = takesRedirectUri();
    m_redirectUri->setEnabled(isTaken);
    const QString address = m_redirectUri->text().trimmed();
    const QString note = isTaken
        ? redirectNote(checkRedirectUri(platform(), address, m_registered), m_workspace.catalog(), address.isEmpty())
        : noRedirectNote();
    m_rules->setNote(note);
    m_redirectUri->setAccessibleDescription(note);
}

} // namespace scopes
